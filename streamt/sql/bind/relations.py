"""What stands in FROM: tables, common tables, subqueries, functions, collections."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from streamt.closest import closest
from streamt.coltypes import as_column
from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.hints import check_table_hints
from streamt.sql.bind.plan import Plan, Renumber, Scan, Unresolved
from streamt.sql.bind.query import bind_query, named_after, renamed
from streamt.sql.bind.scope import DEFAULT_PATH, CommonTableEntry, CommonTables, Entry, Scope, index_of
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
        if node.as_of is not None and not scope.entries:
            _check_past(b, node.as_of, plan)
        return plan, [entry]
    if isinstance(node, ast.Derived):
        return _derived(b, node, scope, ctes)
    return _other(type(node))(b, node, scope, ctes)


def _check_past(b: Binding, time: ast.Expr, plan: Plan) -> None:
    """Without a join FOR SYSTEM_TIME AS OF reads a table as it was: a table that is declared has no past."""
    help = "to join in time: left JOIN table FOR SYSTEM_TIME AS OF left.time"
    if not isinstance(time, (ast.Literal, ast.Cast, ast.Arithmetic)):
        b.report("no_stream_plan", "FOR SYSTEM_TIME AS OF without a join reads the past: it takes a constant time", time.start, time.end, help=help)
    elif isinstance(plan, Scan):
        b.report("unsupported", f"`{plan.table.name}` cannot be read as it was at another time", time.start, time.end, help=help)


def _other(kind: type) -> Callable[..., Bound]:
    from streamt.sql.bind.joins import bind_join
    from streamt.sql.bind.match import bind_match
    from streamt.sql.bind.pivots import bind_pivot, bind_unpivot
    from streamt.sql.bind.tables import bind_function_table, bind_unnest

    table: dict[type, Callable[..., Bound]] = {
        ast.Join: bind_join,
        ast.FunctionTable: bind_function_table,
        ast.Unnest: bind_unnest,
        ast.MatchRecognize: bind_match,
        ast.Sample: _sample,
        ast.Pivot: bind_pivot,
        ast.Unpivot: bind_unpivot,
    }
    return table[kind]


def bind_table(b: Binding, node: ast.Table, ctes: CommonTables) -> tuple[Plan, Entry]:
    check_table_hints(b, node.hints)
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
        reading = _reading(b, found)
        plan, open, table = b.add(Scan(reading.columns, node.start, node.end, found)), not found.complete, found.name
        if found.complete and (node.alias is None or not node.alias.columns):
            return plan, Entry(alias, reading.columns, index=reading.by_name)
    columns = plan.columns
    if node.alias is not None and node.alias.columns:
        columns = renamed(b, columns, node.alias.columns, open, alias, node.alias.at)
    return plan, Entry(alias, columns, open, table)


def _lookup(b: Binding, names: tuple[str, ...]) -> TableDef | None:
    tables = b.catalog.tables
    if len(names) > 1 and names[:-1] != DEFAULT_PATH[-(len(names) - 1) :]:
        return tables.get(".".join(names))
    return tables.get(names[-1])


MAX_KEPT = 16


class Reading(NamedTuple):
    """The columns of a table as the n-th that a query reads: the same in each query, ids included."""

    columns: tuple[Column, ...]
    by_name: dict[str, Column | None]


def _reading(b: Binding, table: TableDef) -> Reading:
    b.readings += 1
    known: Reading | None = table.readings.get(b.readings)
    if known is not None:
        return known
    ids = count(b.readings << 32)
    columns = tuple(_column(b, table, column, next(ids)) for column in table.columns)
    reading = Reading(columns, index_of(columns))
    # The types of computed columns depend on Flink's version; a query that reads thousands of tables is no usual one.
    if b.readings <= MAX_KEPT and all(column.type is not None for column in table.columns):
        table.readings[b.readings] = reading
    return reading


def _column(b: Binding, table: TableDef, column: ColumnDef, id: int) -> Column:
    type = column.type
    time = column.time or ("rowtime" if column.name == table.event_time else None)
    if type is None:
        from streamt.sql.bind.computed import computed_type

        type, computed_time = computed_type(b, table, column)
        time = time or computed_time
    else:
        type = as_column(type.with_nullable(column.nullable))
    return Column(column.name, type, id, (Origin(table.name, column.name, "identity"),), time, time)


def _common(b: Binding, node: ast.Table, cte: CommonTableEntry) -> Plan:
    if cte.gathered not in b.gathered.parts:
        b.gathered.parts.append(cte.gathered)
    plan = cte.plan
    if not cte.read:
        cte.read = True
        return plan
    ids = {column.id: b.new_id() for column in plan.columns}
    b.unkept.update((ids[id], found) for id, found in tuple(b.unkept.items()) if id in ids)
    b.made_of.update((new, (old,)) for old, new in ids.items())
    columns = tuple(column._replace(id=ids[column.id]) for column in plan.columns)
    return b.add(Renumber(columns, node.start, node.end, plan, ids))


def _missing(b: Binding, node: ast.Table, ctes: CommonTables, alias: str) -> tuple[Plan, Entry]:
    name = ".".join(node.names)
    known = [*ctes_in_view(ctes), *sorted(b.catalog.tables)]
    guess = closest(name, known)
    help = f"did you mean `{guess}`?" if guess else "read it with {{ source(..) }} or {{ ref(..) }}, or name it in WITH"
    b.report("unknown_table", f"there is no table `{name}`", node.start, node.end, got=name, help=_coming(ctes, name) or help)
    return b.add(Unresolved((), node.start, node.end)), Entry(alias, (), True)


def _coming(ctes: CommonTables | None, name: str) -> str | None:
    """What to say of a common table that is not there yet."""
    while ctes is not None:
        if name in ctes.coming:
            itself = next(iter(ctes.coming)) == name
            return f"Flink has no recursive WITH: `{name}` cannot read itself" if itself else f"`{name}` is defined below: put it first in WITH"
        ctes = ctes.parent
    return None


def ctes_in_view(ctes: CommonTables | None) -> list[str]:
    names: list[str] = []
    while ctes is not None:
        names.extend(ctes.names)
        ctes = ctes.parent
    return names


def _derived(b: Binding, node: ast.Derived, scope: Scope, ctes: CommonTables) -> Bound:
    kept, b.beside = b.beside, () if node.lateral else tuple(entry.name for entry in scope.entries)
    relation = bind_query(b, node.query, scope if node.lateral else scope.parent, ctes)
    b.beside = kept
    columns = relation.plan.columns
    alias = node.alias
    name = alias.name if alias is not None else ""
    if alias is not None and alias.columns:
        columns = renamed(b, columns, alias.columns, relation.open, name, alias.at)
    elif _is_values(node.query):
        columns = named_after(columns, name)
    return relation.plan, [Entry(name, columns, relation.open)]


def check_alias(b: Binding, alias: ast.Alias | None, what: str) -> None:
    """The planner takes names of columns there for a second relation of that name."""
    if alias is not None and alias.columns:
        b.report("unsupported", f"names of columns cannot follow the alias of {what}", alias.at[2], alias.at[-1],
                 help=f"name them in SELECT: SELECT a AS x FROM t {what} (..) AS {alias.name}")  # fmt: skip


def _is_values(query: ast.Query) -> bool:
    return type(query.body) is ast.Values and not (query.ctes or query.order_by or query.limit or query.offset)


def _sample(b: Binding, node: ast.Sample, scope: Scope, ctes: CommonTables) -> Bound:
    if node.method != "SUBSTITUTE":  # that one the planner passes over
        b.report("unsupported", "Flink does not sample a stream", node.source.end, node.end, help="filter by RAND() instead")
    return bind_relation(b, node.source, scope, ctes)
