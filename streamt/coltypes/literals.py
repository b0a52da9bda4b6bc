"""The type the planner gives a literal, and the type a declared one has once it is a column."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from streamt.coltypes import datatype as dt
from streamt.coltypes.datatype import DataType

LiteralKind = Literal[
    "string", "binary", "number", "boolean", "null", "date", "time", "timestamp", "interval"
]
_INT: Final = range(-(2**31), 2**31)
_BIGINT: Final = range(-(2**63), 2**63)
_FRACTION = re.compile(r"\.(\d*)\s*\Z")


def literal_type(kind: LiteralKind, text: str = "") -> DataType | None:
    """The type of a literal, NOT NULL but for NULL; None when the planner refuses it (a number out of range).

    text   string: its characters, unquoted; binary: its hex digits; number: as written, with its sign;
           timestamp: its characters; interval: its units, "DAY", "DAY TO SECOND", ..
    """
    if kind == "string":
        return dt.char(_utf16_length(text), False)
    if kind == "number":
        return number_type(text)
    if kind == "binary":
        return dt.binary((len(text) + 1) // 2, False)
    if kind == "timestamp":
        match = _FRACTION.search(text)
        return dt.timestamp(min(len(match[1]), 9) if match else 0, False)
    if kind == "interval":
        return dt.interval(text.upper(), 2, 6, False)
    return _PLAIN[kind]


_PLAIN: Final[dict[str, DataType]] = {
    "boolean": dt.BOOLEAN.with_nullable(False),
    "null": dt.NULL,
    "date": dt.DATE.with_nullable(False),
    "time": dt.TIME.with_nullable(False),
}


def _utf16_length(text: str) -> int:
    # The planner counts UTF-16 units: an emoji is CHAR(2).
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=4096)
def number_type(text: str) -> DataType | None:
    """1 INT, 2147483648 BIGINT, 1.50 DECIMAL(3, 2), 1e0 DOUBLE; None: out of range."""
    digits = text.strip().lower()
    if "e" in digits:
        return None if float(digits) in (float("inf"), float("-inf")) else dt.DOUBLE.with_nullable(False)
    whole, _, fraction = digits.lstrip("+-").partition(".")
    if len((whole + fraction).lstrip("0")) > 19:
        return None
    value = int(whole + fraction or "0") * (-1 if digits.startswith("-") else 1)
    if value not in _BIGINT or len(fraction) > dt.MAX_DECIMAL:
        return None
    if not fraction:
        return (dt.INT if value in _INT else dt.BIGINT).with_nullable(False)
    return dt.decimal(min(len(whole + fraction), dt.MAX_DECIMAL), len(fraction), False)


@lru_cache(maxsize=65536)
def as_column(declared: DataType) -> DataType:
    """A declared or computed type as the planner keeps it in a column: TIME(p) is TIME(0), every interval is
    INTERVAL MONTH or INTERVAL SECOND(3), field comments are gone."""
    if declared.kind == "TIME":
        return dt.time(0, declared.nullable)
    if declared.kind == "INTERVAL_YEAR_MONTH":
        return dt.MONTHS.with_nullable(declared.nullable)
    if declared.kind == "INTERVAL_DAY_TIME":
        return dt.SECONDS.with_nullable(declared.nullable)
    if not declared.children:
        return declared
    children = tuple(map(as_column, declared.children))
    return dt.data_type(
        declared.kind, declared.nullable, children=children, names=declared.names, detail=declared.detail
    )
