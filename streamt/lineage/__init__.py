"""Lineage of a manifest, drawn.

view_of(manifest, focus, ..) -> View        what to draw; then text.render, mermaid.render, dot.render, data.as_data
trace(manifest, "model.col", ..) -> Trace   one column, both ways; then trace.render, trace.as_data
"""

from __future__ import annotations

from streamt.lineage.trace import Trace, trace
from streamt.lineage.view import View, view_of

__all__ = ["Trace", "View", "trace", "view_of"]
