"""Constants: literals, intervals, key words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from streamt.coltypes import (
    BOOLEAN,
    DataType,
    LiteralKind,
    as_column,
    interval,
    literal_type,
    timestamp_ltz,
)
from streamt.coltypes.datatype import INTEGER, NUMERIC
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.expressions import (
    UNKNOWN_ARG,
    expression,
    plain,
)
from streamt.sql.bind.interval_texts import singular, wrong_precision, wrong_text
from streamt.sql.bind.moments import MOMENTS, is_moment
from streamt.sql.functions import Arg, symbol

INTERVAL_UNITS = {"WEEK": "DAY", "QUARTER": "MONTH", "MILLISECOND": "SECOND"}


LITERALS: dict[str, LiteralKind] = {
    "STRING": "string", "BINARY": "binary", "BOOLEAN": "boolean", "NULL": "null",
    "DATE": "date", "TIME": "time", "TIMESTAMP": "timestamp", "TIMESTAMP_LTZ": "timestamp",
}  # fmt: skip


def literal(b: Binding, env: Env, node: ast.Literal) -> Arg:
    if node.kind in MOMENTS and not is_moment(node.kind, node.value):
        name = node.kind.removesuffix("_LTZ")
        b.report("syntax", f"'{node.value}' is no {name}", node.start, node.end, got=node.value, help=f"write {name} '{MOMENTS[node.kind]}'")
    arg = constant(node.kind, node.value)
    if arg is None:
        short = node.kind == "INTEGER" and len(node.value.lstrip("-")) < 38
        b.report("number_range", "no type holds this number", node.start, node.end, got=node.value,
                 help=f"write a DECIMAL: {node.value}.0" if short else "a number has 38 digits at most")  # fmt: skip
        return UNKNOWN_ARG
    env.folds = env.folds or arg.literal is None
    return arg


@lru_cache(maxsize=4096)
def constant(kind: str, text: str) -> Arg | None:
    """None: a number that no type holds."""
    if kind == "BOOLEAN" and text == "UNKNOWN":
        return Arg(BOOLEAN, literal=None)
    type = literal_type(LITERALS.get(kind, "number"), text)
    if type is not None and kind == "TIMESTAMP_LTZ":
        type = timestamp_ltz(type.precision, nullable=False)
    return None if type is None else Arg(type, literal=_value(kind, text))


def _value(kind: str, text: str) -> Any:
    if kind == "INTEGER":
        return int(text)
    if kind == "DECIMAL":
        return Decimal(text)
    if kind == "DOUBLE":
        return float(text)
    if kind == "BOOLEAN":
        return text == "TRUE"
    return None if kind == "NULL" else text


def interval_literal(b: Binding, env: Env, node: ast.Interval) -> Arg:
    name = singular(node.unit.unit)
    units = f"{name} TO {singular(node.unit.until)}" if node.unit.until else name
    made = as_column(interval(INTERVAL_UNITS.get(units, units), nullable=False))
    text = type(node.value) is ast.Literal and node.value.kind == "STRING"
    wrong = wrong_precision(node.unit) or (wrong_text(node) if text else None)
    if wrong is not None:
        b.report(wrong.code, wrong.message, node.start, node.end, help=wrong.help)
    return plain(made) if text else _measured(b, node, expression(b, env, node.value), made)


def _measured(b: Binding, node: ast.Interval, count: Arg, made: DataType) -> Arg:
    """INTERVAL n DAY: as many days as a number says."""
    kind = count.type.kind
    if count.type.is_unknown:
        return plain(made.with_nullable(count.type.nullable))
    if kind not in NUMERIC:
        b.report("argument_type", f"INTERVAL .. {node.unit.unit} takes a number; got {shown(count.type)}", node.value.start, node.value.end,
                 expected="a number", got=shown(count.type), help="a constant stands in quotes: INTERVAL '1' DAY")  # fmt: skip
    elif kind not in INTEGER:
        b.report("no_stream_plan", f"Flink makes no interval of {shown(count.type)}", node.value.start, node.value.end, got=shown(count.type),
                 help="CAST the number to INT, in a smaller unit")  # fmt: skip
    return plain(made.with_nullable(count.type.nullable))


def key_word(b: Binding, env: Env, node: ast.Symbol) -> Arg:
    return symbol(node.name)


def parameter(b: Binding, env: Env, node: ast.Param) -> Arg:
    b.report("unsupported", "a model has no parameters: nobody would give ? a value", node.start, node.end, help="write the value, or {{ var('name') }}")
    return UNKNOWN_ARG


def default(b: Binding, env: Env, node: ast.Default) -> Arg:
    b.report("unsupported", "DEFAULT is the value of what has one declared, and here nothing has", node.start, node.end, help="write the value, or CAST(NULL AS type)")
    return UNKNOWN_ARG
