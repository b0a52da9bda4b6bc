"""Subqueries that name columns of the query around them: which of them the planner can turn into a join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.plan import Join, TableCall, TemporalJoin, inputs_of
from streamt.sql.bind.terms import Conjunct

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.subqueries import SubqueryJoin

MAX_LOOKED_AT = 200
REWRITE = "write it as a join"


def check_correlation(
    b: Binding, env: Env, query: ast.Query, correlated: tuple[Conjunct, ...], elsewhere: list[tuple[str, int, int]]
) -> None:
    """Reports the first thing that keeps the subquery from becoming a join."""
    if env.clause == "ON":
        _refuse(b, "Flink plans no subquery in a join's ON", query.start, query.end)
        return
    if correlated and all(term.outer > 1 for term in correlated):
        term = correlated[0]
        _refuse(b, "a subquery can be tied to the query directly around it, not only to one further out", term.start, term.end)
        return
    if correlated and type(query.body) is ast.SetOperation:
        term = correlated[0]
        _refuse(b, f"inside {query.body.ops[0]}, a subquery cannot name columns of the query around it", term.start, term.end)
        return
    for clause, start, end in elsewhere:
        if clause in ("ON", "UNNEST"):
            _refuse(b, f"in {clause}, a subquery cannot name columns of the query around it", start, end)
            return


def check_lateral(b: Binding, query: ast.Query, elsewhere: list[tuple[str, int, int]]) -> None:
    """LATERAL (SELECT ..): as above, and without FROM there is nothing to join."""
    body = query.body
    for clause, start, end in elsewhere:
        if clause in ("ON", "UNNEST") or (type(body) is ast.Select and body.source is None):
            _refuse(b, "this LATERAL query cannot become a join: it names the left side outside of WHERE", start, end)
            return


def check_temporal(b: Binding, plan: Plan, joins: list[SubqueryJoin]) -> None:
    """A correlated subquery over a join FOR SYSTEM_TIME AS OF or of a function: the planner cannot undo both."""
    if not any(join.conjuncts and any(term.outer for term in join.conjuncts) for join in joins) or not correlates(plan):
        return
    for join in joins:
        if any(term.outer for term in join.conjuncts):
            _refuse(b, "a subquery about the row cannot stand over UNNEST, a function or FOR SYSTEM_TIME AS OF", join.start, join.end)
            return


def correlates(plan: Plan) -> bool:
    """Whether a join for each row (of a function, in time) is anywhere in the plan, as far as is looked."""
    stack, seen = [plan], 0
    while stack and seen < MAX_LOOKED_AT:
        item, seen = stack.pop(), seen + 1
        if isinstance(item, TemporalJoin):
            return True
        if isinstance(item, Join) and isinstance(item.right, TableCall) and item.right.correlated:
            return True
        stack.extend(inputs_of(item))
    return False


def _refuse(b: Binding, message: str, start: int, end: int) -> None:
    b.report("no_stream_plan", message, start, end, help=REWRITE)
