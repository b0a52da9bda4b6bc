"""The words and signs of a type's text, each with its place."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class TypeSyntaxError(ValueError):
    """A type that Flink would not accept. `offset` and `end` bound the offending text, in characters."""

    def __init__(self, message: str, offset: int, end: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.end = end
        self.suggestion = suggestion


class Token(NamedTuple):
    kind: str  # word, name (quoted), text, number, sign, end
    value: str
    start: int
    end: int


_TOKEN: Final = re.compile(
    r"\s*(?:(?P<word>(?:[^\W\d]|\$)[\w$]*)|`(?P<name>(?:[^`]|``)*)`|'(?P<text>(?:[^']|'')*)'"
    r"|(?P<number>\d+)|(?P<sign>[<>(),]))"
)
_MAX_TEXT: Final = 100_000


def tokens(text: str) -> list[Token]:
    if len(text) > _MAX_TEXT:
        raise TypeSyntaxError(f"a type longer than {_MAX_TEXT} characters", 0, _MAX_TEXT)
    found: list[Token] = []
    position, length = 0, len(text.rstrip())
    while position < length:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            start = position + len(text[position:]) - len(text[position:].lstrip())
            raise TypeSyntaxError(f"unexpected {text[start]!r} in a type", start, start + 1)
        kind, value = match.lastgroup, match[match.lastgroup]
        doubled = {"name": "`", "text": "'"}.get(kind)
        if doubled:
            value = value.replace(doubled * 2, doubled)
        start = match.start(kind) - (1 if doubled else 0)
        found.append(Token(kind, value, start, match.end()))
        position = match.end()
    found.append(Token("end", "", length, length))
    return found
