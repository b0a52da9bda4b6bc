"""What a plan means as a stream: changes, keys, state, and what has no stream plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Match,
    Over,
    Project,
    Renumber,
    Rows,
    Scan,
    SetOp,
    Sort,
    TableCall,
    TemporalJoin,
    TopOfEach,
    Unresolved,
    WindowFunction,
    inputs_of,
)
from streamt.sql.facts import UNKNOWN, Problem, StateOperator
from streamt.sql.streaming.aggregates import visit_aggregate
from streamt.sql.streaming.joins import key_types, visit_join
from streamt.sql.streaming.keys import places
from streamt.sql.streaming.normalize import normalized
from streamt.sql.streaming.nulled import nulled
from streamt.sql.streaming.over import visit_over
from streamt.sql.streaming.projections import visit_project
from streamt.sql.streaming.pushdown import pushed_down
from streamt.sql.streaming.readers import kept_by_over, readers, told_apart_once
from streamt.sql.streaming.relations import (
    live,
    visit_filter,
    visit_match,
    visit_renumber,
    visit_rows,
    visit_scan,
    visit_set,
    visit_sort,
    visit_table_call,
    visit_top_of_each,
    visit_unresolved,
)
from streamt.sql.streaming.temporal import visit_temporal_join
from streamt.sql.streaming.traits import Traits, within
from streamt.sql.streaming.walk import Stream, Visit
from streamt.sql.streaming.windows import visit_window_function

if TYPE_CHECKING:
    from streamt.sql.bind import Binding
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.terms import Conjunct

VISITS: dict[type, Visit] = {
    Scan: visit_scan,
    Rows: visit_rows,
    Unresolved: visit_unresolved,
    Renumber: visit_renumber,
    Project: visit_project,
    Filter: visit_filter,
    Join: visit_join,
    TemporalJoin: visit_temporal_join,
    Aggregate: visit_aggregate,
    WindowFunction: visit_window_function,
    Over: visit_over,
    SetOp: visit_set,
    Sort: visit_sort,
    TopOfEach: visit_top_of_each,
    TableCall: visit_table_call,
    Match: visit_match,
}


class StreamFacts(NamedTuple):
    """`run`: ids of the columns that the operators have which are run, of those that were asked for; `met`: which the
    planner meets at least, as no operator above lets nothing through."""

    problems: tuple[Problem, ...] = ()
    changelog: str = UNKNOWN
    upsert_keys: tuple[tuple[str, ...], ...] = ()
    state: tuple[StateOperator, ...] = ()
    stateful: bool | None = None
    run: frozenset[int] = frozenset()
    met: frozenset[int] = frozenset()


def stream_facts(b: Binding, root: Plan, names: tuple[str, ...], used: set[int], asked: frozenset[int] = frozenset()) -> StreamFacts:
    """`names` of the root's columns, `used` ids of what they are made of, `asked`: of which to say whether they are run.

    Nothing but problems where the query has no stream plan.
    """
    reach = pushed_down(b, root)
    kept = kept_by_over((plan for plan in reversed(b.plans) if id(plan) in reach.read), b.made_of, used)
    stream = Stream(reach, root, used, kept.used, b.catalog.state_ttl_ms)
    if any(_asks_who_reads(plan) for plan in b.plans):
        stream.readers = readers((plan for plan in b.plans if id(plan) in reach.read), root, b.made_of, kept)
        stream.once = told_apart_once((plan for plan in b.plans if id(plan) in reach.read), stream.terms)
    for plan in b.plans:
        if id(plan) in stream.reach.read:
            if isinstance(plan, Join) and id(plan) not in b.moot:
                stream.early.extend(key_types(stream, plan))
            starved = _starved(stream, plan)
            if starved:
                stream.starved.add(id(plan))
            empty = starved or id(plan) in stream.reach.nothing
            stream.found[id(plan)] = Traits(empty=True) if empty else VISITS[type(plan)](stream, plan)
    run = _run(b.plans, root, stream)
    normalized(stream, run[::-1], stream.distributed)
    problems = [problem for plan in run for problem in (*stream.problems.get(id(plan), ()), *unplanned(plan))]
    there = frozenset(column.id for plan in run for column in plan.columns if column.id in asked) if asked else asked
    looked_at = _met(b.plans, root, stream)
    stream.early.extend(nulled([plan for plan in b.plans if id(plan) in stream.reach.read], looked_at))
    met = _made(asked, looked_at) if asked else asked
    if problems or stream.early:
        return StreamFacts(tuple(dict.fromkeys([*stream.early, *problems])), run=there, met=met)
    traits = stream.of(root)
    if traits.empty:
        return StreamFacts((), "append", (), (), False, there, met)
    state = [operator for plan in run for operator in stream.state.get(id(plan), ())]
    keys = _named(traits, root, names)
    changelog = UNKNOWN if not traits.known else "append" if traits.append else "upsert" if keys else "retract"
    ordered = tuple(sorted(dict.fromkeys(state), key=lambda s: (s.start, s.end, s.operator)))
    return StreamFacts((), changelog, keys, ordered, bool(state) if traits.known else None, there, met)


def _asks_who_reads(plan: Plan) -> bool:
    """An outer join, or a session that has a partition, depends on what is read of it."""
    return (isinstance(plan, Join) and plan.kind in ("LEFT", "RIGHT", "FULL")) or (isinstance(plan, WindowFunction) and bool(plan.window.partition))


def unplanned(plan: Plan) -> Iterator[Problem]:
    """What the operator's condition has no stream plan for, unless it lets nothing through."""
    terms: tuple[Conjunct, ...] = getattr(plan, "conjuncts", ())
    if not any(term.false for term in terms):
        for term in terms:
            yield from term.unplanned


def _starved(stream: Stream, plan: Plan) -> bool:
    """Whether no row can come out because none comes in. An aggregate of nothing still is a row.

    A filter that is never met goes below and empties what it reads, but it is where the planner stops to look.
    """
    if isinstance(plan, Filter) and any(term.false for term in plan.conjuncts):
        return False
    if isinstance(plan, Join) and isinstance(plan.right, TableCall) and plan.right.correlated:
        return False  # it is run all the same
    if isinstance(plan, Join):
        kept = {"LEFT": (plan.left,), "RIGHT": (plan.right,), "ANTI": (plan.left,), "FULL": ()}
        kind = stream.reach.kinds.get(id(plan), plan.kind)
        return any(stream.of(side).empty for side in kept.get(kind, (plan.left, plan.right)))
    if isinstance(plan, TemporalJoin):
        return stream.of(plan.left).empty
    if isinstance(plan, (SetOp, Over, WindowFunction)) or (isinstance(plan, Aggregate) and not plan.keys and plan.window is None and not plan.some):
        return False
    below = inputs_of(plan)
    return bool(below) and all(stream.of(input).empty for input in below)


def _run(plans: list[Plan], root: Plan, stream: Stream) -> list[Plan]:
    """The operators that are run, the root first: nothing below an empty relation is."""
    wanted = {id(root)}
    run = []
    for plan in reversed(plans):
        if id(plan) in wanted and not stream.of(plan).empty:
            run.append(plan)
            wanted.update(id(below) for below in inputs_of(plan) if stream.dropped.get(id(plan)) != id(below))
    return run


def _met(plans: list[Plan], root: Plan, stream: Stream) -> list[Plan]:
    """The operators below none that lets nothing through, though no row may reach them."""
    wanted = {id(root)}
    found = []
    for plan in reversed(plans):
        if id(plan) in wanted:
            found.append(plan)
            if not stream.of(plan).empty or id(plan) in stream.starved:
                wanted.update(id(below) for below in inputs_of(plan))
    return found[::-1]


def _made(asked: frozenset[int], plans: Iterable[Plan]) -> frozenset[int]:
    """Those of the columns that one of the operators computes."""
    found: set[int] = set()
    for plan in plans:
        if isinstance(plan, Project):
            found.update(asked.intersection(column.id for column in plan.columns).difference(c.id for c in plan.input.columns))
    return frozenset(found)


def _named(traits: Traits, root: Plan, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The keys by the names of the output."""
    if not traits.keys:
        return ()
    order = {
        place: position
        for position, (place, column) in enumerate(zip(places(root.columns), root.columns, strict=True))
        if live(column, traits) != "proctime"  # it is made a plain time in the output
    }
    found = [tuple(names[position] for position in sorted(map(order.__getitem__, key))) for key in within(traits.keys, order)]
    return tuple(sorted(found, key=lambda key: (len(key), key)))
