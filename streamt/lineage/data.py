"""Lineage as JSON: nodes and edges, each edge with how sure it is.

    {"project", "environment",
     "nodes": [{"id", "kind", "name", "version", "type", "owner", "tags", "path", "line", "relation"}],
     "edges": [{"from", "to", "kind", "certainty"}],
     "notes": [".."]}

`type` is the materialization of a model and the type of an exposure; `relation` is focus, upstream, downstream or beside.
"""

from __future__ import annotations

from typing import Any

from streamt.lineage.view import View, ViewEdge, ViewNode, detail
from streamt.manifest.model import Manifest, Model


def as_data(view: View, manifest: Manifest) -> dict[str, Any]:
    return {
        "project": manifest.project,
        "environment": manifest.environment,
        "nodes": [_node(node) for node in view.nodes],
        "edges": [_edge(edge) for edge in view.edges],
        "notes": list(view.notes),
    }


def _node(shown: ViewNode) -> dict[str, Any]:
    """Of a node of another project only the id is known."""
    node = shown.node
    return {
        "id": shown.id,
        "kind": node.kind if node else None,
        "name": node.name if node else shown.name,
        "version": node.version if isinstance(node, Model) else None,
        "type": detail(node),
        "owner": node.owner if node else None,
        "tags": node.tags if node else [],
        "path": node.path if node else None,
        "line": node.line if node else None,
        "relation": shown.relation,
    }


def _edge(edge: ViewEdge) -> dict[str, Any]:
    return {"from": edge.start, "to": edge.end, "kind": edge.kind, "certainty": edge.certainty}
