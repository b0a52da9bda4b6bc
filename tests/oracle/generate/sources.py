"""Random relations: tables, joins of every kind, windows, UNNEST."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.oracle.generate.expressions import condition, expression
from tests.oracle.generate.schemas import Schema
from tests.oracle.generate.scope import Draw, Field, Relation, Select, aliased, derived, without_time

INTERVALS = ("'10' SECOND", "'5' MINUTE", "'1' HOUR", "'1' DAY")
WINDOWS = {
    "TUMBLE": ("INTERVAL '1' MINUTE", "INTERVAL '1' HOUR", "INTERVAL '1' DAY", "INTERVAL '1' HOUR, INTERVAL '15' MINUTE"),
    "HOP": ("INTERVAL '1' MINUTE, INTERVAL '5' MINUTE", "INTERVAL '30' SECOND, INTERVAL '2' MINUTE", "INTERVAL '1' HOUR, INTERVAL '1' DAY", "INTERVAL '5' MINUTE, INTERVAL '1' HOUR", "INTERVAL '7' MINUTE, INTERVAL '10' MINUTE"),
    "CUMULATE": ("INTERVAL '1' MINUTE, INTERVAL '1' HOUR", "INTERVAL '1' HOUR, INTERVAL '1' DAY"),
    "SESSION": ("INTERVAL '15' MINUTE", "INTERVAL '30' SECOND"),
}  # fmt: skip


def table(draw: Draw, schema: Schema) -> Relation:
    return schema.relation(draw, draw.one(schema.tables))


def stream(draw: Draw, schema: Schema) -> Relation:
    return schema.relation(draw, draw.one(schema.named("stream")))


def _side(draw: Draw, schema: Schema) -> Relation:
    """A table, or a filtered piece of one."""
    relation = table(draw, schema)
    if draw.chance(0.7):
        return relation
    columns = draw.some(relation.fields, 6)
    kept = (relation.fields[0], *(column for column in columns if column is not relation.fields[0]))
    listed = ", ".join(column.ref for column in kept)
    text = f"SELECT {listed} FROM {relation.text} WHERE {condition(draw, relation.fields)}"
    return derived(draw, Select(text, kept, relation.append))


def regular_join(draw: Draw, schema: Schema) -> Relation:
    left, right = _side(draw, schema), _side(draw, schema)
    kind = draw.one(("JOIN", "INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"))
    on = f"{left.fields[0].ref} = {right.fields[0].ref}"
    if draw.chance(0.25):
        on += f" AND {condition(draw, (*left.fields, *right.fields), 1)}"
    joined = Relation(f"{left.text} {kind} {right.text} ON {on}", (*left.fields, *right.fields), False)
    return without_time(joined)


def three_way_join(draw: Draw, schema: Schema) -> Relation:
    first, third = regular_join(draw, schema), _side(draw, schema)
    kind = draw.one(("JOIN", "LEFT JOIN"))
    text = f"{first.text} {kind} {third.text} ON {first.fields[0].ref} = {third.fields[0].ref}"
    return without_time(Relation(text, (*first.fields, *third.fields), False))


def cross_join(draw: Draw, schema: Schema) -> Relation:
    left, right = table(draw, schema), table(draw, schema)
    form = draw.one(("{} CROSS JOIN {}", "{}, {}"))
    return without_time(Relation(form.format(left.text, right.text), (*left.fields, *right.fields), False))


def interval_join(draw: Draw, schema: Schema) -> Relation:
    left, right = stream(draw, schema), stream(draw, schema)
    kind = draw.one(("JOIN", "LEFT JOIN", "FULL JOIN", "RIGHT JOIN"))
    mine, other = left.rowtimes[0].ref, right.rowtimes[0].ref
    low, high = draw.one(INTERVALS), draw.one(INTERVALS)
    bound = draw.one(
        (
            f"{mine} BETWEEN {other} - INTERVAL {low} AND {other} + INTERVAL {high}",
            f"{mine} >= {other} AND {mine} < {other} + INTERVAL {high}",
        )
    )
    text = f"{left.text} {kind} {right.text} ON {left.fields[0].ref} = {right.fields[0].ref} AND {bound}"
    fields = (*left.fields, *(column._replace(time=None) for column in right.fields))
    return Relation(text, fields, kind == "JOIN")


def temporal_join(draw: Draw, schema: Schema) -> Relation:
    left = stream(draw, schema)
    version = schema.named("version")[0]
    return _as_of(draw, schema, left, left.rowtimes[0], version.name, schema.fields(version))


def lookup_join(draw: Draw, schema: Schema) -> Relation:
    left = schema.relation(draw, schema.named("stream_a")[0])
    looked_up = schema.named("lookup")[0]
    return _as_of(draw, schema, left, left.proctimes[0], looked_up.name, schema.fields(looked_up))


def _as_of(
    draw: Draw, schema: Schema, left: Relation, time: Field, name: str, columns: tuple[Field, ...]
) -> Relation:
    alias, fields = aliased(draw, columns)
    kind = draw.one(("JOIN", "LEFT JOIN"))
    on = f"{left.fields[0].ref} = {fields[0].ref}"
    text = f"{left.text} {kind} `{name}` FOR SYSTEM_TIME AS OF {time.ref} AS {alias} ON {on}"
    return Relation(text, (*left.fields, *(column._replace(time=None) for column in fields)))


def unnested(draw: Draw, schema: Schema) -> Relation:
    relation = table(draw, schema)
    collections = {"ai": "i", "ain": "i", "ad": "d", "astr": "s", "aai": "ai", "mi": "i"}
    arrays = relation.of(*collections)
    array, tag = (draw.one(arrays).ref, "") if arrays else (f"ARRAY[{expression(draw, relation.fields, 'i', 1)}, 1]", "i")
    tag = tag or collections[next(column.tag for column in arrays if column.ref == array)]
    alias, name = draw.alias(), "item"
    form = draw.one(("{} CROSS JOIN UNNEST({}) AS {} ({})", "{} LEFT JOIN UNNEST({}) AS {} ({}) ON TRUE"))
    element = Field(f"{alias}.`{name}`", name, tag)
    return replace(relation, text=form.format(relation.text, array, alias, name), fields=(*relation.fields, element))


def window(draw: Draw, schema: Schema) -> Relation:
    """A window function over a stream or over a projection of one."""
    kind = draw.one(tuple(WINDOWS))
    table_ = draw.one(schema.named("stream"))
    fields = schema.fields(table_)
    times = [column for column in fields if column.time == "rowtime" or (column.time and draw.chance(0.2))]
    time = draw.one(times)
    source, fields = _window_input(draw, schema, table_.name, fields, kind)
    size = draw.one(WINDOWS[kind])
    text = f"TABLE({kind}({source}, DESCRIPTOR(`{time.name}`), {size}))"
    zoned = "tz3" if time.time == "proctime" else time.tag
    added = (Field("", "window_start", "ts3"), Field("", "window_end", "ts3"), Field("", "window_time", zoned, time.time))
    kept = tuple(column._replace(time=None) if column.time == "rowtime" else column for column in fields)
    alias, shown = aliased(draw, (*kept, *added))
    return Relation(f"{text} AS {alias}", shown, window=True)


def _window_input(
    draw: Draw, schema: Schema, name: str, fields: tuple[Field, ...], kind: str
) -> tuple[str, tuple[Field, ...]]:
    if kind == "SESSION":
        partition = f" PARTITION BY `{fields[0].name}`" if draw.chance(0.8) else ""
        return f"TABLE `{name}`{partition}", fields
    if draw.chance(0.75):
        return f"TABLE `{name}`", fields
    bare = tuple(column._replace(ref=f"`{column.name}`") for column in fields)
    return f"(SELECT * FROM `{name}` WHERE {condition(draw, bare, 1)})", fields


def window_join(draw: Draw, schema: Schema) -> Relation:
    kind, size = draw.one((("TUMBLE", WINDOWS["TUMBLE"][1]), ("HOP", WINDOWS["HOP"][0])))
    sides = []
    for _ in range(2):
        table_ = draw.one(schema.named("stream"))
        text = f"(SELECT * FROM TABLE({kind}(TABLE `{table_.name}`, DESCRIPTOR(`rt`), {size})))"
        bounds = (Field("", "window_start", "ts3"), Field("", "window_end", "ts3"))
        alias, fields = aliased(draw, (*(c._replace(time=None) for c in schema.fields(table_)), *bounds))
        sides.append((f"{text} AS {alias}", fields, alias))
    (left, mine, a), (right, other, b) = sides
    join = draw.one(("JOIN", "LEFT JOIN", "FULL JOIN"))
    on = f"{mine[0].ref} = {other[0].ref} AND {a}.window_start = {b}.window_start AND {a}.window_end = {b}.window_end"
    return Relation(f"{left} {join} {right} ON {on}", (*mine, *other))


Source = Callable[[Draw, Schema], Relation]
SOURCES: tuple[tuple[int, Source], ...] = (
    (5, table), (4, stream), (5, regular_join), (2, three_way_join), (1, cross_join), (3, interval_join), (2, temporal_join),
    (2, lookup_join), (2, unnested), (4, window), (2, window_join),
)  # fmt: skip


def relation(draw: Draw, schema: Schema) -> Relation:
    return draw.one([source for weight, source in SOURCES for _ in range(weight)])(draw, schema)
