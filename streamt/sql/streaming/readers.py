"""Which operators read a column: a side of an outer join that nobody else reads, and that adds no row, is not run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

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
    inputs_of,
)

Readers = dict[int, set[int]]
OUTPUT = 0  # the reader that is no operator
MAX_READERS = 8  # of one column: more are as good as all
MAX_OPERATORS = 50


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


def readers(plans: Iterable[Plan], root: Plan, made_of: Mapping[int, tuple[int, ...]], used: set[int]) -> Readers | None:
    """By column id, the operators that read it, `MAX_READERS` at most; None where that cannot be told."""
    found: Readers = {}
    sources = dict(made_of)
    _add(found, OUTPUT, (column.id for column in root.columns))
    for plan in plans:
        if isinstance(plan, (TableCall, Match, TopOfEach)):
            return None
        if isinstance(plan, Renumber):
            sources.update((new, (old,)) for old, new in plan.ids.items())
        _add(found, id(plan), _read(plan, used))
    stack = list(found)
    while stack:
        column = stack.pop()
        for source in sources.get(column, ()):
            if _add(found, None, (source,), found[column]):
                stack.append(source)
    return found


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
        for ranked in plan.calls:
            yield from (key.id for key in ranked.keys if key is not None)
            yield from (key.column.id for key in ranked.order if key.column is not None)
