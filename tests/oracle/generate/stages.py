"""Random steps over a relation; each yields a query whose columns the next step can use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.oracle.generate.expressions import MADE, Calls, anything, call, condition, expression
from tests.oracle.generate.schemas import Schema
from tests.oracle.generate.scope import KEYS, Draw, Field, Relation, Select

AGGREGATES = (
    ("SUM({i})", "i"), ("SUM({dec})", "?"), ("COUNT(*)", "bi"), ("COUNT({s})", "bi"), ("COUNT(DISTINCT {s})", "bi"), ("MAX({ts3})", "ts3"),
    ("MIN({s})", "s"), ("AVG({d})", "d"), ("AVG({dec})", "?"), ("MAX({i})", "i"), ("SUM({bi})", "bi"), ("AVG({i})", "i"), ("STDDEV_POP({d})", "d"),
    ("MIN({dec})", "dec"), ("LAST_VALUE({s})", "s"), ("LISTAGG({s})", "s"), ("COUNT({b})", "bi"), ("SUM({d})", "d"), ("MAX({dt})", "dt"),
)  # fmt: skip


def _items(draw: Draw, taken: Sequence[tuple[str, Field]]) -> tuple[str, tuple[Field, ...]]:
    """`expr AS name, ..` with unlike names, and the columns that come out."""
    used: dict[str, int] = {}
    texts, fields = [], []
    for text, column in taken:
        number = used.get(column.name, 0)
        used[column.name] = number + 1
        name = f"{column.name}_{number}" if number else column.name
        texts.append(f"{text} AS `{name}`")
        fields.append(column._replace(ref="", name=name))
    return ", ".join(texts), tuple(fields)


def _kept(draw: Draw, relation: Relation, most: int) -> list[Field]:
    """Some columns, and what the step below computed: people compute what they use."""
    chosen = draw.some(relation.fields, most)
    return [column for column in relation.fields if column in chosen or column.tag == "?"]


def _where(draw: Draw, relation: Relation, schema: Schema, share: float) -> str:
    if not draw.chance(share):
        return ""
    if relation.window or not draw.chance(0.2):
        return f" WHERE {condition(draw, relation.fields, 2)}"
    return f" WHERE {_subquery(draw, relation, schema)}"


def _subquery(draw: Draw, relation: Relation, schema: Schema) -> str:
    inner = schema.relation(draw, draw.one(schema.tables))
    mine, key = relation.fields[0], inner.fields[0]
    form = draw.one(("{0} IN (SELECT {1} FROM {2} WHERE {3})", "EXISTS (SELECT 1 FROM {2} WHERE {0} = {1} AND {3})", "{0} NOT IN (SELECT {1} FROM {2})"))
    return form.format(mine.ref, key.ref, inner.text, condition(draw, inner.fields, 1))


def project(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    taken = [(column.ref, column) for column in _kept(draw, relation, 5)]
    if draw.chance(0.2):
        time = draw.one([*relation.rowtimes, *relation.proctimes] or [relation.fields[0]])
        taken.append((time.ref, time))
    for number in range(draw.number(0, 2)):
        text, tag = anything(draw, relation.fields)
        taken.append((text, Field("", f"e{number}", tag)))
    for number in range(draw.one((1, 2, 2, 2))):
        taken.append((call(draw, relation.fields, calls.next("scalar")), Field("", f"f{number}", "?")))
    items, fields = _items(draw, taken)
    distinct = "DISTINCT " if draw.chance(0.04) else ""
    text = f"SELECT {distinct}{items} FROM {relation.text}{_where(draw, relation, schema, 0.5)}"
    return Select(text, _timeless(fields) if distinct else fields, relation.append and not distinct)


def star(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    """`SELECT *`: the planner renames columns of one name, and so do we give up their names."""
    names = [column.name for column in relation.fields]
    fields = tuple(column._replace(ref="") for column in relation.fields if names.count(column.name) == 1)
    text = f"SELECT * FROM {relation.text}{_where(draw, relation, schema, 0.7)}"
    return Select(text, fields or (Field("", names[0], "?"),), relation.append)


def _timeless(fields: Sequence[Field]) -> tuple[Field, ...]:
    return tuple(column._replace(time=None) for column in fields)


def aggregate(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    keys = list(draw.some(relation.of(*KEYS) or relation.fields[:1], 2))
    bounds = [column for column in relation.fields if column.name in ("window_start", "window_end")][:2] if relation.window else []
    if relation.window and draw.chance(0.3):
        bounds += [column for column in relation.fields if column.name == "window_time"]
        keys = keys[: draw.number(0, 1)]
    grouped = [*bounds, *keys]
    taken = [(column.ref, column if column.name == "window_time" else column._replace(time=None)) for column in grouped]
    taken += [_aggregate(draw, relation, number) for number in range(draw.number(1, 3))]
    taken += _counted(draw, relation)
    site = draw.one(("grouped", "grouped", "distinct", "filtered"))
    extra = call(draw, relation.fields, calls.next(site))
    if site == "filtered":
        extra += f" FILTER (WHERE {condition(draw, relation.fields, 1)})"
    taken.append((extra, Field("", "g", "?")))
    items, fields = _items(draw, taken)
    text = f"SELECT {items} FROM {relation.text}{_where(draw, relation, schema, 0.4)} GROUP BY {_grouping(draw, grouped, relation)}"
    if draw.chance(0.15):
        text += f" HAVING COUNT(*) > {draw.number(1, 9)}"
    return Select(text, fields, relation.window)


def _aggregate(draw: Draw, relation: Relation, number: int) -> tuple[str, Field]:
    form, tag = draw.one(AGGREGATES)
    hole = form.partition("{")[2].partition("}")[0]
    text = form.replace("{" + hole + "}", expression(draw, relation.fields, hole, 1)) if hole else form
    if draw.chance(0.1):
        text += f" FILTER (WHERE {condition(draw, relation.fields, 1)})"
    return text, Field("", f"a{number}", tag)


def _counted(draw: Draw, relation: Relation) -> list[tuple[str, Field]]:
    """What the step below computed, used. COUNT(x) would not do: of an x that cannot be NULL it is COUNT(*)."""
    forms = (("COLLECT({})", "?"), ("COLLECT({})", "?"), ("COUNT(DISTINCT {})", "bi"), ("LAST_VALUE({})", "?"))
    chosen = [(column, draw.one(forms)) for column in relation.of("?")]
    return [(form.format(column.ref), Field("", f"n{number}", tag)) for number, (column, (form, tag)) in enumerate(chosen)]


def _grouping(draw: Draw, grouped: Sequence[Field], relation: Relation) -> str:
    refs = [column.ref for column in grouped]
    if len(refs) > 1 and not relation.window and draw.chance(0.1):
        kind = draw.one(("GROUPING SETS (({0}), ({1}))", "CUBE ({0}, {1})", "ROLLUP ({0}, {1})"))
        return ", ".join([kind.format(*refs[:2]), *refs[2:]])
    return ", ".join(refs)


def overall(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    taken = [_aggregate(draw, relation, number) for number in range(draw.number(1, 3))]
    taken += _counted(draw, relation)
    taken.append((call(draw, relation.fields, calls.next("global")), Field("", "g", "?")))
    items, fields = _items(draw, taken)
    return Select(f"SELECT {items} FROM {relation.text}{_where(draw, relation, schema, 0.5)}", fields, False)


def over(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    times = [*relation.rowtimes, *relation.proctimes]
    if not times or not relation.append or relation.window:
        return aggregate(draw, relation, schema, calls)
    order = draw.one(times).ref
    key = draw.one(relation.of(*KEYS) or relation.fields[:1]).ref
    frame = draw.one(("", "", " ROWS BETWEEN 5 PRECEDING AND CURRENT ROW", " RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW"))
    base = calls.next("over")
    if base.function in ("RANK", "DENSE_RANK", "ROW_NUMBER", "CUME_DIST", "PERCENT_RANK", "NTILE", "LAG", "LEAD"):
        frame = ""
    specification = f"(PARTITION BY {key} ORDER BY {order}{frame})"
    taken = [(column.ref, column) for column in _kept(draw, relation, 4)]
    taken.append((f"{call(draw, relation.fields, base)} OVER {specification}", Field("", "o", "?")))
    if draw.chance(0.5):
        taken.append((f"SUM({expression(draw, relation.fields, 'i', 1)}) OVER {specification}", Field("", "running_sum", "i")))
    items, fields = _items(draw, taken)
    return Select(f"SELECT {items} FROM {relation.text}{_where(draw, relation, schema, 0.3)}", fields)


def ranked(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    """Top-N; a deduplication where it is the first by time."""
    keys = [column.ref for column in draw.some(relation.of(*KEYS) or relation.fields[:1], 2)]
    times = [*relation.rowtimes, *relation.proctimes]
    others = [column for column in relation.fields if column.ref not in keys and column.tag not in ("?", *MADE, "mi")]
    order = draw.one(times) if times and draw.chance(0.5) else draw.one(others or relation.fields[-1:])
    if relation.window:
        keys = [column.ref for column in relation.fields if column.name in ("window_start", "window_end")] + keys
    taken = [(column.ref, column) for column in _kept(draw, relation, 6)]
    rank = f"ROW_NUMBER() OVER (PARTITION BY {', '.join(keys)} ORDER BY {order.ref}{draw.one((' DESC', ' ASC', ''))})"
    taken.append((rank, Field("", "rn", "bi")))
    items, fields = _items(draw, taken)
    bound = "1" if order.time else draw.one(("1", "3", "10"))
    shown = ", ".join(f"`{column.name}`" for column in fields[:-1]) if draw.chance(0.6) else "*"
    kept = fields if shown == "*" else fields[:-1]
    text = f"SELECT {shown} FROM (SELECT {items} FROM {relation.text}) WHERE rn {draw.one(('<=', '='))} {bound}"
    return Select(text, kept if order.time else _timeless(kept), False)


def united(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    if relation.of("?"):
        return project(draw, relation, schema, calls)
    tags = [draw.one(("i", "s", "dec", "bi", "d", "ts3", "v", "c", "dt")) for _ in range(draw.number(1, 4))]
    taken = [(expression(draw, relation.fields, tag, 1), Field("", f"u{number}", "?")) for number, tag in enumerate(tags)]
    items, fields = _items(draw, taken)
    other = schema.relation(draw, draw.one(schema.tables))
    near = {"i": "bi", "bi": "i", "v": "s", "c": "v", "dec": "i", "d": "dec"}
    listed = ", ".join(
        expression(draw, other.fields, near.get(tag, tag) if draw.chance(0.3) else tag, 1) for tag in tags
    )
    operator = draw.one(("UNION ALL", "UNION ALL", "UNION ALL", "UNION", "INTERSECT", "EXCEPT"))
    text = f"SELECT {items} FROM {relation.text} {operator} SELECT {listed} FROM {other.text}"
    return Select(text, fields, relation.append and other.append and operator == "UNION ALL")


Stage = Callable[[Draw, Relation, Schema, Calls], Select]
STAGES: tuple[tuple[int, Stage], ...] = ((9, project), (5, aggregate), (1, overall), (6, over), (4, ranked), (2, united), (1, star))


def stage(draw: Draw, relation: Relation, schema: Schema, calls: Calls) -> Select:
    return draw.one([step for weight, step in STAGES for _ in range(weight)])(draw, relation, schema, calls)
