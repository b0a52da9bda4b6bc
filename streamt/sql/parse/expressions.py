"""Expressions, by operator precedence.

Precedences are the planner's (Calcite's): a rule is called with the lowest one it may take in, its `floor`.
"""

from __future__ import annotations

import streamt.sql.parse.operands as operands
import streamt.sql.parse.operators as operators
from streamt.sql.ast import Expr, Subquery
from streamt.sql.parse.cursor import MAX_DEPTH, Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain_operand


def expression(p: Cursor, floor: int = 0) -> Expr:
    """Parse operands and operators down to precedence `floor`."""
    depth = p.depth
    if depth >= MAX_DEPTH:
        raise p.too_deep()
    p.depth = depth + 1
    kinds = p.kinds
    start = p.i
    operand = operands.OPERANDS.get(kinds[start])
    if operand is None:
        raise explain_operand(p.tokens(), start)
    left = operand(p)
    infix = operators.INFIX.get(kinds[p.i])
    while infix is not None and infix[0] >= floor:
        left = infix[1](p, left, p.starts[start])
        infix = operators.INFIX.get(kinds[p.i])
    p.depth = depth
    return left


def value(p: Cursor) -> Expr:
    """An expression where the planner takes no query in parentheses by itself."""
    made = expression(p)
    if isinstance(made, Subquery):
        raise SqlSyntaxError(
            "no query can stand here", made.start, made.end, help="join it in FROM, or a WITH table"
        )
    return made


def values(p: Cursor) -> tuple[Expr, ...]:
    """One or more of `value`, parted by commas."""
    items = [value(p)]
    while p.accept(","):
        items.append(value(p))
    return tuple(items)


def expressions(p: Cursor) -> tuple[Expr, ...]:
    """One or more, parted by commas."""
    items = [expression(p)]
    while p.kinds[p.i] == ",":
        p.i += 1
        items.append(expression(p))
    return tuple(items)
