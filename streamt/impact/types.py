"""What a change of type does: nothing, room for more values, room for fewer, or other values altogether."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from streamt.coltypes import DataType, TypeSyntaxError, parse_type
from streamt.coltypes.datatype import Kind

Verdict: TypeAlias = Literal["same", "widened", "narrowed", "changed", "lost", "learnt"]

_UNKNOWN = "UNKNOWN"
_WHOLE_DIGITS: dict[Kind, int] = {"TINYINT": 3, "SMALLINT": 5, "INT": 10, "BIGINT": 19}
# What a binary floating point number holds exactly: 24 and 53 bits.
_EXACT_IN: dict[Kind, frozenset[Kind]] = {
    "FLOAT": frozenset({"TINYINT", "SMALLINT"}),
    "DOUBLE": frozenset({"TINYINT", "SMALLINT", "INT", "FLOAT"}),
}
_SIZED: frozenset[Kind] = frozenset({"CHAR", "VARCHAR", "BINARY", "VARBINARY"})
_VARYING: dict[Kind, Kind] = {"CHAR": "VARCHAR", "BINARY": "VARBINARY"}
_PRECISE: frozenset[Kind] = frozenset(
    {"TIME", "TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ", "INTERVAL_DAY_TIME"}
)


@lru_cache(maxsize=8192)
def verdict(before: str, after: str) -> Verdict:
    """Of two types as Flink prints them. Nullability is not looked at."""
    if before == after:
        return "same"
    if _UNKNOWN in (before, after):
        return "learnt" if before == _UNKNOWN else "lost"
    try:
        old, new = parse_type(before), parse_type(after)
    except TypeSyntaxError:
        return "changed"
    grows, shrinks = holds(new, old), holds(old, new)
    if grows and shrinks:
        return "same"
    return "widened" if grows else "narrowed" if shrinks else "changed"


def holds(room: DataType, value: DataType) -> bool:
    """Whether every value of one type is a value of the other. Types nest no deeper than their parser lets them."""
    if room.kind == value.kind:
        return _same_kind(room, value)
    if room.kind == "DECIMAL" and value.kind in _WHOLE_DIGITS:
        return room.precision - room.scale >= _WHOLE_DIGITS[value.kind]
    if room.kind in _WHOLE_DIGITS and value.kind in _WHOLE_DIGITS:
        return _WHOLE_DIGITS[room.kind] >= _WHOLE_DIGITS[value.kind]
    if _VARYING.get(value.kind) == room.kind:
        return room.length >= value.length
    return value.kind in _EXACT_IN.get(room.kind, ())


def _same_kind(room: DataType, value: DataType) -> bool:
    if room.kind in _SIZED:
        return room.length >= value.length
    if room.kind == "DECIMAL":
        return room.scale >= value.scale and room.precision - room.scale >= value.precision - value.scale
    if room.kind in _PRECISE:
        return room.precision >= value.precision and room.detail == value.detail
    if room.names or value.names:
        return _fields_held(room, value)
    nested = zip(room.children, value.children, strict=False)
    same_shape = len(room.children) == len(value.children) and room.detail == value.detail
    return same_shape and all(holds(one, other) for one, other in nested)


def _fields_held(room: DataType, value: DataType) -> bool:
    """By name: a row with more fields has room for one with fewer."""
    fields = dict(zip(room.names, room.children, strict=True))
    return all(
        name in fields and holds(fields[name], child)
        for name, child in zip(value.names, value.children, strict=True)
    )
