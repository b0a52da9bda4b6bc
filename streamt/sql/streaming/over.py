"""OVER: Top-N and deduplication where a filter limits the rank, else a running aggregate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from streamt.sql.bind.grouping import window_of
from streamt.sql.bind.plan import Over
from streamt.sql.bind.terms import (
    Conjunct,
    ConstantMark,
    Operand,
    OverCall,
    OverMark,
    WindowMark,
    WindowSpec,
)
from streamt.sql.streaming.constants import constant
from streamt.sql.streaming.estimates import check_estimate
from streamt.sql.streaming.held import MIRRORED, constants, implied, varying
from streamt.sql.streaming.relations import UNORDERED, live
from streamt.sql.streaming.traits import NO_KEYS, Held, Keys, Traits, containing
from streamt.sql.streaming.walk import Stream
from streamt.sql.streaming.windows import parted

RANKS = ("ROW_NUMBER", "RANK", "DENSE_RANK")


class Limit(NamedTuple):
    """Rows kept of each partition: ranks `start` to `end`; `end` None where it is a column's value."""

    start: int
    end: int | None


def visit_over(stream: Stream, plan: Over) -> Traits:
    below = stream.of(plan.input)
    calls = _used(stream, plan)
    if not calls:
        return below
    held = tuple(item for item in below.held if item not in stream.joined)  # what a join says, ranks are not told
    below = varying(below)._replace(empty=False, held=held)  # the planner ranks what never comes, too
    call = calls[0]
    for item in call.order:
        if item.column is not None and item.column.type.kind in UNORDERED:
            stream.refuse(plan, f"{item.column.type.display} has no order", "order by something of it", at=(call.start, call.end))
            return below
    if len({c.shape for c in calls}) > 1:
        _refuse_windows(stream, plan, calls, below.held)
        return below
    functions = {c.function for c in calls}
    if stream.terms(plan) and any(_impossible(stream.terms(plan), ranks) for ranks in _ranks(plan)):
        return Traits(empty=True)
    if call.function in RANKS and all(_alike(c, call) for c in calls):
        limit = _limit(stream, plan, call)
        if limit is not None:
            return _rank(stream, plan, call, limit, below)
    if functions & set(RANKS) and not _orders(call, below.held):
        stream.refuse(plan, f"{call.function} needs ORDER BY a column that varies", "order by the column that decides the rank",
                      at=(call.start, call.end))  # fmt: skip
        return below
    return _over_aggregate(stream, plan, calls, below)


def _used(stream: Stream, plan: Over) -> tuple[OverCall, ...]:
    """The calls whose result is read; the planner drops the others, unless a filter stands between."""
    held = stream.of(plan.input).held
    filtered = any(not implied(held, term) for term in stream.terms(plan))
    marks = [column.mark for column in plan.columns if filtered or column.id in stream.kept]
    return tuple(mark.call for mark in marks if type(mark) is OverMark and mark.call in plan.calls)


def _refuse_windows(stream: Stream, plan: Over, calls: tuple[OverCall, ...], held: Held) -> None:
    for call in calls:
        if call.function in RANKS and not _orders(call, held):
            stream.refuse(plan, f"{call.function} needs ORDER BY a column that varies", at=(call.start, call.end))
            return
    other = next(call for call in calls if call.shape != calls[0].shape)
    stream.refuse(plan, "all OVER calls of one SELECT must have the same window: keys, order and frame",
                  "give them one window (WINDOW w AS ..), or split them into nested queries", at=(other.start, other.end))  # fmt: skip


def _orders(call: OverCall, held: Held) -> bool:
    """Whether ORDER BY has a column that is no constant."""
    return any(item.column is not None and not constant(item.column, held) for item in call.order)


def _limit(stream: Stream, plan: Over, call: OverCall) -> Limit | None:
    """What the filter above leaves of the ranks; None: nothing the planner can read as Top-N limits them."""
    terms = stream.terms(plan)
    ranks = _ids(plan, call)
    bounds = [bound for term in terms if (bound := _bound(term, ranks)) is not None]
    exact = [value for op, value in bounds if op == "="]
    if not exact and any(_bound(term, ranks) is None and any(ref.id in ranks for ref in term.refs) for term in terms):
        return None
    upper = [value if op == "<=" or value is None else value - 1 for op, value in bounds if op in ("<", "<=")]
    lower = [value if op == ">=" or value is None else value + 1 for op, value in bounds if op in (">", ">=")]
    exact, upper, lower = list(dict.fromkeys(exact)), _tightest(upper, min), _tightest(lower, max)
    if lower and None in upper:
        return None
    if len(exact) == 1 and exact[0] is not None:
        return Limit(exact[0] or 1, exact[0])
    if (len(exact), len(upper), len(lower)) not in ((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1)) or None in lower:
        return None
    if exact:
        return Limit(1, None)
    start = (lower[0] if lower else 1) or 1
    if not upper:
        stream.refuse(plan, f"{call.function} is limited from below only; a stream can keep the first N, not the rest",
                      "add an upper limit, such as rank <= 10", at=(call.start, call.end))  # fmt: skip
        return Limit(start, None)
    return Limit(start, upper[0])


def _tightest(values: list[int | None], choose: Callable[[list[int]], int]) -> list[int | None]:
    """The planner makes one limit of several constants; one that is a column stays apart."""
    constants = [value for value in values if value is not None]
    columns: list[int | None] = [value for value in values if value is None]
    return [choose(constants), *columns] if constants else columns


def _impossible(terms: list[Conjunct], ranks: frozenset[int]) -> bool:
    """The rank is held to two values, or below what it was limited to."""
    exact: set[int] = set()
    most: int | None = None
    for term in terms:
        bound = _bound(term, ranks)
        if bound is None:
            continue
        op, value = bound
        if value is None:
            continue
        if op == "=":
            exact.add(value)
        elif op in ("<", "<="):
            top = value - 1 if op == "<" else value
            most = top if most is None else min(most, top)
    return len(exact) > 1 or (most is not None and any(value > most for value in exact))


def _bound(term: Conjunct, ranks: frozenset[int]) -> tuple[str, int | None] | None:
    """(comparison, limit) of a term `rank <= 10`; the limit None for a column."""
    if term.left is None or term.right is None or term.op not in MIRRORED:
        return None
    if _is_rank(term.left, ranks):
        op, other = term.op, term.right
    elif _is_rank(term.right, ranks):
        op, other = MIRRORED[term.op], term.left
    else:
        return None
    if other.constant and isinstance(other.literal, int):
        return op, other.literal
    return (op, None) if other.column is not None else None


def _is_rank(operand: Operand, ranks: frozenset[int]) -> bool:
    return operand.column is not None and operand.offset_ms == 0 and operand.column.id in ranks


def _alike(one: OverCall, other: OverCall) -> bool:
    """The same rank, written twice."""
    return one.function == other.function and one.shape == other.shape


def _rank(stream: Stream, plan: Over, call: OverCall, limit: Limit, below: Traits) -> Traits:
    first_only = limit.end == 1 and call.function == "ROW_NUMBER"
    if not _orders(call, below.held):
        stream.refuse(plan, f"{call.function} needs ORDER BY a column that varies", at=(call.start, call.end))
        return below
    if limit.end is not None and limit.end < 1:
        stream.refuse(plan, f"{call.function} is at most {limit.end} here, and ranks begin at 1", "keep rank <= 1 or more", at=(call.start, call.end))
        return below
    window = window_of(key for key in call.keys if key is not None)
    if window is not None and call.function == "ROW_NUMBER" and parted(stream, plan, window):
        return _window_rank(stream, plan, call, first_only, window, below)
    if call.function != "ROW_NUMBER":
        stream.refuse(plan, f"Top-N by {call.function} has no stream plan", "use ROW_NUMBER", at=(call.start, call.end))
        return below
    stream.keeps(plan, "Rank")
    by = [key for key in call.keys if key is not None]
    check_estimate(stream, plan, plan.input, (key.id for key in by))
    partition = frozenset(key.id for key in by) - constants(by, below.held)
    keeps_first = not (len(call.order) == 1 and call.order[0].descending)
    append = first_only and below.append and keeps_first
    keys = _rank_keys(plan, call, below, partition, first_only)
    return Traits(not append, not append, below.known, keys, below.dead, held=below.held)


def _rank_keys(plan: Over, call: OverCall, below: Traits, partition: frozenset[int], first_only: bool) -> Keys:
    if first_only:
        return frozenset({partition})
    own = containing(below.keys, partition)
    return own | {partition | {id} for id in _ids(plan, call)}


def _ids(plan: Over, call: OverCall) -> frozenset[int]:
    """The ids of the rank itself, where it is a column."""
    return _by_call(plan).get((call.function, call.shape), frozenset())


def _ranks(plan: Over) -> Iterable[frozenset[int]]:
    return _by_call(plan).values()


def _by_call(plan: Over) -> dict[tuple[str, object], frozenset[int]]:
    """The result columns of the calls, those of the same function over the same window together."""
    own = {(call.start, call.end) for call in plan.calls}
    found: dict[tuple[str, object], set[int]] = {}
    for column in plan.columns:
        mark = column.mark
        if type(mark) is OverMark and (mark.call.start, mark.call.end) in own:
            found.setdefault((mark.call.function, mark.call.shape), set()).add(column.id)
    return {call: frozenset(ids) for call, ids in found.items()}


def _timed(call: OverCall, below: Traits) -> bool:
    order = call.order[0].column
    return len(call.order) == 1 and order is not None and live(order, below) is not None


def _window_rank(
    stream: Stream, plan: Over, call: OverCall, first_only: bool, window: WindowSpec, below: Traits
) -> Traits:
    timed = _timed(call, below)
    what = "window deduplication" if first_only and timed else "window Top-N"
    if window.rowtime is False:
        stream.refuse(plan, f"Flink has no {what} over processing time", "use a window over an event-time column", at=(call.start, call.end))
    stream.needs_append(plan, below, what, "rank before rows are changed")
    stream.keeps(plan, "WindowDeduplicate" if first_only and timed else "WindowRank", "window")
    keys = NO_KEYS
    if not (first_only and timed):
        own = frozenset(key.id for key in call.keys if key is not None and not (type(key.mark) is WindowMark and key.mark.window == window))
        keys = _rank_keys(plan, call, below, own, first_only)
    return Traits(known=below.known, keys=keys, dead=below.dead, held=below.held)


def _over_aggregate(stream: Stream, plan: Over, calls: tuple[OverCall, ...], below: Traits) -> Traits:
    call = calls[0]
    at = (call.start, call.end)
    order = [item for item in call.order if item.column is None or type(item.column.mark) is not ConstantMark]
    if len(order) != 1 or order[0].column is None or not _orders(call, below.held):
        stream.refuse(plan, "OVER of a stream is ordered by one column", "ORDER BY the time column", at=at)
        return below
    key = order[0]
    time = live(key.column, below) if key.column is not None else None
    if key.descending:
        stream.refuse(plan, "OVER of a stream is ordered ascending", "drop DESC; for the last row of each key use ROW_NUMBER and filter by 1", at=at)
    if any(c.frame == "FOLLOWING" for c in calls):
        stream.refuse(plan, "the frame of an OVER starts before the current row and ends at it", "ROWS BETWEEN 3 PRECEDING AND CURRENT ROW", at=at)
    keys = below.keys
    for c in calls:
        by = [k for k in c.keys if k is not None]
        keys = containing(keys, {k.id for k in by} - constants(by, below.held))
    stream.keeps(plan, "OverAggregate", "time" if time is not None and call.bounded else "")
    if time is not None:
        stream.needs_append(plan, below, "OVER by time", "compute it before rows are aggregated or joined")
        return Traits(known=below.known, keys=keys, dead=below.dead, held=below.held)
    if call.bounded:
        stream.refuse(plan, "a bounded OVER is ordered by a time attribute", "order by the event-time column, or drop the frame", at=at)
    return Traits(True, True, below.known, keys, below.dead, held=below.held)
