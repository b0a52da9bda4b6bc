"""A subquery as a clause asks it, before it is known what join it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.correlation import OuterUse
from streamt.sql.bind.plan import Aggregate, Join, Plan
from streamt.sql.bind.terms import Column, Conjunct, Operand

REWRITE = "write it as a join"


class Test(NamedTuple):
    """A subquery as it is written. `kind`: IN, EXISTS, SOME (compared with each row) or VALUE.

    whole     it is a whole term of a filter, or NOT before one
    negated   the term is its negation
    logic     what becomes of NULL where it stands, in Calcite's words
    values    IN: what is compared with the subquery's columns
    ties      the terms inside that name columns of the query around
    uses      where they, and all other clauses of the subquery, do
    since     where its operators begin in `Binding.plans`
    compared  VALUE: a comparison is about it, which drops the row where there is none
    tied      VALUE: what it is compared with is of a query around
    stands    HAVING: what the planner takes for the columns that are named
    """

    kind: str
    plan: Plan
    start: int
    end: int
    clause: str
    whole: bool
    negated: bool
    logic: str
    values: tuple[Operand, ...]
    ties: tuple[Conjunct, ...]
    uses: tuple[OuterUse, ...]
    since: int
    compared: bool = False
    tied: bool = False
    stands: Mapping[int, Operand] = MappingProxyType({})

    @property
    def outer(self) -> dict[int, Column]:
        """The columns of the query directly around that are named."""
        return {use.column.id: use.column for use in self.uses if use.depth == 1}


def of_groups(b: Binding, env: Env, plan: Plan, test: Test) -> Test:
    """In HAVING the planner takes a column of FROM for the one of the groups that has its place: a key or a result, or none."""
    groups = plan
    while isinstance(groups, Join):
        groups = groups.left
    if not isinstance(groups, Aggregate) or not plan.columns:
        return test
    result = Operand(None, plan.columns[:1], False, None, plan.columns[0].type)
    ids = {column.id for column in plan.columns}
    values = tuple(value if ids.issuperset(ref.id for ref in value.refs) else result._replace(type=value.type) for value in test.values)
    places = {column.id: place for place, column in enumerate(env.scope.columns())}
    stands: dict[int, Operand] = {}
    for id in test.outer:
        place = places.get(id, 0)
        if place >= len(groups.keys) + len(groups.calls):
            refuse(b, test)
        stands[id] = plain(groups.keys[place]) if place < len(groups.keys) else result
    ties = tuple(term._replace(left=_standing(term.left, stands), right=_standing(term.right, stands)) for term in test.ties)
    return test._replace(values=values, ties=ties, stands=stands)


def _standing(side: Operand | None, stands: Mapping[int, Operand]) -> Operand | None:
    return stands.get(side.column.id, side) if side is not None and side.column is not None else side


def equality(left: Operand, column: Column, start: int, end: int) -> Conjunct:
    return Conjunct("=", left, plain(column), (*left.refs, column), start, end)


def plain(column: Column) -> Operand:
    return Operand(column, (column,), False, None, column.type, 0)


def refuse(b: Binding, test: Test) -> None:
    b.report("no_stream_plan", "the planner cannot make a join of this subquery about the row around it", test.start, test.end, help=REWRITE)
