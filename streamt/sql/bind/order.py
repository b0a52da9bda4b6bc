"""ORDER BY: an output column by name or number, else an expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.lineage import made
from streamt.sql.bind.terms import Column, SortColumn

if TYPE_CHECKING:
    from streamt.sql.bind.context import Binding, Env


def order_keys(
    b: Binding, env: Env, keys: tuple[ast.SortKey, ...], output: tuple[Column, ...], only: str | None, kept: bool
) -> tuple[SortColumn, ...]:
    """`only`: why a key that is no output column is an error (DISTINCT), None where it is none.

    `kept` is False in a subquery without LIMIT: the planner drops such an order.
    """
    found = []
    for key in keys:
        column = _key(b, env, key, output, only)
        if column is not None and kept:
            b.influence((column,), "order")
        found.append(SortColumn(column, key.descending, key.nulls))
    return tuple(found)


def _key(b: Binding, env: Env, key: ast.SortKey, output: tuple[Column, ...], only: str | None) -> Column | None:
    node = key.value
    if type(node) is ast.Literal and node.kind == "INTEGER" and node.value.isdigit():
        return _numbered(b, node, output)
    if type(node) is ast.Column and len(node.names) == 1:
        for column in output:
            if column.name == node.names[0]:
                return column
    env.refs, env.influences = [], {}
    problems = len(b.gathered.problems)
    env.outputs = {column.name: column for column in output}
    arg = expression(b, env, node)
    env.outputs = {}
    column = made(b, env, node, "", arg, -1)
    if only is not None and len(b.gathered.problems) == problems and not _among(column, env, node, output):
        b.report("not_grouped", f"with {only}, ORDER BY may name only what SELECT yields", node.start, node.end,
                 help="add the expression to SELECT, or order before")  # fmt: skip
    return column


def _among(column: Column, env: Env, node: ast.Expr, output: tuple[Column, ...]) -> bool:
    return env.plain_at is not node or any(item.id == column.id for item in output)


def _numbered(b: Binding, node: ast.Literal, output: tuple[Column, ...]) -> Column | None:
    number = int(node.value)
    if 1 <= number <= len(output):
        return output[number - 1]
    b.report("order", f"ORDER BY {number}: the query has {len(output)} columns", node.start, node.end)
    return None
