"""Where a data type ends: the tree keeps its text, `streamt.coltypes` reads it."""

from __future__ import annotations

from collections.abc import Callable

from streamt.sql.ast import TypeName
from streamt.sql.lexer import NAME_KINDS, STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.literals import digits, interval_unit
from streamt.sql.parse.names import path


def type_name(p: Cursor) -> TypeName:
    start = p.starts[p.i]
    _skip_type(p)
    end = p.end()
    return TypeName(start, end, p.sql[start:end])


def _skip_type(p: Cursor, postfixes: bool = True) -> None:
    depth = p.deeper(2)
    skip = _TYPES.get(p.kinds[p.i])
    if skip is not None:
        p.i += 1
        skip(p)
    elif p.kinds[p.i] in NAME_KINDS:
        path(p, "a data type")
    else:
        raise p.unexpected("a data type")
    while postfixes and p.kinds[p.i] in {"ARRAY", "MULTISET"}:
        p.i += 1
    p.depth = depth


def _nothing(p: Cursor) -> None:
    """The word is the whole type."""


def _double(p: Cursor) -> None:
    p.accept("PRECISION")


def _length(p: Cursor) -> None:
    if p.accept("("):
        digits(p, "a length")
        p.expect(")")


def _characters(p: Cursor) -> None:
    p.accept("VARYING")
    _length(p)
    if p.kinds[p.i] == "CHARACTER" and p.kinds[p.i + 1] == "SET":
        p.i += 2
        p.name("a character set")


def _decimal(p: Cursor) -> None:
    if p.accept("("):
        digits(p, "a precision")
        if p.accept(","):
            digits(p, "a scale")
        p.expect(")")


def _time(p: Cursor) -> None:
    _length(p)
    if p.kinds[p.i] == "WITHOUT" or (p.kinds[p.i] == "WITH" and p.kinds[p.i + 1] == "LOCAL"):
        if p.kinds[p.i] == "WITH":
            p.i += 1
        p.i += 1
        p.expect("TIME")
        p.expect("ZONE")


def _element(p: Cursor) -> None:
    """`<element [NOT NULL]>` of an array or a multiset; `INT ARRAY` is none."""
    p.expect("<", "< and the type of the elements")
    _part(p, postfixes=False)
    p.expect(">")


def _map(p: Cursor) -> None:
    p.expect("<", "< and the types of keys and values")
    _part(p)
    p.expect(",")
    _part(p)
    p.expect(">")


def _part(p: Cursor, postfixes: bool = True) -> None:
    _skip_type(p, postfixes)
    if p.accept("NOT"):
        p.expect("NULL")
    else:
        p.accept("NULL")


def _row(p: Cursor) -> None:
    if p.accept("<>"):
        return
    closing = {"<": ">", "(": ")"}.get(p.kinds[p.i])
    if closing is None:
        raise p.unexpected("< or ( and the fields of the row")
    p.i += 1
    if p.accept(closing):
        return
    _fields(p)
    p.expect(closing, f"a comma or {closing}")


def _fields(p: Cursor) -> None:
    while True:
        p.name("the name of a field")
        _part(p)
        if p.kinds[p.i] == STRING:
            p.i += 1
        if not p.accept(","):
            break


def _raw(p: Cursor) -> None:
    p.expect("(")
    p.expect(STRING, "the class in single quotes")
    p.expect(",")
    p.expect(STRING, "the serializer in single quotes")
    p.expect(")")


def _structured(p: Cursor) -> None:
    p.expect("<")
    p.expect(STRING, "the class in single quotes")
    if p.accept(","):
        _fields(p)
    p.expect(">")


def _interval(p: Cursor) -> None:
    interval_unit(p, until=True)


_TYPES: dict[str, Callable[[Cursor], None]] = {
    **dict.fromkeys(
        [
            "BOOLEAN",
            "INTEGER",
            "INT",
            "TINYINT",
            "SMALLINT",
            "BIGINT",
            "REAL",
            "FLOAT",
            "STRING",
            "BYTES",
            "VARIANT",
            "DATE",
        ],
        _nothing,
    ),
    "DOUBLE": _double,
    **dict.fromkeys(("CHAR", "CHARACTER", "VARCHAR", "BINARY"), _characters),
    **dict.fromkeys(("VARBINARY", "TIMESTAMP_LTZ"), _length),
    **dict.fromkeys(("DECIMAL", "DEC", "NUMERIC", "ANY"), _decimal),
    **dict.fromkeys(("TIME", "TIMESTAMP"), _time),
    **dict.fromkeys(("ARRAY", "MULTISET"), _element),
    "MAP": _map,
    "ROW": _row,
    "RAW": _raw,
    "STRUCTURED": _structured,
    "INTERVAL": _interval,
}
