"""Annotations of a GitHub workflow: `::error file=..,line=..::message`. What GitHub would read as syntax is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from streamt.diagnostics.formats.text import CONTROL
from streamt.diagnostics.model import Diagnostic

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]) -> str:
    return "".join(_annotation(found) + "\n" for found in diagnostics)


def _annotation(found: Diagnostic) -> str:
    properties = {"title": found.rule}
    if found.span:
        span = found.span
        properties |= {"file": span.path, "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    details = [found.message]
    details += [f"Expected: {found.expected}"] if found.expected is not None else []
    details += [f"Got: {found.got}"] if found.got is not None else []
    details += [found.help] if found.help else []
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{LEVELS[found.severity]} {listed}::{_data(chr(10).join(details))}"


def _data(text: str) -> str:
    """A log is read in a terminal's colours too: control characters do not reach it."""
    return CONTROL.sub("?", text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
