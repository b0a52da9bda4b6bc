"""Lineage as Mermaid, safe to paste into any Markdown: ids are ours, text is escaped, and size stays within what GitHub draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from streamt.lineage.view import View, ViewNode
from streamt.select.graph import graph_from, walk

MOST_NODES = 250
MOST_EDGES = 450  # mermaid refuses more than 500
_LONGEST_LABEL = 60
_SHAPES = {
    "source": ('[("', '")]'),
    "model": ('["', '"]'),
    "exposure": ('(["', '"])'),
    "test": ('{{"', '"}}'),
}
_CLASSES = (
    "classDef source fill:#e6f4ea,stroke:#188038,color:#0d652d",
    "classDef model fill:#e8f0fe,stroke:#1967d2,color:#174ea6",
    "classDef exposure fill:#f3e8fd,stroke:#8430ce,color:#681da8",
    "classDef test fill:#fef7e0,stroke:#b06000,color:#7a4100",
    "classDef marked stroke-width:3px",
)


def render(view: View, most_nodes: int = MOST_NODES, marked: Iterable[str] = ()) -> str:
    """A flowchart with a newline at the end. What does not fit is left out, farthest from the focus first, and counted."""
    kept, cut = _nearest(view, most_nodes)
    ids = {node.id: f"n{place}" for place, node in enumerate(kept)}
    return "\n".join(_lines(view, kept, cut, ids, frozenset(marked))) + "\n"


def _lines(
    view: View, kept: list[ViewNode], cut: int, ids: dict[str, str], marked: frozenset[str]
) -> Iterator[str]:
    yield "flowchart LR"
    for node in kept:
        kind = node.label.partition(":")[0]
        opening, closing = _SHAPES.get(kind, _SHAPES["model"])
        style = kind if kind in _SHAPES else "model"
        yield f"  {ids[node.id]}{opening}{escaped(f'{node.name} ({node.label})')}{closing}:::{style}"
    edges = [edge for edge in view.edges if edge.start in ids and edge.end in ids]
    for edge in edges[:MOST_EDGES]:
        yield f"  {ids[edge.start]} {'-->' if edge.certainty == 'proven' else '-.->'} {ids[edge.end]}"
    if cut or len(edges) > MOST_EDGES:
        left_out = f"{cut} more nodes and {len(view.edges) - min(len(edges), MOST_EDGES)} edges are not drawn"
        yield f'  cut["{left_out}"]'
    for node_id in sorted(marked & ids.keys()):
        yield f"  class {ids[node_id]} marked"
    yield from (f"  {line}" for line in _CLASSES)


def _nearest(view: View, most: int) -> tuple[list[ViewNode], int]:
    if len(view.nodes) <= most:
        return list(view.nodes), 0
    focus = [node.id for node in view.nodes if node.relation == "focus"]
    ends = [(edge.start, edge.end) for edge in view.edges]
    graph = graph_from((node.id for node in view.nodes), [*ends, *((end, start) for start, end in ends)])
    distances = walk(focus, graph.downstream)
    ranked = sorted(
        range(len(view.nodes)),
        key=lambda place: (distances.get(view.nodes[place].id, len(view.nodes)), place),
    )
    return [view.nodes[place] for place in sorted(ranked[:most])], len(view.nodes) - most


def escaped(text: str) -> str:
    """Mermaid's own entity codes for all but plain characters: no quote, tag, directive or line break gets through."""
    shown = text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 2] + ".."
    return "".join(
        character
        if character.isascii() and (character.isalnum() or character in " _-.:()")
        else f"#{ord(character)};"
        for character in shown
        if character.isprintable()
    )
