"""CAST and TRY_CAST."""

from __future__ import annotations

import re
from functools import lru_cache

from streamt.coltypes import (
    DataType,
    TypeSyntaxError,
    array,
    as_column,
    decimal,
    implicitly_castable,
    multiset,
    parse_type,
    time,
    timestamp,
    timestamp_ltz,
)
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, Gathered
from streamt.sql.bind.expressions import (
    UNKNOWN_ARG,
    expression,
    left_out,
    operator,
    plain,
    report_call,
    report_untyped,
    without_type,
)
from streamt.sql.bind.interval_texts import MOST_OF_DAYS
from streamt.sql.functions import NOT_LITERAL, Arg

NUMBERS = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL"})
MANY = 60  # characters: any number fits
MAX_DIGITS = 38
FINE_TIME = re.compile(r"(TIME|TIMESTAMP|TIMESTAMP_LTZ)\s*\(\s*[1-9]\d\s*\)", re.IGNORECASE)
WIDE_INTERVAL = re.compile(r"INTERVAL\s+(DAY|HOUR|MINUTE|SECOND)\s*\(\s*(\d{1,9})", re.IGNORECASE)
POSTFIXES = re.compile(r"(?:\s+(?:ARRAY|MULTISET)\b)*\s*$", re.IGNORECASE)
WIDE_DECIMAL = re.compile(r"(?:DECIMAL|DEC|NUMERIC)\s*\(\s*(\d{1,6})\s*(?:,\s*(\d{1,6})\s*)?\)", re.IGNORECASE)


def cast(b: Binding, env: Env, node: ast.Cast) -> Arg:
    value = expression(b, env, node.value)
    env.folds = env.folds or node.safe
    source = env.plain if env.plain_at is node.value else None
    value = left_out(env, source, value) if env.nulled else value
    if without_type(value.type):
        report_untyped(b, node.value, "no_stream_plan")
    target = None if _too_precise(b, node.type) else type_named(b, node.type)
    if target is None:
        return UNKNOWN_ARG
    target = _postfixed(node.type.text, target)
    function = operator("TRY_CAST" if node.safe else "CAST", b.catalog.version)
    assert function is not None
    result = function.infer([value, plain(target)])
    if not isinstance(result, DataType):
        return report_call(b, result, node, ())
    unchanged = source is not None and source.shown is None and source.type.with_nullable(True) == target.with_nullable(True)
    if unchanged and result == value.type:
        env.plain_at = node
        return plain(result)
    _check_folded(b, env, node, target)
    if source is not None and not node.safe and implicitly_castable(source.type, target):
        env.cast, env.cast_at = source.id, node
    known = _cast_value(value.value, target)
    return plain(as_column(result)) if known is NOT_LITERAL else Arg(as_column(result), known=known)


def _cast_value(value: object, target: DataType) -> object:
    """Of a constant; of numbers and texts only where nothing is lost."""
    if value is None:
        return None
    if isinstance(value, bool):
        return value if target.kind == "BOOLEAN" else NOT_LITERAL
    if isinstance(value, int) and target.kind == "BOOLEAN":
        return value != 0
    if isinstance(value, str) and target.kind == "VARCHAR" and target.length >= len(value):
        return value
    kept = target.kind in NUMBERS and (value in (0, 1) if isinstance(value, int) else value == 0)
    return value if kept else NOT_LITERAL


def _check_folded(b: Binding, env: Env, node: ast.Cast, target: DataType) -> None:
    """The planner folds CAST(CAST(number AS STRING) AS TIMESTAMP) into a cast it then cannot run."""
    inner = node.value
    if target.kind not in ("TIMESTAMP", "TIMESTAMP_LTZ") or type(inner) is not ast.Cast or inner.safe or node.safe:
        return
    between = type_named(b, inner.type)
    if between is None or between.kind not in ("CHAR", "VARCHAR") or between.length < MANY:
        return
    kept, env.refs = env.refs, []
    silent, b.gathered = b.gathered, Gathered()
    source = expression(b, env, inner.value)
    b.gathered, env.refs = silent, kept
    if source.type.kind in NUMBERS and source.known is not None:
        b.report("no_stream_plan", "a number is no time, by way of text either", node.start, node.end,
                 help="TO_TIMESTAMP_LTZ(number, 3) reads milliseconds, TO_TIMESTAMP_LTZ(number, 0) seconds")  # fmt: skip


def _too_precise(b: Binding, node: ast.TypeName) -> bool:
    found = WIDE_INTERVAL.match(node.text)
    if found is None or 1 <= int(found[2]) <= MOST_OF_DAYS:
        return False
    b.report("number_range", f"{found[1].upper()} has 1 to {MOST_OF_DAYS} digits in Flink; got {found[2]}", node.start, node.end, help="leave the number out")
    return True


def _postfixed(text: str, target: DataType) -> DataType:
    """`INT ARRAY`, Calcite's own form of ARRAY<INT>: its elements are never NULL."""
    found = POSTFIXES.search(text)
    words = len(found[0].split()) if found else 0
    outer: list[DataType] = []
    for _ in range(words):
        outer.append(target)
        target = target.children[0]
    for depth, kind in enumerate(reversed(outer)):
        made = array if kind.kind == "ARRAY" else multiset
        target = made(target.with_nullable(False), kind.nullable if depth == words - 1 else False)
    return target


def type_named(b: Binding, node: ast.TypeName) -> DataType | None:
    try:
        return parse_type_cached(node.text)
    except TypeSyntaxError as error:
        nearest = _nearest(node.text.strip())
        if nearest is not None:
            return nearest
        b.report("syntax", str(error), node.start, node.end)
        return None


def _nearest(text: str) -> DataType | None:
    """What the planner takes for more digits than there are."""
    wide = WIDE_DECIMAL.fullmatch(text)
    if wide is not None and int(wide[1]) > MAX_DIGITS:
        return decimal(MAX_DIGITS, min(int(wide[2] or 0), MAX_DIGITS))
    fine = FINE_TIME.fullmatch(text)
    if fine is not None:
        return {"TIME": time(0), "TIMESTAMP": timestamp(9)}.get(fine[1].upper(), timestamp_ltz(9))
    return None


@lru_cache(maxsize=1024)
def parse_type_cached(text: str) -> DataType:
    return parse_type(text)
