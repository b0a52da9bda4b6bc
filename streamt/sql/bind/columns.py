"""Names in an expression: columns, fields of rows, elements."""

from __future__ import annotations

from streamt.coltypes import DOUBLE, DataType
from streamt.sql import ast
from streamt.sql.bind import unkept
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.correlation import OuterUse
from streamt.sql.bind.expressions import (
    UNKNOWN_ARG,
    apply,
    column_arg,
    expression,
    plain,
)
from streamt.sql.bind.scope import field_of, resolve_path
from streamt.sql.bind.terms import Column
from streamt.sql.facts import ColumnUse
from streamt.sql.functions import Arg


def column(b: Binding, env: Env, node: ast.Column) -> Arg:
    if node.end - node.start == 2 and node.names[0].upper() == "PI":
        return plain(DOUBLE.with_nullable(False))  # the one function that may stand without () and is no reserved word
    if len(node.names) == 1 and node.names[0] in env.outputs:
        return _output(b, env, node, env.outputs[node.names[0]])
    found = resolve_path(b, env.scope, node.names, node.start, node.end)
    if found is None:
        return UNKNOWN_ARG
    column = found.column
    origins = column.origins
    if len(origins) == 1 and origins[0][2] == "identity":
        b.gathered.columns.append(ColumnUse(origins[0][0], origins[0][1], node.start, node.end))
    if found.outer:
        env.outer = max(env.outer, found.outer)
        b.outward.append(OuterUse(env.clause, node.start, node.end, column, found.outer))
    if env.grouped is not None and not env.inside:
        key = env.grouped.get(column.id)
        if key is None:
            report_not_grouped(b, env, node)
            return UNKNOWN_ARG
        column = key
    elif env.aggregates is not None and not env.inside:
        env.ungrouped.append((column, node.start, node.end))
    env.names(column, node, found.fields)
    if b.unkept:
        unkept.named(b, env, column, node)
    if found.fields:
        return _fields(b, column.type, found.fields, node)
    return column_arg(column)


def _output(b: Binding, env: Env, node: ast.Column, column: Column | None) -> Arg:
    """ORDER BY and QUALIFY name a column of SELECT."""
    if column is None:
        b.report("ambiguous_column", f"SELECT has more than one column `{node.names[0]}`", node.start, node.end, help="give them different names")
        return UNKNOWN_ARG
    env.names(column, node)
    return column_arg(column)


def report_not_grouped(b: Binding, env: Env, node: ast.Column) -> None:
    name = node.names[-1]
    b.report(
        "not_grouped",
        f"`{name}` is neither in GROUP BY nor inside an aggregate",
        node.start,
        node.end,
        got=name,
        help=f"add it to GROUP BY, or say which of the group's values is meant: MAX(`{name}`), LAST_VALUE(`{name}`), ..",
    )


def _fields(b: Binding, type: DataType, fields: tuple[str, ...], node: ast.Column) -> Arg:
    for name in fields:
        if type.is_unknown:
            return UNKNOWN_ARG
        found = field_of(type, name)
        if found is None:
            _report_no_field(b, type, name, node.start, node.end)
            return UNKNOWN_ARG
        type = found
    return plain(type)


def _report_no_field(b: Binding, type: DataType, name: str, start: int, end: int) -> None:
    if type.names:
        text = f"fields: {', '.join(type.names[:12])}"
        b.report("unknown_column", f"the row has no field `{name}`", start, end, got=name, help=text)
    else:
        b.report(
            "unknown_column",
            f"`{name}` is asked of {shown(type)}, which is no row and has no fields",
            start,
            end,
            got=name,
        )


def row(b: Binding, env: Env, node: ast.Row) -> Arg:
    args = [expression(b, env, item) for item in node.items]
    if not any(arg.type.nullable for arg in args):
        env.filled.add(id(node))
    return apply(b, env, "ROW", args, node)


def item(b: Binding, env: Env, node: ast.Item) -> Arg:
    return apply(b, env, "ITEM", [expression(b, env, node.base), expression(b, env, node.key)], node)


def field(b: Binding, env: Env, node: ast.Field) -> Arg:
    base = expression(b, env, node.base)
    if base.type.is_unknown:
        return UNKNOWN_ARG
    found = field_of(base.type, node.name)
    if found is None:
        _report_no_field(b, base.type, node.name, node.name_start, node.end)
        return UNKNOWN_ARG
    return plain(found)
