"""The tables a query reads, in the three spellings met here: YAML, Flink DDL and streamt's own definitions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

KINDS = {"append": "I", "upsert": "I,UA,D", "cdc": "I,UB,UA,D"}
WORD = re.compile(r"[A-Za-z_]\w*\Z")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str | None = None
    nullable: bool = True
    expression: str | None = None
    metadata: str | None = None  # the connector's key; "" = the column's own name


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[Column, ...]
    event_time: str | None = None
    delay_ms: int = 0
    key: tuple[str, ...] = ()
    changelog: str = "append"
    lookup: bool = False
    plain: bool = True  # False: streamt has no word for it, so its changelog is not judged


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function that a project declares: `java_class` stands in for it when the planner is asked."""

    name: str
    java_class: str
    kind: Literal["scalar", "aggregate", "table"]
    arguments: tuple[tuple[str, str], ...]  # name, type
    returns: str
    deterministic: bool = True


@functools.cache
def read_yaml(path: Path) -> tuple[tuple[Table, ...], tuple[UserFunction, ...]]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    tables = tuple(_from_mapping(name, body) for name, body in document["tables"].items())
    return tables, tuple(_function(name, body) for name, body in document["functions"].items())


def _function(name: str, body: Mapping[str, Any]) -> UserFunction:
    arguments = tuple((argument["name"], argument["type"]) for argument in body["arguments"])
    return UserFunction(name, body["class"], body["kind"], arguments, body["returns"], body.get("deterministic", True))


def _from_mapping(name: str, body: Mapping[str, Any]) -> Table:
    watermark = body.get("watermark", {})
    return Table(
        name=name,
        columns=tuple(_column_from(column, spec) for column, spec in body["columns"].items()),
        event_time=watermark.get("column"),
        delay_ms=watermark.get("delay_ms", 0),
        key=tuple(body.get("key", ())),
        changelog=body.get("changelog", "append"),
        lookup=body.get("lookup", False),
    )


def _column_from(name: str, spec: str | Mapping[str, Any]) -> Column:
    """`INT NOT NULL`, or a mapping with `type`, `expression` (computed) or `metadata` (true, or the key)."""
    if isinstance(spec, str):
        spec = {"type": spec}
    declared = spec.get("type")
    metadata = spec.get("metadata")
    return Column(
        name=name,
        type=declared and declared.removesuffix(" NOT NULL"),
        nullable=not (declared or "").endswith(" NOT NULL"),
        expression=spec.get("expression"),
        metadata="" if metadata is True else metadata,
    )


def ddl(table: Table) -> str:
    lines = [_column_ddl(column) for column in table.columns]
    if table.event_time:
        delay = f" - INTERVAL '{table.delay_ms / 1000:g}' SECOND" if table.delay_ms else ""
        lines.append(f"WATERMARK FOR `{table.event_time}` AS `{table.event_time}`{delay}")
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(f'`{name}`' for name in table.key)}) NOT ENFORCED")
    options = {"connector": "oracle", "changelog-mode": KINDS[table.changelog]}
    if table.lookup:
        options["lookup"] = "true"
    written = ", ".join(f"'{key}' = '{value}'" for key, value in options.items())
    return f"CREATE TABLE `{table.name}` ({', '.join(lines)}) WITH ({written})"


def function_ddl(function: UserFunction) -> str:
    return f"CREATE FUNCTION `{function.name}` AS '{function.java_class}'"


def _column_ddl(column: Column) -> str:
    if column.expression is not None:
        return f"`{column.name}` AS {column.expression}"
    required = "" if column.nullable else " NOT NULL"
    if column.metadata is None:
        return f"`{column.name}` {column.type}{required}"
    source = f" FROM '{column.metadata}'" if column.metadata else ""
    return f"`{column.name}` {column.type}{required} METADATA{source} VIRTUAL"


# --- reading DDL: the subset that corpora of this shape are written in


CREATE_TABLE = re.compile(r"\s*CREATE\s+TABLE\s+(`[^`]+`|[^\s(`]+)\s*\((.*?)\)\s*(?:PARTITIONED\s+BY\s*\([^)]*\)\s*)?WITH\s*\((.*)\)\s*\Z", re.S | re.I)
CREATE_FUNCTION = re.compile(r"\s*CREATE\s+FUNCTION\s+`?(\w+)", re.I)
CREATE_VIEW = re.compile(r"\s*CREATE\s+VIEW\s+(`[^`]+`|\w+)\s+AS\s+(.*)\Z", re.S | re.I)
WATERMARK = re.compile(
    r"WATERMARK\s+FOR\s+(\S+)\s+AS\s+\S+(?:\s+-\s+INTERVAL\s+'([\d.]+)'\s+(\w+)(?:\(.*\))?)?\Z", re.S | re.I
)
PRIMARY_KEY = re.compile(r"(?:CONSTRAINT\s+\S+\s+)?PRIMARY\s+KEY\s*\((.*)\)\s*NOT\s+ENFORCED\Z", re.S | re.I)
KEY_COLUMN = re.compile(r"\s+PRIMARY\s+KEY(?:\s+NOT\s+ENFORCED)?\Z", re.I)
COLUMN = re.compile(r"(`[^`]+`|[\w$]+)\s+(.*)\Z", re.S)
METADATA = re.compile(r"\s+METADATA(?:\s+FROM\s+'([^']*)')?(?:\s+VIRTUAL)?\Z", re.I)
UNIT_MS = {"SECOND": 1000, "MINUTE": 60_000, "HOUR": 3_600_000, "DAY": 86_400_000}


class UnreadableTable(ValueError):
    """A statement outside the subset; says which."""


def read_view(statement: str) -> tuple[str, str] | None:
    """Name and query of a CREATE VIEW; None for any other statement."""
    match = CREATE_VIEW.match(statement)
    return (match[1].strip("`"), match[2]) if match else None


def read_function(statement: str) -> str | None:
    """Name of a CREATE FUNCTION; None for any other statement."""
    match = CREATE_FUNCTION.match(statement)
    return match[1] if match else None


def read_table(statement: str) -> Table:
    match = CREATE_TABLE.match(statement)
    if not match:
        raise UnreadableTable(statement)
    columns: list[Column] = []
    clauses: dict[str, Any] = {}
    for item in _split(match[2]):
        watermark, key = WATERMARK.match(item), PRIMARY_KEY.match(item)
        if watermark:
            clauses["event_time"] = watermark[1].strip("`")
            clauses["delay_ms"] = round(float(watermark[2] or 0) * UNIT_MS[(watermark[3] or "SECOND").upper().removesuffix("S")])
        elif key:
            clauses["key"] = tuple(name.strip(" `") for name in key[1].split(","))
        else:
            columns.append(_read_column(KEY_COLUMN.sub("", item)))
            if KEY_COLUMN.search(item):
                clauses["key"] = (columns[-1].name,)
    options = dict(re.findall(r"'([^']+)'\s*=\s*'([^']*)'", match[3]))
    keyed = clauses.get("key", ())
    lookup = options.get("lookup") == "true"
    changelog, plain = _changelog(options.get("changelog-mode", "I"), bool(keyed), lookup)
    return Table(match[1].strip("`"), _keyed(columns, keyed), changelog=changelog, lookup=lookup, plain=plain, **clauses)


def _keyed(columns: Iterable[Column], key: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(column.name, column.type, False, column.expression, column.metadata) if column.name in key else column
        for column in columns
    )


def _changelog(option: str, keyed: bool, lookup: bool) -> tuple[str, bool]:
    kinds = frozenset(option.split(",")) - {"KEY"}
    if kinds == {"I"}:
        return "append", lookup or not keyed
    if kinds == {"I", "UA", "D"} and keyed:
        return "upsert", True
    if kinds == {"I", "UB", "UA", "D"}:
        return "cdc", True
    return ("upsert" if "UB" not in kinds and "UA" in kinds and keyed else "cdc"), False


def _read_column(item: str) -> Column:
    match = COLUMN.match(item)
    if not match:
        raise UnreadableTable(item)
    name, rest = match[1].strip("`"), match[2].strip()
    computed = re.match(r"AS\s+(.*)\Z", rest, re.S | re.I)
    if computed:
        return Column(name, expression=computed[1])
    metadata = METADATA.search(rest)
    if metadata:
        rest = rest[: metadata.start()]
    required = re.search(r"\s+NOT\s+NULL\Z", rest, re.I)
    declared = rest[: required.start()] if required else rest
    return Column(name, declared, not required, metadata=(metadata[1] or "") if metadata else None)


def _split(text: str) -> Iterator[str]:
    """The items of a comma list; commas inside brackets, quotes and backticks do not count."""
    depth, start, quote = 0, 0, ""
    for position, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "'`":
            quote = char
        elif char in "<(":
            depth += 1
        elif char in ">)":
            depth -= 1
        elif char == "," and depth == 0:
            yield text[start:position].strip()
            start = position + 1
    if text[start:].strip():
        yield text[start:].strip()
