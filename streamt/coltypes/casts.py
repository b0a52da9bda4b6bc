"""Which type turns into which: by CAST, by itself (implicitly), and what can be compared."""

from __future__ import annotations

from typing import Final, Literal

from streamt.coltypes import datatype as dt
from streamt.coltypes.datatype import DataType, Kind

CastProblem = Literal["refused", "no_plan"]

_WIDER: Final[dict[Kind, frozenset[Kind]]] = {  # from -> what it becomes without being asked
    "CHAR": frozenset({"CHAR", "VARCHAR"}),
    "VARCHAR": frozenset({"VARCHAR"}),
    "BINARY": frozenset({"BINARY", "VARBINARY"}),
    "VARBINARY": frozenset({"VARBINARY"}),
    "TINYINT": frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE"}),
    "SMALLINT": frozenset({"SMALLINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE"}),
    "INT": frozenset({"INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE"}),
    "BIGINT": frozenset({"BIGINT", "DECIMAL", "FLOAT", "DOUBLE"}),
    "DECIMAL": frozenset({"DECIMAL", "FLOAT", "DOUBLE"}),
    "FLOAT": frozenset({"FLOAT", "DOUBLE", "DECIMAL"}),
    "DOUBLE": frozenset({"DOUBLE", "DECIMAL"}),
    "TIMESTAMP": frozenset({"TIMESTAMP", "TIMESTAMP_LTZ", "DATE", "TIME"}),
    "TIMESTAMP_LTZ": frozenset({"TIMESTAMP_LTZ", "TIMESTAMP"}),
}

_TEXT = dt.CHARACTER
_FROM_NUMBER: Final[frozenset[Kind]] = dt.NUMERIC | _TEXT | {"BOOLEAN"}
_FROM_TIME = _TEXT | dt.TIMESTAMPS
_CASTS: Final[dict[Kind, frozenset[Kind]]] = {  # target -> what CAST takes
    "BOOLEAN": dt.NUMERIC | _TEXT | {"BOOLEAN"},
    "BINARY": dt.BINARY_STRING | _TEXT | {"RAW"},
    "VARBINARY": dt.BINARY_STRING | _TEXT | {"RAW"},
    **dict.fromkeys(dt.NUMERIC, _FROM_NUMBER | dt.TIMESTAMPS),
    "DATE": _FROM_TIME | dt.BINARY_STRING | {"DATE"},
    "TIME": _FROM_TIME | dt.BINARY_STRING | {"TIME"},
    "TIMESTAMP": _FROM_TIME | dt.NUMERIC | dt.BINARY_STRING | {"DATE", "TIME"},
    "TIMESTAMP_LTZ": _FROM_TIME | dt.NUMERIC | dt.BINARY_STRING | {"DATE", "TIME"},
    "INTERVAL_YEAR_MONTH": dt.EXACT | _TEXT | {"INTERVAL_YEAR_MONTH"},
    "INTERVAL_DAY_TIME": dt.EXACT | _TEXT | {"INTERVAL_DAY_TIME"},
    "ARRAY": _TEXT | {"ARRAY"},
}
_UNPLANNED: Final[dict[Kind, frozenset[Kind]]] = {  # validated by the planner, then without code for it
    **dict.fromkeys(dt.NUMERIC, dt.TIMESTAMPS),
    "DATE": dt.BINARY_STRING,
    "TIME": dt.BINARY_STRING,
    "TIMESTAMP": dt.NUMERIC | dt.BINARY_STRING,
    "TIMESTAMP_LTZ": dt.NUMERIC | dt.BINARY_STRING,
    "INTERVAL_YEAR_MONTH": _TEXT | {"DECIMAL"},
    "INTERVAL_DAY_TIME": _TEXT | {"DECIMAL"},
    "ARRAY": _TEXT,
}


def cast_problem(source: DataType, target: DataType) -> CastProblem | None:
    """Why CAST(source AS target) does not work: the planner refuses it, or has no code for it; None: it works."""
    one, to = source.kind, target.kind
    if one in ("NULL", "UNKNOWN") or to == "UNKNOWN":
        return None
    if to == "VARIANT" or one == "VARIANT":
        return "refused"
    if to in dt.CHARACTER:
        return None
    if one in dt.CONSTRUCTED or to == "STRUCTURED":
        return _constructed_problem(source, target)
    if one not in _CASTS.get(to, frozenset({to})):
        return "refused"
    if to in dt.INTERVAL and one in dt.EXACT and " TO " in target.detail:
        return "refused"  # a number has one unit only
    return "no_plan" if one in _UNPLANNED.get(to, ()) else None


def _constructed_problem(source: DataType, target: DataType) -> CastProblem | None:
    made = source.kind == "ROW" and target.kind == "STRUCTURED"
    if (source.kind != target.kind and not made) or len(source.children) != len(target.children):
        return "refused"
    problems = {cast_problem(child, to) for child, to in zip(source.children, target.children, strict=True)}
    return "refused" if "refused" in problems else "no_plan" if "no_plan" in problems else None


def castable(source: DataType, target: DataType) -> bool:
    return cast_problem(source, target) is None


def cast_type(source: DataType, target: DataType, *, safe: bool = False) -> DataType:
    """What CAST (safe: TRY_CAST) yields when it works."""
    return target.with_nullable(safe or source.nullable)


def implicitly_castable(source: DataType, target: DataType) -> bool:
    """Whether an argument of type `source` goes where `target` is declared. A nullable one does not go to NOT NULL."""
    if source is target or source.is_unknown or target.is_unknown:
        return True
    if source.nullable and not target.nullable:
        return False
    if source.kind == "NULL":
        return True
    if source.kind in dt.CONSTRUCTED or source.kind == "STRUCTURED":
        return _fields_castable(source, target)
    if source.kind in dt.INTERVAL:
        return target.kind == source.kind or target.kind in dt.EXACT
    if target.kind in dt.INTERVAL:
        return source.kind in dt.EXACT
    return target.kind in _WIDER.get(source.kind, (source.kind,))


def _fields_castable(source: DataType, target: DataType) -> bool:
    alike = source.kind == target.kind or {source.kind, target.kind} == {"ROW", "STRUCTURED"}
    return (
        alike
        and len(source.children) == len(target.children)
        and all(map(implicitly_castable, source.children, target.children))
    )


_TEXT_COMPARES_WITH = dt.NUMERIC | dt.DATETIME | dt.INTERVAL | {"BOOLEAN"}
_FAMILY: Final[dict[Kind, frozenset[Kind]]] = {
    kind: family for family in (dt.CHARACTER, dt.BINARY_STRING, dt.NUMERIC, dt.TIMESTAMPS) for kind in family
}


def comparable(one: DataType, other: DataType) -> bool:
    """Whether the planner validates `one = other`, `one < other`, `one IN (other)`. Not all of it can run: see below."""
    a, b = one.kind, other.kind
    if a == b == "ROW":
        return len(one.children) == len(other.children) and all(map(comparable, one.children, other.children))
    if a == b or a in ("UNKNOWN", "NULL") or b in ("UNKNOWN", "NULL"):
        return True
    if b in _FAMILY.get(a, ()):
        return True
    text_first, text_second = a in dt.CHARACTER, b in dt.CHARACTER
    return (text_first and b in _TEXT_COMPARES_WITH) or (text_second and a in _TEXT_COMPARES_WITH)


def equals_has_plan(one: DataType, other: DataType) -> bool:
    """False for `=` and `<>` of a number and a string: validated, then refused at submit."""
    a, b = one.kind, other.kind
    return not ((a in dt.CHARACTER and b in dt.NUMERIC) or (b in dt.CHARACTER and a in dt.NUMERIC))


def order_has_plan(one: DataType, other: DataType) -> bool:
    """False for `<`, BETWEEN .. of types without an order, and of an interval and a string."""
    a, b = one.kind, other.kind
    if "NULL" in (a, b):
        return True
    if a in UNORDERED or b in UNORDERED:
        return False
    return not ((a in dt.CHARACTER and b in dt.INTERVAL) or (b in dt.CHARACTER and a in dt.INTERVAL))


UNORDERED: Final[frozenset[Kind]] = dt.CONSTRUCTED | {"VARIANT", "RAW", "STRUCTURED"}
