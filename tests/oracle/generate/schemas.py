"""Random schemas: a few tables of every kind, with a key they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.generate.scope import COMMON, KEYS, TYPES, Draw, Field, Relation, aliased
from tests.oracle.tables import Column, Table, ddl

WORDS = (
    "amount", "status", "country", "channel", "price", "quantity", "note", "flag", "score", "region", "label", "size",
    "created", "payload", "ratio", "rank_no", "city", "segment", "code", "level", "kind", "total",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Schema:
    """`streams` have a rowtime and a processing time; `versions` can be joined as of an event time."""

    tables: tuple[Table, ...]
    tags: dict[tuple[str, str], str]

    @property
    def statements(self) -> tuple[str, ...]:
        return tuple(ddl(table) for table in self.tables)

    def named(self, prefix: str) -> tuple[Table, ...]:
        return tuple(table for table in self.tables if table.name.startswith(prefix))

    def relation(self, draw: Draw, table: Table) -> Relation:
        alias, fields = aliased(draw, self.fields(table))
        return Relation(f"`{table.name}` AS {alias}", fields, table.changelog == "append")

    def fields(self, table: Table) -> tuple[Field, ...]:
        return tuple(
            Field("", column.name, self.tags[table.name, column.name], _time(table, column)) for column in table.columns
        )


def _time(table: Table, column: Column) -> str | None:
    if column.expression == "PROCTIME()":
        return "proctime"
    return "rowtime" if column.name == table.event_time else None


def schema(draw: Draw) -> Schema:
    key, time = draw.one(("i", "bi", "s")), draw.one(("ts3", "ts3", "tz3"))
    tags: dict[tuple[str, str], str] = {}
    shapes: tuple[tuple[str, dict[str, Any]], ...] = (
        ("stream_a", {"time": time, "proctime": True}),
        ("stream_b", {"time": time, "proctime": draw.chance(0.5)}),
        ("plain", {}),
        ("cdc", {"changelog": "cdc", "keyed": True}),
        ("upsert", {"changelog": "upsert", "keyed": True}),
        ("version", {"changelog": draw.one(("cdc", "upsert")), "keyed": True, "time": time}),
        ("lookup", {"lookup": True}),
    )
    return Schema(tuple(_table(draw, name, key, tags, **shape) for name, shape in shapes), tags)


def _table(
    draw: Draw,
    name: str,
    key: str,
    tags: dict[tuple[str, str], str],
    *,
    time: str | None = None,
    proctime: bool = False,
    changelog: str = "append",
    keyed: bool = False,
    lookup: bool = False,
) -> Table:
    columns: list[tuple[str, str, bool, str | None]] = [("k", key, not keyed and draw.chance(0.7), None)]
    words = draw.source.sample(WORDS, draw.number(4, 9))
    columns += [(word, _tag(draw), draw.chance(0.75), None) for word in words]
    if time:
        columns.append(("rt", time, True, None))
    if proctime:
        columns.append(("pt", "tz3", True, "PROCTIME()"))
    tags.update({(name, column): tag for column, tag, _, _ in columns})
    return Table(
        name,
        tuple(
            Column(column, None if computed else TYPES[tag], nullable, computed) for column, tag, nullable, computed in columns
        ),
        event_time="rt" if time else None,
        delay_ms=draw.one((0, 1000, 5000)),
        key=("k",) if keyed else (),
        changelog=changelog,
        lookup=lookup,
    )


def _tag(draw: Draw) -> str:
    if draw.chance(0.25):
        return draw.one(KEYS)
    return draw.one(COMMON) if draw.chance(0.75) else draw.one(tuple(TYPES))
