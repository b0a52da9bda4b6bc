"""Lineage as a Graphviz digraph."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.lineage.canvas import printable
from streamt.lineage.view import View

_SHAPES = {"source": "cylinder", "model": "box", "exposure": "ellipse", "test": "hexagon"}


def render(view: View) -> str:
    return "\n".join(_lines(view)) + "\n"


def _lines(view: View) -> Iterator[str]:
    yield "digraph lineage {"
    yield "  rankdir=LR;"
    for node in view.nodes:
        shape = _SHAPES.get(node.label.partition(":")[0], "box")
        weight = ", penwidth=2" if node.relation == "focus" else ""
        yield f"  {_quoted(node.id)} [label={_quoted(f'{node.name} ({node.label})')}, shape={shape}{weight}];"
    for edge in view.edges:
        style = "" if edge.certainty == "proven" else " [style=dashed]"
        yield f"  {_quoted(edge.start)} -> {_quoted(edge.end)}{style};"
    yield "}"


def _quoted(text: str) -> str:
    safe = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{safe}"'
