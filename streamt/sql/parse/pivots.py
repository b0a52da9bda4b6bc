"""PIVOT, UNPIVOT and TABLESAMPLE: rare, and read so that what the planner says of them can be said in its place."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.queries as queries
from streamt.sql.ast import Call, Column, Expr, Pivot, Relation, Row, Sample, SelectItem, Unpivot
from streamt.sql.lexer import NAME_KINDS, NUMBER
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.literals import digits
from streamt.sql.parse.names import names_in
from streamt.sql.parse.strings import plain_string


def pivot(p: Cursor, source: Relation) -> Pivot:
    p.i += 1
    p.expect("(")
    aggregates = [_aggregate(p)]
    while p.accept(","):
        aggregates.append(_aggregate(p))
    p.expect("FOR", "a comma or FOR")
    axes, _ = names_in(p, "a column")
    p.expect("IN")
    p.expect("(")
    values = []
    if p.kinds[p.i] != ")":
        values.append(_with_alias(p, queries.row_values(p)))
        while p.accept(","):
            values.append(_with_alias(p, queries.row_values(p)))
    p.expect(")", "a comma or )")
    p.expect(")")
    return Pivot(source.start, p.end(), source, tuple(aggregates), axes, tuple(values))


def unpivot(p: Cursor, source: Relation) -> Unpivot:
    p.i += 1
    include_nulls = p.accept("INCLUDE")
    if include_nulls or p.accept("EXCLUDE"):
        p.expect("NULLS")
    p.expect("(")
    measures, _ = names_in(p, "a column")
    p.expect("FOR")
    axes, _ = names_in(p, "a column")
    p.expect("IN")
    p.expect("(")
    columns = [_unpivoted(p)]
    while p.accept(","):
        columns.append(_unpivoted(p))
    p.expect(")", "a comma or )")
    p.expect(")")
    return Unpivot(source.start, p.end(), source, include_nulls, measures, axes, tuple(columns))


def sample(p: Cursor, source: Relation) -> Sample:
    p.i += 1
    method = p.kinds[p.i]
    if method not in {"BERNOULLI", "SYSTEM", "SUBSTITUTE"}:
        raise p.unexpected("BERNOULLI or SYSTEM")
    p.i += 1
    p.expect("(")
    if method == "SUBSTITUTE":
        amount = plain_string(p, "a name in single quotes")
        p.expect(")")
        return Sample(source.start, p.end(), source, method, amount, "")
    amount = _number(p)
    p.expect(")")
    seed = ""
    if p.accept("REPEATABLE"):
        p.expect("(")
        minus = "-" if p.accept("-") else ""
        seed = f"{minus}{digits(p, 'a seed')}"
        p.expect(")")
    return Sample(source.start, p.end(), source, method, amount, seed)


def _number(p: Cursor) -> str:
    if p.kinds[p.i] != NUMBER:
        raise p.unexpected("a number")
    p.i += 1
    return p.texts[p.i - 1]


def _aggregate(p: Cursor) -> SelectItem:
    value = expressions.expression(p)
    if not isinstance(value, Call):
        raise SqlSyntaxError("PIVOT takes aggregates, as SUM(x) or COUNT(*)", value.start, value.end)
    return _with_alias(p, value)


def _with_alias(p: Cursor, value: Expr) -> SelectItem:
    if not p.accept("AS") and p.kinds[p.i] not in NAME_KINDS:
        return SelectItem(value.start, p.end(), value, "", 0)
    alias_start = p.starts[p.i]
    alias = p.name("an alias")
    return SelectItem(value.start, p.end(), value, alias, alias_start)


def _unpivoted(p: Cursor) -> SelectItem:
    """`columns AS labels`: the labels follow the columns as a second row."""
    start = p.starts[p.i]
    names, at = names_in(p, "a column")
    columns = tuple(
        Column(at[2 * n], at[2 * n + 1], (name,), at[2 * n : 2 * n + 2]) for n, name in enumerate(names)
    )
    value: Expr = Row(start, p.end(), columns, False)
    if p.accept("AS"):
        labels = queries.row_values(p)
        value = Row(start, p.end(), (value, labels), False)
    return SelectItem(start, p.end(), value, "", 0)
