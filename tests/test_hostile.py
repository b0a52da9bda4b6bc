"""Projects that a stranger may send: lint answers soon, in bounded time and depth, and what it prints is safe in a terminal.

Attacks on templates stand in tests/sql/test_template.py, on patterns in tests/rules/test_patterns.py.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from streamt import pipeline
from streamt.diagnostics.formats import FORMATS
from tests.projects import checked, completed

SOURCE = "sources:\n  - {name: s, topic: s, columns: [{name: id, type: STRING}]}\n"
MANY = 10_000


def models(texts: Iterator[str]) -> str:
    return completed(SOURCE + "models:\n" + "".join(f"  - {{{text}}}\n" for text in texts))


def model(sql: str) -> str:
    return completed(f"{SOURCE}models:\n  - name: m\n    sql: {sql}\n")


def chain() -> str:
    first = "name: m0, sql: \"SELECT id FROM {{ source('s') }}\""
    rest = (f"name: m{n}, sql: \"SELECT id FROM {{{{ ref('m{n - 1}') }}}}\"" for n in range(1, MANY))
    return models(iter([first, *rest]))


def columns(count: int) -> str:
    listed = "".join(f"      - {{name: c{n}, type: INT}}\n" for n in range(count))
    return f"sources:\n  - name: s\n    topic: s\n    columns:\n{listed}"


LARGE: Mapping[str, tuple[str, int]] = {  # what it is -> the project, how many findings
    "a chain of 10,000 models": (chain(), 0),
    "a source that 10,000 models read": (models(f"name: m{n}, sql: \"SELECT id FROM {{{{ source('s') }}}}\"" for n in range(MANY)), 0),
    "a circle of 10,000 models": (models(f"name: m{n}, from: [{{ref: m{(n + 1) % MANY}}}]" for n in range(MANY)), 1),
    "a model of 10,000 columns": (
        completed(columns(MANY) + "models:\n  - name: m\n    sql: SELECT " + ", ".join(f"c{n} + 1 AS d{n}" for n in range(MANY)) + " FROM {{ source('s') }}\n"),
        0,
    ),
    "2,000 misspelt references": (models(f"name: m{n}, from: [{{ref: mm{n}x}}]" for n in range(2_000)), 2_000),
    "a topic of 5,000 models": (models(f"name: m{n}, topic: {{name: t}}, columns: [{{name: id, type: INT}}]" for n in range(5_000)), 4_999),
    "names doubled in common tables": (
        model("WITH c0 AS (SELECT id FROM {{ source('s') }})" + "".join(f", c{n} AS (SELECT a.id FROM c{n - 1} AS a JOIN c{n - 1} AS b ON a.id = b.id)" for n in range(1, 40)) + " SELECT id FROM c39"),
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LARGE)
def test_a_large_project_is_linted_soon(what: str) -> None:
    project, findings = LARGE[what]
    begin = time.process_time()
    result = checked(project)
    assert time.process_time() - begin < 20
    assert len(result.diagnostics) == findings, [found.message for found in result.diagnostics[:3]]


LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
DEEP: Mapping[str, tuple[str, str]] = {  # what it is -> the project, the rule that says so
    "100,000 lists in each other": ("a: " + "[" * 100_000, "yaml.depth"),
    "3,000 mappings in each other": ("".join(f"{' ' * n}a:\n" for n in range(3_000)), "yaml.depth"),
    "aliases of aliases": (LAUGHS, "yaml.alias"),
    "20,000 parentheses": (model("SELECT " + "(" * 20_000 + "1" + ")" * 20_000 + " FROM {{ source('s') }}"), "sql.syntax"),
    "5,000 subqueries": (model("SELECT * FROM (" * 5_000 + "SELECT 1" + ")" * 5_000), "sql.syntax"),
    "a type of 5,000 arrays": (
        completed("sources:\n  - {name: s, topic: s, columns: [{name: id, type: '" + "ARRAY<" * 5_000 + "INT" + ">" * 5_000 + "'}]}\n"),
        "columns.type",
    ),
    "20,000 placeholders in each other": (
        completed("sources:\n  - {name: s, topic: '" + "${A:-" * 20_000 + "x" + "}" * 20_000 + "'}\n"), "topics.illegal_source_name",
    ),
    "a pattern that takes for ever": (
        completed("rules: {topics: {naming_pattern: '^(([a-z])+.)+[A-Z]([a-z])+$'}}\nmodels:\n  - {name: " + "a" * 120 + ", columns: [{name: id, type: INT}]}\n"),
        "topics.naming_pattern",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DEEP)
def test_what_is_too_deep_is_a_finding(what: str) -> None:
    project, rule = DEEP[what]
    begin = time.process_time()
    result = checked(project)
    assert rule in {found.rule for found in result.diagnostics}
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("output_format", ["text", "json", "github"])
def test_no_name_of_a_stranger_reaches_the_terminal_as_a_command(output_format: str) -> None:
    result = checked(
        completed(
            'sources:\n  - {name: "\\e[31ms\\e]0;x\\a", topic: "a\\e[2J\\u202e\\n::error::x", "\\e[1mkey": 1, columns: [{name: "c\\e[5m", type: "\\e[31mX"}]}\n'
            'models:\n  - {name: m, sql: "SELECT \\e[31m FROM x", topic: {name: "\\e[1mt"}}\n'
        )
    )
    shown = FORMATS[output_format](result.diagnostics, pipeline.lines(result.documents))
    assert len(result.diagnostics) >= 3
    assert not {"\x1b", "\x07", "\u202e"} & set(shown) or output_format != "text"
    assert "\x1b" not in shown
    assert not any(line.startswith("::error::") for line in shown.splitlines())


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.yml", "../../outside"])
def test_a_link_out_of_the_project_is_not_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    for path in ("outside.yml", "outside/x.yml"):
        (tmp_path / path).write_text("sources:\n  - {name: secret, topic: secret}\n")
    project = tmp_path / "project"
    (project / "sources").mkdir(parents=True)
    (project / "stream_project.yml").write_text(completed("models: [{name: m, sql_file: sources/link.yml}]\n"))
    (project / "sources" / "link.yml").symlink_to(target)
    result = pipeline.check(pipeline.tree_at(project))
    assert any("link" in found.message or "link" in (found.help or "") for found in result.diagnostics)
    assert all(source.name != "secret" for analysis in result.analyses for source in analysis.project.sources)
