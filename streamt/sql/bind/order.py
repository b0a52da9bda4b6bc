"""ORDER BY: an output column by name or number, else an expression, in which a name is an output column's first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.lineage import made
from streamt.sql.bind.terms import Column, SortColumn

if TYPE_CHECKING:
    from streamt.sql.bind.context import Binding, Env


def order_keys(
    b: Binding,
    env: Env,
    keys: tuple[ast.SortKey, ...],
    output: tuple[Column, ...],
    kept: bool,
    twice: frozenset[str] = frozenset(),
    distinct: dict[object, Column] | None = None,
) -> tuple[SortColumn, ...]:
    """`kept` is False in a subquery without LIMIT: the planner drops such an order.

    `twice`: names that SELECT gives to more than one column; `distinct`: the expressions of SELECT DISTINCT by their
    shape, beside whose columns nothing else may be named.
    """
    found = []
    names: dict[str, Column | None] = {column.name: column for column in reversed(output)}
    names.update(dict.fromkeys(twice))
    grouped = env.keys
    repeated = grouped if distinct is None else {**(grouped or {}), **distinct}
    only = None if distinct is None else frozenset(column.id for column in output)
    for key in keys:
        env.outputs, env.keys = names, repeated
        column = _key(b, env, key, output, only)
        env.outputs, env.keys = {}, grouped
        if column is not None and kept:
            b.influence((column,), "order")
        found.append(SortColumn(column, key.descending, key.nulls))
    return tuple(found)


def _key(b: Binding, env: Env, key: ast.SortKey, output: tuple[Column, ...], only: frozenset[int] | None) -> Column | None:
    node = key.value
    if type(node) is ast.Literal and node.kind == "INTEGER" and node.value.isdigit():
        return _numbered(b, node, output)
    env.refs, env.influences = [], {}
    problems = len(b.gathered.problems)
    arg = expression(b, env, node)
    if only is not None and len(b.gathered.problems) == problems and any(column.id not in only for column, _ in env.refs):
        b.report("not_grouped", "with DISTINCT, ORDER BY may name only what SELECT yields", node.start, node.end,
                 help="add the expression to SELECT, or order before")  # fmt: skip
    if type(node) is ast.Column and env.plain_at is node and env.plain is not None and env.outputs.get(env.plain.name) is env.plain:
        return env.plain
    return made(b, env, node, "", arg, -1)


def _numbered(b: Binding, node: ast.Literal, output: tuple[Column, ...]) -> Column | None:
    number = int(node.value)
    if 1 <= number <= len(output):
        return output[number - 1]
    b.report("order", f"ORDER BY {number}: the query has {len(output)} columns", node.start, node.end)
    return None
