"""The functions with a syntax of their own."""

from __future__ import annotations

from collections.abc import Callable

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.json_calls as json_calls
import streamt.sql.parse.operands as operands
import streamt.sql.parse.precedence as precedence
from streamt.sql.ast import Call, Cast, Expr, Literal, Symbol, Unary
from streamt.sql.lexer import NAME_KINDS
from streamt.sql.parse.calls import suffixed
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.data_types import type_name
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain_operand
from streamt.sql.words import RESERVED_FUNCTIONS, words

_TIME_UNITS = words(
    """
    NANOSECOND MICROSECOND MILLISECOND SECOND MINUTE HOUR DAY DOW DOY ISODOW ISOYEAR WEEK MONTH QUARTER YEAR
    EPOCH DECADE CENTURY MILLENNIUM
    """
)


_PARTS = {"DAYOFWEEK": "DOW", "DAYOFYEAR": "DOY"}
_LENGTHS = {
    **_PARTS,
    **{f"SQL_TSI_{unit}": unit for unit in ("MICROSECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR")},
    "SQL_TSI_FRAC_SECOND": "NANOSECOND",
    "FRAC_SECOND": "MICROSECOND",
}
"""Other names of units: in EXTRACT, FLOOR and CEIL, and in TIMESTAMPADD and TIMESTAMPDIFF."""


def _opened(p: Cursor) -> tuple[int, str, int, str]:
    """Start, word as written, end of the name and its kind; steps behind the parenthesis."""
    i = p.i
    if p.kinds[i + 1] != "(":
        raise explain_operand(p.tokens(), i)
    p.i += 2
    return p.starts[i], p.texts[i], p.ends[i], p.kinds[i]


def _closed(p: Cursor, opened: tuple[int, str, int, str], args: list[Expr], expected: str) -> Call:
    p.expect(")", expected)
    start, written, name_end, kind = opened
    return Call(start, p.end(), kind, (written,), name_end, tuple(args))


def _cast(p: Cursor) -> Expr:
    start, _, _, kind = _opened(p)
    value = expressions.expression(p)
    p.expect("AS", "AS and the type")
    target = type_name(p)
    p.expect(")")
    return Cast(start, p.end(), value, target, kind == "TRY_CAST")


def _time_unit(p: Cursor, names: dict[str, str]) -> Symbol:
    """A unit, by other names too; any name passes, for the binder to judge."""
    i = p.i
    if p.kinds[i] not in _TIME_UNITS and p.kinds[i] not in NAME_KINDS:
        raise p.unexpected("a unit of time, such as DAY or HOUR")
    p.i += 1
    if p.kinds[i] == "WEEK" and p.kinds[p.i] == "(":
        p.i += 1
        day = p.texts[p.i].upper()
        p.expect(day if day.endswith("DAY") else "a day of the week")
        p.expect(")")
        return Symbol(p.starts[i], p.end(), f"WEEK({day})")
    name = p.texts[i].upper()
    return Symbol(p.starts[i], p.ends[i], names.get(name, name))


def _length(p: Cursor) -> Symbol:
    """A unit that is added: its name may be quoted."""
    unit = _time_unit(p, _LENGTHS)
    name = unit.name.strip("`")
    return unit._replace(name=_LENGTHS.get(name, name) if name not in _PARTS else unit.name)


def _extract(p: Cursor) -> Expr:
    opened = _opened(p)
    unit = _time_unit(p, _PARTS)
    p.expect("FROM", "FROM and the time to take it from")
    return _closed(p, opened, [unit, expressions.expression(p)], "an operator or )")


def _unit_first(p: Cursor) -> Expr:
    """`TIMESTAMPDIFF(DAY, a, b)`."""
    if p.kinds[p.i + 1] != "(":
        return operands.name(p)
    opened = _opened(p)
    args: list[Expr] = [_length(p)]
    for _ in range(2):
        p.expect(",")
        args.append(expressions.expression(p))
    return _closed(p, opened, args, "an operator or )")


def _unit_last(p: Cursor) -> Expr:
    """`FLOOR(t TO DAY)`, or a call as any other."""
    opened = _opened(p)
    args = [expressions.expression(p)]
    if p.accept("TO"):
        args.append(_time_unit(p, _PARTS))
    made = _closed(p, opened, args, "TO and a unit, an operator or )")
    return suffixed(p, made) if p.kinds[p.i] == "OVER" else made


def _position(p: Cursor) -> Expr:
    opened = _opened(p)
    args = [expressions.expression(p, precedence.TIGHTEST)]
    p.expect("IN", "IN and the text to look in")
    args.append(expressions.expression(p))
    if p.accept("FROM"):
        args.append(expressions.expression(p))
    return _closed(p, opened, args, "an operator, FROM or )")


def _overlay(p: Cursor) -> Expr:
    opened = _opened(p)
    args = [expressions.expression(p)]
    p.expect("PLACING")
    args.append(expressions.expression(p))
    p.expect("FROM")
    args.append(expressions.expression(p))
    if p.accept("FOR"):
        args.append(expressions.expression(p))
    return _closed(p, opened, args, "an operator, FOR or )")


def _substring(p: Cursor) -> Expr:
    opened = _opened(p)
    args = [expressions.expression(p)]
    for separator in ("FROM", "FOR"):
        if p.kinds[p.i] in {separator, ","}:
            p.i += 1
            args.append(expressions.expression(p))
        elif separator == "FROM":
            raise p.unexpected("FROM or a comma, and the position")
    return _closed(p, opened, args, "an operator, FOR or )")


def _trim(p: Cursor) -> Expr:
    """Three arguments, side, characters and text, as written; the text alone when nothing else is."""
    opened = _opened(p)
    args: list[Expr] = []
    if p.kinds[p.i] in {"BOTH", "LEADING", "TRAILING"}:
        args.append(Symbol(p.starts[p.i], p.ends[p.i], p.kinds[p.i]))
        p.i += 1
    if p.kinds[p.i] != "FROM":
        args.append(expressions.expression(p))
    elif not args:
        raise p.unexpected("BOTH, LEADING, TRAILING or the characters before FROM")
    if p.accept("FROM"):
        args.append(expressions.expression(p))
    return _closed(p, opened, args, "FROM and a text, an operator or )")


def _using(p: Cursor) -> Expr:
    """`CONVERT(text USING charset)`, `TRANSLATE(text USING charset)`, `TRANSLATE(text, from, to)`."""
    opened = _opened(p)
    args = [expressions.expression(p)]
    if p.accept("USING"):
        start = p.starts[p.i]
        args.append(Symbol(start, p.ends[p.i], p.name("a character set").upper()))
    elif opened[3] == "CONVERT":
        raise p.unexpected("USING and a character set")
    while opened[3] == "TRANSLATE" and p.accept(","):
        args.append(expressions.expression(p))
    return _closed(p, opened, args, "USING and a character set, a comma or )")


def _date_trunc(p: Cursor) -> Expr:
    opened = _opened(p)
    args = [expressions.expression(p)]
    p.expect(",")
    args.append(_time_unit(p, {}) if p.kinds[p.i] in _TIME_UNITS else expressions.expression(p))
    return _closed(p, opened, args, "an operator or )")


def _no_arguments(p: Cursor) -> Expr:
    return _closed(p, _opened(p), [], ") at once: this function has no arguments")


def _navigation(p: Cursor) -> Expr:
    """PREV, NEXT, FIRST and LAST of a pattern; the last two are names where no parenthesis follows."""
    if p.kinds[p.i + 1] != "(" and p.kinds[p.i] in NAME_KINDS:
        return operands.name(p)
    opened = _opened(p)
    args = [expressions.expression(p)]
    if p.accept(","):
        args.append(_offset(p))
    return _closed(p, opened, args, "a number of rows or )")


def _offset(p: Cursor) -> Expr:
    value = expressions.expression(p)
    if not (isinstance(value, Literal) and value.kind in {"INTEGER", "DECIMAL", "DOUBLE"}):
        raise SqlSyntaxError("the number of rows must be a literal", value.start, value.end)
    return value


_AFTER_FINAL = NAME_KINDS | {*RESERVED_FUNCTIONS, "FIRST", "LAST", "PREV", "NEXT"}


def _running(p: Cursor) -> Expr:
    """`RUNNING f(..)` and `FINAL f(..)`, also before a column; FINAL is a name where neither follows."""
    i = p.i
    if p.kinds[i] == "FINAL" and (p.kinds[i + 1] not in _AFTER_FINAL or p.kinds[i + 2] not in {"(", "."}):
        return operands.name(p)
    if p.kinds[i + 2] == ".":
        p.since((2, 2), i, f"{p.kinds[i]} before a column", "leave it out")
    p.i += 1
    value = expressions.expression(p, precedence.TIGHTEST)
    return Unary(p.starts[i], p.end(), p.kinds[i], value)


SPECIAL: dict[str, Callable[[Cursor], Expr]] = {
    **dict.fromkeys(("CAST", "TRY_CAST"), _cast),
    "EXTRACT": _extract,
    **dict.fromkeys(("TIMESTAMPADD", "TIMESTAMPDIFF"), _unit_first),
    **dict.fromkeys(("FLOOR", "CEIL", "CEILING"), _unit_last),
    "POSITION": _position,
    "OVERLAY": _overlay,
    "SUBSTRING": _substring,
    "TRIM": _trim,
    **dict.fromkeys(("CONVERT", "TRANSLATE"), _using),
    "DATE_TRUNC": _date_trunc,
    **dict.fromkeys(("CLASSIFIER", "MATCH_NUMBER"), _no_arguments),
    **dict.fromkeys(("PREV", "NEXT", "FIRST", "LAST"), _navigation),
    **dict.fromkeys(("RUNNING", "FINAL"), _running),
    **json_calls.SPECIAL,
}
"""Kinds that begin a call with a syntax of its own."""
