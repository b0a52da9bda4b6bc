"""Layers and order for a whole graph, at build time: a browser takes minutes for what takes a tenth of a second here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """`layer` counts from the left, `order` from the top of the layer."""

    layer: int
    order: int


def layered(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """A place for each node: every edge leads to the right (but those that close a cycle), crossings are few.

    Longest paths for the layers, sources moved next to what reads them, then sweeps that put each node at the mean of its
    neighbours. Linear in nodes and edges but for the sorting of each layer; no recursion.
    """
    below, above = _adjacency(nodes, edges)
    layers = _layers(nodes, below, above)
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for node in nodes:
        rows[layers[node]].append(node)
    ordered = [rows[layer] for layer in sorted(rows)]
    _untangle(ordered, below, above)
    return {node: Place(layer, order) for layer, row in enumerate(ordered) for order, node in enumerate(row)}


Adjacency = Mapping[str, list[str]]


def _adjacency(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> tuple[Adjacency, Adjacency]:
    below: dict[str, list[str]] = {node: [] for node in nodes}
    above: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in sorted(set(edges)):
        if source != target and source in below and target in below:
            below[source].append(target)
            above[target].append(source)
    return below, above


def _layers(nodes: Sequence[str], below: Adjacency, above: Adjacency) -> dict[str, int]:
    order = _topological(nodes, below, above)
    rank = {node: at for at, node in enumerate(order)}
    layers = dict.fromkeys(nodes, 0)
    for node in order:
        for target in below[node]:
            if rank[target] > rank[node]:
                layers[target] = max(layers[target], layers[node] + 1)
    for node in reversed(order):
        nearest = [layers[target] for target in below[node] if rank[target] > rank[node]]
        if nearest and not above[node]:
            layers[node] = min(nearest) - 1
    return layers


def _topological(nodes: Sequence[str], below: Adjacency, above: Adjacency) -> list[str]:
    """Kahn's order. A cycle (a project that does not lint) is entered at its first node."""
    waiting = {node: len(above[node]) for node in nodes}
    order: list[str] = []
    for entrance in (*(node for node in nodes if not above[node]), *nodes):
        stack = [entrance] if entrance in waiting else []
        while stack:
            node = stack.pop()
            if waiting.pop(node, None) is None:
                continue
            order.append(node)
            for target in below[node]:
                if target in waiting:
                    waiting[target] -= 1
                    if waiting[target] == 0:
                        stack.append(target)
    return order


def _untangle(rows: list[list[str]], below: Adjacency, above: Adjacency) -> None:
    position = {node: place for row in rows for node, place in _positions(row)}
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        beside = above if downwards else below
        for row in rows if downwards else reversed(rows):
            wanted = {node: (_mean(beside[node], position, position[node]), node) for node in row}
            row.sort(key=wanted.__getitem__)
            position.update(_positions(row))


def _positions(row: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Rows of different lengths face each other: a position is between 0 and 1."""
    return ((node, (place + 0.5) / len(row)) for place, node in enumerate(row))


def _mean(neighbours: list[str], position: Mapping[str, float], otherwise: float) -> float:
    return sum(position[each] for each in neighbours) / len(neighbours) if neighbours else otherwise
