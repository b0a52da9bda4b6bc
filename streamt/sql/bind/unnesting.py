"""From the subqueries of a clause to joins, in one of the planner's two ways.

A filter whose subqueries are whole terms becomes semi- and anti-joins, tied by any condition. If one of them cannot,
none does, nor does any subquery inside of them: then each is joined by the distinct rows it yields, and one about the
row around it by the values of the columns that it names (`decorrelation`). What stands for a value is always joined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from streamt.sql.bind.asked import REWRITE, Test, equality, of_groups, plain, refuse
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.correlation import (
    correlates,
    hands_on,
    looked_at,
    row_by_row,
    tied_below,
    ties_join,
)
from streamt.sql.bind.decorrelation import Frame, decorrelated, reachable, with_inputs
from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Over,
    Plan,
    Project,
    Rows,
    TableCall,
    first_below,
    inputs_of,
)
from streamt.sql.bind.terms import AggregateCall, Column, Conjunct

TESTS = frozenset({"IN", "EXISTS"})
COUNTED = frozenset({"TRUE_FALSE_UNKNOWN", "UNKNOWN_AS_TRUE"})
FILTERS = frozenset({"WHERE", "HAVING"})


def joined(b: Binding, env: Env, plan: Plan, tests: list[Test]) -> Plan:
    """The plan with the subqueries of a clause joined to it; they add no column that has a name."""
    if not tests:
        return plan
    if tests[0].clause == "HAVING":
        tests = [of_groups(b, env, plan, test) for test in tests]
    semi = _semi_joins(b, env, plan, tests)
    for test in tests:
        if semi and test.kind in TESTS:
            plan = _semi_join(b, plan, test)
        else:
            plan = _distinct_join(b, plan, _without_semi_joins(b, test))
    return plan


def _semi_joins(b: Binding, env: Env, plan: Plan, tests: list[Test]) -> bool:
    if tests[0].clause not in FILTERS or any(test.kind == "SOME" for test in tests):
        return False
    if not all(test.whole for test in tests if test.kind in TESTS) or any(row_by_row(item) for item in looked_at(plan)):
        return False
    parent = env.scope.parent
    if parent is not None and parent.lateral and any(use.clause == tests[0].clause and not use.nested for use in b.outward):
        return False
    return all(_tied(b, test) for test in tests)


def _tied(b: Binding, test: Test) -> bool:
    for use in test.uses:
        if use.depth > 1 or use.nested or use.clause != "WHERE":
            return False
    return ties_join(b.plans[test.since :], test.plan, test.outer)


def _semi_join(b: Binding, plan: Plan, test: Test) -> Plan:
    if test.outer and (not hands_on(b.plans[test.since :], test.plan) or tied_below(b.plans[test.since :], test.plan, test.outer)):
        refuse(b, test)
    test = _without_tied_values(b, test)
    kind = "ANTI" if test.negated else "SEMI"
    if test.kind == "EXISTS" and not test.outer:
        right: Plan = b.add(Aggregate((), test.start, test.end, test.plan, (), (), some=True))
        terms: tuple[Conjunct, ...] = ()
    else:
        right = exposing(b, test.plan, _inner(test))
        terms = _equalities(test, right.columns)
        terms = tuple(map(_null_aware, terms)) if test.negated else terms
    return b.add(Join(plan.columns, test.start, test.end, kind, plan, right, terms + test.ties, test=test))


def _inner(test: Test) -> tuple[Column, ...]:
    """The subquery's own columns among those that tie it to the query around."""
    refs = (ref for term in test.ties for ref in term.refs if ref.id not in test.outer)
    return tuple({ref.id: ref for ref in refs}.values())


def exposing(b: Binding, plan: Plan, wanted: tuple[Column, ...]) -> Plan:
    """The plan with these columns of its inputs too, as what ties a subquery becomes a join; an aggregate groups by them."""
    have = {column.id for column in plan.columns}
    missing = tuple(column for column in wanted if column.id not in have)
    if not missing or not isinstance(plan, (Project, Filter, Over, Aggregate)):
        return plan
    below = exposing(b, plan.input, missing)
    there = {column.id for column in below.columns}
    found = tuple(column for column in missing if column.id in there)
    changed = plan._replace(input=below, columns=plan.columns + found)
    return b.add(changed._replace(keys=plan.keys + found) if isinstance(changed, Aggregate) and isinstance(plan, Aggregate) else changed)


def _distinct_join(b: Binding, plan: Plan, test: Test) -> Plan:
    frame = _frame(b, plan, test)
    if frame is None:
        refuse(b, test)
        frame = Frame(test.plan, {})
    if test.kind == "VALUE":
        return _joined(b, plan, test, "INNER" if test.compared else "LEFT", _single(b, frame, test), ())
    if test.kind == "SOME":
        return _joined(b, plan, test, "LEFT" if frame.found else "INNER", _grouped(b, frame, test, ()), ())
    inner = test.logic == "TRUE"
    if test.kind == "EXISTS":
        return _joined(b, plan, test, "INNER" if inner else "LEFT", _grouped(b, frame, test, ()), ())
    columns = frame.plan.columns[: len(test.values)]
    if test.logic in COUNTED:
        plan = _joined(b, plan, test, "LEFT" if frame.found else "INNER", _grouped(b, frame, test, ()), ())
    return _in_join(b, plan, test, inner, _grouped(b, frame, test, columns), _equalities(test, columns))


def _in_join(b: Binding, plan: Plan, test: Test, inner: bool, frame: Frame, terms: tuple[Conjunct, ...]) -> Plan:
    """Where a column of a query further out is compared, a filter says so: below an outer join, above a join for each row."""
    there = {column.id for column in plan.columns}
    local = all(ref.id in there for value in test.values for ref in value.refs)
    if local or (inner and not frame.found):
        return _joined(b, plan, test, "INNER" if inner else "LEFT", frame, terms)
    if not inner:
        return _joined(b, plan, test, "LEFT", frame._replace(plan=_filtered(b, frame.plan, test, terms)), ())
    above = _joined(b, plan, test, "INNER", frame, ())
    wide = b.add(above._replace(columns=(*plan.columns, *frame.plan.columns)))
    return b.add(Project(plan.columns, test.start, test.end, _filtered(b, wide, test, terms)))


def _filtered(b: Binding, plan: Plan, test: Test, terms: tuple[Conjunct, ...]) -> Plan:
    return b.add(Filter(plan.columns, test.start, test.end, plan, terms))


def _frame(b: Binding, plan: Plan, test: Test) -> Frame | None:
    if not test.outer:
        return Frame(test.plan, {})
    frame = decorrelated(b, test.plan, test.since, test.uses, plan)
    return None if frame is not None and frame.found and correlates(plan) else frame


def _grouped(b: Binding, frame: Frame, test: Test, columns: tuple[Column, ...]) -> Frame:
    """The rows once each, as far as these columns go, for each value that ties them."""
    keys = tuple({column.id: column for column in (*columns, *frame.found.values())}.values())
    return Frame(b.add(Aggregate(keys, test.start, test.end, frame.plan, keys, (), some=test.kind == "EXISTS")), frame.found)


def _single(b: Binding, frame: Frame, test: Test) -> Frame:
    """The one row: what is no more than one is taken as it is."""
    if at_most_one_row(test.plan):
        return frame
    call = AggregateCall("SINGLE_VALUE", False, 1, (), False, test.start, test.end)
    plan, keys = frame.plan, tuple({column.id: column for column in frame.found.values()}.values())
    return Frame(b.add(Aggregate(plan.columns, test.start, test.end, plan, keys, (call,))), frame.found)


def at_most_one_row(plan: Plan) -> bool:
    plan = first_below(plan, Project)
    if isinstance(plan, Aggregate):
        return not plan.keys and plan.sets == 1 and plan.window is None
    return isinstance(plan, Rows) and plan.number <= 1


def _joined(b: Binding, plan: Plan, test: Test, kind: str, frame: Frame, terms: tuple[Conjunct, ...]) -> Join:
    ties = tuple(equality(test.stands.get(id, plain(test.outer[id])), column, test.start, test.end) for id, column in frame.found.items() if id in test.outer)
    kept = test if test.tied else None
    join = b.add(Join(plan.columns, test.start, test.end, kind, plan, frame.plan, terms + ties, test=kept))
    if frame.found:
        b.apart.append(join)
    return join


def tied(frame: Frame, outer: Mapping[int, Column], start: int, end: int) -> tuple[Conjunct, ...]:
    """The columns that have the outer ones' values equal them."""
    return tuple(equality(plain(outer[id]), column, start, end) for id, column in frame.found.items() if id in outer)


def _equalities(test: Test, columns: tuple[Column, ...]) -> tuple[Conjunct, ...]:
    return tuple(equality(value, column, test.start, test.end) for value, column in zip(test.values, columns, strict=False))


def _null_aware(term: Conjunct) -> Conjunct:
    """NOT IN asks `a = b` or NULL on either side: no equality to distribute by, unless neither can be NULL."""
    sides = (term.left, term.right)
    if not any(side is not None and side.type.nullable for side in sides):
        return term
    return term._replace(op="", left=None, right=None)


def _without_semi_joins(b: Binding, test: Test) -> Test:
    """The subquery with none of its own made a semi-join: the planner looks into it too late for that."""

    def change(join: Join, inner: Test, left: Plan) -> Plan | None:
        return _distinct_join(b, left, _without_semi_joins(b, inner)) if inner.kind in TESTS else None

    return _changed(b, test, change)


def _without_tied_values(b: Binding, test: Test) -> Test:
    """A term that ties a semi-join is taken out as it stands, and the planner forgets the subquery it compares with."""

    def change(join: Join, inner: Test, left: Plan) -> Plan | None:
        return left if inner.kind == "VALUE" and inner.tied else None

    return _changed(b, test, change)


def _changed(b: Binding, test: Test, change: Callable[[Join, Test, Plan], Plan | None]) -> Test:
    """The subquery with other plans for the subqueries inside of it, where `change` yields one."""
    plans = b.plans[test.since :]
    if not any(isinstance(plan, Join) and plan.test is not None for plan in plans):
        return test
    changed: dict[int, Plan] = {}
    for plan in reachable(plans, test.plan):
        below = inputs_of(plan)
        inputs = [changed.get(id(item), item) for item in below]
        new = change(plan, plan.test, inputs[0]) if isinstance(plan, Join) and plan.test is not None else None
        if new is not None:
            changed[id(plan)] = new
        elif any(input is not old for input, old in zip(inputs, below, strict=True)):
            changed[id(plan)] = b.add(with_inputs(plan, inputs))
    return test._replace(plan=changed.get(id(test.plan), test.plan))


def check_apart(b: Binding, root: Plan) -> None:
    """All subqueries are taken apart at once, and none is where a function is called for each row, wherever that is."""
    if not b.apart:
        return
    run = reachable(b.plans, root)
    ids = {id(plan) for plan in run}
    apart = [plan for plan in b.apart if id(plan) in ids]
    if apart and any(isinstance(plan, TableCall) and plan.correlated for plan in run):
        b.report("no_stream_plan", "beside UNNEST or a table function, the planner makes no join of a query about the row around it",
                 apart[0].start, apart[0].end, help=REWRITE)  # fmt: skip
