"""A query: WITH, body, ORDER BY and LIMIT."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, Gathered
from streamt.sql.bind.plan import Sort
from streamt.sql.bind.scope import CommonTableEntry, CommonTables, Entry, Scope
from streamt.sql.bind.terms import SortColumn

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.terms import Column

Spans = tuple[tuple[int, int], ...]


class Relation(NamedTuple):
    """`open`: there are columns that are not known; `spans`: where each output column is written."""

    plan: Plan
    open: bool
    spans: Spans = ()


def bind_query(
    b: Binding, query: ast.Query, parent: Scope | None, ctes: CommonTables, root: bool = False
) -> Relation:
    if query.ctes:
        ctes = _common_tables(b, query, parent, ctes)
    body = query.body
    if root and type(body) is ast.Select and body.stream:
        b.report("unsupported", "Flink has no SELECT STREAM", body.start, body.items[0].start, help="leave out STREAM: every query here reads streams")
    kept = root or query.limit is not None or query.offset is not None
    if type(body) is ast.Select:
        from streamt.sql.bind.select import bind_select

        relation, keys = bind_select(b, body, parent, ctes, query.order_by, kept)
    else:
        relation = _bind_body(b, body, parent, ctes)
        keys = _order_by_output(b, query, relation, parent, ctes, kept) if query.order_by else ()
    if query.order_by or query.limit is not None or query.offset is not None:
        if type(_innermost(body)) is ast.TableQuery:
            b.report("unsupported", "ORDER BY and LIMIT cannot follow TABLE t", body.start, body.end, help="write SELECT * FROM t")
        return _sorted(b, query, relation, keys)
    return relation


def _innermost(body: ast.QueryBody) -> ast.QueryBody:
    while type(body) is ast.Query:
        body = body.body
    return body


def _bind_body(
    b: Binding, body: ast.QueryBody, parent: Scope | None, ctes: CommonTables
) -> Relation:
    if type(body) is ast.Query:
        return bind_query(b, body, parent, ctes)
    if type(body) is ast.SetOperation:
        from streamt.sql.bind.sets import bind_set_operation

        return bind_set_operation(b, body, parent, ctes)
    if type(body) is ast.Values:
        from streamt.sql.bind.sets import bind_values

        return bind_values(b, body, parent, ctes)
    from streamt.sql.bind.relations import bind_table

    assert type(body) is ast.TableQuery
    plan, entry = bind_table(b, body.table, ctes)
    return Relation(plan, entry.open, ((body.start, body.end),) * len(plan.columns))


def _common_tables(b: Binding, query: ast.Query, parent: Scope | None, outer: CommonTables) -> CommonTables:
    """In order, so that a long chain needs no recursion. What one that is never read says wrong does not count."""
    ctes = CommonTables(outer, (cte.name for cte in query.ctes))
    for cte in query.ctes:
        around, b.gathered = b.gathered, Gathered()
        relation = bind_query(b, cte.query, parent, ctes)
        plan = relation.plan
        columns = renamed(b, plan.columns, cte.columns, relation.open, cte.name, cte.at)
        if columns is not plan.columns:
            plan = plan._replace(columns=columns)
            b.plans[-1] = plan
        ctes.coming.pop(cte.name, None)
        ctes.names[cte.name] = CommonTableEntry(cte.name, plan, b.gathered, relation.open)
        b.gathered = around
    return ctes


def renamed(
    b: Binding, columns: tuple[Column, ...], names: tuple[str, ...], open: bool, table: str, at: tuple[int, ...]
) -> tuple[Column, ...]:
    """The columns under the names of `alias(a, b, ..)`."""
    if not names:
        return columns
    if len(names) != len(columns):
        if not open:
            start, end = at[2] if len(at) > 2 else at[0], at[-1]
            own = ", ".join(column.name for column in columns[:12])
            b.report("alias_columns", f"`{table}` has {len(columns)} columns, and {len(names)} names are given to them", start, end,
                     expected=f"{len(columns)} names", got=f"{len(names)}", help=f"its columns: {own}")  # fmt: skip
        return columns
    return tuple(column._replace(name=name) for column, name in zip(columns, names, strict=True))


def named_after(columns: tuple[Column, ...], alias: str) -> tuple[Column, ...]:
    """VALUES and UNNEST of one column under an alias without names: the column has the alias' name."""
    named = [column for column in columns if column.name != "ORDINALITY"]
    if len(named) != 1 or not alias:
        return columns
    return tuple(column._replace(name=alias) if column is named[0] else column for column in columns)


def _order_by_output(
    b: Binding, query: ast.Query, relation: Relation, parent: Scope | None, ctes: CommonTables, kept: bool
) -> tuple[SortColumn, ...]:
    from streamt.sql.bind.order import order_keys

    env = Env(Scope(parent, [Entry("", relation.plan.columns, relation.open)]), ctes, "ORDER BY")
    return order_keys(b, env, query.order_by, relation.plan.columns, kept)


def _sorted(b: Binding, query: ast.Query, relation: Relation, keys: tuple[SortColumn, ...]) -> Relation:
    plan = relation.plan
    limit = _count(query.limit)
    offset = _count(query.offset)
    start = query.order_by[0].start if query.order_by else (query.limit or query.offset or query).start
    end = query.order_by[-1].end if query.order_by else query.end
    return relation._replace(plan=b.add(Sort(plan.columns, start, end, plan, keys, limit, offset)))


def _count(node: ast.Expr | None) -> int | None:
    if node is None:
        return None
    if type(node) is ast.Literal and node.kind == "INTEGER":
        return int(node.value)
    return -1
