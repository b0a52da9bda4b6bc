"""When two expressions are the same: GROUP BY and what SELECT repeats of it."""

from __future__ import annotations

from typing import Any

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.scope import resolve_path


def shape(b: Binding, env: Env, node: Any) -> object:
    """The expression without its place and with columns for names: equal shapes are the same expression."""
    if type(node) is ast.Column:
        probe = Binding(b.catalog)
        found = resolve_path(probe, env.scope, node.names, 0, 0)
        return ("column", found.column.id, found.fields) if found is not None else node.names
    if isinstance(node, tuple):
        if type(node) is tuple:
            return tuple(shape(b, env, item) for item in node)
        fields = getattr(node, "_fields", ())
        parts = (shape(b, env, value) for name, value in zip(fields, node, strict=True) if name not in PLACES)
        return (type(node).__name__, *parts)
    return node


def uncast(node: ast.Expr) -> ast.Expr:
    while type(node) is ast.Cast:
        node = node.value
    return node


def null(node: ast.Expr) -> bool:
    """Whether it is the literal NULL, cast to something or not."""
    node = uncast(node)
    return type(node) is ast.Literal and node.kind == "NULL"


PLACES = frozenset({"start", "end", "at", "name_end", "name_start", "alias_start", "written"})


def without_place(node: Any) -> object:
    """The tree as it is written, wherever it stands."""
    if not isinstance(node, tuple):
        return node
    if type(node) is tuple:
        return tuple(without_place(item) for item in node)
    fields = zip(getattr(node, "_fields", ()), node, strict=True)
    return (type(node).__name__, *(without_place(value) for name, value in fields if name not in PLACES))
