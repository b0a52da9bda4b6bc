"""Generic walks, without recursion: a query may be very wide and fairly deep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamt.sql.ast.relations import Join


def walk(node: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The node and every node below it, parents first, in the order of the fields."""
    stack = [node]
    while stack:
        item = stack.pop()
        if type(item) is not tuple:
            yield item
        stack.extend(child for child in reversed(item) if isinstance(child, tuple))


def height(node: tuple[Any, ...]) -> tuple[int, tuple[Any, ...]]:
    """How many nodes lie on the longest way down, and its last one; a chain of joins counts as one."""
    peak, last = 0, node
    stack = [(node, 1)]
    while stack:
        item, depth = stack.pop()
        if depth > peak and type(item) is not tuple:
            peak, last = depth, item
        for field in item:
            if isinstance(field, tuple):
                level = type(field) is tuple or (type(field) is Join and type(item) is Join)
                stack.append((field, depth if level else depth + 1))
    return peak, last


def source_text(sql: str, node: tuple[Any, ...]) -> str:
    """What was written for the node."""
    return sql[node[0] : node[1]]
