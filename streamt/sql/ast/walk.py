"""Generic walks, without recursion: a query may be very wide and fairly deep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def walk(node: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The node and every node below it, parents first, in the order of the fields."""
    stack = [node]
    while stack:
        item = stack.pop()
        if type(item) is not tuple:
            yield item
        stack.extend(child for child in reversed(item) if isinstance(child, tuple))


def children(node: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The nodes directly below, in the order of the fields."""
    for field in node:
        if type(field) is tuple:
            yield from (item for item in field if isinstance(item, tuple))
        elif isinstance(field, tuple):
            yield field


def source_text(sql: str, node: tuple[Any, ...]) -> str:
    """What was written for the node."""
    return sql[node[0] : node[1]]
