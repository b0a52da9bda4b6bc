"""Cases: a query, the tables it stands on and, once asked, the planner's answer."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.oracle.tables import Table, ddl, function_ddl, read_function, read_table, read_view, read_yaml

RECORDED = Path(__file__).parent.parent / "sql" / "recorded"

Answer = Mapping[str, Any]  # as the Java side prints it: see README.md


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    feature: str
    query: str
    statements: tuple[str, ...] = ()  # the DDL, as asked
    answer: Answer | None = None

    @property
    def accepted(self) -> bool:
        return self.answered["status"] == "ok" and bool(self.answered["plan"]["compiled"])

    @property
    def unplannable(self) -> bool:
        """It validates and has no stream plan: users meet that only when they submit."""
        return self.answered["status"] == "ok" and not self.answered["plan"]["compiled"]

    @property
    def answered(self) -> Answer:
        if self.answer is None:
            raise LookupError(f"{self.id}: the planner has not been asked")
        return self.answer


def read_cases(path: str) -> Iterator[Case]:
    """A JSON list or JSON lines, gzipped or not; `-` is standard input."""
    if path == "-":
        text = sys.stdin.read()
    elif path.endswith(".gz"):
        text = gzip.decompress(Path(path).read_bytes()).decode()
    else:
        text = Path(path).read_text(encoding="utf-8")
    listed = text.lstrip().startswith("[")
    for entry in json.loads(text) if listed else map(json.loads, filter(str.strip, text.splitlines())):
        feature = entry.get("feature", "unnamed")
        yield Case(entry["id"], feature, entry["query"], tuple(entry["ddl"]), entry.get("answer"))


def as_json(case: Case) -> str:
    fields: dict[str, Any] = {"id": case.id, "feature": case.feature, "ddl": case.statements, "query": case.query}
    if case.answer is not None:
        fields["answer"] = case.answer
    return json.dumps(fields, ensure_ascii=False)


# --- our own queries: tests/sql/recorded/<construct>.sql over the tables of tables.yml


def recorded_statements(folder: Path = RECORDED) -> tuple[str, ...]:
    tables, functions = read_yaml(folder / "tables.yml")
    return (*map(ddl, tables), *map(function_ddl, functions))


def recorded_queries(folder: Path = RECORDED) -> Iterator[Case]:
    statements = recorded_statements(folder)
    for path in sorted(folder.glob("*.sql")):
        yield from (
            Case(f"{path.stem}.{name}", path.stem, query, statements)
            for name, query in read_queries(path.read_text(encoding="utf-8"))
        )


def read_queries(text: str) -> Iterator[tuple[str, str]]:
    """Blocks of a line `-- name` or `-- name: remark` and a query, an empty line between them.

    `{a|b|c}` in name and query are choices: the block stands for as many queries as there are, the first with the first
    choice of every brace, and so on (`\\|` is a bar inside a choice). A name without braces gets the choice's number.
    """
    for block in text.split("\n\n"):
        heading, _, query = block.strip().partition("\n")
        if heading.startswith("-- ") and query.strip():
            name = heading[3:].partition(":")[0].strip()
            yield from _choices(name, query.strip().removesuffix(";"))


CHOICE = re.compile(r"\{((?:[^{}|]|\\\|)*(?:(?<!\\)\|(?:[^{}|]|\\\|)*)+)\}")


def _choices(name: str, query: str) -> Iterator[tuple[str, str]]:
    counts = {len(_options(match)) for match in CHOICE.finditer(query)}
    named = {len(_options(match)) for match in CHOICE.finditer(name)}
    if not counts | named:
        yield name, query
        return
    if len(counts | named) != 1 or not counts:
        raise ValueError(f"{name}: braces with unlike numbers of choices: {sorted(counts | named)}")
    for number in range(counts.pop()):
        yield _chosen(name, number) if named else f"{name}_{number + 1}", _chosen(query, number)


def _chosen(text: str, number: int) -> str:
    return CHOICE.sub(lambda match: _options(match)[number], text)


def _options(match: re.Match[str]) -> list[str]:
    return [option.replace("\\|", "|") for option in re.split(r"(?<!\\)\|", match[1])]


def answers_path(construct: str, folder: Path = RECORDED) -> Path:
    return folder / "answers" / f"{construct}.json.gz"


def recorded_answers(folder: Path = RECORDED) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for path in sorted(answers_path("*", folder).parent.glob("*.json.gz")):
        answers.update(json.loads(gzip.decompress(path.read_bytes())))
    return answers


def recorded_cases(folder: Path = RECORDED) -> Iterator[Case]:
    answers = recorded_answers(folder)
    for case in recorded_queries(folder):
        yield Case(case.id, case.feature, case.query, case.statements, answers.get(case.id))


def tables_and_query(case: Case) -> tuple[tuple[Table, ...], str]:
    """Views become common table expressions: streamt has no views."""
    tables, views = [], []
    for statement in case.statements:
        view = read_view(statement)
        if view:
            views.append(view)
        elif not read_function(statement):
            tables.append(read_table(statement))
    return tuple(tables), _with_views(case.query, views)


def _with_views(query: str, views: Iterable[tuple[str, str]]) -> str:
    head = ", ".join(f"`{name}` AS ({text})" for name, text in views)
    if not head:
        return query
    body = query.lstrip()
    if body[:5].upper() == "WITH ":
        return f"WITH {head}, {body[5:]}"
    return f"WITH {head} {body}"
