"""Calls that signatures cannot describe: arithmetic, AND OR NOT, CASE, CAST."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from streamt import coltypes as types
from streamt.coltypes import DataType
from streamt.coltypes import datatype as dt
from streamt.sql.functions.comparisons import truth
from streamt.sql.functions.model import (
    Arg,
    Function,
    Inferred,
    Site,
    mismatch,
    no_common_type,
    no_plan,
    problem,
    said,
    types_beside_times,
    unless,
    wrong_count,
)


def infer_arithmetic(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    one, other = args[0].type, args[1].type
    found = types.arithmetic(function.name, one, other)
    if found is not None:
        return found
    if one.kind in dt.INTERVAL and function.name in "*/" and other.kind in dt.NUMERIC:
        what = "multiplies an interval by a whole number only" if function.name == "*" else "divides no interval"
        return no_plan(function, 1, f"Flink {what}; got {said(args[1])}")
    got = f"{said(args[0])} {function.name} {said(args[1])}"
    return problem(
        function, "argument_type", None, _OPERANDS[function.name], got, _wrong_operands(function, got, any(arg.type.kind in dt.CHARACTER for arg in args))
    )


_OPERANDS: Final = {
    "+": "two numbers, two intervals, or a date, time or timestamp and an interval",
    "-": "two numbers, two intervals, or a date, time or timestamp and an interval",
    "*": "two numbers, or an interval and a whole number",
    "/": "two numbers",
    "%": "two whole numbers or DECIMALs",
}


def _wrong_operands(function: Function, got: str, of_text: bool) -> str:
    text = f"{function.name} takes {_OPERANDS[function.name]}; got {got}"
    if of_text:
        return (
            text
            + ": CAST the string to a number"
            + (", or join strings by ||" if function.name == "+" else "")
        )
    if function.name == "-" and got.count("TIMESTAMP") + got.count("DATE") == 2:
        return text + ": use TIMESTAMPDIFF(unit, start, end)"
    return text


def infer_minus_date(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """(a - b) DAY: args are a, b and the units as a symbol."""
    if len(args) != 3 or args[2].symbol is None:  # by its name, which is the planner's own
        return wrong_count(function, args)
    one, other, units = args
    if one.type.kind in dt.DATETIME and other.type.kind in dt.DATETIME:
        mixed = one.type.kind != other.type.kind and "TIMESTAMP_LTZ" in (one.type.kind, other.type.kind)
        if mixed:
            got = f"{said(one)} and {said(other)}"
            return no_plan(
                function, None, f"Flink cannot take the difference of {got}: CAST one to the other's type"
            )
        if types.comparable(one.type, other.type):
            return types.interval(units.symbol or "DAY", nullable=one.type.nullable or other.type.nullable)
        return no_common_type(function, args[:2])
    if one.type.is_unknown or other.type.is_unknown:
        return types.interval(units.symbol or "DAY", nullable=one.type.nullable or other.type.nullable)
    return mismatch(function, args)


def infer_logic(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """AND, OR, NOT."""
    nullable = False
    for index, arg in enumerate(args):
        if arg.type.kind not in ("BOOLEAN", "UNKNOWN"):
            message = f"{function.name} takes conditions; got {said(arg)}: compare it with something"
            return problem(function, "argument_type", index, "a condition", said(arg), message)
        nullable = nullable or arg.type.nullable
    return truth(nullable)


def infer_is_null(_function: Function, _args: Sequence[Arg], _site: Site) -> Inferred:
    return truth(False)


def infer_case(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """Args are condition, value, .., else; the else of a CASE without one is NULL."""
    for index in range(0, len(args) - 1, 2):
        if args[index].type.kind not in ("BOOLEAN", "UNKNOWN", "NULL"):
            got = said(args[index])
            message = f"a WHEN takes a condition; got {got} (WHEN {index // 2 + 1})"
            return problem(function, "argument_type", index, "a condition", got, message)
    values = [*args[1:-1:2], args[-1]]
    if all(value.type.kind == "NULL" for value in values):
        message = "CASE needs one value that is not an untyped NULL: write CAST(NULL AS ..)"
        return problem(function, "argument_type", None, "a value with a type", "NULL", message)
    found = types.common_type(types_beside_times(values, others=dt.EXACT | dt.INTERVAL))
    return found if found is not None else no_common_type(function, values)


def infer_cast(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """CAST and TRY_CAST: the operand, and the target type as an argument's type."""
    source, target = args[0].type, args[1].type
    wrong = types.cast_problem(source, target)
    if function.name == "CAST" and _loses_rows(source, target):
        wrong = "refused"
    folded = args[0].is_literal and source.kind == "DECIMAL" and target.kind in dt.INTERVAL
    result = types.cast_type(source, target, safe=function.name == "TRY_CAST")
    if wrong is None or (wrong == "no_plan" and folded):
        return result
    message = f"{said(args[0])} cannot be cast to {target.display}{_cast_hint(source, target)}"
    if wrong == "no_plan":
        return unless(no_plan(function, 0, message), result, args[:1])
    return problem(
        function, "argument_type", 0, f"a value that can become {target.display}", said(args[0]), message
    )


def _loses_rows(source: DataType, target: DataType) -> bool:
    """The planner itself fails to cast an ARRAY of ROWs to an ARRAY of anything else, but by TRY_CAST."""
    collections = source.kind in dt.COLLECTION and target.kind in dt.COLLECTION
    return collections and source.children[0].kind == "ROW" and target.children[0].kind != "ROW"


def _cast_hint(source: DataType, target: DataType) -> str:
    if source.kind in dt.NUMERIC and target.kind in dt.TIMESTAMPS:
        return ": use TO_TIMESTAMP_LTZ(number, 0 for seconds or 3 for milliseconds)"
    if source.kind in dt.TIMESTAMPS and target.kind in dt.NUMERIC:
        return ": use UNIX_TIMESTAMP(CAST(timestamp AS STRING)) or EXTRACT"
    if target.kind == "VARIANT":
        return ": use PARSE_JSON"
    return ""
