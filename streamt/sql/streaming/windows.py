"""Window table functions, and aggregates by their windows: whether the two are one operator.

The planner takes a function into the aggregate above it where nothing is asked of the bounds of a window before its rows are
aggregated, and where a projection lies between that can be moved below.
"""

from __future__ import annotations

from math import inf

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Over,
    Plan,
    Project,
    Renumber,
    Scan,
    WindowFunction,
    first_below,
)
from streamt.sql.bind.prepared import CALLS, CASTS, NOTHING
from streamt.sql.bind.terms import AggregateCall, Column, WindowMark, WindowSpec
from streamt.sql.streaming.held import fixed, held_by
from streamt.sql.streaming.pushdown import SUMMED_UP
from streamt.sql.streaming.readers import read_from
from streamt.sql.streaming.relations import live
from streamt.sql.streaming.selectivity import coarse, fine
from streamt.sql.streaming.sums import read_calls, splits
from streamt.sql.streaming.traits import NO_KEYS, Traits
from streamt.sql.streaming.walk import Stream

NO_MERGE = frozenset({"FIRST_VALUE", "LAST_VALUE", "JSON_ARRAYAGG"})
OF_MEANS = ("AVG", *SUMMED_UP)
OF_SUMS = ("SUM", *OF_MEANS)
OF_A_ROW = 0.03  # what it costs to give a row to its windows, where one row that is sent on costs 1
MAX_STEPS = 50  # of projections looked through for what a column is made of
LOOKED_THROUGH = (Project, Filter, Renumber)


def windowed(stream: Stream, plan: Aggregate, window: WindowSpec) -> bool:
    """Whether the groups are windows. Grouped by other keys than its partition a session is a plain grouping; so is a window of
    processing time of which a filter or a call asks the bounds, and one that is aggregated again."""
    if not set(window.partition) <= {column.id for column in plan.keys}:
        return False
    source = window_below(plan.input, window)
    if window.kind == "SESSION":
        others = (column for column in plan.keys if not _of_window(column, window))
        if any(column.id not in window.partition for column in others) or (source is not None and partition_lost(stream, source)):
            return False
    if window.rowtime is not False:
        return True
    return source is not None and not _filtered(stream, source) and not _asks_bounds(stream, plan, source)


def parted(stream: Stream, plan: Over, window: WindowSpec) -> bool:
    """Whether OVER still sees the columns that sessions are parted by: without them the rows are in no windows to the planner."""
    source = window_below(plan.input, window)
    if source is not None and partition_lost(stream, source):
        return False
    known = stream.readers
    return known is None or all(read_from(known.get(id, set()), plan) for id in window.partition)


def partition_lost(stream: Stream, source: WindowFunction) -> bool:
    """Whether a filter above holds a column that sessions are parted by to one value: it is a constant then, and no column."""
    constant = fixed(tuple(item for item in held_by(stream.reach.above.get(id(source), ())) if item.op == "IS NULL" or type(item.value) in (int, str)))
    return not constant.isdisjoint(source.window.partition)


def window_aggregate(stream: Stream, plan: Aggregate, window: WindowSpec, below: Traits) -> Traits:
    message = _uneven(window)
    if message is not None:
        stream.refuse(plan, message, "choose a slide that divides the size", at=(window.start, window.end))
    source = window_below(plan.input, window)
    if source is not None and not _filtered(stream, source) and isinstance(first_below(source.input, LOOKED_THROUGH), WindowFunction):
        stream.refuse(plan, f"Flink cannot aggregate {window.kind} of rows that another window has already",
                      "aggregate by the window below first, or read the rows without it", at=(window.start, window.end))  # fmt: skip
    merged = source is not None and not _filtered(stream, source) and not _asks_bounds(stream, plan, source)
    if merged and source is not None and (_stays(stream, plan, source) or _projects_nothing(stream, plan, source)):
        merged = False
        if window.rowtime is False:
            stream.refuse(plan, f"Flink cannot aggregate {window.kind} of processing time here: it would run the window function by itself",
                          "leave out aggregates that nobody reads; filter in the query that the window function reads",
                          at=(window.start, window.end))  # fmt: skip
    summed = _distinct_sum(read_calls(stream, plan)) if window.kind == "HOP" and window.rowtime else None
    if summed is not None:
        stream.refuse(plan, f"Flink takes no {summed.function}(DISTINCT ..) over the slices of HOP", "use TUMBLE, or COUNT(DISTINCT ..)",
                      at=(summed.start, summed.end))  # fmt: skip
    if merged and source is not None:
        stream.state.pop(id(source), None)
    if merged or (source is not None and window.kind == "SESSION"):
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


def _unread_calls(stream: Stream, plan: Aggregate) -> list[AggregateCall]:
    return [call for call in plan.calls if call.owner and call.owner not in stream.kept]


def window_below(plan: Plan, window: WindowSpec) -> WindowFunction | None:
    """The window function that only projections and filters lie above."""
    plan = first_below(plan, LOOKED_THROUGH)
    return plan if isinstance(plan, WindowFunction) and plan.window == window else None


def _filtered(stream: Stream, source: WindowFunction) -> bool:
    """Whether a filter asks for the bounds."""
    return any(_of_window(ref, source.window) for term in stream.terms(source) for ref in term.refs)


def _asks_bounds(stream: Stream, plan: Aggregate, source: WindowFunction) -> bool:
    """Whether a call is about the window itself: then the rows are given to their windows before, one by one.

    What is worked out for a call that nobody reads stays where it is, unless calls are split into sums over a new projection, or a filter
    lies between and the calls that are read need none.
    """
    read, unread = read_calls(stream, plan), _unread_calls(stream, plan)
    if any(_made_of_window(stream, ref, source) for call in read for ref in call.refs):
        return True
    there = _ids(source)
    asked = any(_work(call, there) != NOTHING and any(_made_of_window(stream, ref, source) for ref in call.refs) for call in unread)
    if not asked or splits(plan, read):
        return False
    return not _conditions(stream, source) or not _takes_columns(plan, read, there)


def _projects_nothing(stream: Stream, plan: Aggregate, source: WindowFunction) -> bool:
    """Whether the projection between goes with the calls that nobody reads, as it costs something and the others need none."""
    there = _ids(source)
    if _conditions(stream, source) or not _takes_columns(plan, read_calls(stream, plan), there):
        return False
    return any(_work(call, there) == CALLS for call in _unread_calls(stream, plan))


def _conditions(stream: Stream, source: WindowFunction) -> bool:
    return any(not term.true for term in stream.reach.above.get(id(source), ()))


def _takes_columns(plan: Aggregate, read: list[AggregateCall], there: frozenset[int]) -> bool:
    """Whether the keys and the calls that are read take columns of the window function as they are."""
    plain = all(_work(call, there) == NOTHING and not call.function.startswith(SUMMED_UP) for call in read)
    return plain and all(key.id in there for key in plan.keys)


def _work(call: AggregateCall, there: frozenset[int]) -> str:
    """What has to be worked out between the window function, which has the columns `there`, and the call."""
    made = [ref for ref in call.refs if ref.id not in there]
    if call.preparation == CALLS or any(ref.source not in there for ref in made):
        return CALLS
    return CASTS if made else call.preparation


def _ids(source: WindowFunction) -> frozenset[int]:
    return frozenset(column.id for column in source.columns)


def _stays(stream: Stream, plan: Aggregate, source: WindowFunction) -> bool:
    """Whether the window function is run apart, as to the planner a filter above it lets fewer rows through than one below."""
    values = dict.fromkeys(term.value for term in stream.reach.above.get(id(source), ()) if not term.true)
    terms = [value for value in values if value is not None]
    if not terms or len(terms) < len(values) or fine(terms) * _windows_of_a_row(source.window) > coarse(terms) - OF_A_ROW:
        return False
    return _takes_columns(plan, list(plan.calls), _ids(source)) or _over_watermarks(plan, source)


def _over_watermarks(plan: Aggregate, source: WindowFunction) -> bool:
    """Whether its rows are those of a table as they have their watermarks: the columns that are wanted are picked below where others
    are computed, unless they leave out the time of the watermarks."""
    table = source.input
    if not isinstance(table, Scan) or table.table.event_time is None or not any(column.expression for column in table.table.columns):
        return False
    time = next((column.id for column in table.columns if column.name == table.table.event_time), 0)
    return source.window.rowtime is not False or time in {key.id for key in plan.keys} | {ref.id for call in plan.calls for ref in call.refs}


def _windows_of_a_row(window: WindowSpec) -> float:
    step, size = (*window.sizes, None, None)[:2]
    if window.kind not in ("HOP", "CUMULATE"):
        return 1 if window.kind == "TUMBLE" else inf
    return size // step if size and step else inf


def _of_window(column: Column, window: WindowSpec) -> bool:
    return type(column.mark) is WindowMark and column.mark.window == window


def _made_of_window(stream: Stream, column: Column, source: WindowFunction) -> bool:
    """Whether the column is a bound, or computed of one."""
    bounds = {bound.id for bound in source.columns[-3:]}
    stack = [column.id]
    for _ in range(MAX_STEPS):
        if not stack:
            return False
        id = stack.pop()
        if id in bounds:
            return True
        stack.extend(stream.reach.b.made_of.get(id, ()))
    return False


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
