"""Subqueries where an expression stands: scalar, IN, EXISTS, ANY and ALL, collections of rows.

Each becomes a join of the plan it stands in, as the planner makes it: a semi-join where it is a whole term of a
condition, else an outer join with an aggregate below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.coltypes import array, multiset, row
from streamt.sql import ast
from streamt.sql.bind.conditions import boolean, equal
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.correlation import check_correlation
from streamt.sql.bind.expressions import UNKNOWN_ARG, apply, column_arg, expression
from streamt.sql.bind.lists import in_list, quantified_list, values
from streamt.sql.bind.plan import Aggregate, Filter, Join, Over, Project, Rows, Sort
from streamt.sql.bind.terms import AggregateCall, Column, Conjunct, Operand
from streamt.sql.functions import Arg

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.query import Relation


class SubqueryJoin(NamedTuple):
    """A join to make once the plan below is complete. `kind` as in `plan.Join`; `null_aware`: NOT IN."""

    kind: str
    right: Plan
    conjuncts: tuple[Conjunct, ...]
    start: int
    end: int


def joined(b: Binding, plan: Plan, joins: list[SubqueryJoin]) -> Plan:
    """The plan with the subqueries of a clause joined to it; they add no column that has a name."""
    for join in joins:
        plan = b.add(Join(plan.columns, join.start, join.end, join.kind, plan, join.right, join.conjuncts))
    return plan


def taken_apart(b: Binding, joins: list[SubqueryJoin]) -> list[SubqueryJoin]:
    """IN over a join for each row: the planner makes no semi-join of it, but joins the subquery's distinct rows."""
    found: list[SubqueryJoin] = []
    for join in joins:
        if join.kind not in ("SEMI", "ANTI") or any(term.outer for term in join.conjuncts):
            found.append(join)
            continue
        rows = join.right
        distinct = b.add(Aggregate(rows.columns, join.start, join.end, rows, rows.columns, ()))
        if join.kind == "SEMI":
            found.append(join._replace(kind="INNER", right=distinct))
        else:
            count = b.add(Aggregate((), join.start, join.end, rows, (), ()))
            found.append(join._replace(kind="INNER", right=count, conjuncts=()))
            found.append(join._replace(kind="LEFT", right=distinct))
    return found


def _bind(b: Binding, env: Env, query: ast.Query, exists: bool = False) -> tuple[Relation, tuple[Conjunct, ...]]:
    """The query and the terms that tie it to this one; what decides on its rows decides on this value."""
    from streamt.sql.bind.query import bind_query

    kept, b.correlated = b.correlated, []
    elsewhere, b.elsewhere = b.elsewhere, []
    rows, b.gathered.influences = b.gathered.influences, {}
    relation = bind_query(b, query, env.scope, env.ctes)
    correlated, b.correlated = tuple(b.correlated), kept
    if not (exists and _always_one_row(relation.plan)):
        check_correlation(b, env, query, correlated, b.elsewhere)
    b.elsewhere = elsewhere
    inner, b.gathered.influences = b.gathered.influences, rows
    (rows if env.top is not None else env.influences).update(inner)
    return relation, correlated


def scalar(b: Binding, env: Env, node: ast.Subquery) -> Arg:
    relation, correlated = _bind(b, env, node.query)
    if relation.open:
        return UNKNOWN_ARG
    columns = relation.plan.columns
    if len(columns) != 1:
        b.report("argument_count", f"a subquery that stands for a value has one column, this one has {len(columns)}", node.start, node.end,
                 expected="1 column", got=f"{len(columns)} columns")  # fmt: skip
        return UNKNOWN_ARG
    column = columns[0]
    env.refs.append((column, env.through))
    _join_scalar(b, env, node, relation.plan, correlated)
    nullable = column._replace(type=column.type.with_nullable(True))
    return column_arg(nullable)


def _join_scalar(b: Binding, env: Env, node: ast.Subquery, plan: Plan, correlated: tuple[Conjunct, ...]) -> None:
    compared = type(env.top) is ast.Binary and node in (env.top.left, env.top.right)
    inner = _inner(env, correlated)
    if compared and _counts_some(env.top, node):
        rows = _rows_only(plan)
        rows = rows.input if isinstance(rows, Aggregate) else rows
        if correlated:
            env.joins.append(SubqueryJoin("SEMI", exposing(b, rows, inner), correlated, node.start, node.end))
            return
    if not at_most_one_row(plan):
        plan = exposing(b, plan, inner)
        single = AggregateCall("SINGLE_VALUE", False, 1, (), False, node.start, node.end)
        plan = b.add(Aggregate(plan.columns, node.start, node.end, plan, inner, (single,)))
    else:
        plan = exposing(b, plan, inner)
    env.joins.append(SubqueryJoin("INNER" if compared else "LEFT", plan, correlated, node.start, node.end))


def _counts_some(top: object, node: ast.Subquery) -> bool:
    """`(SELECT COUNT(*) ..) > 0`: the planner reads EXISTS."""
    body = node.query.body
    if type(top) is not ast.Binary or type(body) is not ast.Select or len(body.items) != 1 or body.group_by is not None:
        return False
    value = body.items[0].value
    if type(value) is not ast.Call or value.name != "COUNT" or not value.args or type(value.args[0]) is not ast.Star:
        return False
    other, op = (top.right, top.op) if top.left is node else (top.left, {"<": ">", "<=": ">="}.get(top.op, ""))
    if type(other) is not ast.Literal or other.kind not in ("INTEGER", "DECIMAL"):
        return False
    number = float(other.value)
    return (op == ">" and 0 <= number < 1) or (op == ">=" and 0 < number <= 1)


def _inner(env: Env, correlated: tuple[Conjunct, ...]) -> tuple[Column, ...]:
    """The subquery's own columns among those that tie it to the query around."""
    if not correlated:
        return ()
    around = {column.id for column in env.scope.columns()}
    refs = (ref for term in correlated for ref in term.refs)
    return tuple({ref.id: ref for ref in refs if ref.id not in around}.values())


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


def at_most_one_row(plan: Plan) -> bool:
    while isinstance(plan, Project):
        plan = plan.input
    if isinstance(plan, Aggregate):
        return not plan.keys and plan.sets == 1 and plan.window is None
    return (isinstance(plan, Rows) and plan.number <= 1) or (isinstance(plan, Sort) and plan.limit == 1)


def _always_one_row(plan: Plan) -> bool:
    """An aggregate without GROUP BY: EXISTS is true of it."""
    while isinstance(plan, Project):
        plan = plan.input
    return isinstance(plan, Aggregate) and not plan.keys and plan.sets == 1 and plan.window is None


def exists(b: Binding, env: Env, node: ast.Exists) -> Arg:
    negated, whole = _whole(env, node)
    relation, correlated = _bind(b, env, node.query, exists=True)
    if _always_one_row(relation.plan):
        return boolean(False)
    if whole and correlated:
        kind = "ANTI" if negated else "SEMI"
        rows = exposing(b, _rows_only(relation.plan), _inner(env, correlated))
        env.joins.append(SubqueryJoin(kind, rows, correlated, node.start, node.end))
    else:
        plan = b.add(Aggregate((), node.start, node.end, _rows_only(relation.plan), (), ()))
        env.joins.append(SubqueryJoin("INNER" if whole and not negated else "LEFT", plan, correlated, node.start, node.end))
    return boolean(False)


def _rows_only(plan: Plan) -> Plan:
    """EXISTS asks for rows only: what SELECT computes for each is not run."""
    while isinstance(plan, (Project, Over)):
        plan = plan.input
    return plan


def _whole(env: Env, node: object) -> tuple[bool, bool]:
    """(negated, whether the subquery is a whole term of a condition)"""
    top = env.top
    if type(top) is ast.Unary and top.op == "NOT":
        return True, top.value is node
    return False, top is node


def is_in(b: Binding, env: Env, node: ast.In) -> Arg:
    if node.query is None:
        return in_list(b, env, node)
    value = expression(b, env, node.value) if type(node.value) is not ast.Row else None
    parts = node.value.items if type(node.value) is ast.Row else (node.value,)
    lefts = _lefts(b, env, node, parts, value)
    return _in_query(b, env, node, lefts)


def _lefts(
    b: Binding, env: Env, node: ast.In, parts: tuple[ast.Expr, ...], value: Arg | None
) -> list[tuple[Arg, Operand]]:
    found: list[tuple[Arg, Operand]] = []
    for part in parts:
        before = len(env.refs)
        arg = value if value is not None else expression(b, env, part)
        refs = tuple(column for column, _ in (env.refs if value is not None else env.refs[before:]))
        column = env.plain if env.plain_at is part else None
        found.append((arg, Operand(column, refs, not refs, None, arg.type, 0 if column else None)))
    return found


def _in_query(b: Binding, env: Env, node: ast.In, lefts: list[tuple[Arg, Operand]]) -> Arg:
    assert node.query is not None
    relation, correlated = _bind(b, env, node.query)
    columns = relation.plan.columns
    if relation.open:
        return boolean(True)
    if env.outer and env.clause == "WHERE":
        b.report("no_stream_plan", "inside a subquery, IN (SELECT ..) cannot test a column of the query around it", node.start, node.end,
                 help="test it in the outer query, or join")  # fmt: skip
    if len(columns) != len(lefts):
        b.report("argument_count", f"IN compares {len(lefts)} and {len(columns)} columns", node.start, node.end,
                 expected=f"{len(lefts)} columns", got=f"{len(columns)} columns")  # fmt: skip
        return UNKNOWN_ARG
    for (arg, _), column in zip(lefts, columns, strict=True):
        if not equal(b, env, arg, column_arg(column), node):
            return UNKNOWN_ARG
    terms = tuple(_equality(left, column, node) for (_, left), column in zip(lefts, columns, strict=True))
    env.refs.extend((column, env.through) for column in columns)
    _join_in(b, env, node, exposing(b, relation.plan, _inner(env, correlated)), terms + correlated)
    return boolean(any(arg.type.nullable for arg, _ in lefts) or any(c.type.nullable for c in columns))


def _join_in(b: Binding, env: Env, node: ast.In, plan: Plan, terms: tuple[Conjunct, ...]) -> None:
    negated, whole = _whole(env, node)
    if whole:
        anti = negated != node.negated
        tied = tuple(_null_aware(term) for term in terms) if anti else terms
        env.joins.append(SubqueryJoin("ANTI" if anti else "SEMI", plan, tied, node.start, node.end))
        return
    count = b.add(Aggregate((), node.start, node.end, plan, (), ()))
    distinct = b.add(Aggregate(plan.columns, node.start, node.end, plan, plan.columns, ()))
    env.joins.append(SubqueryJoin("INNER", count, (), node.start, node.end))
    env.joins.append(SubqueryJoin("LEFT", distinct, terms, node.start, node.end))


def _null_aware(term: Conjunct) -> Conjunct:
    """NOT IN asks `a = b` or NULL on either side: no equality to distribute by, unless neither can be NULL."""
    sides = (term.left, term.right)
    if term.outer or not any(side is not None and side.type.nullable for side in sides):
        return term
    return term._replace(op="", left=None, right=None)


def _equality(left: Operand, column: Column, node: ast.In) -> Conjunct:
    right = Operand(column, (column,), False, None, column.type, 0)
    return Conjunct("=", left, right, (*left.refs, column), node.start, node.end)


def quantified(b: Binding, env: Env, node: ast.Quantified) -> Arg:
    if node.query is None:
        return quantified_list(b, env, node)
    value = expression(b, env, node.value)
    relation, correlated = _bind(b, env, node.query)
    columns = relation.plan.columns
    if not relation.open and len(columns) == 1:
        apply(b, env, node.op, [value, column_arg(columns[0])], node)
        env.refs.append((columns[0], env.through))
    if env.top is node and (node.op, node.quantifier) in (("=", "SOME"), ("<>", "ALL")):
        kind = "SEMI" if node.op == "=" else "ANTI"
        env.joins.append(SubqueryJoin(kind, exposing(b, relation.plan, _inner(env, correlated)), correlated, node.start, node.end))
    else:
        plan = b.add(Aggregate((), node.start, node.end, relation.plan, (), ()))
        env.joins.append(SubqueryJoin("INNER", plan, correlated, node.start, node.end))
    return boolean(value.type.nullable or any(column.type.nullable for column in columns))


def collection(b: Binding, env: Env, node: ast.Collection) -> Arg:
    if node.query is None:
        return values(b, env, node)
    relation, _ = _bind(b, env, node.query)
    b.report("no_stream_plan", f"{node.kind} of a query has no plan", node.start, node.end, help="use ARRAY_AGG in a subquery, and join")
    columns = relation.plan.columns
    env.refs.extend((column, env.through) for column in columns)
    if relation.open or not columns:
        return UNKNOWN_ARG
    element = columns[0].type if len(columns) == 1 else row([(c.name, c.type) for c in columns], nullable=False)
    made = array(element) if node.kind == "ARRAY" else multiset(element)
    return Arg(made.with_nullable(False))
