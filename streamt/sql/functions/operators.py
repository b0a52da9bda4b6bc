"""Calls that signatures cannot describe: arithmetic, comparisons, CASE, IN, CAST, element access, constructors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from streamt import coltypes as types
from streamt.coltypes import DataType
from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import (
    Arg,
    CallProblem,
    Function,
    Inferred,
    Site,
    mismatch,
    no_common_type,
    no_plan,
    problem,
    said,
)

_TRUTH: Final = (types.BOOLEAN.with_nullable(False), types.BOOLEAN)


def truth(nullable: bool) -> DataType:
    return _TRUTH[nullable]


def infer_arithmetic(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    one, other = args[0].type, args[1].type
    found = types.arithmetic(function.name, one, other)
    if found is not None:
        return found
    if one.kind in dt.INTERVAL and function.name in "*/" and other.kind in dt.NUMERIC:
        hint = "a whole number" if function.name == "*" else "nothing: Flink cannot run it"
        return no_plan(
            function, 1, f"an interval can be combined by {function.name} with {hint}; got {said(args[1])}"
        )
    got = f"{said(args[0])} {function.name} {said(args[1])}"
    return problem(
        function, "argument_type", None, _OPERANDS[function.name], got, _wrong_operands(function, got)
    )


_OPERANDS: Final = {
    "+": "two numbers, two intervals, or a date, time or timestamp and an interval",
    "-": "two numbers, two intervals, or a date, time or timestamp and an interval",
    "*": "two numbers, or an interval and a whole number",
    "/": "two numbers",
    "%": "two whole numbers or DECIMALs",
}


def _wrong_operands(function: Function, got: str) -> str:
    text = f"{function.name} takes {_OPERANDS[function.name]}; got {got}"
    if "STRING" in got or "CHAR" in got:
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
    one, other, units = args
    if one.type.kind in dt.DATETIME and other.type.kind in dt.DATETIME:
        mixed = one.type.kind != other.type.kind and "TIMESTAMP_LTZ" in (one.type.kind, other.type.kind)
        if mixed:
            got = f"{said(one)} and {said(other)}"
            return no_plan(function, None, f"Flink cannot take the difference of {got}: CAST one to the other's type")
        if types.comparable(one.type, other.type):
            return types.interval(units.symbol or "DAY", nullable=one.type.nullable or other.type.nullable)
        return no_common_type(function, args[:2])
    if one.type.is_unknown or other.type.is_unknown:
        return types.interval(units.symbol or "DAY", nullable=one.type.nullable or other.type.nullable)
    return mismatch(function, args)


def compared(function: Function, one: Arg, other: Arg) -> CallProblem | None:
    """What is wrong with comparing two values by `function`: = <> < BETWEEN IN .."""
    a, b = one.type, other.type
    null_before_row = a.kind == "NULL" and b.kind == "ROW"
    if not types.comparable(a, b) or null_before_row:
        got = f"{said(one)} and {said(other)}"
        message = f"{function.name} compares values of one kind; got {got}: CAST one of them"
        return problem(function, "argument_type", None, "comparable values", got, message)
    if function.name in EQUALITY and not types.equals_has_plan(a, b):
        message = f"Flink cannot run {function.name} between {said(one)} and {said(other)}: CAST the string to a number"
        return no_plan(function, None, message)
    ordered = function.name not in EQUALITY and function.name not in MEMBERSHIP
    if (ordered and not types.order_has_plan(a, b)) or (
        function.name in MEMBERSHIP and _interval_and_text(a, b)
    ):
        verb = "order" if ordered else "compare"
        return no_plan(function, None, f"Flink cannot {verb} {said(one)} and {said(other)}")
    return None


def _interval_and_text(one: DataType, other: DataType) -> bool:
    return (one.kind in dt.INTERVAL and other.kind in dt.CHARACTER) or (
        other.kind in dt.INTERVAL and one.kind in dt.CHARACTER
    )


EQUALITY: Final = frozenset({"=", "<>", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "NULLIF"})
MEMBERSHIP: Final = frozenset({"IN", "NOT IN"})


def infer_comparison(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    one, other = args
    return compared(function, one, other) or truth(_may_be_null(one.type) or _may_be_null(other.type))


def _may_be_null(compared_type: DataType) -> bool:
    """Rows are compared field by field, so a nullable field will do."""
    if compared_type.kind != "ROW":
        return compared_type.nullable
    return compared_type.nullable or any(map(_may_be_null, compared_type.children))


def infer_distinct_from(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    return compared(function, *args) or truth(False)


def infer_between(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    value, low, high = args
    wrong = compared(function, value, low) or compared(function, value, high) or compared(function, low, high)
    return wrong or truth(any(arg.type.nullable for arg in args))


def infer_in(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    value, *elements = args
    shared = types.common_type([element.type for element in elements])
    if shared is None and any(element.type.kind != "NULL" for element in elements):
        return no_common_type(function, elements)
    if shared is not None:
        wrong = compared(function, value, Arg(shared))
        if wrong is not None:
            return wrong
    return truth(any(_may_be_null(arg.type) for arg in args))


def infer_nullif(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    if len(args) != 2 or args[0].type.kind == "NULL":
        return mismatch(function, args)
    return compared(function, *args) or args[0].type.with_nullable(True)


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
    found = types.common_type([value.type for value in values])
    return found if found is not None else no_common_type(function, values)


def infer_cast(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """CAST and TRY_CAST: the operand, and the target type as an argument's type."""
    source, target = args[0].type, args[1].type
    wrong = types.cast_problem(source, target)
    if wrong is None:
        return types.cast_type(source, target, safe=function.name == "TRY_CAST")
    message = f"{said(args[0])} cannot be cast to {target.display}{_cast_hint(source, target)}"
    if wrong == "no_plan":
        return no_plan(function, 0, message)
    return problem(
        function, "argument_type", 0, f"a value that can become {target.display}", said(args[0]), message
    )


def _cast_hint(source: DataType, target: DataType) -> str:
    if source.kind in dt.NUMERIC and target.kind in dt.TIMESTAMPS:
        return ": use TO_TIMESTAMP_LTZ(number, 0 for seconds or 3 for milliseconds)"
    if source.kind in dt.TIMESTAMPS and target.kind in dt.NUMERIC:
        return ": use UNIX_TIMESTAMP(CAST(timestamp AS STRING)) or EXTRACT"
    if target.kind == "VARIANT":
        return ": use PARSE_JSON"
    return ""
