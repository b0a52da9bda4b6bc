"""For people: the sentence, what was expected and found, where, and the line itself with the place underlined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from streamt.diagnostics.model import Diagnostic, Span

MAX_WIDTH = 160  # of a shown line: the frame moves along a longer one
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]) -> str:
    blocks = [_block(found, sources) for found in diagnostics]
    return "\n".join([*blocks, summary(diagnostics)]) + "\n"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    errors = sum(found.severity == "error" for found in diagnostics)
    warnings = sum(found.severity == "warning" for found in diagnostics)
    if not errors and not warnings:
        return "No problems found."
    parts = [_count(errors, "error")] if errors else []
    parts += [_count(warnings, "warning")] if warnings else []
    return f"{' and '.join(parts)} found."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _block(found: Diagnostic, sources: Mapping[str, Sequence[str]]) -> str:
    lines = [f"{found.severity.upper()}: {_one_line(found.message)}"]
    if found.expected is not None:
        lines.append(f"  Expected: {_one_line(found.expected)}")
    if found.got is not None:
        lines.append(f"  Got: {_one_line(found.got)}")
    if found.span is not None:
        lines.append(f"  Location: {_one_line(found.span.path)}:{found.span.line}")
        lines += [] if found.confidential else _frame(found.span, sources.get(found.span.path))
    if found.help:
        lines.append(f"  Help: {_one_line(found.help)}")
    lines.append(f"  Rule: {found.rule} (streamt explain {found.rule})")
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """Project text cannot move the cursor, colour the terminal or fake another finding."""
    return CONTROL.sub("?", text.replace("\n", " ").replace("\t", " "))


def _frame(span: Span, lines: Sequence[str] | None) -> list[str]:
    if lines is None or not 1 <= span.line <= len(lines):
        return []
    text = lines[span.line - 1].replace("\t", " ")
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    shift = max(0, start - MAX_WIDTH // 2) if len(text) > MAX_WIDTH else 0
    shown = CONTROL.sub("?", text[shift : shift + MAX_WIDTH])
    before, marked = text[shift:start], text[start : max(end, start + 1)][:MAX_WIDTH]
    gutter = str(span.line)
    return [
        f"    {gutter} | {shown}",
        f"    {' ' * len(gutter)} | {' ' * _width(before)}{'^' * max(1, min(_width(marked), MAX_WIDTH))}",
    ]


def _width(text: str) -> int:
    """Columns a terminal gives the text: two for wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
