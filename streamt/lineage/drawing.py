"""The lineage drawn with lines in a terminal, branches side by side:

    payments_clean (model:topic)
        │
        ├────────────────────┐
        ▼                    ▼
    customer_balance    payments_enriched (model:flink)
    (model:flink)

Every edge has an arrowhead of its own, and lines that cross without meeting are drawn apart (`─│─`), so a join never seems to
feed what it does not feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from streamt.lineage.canvas import Canvas
from streamt.lineage.layout import Layered, columns, entries, is_bend, layered, port, width_with_entries
from streamt.lineage.view import ViewNode
from streamt.select.graph import Graph

_CORNERS = {"NE": "└", "NW": "┘", "SE": "┌", "SW": "┐", "NS": "│", "EW": "─"}
_JUNCTIONS = {"NSE": "├", "NSW": "┤", "NEW": "┴", "SEW": "┬", "NSEW": "┼"}


@dataclass(frozen=True, slots=True)
class _Net:
    """All edges that leave one vertex: from `top` down to a horizontal line, and from there down to the `bottoms`."""

    top: int
    bottoms: tuple[int, ...]

    @property
    def ends(self) -> tuple[int, int]:
        return min(self.top, *self.bottoms), max(self.top, *self.bottoms)

    @property
    def straight(self) -> bool:
        return self.bottoms == (self.top,)


def drawn(graph: Graph, nodes: Mapping[str, ViewNode], width: int) -> Canvas | None:
    """One connected acyclic graph; None when it does not fit into `width` columns."""
    drawing = layered(graph)
    for wrapped in (False, True):
        labels = {
            vertex: tuple(_label(vertex, layer, drawing, nodes, wrapped))
            for layer in drawing.layers
            for vertex in layer
        }
        sizes = {vertex: _width(vertex, lines, drawing) for vertex, lines in labels.items()}
        left = columns(drawing, sizes, width)
        if left is not None:
            return _painted(drawing, labels, left, nodes)
    return None


def _label(
    vertex: str, layer: tuple[str, ...], drawing: Layered, nodes: Mapping[str, ViewNode], wrapped: bool
) -> Iterator[str]:
    """One line; among several in a row, a leaf's kind stands beneath its name."""
    if is_bend(vertex):
        return
    node = nodes[vertex]
    if len(layer) > 1 and (wrapped or not drawing.below[vertex]):
        yield from (node.name, f"({node.label})")
    else:
        yield f"{node.name} ({node.label})"


def _width(vertex: str, lines: tuple[str, ...], drawing: Layered) -> int:
    if is_bend(vertex):
        return 2  # it may have to be entered beside its port
    return width_with_entries(max(map(len, lines)), len(drawing.above[vertex]))


def _painted(
    drawing: Layered,
    labels: Mapping[str, tuple[str, ...]],
    left: Mapping[str, int],
    nodes: Mapping[str, ViewNode],
) -> Canvas:
    canvas = Canvas()
    arrivals = entries(drawing, left)
    for layer in drawing.layers:
        bottom = _paint_labels(canvas, layer, drawing, labels, left, nodes, arrivals)
        nets = [
            _Net(
                port(vertex, left), tuple(sorted(arrivals[vertex, below] for below in drawing.below[vertex]))
            )
            for vertex in layer
            if drawing.below[vertex]
        ]
        if nets:
            _paint_channel(canvas, bottom, nets, _heads(layer, drawing, arrivals))
    return canvas


def _paint_labels(
    canvas: Canvas,
    layer: tuple[str, ...],
    drawing: Layered,
    labels: Mapping[str, tuple[str, ...]],
    left: Mapping[str, int],
    nodes: Mapping[str, ViewNode],
    arrivals: Mapping[tuple[str, str], int],
) -> int:
    """The row where the lines to the next layer start."""
    top = canvas.height
    height = (
        max(1, *(len(labels[vertex]) for vertex in layer))
        if len(layer) > 1
        else max(1, len(labels[layer[0]]))
    )
    deepest = 0
    for vertex in layer:
        for row, text in enumerate(labels[vertex]):
            canvas.put(top + row, left[vertex], text, _style(nodes[vertex], row))
        if drawing.below[vertex]:
            deepest = max(deepest, len(labels[vertex]))
            start = port(vertex, left)
            if is_bend(vertex):  # it came in where it could: bring it to its port
                start = arrivals[drawing.above[vertex][0], vertex]
                _horizontal(canvas, top, start, port(vertex, left))
            for row in range(len(labels[vertex]) or int(start != port(vertex, left)), height):
                canvas.put(top + row, port(vertex, left), "│")
    return top + height if deepest == height else top + height - 1


def _horizontal(canvas: Canvas, row: int, start: int, end: int) -> None:
    if start == end:
        return
    low, high = min(start, end), max(start, end)
    canvas.put(row, low, "─" * (high - low))
    canvas.put(row, start, "└" if start < end else "┘")
    canvas.put(row, end, "┐" if start < end else "┌")


def _style(node: ViewNode, row: int) -> str:
    if row:
        return "dim"
    return (
        f"{node.label.partition(':')[0]} focus" if node.relation == "focus" else node.label.partition(":")[0]
    )


def _heads(
    layer: tuple[str, ...], drawing: Layered, arrivals: Mapping[tuple[str, str], int]
) -> dict[int, str]:
    """What stands where an edge arrives: an arrowhead over a node, a plain line over a bend."""
    return {
        arrivals[vertex, below]: "│" if is_bend(below) else "▼"
        for vertex in layer
        for below in drawing.below[vertex]
    }


def _paint_channel(canvas: Canvas, first: int, nets: list[_Net], heads: Mapping[int, str]) -> None:
    tracks = _tracks([net for net in nets if not net.straight])
    last = first + 1 + max(tracks.values(), default=-1) + 1
    for net in nets:
        if net in tracks:
            _paint_line(canvas, first + 1 + tracks[net], net)
    for net in nets:
        row = first + 1 + tracks[net] if net in tracks else last
        for above in range(first, row):
            canvas.put(above, net.top, "│")
        for bottom in net.bottoms:
            for below in range(row + 1, last):
                canvas.put(below, bottom, "│")
    for column, head in heads.items():
        canvas.put(last, column, head)


def _tracks(nets: list[_Net]) -> dict[_Net, int]:
    """Rows for the horizontal lines: as few as can be, none touching another."""
    ends: list[int] = []
    found: dict[_Net, int] = {}
    for net in sorted(nets, key=lambda each: each.ends):
        low, high = net.ends
        track = next((place for place, end in enumerate(ends) if end + 1 < low), len(ends))
        ends[track : track + 1] = [high]
        found[net] = track
    return found


def _paint_line(canvas: Canvas, row: int, net: _Net) -> None:
    low, high = net.ends
    for column in range(low, high + 1):
        arms = (
            "N" * (column == net.top)
            + "S" * (column in net.bottoms)
            + "E" * (column < high)
            + "W" * (column > low)
        )
        canvas.put(row, column, _CORNERS.get(arms) or _JUNCTIONS[arms])
