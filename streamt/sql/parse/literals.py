"""Constants: numbers, strings, dates and times, intervals."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.precedence as precedence
from streamt.sql.ast import Call, Expr, Interval, IntervalUnit, Literal
from streamt.sql.lexer import NAME_KINDS, STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain_operand
from streamt.sql.parse.names import column

_UNITS = {
    unit + plural: unit
    for unit in ("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND")
    for plural in ("", "S")
}
_UNTIL = {
    "YEAR": {"MONTH"},
    "DAY": {"HOUR", "MINUTE", "SECOND"},
    "HOUR": {"MINUTE", "SECOND"},
    "MINUTE": {"SECOND"},
}
UNITS = frozenset(_UNITS)
"""Kinds that name a unit of an interval."""


_OTHER_NAMES = {"UCASE": "UPPER", "LCASE": "LOWER", "LENGTH": "CHAR_LENGTH"}
"""Of functions, inside {fn ..}."""


def number(p: Cursor) -> Literal:
    i = p.i
    p.i += 1
    text = p.texts[i]
    if text.isdigit():
        kind = "INTEGER"
    elif "e" in text or "E" in text:
        kind = "DOUBLE"
    else:
        kind = "DECIMAL"
    return Literal(p.starts[i], p.ends[i], kind, text)


def word(kind: str) -> Callable[[Cursor], Literal]:
    """TRUE, FALSE, UNKNOWN and NULL."""

    def literal(p: Cursor) -> Literal:
        i = p.i
        p.i += 1
        return Literal(p.starts[i], p.ends[i], kind, p.kinds[i] if kind == "BOOLEAN" else "")

    return literal


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


def datetime(p: Cursor) -> Literal:
    """`DATE '..'`, `TIME '..'`, `TIMESTAMP '..'`, `TIMESTAMP WITH LOCAL TIME ZONE '..'`."""
    start = p.i
    kind = p.kinds[start]
    p.i += 1
    if kind == "TIMESTAMP" and p.accept("WITH"):
        p.since((2, 0), start, "TIMESTAMP WITH LOCAL TIME ZONE '..'", "write CAST(TIMESTAMP '..' AS TIMESTAMP_LTZ(3))")
        for following in ("LOCAL", "TIME", "ZONE"):
            p.expect(following)
        kind = "TIMESTAMP_LTZ"
    if kind == p.kinds[start] and p.kinds[p.i] != STRING:
        raise explain_operand(p.tokens(), start)
    text = plain_string(p, f"the text of the {p.kinds[start].lower()} in single quotes")
    return Literal(p.starts[start], p.end(), kind, text)


def braces(p: Cursor) -> Expr:
    """`{d '2024-01-31'}`, `{t '..'}`, `{ts '..'}`, `{fn f(..)}`."""
    start = p.starts[p.i]
    if p.texts[p.i + 1].lower() == "fn":
        p.i += 2
        called = expressions.expression(p, precedence.TIGHTEST)
        p.expect("}")
        return called._replace(name=_OTHER_NAMES.get(called.name, called.name)) if isinstance(called, Call) else called
    kind = {"d": "DATE", "t": "TIME", "ts": "TIMESTAMP"}.get(p.texts[p.i + 1].lower())
    if kind is None:
        p.i += 1
        raise p.unexpected("d, t or ts and a text in single quotes")
    p.i += 2
    text = plain_string(p, "a text in single quotes")
    p.expect("}")
    return Literal(start, p.end(), kind, text)


def interval(p: Cursor) -> Interval:
    start = p.starts[p.i]
    p.i += 1
    negative = p.accept("-")
    if not negative:
        p.accept("+")
    value: Expr
    if p.kinds[p.i] == STRING:
        value = string(p)
        unit = interval_unit(p, until=True)
    else:
        value = _interval_value(p)
        unit = interval_unit(p, until=False)
    return Interval(start, p.end(), value, negative, unit)


_UNIT_INSIDE = re.compile(r"'\s*(-?[\d.]+)\s*(year|quarter|month|week|day|hour|minute|second)s?\s*'", re.I)


def interval_unit(p: Cursor, until: bool) -> IntervalUnit:
    """`DAY(3) TO SECOND(2)`; the TO only where `until` allows it."""
    start = p.i
    unit = _UNITS.get(p.kinds[start])
    if unit is None:
        inside = _UNIT_INSIDE.fullmatch(p.texts[start - 1]) if start else None
        if inside is not None:
            raise SqlSyntaxError("the unit of an interval stands behind the quotes", p.starts[start - 1], p.ends[start - 1],
                                 help=f"write INTERVAL '{inside[1]}' {inside[2].upper()}")  # fmt: skip
        raise p.unexpected("a unit of time: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND")
    if unit in {"QUARTER", "WEEK"}:
        p.since((2, 0), start, f"interval of {unit}", "write MONTH or DAY")
    p.i += 1
    precision, scale = _precision(p, two=unit == "SECOND")
    last = ""
    if until and p.kinds[p.i] == "TO" and _UNITS.get(p.kinds[p.i + 1]) in _UNTIL.get(unit, ()):
        # Any other TO belongs to what is around: FLOOR(t + INTERVAL '1' DAY TO DAY).
        last = _UNITS[p.kinds[p.i + 1]]
        p.i += 2
        if last == "SECOND":
            scale, _ = _precision(p, two=False)
    return IntervalUnit(p.starts[start], p.end(), unit, last, precision, scale)


def digits(p: Cursor, what: str) -> int:
    """Step over digits without sign or point."""
    text = p.texts[p.i]
    if not (text.isdigit() and text.isascii()):
        raise p.unexpected(what)
    if len(text) > 10 or int(text) >= 2**31:
        raise SqlSyntaxError(f"{text} is too large to be {what}", p.starts[p.i], p.ends[p.i])
    p.i += 1
    return int(text)


def _interval_value(p: Cursor) -> Expr:
    kind = p.kinds[p.i]
    if kind == "(":
        p.i += 1
        value = expressions.expression(p)
        p.expect(")")
        return value
    if kind == "number":
        return number(p)
    if kind in NAME_KINDS:
        return column(p)
    raise p.unexpected("a string, a number, a column or an expression in parentheses after INTERVAL")


def _precision(p: Cursor, two: bool) -> tuple[int | None, int | None]:
    if not p.accept("("):
        return None, None
    first = digits(p, "a number of digits")
    second = digits(p, "a number of digits") if two and p.accept(",") else None
    p.expect(")")
    return first, second


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
