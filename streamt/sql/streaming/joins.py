"""Joins as the planner runs them: window, interval, temporal and lookup joins bound their state, a plain one does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from streamt.sql.bind.plan import Filter, Join, Project, TableCall, TopOfEach, first_below
from streamt.sql.bind.terms import Column, Conjunct, Operand, WindowMark, WindowSpec
from streamt.sql.facts import Problem
from streamt.sql.streaming.equalities import (
    Equality,
    carried_over,
    columns_of,
    compared_keys,
    equalities,
    never_met,
    sides,
)
from streamt.sql.streaming.estimates import check_estimate
from streamt.sql.streaming.held import MIRRORED, held_by, with_more
from streamt.sql.streaming.readers import MAX_READERS, operators_of
from streamt.sql.streaming.relations import live
from streamt.sql.streaming.traits import NO_KEYS, Held, Traits, both, containing, joined_keys
from streamt.sql.streaming.uniqueness import differ
from streamt.sql.streaming.walk import Distributed, Stream


def visit_join(stream: Stream, plan: Join) -> Traits:
    left, right = stream.of(plan.left), stream.of(plan.right)
    kind = stream.reach.kinds.get(id(plan)) or plan.kind
    return _joined(stream, plan, kind, left, right)._replace(held=_held(stream, plan, kind, left, right))


def _held(stream: Stream, plan: Join, kind: str, left: Traits, right: Traits) -> Held:
    own = tuple(held_by(stream.terms(plan))) if kind in ("INNER", "SEMI") else ()
    sides = (left.held if kind in ("INNER", "LEFT", "SEMI", "ANTI") else ()) + (right.held if kind in ("INNER", "RIGHT", "SEMI") else ())
    held = with_more(sides, own)
    carried = tuple(carried_over(held, equalities(stream.terms(plan), plan.left, plan.right))) if kind in ("INNER", "SEMI") else ()
    stream.joined.update((*held_by(plan.conjuncts), *(item for item in carried if item not in held)))
    return with_more(held, carried)


def _joined(stream: Stream, plan: Join, kind: str, left: Traits, right: Traits) -> Traits:
    if plan.kind == "LEFT" and isinstance(plan.right, TableCall) and plan.right.required:
        stream.refuse(plan, "LEFT JOIN UNNEST of rows with a field that is NOT NULL has no plan in Flink",
                      "use CROSS JOIN UNNEST, or add WITH ORDINALITY")  # fmt: skip
        return left
    if isinstance(plan.right, TableCall) and plan.right.correlated:
        return _correlate(stream, plan, left)
    terms = stream.terms(plan)
    if isinstance(plan.right, TopOfEach):
        keys = first_below(plan.left, Project)
        stream.removed.add(id(keys))
        stream.state.pop(id(keys), None)
        return right
    if kind == "LEFT" and any(term.false for term in plan.conjuncts):
        stream.dropped[id(plan)] = id(plan.right)
        return left
    if right.empty and kind in ("ANTI", "LEFT", "FULL"):
        return left
    if left.empty and kind in ("RIGHT", "FULL"):
        return right
    if right.empty and kind == "SEMI":
        return Traits(empty=True)
    if kind == "INNER" and (left.empty or right.empty or never_met(stream, plan, kind)):
        return Traits(empty=True, known=left.known and right.known)
    if kind == "SEMI" and never_met(stream, plan, kind):
        return Traits(empty=True)
    if kind in ("LEFT", "RIGHT", "ANTI") and never_met(stream, plan, kind):
        return _without(stream, plan, kind, left, right)
    equal = list(equalities(terms, plan.left, plan.right))
    if _unread(stream, plan, kind, equal):
        return _without(stream, plan, kind, left, right)
    if _window_join(stream, plan, equal, left, right):
        return _append_join(stream, plan, left, right, "WindowJoin", "window", "a window join")
    bounds = _time_bounds(plan, terms, left, right) if kind not in ("SEMI", "ANTI") else None
    if bounds is not None:
        return _interval_join(stream, plan, kind, equal, left, right, bounds)
    return _regular_join(stream, plan, kind, equal, left, right)


def _without(stream: Stream, plan: Join, kind: str, left: Traits, right: Traits) -> Traits:
    """The side that stays where the other one is not run."""
    stream.dropped[id(plan)] = id(plan.left if kind == "RIGHT" else plan.right)
    return right if kind == "RIGHT" else left


def _unread(stream: Stream, plan: Join, kind: str, equal: list[Equality]) -> bool:
    """Whether the side that may be missing gives at most one row, and none of its columns to anybody."""
    if stream.readers is None or kind not in ("LEFT", "RIGHT") or len(plan.columns) == len(plan.left.columns):
        return False  # a subquery is joined without columns, and its rows are what is asked for
    side, position = (plan.right, 1) if kind == "LEFT" else (plan.left, 0)
    if id(plan) not in stream.once and not differ(stream, side, columns_of(equal)[position]):
        return False
    own = {id(plan), *operators_of(side)}
    return all(len(known) < MAX_READERS and known <= own for column in side.columns for known in (stream.readers.get(column.id, set()),))


def _correlate(stream: Stream, plan: Join, left: Traits) -> Traits:
    """A call for each row of the left side keeps nothing."""
    lefts = {column.id for column in plan.left.columns}
    of_the_left = any(column.origins for column in plan.right.columns)
    if of_the_left and any(ref.id in lefts for term in plan.conjuncts for ref in term.refs):
        stream.refuse(plan, "the ON of a function or UNNEST cannot name columns of the left side", "write ON TRUE, and the condition in WHERE")
    return left._replace(keys=NO_KEYS, empty=False)


TEXT = frozenset({"CHAR", "VARCHAR"})


def key_types(stream: Stream, plan: Join) -> Iterator[Problem]:
    """A join's key is not converted between text and something else: the planner looks before it knows what is empty."""
    terms = stream.terms(plan)
    if any(term.false for term in plan.conjuncts) or (isinstance(plan.right, TableCall) and plan.right.correlated):
        return
    if plan.test is not None and isinstance(plan.right, Filter) and any(term.false for term in plan.right.conjuncts):
        return  # a subquery of nothing is no join
    for pair in equalities(terms, plan.left, plan.right):
        one, other = pair.kinds
        if (one in TEXT) != (other in TEXT) and "UNKNOWN" not in pair.kinds and "NULL" not in pair.kinds:
            message = f"a join compares {one} with {other}, and Flink converts no text there"
            yield Problem("no_stream_plan", message, plan.start, plan.end, help="cast one side")
            return


def _regular_join(stream: Stream, plan: Join, kind: str, equal: list[Equality], left: Traits, right: Traits) -> Traits:
    stream.keeps(plan, "Join")
    for side, ids in zip((plan.left, plan.right), sides(equal), strict=True):
        check_estimate(stream, plan, side, ids)
    lefts, rights = (frozenset(pair.compared[side] for pair in equal) for side in (0, 1))
    left_keys, right_keys = compared_keys(equal, left.keys, right.keys)
    stream.distributed[id(plan)] = (Distributed(lefts, left_keys), Distributed(rights, right_keys))
    result = both(left, right)
    if kind not in ("INNER", "SEMI"):
        result = result._replace(updates=True, deletes=True)
    timed = frozenset(column.id for side in (plan.left, plan.right) for column in side.columns if column.time)
    if kind in ("SEMI", "ANTI"):
        keys = containing(left_keys, lefts)
    else:
        keys = joined_keys(kind, left_keys, right_keys, lefts, rights)
    keys = frozenset(key for key in keys if min(key, default=0) >= 0)
    return result._replace(keys=keys, dead=result.dead | timed)


def _append_join(
    stream: Stream, plan: Join, left: Traits, right: Traits, operator: str, bound: str, what: str
) -> Traits:
    for side in (left, right):
        stream.needs_append(plan, side, what, "join before rows are aggregated or deduplicated")
    stream.keeps(plan, operator, bound)
    return both(left, right)._replace(updates=False, deletes=False)


def _window_join(stream: Stream, plan: Join, equal: list[Equality], left: Traits, right: Traits) -> bool:
    """Both bounds of the same kind of window are equal on both sides."""
    found: set[str] = set()
    windows: set[WindowSpec] = set()
    for pair in equal:
        if pair.left is None or pair.right is None:
            continue
        a, b = pair.left.mark, pair.right.mark
        if type(a) is WindowMark and type(b) is WindowMark and a.part == b.part and _same(a.window, b.window):
            found.add(a.part)
            windows.add(a.window)
    if not {"start", "end"} <= found:
        return False
    if any(window.rowtime is False for window in windows):
        stream.refuse(plan, "Flink has no window join over processing time", "use windows over an event-time column")
    return True


def _same(a: WindowSpec, b: WindowSpec) -> bool:
    return a.kind == b.kind and a.sizes == b.sizes and a.rowtime == b.rowtime


class Bounds(NamedTuple):
    left: Column
    right: Column
    time: str


def _time_bounds(plan: Join, terms: list[Conjunct], left: Traits, right: Traits) -> Bounds | None:
    """Terms that hold the two sides' times together from both ends: t1 BETWEEN t2 - i AND t2 + j, or t1 = t2."""
    lefts = {column.id for column in plan.left.columns}
    rights = {column.id for column in plan.right.columns}
    found: list[tuple[str, Column, Column]] = []
    for term in terms:
        between = _time_term(term, lefts, rights, left, right)
        if between is not None:
            found.append(between)
    ops = [op for op, _, _ in found]
    bounded = ops == ["="] or (len(ops) == 2 and "=" not in ops and _direction(ops[0]) != _direction(ops[1]))
    if not bounded:
        return None
    _, a, b = found[0]
    return Bounds(a, b, live(a, left) or "")


def _direction(op: str) -> str:
    return op[0]


def _time_term(
    term: Conjunct, lefts: set[int], rights: set[int], left: Traits, right: Traits
) -> tuple[str, Column, Column] | None:
    if term.left is None or term.right is None or term.op not in MIRRORED:
        return None
    a, b = _time_of(term.left), _time_of(term.right)
    if a is None or b is None:
        return None
    if a.id in lefts and b.id in rights:
        op, x, y = term.op, a, b
    elif b.id in lefts and a.id in rights:
        op, x, y = MIRRORED[term.op], b, a
    else:
        return None
    times = live(x, left), live(y, right)
    return (op, x, y) if times[0] is not None and times[0] == times[1] else None


def _time_of(operand: Operand) -> Column | None:
    return operand.column if operand.column is not None and operand.offset_ms is not None else None


def _interval_join(
    stream: Stream, plan: Join, kind: str, equal: list[Equality], left: Traits, right: Traits, bounds: Bounds
) -> Traits:
    if bounds.left.type.kind != bounds.right.type.kind:
        stream.refuse(plan, f"an interval join compares times of one type, and here {bounds.left.type.kind} meets {bounds.right.type.kind}",
                      "cast one side where it is read, before the watermark")  # fmt: skip
    if bounds.time == "proctime":
        _check_proctime(stream, plan, left, right)
    result = _append_join(stream, plan, left, right, "IntervalJoin", "interval", "an interval join")
    lefts, rights = sides(equal)
    return result._replace(keys=joined_keys(kind, left.keys, right.keys, lefts, rights))


def _check_proctime(stream: Stream, plan: Join, left: Traits, right: Traits) -> None:
    """Over processing time no event time may come out: its watermarks would not be held back."""
    wanted = {column.id for column in stream.root.columns}
    for side, traits in ((plan.left, left), (plan.right, right)):
        for column in side.columns:
            if column.id in wanted and live(column, traits) == "rowtime":
                stream.refuse(plan, f"an interval join over processing time cannot hand on the event time `{column.name}`",
                              "leave it out, or cast it to TIMESTAMP(3) before the join")  # fmt: skip
                return
