"""Flink's SQL data types as frozen, shared values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from streamt.coltypes.render import render

Kind: TypeAlias = Literal[
    "CHAR", "VARCHAR", "BOOLEAN", "BINARY", "VARBINARY", "DECIMAL",
    "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE",
    "DATE", "TIME", "TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ",
    "INTERVAL_YEAR_MONTH", "INTERVAL_DAY_TIME",
    "ARRAY", "MULTISET", "MAP", "ROW", "STRUCTURED", "RAW",
    "NULL", "SYMBOL", "DESCRIPTOR", "VARIANT", "UNKNOWN",
]  # fmt: skip

MAX_LENGTH: Final = 2147483647  # VARCHAR(MAX_LENGTH) is STRING, VARBINARY(MAX_LENGTH) is BYTES
MAX_DECIMAL: Final = 38
MAX_DEPTH: Final = 100  # of types within types; printing and comparing recurse, so it must be bounded

CHARACTER: Final[frozenset[Kind]] = frozenset({"CHAR", "VARCHAR"})
BINARY_STRING: Final[frozenset[Kind]] = frozenset({"BINARY", "VARBINARY"})
INTEGER: Final[frozenset[Kind]] = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT"})
EXACT: Final[frozenset[Kind]] = INTEGER | {"DECIMAL"}
APPROXIMATE: Final[frozenset[Kind]] = frozenset({"FLOAT", "DOUBLE"})
NUMERIC: Final[frozenset[Kind]] = EXACT | APPROXIMATE
TIMESTAMPS: Final[frozenset[Kind]] = frozenset({"TIMESTAMP", "TIMESTAMP_LTZ", "TIMESTAMP_TZ"})
DATETIME: Final[frozenset[Kind]] = TIMESTAMPS | {"DATE", "TIME"}
INTERVAL: Final[frozenset[Kind]] = frozenset({"INTERVAL_YEAR_MONTH", "INTERVAL_DAY_TIME"})
COLLECTION: Final[frozenset[Kind]] = frozenset({"ARRAY", "MULTISET"})
CONSTRUCTED: Final[frozenset[Kind]] = COLLECTION | {"MAP", "ROW"}


@dataclass(frozen=True, slots=True, eq=False)
class DataType:
    """One Flink type. Built by the functions below only: equal types are one object, so `==` is `is`.

    length     characters or bytes of CHAR, VARCHAR, BINARY, VARBINARY
    precision  digits of DECIMAL; fraction digits of TIME and TIMESTAMPs; leading digits of intervals
    scale      of DECIMAL; fraction digits of a day-time interval
    children   element of ARRAY and MULTISET; key and value of MAP; fields of ROW and STRUCTURED
    names      field names of ROW and STRUCTURED
    comments   field descriptions of ROW, "" for none; () when no field has one
    detail     units of an interval ("DAY TO SECOND"); class of RAW and STRUCTURED
    depth      levels of types within this one
    """

    kind: Kind
    nullable: bool
    length: int
    precision: int
    scale: int
    children: tuple[DataType, ...]
    names: tuple[str, ...]
    comments: tuple[str, ...]
    detail: str
    depth: int

    def __reduce__(self) -> tuple[object, ...]:
        return data_type, self._parts(self.nullable)

    def _parts(self, nullable: bool) -> _Parts:
        return (
            self.kind, nullable, self.length, self.precision, self.scale,
            self.children, self.names, self.comments, self.detail,
        )  # fmt: skip

    @property
    def is_unknown(self) -> bool:
        return self.kind == "UNKNOWN"

    def with_nullable(self, nullable: bool) -> DataType:
        return self if self.nullable is nullable else data_type(*self._parts(nullable))

    @property
    def sql(self) -> str:
        """As Flink prints it, without the NOT NULL of the type itself: ROW<`a` INT NOT NULL>."""
        return render(self.with_nullable(True))

    @property
    def display(self) -> str:
        """`sql` with backticks only where a name needs them: ROW<a INT NOT NULL>."""
        return render(self.with_nullable(True), plain_names=True)

    def __str__(self) -> str:
        return render(self)

    def field(self, name: str) -> DataType | None:
        """The type of a ROW's field; None when there is no such field."""
        return self.children[self.names.index(name)] if name in self.names else None


_Parts: TypeAlias = tuple[
    Kind, bool, int, int, int, tuple[DataType, ...], tuple[str, ...], tuple[str, ...], str
]

_SHARED: dict[_Parts, DataType] = {}


def data_type(
    kind: Kind,
    nullable: bool = True,
    length: int = 0,
    precision: int = 0,
    scale: int = 0,
    children: tuple[DataType, ...] = (),
    names: tuple[str, ...] = (),
    comments: tuple[str, ...] = (),
    detail: str = "",
) -> DataType:
    """The one object for these parts. A type that contains UNKNOWN, or is too deep, is UNKNOWN itself."""
    parts: _Parts = (kind, nullable, length, precision, scale, children, names, comments, detail)
    found = _SHARED.get(parts)
    if found is None:
        depth = 1 + max((child.depth for child in children), default=0)
        if depth > MAX_DEPTH or any(child.kind == "UNKNOWN" for child in children):
            return UNKNOWN.with_nullable(nullable)
        found = _SHARED.setdefault(parts, DataType(*parts, depth))  # one object, in every thread
    return found


def scalar(kind: Kind, nullable: bool = True) -> DataType:
    """A type without parameters: BOOLEAN, TINYINT .. DOUBLE, DATE, NULL, DESCRIPTOR, VARIANT, UNKNOWN."""
    return data_type(kind, nullable)


def char(length: int, nullable: bool = True) -> DataType:
    return data_type("CHAR", nullable, length)


def varchar(length: int, nullable: bool = True) -> DataType:
    return data_type("VARCHAR", nullable, length)


def binary(length: int, nullable: bool = True) -> DataType:
    return data_type("BINARY", nullable, length)


def varbinary(length: int, nullable: bool = True) -> DataType:
    return data_type("VARBINARY", nullable, length)


def decimal(precision: int, scale: int = 0, nullable: bool = True) -> DataType:
    return data_type("DECIMAL", nullable, 0, precision, scale)


def time(precision: int = 0, nullable: bool = True) -> DataType:
    return data_type("TIME", nullable, 0, precision)


def timestamp(precision: int = 6, nullable: bool = True) -> DataType:
    return data_type("TIMESTAMP", nullable, 0, precision)


def timestamp_ltz(precision: int = 6, nullable: bool = True) -> DataType:
    return data_type("TIMESTAMP_LTZ", nullable, 0, precision)


def interval(units: str, precision: int = 2, fraction: int = 6, nullable: bool = True) -> DataType:
    """units: "YEAR", "YEAR TO MONTH", "MONTH", "DAY", "DAY TO SECOND", .."""
    kind: Kind = "INTERVAL_YEAR_MONTH" if units in YEAR_MONTH_UNITS else "INTERVAL_DAY_TIME"
    return data_type(kind, nullable, 0, precision, fraction, detail=units)


def array(element: DataType, nullable: bool = True) -> DataType:
    return data_type("ARRAY", nullable, children=(element,))


def multiset(element: DataType, nullable: bool = True) -> DataType:
    return data_type("MULTISET", nullable, children=(element,))


def map_of(key: DataType, value: DataType, nullable: bool = True) -> DataType:
    return data_type("MAP", nullable, children=(key, value))


def row(
    fields: Iterable[tuple[str, DataType]], nullable: bool = True, comments: tuple[str, ...] = ()
) -> DataType:
    pairs = tuple(fields)
    types = tuple(field_type for _, field_type in pairs)
    described = comments if any(comments) else ()
    return data_type("ROW", nullable, 0, 0, 0, types, tuple(name for name, _ in pairs), described)


YEAR_MONTH_UNITS: Final = ("YEAR", "YEAR TO MONTH", "MONTH")
DAY_TIME_UNITS: Final = (
    "DAY", "DAY TO HOUR", "DAY TO MINUTE", "DAY TO SECOND", "HOUR", "HOUR TO MINUTE",
    "HOUR TO SECOND", "MINUTE", "MINUTE TO SECOND", "SECOND",
)  # fmt: skip

BOOLEAN: Final = scalar("BOOLEAN")
TINYINT: Final = scalar("TINYINT")
SMALLINT: Final = scalar("SMALLINT")
INT: Final = scalar("INT")
BIGINT: Final = scalar("BIGINT")
FLOAT: Final = scalar("FLOAT")
DOUBLE: Final = scalar("DOUBLE")
DATE: Final = scalar("DATE")
TIME: Final = time(0)
STRING: Final = varchar(MAX_LENGTH)
BYTES: Final = varbinary(MAX_LENGTH)
NULL: Final = scalar("NULL")
DESCRIPTOR: Final = scalar("DESCRIPTOR", False)
SYMBOL: Final = scalar("SYMBOL", False)
VARIANT: Final = scalar("VARIANT")
UNKNOWN: Final = scalar("UNKNOWN")
MONTHS: Final = interval("MONTH", 2, 0)  # what the planner makes of every year-month interval ..
SECONDS: Final = interval("SECOND", 2, 3)  # .. and of every day-time interval
