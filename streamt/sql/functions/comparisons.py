"""Comparing values: = <> <, BETWEEN, IN, NULLIF, IS DISTINCT FROM, LIKE."""

from __future__ import annotations

import re
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
    unless,
)
from streamt.sql.functions.moments import FORMATS, reads_as

_TRUTH: Final = (types.BOOLEAN.with_nullable(False), types.BOOLEAN)


def truth(nullable: bool) -> DataType:
    return _TRUTH[nullable]


def compared(function: Function, one: Arg, other: Arg) -> CallProblem | None:
    """What is wrong with comparing two values by `function`: = <> < BETWEEN IN .."""
    a, b = one.type, other.type
    null_before_row = a.kind == "NULL" and b.kind == "ROW"
    never_cast = a.kind == b.kind == "VARIANT" and a.nullable != b.nullable  # not even to one that may be NULL
    if not types.comparable(a, b) or null_before_row or never_cast:
        got = f"{said(one)} and {said(other)}"
        message = f"{function.name} compares values of one kind; got {got}: CAST one of them"
        return problem(function, "argument_type", None, "comparable values", got, message)
    if function.name in EQUALITY:
        return _equality_problem(function, one, other)
    ordered = function.name not in MEMBERSHIP
    if (ordered and not types.order_has_plan(a, b)) or (
        function.name in MEMBERSHIP and _interval_and_text(a, b)
    ):
        verb = "order" if ordered else "compare"
        return no_plan(function, None, f"Flink cannot {verb} {said(one)} and {said(other)}")
    return None


def _equality_problem(function: Function, one: Arg, other: Arg) -> CallProblem | None:
    """Where = is validated and then has no code, or fails on a literal that is no date."""
    if not types.equals_has_plan(one.type, other.type):
        message = f"Flink cannot run {function.name} between {said(one)} and {said(other)}: {_number_instead(one, other)}"
        return no_plan(function, None, message)
    for at, text, moment in ((1, other.literal, one.type.kind), (0, one.literal, other.type.kind)):
        literal = isinstance(text, str) and (one, other)[at].type.kind in dt.CHARACTER
        if moment in FORMATS and literal and not reads_as(moment, str(text)):
            return no_plan(function, at, f"{text!r} does not read as {moment}: write {FORMATS[moment]}")
    return None


def _number_instead(one: Arg, other: Arg) -> str:
    text = next((arg.literal for arg in (one, other) if isinstance(arg.literal, str) and arg.type.kind in dt.CHARACTER), None)
    if text is not None and re.fullmatch(r"-?\d{1,18}(\.\d{1,18})?", text.strip()):
        return f"write {text.strip()} without quotes"
    number = next((arg.literal for arg in (one, other) if arg.is_literal and arg.type.kind in dt.NUMERIC and arg.literal is not None), None)
    if text is None and number is not None:
        return f"write '{number}' in quotes, or CAST the string to a number"
    return "CAST the string to a number" if text is None else f"'{text}' is no number"


def _interval_and_text(one: DataType, other: DataType) -> bool:
    return (one.kind in dt.INTERVAL and other.kind in dt.CHARACTER) or (
        other.kind in dt.INTERVAL and one.kind in dt.CHARACTER
    )


EQUALITY: Final = frozenset({"=", "<>", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "NULLIF"})
MEMBERSHIP: Final = frozenset({"IN", "NOT IN"})


def infer_comparison(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    one, other = args
    return unless(compared(function, one, other), truth(_may_be_null(one.type) or _may_be_null(other.type)), args)


def _may_be_null(compared_type: DataType) -> bool:
    """Rows are compared field by field, so a nullable field will do."""
    if compared_type.kind != "ROW":
        return compared_type.nullable
    return compared_type.nullable or any(map(_may_be_null, compared_type.children))


def infer_distinct_from(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    return unless(compared(function, *args), truth(False), args)


def infer_between(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    value, low, high = args
    wrong = compared(function, value, low) or compared(function, value, high) or compared(function, low, high)
    return unless(wrong, truth(any(arg.type.nullable for arg in args)), args)


def infer_in(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    value, *elements = args
    without = _null_beside_rows(function, value, elements)
    if without is not None:
        return without
    shared = types.common_type([element.type for element in elements])
    if shared is None and any(element.type.kind != "NULL" for element in elements):
        return no_common_type(function, elements)
    wrong = compared(function, value, Arg(shared)) if shared is not None else None
    return unless(wrong, truth(any(_may_be_null(arg.type) for arg in args)), args[:1])


def _null_beside_rows(function: Function, value: Arg, elements: Sequence[Arg]) -> CallProblem | None:
    """The planner gives no type to NULL beside a row that is never NULL, nor to a list of NULLs for a row or for NULL."""
    nulls = [element.type.kind == "NULL" for element in elements]
    never_null = any(element.type.kind == "ROW" and not element.type.nullable for element in elements)
    if not any(nulls) or not (never_null or (value.type.kind in ("ROW", "NULL") and all(nulls))):
        return None
    message = f"{function.name} takes no untyped NULL here: write CAST(NULL AS ..), or {'row' if value.type.kind == 'ROW' else 'value'} IS NULL"
    return problem(function, "argument_type", nulls.index(True) + 1, "a value with a type", "NULL", message)


def infer_nullif(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    if len(args) != 2 or args[0].type.kind == "NULL":
        return mismatch(function, args)
    return unless(compared(function, *args), args[0].type.with_nullable(True), args)


def escape_has_plan(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """LIKE pattern ESCAPE character: one character, and after each of it in the pattern a % or _ or itself."""
    escape, pattern = args[2].literal if len(args) > 2 else "", args[1].literal
    if not isinstance(escape, str) or not escape or args[0].value is None:
        return None
    if len(escape) > 1:
        return no_plan(function, 2, f"ESCAPE takes one character; got {escape!r}")
    if isinstance(pattern, str) and not _escaped_well(pattern, escape):
        return no_plan(
            function, 1, f"in {pattern!r} the escape {escape!r} must stand before % or _ or itself"
        )
    return None


def _escaped_well(pattern: str, escape: str) -> bool:
    at = 0
    while at < len(pattern):
        if pattern[at] == escape:
            if pattern[at + 1 : at + 2] not in ("%", "_", escape):
                return False
            at += 1
        at += 1
    return True
