"""The kinds of arguments functions take. A NULL literal fits where `NULL` is among the kinds, UNKNOWN everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import Parameter, Signature

_ALL = frozenset(
    (*dt.CHARACTER, *dt.BINARY_STRING, *dt.NUMERIC, *dt.DATETIME, *dt.INTERVAL, *dt.CONSTRUCTED, "BOOLEAN",
     "STRUCTURED", "RAW", "VARIANT")
)  # fmt: skip


def _parameter(word: str, says: str, kinds: Iterable[str]) -> Parameter:
    return Parameter(word, says, frozenset(kinds) | {"UNKNOWN"})


def or_null(parameter: Parameter) -> Parameter:
    """The same where an untyped NULL may stand too."""
    return Parameter(parameter.word, parameter.says, parameter.kinds | {"NULL"})


ANY = _parameter("any", "a value", _ALL)
NO_VARIANT = _parameter("any", "a value that is no VARIANT", _ALL - {"VARIANT"})
STRING = _parameter("string", "a string", dt.CHARACTER)
BINARY = _parameter("bytes", "binary data", dt.BINARY_STRING)
TEXT_OR_BINARY = _parameter("string", "a string or binary data", dt.CHARACTER | dt.BINARY_STRING)
NUMBER = _parameter("number", "a number", dt.NUMERIC)
EXACT = _parameter("exact number", "a whole number or DECIMAL", dt.EXACT)
INTEGER = _parameter("integer", "a whole number", dt.INTEGER)
SMALL_INTEGER = _parameter("integer", "an INT", {"TINYINT", "SMALLINT", "INT"} | dt.INTERVAL)
INTEGER_OR_INTERVAL = _parameter("integer", "a whole number", dt.INTEGER | dt.INTERVAL)
NUMBER_OR_INTERVAL = _parameter("number", "a number or interval", dt.NUMERIC | dt.INTERVAL)
BOOLEAN = _parameter("boolean", "a BOOLEAN", {"BOOLEAN"})
DATE = _parameter("date", "a DATE", {"DATE"})
TIME = _parameter("time", "a TIME", {"TIME"})
TIMESTAMP = _parameter("timestamp", "a timestamp", dt.TIMESTAMPS)
DATETIME = _parameter("datetime", "a date, time or timestamp", dt.DATETIME)
INTERVAL = _parameter("interval", "an interval", dt.INTERVAL)
DATETIME_OR_INTERVAL = _parameter(
    "datetime", "a date, time, timestamp or interval", dt.DATETIME | dt.INTERVAL
)
ARRAY = _parameter("array", "an ARRAY", {"ARRAY"})
MAP = _parameter("map", "a MAP", {"MAP"})
COLLECTION = _parameter("array", "an ARRAY or MULTISET", dt.COLLECTION)
COLLECTION_OR_MAP = _parameter("array", "an ARRAY, MULTISET or MAP", dt.COLLECTION | {"MAP"})
HASHABLE = _parameter(
    "any", "a BOOLEAN, number, string, date, time or timestamp",
    dt.CHARACTER | dt.NUMERIC | dt.DATETIME | {"BOOLEAN"},
)  # fmt: skip
TEXT_OR_NUMBER = _parameter("string", "a string or number", dt.CHARACTER | dt.NUMERIC)
UNIT = Parameter("unit", "a unit such as DAY", frozenset({"SYMBOL"}))
TYPE = Parameter("type", "a type", _ALL | {"UNKNOWN"})


def signature(*parameters: Parameter, repeated: int = 0) -> Signature:
    return Signature(parameters, repeated)


def one_of(*parameters: tuple[Parameter, ...]) -> tuple[Signature, ...]:
    return tuple(map(Signature, parameters))
