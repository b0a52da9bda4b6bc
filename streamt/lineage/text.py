"""Lineage as text: a drawing where it fits the terminal, an indented tree where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.lineage.canvas import printable, styled
from streamt.lineage.drawing import drawn
from streamt.lineage.layout import edges_of, without_cycles
from streamt.lineage.tree import Branch, tree
from streamt.lineage.view import View, ViewNode
from streamt.select.graph import Graph, graph_from

_MOST_DRAWN = 150  # a larger piece never fits a terminal: spare the layout


def render(view: View, width: int, colour: bool = False) -> str:
    """Text with a newline at the end; each connected piece apart, in the manifest's order."""
    nodes = {node.id: _safe(node) for node in view.nodes}
    graph = graph_from(nodes, ((edge.start, edge.end) for edge in view.edges))
    pieces = ["\n".join(_piece(piece, nodes, width, colour)) for piece in _pieces(graph)]
    return "\n\n".join((*pieces, *view.notes)) + "\n"


def _safe(node: ViewNode) -> ViewNode:
    return ViewNode(node.id, printable(node.name), printable(node.label), node.relation, node.node)


def _pieces(graph: Graph) -> Iterator[Graph]:
    """Connected pieces. Single nodes stay together in one piece, at the end."""
    places = {node: place for place, node in enumerate(graph.nodes)}
    seen: set[str] = set()
    alone: list[str] = []
    for start in graph.nodes:
        if start in seen:
            continue
        members = _connected(graph, start)
        seen |= members
        if len(members) == 1:
            alone.append(start)
        else:
            yield _part(graph, sorted(members, key=places.__getitem__))
    if alone:
        yield _part(graph, alone)


def _connected(graph: Graph, start: str) -> set[str]:
    members = {start}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        for other in (*graph.upstream[node], *graph.downstream[node]):
            if other not in members:
                members.add(other)
                waiting.append(other)
    return members


def _part(graph: Graph, members: list[str]) -> Graph:
    return graph_from(members, ((node, below) for node in members for below in graph.downstream[node]))


def _piece(graph: Graph, nodes: dict[str, ViewNode], width: int, colour: bool) -> Iterator[str]:
    # A cycle is cut where an application writes what it reads.
    written = {(start, end) for start, end in edges_of(graph) if nodes[start].label == "exposure"}
    acyclic, closing = without_cycles(graph, written)
    joined = any(acyclic.downstream.values())
    canvas = drawn(acyclic, nodes, width) if joined and len(graph.nodes) <= _MOST_DRAWN else None
    if canvas is not None:
        yield from canvas.lines(colour)
    else:
        yield from _as_tree(acyclic, nodes, width, colour)
    for start, end in closing:
        yield f"{nodes[start].name} ({nodes[start].label}) ──▶ {nodes[end].name} ({nodes[end].label}), drawn above"


def _as_tree(graph: Graph, nodes: dict[str, ViewNode], width: int, colour: bool) -> Iterator[str]:
    roots = [node for node in graph.nodes if not graph.upstream[node]]

    def branches(node: str) -> list[Branch]:
        return [
            Branch(below, _tree_label(nodes[below], graph, nodes, node, colour))
            for below in graph.downstream[node]
        ]

    yield from tree(
        [Branch(root, _tree_label(nodes[root], graph, nodes, None, colour)) for root in roots],
        branches,
        width,
    )


def _tree_label(
    node: ViewNode, graph: Graph, nodes: dict[str, ViewNode], parent: str | None, colour: bool
) -> str:
    kind = node.label.partition(":")[0] if node.node is not None else "dim"
    style = f"{kind} focus" if node.relation == "focus" else kind
    others = [nodes[other].name for other in graph.upstream[node.id] if other != parent]
    also = f" ← also {', '.join(others[:3])}{' ..' if len(others) > 3 else ''}" if others else ""
    return f"{styled(node.name, style if colour else '')} ({node.label}){also}"
