"""Which nodes and columns of a manifest: its graph, its column graph, and the selector language of `--select`.

graph_of(manifest) -> Graph                    neighbours in both directions; `walk` never recurses
parse_selection(text) -> Selection             `tag:pii,+payments_* kind:sink`; raises SelectorError (exit 2)
selected(selection, manifest) -> tuple[str]    ids in the manifest's order
"""

from __future__ import annotations

from streamt.select.evaluate import selected
from streamt.select.expression import Criterion, Selection, SelectorError, parse_selection
from streamt.select.graph import Graph, graph_of, walk

__all__ = [
    "Criterion",
    "Graph",
    "Selection",
    "SelectorError",
    "graph_of",
    "parse_selection",
    "selected",
    "walk",
]
