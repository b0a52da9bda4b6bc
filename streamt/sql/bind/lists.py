"""IN, SOME, ANY and ALL over a list, and ARRAY, MAP and MULTISET of values."""

from __future__ import annotations

from streamt.coltypes import BOOLEAN
from streamt.sql import ast
from streamt.sql.bind import simplified
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, apply, expression, plain
from streamt.sql.bind.parts import disjoined, negated, part, settled
from streamt.sql.functions import Arg


def in_list(b: Binding, env: Env, node: ast.In) -> Arg:
    value = part(b, env, node.value)
    items = [part(b, env, item) for item in node.items]
    result = apply(b, env, "IN", [value.arg, *(item.arg for item in items)], node)
    known = disjoined([simplified.compared(b, env, "=", value, item) for item in items])
    return settled(result, negated(known) if node.negated else known)


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
    return apply(b, env, node.kind, items, node)
