"""Types of + - * / % over numbers, intervals and datetimes, of ROUND and of the decimal aggregates."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from streamt.coltypes import datatype as dt
from streamt.coltypes.common import combined_interval, common_type, digits
from streamt.coltypes.datatype import DataType

_MIN_KEPT_SCALE: Final = 6  # fraction digits kept when a result would need more than 38 digits


@lru_cache(maxsize=8192)
def arithmetic(operator: str, one: DataType, other: DataType) -> DataType | None:
    """The type of `one operator other` for + - * / %; None when the planner refuses it or has no code for it."""
    if one.is_unknown or other.is_unknown:
        return _with_unknown(operator, one, other)
    a, b = one.kind, other.kind
    nullable = one.nullable or other.nullable
    found: DataType | None = None
    if a in dt.NUMERIC and b in dt.NUMERIC:
        found = _number(operator, one, other)
    elif operator in ("+", "-"):
        found = _temporal(operator, one, other)
    elif operator == "*" and a in dt.INTERVAL and b in dt.INTEGER:
        found = one
    elif operator == "*" and b in dt.INTERVAL and a in dt.INTEGER:
        found = other
    return found and found.with_nullable(nullable)


def _with_unknown(operator: str, one: DataType, other: DataType) -> DataType | None:
    known = other if one.is_unknown else one
    allowed = dt.NUMERIC | {"UNKNOWN"}
    if operator in ("+", "-"):
        allowed = allowed | dt.DATETIME | dt.INTERVAL
    elif operator == "*":
        allowed = allowed | dt.INTERVAL
    if known.kind not in allowed:
        return None
    return dt.UNKNOWN.with_nullable(one.nullable or other.nullable)


def _number(operator: str, one: DataType, other: DataType) -> DataType | None:
    if operator == "%":
        if one.kind not in dt.EXACT or other.kind not in dt.EXACT:
            return None
        if "DECIMAL" in (one.kind, other.kind):
            return _modulo(one, other)
        return other
    if one.kind in dt.EXACT and other.kind in dt.EXACT and "DECIMAL" in (one.kind, other.kind):
        return _DECIMAL[operator](*digits(one), *digits(other))
    return common_type((one, other))


def _temporal(operator: str, one: DataType, other: DataType) -> DataType | None:
    a, b = one.kind, other.kind
    if a in dt.INTERVAL and b in dt.INTERVAL:
        return combined_interval(one, other) if a == b else None
    if a in dt.DATETIME and b in dt.INTERVAL:
        return one
    if operator == "+" and a in dt.INTERVAL and b in dt.DATETIME:
        return other if b != "TIMESTAMP_LTZ" else None
    return None


def _sum(precision1: int, scale1: int, precision2: int, scale2: int) -> DataType:
    scale = max(scale1, scale2)
    return fitted_decimal(max(precision1 - scale1, precision2 - scale2) + scale + 1, scale)


def _product(precision1: int, scale1: int, precision2: int, scale2: int) -> DataType:
    return fitted_decimal(precision1 + precision2 + 1, scale1 + scale2)


def _quotient(precision1: int, scale1: int, precision2: int, scale2: int) -> DataType:
    scale = max(6, scale1 + precision2 + 1)
    return fitted_decimal(precision1 - scale1 + scale2 + scale, scale)


def _modulo(one: DataType, other: DataType) -> DataType:
    precision1, scale1 = digits(one)
    precision2, scale2 = digits(other)
    if scale1 == scale2 == 0:
        return other
    scale = max(scale1, scale2)
    return fitted_decimal(min(precision1 - scale1, precision2 - scale2) + scale, scale)


_DECIMAL: Final[dict[str, Callable[[int, int, int, int], DataType]]] = {
    "+": _sum,
    "-": _sum,
    "*": _product,
    "/": _quotient,
}


def fitted_decimal(precision: int, scale: int) -> DataType:
    """DECIMAL(precision, scale), giving up fraction digits (to six) where it would need more than 38."""
    if precision <= dt.MAX_DECIMAL:
        return dt.decimal(precision, scale)
    kept = max(dt.MAX_DECIMAL - (precision - scale), min(scale, _MIN_KEPT_SCALE))
    return dt.decimal(dt.MAX_DECIMAL, kept)


def rounded(number: DataType, places: int | None) -> DataType:
    """ROUND and TRUNCATE; places None: not a literal, so the type cannot narrow."""
    if number.kind != "DECIMAL" or places is None or places >= number.scale:
        return number
    whole = number.precision - number.scale
    if places < 0:
        return dt.decimal(min(dt.MAX_DECIMAL, 1 + whole), 0, number.nullable)
    return dt.decimal(1 + whole + places, places, number.nullable)


def whole_number(number: DataType) -> DataType:
    """FLOOR and CEIL of a number."""
    if number.kind != "DECIMAL":
        return number
    return dt.decimal(number.precision, 0, number.nullable)


def sum_type(number: DataType) -> DataType:
    if number.kind != "DECIMAL":
        return number
    return dt.decimal(dt.MAX_DECIMAL, number.scale, number.nullable)


def average_type(number: DataType) -> DataType:
    if number.kind != "DECIMAL":
        return number
    return _quotient(dt.MAX_DECIMAL, number.scale, 20, 0).with_nullable(number.nullable)
