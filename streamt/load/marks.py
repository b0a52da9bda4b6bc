"""Where the keys and values of a document stand, worked out only when somebody asks.

Loading keeps one small `Node` per value (offsets into the text); `Marks` turns a route into lines and columns on demand, since
a clean project asks for none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from streamt.load.document import Mark, Route
from streamt.load.text import line_and_column, line_text, span

Bounds = tuple[int, int]
Scalar = tuple[int, int, str]  # start, end, style


class Node:
    """A mapping or sequence: offsets into the text, and where its parts stand (for a mapping with the bounds of each key)."""

    __slots__ = ("end", "entries", "height", "items", "size", "start")

    def __init__(
        self,
        start: int,
        end: int,
        entries: dict[str, tuple[Bounds, Where]] | None = None,
        items: list[Where] | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.entries = entries
        self.items = items
        self.height = 1
        self.size = 1  # values in it once its aliases are written out


Where = Node | Scalar


def bounds(where: Where) -> Bounds:
    return (where.start, where.end) if isinstance(where, Node) else where[:2]


class Marks(Mapping[Route, Mark]):
    """The marks of one document. `moved` says where a value of the canonical spelling stands in an older one."""

    __slots__ = ("_moved", "_path", "_root", "_text")

    def __init__(
        self, path: str, text: str, root: Where | None, moved: Mapping[Route, Route] | None = None
    ) -> None:
        self._path = path
        self._text = text
        self._root = root
        self._moved = moved or {}

    def moving(self, moved: Mapping[Route, Route]) -> Marks:
        """The same marks for data that was rewritten: `moved` leads from its routes to the ones of the file."""
        return Marks(self._path, self._text, self._root, {**self._moved, **moved})

    def __getitem__(self, route: Route) -> Mark:
        origin = self.origin(route)
        found = self._find(origin)
        if found is None:
            raise KeyError(route)
        return self._mark(origin, *found)

    def origin(self, route: Route) -> Route:
        """The route in the file as written."""
        if self._moved:
            for length in range(len(route), 0, -1):
                start = self._moved.get(route[:length])
                if start is not None:
                    return start + route[length:]
        return route

    def _find(self, route: Route) -> tuple[Where, Bounds | None] | None:
        node, key = self._root, None
        if node is None:
            return None
        for step in route:
            if not isinstance(node, Node):
                return None
            if node.entries is not None and isinstance(step, str):
                entry = node.entries.get(step)
                if entry is None:
                    return None
                key, node = entry
            elif node.items is not None and isinstance(step, int) and 0 <= step < len(node.items):
                key, node = None, node.items[step]
            else:
                return None
        return node, key

    def _mark(self, origin: Route, where: Where, key: Bounds | None) -> Mark:
        value = span(self._path, self._text, *bounds(where))
        key_span = span(self._path, self._text, *key) if key else None
        style = "" if isinstance(where, Node) else where[2]
        if style != "|":
            return Mark(value, key_span, style, route=origin)
        start, end = bounds(where)
        line = line_and_column(self._text, start)[0] + 1
        return Mark(value, key_span, "|", line, _block_indent(self._text, start, end), origin)

    def __iter__(self) -> Iterator[Route]:
        pending: list[tuple[Route, Where]] = [((), self._root)] if self._root else []
        while pending:
            route, node = pending.pop()
            yield route
            if isinstance(node, Node):
                pending += [((*route, key), child) for key, (_, child) in (node.entries or {}).items()]
                pending += [((*route, index), child) for index, child in enumerate(node.items or ())]

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _block_indent(text: str, start: int, end: int) -> int:
    """Columns before the content of a literal block.

    It is the indentation of the first line that is not blank; with an explicit indicator (`|2`) it counts from the indentation
    of the block's parent, and more blanks belong to the value.
    """
    header, *rows = text[start:end].splitlines() or [""]
    digits = [letter for letter in header.split("#")[0] if letter.isdigit()]
    if digits:
        return _parent_indent(line_text(text, line_and_column(text, start)[0])) + int(digits[0])
    return next((len(row) - len(row.lstrip(" ")) for row in rows if row.strip()), 0)


def _parent_indent(row: str) -> int:
    indent = len(row) - len(row.lstrip(" "))
    while row[indent : indent + 2] == "- ":
        rest = row[indent + 2 :]
        indent += 2 + len(rest) - len(rest.lstrip(" "))
    return indent
