"""Projections: which keys come through, and under which columns."""

from __future__ import annotations

from streamt.sql import ast
from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project
from streamt.sql.bind.terms import AggregateCall, Column, ConstantMark
from streamt.sql.streaming.held import CONSTANT, fixed, held_by, varying
from streamt.sql.streaming.keys import carried
from streamt.sql.streaming.sums import is_split, of_groups, over_key, read_calls, same, splits
from streamt.sql.streaming.traits import Held, Holds, Traits
from streamt.sql.streaming.walk import Stream
from streamt.sql.values import Apply, Ref


def visit_project(stream: Stream, plan: Project) -> Traits:
    below = stream.of(plan.input)
    aggregate = of_groups(plan.input)
    calls = [] if aggregate is None else read_calls(stream, aggregate)
    if aggregate is None or not _as_it_is(plan, aggregate, calls):
        below = varying(below)
        below = below._replace(keys=frozenset(key for key in below.keys if not key & _filtered(plan)))
    if not below.keys:
        return below
    split = aggregate is not None and splits(aggregate, calls)
    copies = _copies(stream, plan)
    if aggregate is not None and split:
        copies.update((call.owner, place) for call in calls if call.whole and (place := over_key(aggregate, call)) is not None)
    keys = below.keys
    if frozenset() in keys and not _passes_on(stream, plan):
        keys = keys - {frozenset()}
    return below._replace(keys=carried(keys, plan.columns, copies), held=_constant_still(below.held, plan.columns))


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


def _constant_still(held: Held, columns: tuple[Column, ...]) -> Held:
    """Without the constants that could be NULL: cast to be so, they are constants no more."""
    if not any(item.op == CONSTANT for item in held):
        return held
    nullable = {column.id for column in columns if column.type.nullable}
    return tuple(item for item in held if item.op != CONSTANT or item.column not in nullable)


def _filtered(plan: Project) -> frozenset[int]:
    """What HAVING holds to one value."""
    below = plan.input
    found: list[Holds] = []
    while isinstance(below, Filter):
        found.extend(item for item in held_by(below.conjuncts) if item.op in ("=", "IS NULL"))
        below = below.input
    return fixed(tuple(found))


def _as_it_is(plan: Project, aggregate: Aggregate, calls: list[AggregateCall]) -> bool:
    """Whether the columns are the keys and then the calls, as the aggregate has them: then there is no projection."""
    wanted = [key.id for key in aggregate.keys]
    seen = [call for call in calls if call.owner]
    if any(not call.whole for call in seen) or same(seen) or not all(same([*seen, call]) for call in calls if not call.owner):
        return False
    return [column.id for column in plan.columns] == [*wanted, *(call.owner for call in seen)]


COPYING = (ast.Case, ast.Call)


def _copies(stream: Stream, plan: Project) -> dict[int, int]:
    """The columns made here that have the value of one below, or a cast of it that loses nothing."""
    there = {column.id for column in plan.input.columns}
    found: dict[int, int] = {}
    for column in plan.columns:
        if column.id in there:
            continue
        if column.source:
            found[column.id] = column.source
        elif isinstance(stream.reach.b.written.get(column.id), COPYING):
            value = stream.reach.value(column.id)
            if type(value) is Apply and value.op == "COALESCE" and not value.args[0].type.nullable and value.args[0].type == value.type:
                value = value.args[0]  # the others are never reached
            if type(value) is Ref and value.column in there:
                found[column.id] = value.column
    return found
