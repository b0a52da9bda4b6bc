"""Lines and columns of a text, counted as editors count them: from 1, a line ends at LF, CRLF or CR, a column is a character."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from streamt.diagnostics.model import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@lru_cache(maxsize=1024)
def line_starts(text: str) -> tuple[int, ...]:
    """Offset of the first character of every line."""
    return (0, *(end.end() for end in _LINE_END.finditer(text)))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def line_text(text: str, line: int) -> str:
    """The line without its end; empty past the last one."""
    starts = line_starts(text)
    if not 1 <= line <= len(starts):
        return ""
    end = starts[line] if line < len(starts) else len(text)
    return text[starts[line - 1] : end].rstrip("\r\n")


def span(path: str, text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`, without the blanks at its end."""
    trimmed = start + len(text[start:end].rstrip())
    return Span(path, *line_and_column(text, start), *line_and_column(text, max(start, trimmed)))
