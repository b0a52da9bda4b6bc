"""What the DAG says about an apply: in which order, who is below a failure, whom a change reaches."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from streamt.manifest.model import Dag, Manifest


def ranks(dag: Dag) -> dict[str, int]:
    """Each node's place in an order where what is read comes before who reads it."""
    sorter: TopologicalSorter[str] = TopologicalSorter({node.id: () for node in dag.nodes})
    for edge in sorted(dag.edges, key=lambda edge: (edge.from_, edge.to)):
        sorter.add(edge.to, edge.from_)
    try:
        return {node: rank for rank, node in enumerate(sorter.static_order())}
    except CycleError:  # lint refuses it; a manifest from elsewhere still gets some fixed order
        return {node: rank for rank, node in enumerate(sorted(node.id for node in dag.nodes))}


def below(dag: Dag, nodes: Iterable[str]) -> frozenset[str]:
    """These nodes and everything that reads from them, directly or not."""
    readers: Mapping[str, set[str]] = defaultdict(set)
    for edge in dag.edges:
        readers[edge.from_].add(edge.to)
    found: set[str] = set()
    waiting = deque(nodes)
    while waiting:
        node = waiting.popleft()
        if node not in found:
            found.add(node)
            waiting.extend(readers.get(node, ()))
    return frozenset(found)


def reached(manifest: Manifest, nodes: Iterable[str]) -> tuple[str, ...]:
    """The exposures below these nodes, with their owners: who notices a change."""
    touched = below(manifest.dag, nodes)
    return tuple(
        f"{exposure.name}{f' ({exposure.owner})' if exposure.owner else ''}"
        for exposure in sorted(manifest.exposures, key=lambda exposure: exposure.name)
        if exposure.id in touched
    )
