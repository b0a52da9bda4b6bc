"""The type that several values share.

The planner has two rules and they differ. `common_type` is SQL's: CASE, UNION, IN, IF, array constructors.
`merged_type` is that of Flink's own functions: COALESCE, GREATEST, IFNULL, ARRAY_CONCAT. The first makes FLOAT of
FLOAT and DOUBLE, the second DOUBLE; the first cannot mix DATE and TIMESTAMP, the second makes DATE of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from streamt.coltypes import datatype as dt
from streamt.coltypes.casts import implicitly_castable
from streamt.coltypes.datatype import DataType, Kind

FAMILY: Final[dict[Kind, str]] = {  # kinds of one family can be compared; others stand alone
    **dict.fromkeys(dt.CHARACTER, "string"),
    **dict.fromkeys(dt.BINARY_STRING, "binary"),
    **dict.fromkeys(dt.NUMERIC, "number"),
    **dict.fromkeys(dt.TIMESTAMPS, "timestamp"),
}
INTEGER_DIGITS: Final[dict[Kind, int]] = {"TINYINT": 3, "SMALLINT": 5, "INT": 10, "BIGINT": 19}
_VARYING: Final[dict[Kind, Kind]] = {"CHAR": "VARCHAR", "BINARY": "VARBINARY"}

Pair = Callable[[DataType, DataType], "DataType | None"]


def common_type(types: Sequence[DataType]) -> DataType | None:
    """The type of CASE, UNION, IN .. over `types`; None when they have none. Only NULLs have none."""
    return _common(tuple(types))


def merged_type(types: Sequence[DataType]) -> DataType | None:
    """The type of COALESCE, GREATEST .. over `types`; None when they have none."""
    return _merged(tuple(types))


@lru_cache(maxsize=16384)
def _common(types: tuple[DataType, ...]) -> DataType | None:
    first = types[0]
    if all(other is first for other in types) and first.kind != "NULL":
        return first
    nullable = any(other.nullable for other in types)
    known = [other for other in types if other.kind != "NULL"]
    if any(other.kind == "UNKNOWN" for other in known):
        return dt.UNKNOWN.with_nullable(nullable)
    if not known:
        return None
    if nullable and any(other.kind == "VARIANT" and not other.nullable for other in known):
        return None  # there is no cast of a VARIANT, not even to one that may be NULL
    found = _folded(known, _sql_pair)
    return found and found.with_nullable(nullable)


@lru_cache(maxsize=16384)
def _merged(types: tuple[DataType, ...]) -> DataType | None:
    first = types[0]
    if all(other is first for other in types) and first.kind != "NULL":
        return first
    nullable = any(other.nullable for other in types)
    known = [other.with_nullable(True) for other in types if other.kind != "NULL"]
    if any(other.kind == "UNKNOWN" for other in known):
        return dt.UNKNOWN.with_nullable(nullable)
    if not known:
        return None
    found = _folded(known, _flink_pair) or _folded(known, _castable_pair)
    return found and found.with_nullable(nullable)


def _folded(types: Sequence[DataType], pair: Pair) -> DataType | None:
    found: DataType | None = types[0]
    for other in types[1:]:
        if found is None:
            return None
        found = pair(found, other)
    return found


def _sql_pair(one: DataType, other: DataType) -> DataType | None:
    if one.kind in dt.CONSTRUCTED or other.kind in dt.CONSTRUCTED:
        nested = _nested(one, other, common_type)
        return nested or (other if one.kind == other.kind == "MAP" else None)
    if FAMILY.get(one.kind, one.kind) != FAMILY.get(other.kind, other.kind):
        return None
    if one.kind in dt.NUMERIC:
        return _sql_number(one, other)
    if one.kind in dt.TIMESTAMPS:
        if one.precision == other.precision:
            return one
        return dt.data_type(other.kind, True, 0, max(one.precision, other.precision))
    return _like_kinds(one, other)


def _sql_number(one: DataType, other: DataType) -> DataType:
    if one.kind in dt.EXACT and other.kind in dt.EXACT:
        return exact_number(one, other)
    if "DECIMAL" in (one.kind, other.kind):
        return dt.DOUBLE
    return one if one.kind in dt.APPROXIMATE else other


def _flink_pair(one: DataType, other: DataType) -> DataType | None:
    if one.kind in dt.CONSTRUCTED or other.kind in dt.CONSTRUCTED:
        return _nested(one, other, merged_type)
    if FAMILY.get(one.kind, one.kind) != FAMILY.get(other.kind, other.kind):
        return None
    if one.kind in dt.NUMERIC:
        return _flink_number(one, other)
    if one.kind in dt.TIMESTAMPS:
        kind: Kind = "TIMESTAMP_LTZ" if "TIMESTAMP_LTZ" in (one.kind, other.kind) else "TIMESTAMP"
        return dt.data_type(kind, True, 0, max(one.precision, other.precision))
    return _like_kinds(one, other)


def _flink_number(one: DataType, other: DataType) -> DataType:
    if one.kind in dt.EXACT and other.kind in dt.EXACT:
        return exact_number(one, other)
    if "DOUBLE" in (one.kind, other.kind) or (one.kind == "FLOAT" and other.kind == "DECIMAL"):
        return dt.DOUBLE
    return dt.FLOAT


def _castable_pair(one: DataType, other: DataType) -> DataType | None:
    if implicitly_castable(one, other):
        return other
    return one if implicitly_castable(other, one) else None


def _like_kinds(one: DataType, other: DataType) -> DataType | None:
    if one.kind in dt.CHARACTER or one.kind in dt.BINARY_STRING:
        return _string(one, other)
    if one.kind in dt.INTERVAL:
        return one if one is other else combined_interval(one, other)
    if one.kind == "TIME":
        return one if one.precision >= other.precision else other
    return one if one.with_nullable(True) is other.with_nullable(True) else None


def _string(one: DataType, other: DataType) -> DataType:
    length = max(one.length, other.length)
    kind = one.kind if one.kind not in _VARYING else other.kind
    if one.length != other.length:
        kind = _VARYING.get(kind, kind)
    return dt.data_type(kind, True, length)


def exact_number(one: DataType, other: DataType) -> DataType:
    """Of two of TINYINT .. BIGINT, DECIMAL: the wider integer, or the DECIMAL that holds both."""
    if one.kind == other.kind and one.kind != "DECIMAL":
        return one
    if one.kind != "DECIMAL" and other.kind != "DECIMAL":
        return one if INTEGER_DIGITS[one.kind] >= INTEGER_DIGITS[other.kind] else other
    precision1, scale1 = digits(one)
    precision2, scale2 = digits(other)
    whole = max(precision1 - scale1, precision2 - scale2)
    scale = min(max(scale1, scale2), dt.MAX_DECIMAL - whole)
    return dt.decimal(whole + scale, scale)


def digits(number: DataType) -> tuple[int, int]:
    """Precision and scale of a DECIMAL, or of the DECIMAL an integer type fits in."""
    if number.kind == "DECIMAL":
        return number.precision, number.scale
    return INTEGER_DIGITS[number.kind], 0


def combined_interval(one: DataType, other: DataType) -> DataType:
    """The interval type that spans the units of both; both year-month or both day-time."""
    order = ("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND")
    units = [order.index(unit) for found in (one, other) for unit in found.detail.split(" TO ")]
    start, end = order[min(units)], order[max(units)]
    detail = start if start == end else f"{start} TO {end}"
    return dt.interval(detail, max(one.precision, other.precision), max(one.scale, other.scale))


def _nested(
    one: DataType, other: DataType, common: Callable[[Sequence[DataType]], DataType | None]
) -> DataType | None:
    if one.kind != other.kind or len(one.children) != len(other.children):
        return None
    children = []
    for pair in zip(one.children, other.children, strict=True):
        child = common(pair)
        if child is None:
            return None
        children.append(child)
    return dt.data_type(one.kind, True, children=tuple(children), names=one.names)
