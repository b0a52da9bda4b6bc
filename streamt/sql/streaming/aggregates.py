"""Aggregates: grouped for ever, or by a window of time that ends."""

from __future__ import annotations

from streamt.sql.bind.grouping import window_of
from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project, Renumber, SetOp, WindowFunction
from streamt.sql.bind.terms import (
    AggregateCall,
    Column,
    WindowMark,
    WindowSpec,
)
from streamt.sql.streaming.constants import check_constants
from streamt.sql.streaming.elements import check_elements
from streamt.sql.streaming.estimates import check_estimate
from streamt.sql.streaming.held import CONSTANT, constant_still, constants, with_more
from streamt.sql.streaming.keys import carried, own, places
from streamt.sql.streaming.relations import live
from streamt.sql.streaming.sums import SUMMED_UP, grouped_by, paired, read_calls
from streamt.sql.streaming.traits import NO_KEYS, Holds, Keys, Traits, within
from streamt.sql.streaming.uniqueness import differ
from streamt.sql.streaming.walk import Stream
from streamt.sql.values import Ref

OF_ONE_ROW = frozenset({"SUM", "MIN", "MAX", "SINGLE_VALUE"})
OF_MEANS = ("AVG", *SUMMED_UP)
OF_SUMS = ("SUM", *OF_MEANS)
NO_MERGE = frozenset({"FIRST_VALUE", "LAST_VALUE", "JSON_ARRAYAGG"})
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
    if window is not None and _windowed(stream, plan, window):
        return _window_aggregate(stream, plan, window, below)
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


def _windowed(stream: Stream, plan: Aggregate, window: WindowSpec) -> bool:
    """Grouped by other keys than its partition a session is a plain grouping; it, and a window of processing time, must be taken
    in whole: a filter by its bounds, a call over them or a second aggregate is a plain grouping too."""
    if not set(window.partition) <= {column.id for column in plan.keys}:
        return False
    if window.kind == "SESSION" and any(not _of_window(column, window) and column.id not in window.partition for column in plan.keys):
        return False
    if window.rowtime is not False and window.kind != "SESSION":
        return True
    taken_in = _window_below(stream, plan.input, window) is not None
    return taken_in and not (window.rowtime is False and _reads_bounds(stream, plan, window))


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


def _window_aggregate(stream: Stream, plan: Aggregate, window: WindowSpec, below: Traits) -> Traits:
    message = _uneven(window)
    if message is not None:
        stream.refuse(plan, message, "choose a slide that divides the size", at=(window.start, window.end))
    source = _window_below(stream, plan.input, window)
    if source is not None and isinstance(_below_projections(source.input), WindowFunction):
        stream.refuse(plan, f"Flink cannot aggregate {window.kind} of rows that another window has already",
                      "aggregate by the window below first, or read the rows without it", at=(window.start, window.end))  # fmt: skip
    if source is not None and _stays(stream, plan, source):
        if window.rowtime is False:
            stream.refuse(plan, "Flink cannot aggregate a TUMBLE of processing time under a filter that is a BOOLEAN column alone",
                          "filter in the query that TUMBLE reads", at=(window.start, window.end))  # fmt: skip
        source = None
    summed = _distinct_sum(read_calls(stream, plan)) if window.kind == "HOP" and window.rowtime else None
    if summed is not None:
        stream.refuse(plan, f"Flink takes no {summed.function}(DISTINCT ..) over the slices of HOP", "use TUMBLE, or COUNT(DISTINCT ..)",
                      at=(summed.start, summed.end))  # fmt: skip
    apart = source is None or _reads_bounds(stream, plan, window)
    if source is not None and not apart:
        stream.state.pop(id(source), None)
    if source is not None and (not apart or window.kind == "SESSION"):
        for call in read_calls(stream, plan):
            if call.function in NO_MERGE and window.kind != "TUMBLE":
                stream.refuse(plan, f"{call.function} cannot be merged over the slices of {window.kind}", "use TUMBLE, MIN or MAX", at=(call.start, call.end))
    stream.keeps(plan, "WindowAggregate", "window")
    return Traits(False, False, below.known, NO_KEYS, below.dead, held=below.held)


def _distinct_sum(calls: list[AggregateCall]) -> AggregateCall | None:
    """A sum of distinct values, unless a mean beside it is computed of sums and counts."""
    if any(not call.distinct and call.function.startswith(OF_MEANS) for call in calls):
        return None
    return next((call for call in calls if call.distinct and call.function.startswith(OF_SUMS) and call.function != "AVG"), None)


def _reads_bounds(stream: Stream, plan: Aggregate, window: WindowSpec) -> bool:
    """Whether a call is about the window itself: then the rows are given to their windows before, one by one.

    A call that nobody reads is dropped late: what it computes stays, unless a filter is moved past it.
    """
    read = read_calls(stream, plan)
    source = _window_below(stream, plan.input, window)
    filtered = isinstance(plan.input, Filter) and not (source is not None and _stays(stream, plan, source))
    asked = (call for call in plan.calls if call in read or not (call.column or filtered))
    return any(_of_window(ref, window) for call in asked for ref in call.refs)


def _stays(stream: Stream, plan: Aggregate, source: WindowFunction) -> bool:
    """Whether the window function is run apart: to the planner, a filter that is a column alone costs nothing where it stands.

    With HOP and CUMULATE the rows are more above than below; a field of a row is read below.
    """
    terms = [term.value for term in stream.reach.above.get(id(source), ())]
    if source.window.kind != "TUMBLE" or [type(value) for value in terms] != [Ref]:
        return False
    rows = {column.id for column in source.columns if column.type.kind == "ROW"}
    read = {ref.id for call in plan.calls for ref in call.refs}
    read.update(made for key in plan.keys for made in stream.reach.b.made_of.get(key.id, ()))
    return not read & rows


def _of_window(column: Column, window: WindowSpec) -> bool:
    return type(column.mark) is WindowMark and column.mark.window == window


def _window_below(stream: Stream, plan: Plan, window: WindowSpec) -> WindowFunction | None:
    """The window function that the aggregate takes in: only projections, and filters not of the window, lie between."""
    plan = _below_projections(plan)
    if not isinstance(plan, WindowFunction) or plan.window != window:
        return None
    filtered = any(_of_window(ref, window) for term in stream.terms(plan) for ref in term.refs)
    return None if filtered else plan


def _below_projections(plan: Plan) -> Plan:
    while isinstance(plan, (Project, Filter, Renumber)):
        plan = plan.input
    return plan


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


def visit_window_function(stream: Stream, plan: WindowFunction) -> Traits:
    below = stream.of(plan.input)
    window = plan.window
    at = (window.start, window.end)
    if plan.time is not None and live(plan.time, below) is None:
        stream.refuse(plan, f"{window.kind} needs a time attribute, and `{plan.time.name}` is none here",
                      "declare event_time on the source; a time is lost by casts, expressions, joins and aggregates without window",
                      at=at)  # fmt: skip
    message = _size_problem(window)
    if message is not None:
        stream.refuse(plan, message, "choose one that divides the other" if "multiple" in message else None, at=at)
    stream.keeps(plan, "WindowTableFunction", "window")
    return below._replace(keys=NO_KEYS, held=(), empty=False)


def _size_problem(window: WindowSpec) -> str | None:
    sizes = window.sizes
    count = 1 if window.kind in ("TUMBLE", "SESSION") else 2
    if any(size is None for size in sizes[:count]):
        return f"the sizes of {window.kind} are constants of days to milliseconds"
    if any(size is not None and size <= 0 for size in sizes[:count]):
        return f"the sizes of {window.kind} are more than zero"
    step, size = sizes[0], sizes[count - 1]
    if window.kind == "CUMULATE" and step and size and size % step:
        return f"CUMULATE: the size of {size} ms is no multiple of the step of {step} ms"
    offset = sizes[count] if len(sizes) > count else None
    if offset is not None and size and window.kind != "SESSION" and abs(offset) >= size:
        return f"{window.kind}: the offset of {offset} ms is not less than the size of {size} ms"
    return None


def _uneven(window: WindowSpec) -> str | None:
    """An aggregate over HOP is computed in slices of one slide."""
    step, size = (*window.sizes, None, None)[:2]
    if window.kind == "HOP" and step and size and size % step:
        return f"HOP: the size of {size} ms is no multiple of the slide of {step} ms"
    return None
