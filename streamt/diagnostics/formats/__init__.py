"""How findings are printed: a module per format, each `render(diagnostics, sources) -> str`. To add one, list it here.

`sources` maps a path to its lines (None for a file that is not at hand), for formats that show the code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from streamt.diagnostics.formats import github, json, text
from streamt.diagnostics.model import Diagnostic

Render = Callable[[Sequence[Diagnostic], Mapping[str, Sequence[str]]], str]

FORMATS: Mapping[str, Render] = {"text": text.render, "json": json.render, "github": github.render}
