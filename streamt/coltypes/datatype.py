"""Flink's SQL data types as frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "CHAR", "VARCHAR", "BOOLEAN", "BINARY", "VARBINARY", "DECIMAL",
    "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE",
    "DATE", "TIME", "TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ",
    "INTERVAL_YEAR_MONTH", "INTERVAL_DAY_TIME",
    "ARRAY", "MULTISET", "MAP", "ROW", "STRUCTURED", "RAW",
    "NULL", "SYMBOL", "DESCRIPTOR", "VARIANT", "UNKNOWN",
]  # fmt: skip

MAX_LENGTH = 2147483647  # VARCHAR(MAX_LENGTH) is STRING, VARBINARY(MAX_LENGTH) is BYTES
MAX_DECIMAL = 38

CHARACTER: frozenset[Kind] = frozenset({"CHAR", "VARCHAR"})
BINARY_STRING: frozenset[Kind] = frozenset({"BINARY", "VARBINARY"})
INTEGER: frozenset[Kind] = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT"})
EXACT: frozenset[Kind] = INTEGER | {"DECIMAL"}
APPROXIMATE: frozenset[Kind] = frozenset({"FLOAT", "DOUBLE"})
NUMERIC: frozenset[Kind] = EXACT | APPROXIMATE
TIMESTAMPS: frozenset[Kind] = frozenset({"TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ"})
DATETIME: frozenset[Kind] = TIMESTAMPS | {"DATE", "TIME"}
INTERVAL: frozenset[Kind] = frozenset({"INTERVAL_YEAR_MONTH", "INTERVAL_DAY_TIME"})
COLLECTION: frozenset[Kind] = frozenset({"ARRAY", "MULTISET"})


@dataclass(frozen=True, slots=True, eq=False)
class DataType:
    """One Flink type. Build it with the functions below, which share equal values.

    length     characters or bytes of CHAR, VARCHAR, BINARY, VARBINARY
    precision  digits of DECIMAL; fraction digits of TIME and TIMESTAMPs; leading digits of intervals
    scale      of DECIMAL; fraction digits of a day-time interval
    children   element of ARRAY and MULTISET; key and value of MAP; fields of ROW and STRUCTURED
    names      field names of ROW and STRUCTURED
    comments   field descriptions of ROW ("" where there is none)
    detail     units of an interval ("DAY TO SECOND"), class of RAW, STRUCTURED and SYMBOL
    """

    kind: Kind
    nullable: bool = True
    length: int = 0
    precision: int = 0
    scale: int = 0
    children: tuple[DataType, ...] = ()
    names: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    detail: str = ""
    _hash: int = field(default=0, init=False, repr=False)


def scalar(kind: Kind, nullable: bool = True) -> DataType:
    """BOOLEAN, TINYINT .. DOUBLE, DATE, NULL, DESCRIPTOR, VARIANT."""
    raise NotImplementedError


def row(fields: Iterable[tuple[str, DataType]], nullable: bool = True) -> DataType:
    raise NotImplementedError
