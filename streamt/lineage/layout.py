"""Where the boxes of a layered drawing stand. Deterministic, iterative, and free of characters.

Nodes stand in layers, inputs above readers. An edge that skips layers passes through *bends*, one per layer and start, so that
all edges of one node share them. Within a layer, order follows the neighbours (barycentres); columns follow the order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TypeAlias

from streamt.select.graph import Graph, Neighbours, graph_from, walk

PORT = 4  # an edge leaves a box, and enters it, at its fifth character
GAP = 4
_PORT_DISTANCE = 3
_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Layered:
    """`layers` hold vertices: node ids, and bends (`is_bend`). `below` and `above` join vertices of neighbouring layers."""

    layers: tuple[tuple[str, ...], ...]
    below: Neighbours
    above: Neighbours


def is_bend(vertex: str) -> bool:
    return vertex.startswith("\0")


Edge: TypeAlias = tuple[str, str]


def without_cycles(graph: Graph, weak: Collection[Edge] = ()) -> tuple[Graph, tuple[Edge, ...]]:
    """The graph less the edges that close a cycle, and those edges; a weak edge goes before any other."""
    strong = [edge for edge in edges_of(graph) if edge not in weak]
    closing = set(_closing(graph_from(graph.nodes, strong)))
    kept = [edge for edge in strong if edge not in closing]
    downstream = {node: list(others) for node, others in graph_from(graph.nodes, kept).downstream.items()}
    for start, end in sorted(weak):
        if graph.upstream[start] and start in walk((end,), downstream):
            closing.add((start, end))
        else:
            downstream[start].append(end)
    if not closing:
        return graph, ()
    return graph_from(graph.nodes, (edge for edge in edges_of(graph) if edge not in closing)), tuple(
        sorted(closing)
    )


def edges_of(graph: Graph) -> Iterator[Edge]:
    return ((start, end) for start in graph.nodes for end in graph.downstream[start])


def _closing(graph: Graph) -> Iterator[Edge]:
    """Edges back to a node that is still on the path: depth first, in the order of the nodes."""
    on_path: dict[str, bool] = {}
    for start in graph.nodes:
        path = [] if start in on_path else [(start, iter(graph.downstream[start]))]
        on_path.setdefault(start, True)
        while path:
            node, rest = path[-1]
            following = next(rest, None)
            if following is None:
                on_path[node] = False
                path.pop()
            elif on_path.get(following):
                yield node, following
            elif following not in on_path:
                on_path[following] = True
                path.append((following, iter(graph.downstream[following])))


def layered(graph: Graph) -> Layered:
    """Layers of an acyclic graph, ordered so that few edges cross."""
    depth = _depths(graph)
    members: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in graph.nodes:
        members[depth[node]].append(node)
    edges: dict[tuple[str, str], None] = {}
    for node in graph.nodes:
        for child in graph.downstream[node]:
            _bend(node, child, depth, members, edges)
    joined = graph_from((vertex for layer in members for vertex in layer), edges)
    return Layered(_ordered(members, joined), joined.downstream, joined.upstream)


def _depths(graph: Graph) -> dict[str, int]:
    """Below everything it reads; then as low as its readers allow where that shortens lines (a source near its reader)."""
    order = tuple(TopologicalSorter(graph.upstream).static_order())
    depth: dict[str, int] = {}
    for node in order:
        depth[node] = max((depth[parent] + 1 for parent in graph.upstream[node]), default=0)
    for node in reversed(order):
        readers = graph.downstream[node]
        if readers and len(graph.upstream[node]) <= len(readers):
            depth[node] = min(depth[reader] for reader in readers) - 1
    highest = min(depth.values(), default=0)
    return {node: level - highest for node, level in depth.items()}


def _bend(
    start: str,
    end: str,
    depth: Mapping[str, int],
    members: list[list[str]],
    edges: dict[tuple[str, str], None],
) -> None:
    previous = start
    for level in range(depth[start] + 1, depth[end]):
        bend = f"\0{level}\0{start}"
        if (previous, bend) not in edges:
            members[level].append(bend)
            edges[previous, bend] = None
        previous = bend
    edges[previous, end] = None


def _ordered(members: list[list[str]], graph: Graph) -> tuple[tuple[str, ...], ...]:
    layers = [list(layer) for layer in members]
    for _ in range(_SWEEPS):
        for below, layer in pairwise(reversed(layers)):
            _sort_by_neighbours(layer, below, graph.downstream)
        for above, layer in pairwise(layers):
            _sort_by_neighbours(layer, above, graph.upstream)
    return tuple(map(tuple, layers))


def _sort_by_neighbours(layer: list[str], other: Sequence[str], neighbours: Neighbours) -> None:
    """By the mean place of a vertex's neighbours in the other layer; without any, by its own place."""
    places = {vertex: place for place, vertex in enumerate(other)}
    means = {}
    for own, vertex in enumerate(layer):
        met = [places[neighbour] for neighbour in neighbours[vertex]]
        means[vertex] = sum(met) / len(met) if met else float(own)
    layer.sort(key=means.__getitem__)


def columns(drawing: Layered, widths: Mapping[str, int], width: int) -> dict[str, int] | None:
    """The column of every vertex's first character: near what it hangs on, never closer than GAP to its neighbour.

    None when a layer is wider than `width`.
    """
    left: dict[str, int] = {}
    for _ in range(2):
        for layer in drawing.layers:
            _settle(layer, drawing.above, widths, left)
        for layer in reversed(drawing.layers):
            _draw_right(layer, drawing, widths, left)
    for layer in drawing.layers[1:]:
        _settle(layer, drawing.above, widths, left)
    for layer in drawing.layers:
        _push_left(layer, widths, left, width)
    return left if min(left.values(), default=0) >= 0 else None


def port(vertex: str, left: Mapping[str, int]) -> int:
    return left[vertex] if is_bend(vertex) else left[vertex] + PORT


def _settle(
    layer: Iterable[str],
    above: Neighbours,
    widths: Mapping[str, int],
    left: dict[str, int],
) -> None:
    free = 0
    for vertex in layer:
        ports = [port(parent, left) for parent in above[vertex]]
        wish = sum(ports) // len(ports) - (0 if is_bend(vertex) else PORT) if ports else left.get(vertex, 0)
        left[vertex] = max(free, wish)
        free = left[vertex] + widths[vertex] + GAP


def _draw_right(
    layer: tuple[str, ...], drawing: Layered, widths: Mapping[str, int], left: dict[str, int]
) -> None:
    """Move what has its first reader further right over it, as far as there is room."""
    limit: int | None = None
    for vertex in reversed(layer):
        readers = drawing.below[vertex]
        if readers:
            wish = min(port(reader, left) for reader in readers) - (0 if is_bend(vertex) else PORT)
            room = wish if limit is None else min(wish, limit - widths[vertex])
            left[vertex] = max(left[vertex], room)
        limit = left[vertex] - GAP


def _push_left(layer: tuple[str, ...], widths: Mapping[str, int], left: dict[str, int], limit: int) -> None:
    for vertex in reversed(layer):
        left[vertex] = min(left[vertex], limit - widths[vertex])
        limit = left[vertex] - GAP


def entries(drawing: Layered, left: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """The column where the edge of (start, end) enters `end`: straight below where it can be, and never below another
    start's port, so that no two edges share a stretch of a column."""
    found: dict[tuple[str, str], int] = {}
    for above, layer in pairwise(drawing.layers):
        taken = {port(vertex, left): vertex for vertex in above if drawing.below[vertex]}
        for vertex in layer:
            starts = sorted(drawing.above[vertex], key=lambda start: (port(start, left), start))
            for place, start in enumerate(starts):
                wish = port(vertex, left) + place * _PORT_DISTANCE
                free = (wish + step for step in (0, 1, -1) if taken.get(wish + step, start) == start)
                found[start, vertex] = next(free, wish)
    return found


def width_with_entries(label: int, entering: int) -> int:
    """A box is at least as wide as the edges that enter it need."""
    return max(label, PORT + 1 + _PORT_DISTANCE * max(0, entering - 1) + 1)
