"""Conditions that no row meets: the planner finds them before it chooses operators, and then runs nothing at all.

What counts is what its simplifier sees: constants, a value compared with itself, NULL where none can be, CASE taken
apart branch by branch. Anything else may be met.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

from streamt.coltypes import DataType
from streamt.sql import ast
from streamt.sql.bind.casts import MANY, type_named
from streamt.sql.bind.context import Binding, Env, Gathered
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.shapes import null, shape, uncast
from streamt.sql.bind.terms import ConstantMark
from streamt.sql.functions import Arg

NEGATED = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
STRICT = frozenset({"<", ">", "<>"})
FLAGS = {"TRUE": True, "FALSE": False}
HOLDS: dict[str, Callable[[int | Decimal, int | Decimal], bool]] = {"=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
WHOLE = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT"})


def never(b: Binding, env: Env, node: ast.Expr, met: bool = True) -> bool:
    """Whether the condition (`met` False: its negation) holds for no row. It was bound before, without error."""
    if type(node) is ast.Unary:
        return node.op == "NOT" and never(b, env, node.value, not met)
    if type(node) is ast.Logical:
        some = (node.op == "AND") == met
        return (any if some else all)(_no(b, env, item, met) for item in node.args)
    if type(node) is ast.Is:
        return _is(b, env, node, met)
    if type(node) is ast.Case:
        return _case(b, env, node, met)
    if type(node) is ast.In:
        return _in(b, env, node, met)
    if type(node) is ast.Between:
        return not node.symmetric and node.negated != met and _between(b, env, node)
    if type(node) is ast.Binary and node.op in NEGATED:
        return _compared(b, env, node.op if met else NEGATED[node.op], node.left, node.right)
    return False


def _no(b: Binding, env: Env, node: ast.Expr | None, met: bool) -> bool:
    """As `never`; constants too, where NULL is neither met nor its negation."""
    if node is None:
        return True
    if type(node) is ast.Literal:
        value = _bound(b, env, node).literal
        return value is None or (isinstance(value, bool) and value != met)
    return never(b, env, node, met)


def _is(b: Binding, env: Env, node: ast.Is, met: bool) -> bool:
    if node.test == "NULL":
        if node.negated == met:
            return False
        return not _bound(b, env, node.value).type.nullable
    if node.test in FLAGS and not node.negated and met:
        return _no(b, env, node.value, FLAGS[node.test])
    return False


def _case(b: Binding, env: Env, node: ast.Case, met: bool) -> bool:
    for when in node.whens:
        reached = node.operand is not None or not _no(b, env, when.tests[0], True)
        if reached and not _no(b, env, when.result, met):
            return False
    return _no(b, env, node.otherwise, met)


def _in(b: Binding, env: Env, node: ast.In, met: bool) -> bool:
    """NOT IN a list with the value itself."""
    if node.query is not None or node.negated != met:
        return False
    value = _form(b, env, node.value)
    return any(_form(b, env, item) == value for item in node.items)


def _between(b: Binding, env: Env, node: ast.Between) -> bool:
    return _compared(b, env, ">=", node.value, node.low) or _compared(b, env, "<=", node.value, node.high)


def _compared(b: Binding, env: Env, op: str, left: ast.Expr, right: ast.Expr) -> bool:
    for one, other, turned in ((left, right, False), (right, left, True)):
        branches = _branches(b, env, one)
        if branches is not None:
            sides = [(item, other) if not turned else (other, item) for _, item in branches]
            return all(
                (test is not None and _no(b, env, test, True)) or _compared(b, env, op, *side)
                for (test, _), side in zip(branches, sides, strict=True)
            )
    if null(left) or null(right) or (op in STRICT and _alike(left, right) and _form(b, env, left) == _form(b, env, right)):
        return True
    low, high = _number(b, env, left), _number(b, env, right)
    return low is not None and high is not None and not HOLDS[op](low, high)


def _branches(b: Binding, env: Env, node: ast.Expr) -> list[tuple[ast.Expr | None, ast.Expr]] | None:
    """What a CASE may yield, each with its test; a missing ELSE is NULL, which no comparison meets."""
    if type(node) is ast.Case and node.operand is None:
        found: list[tuple[ast.Expr | None, ast.Expr]] = [(when.tests[0], when.result) for when in node.whens]
        return found if node.otherwise is None else [*found, (None, node.otherwise)]
    if type(node) is ast.Call and node.name == "NULLIF" and len(node.args) == 2:
        value, other = node.args
        itself = type(_uncast(b, env, value)) is ast.Column and _form(b, env, value) == _form(b, env, other)
        return [] if itself else [(None, value)]
    return None


def _number(b: Binding, env: Env, node: ast.Expr) -> int | Decimal | None:
    """The number that the expression is in every row."""
    whole = False
    while type(node) is ast.Cast:
        target = type_named(b, node.type)
        if target is None or target.kind in ("CHAR", "VARCHAR", "BOOLEAN"):
            return None
        whole, node = whole or target.kind in WHOLE, node.value
    if type(node) not in (ast.Literal, ast.Column, ast.Unary):
        return None
    value = _bound(b, env, node).literal
    if env.plain_at is node and env.plain is not None and type(env.plain.mark) is ConstantMark:
        value = env.plain.mark.value
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    return int(value) if whole else value


def _alike(left: ast.Expr, right: ast.Expr) -> bool:
    """A first look that costs nothing."""
    left, right = uncast(left), uncast(right)
    if type(left) is ast.Column and type(right) is ast.Column:
        return left.names[-1] == right.names[-1]
    return type(left) is type(right)


def _form(b: Binding, env: Env, node: ast.Expr) -> object:
    """What is compared, without casts that change nothing."""
    return shape(b, env, _uncast(b, env, node))


def _uncast(b: Binding, env: Env, node: ast.Expr) -> ast.Expr:
    if type(node) is not ast.Cast or node.safe:
        return node
    inner = _uncast(b, env, node.value)
    target = type_named(b, node.type)
    if target is None or _same(_bound(b, env, inner), target):
        return inner
    if type(inner) is ast.Cast and _text(b, inner) and _same(_bound(b, env, inner.value), target):
        return inner.value
    return node._replace(value=inner)


def _text(b: Binding, node: ast.Cast) -> bool:
    """A text that everything fits in."""
    type = type_named(b, node.type)
    return type is not None and type.kind == "VARCHAR" and type.length >= MANY


def _same(arg: Arg, target: DataType) -> bool:
    """A time attribute is of a type of its own."""
    return arg.time is None and arg.type.with_nullable(True) == target.with_nullable(True)


def _bound(b: Binding, env: Env, node: ast.Expr) -> Arg:
    """The expression's type once more, and nothing gathered of it."""
    kept = env.refs, env.influences, env.outer, env.aggregates, env.overs, env.ungrouped
    gathered, outward, b.gathered, b.outward = b.gathered, b.outward, Gathered(), []
    env.refs, env.influences, env.ungrouped = [], {}, []
    env.aggregates = None if env.aggregates is None else []
    env.overs = None if env.overs is None else []
    arg = expression(b, env, node)
    env.refs, env.influences, env.outer, env.aggregates, env.overs, env.ungrouped = kept
    b.gathered, b.outward = gathered, outward
    return arg
