"""Queries: WITH, SELECT, VALUES, TABLE, set operations, ORDER BY and LIMIT."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.relations as relations
from streamt.sql.ast import (
    CommonTable,
    Default,
    Expr,
    NamedWindow,
    Query,
    QueryBody,
    Row,
    Select,
    SelectItem,
    SetOperation,
    Star,
    Table,
    TableQuery,
    Values,
)
from streamt.sql.lexer import NAME_KINDS, STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.grouping import group_by_clause
from streamt.sql.parse.hints import hints
from streamt.sql.parse.names import name_list, path
from streamt.sql.parse.ordering import limits, sort_keys
from streamt.sql.parse.windows import named_windows

QUERY_STARTS = frozenset({"SELECT", "WITH", "VALUES", "VALUE", "TABLE"})
SET_OPERATORS = frozenset({"UNION", "INTERSECT", "EXCEPT"})
AFTER_QUERY = SET_OPERATORS | {"ORDER", "LIMIT", "OFFSET", "FETCH", "MINUS"}
"""Kinds that go on with a query that stood in parentheses."""


def query(p: Cursor) -> Query:
    """A query up to the token that is no part of it."""
    start = p.starts[p.i]
    depth = p.deeper(4)
    recursive = False
    ctes: tuple[CommonTable, ...] = ()
    if p.accept("WITH"):
        recursive = p.kinds[p.i] == "RECURSIVE"
        if recursive:
            p.since((2, 2), p.i, "WITH RECURSIVE")
            p.i += 1
        ctes = _common_tables(p)
    leaf = _leaf(p)
    made = _finish(p, start, leaf, ctes, recursive)
    p.depth = depth
    return made


def continued(p: Cursor, first: Query, start: int) -> Query:
    """The rest of a query whose first input, in parentheses, was read as an operand already."""
    return _finish(p, start, first, (), False)


def table_query(p: Cursor) -> Query:
    """`TABLE t`."""
    start = p.starts[p.i]
    body = _table(p)
    return Query(start, p.end(), body)


def select_item(p: Cursor) -> SelectItem:
    start = p.starts[p.i]
    value: Expr
    if p.kinds[p.i] == "*":
        value = Star(start, p.ends[p.i], (), ())
        p.i += 1
    else:
        value = expressions.expression(p)
    alias, alias_start = "", 0
    kind = p.kinds[p.i]
    if kind == "AS":
        p.i += 1
        alias_start = p.starts[p.i]
        if p.kinds[p.i] == STRING:
            raise _string_alias(p)
        alias = p.name("the name of a column")
    elif kind in NAME_KINDS:
        alias_start = p.starts[p.i]
        alias = p.name("the name of a column")
    elif kind == STRING:
        raise _string_alias(p)
    return SelectItem(start, p.ends[p.i - 1], value, alias, alias_start)


def row_values(p: Cursor) -> Expr:
    """A row of VALUES: `(1, DEFAULT)`, `ROW(1)`, or an expression alone."""
    i = p.i
    explicit = p.kinds[i] == "ROW" and p.kinds[i + 1] == "("
    if explicit:
        p.i += 1
    elif p.kinds[i] != "(":
        return expressions.expression(p)
    if p.kinds[p.i + 1] in QUERY_STARTS or p.kinds[p.i + 1] == "ROW":
        p.i = i
        return expressions.expression(p)
    p.i += 1
    items = [_value(p)]
    while p.accept(","):
        items.append(_value(p))
    if not explicit and len(items) == 1 and p.kinds[p.i] in AFTER_QUERY:
        p.i = i
        return expressions.expression(p)
    p.expect(")", "a comma or )")
    return Row(p.starts[i], p.end(), tuple(items), explicit)


def _value(p: Cursor) -> Expr:
    start = p.starts[p.i]
    if p.accept("DEFAULT"):
        return Default(start, p.end())
    return expressions.expression(p)


def _common_tables(p: Cursor) -> tuple[CommonTable, ...]:
    tables = [_common_table(p)]
    while p.accept(","):
        tables.append(_common_table(p))
    return tuple(tables)


def _common_table(p: Cursor) -> CommonTable:
    start = p.starts[p.i]
    name = p.name("the name of a WITH table")
    at: tuple[int, ...] = (start, p.end())
    columns: tuple[str, ...] = ()
    if p.kinds[p.i] == "(":
        columns, column_at = name_list(p, "the name of a column")
        at += column_at
    p.expect("AS", "AS and a query in parentheses")
    opening = p.starts[p.i]
    p.expect("(", "( and a query")
    inner = query_in_parentheses(p, opening)
    return CommonTable(start, p.end(), name, columns, at, inner)


def query_in_parentheses(p: Cursor, opening: int) -> Query:
    """The query behind a parenthesis already passed, up to and with its end."""
    inner = query(p)
    p.expect(")", "the next clause of the query or )")
    return inner


def combined(p: Cursor, first: Query) -> Query:
    """Set operations alone behind a query in parentheses, as FROM takes them."""
    body = _set_operations(p, first)
    return Query(body.start, p.end(), body)


def _finish(p: Cursor, start: int, leaf: QueryBody, ctes: tuple[CommonTable, ...], recursive: bool) -> Query:
    """Set operations, ORDER BY and LIMIT behind the first leaf."""
    body = leaf
    if p.kinds[p.i] in SET_OPERATORS:
        body = _set_operations(p, leaf)
    elif p.kinds[p.i] == "MINUS":
        raise SqlSyntaxError("Flink SQL has no MINUS", p.starts[p.i], p.ends[p.i], help="write EXCEPT")
    keys = sort_keys(p)
    offset, limit = limits(p)
    if isinstance(body, Query) and not (ctes or keys or offset or limit):
        return body
    return Query(start, p.ends[p.i - 1], body, ctes, recursive, keys, offset, limit)


def _leaf(p: Cursor) -> QueryBody:
    kind = p.kinds[p.i]
    if kind == "SELECT":
        return select(p)
    if kind == "VALUE":
        p.since((2, 0), p.i, "VALUE", "write VALUES")
    if kind in {"VALUES", "VALUE"}:
        return _values(p)
    if kind == "TABLE":
        return _table(p)
    if kind == "(":
        opening = p.starts[p.i]
        p.i += 1
        return query_in_parentheses(p, opening)
    raise p.unexpected("SELECT, VALUES, TABLE or a query in parentheses")


def _set_operations(p: Cursor, first: QueryBody) -> QueryBody:
    """UNION and EXCEPT from left to right, INTERSECT before them."""
    inputs = [_intersections(p, first)]
    ops = []
    while p.kinds[p.i] in {"UNION", "EXCEPT"}:
        ops.append(_set_operator(p))
        inputs.append(_intersections(p, _leaf(p)))
    if not ops:
        return inputs[0]
    return SetOperation(inputs[0].start, p.end(), tuple(ops), tuple(inputs))


def _intersections(p: Cursor, first: QueryBody) -> QueryBody:
    if p.kinds[p.i] != "INTERSECT":
        return first
    inputs = [first]
    ops = []
    while p.kinds[p.i] == "INTERSECT":
        ops.append(_set_operator(p))
        inputs.append(_leaf(p))
    return SetOperation(first.start, p.end(), tuple(ops), tuple(inputs))


def _set_operator(p: Cursor) -> str:
    op = p.kinds[p.i]
    p.i += 1
    if p.accept("ALL"):
        return f"{op} ALL"
    p.accept("DISTINCT")
    return op


def select(p: Cursor) -> Select:
    start = p.starts[p.i]
    p.i += 1
    kinds = p.kinds
    found = hints(p) if kinds[p.i] == "/*+" else ()
    stream = p.accept("STREAM")
    quantifier = ""
    if kinds[p.i] in {"DISTINCT", "ALL"}:
        quantifier = kinds[p.i]
        p.i += 1
    items = [select_item(p)]
    while kinds[p.i] == ",":
        p.i += 1
        items.append(select_item(p))
    if kinds[p.i] != "FROM":
        return Select(start, p.end(), tuple(items), quantifier=quantifier, stream=stream, hints=found)
    p.i += 1
    source = relations.source(p, commas=True)
    where = group_by = having = qualify = None
    windows: tuple[NamedWindow, ...] = ()
    if kinds[p.i] == "WHERE":
        p.i += 1
        where = expressions.expression(p)
    if kinds[p.i] == "GROUP":
        group_by = group_by_clause(p)
    if kinds[p.i] == "HAVING":
        p.i += 1
        having = expressions.expression(p)
    if kinds[p.i] == "WINDOW":
        windows = named_windows(p)
    if kinds[p.i] == "QUALIFY":
        p.i += 1
        qualify = expressions.expression(p)
    return Select(
        start, p.ends[p.i - 1], tuple(items), source, where, group_by, having, windows, qualify, quantifier, stream, found
    )  # fmt: skip


def _values(p: Cursor) -> Values:
    start = p.starts[p.i]
    p.i += 1
    rows = [row_values(p)]
    while p.accept(","):
        rows.append(row_values(p))
    return Values(start, p.end(), tuple(rows))


def _table(p: Cursor) -> TableQuery:
    start = p.starts[p.i]
    p.i += 1
    names, at, _ = path(p, "a table")
    return TableQuery(start, p.end(), Table(at[0], at[-1], names, at))


def _string_alias(p: Cursor) -> SqlSyntaxError:
    name = p.texts[p.i][1:-1]
    return SqlSyntaxError(
        "a name cannot be a string", p.starts[p.i], p.ends[p.i], help=f"write `{name}`, in backticks"
    )
