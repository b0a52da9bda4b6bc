"""Constants that are NULL once they are computed."""

from __future__ import annotations

from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.terms import ConstantMark
from streamt.sql.functions import resolve

TAKING_NULL = frozenset({"COALESCE", "IFNULL", "IF", "CONCAT_WS", "JSON_OBJECT", "JSON_ARRAY", "JSON_EXISTS", "TYPEOF", "ELT"})
OF_PARTS = ("ARRAY_", "MAP_")  # a part that is NULL is one all the same


def computes_null(b: Binding, node: ast.Expr) -> bool:
    """Whether the planner gets NULL of the expression, given that it is constant."""
    if type(node) is ast.Literal:
        return node.kind == "NULL"
    if type(node) is ast.Column:
        column = b.plain.get(id(node))
        return column is not None and type(column.mark) is ConstantMark and column.mark.value is None
    if type(node) is ast.Case:
        return node.otherwise is None or all(computes_null(b, result) for result in (*(when.result for when in node.whens), node.otherwise))
    if type(node) is ast.Logical:
        return all(computes_null(b, arg) for arg in node.args)
    return any(computes_null(b, part) for part in _deciding(b, node))


def _deciding(b: Binding, node: ast.Expr) -> tuple[ast.Expr, ...]:
    """The parts of which none may be NULL, else the whole is."""
    if isinstance(node, (ast.Cast, ast.Unary)):
        return (node.value,)
    if type(node) is ast.Arithmetic:
        return node.args
    if type(node) is ast.Binary:
        return () if "DISTINCT" in node.op else (node.left, node.right)
    if type(node) is ast.Like:
        return (node.value, node.pattern)
    if type(node) is not ast.Call or node.name in TAKING_NULL:
        return ()
    function = resolve(node.name, b.catalog.version)
    if function is None or function.kind != "scalar":
        return ()
    return node.args[:1] if node.name.startswith(OF_PARTS) or node.name == "NULLIF" else node.args
