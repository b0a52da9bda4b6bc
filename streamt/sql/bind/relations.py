"""What stands in FROM: tables, common tables, subqueries, functions, collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.closest import closest
from streamt.coltypes import as_column
from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.plan import Plan, Renumber, Scan, Unresolved
from streamt.sql.bind.query import bind_query, renamed
from streamt.sql.bind.scope import DEFAULT_PATH, CommonTableEntry, CommonTables, Entry, Scope
from streamt.sql.bind.terms import Column
from streamt.sql.facts import Origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamt.sql.facts import ColumnDef, TableDef

Bound = tuple[Plan, list[Entry]]


def bind_relation(b: Binding, node: ast.Relation, scope: Scope, ctes: CommonTables) -> Bound:
    """The plan, and what can be named of it. `scope` has the relations to the left: what LATERAL may see."""
    if isinstance(node, ast.Table):
        plan, entry = bind_table(b, node, ctes)
        if node.as_of is not None and not scope.entries and not isinstance(node.as_of, (ast.Literal, ast.Cast, ast.Arithmetic)):
            b.report("no_stream_plan", "FOR SYSTEM_TIME AS OF without a join reads the past: it takes a constant time", node.as_of.start,
                     node.as_of.end, help="to join in time: left JOIN table FOR SYSTEM_TIME AS OF left.time")  # fmt: skip
        return plan, [entry]
    if isinstance(node, ast.Derived):
        return _derived(b, node, scope, ctes)
    return _other(type(node))(b, node, scope, ctes)


def _other(kind: type) -> Callable[..., Bound]:
    from streamt.sql.bind.joins import bind_join
    from streamt.sql.bind.match import bind_match
    from streamt.sql.bind.tables import bind_function_table, bind_unnest

    table: dict[type, Callable[..., Bound]] = {
        ast.Join: bind_join,
        ast.FunctionTable: bind_function_table,
        ast.Unnest: bind_unnest,
        ast.MatchRecognize: bind_match,
        ast.Sample: _sample,
        ast.Pivot: _reshaped,
        ast.Unpivot: _reshaped,
    }
    return table[kind]


def bind_table(b: Binding, node: ast.Table, ctes: CommonTables) -> tuple[Plan, Entry]:
    name = node.names[-1]
    alias = node.alias.name if node.alias is not None else name
    cte = ctes.find(name) if len(node.names) == 1 else None
    if cte is not None:
        plan, open, table = _common(b, node, cte), cte.open, ""
    else:
        found = _lookup(b, node.names)
        if found is None:
            return _missing(b, node, ctes, alias)
        b.gathered.reads.append(found.name)
        plan, open, table = scan(b, found, node.start, node.end), not found.complete, found.name
    columns = plan.columns
    if node.alias is not None and node.alias.columns:
        columns = renamed(b, columns, node.alias.columns, open, alias, node.alias.at)
    return plan, Entry(alias, columns, open, table)


def _lookup(b: Binding, names: tuple[str, ...]) -> TableDef | None:
    tables = b.catalog.tables
    if len(names) > 1 and names[:-1] != DEFAULT_PATH[-(len(names) - 1) :]:
        return tables.get(".".join(names))
    return tables.get(names[-1])


def scan(b: Binding, table: TableDef, start: int, end: int) -> Scan:
    return b.add(Scan(tuple(_column(b, table, column) for column in table.columns), start, end, table))


def _column(b: Binding, table: TableDef, column: ColumnDef) -> Column:
    type = column.type
    time = column.time or ("rowtime" if column.name == table.event_time else None)
    if type is None:
        from streamt.sql.bind.computed import computed_type

        type, computed_time = computed_type(b, table, column)
        time = time or computed_time
    else:
        type = as_column(type.with_nullable(column.nullable))
    return Column(column.name, type, b.new_id(), (Origin(table.name, column.name, "identity"),), time, time)


def _common(b: Binding, node: ast.Table, cte: CommonTableEntry) -> Plan:
    if cte.gathered not in b.gathered.parts:
        b.gathered.parts.append(cte.gathered)
    plan = cte.plan
    if not cte.read:
        cte.read = True
        return plan
    ids = {column.id: b.new_id() for column in plan.columns}
    b.made_of.update((new, (old,)) for old, new in ids.items())
    columns = tuple(column._replace(id=ids[column.id]) for column in plan.columns)
    return b.add(Renumber(columns, node.start, node.end, plan, ids))


def _missing(b: Binding, node: ast.Table, ctes: CommonTables, alias: str) -> tuple[Plan, Entry]:
    name = ".".join(node.names)
    known = [*ctes_in_view(ctes), *sorted(b.catalog.tables)]
    guess = closest(name, known)
    b.report("unknown_table", f"there is no table `{name}`", node.start, node.end, got=name,
             help=f"did you mean `{guess}`?" if guess else "read it with {{ source(..) }} or {{ ref(..) }}, or name it in WITH")  # fmt: skip
    return b.add(Unresolved((), node.start, node.end)), Entry(alias, (), True)


def ctes_in_view(ctes: CommonTables | None) -> list[str]:
    names: list[str] = []
    while ctes is not None:
        names.extend(ctes.names)
        ctes = ctes.parent
    return names


def _derived(b: Binding, node: ast.Derived, scope: Scope, ctes: CommonTables) -> Bound:
    relation = bind_query(b, node.query, scope if node.lateral else scope.parent, ctes)
    columns = relation.plan.columns
    alias = node.alias
    name = alias.name if alias is not None else ""
    if alias is not None and alias.columns:
        columns = renamed(b, columns, alias.columns, relation.open, name, alias.at)
    return relation.plan, [Entry(name, columns, relation.open)]


def _sample(b: Binding, node: ast.Sample, scope: Scope, ctes: CommonTables) -> Bound:
    b.report("unsupported", "Flink does not sample a stream", node.source.end, node.end, help="filter by RAND() instead")
    return bind_relation(b, node.source, scope, ctes)


def _reshaped(b: Binding, node: ast.Pivot | ast.Unpivot, scope: Scope, ctes: CommonTables) -> Bound:
    """PIVOT and UNPIVOT: what comes out is not derived."""
    plan, _ = bind_relation(b, node.source, scope, ctes)
    made = b.add(Unresolved((), node.start, node.end))
    del plan
    return made, [Entry(node.alias.name if node.alias is not None else "", (), True)]
