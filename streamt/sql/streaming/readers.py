"""Which operators read a column: a side of an outer join that nobody else reads, and that adds no row, is not run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Match,
    Over,
    Plan,
    Project,
    Renumber,
    SetOp,
    Sort,
    TableCall,
    TemporalJoin,
    TopOfEach,
    WindowFunction,
    first_below,
    inputs_of,
)
from streamt.sql.bind.terms import ConstantMark, OverMark, add_made_of

Readers = dict[int, set[int]]
OUTPUT, WHOLE = 0, -1  # readers that are no operators: the second one is OVER that takes a column only because it is there
MAX_READERS = 8  # of one column: more are as good as all
MAX_OPERATORS = 50
AS_THEY_COME = (Join, TemporalJoin, Match, WindowFunction)


def operators_of(plan: Plan) -> Iterator[int]:
    """The operator and what is below it, as far as is looked."""
    stack = [plan]
    for _ in range(MAX_OPERATORS):
        if not stack:
            return
        below = stack.pop()
        yield id(below)
        stack.extend(inputs_of(below))


def told_apart_once(plans: Iterable[Plan], filtered: Callable[[Plan], object]) -> set[int]:
    """Outer joins below an aggregate of distinct values of the side they keep: how often a row comes out changes nothing.

    `filtered`: what is left of a filter where it stands.
    """
    found: set[int] = set()
    for plan in plans:
        if not isinstance(plan, Aggregate) or not all(call.distinct for call in plan.calls) or not (plan.keys or plan.calls):
            continue
        below = plan.input
        read = {column.id for column in plan.keys} | {ref.id for call in plan.calls for ref in call.refs}
        for _ in range(MAX_OPERATORS):
            if isinstance(below, Project) or (isinstance(below, Filter) and not filtered(below)):
                below = below.input
                continue
            if not isinstance(below, Join) or below.kind not in ("LEFT", "RIGHT"):
                break
            kept = below.left if below.kind == "LEFT" else below.right
            if not read <= {column.id for column in kept.columns}:
                break
            found.add(id(below))
            below = kept
    return found


def readers(plans: Iterable[Plan], root: Plan, made_of: Mapping[int, tuple[int, ...]], kept: Kept) -> Readers | None:
    """By column id, the operators that read it, `MAX_READERS` at most; None where that cannot be told."""
    found: Readers = {}
    sources = dict(made_of)
    _add(found, OUTPUT, (column.id for column in root.columns))
    _add(found, WHOLE, kept.whole)
    for plan in plans:
        if isinstance(plan, (TableCall, Match, TopOfEach)):
            return None
        if isinstance(plan, Renumber):
            sources.update((new, (old,)) for old, new in plan.ids.items())
        _add(found, id(plan), _read(plan, kept.used))
    stack = list(found)
    while stack:
        column = stack.pop()
        for source in sources.get(column, ()):
            if _add(found, None, (source,), found[column]):
                stack.append(source)
    return found


def read_from(known: set[int], plan: Plan) -> bool:
    """Whether one of the readers is the operator itself or above it."""
    return len(known) >= MAX_READERS or not known <= {WHOLE, *operators_of(plan)} - {id(plan)}


def _add(found: Readers, reader: int | None, columns: Iterable[int], more: Iterable[int] = ()) -> bool:
    """Whether anything was new."""
    changed = False
    for column in columns:
        known = found.setdefault(column, set())
        wanted = {*more, *(() if reader is None else (reader,))} - known
        if wanted and len(known) < MAX_READERS:
            known |= wanted
            changed = True
    return changed


class Kept(NamedTuple):
    """Columns that are made: those that are used, and `whole`, all of what OVER reads where no projection goes below it."""

    used: set[int]
    whole: set[int]


def kept_by_over(plans: Iterable[Plan], made_of: Mapping[int, tuple[int, ...]], used: set[int]) -> Kept:
    """A projection is below OVER only where something has to be worked out there. `plans`: the root first.

    What OVER makes is kept below joins, windows and MATCH_RECOGNIZE, where the planner drops no column that comes with the others.
    """
    plans = list(plans)
    kept = Kept(used, set())
    overs = {column.id for plan in plans if isinstance(plan, Over) for column in plan.columns if type(column.mark) is OverMark}
    computing: set[int] = set()
    for plan in plans:
        if overs and isinstance(plan, AS_THEY_COME):
            kept = kept if kept.used is not used else Kept(set(used), kept.whole)
            add_made_of(kept.used, _made_of_any(plan, made_of, overs), made_of)
        if isinstance(plan, Project) and isinstance(plan.input, (Project, Over)):
            if id(plan) in computing or _computes(plan, kept.used):
                computing.add(id(plan.input))
        elif isinstance(plan, Over) and id(plan) not in computing and _results_read(plan, kept.used):
            base = first_below(plan.input, (Project, Filter))
            calls = base.calls if isinstance(base, Aggregate) else ()
            there = {*(column.id for column in base.columns), *(call.owner for call in calls if call.whole)}
            if all(id in there for id in _wanted(plan, made_of, kept.used)):
                kept = kept if kept.used is not used else Kept(set(used), set())
                taken = there.union(call.owner for call in calls)
                kept.whole.update(taken)
                add_made_of(kept.used, taken, made_of)
    return kept


def _made_of_any(plan: Plan, made_of: Mapping[int, tuple[int, ...]], wanted: set[int]) -> Iterator[int]:
    """The columns of the inputs that are among these, or made of one of them."""
    for below in inputs_of(plan):
        for column in below.columns:
            if column.id in wanted or not wanted.isdisjoint(made_of.get(column.id, ())):
                yield column.id


def _computes(plan: Project, kept: set[int]) -> bool:
    there = {column.id for column in plan.input.columns}
    return any(column.id in kept and column.id not in there and type(column.mark) is not ConstantMark for column in plan.columns)


def _wanted(plan: Over, made_of: Mapping[int, tuple[int, ...]], kept: set[int]) -> Iterator[int]:
    """What OVER and those above it want of its input."""
    yield from (column.id for column in plan.input.columns if column.id in kept and type(column.mark) is not ConstantMark)
    for column in plan.columns[len(plan.input.columns) :]:
        yield from made_of.get(column.id, ())
    yield from _ranked_by(plan)


def _ranked_by(plan: Over) -> Iterator[int]:
    for ranked in plan.calls:
        yield from (key.id for key in ranked.keys if key is not None)
        yield from (key.column.id for key in ranked.order if key.column is not None)


def _results_read(plan: Over, used: set[int]) -> bool:
    return any(column.id in used for column in plan.columns[len(plan.input.columns) :])


def _read(plan: Plan, used: set[int]) -> Iterator[int]:
    if isinstance(plan, (Join, TemporalJoin, Filter)):
        for term in plan.conjuncts:
            yield from (ref.id for ref in term.refs)
    if isinstance(plan, Aggregate):
        yield from (key.id for key in plan.keys)
        for call in plan.calls:
            if not call.owner or call.owner in used:
                yield from (ref.id for ref in call.refs)
    if isinstance(plan, SetOp):
        yield from (column.id for below in plan.inputs for column in below.columns)
    if isinstance(plan, (Aggregate, TemporalJoin, WindowFunction)) and plan.time is not None:
        yield plan.time.id
    if isinstance(plan, WindowFunction):
        yield from plan.window.partition
    if isinstance(plan, Sort):
        yield from (key.column.id for key in plan.keys if key.column is not None)
    if isinstance(plan, Over):
        yield from _ranked_by(plan)
