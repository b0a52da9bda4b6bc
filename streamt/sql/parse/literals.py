"""Constants: numbers, dates and times, intervals."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.precedence as precedence
from streamt.sql.ast import Call, Expr, Interval, IntervalUnit, Literal
from streamt.sql.lexer import NAME_KINDS, STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain_operand
from streamt.sql.parse.names import column
from streamt.sql.parse.strings import plain_string, string

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


def decimal(p: Cursor) -> Expr:
    """`DECIMAL '1.50'` is the number 1.50, whatever has no fraction a whole one."""
    i = p.i
    p.i += 1
    if p.kinds[p.i] != STRING:
        raise explain_operand(p.tokens(), i)
    p.since((2, 2), i, "DECIMAL '..'", "write the number alone")
    text = plain_string(p, "the number in single quotes").strip()
    if not _DECIMAL.fullmatch(text):
        raise SqlSyntaxError(f"'{text}' is no number", p.starts[i], p.end(), help="write DECIMAL '1.50', or the number alone")
    value = Decimal(text)
    kind = "INTEGER" if value == value.to_integral_value() and "." not in f"{value:f}" else "DECIMAL"
    return Literal(p.starts[i], p.end(), kind, f"{value:f}")


_DECIMAL = re.compile(r"[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})([eE][+-]?\d{1,2})?")


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
