"""Sources, filters, unions, sorts, calls and pattern matches."""

from __future__ import annotations

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Match,
    Project,
    Renumber,
    Rows,
    Scan,
    SetOp,
    Sort,
    TableCall,
    TopOfEach,
    Unresolved,
    first_below,
)
from streamt.sql.bind.terms import Column, Conjunct, ConstantMark
from streamt.sql.facts import TableDef
from streamt.sql.functions.model import NOT_LITERAL
from streamt.sql.streaming.held import CONSTANT, constants, contradictory, fixed, held_by, with_more
from streamt.sql.streaming.keys import renumbered
from streamt.sql.streaming.refuted import refuted
from streamt.sql.streaming.sums import of_groups
from streamt.sql.streaming.traits import NO_KEYS, Held, Holds, Keys, Traits, both, containing, within
from streamt.sql.streaming.uniqueness import differ
from streamt.sql.streaming.walk import Stream
from streamt.sql.values import FALSE, moved


def visit_scan(stream: Stream, plan: Scan) -> Traits:
    table = plan.table
    ids = {column.name: column.id for column in plan.columns}
    keys = _declared_keys(table, ids)
    if table.changelog == "append":
        return Traits(keys=keys)
    return Traits(True, True, table.changelog in ("upsert", "cdc", "retract"), keys)


def _declared_keys(table: TableDef, ids: dict[str, int]) -> Keys:
    found = [key for key in (table.primary_key, *table.upsert_keys) if key and all(name in ids for name in key)]
    return frozenset(frozenset(ids[name] for name in key) for key in found)


def visit_rows(stream: Stream, plan: Rows) -> Traits:
    return Traits()


def visit_unresolved(stream: Stream, plan: Unresolved) -> Traits:
    return Traits(True, True, False)


def visit_renumber(stream: Stream, plan: Renumber) -> Traits:
    below = stream.of(plan.input)
    ids = plan.ids
    keys = renumbered(below.keys, ids)
    held = tuple(item._replace(column=ids[item.column]) for item in below.held if item.column in ids)
    return below._replace(keys=keys, dead=frozenset(ids[id] for id in below.dead if id in ids), held=held)


def visit_filter(stream: Stream, plan: Filter) -> Traits:
    """A column held to one value is a constant above, and no key names it any more."""
    below = stream.of(plan.input)
    held = with_more(below.held, held_by(plan.conjuncts))
    if any(term.false and not _told_late(plan, term) for term in plan.conjuncts) or contradictory(held) or refuted(stream.reach, plan.conjuncts, below.held):
        source = plan.input
        if isinstance(source, Join) and isinstance(source.right, TableCall) and source.right.correlated:
            _check_right_emptied(stream, plan, source)
            stream.dropped[id(source)] = id(source.left)  # the function is called for no row, but it is there
            return Traits(known=below.known)
        return below._replace(empty=True, updates=False, deletes=False, keys=NO_KEYS)
    conditions = tuple(item for item in held_by(plan.conjuncts) if item.op in ("=", "IS NULL"))
    return below._replace(held=held, keys=_told_apart(plan, below.keys, conditions) if conditions else below.keys)


def _told_apart(plan: Filter, keys: Keys, conditions: Held) -> Keys:
    """Of the groups that a filter leaves, a key needs no column that has one value in them all. In other rows it is lost with that."""
    own = fixed(conditions)
    if not any(key & own for key in keys):
        return keys
    source = first_below(plan.input, (Project, Filter))
    if not isinstance(source, Aggregate) or source.sets > 1 or source.window is not None:
        return frozenset(key for key in keys if not key & own)
    constant = constants(source.keys, conditions)
    left = frozenset(key - constant or key for key in keys)
    return left if of_groups(plan) is not None else frozenset(key for key in left if not key & own)


def _told_late(plan: Filter, term: Conjunct) -> bool:
    """Whether the planner would see that it is never met if it moved the filter, and does not: it stands on an aggregate."""
    return isinstance(first_below(plan.input, Filter), Aggregate) and term.value is not None and term.value != FALSE and moved(term.value) == FALSE


def _check_right_emptied(stream: Stream, plan: Filter, source: Join) -> None:
    """A condition that no element meets empties the side of the elements, and what is left has no plan. An outer join keeps the filter."""
    if source.kind == "LEFT":
        return
    elements = {column.id for column in source.right.columns}
    for term in plan.conjuncts:
        if term.false and term.refs and all(ref.id in elements for ref in term.refs):
            stream.refuse(plan, "no element meets this condition, and Flink has no plan for that", "drop the condition", at=(term.start, term.end))


def visit_set(stream: Stream, plan: SetOp) -> Traits:
    parts = [stream.of(below) for below in plan.inputs]
    gone = _emptied(plan, parts)
    if gone is not None:
        return gone
    result = parts[0]
    for part in parts[1:]:
        result = both(result, part)
    if plan.op.startswith("EXCEPT") and all(part.empty for part in parts[1:]):
        return _nothing_taken(stream, plan, parts[0])
    lost = _lost_times(stream, plan, parts) if plan.op.startswith("UNION") else frozenset()
    if plan.op == "UNION ALL":
        return result._replace(empty=all(part.empty for part in parts), held=(), dead=result.dead | lost)
    keys = frozenset({frozenset(column.id for column in plan.columns)})
    changed = not result.append
    if plan.op in ("INTERSECT", "EXCEPT") and _distinct(stream, plan):
        stream.removed.add(id(plan))
        stream.keeps(plan, "Join")
        ids = dict(zip((column.id for column in plan.inputs[0].columns), (column.id for column in plan.columns), strict=False))
        own = containing(parts[0].keys, ids)
        moved = frozenset(frozenset(ids[id] for id in key) for key in within(own, ids))
        return Traits(changed or plan.op == "EXCEPT", changed or plan.op == "EXCEPT", result.known, moved)
    stream.keeps(plan, "GroupAggregate")
    constants = tuple(Holds(id, CONSTANT, None) for id in _constants(plan, parts))
    if plan.op == "UNION":
        return Traits(True, changed, result.known, keys, held=constants)
    if plan.op in ("INTERSECT", "EXCEPT"):
        stream.keeps(plan, "Join")
        return Traits(True, changed or plan.op == "EXCEPT", result.known, keys, held=constants)
    return Traits(True, changed, result.known, NO_KEYS)


def _nothing_taken(stream: Stream, plan: SetOp, first: Traits) -> Traits:
    """EXCEPT of nothing: the rows, each once unless ALL is written."""
    stream.dropped[id(plan)] = id(plan.inputs[1])
    columns = {own.id: column.id for own, column in zip(plan.inputs[0].columns, plan.columns, strict=True)}
    if plan.op == "EXCEPT ALL":
        return first._replace(keys=frozenset(frozenset(columns[id] for id in key) for key in within(first.keys, columns)), held=())
    stream.keeps(plan, "GroupAggregate")
    return Traits(True, not first.append, first.known, frozenset({frozenset(columns.values())}))


def _distinct(stream: Stream, plan: SetOp) -> bool:
    """Whether the first input has no row twice as it is; a column that has to be cast first is no longer looked at."""
    left = plan.inputs[0]
    cast = any(own.type != column.type for own, column in zip(left.columns, plan.columns, strict=False))
    return not cast and differ(stream, left, (column.id for column in left.columns))


def _constants(plan: SetOp, parts: list[Traits]) -> list[int]:
    """Columns that have one value, as they do in one of the inputs that all rows are in, unless others say another."""
    if plan.op == "UNION":
        return [column.id for column in plan.columns if type(column.mark) is ConstantMark]
    found = []
    for position, column in enumerate(plan.columns):
        sides = [(below.columns[position], part) for below, part in zip(plan.inputs, parts, strict=True)][: None if plan.op == "INTERSECT" else 1]
        values = {side.mark.value for side, _ in sides if type(side.mark) is ConstantMark and isinstance(side.mark.value, (str, int))}
        if len(values) < 2 and any(_one_value(side, part) for side, part in sides):
            found.append(column.id)
    return found


def _one_value(column: Column, part: Traits) -> bool:
    return column.id in constants((column,), part.held)


def _lost_times(stream: Stream, plan: SetOp, parts: list[Traits]) -> frozenset[int]:
    """The time attributes that every input lost on its way; that only some did is refused."""
    lost = set()
    for position, column in enumerate(plan.columns):
        sides = [(below.columns[position], part) for below, part in zip(plan.inputs, parts, strict=True)]
        lives = {_is_cast(side, column) or live(side, part) is not None for side, part in sides if not _literal(side)}
        if column.shown and len(lives) > 1 and not any(_literal(side) for side, _ in sides):
            stream.refuse(plan, f"`{column.name}` is a time attribute in one query and lost in another, by a join or an aggregate",
                          "cast it to TIMESTAMP(3) in both")  # fmt: skip
        if True not in lives:
            lost.add(column.id)
    return frozenset(lost)


def _literal(side: Column) -> bool:
    return type(side.mark) is ConstantMark and side.mark.value is not NOT_LITERAL


def _is_cast(side: Column, column: Column) -> bool:
    """A column that is cast to a time attribute is one, even if it was none before."""
    return side.type != column.type or side.shown != column.shown


def _emptied(plan: SetOp, parts: list[Traits]) -> Traits | None:
    """The result where inputs without rows leave none."""
    if all(part.empty for part in parts):
        return Traits(empty=True)
    if plan.op.startswith("INTERSECT") and any(part.empty for part in parts):
        return Traits(empty=True)
    return Traits(empty=True) if plan.op.startswith("EXCEPT") and parts[0].empty else None


UNORDERED = ("MAP", "MULTISET", "RAW", "STRUCTURED", "VARIANT")


def visit_sort(stream: Stream, plan: Sort) -> Traits:
    below = stream.of(plan.input)
    for key in plan.keys:
        if key.column is not None and key.column.type.kind in UNORDERED:
            stream.refuse(plan, f"{key.column.type.display} has no order", "order by something of it")
            return below
    if plan.limit == 0:
        return below._replace(empty=True, updates=False, deletes=False, keys=NO_KEYS)
    if plan.limit is None and plan.offset is None:
        return _ordered(stream, plan, below)
    if plan.limit is None:
        stream.refuse(plan, "OFFSET without LIMIT would skip rows of a stream without end", "add LIMIT")
        return below
    if not plan.keys:
        stream.keeps(plan, "Limit", "limit")
        return below if below.append else below._replace(updates=True, deletes=True)
    stream.keeps(plan, "SortLimit", "limit" if below.append else "")
    keys = containing(below.keys, (key.column.id for key in plan.keys if key.column))
    return Traits(True, True, below.known, keys, below.dead)


def _ordered(stream: Stream, plan: Sort, below: Traits) -> Traits:
    """ORDER BY alone: the planner drops it in a subquery; a result can be ordered by time only."""
    if plan is not stream.root or below.empty:
        return below
    first = plan.keys[0]
    column = first.column
    if all(key.column is not None and type(key.column.mark) is ConstantMark for key in plan.keys):
        return below
    if column is None or first.descending or live(column, below) is None:
        stream.refuse(plan, "a stream has no end to sort at: only ascending time comes in order",
                      "order by the event-time or processing-time column first, ascending, or add LIMIT",
                      at=(plan.start, plan.end))  # fmt: skip
        return below
    stream.needs_append(plan, below, "sorting by time", "sort before the aggregate or join that changes rows")
    stream.keeps(plan, "TemporalSort", "time")
    ordered = (key.column.id for key in plan.keys if key.column is not None and type(key.column.mark) is not ConstantMark)
    return below._replace(keys=containing(below.keys, ordered))


def visit_top_of_each(stream: Stream, plan: TopOfEach) -> Traits:
    """Keys that hold what rows are ranked by; its columns go by the names that the left side has for them."""
    stream.keeps(plan, "Rank")
    below = stream.of(plan.input)
    keys = containing(below.keys, plan.ids)
    return below._replace(updates=True, deletes=True, keys=frozenset(frozenset(plan.ids.get(id, id) for id in key) for key in keys))


def live(column: Column, traits: Traits) -> str | None:
    """The time attribute that operators can use."""
    return None if column.id in traits.dead else column.time


def visit_table_call(stream: Stream, plan: TableCall) -> Traits:
    if not plan.process:
        return Traits()
    assert plan.input is not None
    stream.keeps(plan, "ProcessTableFunction")
    return stream.of(plan.input)._replace(keys=NO_KEYS, updates=False, deletes=False)


def visit_match(stream: Stream, plan: Match) -> Traits:
    below = stream.of(plan.input)
    first = plan.order[0].column if plan.order else None
    if first is None or plan.order[0].descending or live(first, below) is None:
        stream.refuse(plan, "MATCH_RECOGNIZE needs ORDER BY a time attribute first, ascending",
                      "order by the event-time column of the source")  # fmt: skip
    stream.needs_append(plan, below, "MATCH_RECOGNIZE", "match on the source itself, before rows are aggregated or joined")
    stream.keeps(plan, "Match", "time")
    return Traits(known=below.known)
