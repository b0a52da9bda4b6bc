"""Aggregates: grouped for ever, or by a window of time that ends."""

from __future__ import annotations

from streamt.sql.bind.grouping import window_of
from streamt.sql.bind.plan import Aggregate, SetOp
from streamt.sql.bind.terms import WindowSpec
from streamt.sql.streaming.constants import check_constants
from streamt.sql.streaming.elements import check_elements
from streamt.sql.streaming.estimates import check_estimate
from streamt.sql.streaming.held import CONSTANT, constant_still, constants, with_more
from streamt.sql.streaming.keys import carried, own, places
from streamt.sql.streaming.sums import grouped_by, paired, read_calls
from streamt.sql.streaming.traits import NO_KEYS, Holds, Keys, Traits, within
from streamt.sql.streaming.uniqueness import differ
from streamt.sql.streaming.walk import Stream
from streamt.sql.streaming.windows import window_aggregate, windowed

OF_ONE_ROW = frozenset({"SUM", "MIN", "MAX", "SINGLE_VALUE"})
OF_ADDED_ROWS = frozenset({"LAG", "ROW_NUMBER", "RANK", "DENSE_RANK"})
NO_STREAM = {"APPROX_COUNT_DISTINCT": "Flink has no APPROX_COUNT_DISTINCT for streams: use COUNT(DISTINCT ..)"}


def visit_aggregate(stream: Stream, plan: Aggregate) -> Traits:
    below = stream.of(plan.input)
    check_elements(stream, plan)
    check_constants(stream, plan, (call.owner for call in read_calls(stream, plan)), below.held)
    for call in read_calls(stream, plan):
        if call.function in NO_STREAM:
            stream.refuse(plan, NO_STREAM[call.function], at=(call.start, call.end))
        if call.function in OF_ADDED_ROWS:
            stream.needs_append(plan, below, call.function, "give it OVER (.. ORDER BY ..)")
        if call.function == "COUNT" and call.args > 1 and not call.distinct:
            stream.refuse(plan, "COUNT of several columns has no stream plan", "count one column, or COUNT(*)", at=(call.start, call.end))
    if plan.window is not None:
        return _group_window(stream, plan, plan.window, below)
    window = window_of(key for key in plan.keys if plan.sets == 1 or not key.type.nullable)
    if window is not None and windowed(stream, plan, window):
        return window_aggregate(stream, plan, window, below)
    if _redundant(stream, plan):
        stream.removed.add(id(plan))
        return below._replace(keys=within(below.keys, places(plan.keys)) if plan.sets == 1 else NO_KEYS)
    stream.keeps(plan, "GroupAggregate")
    check_estimate(stream, plan, plan.input, (key.id for key in plan.keys))
    constant = constants(plan.keys, below.held) if plan.sets == 1 else frozenset()
    keys = _group_keys(plan, constant) if plan.sets == 1 else NO_KEYS
    dead = below.dead | {column.id for column in plan.input.columns if column.time}
    ids = {column.id for column in plan.keys} if plan.sets == 1 else set()
    kept = below.held if _taken_as_it_is(plan) else constant_still(below.held, plan.keys)
    held = with_more(tuple(item for item in kept if item.column in ids), (Holds(key.id, "IS NULL" if key.type.nullable else CONSTANT, None) for key in plan.keys if key.id in constant))
    return Traits(True, not below.append, below.known, keys, dead, held=held)


def _redundant(stream: Stream, plan: Aggregate) -> bool:
    """Groups of one row each: the planner drops the aggregate where its calls yield their argument then."""
    if not plan.keys or any(call.function not in OF_ONE_ROW or call.filtered for call in plan.calls):
        return False
    ids = plan.common if plan.sets > 1 else frozenset(column.id for column in plan.keys)
    return differ(stream, plan.input, ids)


def _group_keys(plan: Aggregate, constant: frozenset[int]) -> Keys:
    """What rows are grouped by. Of constants the planner keeps the first where there is nothing else, and makes literals of the others."""
    ids = frozenset(column.id for column in plan.keys)
    if _taken_as_it_is(plan):
        constant = frozenset()
    if ids and ids <= constant:
        return frozenset({ids}) if len(ids) == 1 else NO_KEYS
    if plan.twins and paired(plan):
        return frozenset({frozenset(place for place in grouped_by(plan) if own(place) not in constant)})
    return carried(frozenset({ids - constant}), plan.columns, {})


def _taken_as_it_is(plan: Aggregate) -> bool:
    """Whether the rows of a set operation are grouped without a projection between, where the planner looks for constants."""
    read = [*(column.id for column in plan.keys), *(ref.id for call in plan.calls for ref in call.refs)]
    plain = all(call.plain and not call.filtered for call in plan.calls)
    return isinstance(plan.input, SetOp) and plain and list(dict.fromkeys(read)) == [column.id for column in plan.input.columns]


def _group_window(stream: Stream, plan: Aggregate, window: WindowSpec, below: Traits) -> Traits:
    _check_group_window(stream, plan, window, below)
    stream.keeps(plan, "GroupWindowAggregate", "window")
    ids = frozenset(column.id for column in plan.keys)
    # a time that is NOT NULL is cast to be so: the key is lost on the way
    bounds = [column for column in plan.columns[len(plan.keys) :] if column.time is None or (column.time == "rowtime" and column.type.nullable)]
    keys = frozenset(ids | {column.id} for column in bounds)
    return Traits(False, False, below.known, keys, below.dead)


def _check_group_window(stream: Stream, plan: Aggregate, window: WindowSpec, below: Traits) -> None:
    at = (window.start, window.end)
    needed = 2 if window.kind == "HOP" else 1
    time = plan.time
    if time is None or time.shown is None:  # one that a join or an aggregate below loses will do: the planner looks before it is lost
        name = f"`{time.name}` " if time is not None and time.name else ""
        stream.refuse(plan, f"{window.kind} groups by a time attribute, and {name}is none here",
                      "declare event_time on the source; a time is lost by casts and expressions", at=at)  # fmt: skip
    elif time.shown == "proctime" and any(column.time == "rowtime" for column in plan.columns):
        stream.refuse(plan, f"{window.kind} over processing time has no rowtime", f"ask for {window.kind}_PROCTIME, or declare event_time", at=at)
    elif plan.sets > 1:
        stream.refuse(plan, f"{window.kind} cannot stand with ROLLUP, CUBE or GROUPING SETS", "use the table function of the window", at=at)
    elif len(window.sizes) > needed:
        stream.refuse(plan, f"{window.kind} with an alignment has no stream plan", "use the table function, which has OFFSET", at=at)
    elif any(size is None for size in window.sizes):
        stream.refuse(plan, f"the sizes of {window.kind} are constants of days to milliseconds", "write INTERVAL '1' DAY, not months", at=at)
