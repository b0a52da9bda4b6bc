"""Projections: which keys come through, and under which columns."""

from __future__ import annotations

from streamt.sql import ast
from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project
from streamt.sql.bind.terms import Column, ConstantMark
from streamt.sql.streaming.constants import check_constants
from streamt.sql.streaming.elements import check_elements
from streamt.sql.streaming.held import constant_still, fixed, held_by, single_valued
from streamt.sql.streaming.keys import carried, own
from streamt.sql.streaming.sums import different, is_split, of_groups, over_keys, read_calls, splits
from streamt.sql.streaming.traits import Holds, Traits
from streamt.sql.streaming.walk import Stream
from streamt.sql.values import Apply, Ref


def visit_project(stream: Stream, plan: Project) -> Traits:
    below = stream.of(plan.input)
    check_constants(stream, plan, (column.id for column in plan.columns), below.held)
    check_elements(stream, plan)
    held = constant_still(below.held, plan.columns)
    keys = below.keys
    single = single_valued(below.held) | _filtered(plan) if keys else frozenset()
    if any(key & single for key in keys) and not _as_it_is(stream, plan):
        keys = frozenset(key for key in keys if not key & single)
    if frozenset() in keys and not _passes_on(stream, plan):
        keys = keys - {frozenset()}
    if any(keys):
        keys = carried(keys, plan.columns, _copies(stream, plan, {own(place) for key in keys for place in key}))
    return below._replace(keys=keys, held=held)


MAX_OPERATORS = 200


def _passes_on(stream: Stream, plan: Project) -> bool:
    """Whether a column comes through as it is: without one the planner loses even the key of a single row."""
    source: Plan = plan.input
    for _ in range(MAX_OPERATORS):
        if not isinstance(source, (Project, Filter)):
            break
        source = source.input
    there = {column.id for column in source.columns if type(column.mark) is not ConstantMark}
    if isinstance(source, Aggregate):
        calls = read_calls(stream, source)
        split = splits(source, calls)
        there.update(call.owner for call in calls if call.whole and not (split and is_split(call)))
    return any(column.id in there or column.source in there for column in plan.columns)


def _filtered(plan: Project) -> frozenset[int]:
    """What HAVING holds to one value."""
    below = plan.input
    found: list[Holds] = []
    while isinstance(below, Filter):
        found.extend(item for item in held_by(below.conjuncts) if item.op in ("=", "IS NULL"))
        below = below.input
    return fixed(tuple(found))


def _as_it_is(stream: Stream, plan: Project) -> bool:
    """Whether the columns are the keys and then the calls, as an aggregate of the same SELECT has them: then there is no projection."""
    aggregate = of_groups(plan.input)
    if aggregate is None:
        return False
    calls = read_calls(stream, aggregate)
    seen = [call for call in calls if call.owner]
    if any(not call.whole for call in seen) or not len(seen) == len(different(seen)) == len(different(calls)):
        return False
    return [column.id for column in plan.columns] == [*(key.id for key in aggregate.keys), *(call.owner for call in seen)]


def _copies(stream: Stream, plan: Project, wanted: set[int]) -> dict[int, int]:
    """The columns made here that have the value of one of these below, or a cast of it that loses nothing: its place."""
    there = {column.id for column in plan.input.columns}
    made = (column for column in plan.columns if column.id not in there)
    found = {column.id: source for column in made if (source := column.source or _copied(stream, column, wanted)) in wanted}
    aggregate = of_groups(plan.input)
    if aggregate is not None:
        calls = read_calls(stream, aggregate)
        over = over_keys(aggregate, calls)
        if over and splits(aggregate, calls):
            found.update((calls[position].owner, place) for position, place in over.items() if calls[position].whole)
    return found


def _copied(stream: Stream, column: Column, wanted: set[int]) -> int:
    """The column that a CASE, IF or COALESCE yields in every row; 0 where there is none."""
    b = stream.reach.b
    if not isinstance(b.written.get(column.id), (ast.Case, ast.Call)) or wanted.isdisjoint(b.made_of.get(column.id, ())):
        return 0
    value = stream.reach.value(column.id)
    if type(value) is Apply and value.op == "COALESCE" and not value.args[0].type.nullable and value.args[0].type == value.type:
        value = value.args[0]  # the others are never reached
    return value.column if type(value) is Ref else 0
