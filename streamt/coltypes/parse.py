"""Flink SQL type text -> DataType: `DECIMAL(10, 2)`, `ROW<a INT NOT NULL 'comment', b STRING>`, `INT ARRAY` .."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from streamt.coltypes import datatype as dt
from streamt.coltypes.datatype import DataType
from streamt.coltypes.spelling import closest
from streamt.coltypes.syntax import Token, TypeSyntaxError, tokens


@lru_cache(maxsize=4096)
def parse_type(text: str) -> DataType:
    """The type a text names. Nullable unless it ends in NOT NULL. Raises TypeSyntaxError."""
    parser = _Parser(text)
    found = parser.type(depth=0)
    if parser.token.kind != "end":
        raise parser.error("the end of the type", parser.token)
    return found


class _Parser:
    """Reads one type; holds the place in the token list and nothing else."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def error(self, expected: str, token: Token, suggestion: str | None = None) -> TypeSyntaxError:
        got = "the end" if token.kind == "end" else repr(token.value)
        hint = f"; did you mean {suggestion}?" if suggestion else ""
        return TypeSyntaxError(f"expected {expected}, got {got}{hint}", token.start, token.end, suggestion)

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += token.kind != "end"
        return token

    def accept(self, *values: str) -> bool:
        """Takes these words or signs when they come next, all or none."""
        ahead = self.tokens[self.at : self.at + len(values)]
        fits = len(ahead) == len(values) and all(
            token.kind in ("word", "sign") and token.value.upper() == value
            for token, value in zip(ahead, values, strict=True)
        )
        self.at += len(values) if fits else 0
        return fits

    def expect(self, value: str) -> None:
        if not self.accept(value):
            raise self.error(repr(value), self.token)

    def type(self, depth: int) -> DataType:
        if depth >= dt.MAX_DEPTH:
            raise TypeSyntaxError(
                f"types nested deeper than {dt.MAX_DEPTH}", self.token.start, self.token.end
            )
        found = self.nullability(self.root(depth))
        while True:
            if self.accept("ARRAY"):
                found = self.nullability(dt.array(found))
            elif self.accept("MULTISET"):
                found = self.nullability(dt.multiset(found))
            else:
                return found

    def nullability(self, found: DataType) -> DataType:
        if self.accept("NOT", "NULL"):
            return found.with_nullable(False)
        self.accept("NULL")
        return found

    def root(self, depth: int) -> DataType:
        token = self.next()
        name = token.value.upper()
        if token.kind == "word" and name in _NESTED:
            return _NESTED[name](self, depth)
        if token.kind == "word" and name in _SIMPLE:
            return _SIMPLE[name](self)
        raise self.error(
            "a type", token, closest(name, (*_SIMPLE, *_NESTED)) if token.kind == "word" else None
        )

    def number(self, what: str, low: int, high: int) -> int:
        token = self.next()
        if token.kind != "number":
            raise self.error(what, token)
        if len(token.value) > 12 or not low <= int(token.value) <= high:
            raise self.error(f"{what} from {low} to {high}", token)
        return int(token.value)

    def parameter(self, what: str, default: int, low: int, high: int) -> int:
        """`(n)` when it is there."""
        if not self.accept("("):
            return default
        value = self.number(what, low, high)
        self.expect(")")
        return value


def _sized(kind: dt.Kind, default: int) -> Callable[[_Parser], DataType]:
    def parse(parser: _Parser) -> DataType:
        return dt.data_type(kind, True, parser.parameter("a length", default, 1, dt.MAX_LENGTH))

    return parse


def _character(parser: _Parser) -> DataType:
    return (_sized("VARCHAR", dt.MAX_LENGTH) if parser.accept("VARYING") else _sized("CHAR", 1))(parser)


def _binary(parser: _Parser) -> DataType:
    return (_sized("VARBINARY", dt.MAX_LENGTH) if parser.accept("VARYING") else _sized("BINARY", 1))(parser)


def _decimal(parser: _Parser) -> DataType:
    precision, scale = 10, 0
    if parser.accept("("):
        precision = parser.number("a precision", 1, dt.MAX_DECIMAL)
        if parser.accept(","):
            scale = parser.number("a scale", 0, precision)
        parser.expect(")")
    return dt.decimal(precision, scale)


def _fixed(found: DataType) -> Callable[[_Parser], DataType]:
    return lambda _parser: found


def _double(parser: _Parser) -> DataType:
    parser.accept("PRECISION")
    return dt.DOUBLE


def _time(parser: _Parser) -> DataType:
    precision = parser.parameter("a precision", 0, 0, 9)
    parser.accept("WITHOUT", "TIME", "ZONE")
    return dt.time(precision)


def _timestamp(parser: _Parser) -> DataType:
    precision = parser.parameter("a precision", 6, 0, 9)
    if parser.accept("WITH", "LOCAL", "TIME", "ZONE"):
        return dt.timestamp_ltz(precision)
    if parser.accept("WITH", "TIME", "ZONE"):
        return dt.data_type("TIMESTAMP_TZ", True, 0, precision)
    parser.accept("WITHOUT", "TIME", "ZONE")
    return dt.timestamp(precision)


def _timestamp_ltz(parser: _Parser) -> DataType:
    return dt.timestamp_ltz(parser.parameter("a precision", 6, 0, 9))


def _interval(parser: _Parser) -> DataType:
    first = parser.token
    start = parser.next().value.upper()
    precision, fraction = 2, 6
    if start == "SECOND":
        fraction = parser.parameter("a precision", 6, 0, 9)
    elif start in ("YEAR", "DAY"):
        precision = parser.parameter("a precision", 2, 1, 6 if start == "DAY" else 4)
    units = start
    if parser.accept("TO"):
        end = parser.next().value.upper()
        units = f"{start} TO {end}"
        if end == "SECOND":
            fraction = parser.parameter("a precision", 6, 0, 9)
    if units not in dt.YEAR_MONTH_UNITS and units not in dt.DAY_TIME_UNITS:
        raise parser.error("interval units such as DAY TO SECOND or YEAR TO MONTH", first)
    return dt.interval(units, precision, fraction)


def _element(build: Callable[[DataType], DataType]) -> Callable[[_Parser, int], DataType]:
    def parse(parser: _Parser, depth: int) -> DataType:
        parser.expect("<")
        element = parser.type(depth + 1)
        parser.expect(">")
        return build(element)

    return parse


def _map(parser: _Parser, depth: int) -> DataType:
    parser.expect("<")
    key = parser.type(depth + 1)
    parser.expect(",")
    value = parser.type(depth + 1)
    parser.expect(">")
    return dt.map_of(key, value)


def _row(parser: _Parser, depth: int) -> DataType:
    close = ")" if parser.accept("(") else ">"
    if close == ">":
        parser.expect("<")
    fields: list[tuple[str, DataType]] = []
    comments: list[str] = []
    while not (fields == [] and parser.accept(close)):
        token = parser.next()
        if token.kind not in ("word", "name"):
            raise parser.error("a field name", token)
        if any(token.value == name for name, _ in fields):
            raise TypeSyntaxError(f"field {token.value!r} is there twice", token.start, token.end)
        fields.append((token.value, parser.type(depth + 1)))
        parser.accept("COMMENT")
        comments.append(parser.next().value if parser.token.kind == "text" else "")
        if parser.accept(close):
            break
        if not parser.accept(","):
            raise parser.error(f"',' or {close!r}", parser.token)
    return dt.row(fields, comments=tuple(comments))


def _raw(parser: _Parser, _depth: int) -> DataType:
    parser.expect("(")
    name = parser.next()
    if name.kind != "text":
        raise parser.error("the class in quotes", name)
    if parser.accept(","):
        serializer = parser.next()
        if serializer.kind != "text":
            raise parser.error("the serializer in quotes", serializer)
    parser.expect(")")
    return dt.data_type("RAW", detail=name.value)


def _structured(parser: _Parser, depth: int) -> DataType:
    parser.expect("<")
    name = parser.next()
    if name.kind != "text":
        raise parser.error("the class in quotes", name)
    fields: list[tuple[str, DataType]] = []
    while parser.accept(","):
        field_name = parser.next()
        if field_name.kind not in ("word", "name"):
            raise parser.error("a field name", field_name)
        fields.append((field_name.value, parser.type(depth + 1)))
        if parser.token.kind == "text":
            parser.next()
    parser.expect(">")
    types = tuple(field_type for _, field_type in fields)
    return dt.data_type(
        "STRUCTURED", children=types, names=tuple(field for field, _ in fields), detail=name.value
    )


_SIMPLE: Final[dict[str, Callable[[_Parser], DataType]]] = {
    "CHAR": _character,
    "CHARACTER": _character,
    "VARCHAR": _sized("VARCHAR", dt.MAX_LENGTH),
    "STRING": _fixed(dt.STRING),
    "BOOLEAN": _fixed(dt.BOOLEAN),
    "BINARY": _binary,
    "VARBINARY": _sized("VARBINARY", dt.MAX_LENGTH),
    "BYTES": _fixed(dt.BYTES),
    "DECIMAL": _decimal,
    "NUMERIC": _decimal,
    "DEC": _decimal,
    "TINYINT": _fixed(dt.TINYINT),
    "SMALLINT": _fixed(dt.SMALLINT),
    "INT": _fixed(dt.INT),
    "INTEGER": _fixed(dt.INT),
    "BIGINT": _fixed(dt.BIGINT),
    "FLOAT": _fixed(dt.FLOAT),
    "DOUBLE": _double,
    "DATE": _fixed(dt.DATE),
    "TIME": _time,
    "TIMESTAMP": _timestamp,
    "TIMESTAMP_LTZ": _timestamp_ltz,
    "INTERVAL": _interval,
    "NULL": _fixed(dt.NULL),
    "VARIANT": _fixed(dt.VARIANT),
    "DESCRIPTOR": _fixed(dt.DESCRIPTOR),
    "UNKNOWN": _fixed(dt.UNKNOWN),
}
_NESTED: Final[dict[str, Callable[[_Parser, int], DataType]]] = {
    "ARRAY": _element(dt.array),
    "MULTISET": _element(dt.multiset),
    "MAP": _map,
    "ROW": _row,
    "RAW": _raw,
    "STRUCTURED": _structured,
}
