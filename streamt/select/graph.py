"""The manifest's DAG as neighbours. Walks are breadth first and iterative: depth and width are bounded by memory alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from streamt.manifest.model import Exposure, Manifest, Model, Source, Test

Node: TypeAlias = Source | Model | Test | Exposure
Neighbours: TypeAlias = Mapping[str, Sequence[str]]

EVERYTHING = 2**62  # a depth no graph has


@dataclass(frozen=True, slots=True)
class Graph:
    """`upstream` and `downstream` have an entry for every node, in the order of the manifest's edges."""

    nodes: tuple[str, ...]
    upstream: Neighbours
    downstream: Neighbours


def graph_of(manifest: Manifest) -> Graph:
    """The whole DAG: tests and what their failures feed included. An edge may name a node of another project."""
    nodes = dict.fromkeys(node.id for node in manifest.dag.nodes)
    for edge in manifest.dag.edges:
        nodes.setdefault(edge.from_)
        nodes.setdefault(edge.to)
    return graph_from(nodes, ((edge.from_, edge.to) for edge in manifest.dag.edges))


def graph_from(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> Graph:
    """Repeated edges count once; both ends of an edge must be among the nodes."""
    upstream: dict[str, dict[str, None]] = {node: {} for node in nodes}
    downstream: dict[str, dict[str, None]] = {node: {} for node in upstream}
    for start, end in edges:
        downstream[start][end] = None
        upstream[end][start] = None
    return Graph(tuple(upstream), _frozen(upstream), _frozen(downstream))


def _frozen(neighbours: dict[str, dict[str, None]]) -> Neighbours:
    return {node: tuple(others) for node, others in neighbours.items()}


def walk(starts: Iterable[str], neighbours: Neighbours, depth: int = EVERYTHING) -> dict[str, int]:
    """Distance of every node at most `depth` steps away; the starts themselves are 0 away."""
    distances = dict.fromkeys(starts, 0)
    frontier = list(distances)
    steps = 0
    while frontier and steps < depth:
        steps += 1
        reached = [other for node in frontier for other in neighbours.get(node, ()) if other not in distances]
        frontier = list(dict.fromkeys(reached))
        distances.update(dict.fromkeys(frontier, steps))
    return distances


def nodes_by_id(manifest: Manifest) -> dict[str, Node]:
    every: tuple[list[Source] | list[Model] | list[Test] | list[Exposure], ...] = (
        manifest.sources,
        manifest.models,
        manifest.tests,
        manifest.exposures,
    )
    return {node.id: node for nodes in every for node in nodes}


def title(node: Node) -> str:
    """The name people use: `payments`, or `payments@v2` where versions live side by side."""
    if isinstance(node, Model) and node.version is not None:
        return f"{node.name}@v{node.version}"
    return node.name
