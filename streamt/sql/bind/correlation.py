"""Subqueries that name columns of the query around them: what keeps one from being a semi-join, or from any plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from streamt.sql import ast
from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Match,
    Over,
    Project,
    Rows,
    SetOp,
    TableCall,
    TemporalJoin,
    WindowFunction,
    inputs_of,
)

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.terms import Column, Conjunct

MAX_LOOKED_AT = 200
DISTINCT_FROM = ("IS DISTINCT FROM", "IS NOT DISTINCT FROM")


class OuterUse(NamedTuple):
    """A column of a query around this one is named. `depth`: how many queries out; `nested`: in a subquery of this one."""

    clause: str
    start: int
    end: int
    column: Column
    depth: int
    nested: bool = False

    def further_in(self, nested: bool) -> OuterUse:
        """The same as the query around sees it."""
        return self._replace(depth=self.depth - 1, nested=self.nested or nested)


def in_alternatives(node: ast.Expr, uses: Iterable[OuterUse]) -> bool:
    """Whether an outer column stands under OR, or is what an inner IN (SELECT ..) tests: no semi-join is tied by that."""
    spots = [use.start for use in uses if not use.nested]
    stack: list[object] = [node] if spots else []
    while stack:
        item = stack.pop()
        if not isinstance(item, tuple) or type(item) is ast.Query:
            continue
        if type(item) is not tuple:
            part = _alternative(item)
            if part is not None and any(part[0] <= spot < part[1] for spot in spots):
                return True
        stack.extend(item)
    return False


def _alternative(item: object) -> tuple[int, int] | None:
    """Where no outer column may stand, if the node has such a part."""
    if type(item) is ast.Logical and item.op == "OR":
        return item.start, item.end
    if type(item) is ast.Unary and item.op == "NOT" and type(item.value) in (ast.Logical, ast.Between):
        return item.start, item.end
    if type(item) is ast.Between and item.negated:
        return item.start, item.end
    if type(item) is ast.Binary and item.op in DISTINCT_FROM:
        return item.start, item.end
    if type(item) is ast.In and (item.query is not None or not all(type(each) is ast.Literal for each in item.items)):
        return (item.value.start, item.value.end) if item.query is not None else (item.start, item.end)
    if type(item) is ast.Quantified:
        return item.value.start, item.value.end
    return None


class _Above(NamedTuple):
    """What stands above an operator of the subquery: a term that ties must not pass it."""

    grouped: bool = False
    ranked: bool = False
    closed: bool = False


def ties_join(plans: list[Plan], root: Plan, outer: Iterable[int]) -> bool:
    """Whether all terms that name outer columns can be the condition of a semi-join, and no row-by-row join is there."""
    ids = frozenset(outer)
    above: dict[int, _Above] = {id(root): _Above()}
    for plan in reversed(plans):
        here = above.get(id(plan))
        if here is None:
            continue
        if row_by_row(plan) or not _own_ties(plan, ids, here):
            return False
        for below, state in _below(plan, here):
            above[id(below)] = state
    return True


def _own_ties(plan: Plan, ids: frozenset[int], above: _Above) -> bool:
    if isinstance(plan, (Join, TemporalJoin)):
        return not any(ref.id in ids for term in plan.conjuncts for ref in term.refs)
    if not isinstance(plan, Filter):
        return True
    ties = [term for term in plan.conjuncts if any(ref.id in ids for ref in term.refs)]
    if not ties:
        return True
    equal = all(term.op == "=" for term in ties)
    return not (above.closed or any(term.either for term in ties) or ((above.grouped or above.ranked) and not equal))


def _below(plan: Plan, here: _Above) -> Iterable[tuple[Plan, _Above]]:
    closed = here._replace(closed=True)
    if isinstance(plan, Join) and plan.test is not None:
        return [(plan.left, here)]
    if isinstance(plan, Join):
        kept = {"LEFT": (here, closed), "RIGHT": (closed, here), "FULL": (closed, closed)}.get(plan.kind, (here, here))
        return zip((plan.left, plan.right), kept, strict=True)
    if isinstance(plan, Aggregate):
        here = here._replace(grouped=True)
    elif isinstance(plan, Project):
        here = here._replace(ranked=False)
    elif isinstance(plan, Over):
        here = here._replace(ranked=True)
    elif isinstance(plan, SetOp):
        here = closed
    return [(below, here) for below in inputs_of(plan)]


def row_by_row(plan: Plan) -> bool:
    """A join that reads its left side for each row, and says so in a condition: in time, of elements, of a query."""
    if isinstance(plan, TemporalJoin):
        return True
    if not isinstance(plan, Join) or not plan.correlated:
        return False
    return not isinstance(plan.right, TableCall) or (plan.right.correlated and plan.right.name == "UNNEST")


def hands_on(plans: list[Plan], root: Plan) -> bool:
    """Whether the terms that tie a semi-join get out: nothing without columns of its own stands on the way."""
    stack = {id(root)}
    for plan in reversed(plans):
        if id(plan) in stack:
            if isinstance(plan, Rows):
                return False
            stack.update(id(below) for below in inputs_of(plan))
    return True


def tied_below(plans: list[Plan], root: Plan, outer: Iterable[int]) -> bool:
    """Whether outer columns are named below an operator that hands on nothing but its own columns."""
    ids = frozenset(outer)
    named: set[int] = set()
    for plan in plans:
        below = any(id(item) in named for item in inputs_of(plan))
        if below and isinstance(plan, (WindowFunction, Match, SetOp, TableCall)):
            return True
        if below or any(ref.id in ids for term in _terms(plan) for ref in term.refs):
            named.add(id(plan))
    return False


def _terms(plan: Plan) -> tuple[Conjunct, ...]:
    return plan.conjuncts if isinstance(plan, (Filter, Join, TemporalJoin)) else ()


def correlates(plan: Plan) -> bool:
    """Whether a join for each row (of a function, in time) is anywhere in the plan, as far as is looked."""
    return any(isinstance(item, TemporalJoin) or (isinstance(item, Join) and isinstance(item.right, TableCall) and item.right.correlated)
               for item in looked_at(plan))  # fmt: skip


def looked_at(plan: Plan) -> Iterable[Plan]:
    stack, seen = [plan], 0
    while stack and seen < MAX_LOOKED_AT:
        item, seen = stack.pop(), seen + 1
        yield item
        stack.extend(inputs_of(item))
