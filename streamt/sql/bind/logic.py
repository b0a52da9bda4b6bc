"""What becomes of NULL where a condition stands: a filter drops the row, NOT turns that about, CASE tells it apart."""

from __future__ import annotations

from streamt.sql import ast

NEGATED = {
    "TRUE": "UNKNOWN_AS_TRUE",
    "UNKNOWN_AS_TRUE": "UNKNOWN_AS_FALSE",
    "UNKNOWN_AS_FALSE": "UNKNOWN_AS_TRUE",
    "TRUE_FALSE_UNKNOWN": "TRUE_FALSE_UNKNOWN",
}
IS = {"TRUE": "UNKNOWN_AS_FALSE", "FALSE": "UNKNOWN_AS_TRUE"}


def logic_at(top: object, node: object) -> str:
    """How the planner reads NULL of `node`, a part of the filter's term `top` (None: of a value)."""
    stack: list[tuple[object, str]] = [] if top is None else [(top, "TRUE")]
    while stack:
        item, logic = stack.pop()
        if item is node:
            return logic
        if not isinstance(item, tuple) or type(item) is ast.Query:
            continue
        if type(item) is not tuple:
            logic = _below(item, logic)
        stack.extend((part, logic) for part in item)
    return "TRUE_FALSE_UNKNOWN"


def _below(item: object, logic: str) -> str:
    if type(item) is ast.Unary and item.op == "NOT":
        return NEGATED[logic]
    if type(item) is ast.Is:
        return IS.get(item.test, "TRUE_FALSE_UNKNOWN")
    if type(item) is ast.Case or (logic == "TRUE" and not (type(item) is ast.Logical and item.op == "AND")):
        return "TRUE_FALSE_UNKNOWN"
    return logic


def is_test(node: object) -> bool:
    """Whether it asks a subquery for a truth."""
    while type(node) is ast.Unary and node.op == "NOT":
        node = node.value
    return type(node) is ast.Exists or (type(node) in (ast.In, ast.Quantified) and node.query is not None)  # type: ignore[attr-defined]


def asked_of(node: ast.Expr) -> ast.Expr | None:
    """The test inside of `test IS TRUE`, `test = FALSE` and the like, where a filter may ask it itself."""
    if type(node) is ast.Is and is_test(node.value):
        return _is(node)
    if type(node) is ast.Binary and node.op in ("=", "<>"):
        for one, other in ((node.left, node.right), (node.right, node.left)):
            if type(one) is ast.Literal and one.kind == "BOOLEAN" and is_test(other):
                return other if (str(one.value).upper() == "TRUE") == (node.op == "=") else negation(other)
    return None


def _is(node: ast.Is) -> ast.Expr | None:
    inner = node.value.value if type(node.value) is ast.Unary else node.value
    if node.test not in IS or (node.negated and type(inner) is not ast.Exists):
        return None
    return node.value if (node.test == "TRUE") != node.negated else negation(node.value)


def is_certain(node: ast.Expr) -> bool:
    """`EXISTS (..) IS NOT NULL`: the planner asks nothing."""
    return type(node) is ast.Is and node.negated and node.test in ("NULL", "UNKNOWN") and is_test(node.value) and (
        type(node.value.value if type(node.value) is ast.Unary else node.value) is ast.Exists
    )


def negation(node: ast.Expr) -> ast.Expr:
    return node.value if type(node) is ast.Unary and node.op == "NOT" else ast.Unary(node.start, node.end, "NOT", node)
