"""Operators and constructors, by their sign or key word."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import BOOLEAN, comparable
from streamt.coltypes import datatype as dt
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import define, operator
from streamt.sql.functions.comparisons import (
    escape_has_plan,
    infer_between,
    infer_comparison,
    infer_distinct_from,
    infer_in,
    infer_nullif,
    truth,
)
from streamt.sql.functions.constructed import (
    infer_array,
    infer_item,
    infer_join,
    infer_map,
    infer_multiset,
    infer_row,
)
from streamt.sql.functions.model import Arg, Function, Inferred, Site, no_common_type, problem, said
from streamt.sql.functions.operators import (
    infer_arithmetic,
    infer_case,
    infer_cast,
    infer_is_null,
    infer_logic,
    infer_minus_date,
)


def no_zone(function: Function, args: Sequence[Arg]) -> Inferred:
    at = next(index for index, arg in enumerate(args) if arg.type.kind == "TIMESTAMP_LTZ")
    message = "OVERLAPS takes DATE, TIME and TIMESTAMP, not TIMESTAMP_LTZ: CAST it to TIMESTAMP"
    return problem(function, "argument_type", at, "a DATE, TIME or TIMESTAMP", said(args[at]), message)


def no_moment(function: Function, found: Arg, args: Sequence[Arg]) -> Inferred:
    at = next(index for index, arg in enumerate(args) if arg is found)
    message = f"OVERLAPS takes two pairs of dates, times or timestamps, or of one and an interval; got {said(found)}"
    return problem(function, "argument_type", at, "a date, time or timestamp", said(found), message)


def infer_overlaps(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """(start, end or length) OVERLAPS (start, end or length)."""
    start, end, other_start, other_end = args
    for found in (start, other_start):
        if found.type.kind not in dt.DATETIME | {"UNKNOWN", "NULL"} or start.type.kind == "NULL":
            return no_moment(function, found if start.type.kind != "NULL" else start, args)
    for first, last in ((start, end), (other_start, other_end)):
        if last.type.kind not in dt.INTERVAL and not comparable(first.type, last.type):
            return no_common_type(function, args)
        if last.type.kind in dt.CHARACTER or (last is end and last.type.kind == "NULL"):
            return no_moment(function, last, args)
    if any(arg.type.kind == "TIMESTAMP_LTZ" for arg in args):
        return no_zone(function, args)
    if other_start.type.kind == "NULL" and other_end.type.kind in dt.DATETIME and (start.type.kind == "DATE") != (other_end.type.kind == "DATE"):
        return no_common_type(function, (start, other_end))
    if not comparable(start.type, other_start.type):
        return no_common_type(function, args)
    return truth(any(arg.type.nullable for arg in args))


_LIKE = (p.signature(p.STRING, p.STRING), p.signature(p.STRING, p.STRING, p.STRING))
_JSON_TESTS = " ".join(
    f"IS_{maybe}JSON_{what}" for maybe in ("", "NOT_") for what in ("VALUE", "OBJECT", "ARRAY", "SCALAR")
)
_BOOLEAN_TESTS = "IS_TRUE IS_NOT_TRUE IS_FALSE IS_NOT_FALSE IS_UNKNOWN IS_NOT_UNKNOWN"


def _worded(functions: tuple[Function, ...]) -> tuple[Function, ...]:
    """IS_NOT_TRUE, one word in the tables, as the operator's words: IS NOT TRUE."""
    names = (function.name.replace("_", " ") for function in functions)
    return tuple(
        Function(name, "scalar", function.signatures, function.returns, text=f"value {name}")
        for name, function in zip(names, functions, strict=True)
    )


OPERATORS: tuple[Function, ...] = (
    *(operator(sign, infer_arithmetic, 2, f"a {sign} b") for sign in ("+", "-", "*", "/", "%")),
    *(operator(sign, infer_comparison, 2, f"a {sign} b") for sign in ("=", "<>", "<", "<=", ">", ">=")),
    operator("IS DISTINCT FROM", infer_distinct_from, 2, "a IS DISTINCT FROM b"),
    operator("IS NOT DISTINCT FROM", infer_distinct_from, 2, "a IS NOT DISTINCT FROM b"),
    operator("BETWEEN", infer_between, 3, "value BETWEEN low AND high"),
    operator("NOT BETWEEN", infer_between, 3, "value NOT BETWEEN low AND high"),
    operator("IN", infer_in, 2, "value IN (element, ..)"),
    operator("NOT IN", infer_in, 2, "value NOT IN (element, ..)"),
    operator("AND", infer_logic, 2, "condition AND condition"),
    operator("OR", infer_logic, 2, "condition OR condition"),
    operator("NOT", infer_logic, 1, "NOT condition"),
    operator("IS NULL", infer_is_null, 1, "value IS NULL"),
    operator("IS NOT NULL", infer_is_null, 1, "value IS NOT NULL"),
    operator("||", infer_join, 2, "string || string"),
    operator("CASE", infer_case, 3, "CASE WHEN condition THEN value .. ELSE value END"),
    operator("CAST", infer_cast, 2, "CAST(value AS type)"),
    operator("TRY_CAST", infer_cast, 2, "TRY_CAST(value AS type)"),
    operator("NULLIF", infer_nullif, 2, "NULLIF(value, value)"),
    operator("ITEM", infer_item, 2, "collection[index]"),
    operator("ROW", infer_row, 1, "ROW(value, ..)"),
    operator("ARRAY", infer_array, 1, "ARRAY[value, ..]"),
    operator("MULTISET", infer_multiset, 1, "MULTISET[value, ..]"),
    operator("MAP", infer_map, 2, "MAP[key, value, ..]"),
    operator("MINUS_DATE", infer_minus_date, 3, "(datetime - datetime) unit"),
    operator("OVERLAPS", infer_overlaps, 4, "(start, end) OVERLAPS (start, end)"),
    *define("NEGATE POSITIVE", (p.signature(p.NUMBER_OR_INTERVAL),), r.first, text="- number"),
    *define(
        "LIKE",
        _LIKE,
        r.nullable_if_any(BOOLEAN),
        escape_has_plan,
        text="string LIKE pattern [ESCAPE character]",
    ),
    *(
        Function(name, "scalar", _LIKE, r.nullable_if_any(BOOLEAN), checks, text=f"string {name} pattern")
        for name, checks in (("NOT LIKE", (escape_has_plan,)), ("SIMILAR TO", ()), ("NOT SIMILAR TO", ()))
    ),
    *_worded(define(_BOOLEAN_TESTS, (p.signature(p.BOOLEAN),), r.never_null(BOOLEAN))),
    *_worded(define(_JSON_TESTS, (p.signature(p.STRING),), r.never_null(BOOLEAN))),
)
