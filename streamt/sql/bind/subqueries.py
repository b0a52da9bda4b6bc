"""Subqueries where an expression stands: scalar, IN, EXISTS, ANY and ALL, collections of rows.

Each is kept as it is written (`unnesting.Test`), to be joined to the plan of the clause once that is complete.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.coltypes import array, multiset, row
from streamt.sql import ast
from streamt.sql.bind.asked import REWRITE, Test
from streamt.sql.bind.conditions import boolean, equal
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.expressions import UNKNOWN_ARG, apply, column_arg, expression
from streamt.sql.bind.lists import in_list, quantified_list, values
from streamt.sql.bind.logic import NEGATED, logic_at
from streamt.sql.bind.plan import Aggregate, Filter, Over, Project, Rows, SetOp, Sort, first_below
from streamt.sql.bind.terms import Operand
from streamt.sql.functions import Arg
from streamt.sql.functions.model import NOT_LITERAL

if TYPE_CHECKING:
    from streamt.sql.bind.correlation import OuterUse
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.query import Relation
    from streamt.sql.bind.terms import Column, Conjunct


class Bound(NamedTuple):
    """A query that has been bound, and what of it names columns of the queries around it."""

    relation: Relation
    ties: tuple[Conjunct, ...]
    uses: tuple[OuterUse, ...]
    since: int

    @property
    def plan(self) -> Plan:
        return self.relation.plan


def _bind(b: Binding, env: Env, query: ast.Query) -> Bound:
    """What decides on the query's rows decides on this value."""
    from streamt.sql.bind.query import bind_query

    correlated, b.correlated = b.correlated, []
    outward, b.outward = b.outward, []
    rows, b.gathered.influences = b.gathered.influences, {}
    since = len(b.plans)
    relation = bind_query(b, query, env.scope, env.ctes)
    found = Bound(relation, tuple(b.correlated), tuple(b.outward), since)
    b.correlated = correlated
    b.outward = [*outward, *(use.further_in(True) for use in found.uses if use.depth > 1)]
    inner, b.gathered.influences = b.gathered.influences, rows
    (rows if env.top is not None else env.influences).update(inner)
    if env.clause == "ON":
        b.report("no_stream_plan", "Flink plans no subquery in a join's ON", query.start, query.end, help=REWRITE)
    return found


def _asked(
    b: Binding, env: Env, node: ast.Expr, kind: str, bound: Bound, plan: Plan, *, asked: tuple[Operand, ...] = (), negated: bool = False, compared: bool = False
) -> None:
    """Notes the subquery, to be joined with the rest of its clause."""
    logic = logic_at(env.top, node)
    whole = node is env.top or (type(env.top) is ast.Unary and env.top.op == "NOT" and env.top.value is node)
    if negated:
        logic = NEGATED[logic]
    if bound.relation.open:
        return
    if logic == "TRUE_FALSE_UNKNOWN" and not _may_be_null(bound.plan, kind, asked):
        logic = "TRUE_FALSE"
    env.tests.append(
        Test(kind, plan, node.start, node.end, env.clause, whole, logic != "TRUE", logic, asked, bound.ties, bound.uses, bound.since, compared)
    )


def _may_be_null(plan: Plan, kind: str, asked: tuple[Operand, ...]) -> bool:
    if kind == "EXISTS":
        return False
    return any(value.type.nullable for value in asked) or any(column.type.nullable for column in plan.columns)


def scalar(b: Binding, env: Env, node: ast.Subquery) -> Arg:
    bound = _bind(b, env, node.query)
    if bound.relation.open:
        return UNKNOWN_ARG
    columns = bound.plan.columns
    if len(columns) != 1:
        b.report("argument_count", f"a subquery that stands for a value has one column, this one has {len(columns)}", node.start, node.end,
                 expected="1 column", got=f"{len(columns)} columns")  # fmt: skip
        return UNKNOWN_ARG
    column = columns[0]
    env.reads((column,), node)
    top = env.top
    compared = type(top) is ast.Binary and node in (top.left, top.right)
    if type(top) is ast.Binary and _counts_some(top, node):
        rows = _rows_only(bound.plan)
        _asked(b, env, top, "EXISTS", bound, rows.input if isinstance(rows, Aggregate) else rows)
    else:
        _asked(b, env, node, "VALUE", bound, bound.plan, compared=compared)
    return column_arg(column._replace(type=column.type.with_nullable(True)))


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


def exists(b: Binding, env: Env, node: ast.Exists) -> Arg:
    bound = _bind(b, env, node.query)
    known = True if some_row(bound.plan) else False if no_row(bound.plan) else None
    if known is not None:
        return boolean(False)._replace(literal=known)
    _asked(b, env, node, "EXISTS", bound._replace(uses=_beside_select(node.query, bound.uses)), _rows_only(bound.plan))
    return boolean(False)


def _beside_select(query: ast.Query, uses: tuple[OuterUse, ...]) -> tuple[OuterUse, ...]:
    """EXISTS asks for rows only: what SELECT names does not count."""
    body = query.body
    if type(body) is not ast.Select or body.quantifier == "DISTINCT" or not body.items:
        return uses
    start, end = body.items[0].start, body.items[-1].end
    return tuple(use for use in uses if not start <= use.start < end)


def some_row(plan: Plan) -> bool:
    """An aggregate without GROUP BY, or VALUES: EXISTS is true of it."""
    stack = [plan]
    while stack:
        item = stack.pop()
        if isinstance(item, Project):
            stack.append(item.input)
        elif isinstance(item, SetOp) and item.op.startswith("UNION"):
            stack.extend(item.inputs)
        elif (isinstance(item, Aggregate) and not item.keys and item.sets == 1 and item.window is None) or (isinstance(item, Rows) and item.number > 0):
            return True
    return False


def no_row(plan: Plan) -> bool:
    """A filter that is false as it is written, or LIMIT 0: EXISTS is false of it."""
    while isinstance(plan, (Project, Filter, Over, Sort, Aggregate)):
        if isinstance(plan, Filter) and any(term.false and not term.refs for term in plan.conjuncts):
            return True
        if isinstance(plan, Sort) and plan.limit == 0:
            return True
        if isinstance(plan, Aggregate) and not plan.keys:
            return False
        plan = plan.input
    return False


def _rows_only(plan: Plan) -> Plan:
    """EXISTS asks for rows only: what SELECT computes for each is not run."""
    return first_below(plan, (Project, Over))


def is_in(b: Binding, env: Env, node: ast.In) -> Arg:
    if node.query is None:
        return in_list(b, env, node)
    before = len(env.tests)
    value = expression(b, env, node.value) if type(node.value) is not ast.Row else None
    parts = node.value.items if type(node.value) is ast.Row else (node.value,)
    lefts = _lefts(b, env, node, parts, value)
    inside = [test for test in env.tests[before:] if test.outer]
    found = _in_query(b, env, node, lefts)
    if inside and env.tests and not env.tests[-1].outer:
        b.report("no_stream_plan", "IN (SELECT ..) cannot test a value that a subquery about the row yields", node.value.start, node.value.end,
                 help="compute the value in a query of its own, in FROM")  # fmt: skip
    return found


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
    bound = _bind(b, env, node.query)
    columns = bound.plan.columns
    if bound.relation.open:
        return boolean(True)
    if len(columns) != len(lefts):
        b.report("argument_count", f"IN compares {len(lefts)} and {len(columns)} columns", node.start, node.end,
                 expected=f"{len(lefts)} columns", got=f"{len(columns)} columns",
                 help=f"the subquery yields {', '.join(column.name for column in columns[:8])}")  # fmt: skip
        return UNKNOWN_ARG
    if type(node.value) is not ast.Row and lefts[0][0].type.kind == "ROW":
        b.report("argument_type", "IN (SELECT ..) compares columns, and this is a ROW", node.value.start, node.value.end, got=shown(lefts[0][0].type),
                 help="compare its fields: (row.a, row.b) IN (SELECT a, b ..)")  # fmt: skip
        return UNKNOWN_ARG
    for (arg, _), column in zip(lefts, columns, strict=True):
        if not equal(b, env, arg, column_arg(column), node):
            return UNKNOWN_ARG
    env.reads(columns, node)
    _asked(b, env, node, "IN", bound, bound.plan, asked=tuple(left for _, left in lefts), negated=node.negated)
    _check_counted(b, env, node, columns)
    return boolean(any(arg.type.nullable for arg, _ in lefts) or any(c.type.nullable for c in columns))


def _check_counted(b: Binding, env: Env, node: ast.In, columns: tuple[Column, ...]) -> None:
    """Where NULL counts as such, the planner counts the rows in which no column is NULL, and Flink counts one column only."""
    test = env.tests[-1] if env.tests else None
    if sum(column.type.nullable for column in columns) < 2 or test is None or test.whole:
        return
    unlike_null = test.logic == "UNKNOWN_AS_TRUE" or (test.logic == "TRUE_FALSE_UNKNOWN" and node.negated and env.top is not None)
    if unlike_null or (env.item is not None and _alone(env.item, node)):
        b.report("no_stream_plan", "this IN can be NULL, and for more than one column Flink cannot tell", node.start, node.end,
                 help="write (..) IN (SELECT ..) IS TRUE, or leave out NULL: WHERE a IS NOT NULL AND b IS NOT NULL")  # fmt: skip


def _alone(item: ast.Expr, node: ast.Expr) -> bool:
    """Whether NOT, AND and OR alone stand between the value `item` and `node`."""
    stack = [item]
    while stack:
        part = stack.pop()
        if part is node:
            return True
        if type(part) is ast.Logical:
            stack.extend(part.args)
        elif type(part) is ast.Unary and part.op == "NOT":
            stack.append(part.value)
    return False


def quantified(b: Binding, env: Env, node: ast.Quantified) -> Arg:
    if node.query is None:
        return quantified_list(b, env, node)
    first = len(env.refs)
    value = expression(b, env, node.value)
    before = len(env.refs)
    bound = _bind(b, env, node.query)
    columns = bound.plan.columns
    if not bound.relation.open and len(columns) == 1:
        apply(b, env, node.op, [value, column_arg(columns[0])], node)
        env.reads(columns, node)
    if (node.op, node.quantifier) in (("=", "SOME"), ("<>", "ALL")):
        column = env.plain if env.plain_at is node.value else None
        left = Operand(column, tuple(ref for ref, _ in env.refs[first:before]), value.literal is not NOT_LITERAL, None, value.type, 0 if column else None)
        _asked(b, env, node, "IN", bound, bound.plan, asked=(left,), negated=node.op == "<>")
    else:
        _asked(b, env, node, "SOME", bound, bound.plan, negated=node.quantifier == "ALL")
    return boolean(value.type.nullable or any(column.type.nullable for column in columns))


def collection(b: Binding, env: Env, node: ast.Collection) -> Arg:
    if node.query is None:
        return values(b, env, node)
    relation = _bind(b, env, node.query).relation
    b.report("no_stream_plan", f"{node.kind} of a query has no plan", node.start, node.end, help="use ARRAY_AGG in a subquery, and join")
    columns = relation.plan.columns
    env.reads(columns, node)
    if relation.open or not columns:
        return UNKNOWN_ARG
    element = columns[0].type if len(columns) == 1 else row([(c.name, c.type) for c in columns], nullable=False)
    made = array(element) if node.kind == "ARRAY" else multiset(element)
    return Arg(made.with_nullable(False))
