"""IN, SOME, ANY and ALL over a list, and ARRAY, MAP and MULTISET of values."""

from __future__ import annotations

from streamt.coltypes import BOOLEAN
from streamt.coltypes.datatype import INTERVAL
from streamt.sql import ast
from streamt.sql.bind import simplified
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, apply, expression, plain, report_untyped, without_type
from streamt.sql.bind.parts import Part, disjoined, negated, part, settled
from streamt.sql.functions import Arg


def in_list(b: Binding, env: Env, node: ast.In) -> Arg:
    value = part(b, env, node.value)
    items = [part(b, env, item) for item in node.items]
    result = apply(b, env, "IN", [value.arg, *(item.arg for item in items)], node)
    if type(node.value) is ast.Row and result is not UNKNOWN_ARG:
        _check_rows(b, node, items)
    known = disjoined([simplified.compared(b, env, "=", value, item) for item in items])
    return settled(result, negated(known) if node.negated else known)


def _check_rows(b: Binding, node: ast.In, parts: list[Part]) -> None:
    """(a, b) IN (..): the planner takes each element apart as it is written, and finds no type for NULL beside CHAR."""
    fields = zip(*(part.arg.type.children for part in parts if part.arg.type.kind == "ROW"), strict=False)
    for kinds in ({field.kind for field in column} for column in fields):
        if len(parts) > 1 and "NULL" in kinds and kinds & {"NULL", "CHAR"} == kinds:
            b.report("untyped_null", "NULL alone has no type in this list of rows", node.start, node.end, help="write CAST(NULL AS STRING)")
            return
    for item in node.items:
        if type(item) is not ast.Row:
            b.report("argument_type", "(..) IN compares with rows written out", item.start, item.end, expected="(value, value)",
                     help="write the fields: (a, b) IN ((row.a, row.b)), or compare with =")  # fmt: skip
            return


def quantified_list(b: Binding, env: Env, node: ast.Quantified) -> Arg:
    value = expression(b, env, node.value)
    items = [expression(b, env, item) for item in node.items]
    if apply(b, env, "IN", [value, *items], node) is UNKNOWN_ARG:
        return UNKNOWN_ARG
    if node.op not in ("=", "<>"):
        for item, arg in zip(node.items, items, strict=True):
            apply(b, env, node.op, [value, arg], item)
    return plain(BOOLEAN.with_nullable(value.type.nullable or any(item.type.nullable for item in items)))


def values(b: Binding, env: Env, node: ast.Collection) -> Arg:
    items = [expression(b, env, item) for item in node.items]
    if node.kind == "MULTISET":
        b.report("no_stream_plan", "MULTISET[..] has no plan in Flink", node.start, node.end, help="write ARRAY[..]")
        return UNKNOWN_ARG
    result = apply(b, env, node.kind, items, node)
    if result is not UNKNOWN_ARG:
        _check_intervals(b, node, items)
    if node.kind == "ARRAY" and any(without_type(item.type) for item in items):
        report_untyped(b, node, "no_stream_plan")
    return result


def _check_intervals(b: Binding, node: ast.Collection, items: list[Arg]) -> None:
    """Intervals of unlike units would have to be cast to common ones, and that the planner cannot write."""
    step = 2 if node.kind == "MAP" else 1
    for first in range(step):
        pairs = list(zip(node.items[first::step], items[first::step], strict=True))
        forms = {_units(item, arg) for item, arg in pairs}
        if len(forms) > 1 and None not in forms and any(arg.type.kind in INTERVAL for _, arg in pairs):
            b.report("argument_type", f"{node.kind}[..] takes intervals of one unit only", node.start, node.end,
                     help="write all of them in the same units: INTERVAL '24' HOUR, INTERVAL '1' HOUR")  # fmt: skip
            return


def _units(item: ast.Expr, arg: Arg) -> object:
    """What two intervals must have in common; None: not known."""
    if type(item) is ast.Interval:
        unit = item.unit
        return unit.unit.removesuffix("S"), unit.until, unit.precision, unit.scale
    if type(item) is ast.Column or arg.type.kind == "NULL":
        return arg.type.kind
    return None
