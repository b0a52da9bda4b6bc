"""The project as a graph: nodes by id, edges with a kind, a stable order, cycles with their whole path.

Edges run producer exposure -> source -> model -> consumer exposure, model -> test, test -> its DLQ model. Only `reads`
edges can make a cycle. Every walk is iterative: chains of 10,000 models are normal input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Literal

EdgeKind = Literal["reads", "produces", "consumes", "tests", "dlq"]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    source: str
    target: str
    kind: EdgeKind


@dataclass(frozen=True, eq=False)
class Graph:
    """`nodes` are ids, sorted; `edges` sorted, without repetitions, between known nodes."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def upstream(self) -> Mapping[str, tuple[str, ...]]:
        return _adjacency(self.nodes, ((edge.target, edge.source) for edge in self.edges))

    @cached_property
    def downstream(self) -> Mapping[str, tuple[str, ...]]:
        return _adjacency(self.nodes, ((edge.source, edge.target) for edge in self.edges))

    @cached_property
    def reads(self) -> Mapping[str, tuple[str, ...]]:
        """For each model, the sources and models it reads."""
        return _adjacency(self.nodes, ((edge.target, edge.source) for edge in self.edges if edge.kind == "reads"))

    @cached_property
    def readers(self) -> Mapping[str, tuple[str, ...]]:
        return _adjacency(self.nodes, ((edge.source, edge.target) for edge in self.edges if edge.kind == "reads"))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """What is read before what reads it; among equals by id. Nodes on a cycle, and what hangs on them, come last."""
        waiting = {node: len(self.reads[node]) for node in self.nodes}
        ready = [node for node, count in waiting.items() if count == 0]
        heapify(ready)
        out: list[str] = []
        while ready:
            node = heappop(ready)
            out.append(node)
            for reader in self.readers[node]:
                waiting[reader] -= 1
                if waiting[reader] == 0:
                    heappush(ready, reader)
        return tuple(out) + tuple(node for node in self.nodes if waiting[node] > 0)

    def cycles(self) -> Iterator[tuple[str, ...]]:
        """One closed path for each knot of models that read each other, from its first node by id back to it."""
        for knot in _knots(self.nodes, self.readers):
            if len(knot) > 1 or knot[0] in self.readers[knot[0]]:
                yield _closed_path(min(knot), frozenset(knot), self.readers)


def graph_of(nodes: Iterable[str], edges: Iterable[Edge]) -> Graph:
    known = tuple(sorted(set(nodes)))
    present = set(known)
    return Graph(known, tuple(sorted({edge for edge in edges if edge.source in present and edge.target in present})))


def reachable(start: Iterable[str], step: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Everything that following `step` reaches, the start itself included."""
    found = set(start)
    todo = list(found)
    while todo:
        for node in step.get(todo.pop(), ()):
            if node not in found:
                found.add(node)
                todo.append(node)
    return frozenset(found)


def _adjacency(nodes: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {node: {} for node in nodes}
    for left, right in pairs:
        found[left][right] = None
    return {node: tuple(sorted(others)) for node, others in found.items()}


def _knots(nodes: Sequence[str], step: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Strongly connected components (Tarjan's algorithm, without recursion), in a stable order."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in nodes:
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(step[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, following = work[-1]
            for other in following:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(step[other])))
                    break
                if other in on_stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    knot: list[str] = []
                    while not knot or knot[-1] != node:
                        knot.append(stack.pop())
                    on_stack.difference_update(knot)
                    yield tuple(sorted(knot))


def _closed_path(start: str, inside: frozenset[str], step: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way from a node back to itself within a knot (breadth first, so the message is as short as can be)."""
    came_from: dict[str, str] = {}
    level = [start]
    while level:
        following: list[str] = []
        for node in level:
            for other in step[node]:
                if other == start:
                    path = [node]
                    while path[-1] != start:
                        path.append(came_from[path[-1]])
                    return (*reversed(path), start)
                if other in inside and other not in came_from:
                    came_from[other] = node
                    following.append(other)
        level = following
    raise AssertionError(f"{start} is in a knot, so a way leads back to it")
