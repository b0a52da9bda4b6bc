"""From offsets in a model's SQL to the file the SQL stands in."""

from __future__ import annotations

from streamt.analysis.model import Analysis
from streamt.diagnostics.model import Span
from streamt.load.document import Place
from streamt.project.model import Model


def template_span(model: Model, start: int | None, end: int | None) -> Span:
    """The span of a stretch of the model's template; of the `sql:` key where the offsets are not known."""
    assert model.sql is not None
    text = model.sql.place if model.sql.document is None else Place(model.sql.document)
    if start is None or end is None:
        return text.key_span if model.sql.document is None else model.sql.place.span
    return text.within(start, end)


def sql_span(model: Model, see: Analysis, start: int, end: int) -> Span:
    """The span of a stretch of the rendered SQL, back through the template."""
    rendered = see.rendered[model.id]
    first = rendered.origin(start)
    last = rendered.origin(max(start, end - 1))
    if first is None or last is None:
        return template_span(model, None, None)
    return template_span(model, first, max(last + 1, first))
