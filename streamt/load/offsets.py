"""From characters of a scalar's value to the file: where in a block of SQL something stands.

Exact for literal blocks, for scalars on one line and for whole text files; a folded scalar is only known by its start.
"""

from __future__ import annotations

import re

from streamt.diagnostics.model import Span
from streamt.load.text import line_and_column, line_starts, line_text

TEXT_FILE = "file"  # the style of a document that is no YAML: its value is the whole text

_SINGLE = re.compile(r"''|.", re.DOTALL)
_DOUBLE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.", re.DOTALL)


def span_within(
    path: str, text: str, value: Span, style: str, block: tuple[int, int], start: int, end: int
) -> Span:
    """The span of `scalar[start:end]`. `value` is where the scalar stands; `block` line and indentation of a literal's content."""
    if style == TEXT_FILE:
        return Span(path, *_in_file(text, start), *_in_file(text, end))
    if style == "|":
        return Span(path, *_in_block(text, block, start), *_in_block(text, block, end))
    if value.line != value.end_line or style == ">":
        return value
    written = line_text(text, value.line)[value.column - 1 : value.end_column - 1]
    columns = _columns(written, style)
    first = value.column + columns[min(start, len(columns) - 1)]
    return Span(path, value.line, first, value.line, value.column + columns[min(end, len(columns) - 1)])


def _in_file(text: str, offset: int) -> tuple[int, int]:
    return line_and_column(text, min(offset, len(text)))


def _in_block(text: str, block: tuple[int, int], offset: int) -> tuple[int, int]:
    line, indent = block
    last = len(line_starts(text))
    while line < last:
        width = max(len(line_text(text, line)) - indent, 0)
        if offset <= width:
            break
        offset -= width + 1
        line += 1
    return line, indent + offset + 1


def _columns(written: str, style: str) -> list[int]:
    """For each character of the value (and its end) the column, from 0, at which it is written."""
    if style not in ("'", '"'):
        return list(range(len(written) + 1))
    pattern = _SINGLE if style == "'" else _DOUBLE
    return [1 + piece.start() for piece in pattern.finditer(written[1:-1])] + [max(len(written) - 1, 0)]
