"""Expressions of the query, bound before, as values: columns by id, what is written alike is alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamt.coltypes import BOOLEAN, UNKNOWN, DataType
from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.casts import type_named
from streamt.sql.bind.context import Binding
from streamt.sql.bind.intervals import milliseconds
from streamt.sql.functions import resolve
from streamt.sql.values import OF_GROUP, Apply, Const, Opaque, Ref, Value

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM"})
TESTED = frozenset({"NULL", "TRUE", "FALSE", "UNKNOWN"})
MAX_CHAIN = 3
SUBQUERIES = (ast.Subquery, ast.Exists, ast.Quantified)


def value_of(b: Binding, node: ast.Expr) -> Value:
    column = b.plain.get(id(node))
    if column is not None:
        ref = Ref(column.type, column.id)
        within = b.plain.get(id(node.value)) if type(node) is ast.Cast else None
        return ref if within is None or within.id != column.id else Apply("CAST", (ref,), column.type)
    read = READERS.get(type(node))
    found = read(b, node) if read is not None else None
    return _opaque(b, node) if found is None else found


def _type(b: Binding, node: ast.Expr) -> DataType:
    arg = b.typed.get(id(node))
    return UNKNOWN if arg is None else arg.type


def _opaque(b: Binding, node: ast.Expr) -> Opaque:
    columns = {column.id: Ref(column.type, column.id) for part in walk(node) if (column := b.plain.get(id(part))) is not None}
    return Opaque(id(node), tuple(columns.values()), _type(b, node))


def _literal(b: Binding, node: ast.Literal) -> Value | None:
    arg = b.typed.get(id(node))
    return None if arg is None else Const(arg.literal, arg.type)


def _unary(b: Binding, node: ast.Unary) -> Value | None:
    if node.op == "NOT":
        return Apply("NOT", (value_of(b, node.value),), BOOLEAN)
    arg = b.typed.get(id(node))
    if node.op == "-" and arg is not None:
        known = arg.literal
        negative = (type(node.value) is ast.Literal and isinstance(known, (int, float))) or type(known).__name__ == "Decimal"
        return Const(known, arg.type) if negative else Apply("NEGATE", (value_of(b, node.value),), arg.type)
    return value_of(b, node.value) if node.op == "+" else None


def _logical(b: Binding, node: ast.Logical) -> Value:
    return Apply(node.op, tuple(value_of(b, item) for item in node.args), BOOLEAN)


def _binary(b: Binding, node: ast.Binary) -> Value | None:
    if node.op not in COMPARISONS:
        return None
    return Apply(node.op, (value_of(b, node.left), value_of(b, node.right)), BOOLEAN)


def _is(b: Binding, node: ast.Is) -> Value | None:
    if node.test not in TESTED:
        return None
    test = "NULL" if node.test == "UNKNOWN" else node.test
    return Apply(f"IS NOT {test}" if node.negated else f"IS {test}", (value_of(b, node.value),), BOOLEAN.with_nullable(False))


def _between(b: Binding, node: ast.Between) -> Value | None:
    if node.symmetric:
        return None
    value = value_of(b, node.value)
    ends = (Apply(">=", (value, value_of(b, node.low)), BOOLEAN), Apply("<=", (value, value_of(b, node.high)), BOOLEAN))
    return _negated(Apply("AND", ends, BOOLEAN), node.negated)


def _negated(value: Value, negated: bool) -> Value:
    return Apply("NOT", (value,), BOOLEAN) if negated else value


def _like(b: Binding, node: ast.Like) -> Value | None:
    if node.op != "LIKE" or node.escape is not None:
        return None
    return _negated(Apply("LIKE", (value_of(b, node.value), value_of(b, node.pattern)), BOOLEAN), node.negated)


def _in(b: Binding, node: ast.In) -> Value | None:
    if node.query is not None:
        return None
    value = value_of(b, node.value)
    items = [value_of(b, item) for item in node.items]
    constants = tuple(item for item in items if type(item) is Const)
    terms: list[Value] = [Apply("=", (value, item), BOOLEAN) for item in items if type(item) is not Const]
    if constants:
        terms.append(Apply("IN" if len(constants) > 1 else "=", (value, *constants), BOOLEAN))
    return _negated(terms[0] if len(terms) == 1 else Apply("OR", tuple(terms), BOOLEAN), node.negated)


def _case(b: Binding, node: ast.Case) -> Value | None:
    args: list[Value] = []
    for when in node.whens:
        if len(when.tests) != 1:
            return None
        test = value_of(b, when.tests[0])
        args.append(test if node.operand is None else Apply("=", (value_of(b, node.operand), test), BOOLEAN))
        args.append(value_of(b, when.result))
    type = _type(b, node)
    args.append(Const(None, type) if node.otherwise is None else value_of(b, node.otherwise))
    return Apply("CASE", tuple(args), type)


def _cast(b: Binding, node: ast.Cast) -> Value | None:
    target = type_named(b, node.type)
    column = b.plain.get(id(node.value))
    if target is not None and column is not None and column.shown is not None:
        return Apply("AS TIMESTAMP", (value_of(b, node.value),), _type(b, node))  # a time attribute is no TIMESTAMP: the cast stays
    return None if target is None else Apply("TRY_CAST" if node.safe else "CAST", (value_of(b, node.value),), _type(b, node))


def _arithmetic(b: Binding, node: ast.Arithmetic) -> Value:
    """A long chain is one operator of its own: a value is not to be as deep as a chain is long."""
    type = _type(b, node)
    if len(node.ops) > MAX_CHAIN:
        return Apply(" ".join(node.ops), tuple(value_of(b, arg) for arg in node.args), type)
    result = value_of(b, node.args[0])
    for op, arg in zip(node.ops, node.args[1:], strict=True):
        result = Apply(op, (result, value_of(b, arg)), type)
    return result


def _call(b: Binding, node: ast.Call) -> Value | None:
    if node.over is not None or node.options or node.within or node.order_by or node.nulls:
        return None
    if id(node) in b.owners:
        return _aggregate(b, node)
    function = resolve(node.name, b.catalog.version)
    if function is None or function.kind != "scalar" or function.determinism != "deterministic":
        return None
    args = tuple(value_of(b, item) for item in node.args)
    type = _type(b, node)
    if node.name == "NULLIF" and len(args) == 2:
        return Apply("CASE", (Apply("=", args, BOOLEAN), Const(None, type), args[0]), type)
    return Apply(node.name, args, type)


def _aggregate(b: Binding, node: ast.Call) -> Value:
    """A result of the SELECT it stands in. What is never null is counted as rows are."""
    own = Const(b.owners[id(node)], UNKNOWN)
    args = [value_of(b, item) for item in node.args if type(item) is not ast.Star]
    if node.name == "COUNT" and not node.quantifier:
        args = [arg for item, arg in zip(node.args, args, strict=False) if _type(b, item).nullable]
    kept = (Const(node.quantifier, UNKNOWN), *((value_of(b, node.filter),) if node.filter is not None else ()))
    return Apply(f"{node.name}{OF_GROUP}", (own, *kept, *args), _type(b, node))


def _interval(b: Binding, node: ast.Interval) -> Value | None:
    length = milliseconds(node)
    return None if length is None else Const(length, _type(b, node))


READERS: dict[type, Callable[[Binding, Any], Value | None]] = {
    ast.Literal: _literal,
    ast.Unary: _unary,
    ast.Logical: _logical,
    ast.Binary: _binary,
    ast.Is: _is,
    ast.Between: _between,
    ast.Like: _like,
    ast.In: _in,
    ast.Case: _case,
    ast.Cast: _cast,
    ast.Arithmetic: _arithmetic,
    ast.Call: _call,
    ast.Interval: _interval,
}
