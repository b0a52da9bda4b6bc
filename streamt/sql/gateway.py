"""The part of SQL that a Conduktor Gateway runs for a virtual topic, and a query rewritten into it.

One table, a projection of columns (JSON only), and a WHERE of comparisons and REGEXP joined by AND. `IN` over literals and
Flink's `REGEXP(c, 'p')` are rewritten to that. Anything else is refused, with the clause that stands in the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from streamt.sql.ast import (
    Binary,
    Call,
    Column,
    Expr,
    In,
    Literal,
    Logical,
    Query,
    Select,
    Star,
    Table,
    source_text,
)
from streamt.sql.parse import SqlSyntaxError, parse_query

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class GatewayStatement:
    """`{topic}` stands where the physical topic's name goes. `projects` is False for `SELECT *`."""

    text: str
    table: str
    projects: bool


@dataclass(frozen=True, slots=True)
class GatewayRefusal:
    """`clause` names what cannot be run; the offsets are those of the clause in the SQL."""

    clause: str
    reason: str
    start: int
    end: int


class _Beyond(Exception):
    def __init__(self, clause: str, node: tuple[object, ...], why: str = "") -> None:
        start, end = node[0], node[1]
        assert isinstance(start, int)
        assert isinstance(end, int)
        self.refusal = GatewayRefusal(clause, f"{clause} is beyond it{why}", start, end)


def gateway_statement(sql: str, table_format: str = "json") -> GatewayStatement | GatewayRefusal | None:
    """The query as the Gateway runs it, why it cannot, or None where the SQL is no query at all."""
    try:
        query = parse_query(sql)
    except SqlSyntaxError:
        return None
    try:
        return _statement(sql, query, table_format)
    except _Beyond as beyond:
        return beyond.refusal


def _statement(sql: str, query: Query, table_format: str) -> GatewayStatement:
    select = query.body
    if query.ctes:
        raise _Beyond("WITH", query.ctes[0])
    if not isinstance(select, Select):
        raise _Beyond("a set operation or VALUES", select)
    if query.order_by or query.limit is not None or query.offset is not None:
        raise _Beyond("ORDER BY, LIMIT or OFFSET", query)
    _refuse_clauses(select)
    table, alias = _only_table(select)
    columns, projects = _projection(sql, select, alias)
    if projects and table_format != "json":
        raise _Beyond("a projection", select.items[0], f" for {table_format} (it projects JSON only; SELECT * works)")
    where = f" WHERE {' AND '.join(_condition(sql, select.where, alias))}" if select.where is not None else ""
    return GatewayStatement(f"SELECT {columns} FROM {{topic}}{where}", table, projects)


def _refuse_clauses(select: Select) -> None:
    for clause, node in (
        ("GROUP BY", select.group_by), ("HAVING", select.having), ("QUALIFY", select.qualify),
    ):  # fmt: skip
        if node is not None:
            raise _Beyond(clause, node)
    if select.quantifier == "DISTINCT":
        raise _Beyond("DISTINCT", select)
    if select.windows:
        raise _Beyond("WINDOW", select.windows[0])


def _only_table(select: Select) -> tuple[str, str]:
    relation = select.source
    if not isinstance(relation, Table) or len(relation.names) != 1 or relation.as_of is not None:
        raise _Beyond("reading anything but one table", select if relation is None else relation)
    return relation.names[0], relation.alias.name if relation.alias else relation.names[0]


def _projection(sql: str, select: Select, alias: str) -> tuple[str, bool]:
    if len(select.items) == 1 and isinstance(select.items[0].value, Star):
        return "*", False
    columns: list[str] = []
    for item in select.items:
        if not isinstance(item.value, Column):
            raise _Beyond(f"the expression {source_text(sql, item.value)}", item.value)
        path = _path(item.value, alias)
        columns.append(path if item.alias in ("", item.value.names[-1]) else f"{path} AS {_quoted(item.alias)}")
    return ", ".join(columns), True


def _path(column: Column, alias: str) -> str:
    names = column.names[1:] if len(column.names) > 1 and column.names[0] == alias else column.names
    return ".".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) else f'"{name}"'


def _condition(sql: str, where: Expr, alias: str) -> Iterator[str]:
    if isinstance(where, Logical) and where.op == "AND":
        for part in where.args:
            yield from _condition(sql, part, alias)
    elif isinstance(where, Binary) and where.op in COMPARISONS:
        yield f"{_operand(sql, where.left, alias)} {where.op} {_operand(sql, where.right, alias)}"
    elif isinstance(where, In) and not where.negated and isinstance(where.value, Column):
        yield _in_as_regexp(where, alias)
    elif isinstance(where, Call) and where.name == "REGEXP" and len(where.args) == 2:
        column, pattern = where.args
        if not (isinstance(column, Column) and isinstance(pattern, Literal)):
            raise _Beyond("REGEXP of anything but a column and a literal", where)
        yield f"{_path(column, alias)} REGEXP {_literal(sql, pattern)}"
    else:
        raise _Beyond(_clause_name(where), where)


def _clause_name(where: Expr) -> str:
    if isinstance(where, Logical):
        return where.op
    if isinstance(where, In):
        return "NOT IN" if where.negated else "IN"
    return "IS [NOT] NULL, NOT, LIKE, BETWEEN or another condition than a comparison"


def _operand(sql: str, value: Expr, alias: str) -> str:
    if isinstance(value, Column):
        return _path(value, alias)
    if isinstance(value, Literal):
        return _literal(sql, value)
    raise _Beyond("an expression inside a comparison", value)


def _literal(sql: str, literal: Literal) -> str:
    if literal.kind in ("STRING", "INTEGER", "DECIMAL", "DOUBLE"):
        return source_text(sql, literal)
    raise _Beyond(f"a {literal.kind} literal", literal)


def _in_as_regexp(where: In, alias: str) -> str:
    texts = [item.value for item in where.items if isinstance(item, Literal) and item.kind == "STRING"]
    if not texts or len(texts) != len(where.items):
        raise _Beyond("IN over anything but text literals", where)
    assert isinstance(where.value, Column)
    pattern = f"^({'|'.join(map(re.escape, texts))})$".replace("'", "''")
    return f"{_path(where.value, alias)} REGEXP '{pattern}'"
