"""Units of time in EXTRACT, FLOOR .. TO, TIMESTAMPADD and TIMESTAMPDIFF: which there are, and for what types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import Arg, CallProblem, Function, Site, no_plan, problem, said

_CLOCK: Final = frozenset(["HOUR", "MINUTE", "SECOND", "MILLISECOND"])
_FINE: Final = frozenset({"MICROSECOND", "NANOSECOND"})
_CALENDAR: Final = frozenset(
    [
        "YEAR",
        "QUARTER",
        "MONTH",
        "WEEK",
        "DAY",
        "DOW",
        "DOY",
        "ISODOW",
        "ISOYEAR",
        "EPOCH",
        "DECADE",
        "CENTURY",
        "MILLENNIUM",
    ]
)
UNITS: Final = _CALENDAR | _CLOCK | _FINE
_YEARS: Final = frozenset(["YEAR", "QUARTER", "MONTH", "ISOYEAR", "DECADE", "CENTURY", "MILLENNIUM"])
_PARTS: Final = frozenset({"DOW", "DOY", "ISODOW", "EPOCH"})  # numbers in a year or week, no lengths of time
_SUGGESTED: Final = "YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND"

PART_UNITS: Final = {
    "DAYOFYEAR": "DOY",
    "DAYOFMONTH": "DAY",
    "DAYOFWEEK": "DOW",
}  # others are named as their unit


def _unknown(function: Function, at: int, got: str) -> CallProblem:
    meant = PART_UNITS.get(got.upper(), got.upper().removesuffix("S"))
    units = f"write {meant}" if meant in (*_SUGGESTED.split(", "), "DOY", "DOW") else f"units are {_SUGGESTED}"
    message = f"{function.name} does not know the unit {got}; {units}"
    return problem(function, "argument_literal", at, _SUGGESTED, got, message)


def extracted_unit(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """EXTRACT(unit FROM x), and YEAR(x), HOUR(x) .. which are the same."""
    if len(args) == 1:
        return _extracted(function, PART_UNITS.get(function.name, function.name), args[0])
    unit = args[0].symbol
    if unit not in UNITS:
        return _unknown(function, 0, unit or said(args[0]))
    return _extracted(function, unit, args[1])


def _extracted(function: Function, unit: str, arg: Arg) -> CallProblem | None:
    kind = arg.type.kind
    if (kind == "INTERVAL_DAY_TIME" and unit in _YEARS) or (
        kind == "INTERVAL_YEAR_MONTH" and unit not in _YEARS
    ):
        message = f"an interval of {arg.type.detail} has no {unit}"
        return problem(function, "argument_literal", 0, "a unit of the interval", unit, message)
    if unit in _RUNS.get(kind, UNITS) or arg.value is None:
        return None
    return no_plan(function, 0, f"Flink cannot take {unit} from {said(arg)}")


_RUNS: Final[dict[str, frozenset[str]]] = {  # what there is code for
    "DATE": UNITS - _FINE,
    "TIME": _CLOCK,
    "INTERVAL_DAY_TIME": _CLOCK | {"DAY"},
    "INTERVAL_YEAR_MONTH": _YEARS - {"ISOYEAR", "DECADE"},
}


def floored_unit(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if len(args) == 1:
        if args[0].type.kind in dt.INTERVAL:
            return no_plan(function, 0, f"Flink cannot round {said(args[0])}")
        return None
    unit = args[1].symbol
    if unit not in UNITS:
        return _unknown(function, 1, unit or said(args[1]))
    if unit in _PARTS and args[0].type.kind not in ("DATE", "UNKNOWN"):
        return no_plan(function, 1, f"Flink cannot round {said(args[0])} to {unit}")
    return None


def added_unit(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    unit, to = args[0].symbol, args[2]
    if unit not in UNITS:
        return _unknown(function, 0, unit or said(args[0]))
    if to.type.kind == "DATE" and unit in _FINE | {"MILLISECOND"}:
        message = f"{unit} cannot be added to a DATE: CAST it to TIMESTAMP(3)"
        return problem(function, "argument_literal", 0, "a unit from SECOND up", unit, message)
    if unit in _PARTS and not any(arg.type.nullable for arg in args[1:]):
        message = f"{unit} is a part of a date, nothing to add"
        return problem(function, "argument_literal", 0, _SUGGESTED, unit, message)
    if unit in _FINE:
        return no_plan(function, 0, f"Flink cannot add {unit}: MILLISECOND is the smallest unit")
    return None


def plain_unit(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """TIMESTAMPADD and TIMESTAMPDIFF before Flink 2.0: units from SECOND to YEAR."""
    unit = args[0].symbol
    if unit not in _PLAIN | _FINE:
        return _unknown(function, 0, unit or said(args[0]))
    if function.name == "TIMESTAMPADD":
        return added_unit(function, args, _site)
    return difference_unit(function, args, _site)


_PLAIN: Final = frozenset(["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"])


def difference_unit(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    unit, one, other = args[0].symbol, args[1].type.kind, args[2].type.kind
    if unit not in UNITS and unit != "FRAC_SECOND":
        return _unknown(function, 0, unit or said(args[0]))
    if "UNKNOWN" in (one, other):
        return None
    if (one != other and "TIMESTAMP_LTZ" in (one, other)) or ("TIME" in (one, other) and unit not in _YEARS):
        got = f"{said(args[1])} and {said(args[2])}"
        return no_plan(
            function, None, f"Flink cannot take the difference of {got}: CAST one to the other's type"
        )
    return None
