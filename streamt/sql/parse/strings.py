"""Strings: in quotes, with a prefix, over several lines."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from streamt.sql.ast import Literal
from streamt.sql.lexer import STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError


def string(p: Cursor) -> Literal:
    i = p.i
    p.i += 1
    text = p.texts[i]
    if text[0] == "'":
        if p.kinds[p.i] != STRING:
            return Literal(p.starts[i], p.ends[i], "STRING", text[1:-1].replace("''", "'"))
        return Literal(p.starts[i], _continued_end(p), "STRING", _continued(p, i, _plain))
    return _prefixed(p, i, text[0].upper())


def plain_string(p: Cursor, what: str) -> str:
    """Step over a string in plain single quotes: its text."""
    text = p.texts[p.i]
    if p.kinds[p.i] != STRING or text[0] != "'":
        raise p.unexpected(what)
    p.i += 1
    return _plain(text)


def _continued(p: Cursor, i: int, decode: Callable[[str], str]) -> str:
    """Strings that follow one another on lines of their own are one string."""
    return "".join(decode(text) for text in p.texts[i : p.i])


def _continued_end(p: Cursor) -> int:
    while p.kinds[p.i] == STRING and p.texts[p.i][0] == "'":
        if "\n" not in p.sql[p.ends[p.i - 1] : p.starts[p.i]]:
            raise SqlSyntaxError(
                "two strings follow each other",
                p.starts[p.i],
                p.ends[p.i],
                help="a quote inside a string is written twice: ''; join strings with ||, or part them by a comma",
            )
        p.i += 1
    return p.ends[p.i - 1]


def _plain(text: str) -> str:
    return text[text.index("'") + 1 : -1].replace("''", "'")


def _prefixed(p: Cursor, i: int, prefix: str) -> Literal:
    end = _continued_end(p)
    start = p.starts[i]
    if prefix == "X":
        return Literal(start, end, "BINARY", _hexadecimal(p, i, end))
    if prefix == "_":
        _check_character_set(p, i)
    if prefix == "E":
        p.since((2, 0), i, "string E'..'", r"write the characters, or U&'..' with \hhhh")
        return Literal(start, end, "STRING", _escaped(p, i))
    value = _continued(p, i, _plain)
    if prefix == "U":
        escape = "\\"
        if p.accept("UESCAPE"):
            escape = plain_string(p, "the escape character in single quotes")
            end = p.end()
        value = _unicode(p, i, value, escape)
    return Literal(start, end, "STRING", value)


def _check_character_set(p: Cursor, i: int) -> None:
    name = p.texts[i][1 : p.texts[i].index("'")]
    try:
        codecs.lookup(name)
    except LookupError:
        start = p.starts[i]
        raise SqlSyntaxError(f"there is no character set {name}", start, start + 1 + len(name)) from None


def _hexadecimal(p: Cursor, i: int, end: int) -> str:
    value = _continued(p, i, _plain)
    if len(value) % 2 or not re.fullmatch("[0-9A-Fa-f]*", value):
        raise SqlSyntaxError(
            "a binary string has an even number of hexadecimal digits, 0 to 9 and A to F", p.starts[i], end
        )
    return value.upper()


def _unicode(p: Cursor, i: int, value: str, escape: str) -> str:
    if len(escape) != 1 or escape in "0123456789abcdefABCDEF+\" \t\n\r\f'":
        raise SqlSyntaxError("this cannot be the escape character", p.starts[p.i - 1], p.ends[p.i - 1])
    marker = re.escape(escape)
    pattern = re.compile(rf"{marker}(?:({marker})|([0-9A-Fa-f]{{4}})|)")
    pieces: list[str] = []
    at = 0
    for match in pattern.finditer(value):
        if match[1] is None and match[2] is None:
            raise SqlSyntaxError(
                f"{escape} is followed by four hexadecimal digits in a U&'' string",
                p.starts[i],
                p.ends[i],
                help=f"for the character itself write {escape}{escape}",
            )
        pieces += value[at : match.start()], match[1] or chr(int(match[2], 16))
        at = match.end()
    return "".join(pieces) + value[at:]


_C_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_C_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-7]{1,3})|([\s\S]))|''"
)


def _escaped(p: Cursor, i: int) -> str:
    """`E'..'` with the escapes of C."""

    def decoded(match: re.Match[str]) -> str:
        if match[0] == "''":
            return "'"
        code = match[1] or match[2] or match[3]
        if code:
            value = int(code, 16)
        elif match[4]:
            value = int(match[4], 8)
        else:
            return _C_ESCAPES.get(match[5], match[5])
        if value > 0x10FFFF:
            raise SqlSyntaxError(f"there is no character {match[0]}", p.starts[i], p.ends[i])
        return chr(value)

    return _C_ESCAPE.sub(decoded, p.texts[i][2:-1])
