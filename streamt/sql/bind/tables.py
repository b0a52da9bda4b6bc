"""Functions in FROM: window functions, table functions, process table functions, and UNNEST."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.coltypes import INT, UNKNOWN, DataType, row
from streamt.sql import ast
from streamt.sql.bind.calls import bind_args, called
from streamt.sql.bind.context import TRANSFORM, Binding, Env, shown
from streamt.sql.bind.expressions import expression, report_call
from streamt.sql.bind.lineage import origins_of, through
from streamt.sql.bind.plan import Plan, TableCall, Unresolved
from streamt.sql.bind.query import bind_query, named_after, renamed
from streamt.sql.bind.relations import Bound
from streamt.sql.bind.scope import CommonTables, Entry, Scope, field_of
from streamt.sql.bind.terms import Column
from streamt.sql.bind.windows import WINDOWS, bind_window
from streamt.sql.functions import Arg
from streamt.sql.versions import ordered

if TYPE_CHECKING:
    from streamt.sql.facts import Origin
    from streamt.sql.functions import Function


def bind_function_table(b: Binding, node: ast.FunctionTable, scope: Scope, ctes: CommonTables) -> Bound:
    if node.call.name in WINDOWS:
        plan, open = bind_window(b, node.call, scope, ctes)
        return plan, [_entry(b, node.alias, plan.columns, open)]
    function = called(b, node.call)
    tables = [arg for arg in node.call.args if _table_of(arg) is not None]
    if tables:
        return _process(b, node, scope, ctes, function)
    env = Env(Scope(scope.parent, scope.entries), ctes, "a table function")
    args = bind_args(b, env, node.call)
    if not node.lateral and env.refs and not env.outer:
        b.report("unknown_column", f"{'.'.join(node.call.written)} reads the table to its left, so LATERAL stands before it", node.start, node.end,
                 help=f"CROSS JOIN LATERAL TABLE({'.'.join(node.call.written)}(..)) AS t (..)")  # fmt: skip
    origins = origins_of(env.refs)
    yielded = _row_type(b, node.call, function, args)
    return _rows(b, node, node.call.name, yielded, origins, None, ())


def _row_type(b: Binding, call: ast.Call, function: Function | None, args: list[Arg]) -> DataType:
    if function is None:
        return UNKNOWN
    if function.kind not in ("table", "process_table"):
        b.report("unknown_function", f"{'.'.join(call.written)} yields a value, not rows: it cannot stand in FROM", call.start, call.name_end,
                 help=f"call it in SELECT: SELECT {'.'.join(call.written)}(..)")  # fmt: skip
        return UNKNOWN
    result = function.infer(args)
    if isinstance(result, DataType):
        return result
    report_call(b, result, call, call.args)
    return UNKNOWN


def _rows(
    b: Binding,
    node: ast.FunctionTable,
    name: str,
    row: DataType,
    origins: tuple[Origin, ...],
    source: Plan | None,
    keys: tuple[int, ...],
) -> Bound:
    """A plan of the function's columns; those of an unknown type are not known."""
    if row.is_unknown:
        return b.add(Unresolved((), node.start, node.end)), [_entry(b, node.alias, (), True)]
    columns = _columns(b, row, origins)
    plan = b.add(TableCall(columns, node.start, node.end, name, source, source is not None, keys, True))
    return plan, [_entry(b, node.alias, columns, False)]


def _columns(b: Binding, row: DataType, origins: tuple[Origin, ...]) -> tuple[Column, ...]:
    if not row.names:
        return (Column("EXPR$0", row, b.new_id(), origins),)
    return tuple(
        Column(name, type, b.new_id(), origins) for name, type in zip(row.names, row.children, strict=True)
    )


def _entry(b: Binding, alias: ast.Alias | None, columns: tuple[Column, ...], open: bool) -> Entry:
    if alias is None:
        return Entry("", columns, open)
    return Entry(alias.name, renamed(b, columns, alias.columns, open, alias.name, alias.at), open)


def _table_of(arg: object) -> ast.TableArg | None:
    if type(arg) is ast.NamedArg:
        arg = arg.value
    return arg if type(arg) is ast.TableArg else None


def _process(
    b: Binding, node: ast.FunctionTable, scope: Scope, ctes: CommonTables, function: Function | None
) -> Bound:
    """A function over whole tables: every column it yields may hold any column it was given."""
    args: list[Arg] = []
    source: Plan | None = None
    origins: dict[Origin, None] = {}
    keys: list[int] = []
    for arg in node.call.args:
        table = _table_of(arg)
        name = arg.name if type(arg) is ast.NamedArg else None
        if table is None:
            env = Env(Scope(scope.parent, scope.entries), ctes, "a table function")
            bound = expression(b, env, arg)
            args.append(Arg(bound.type, literal=bound.literal, name=name))
            continue
        relation = bind_query(b, table.query, scope.parent, ctes)
        source = relation.plan
        inner = Env(Scope(scope.parent, [Entry("", source.columns, relation.open)]), ctes, "PARTITION BY")
        for key in table.partition_by:
            expression(b, inner, key)
        b.influence([column for column, _ in inner.refs], "group_key")
        keys.extend(column.id for column, _ in inner.refs)
        origins.update((origin, None) for column in source.columns for origin in through(column.origins, TRANSFORM))
        args.append(Arg(row([(c.name, c.type) for c in source.columns], nullable=False), name=name))
    yielded = _row_type(b, node.call, function, args)
    return _rows(b, node, node.call.name, yielded, tuple(sorted(origins)), source, tuple(keys))


def bind_unnest(b: Binding, node: ast.Unnest, scope: Scope, ctes: CommonTables) -> Bound:
    """One row for each element, with the fields of a row element as columns; KEY and VALUE of a map."""
    env = Env(Scope(scope.parent, scope.entries), ctes, "UNNEST")
    columns: list[Column] = []
    open = correlated = required = False
    for position, item in enumerate(node.args):
        env.refs = []
        arg = expression(b, env, item)
        required = required or _declares_required(arg.type, env)
        found = _elements(b, item, arg.type, origins_of(env.refs), position)
        open, correlated = open or found is None, correlated or bool(env.refs)
        columns.extend(found or ())
    if len(node.args) > 1:
        b.report("no_stream_plan", "UNNEST of several collections at once has no plan", node.start, node.end, help="one UNNEST for each, with its own alias")
    if node.ordinality and ordered(b.catalog.version) < (2, 1):
        b.report("no_stream_plan", f"Flink {b.catalog.version} has no plan for WITH ORDINALITY", node.start, node.end, help="it came with 2.1")
    if node.ordinality:
        columns.append(Column("ORDINALITY", INT.with_nullable(False), b.new_id()))
    required = required and not node.ordinality
    plan: Plan = b.add(TableCall(tuple(columns), node.start, node.end, "UNNEST", None, correlated=correlated, required=required))
    alias = node.alias
    shown_columns = named_after(plan.columns, alias.name) if alias is not None and not alias.columns else plan.columns
    return plan, [_entry(b, alias, shown_columns, open)]


def _declares_required(type: DataType, env: Env) -> bool:
    """Whether the elements are rows with a field that is NOT NULL, of a column as declared: rows that ROW(..) makes are of another kind."""
    if type.kind not in ("ARRAY", "MULTISET") or type.children[0].kind != "ROW" or not env.refs:
        return False
    declared = all(column.type.children and [origin.kind for origin in column.origins] == ["identity"] for column, _ in env.refs)
    return declared and any(not field.nullable for field in type.children[0].children)


def _elements(
    b: Binding, node: ast.Expr, type: DataType, origins: tuple[Origin, ...], position: int
) -> tuple[Column, ...] | None:
    """None: nothing is known of the elements."""
    if type.is_unknown:
        return None
    if type.kind == "MAP":
        names = zip(("KEY", "VALUE"), type.children, strict=True)
        return tuple(Column(name, part, b.new_id(), origins) for name, part in names)
    if type.kind not in ("ARRAY", "MULTISET"):
        b.report("argument_type", f"UNNEST takes an array, a map or a multiset, and this is {shown(type)}", node.start, node.end,
                 expected="ARRAY, MAP or MULTISET", got=shown(type))  # fmt: skip
        return None
    element = type.children[0]
    if element.kind != "ROW":
        return (Column(f"EXPR${position}", element, b.new_id(), origins),)
    return tuple(Column(name, field_of(element, name) or UNKNOWN, b.new_id(), origins) for name in element.names)
