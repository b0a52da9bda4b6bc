"""Tests of a value: IS, IN, BETWEEN, LIKE, and SOME, ANY, ALL."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.precedence as precedence
import streamt.sql.parse.queries as queries
from streamt.sql.ast import Between, Binary, Expr, In, Is, Like, Quantified, Query, Subquery, Unary
from streamt.sql.parse.cursor import Cursor

COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">="})
QUANTIFIERS = frozenset({"SOME", "ANY", "ALL"})


def list_or_query(p: Cursor) -> tuple[tuple[Expr, ...], Query | None]:
    """The right side of IN and of SOME, ANY, ALL: items or a query, in parentheses."""
    start = p.starts[p.i]
    p.expect("(", "a list or a query in parentheses")
    if p.kinds[p.i] in queries.QUERY_STARTS:
        query = queries.query(p)
        p.expect(")")
        return (), query
    first = expressions.expression(p)
    if isinstance(first, Subquery) and p.kinds[p.i] in queries.AFTER_QUERY:
        query = queries.continued(p, first.query, start)
        p.expect(")")
        return (), query
    items = [first]
    while p.accept(","):
        items.append(expressions.expression(p))
    p.expect(")", "a comma or )")
    if len(items) == 1 and isinstance(first, Subquery):
        return (), first.query
    return tuple(items), None


def compared(p: Cursor) -> Expr:
    """The right side of a comparison: `= ANY (..)` binds tighter than `=`."""
    start = p.starts[p.i]
    right = expressions.expression(p, precedence.COMPARE + 1)
    while p.kinds[p.i] in COMPARISONS and p.kinds[p.i + 1] in QUANTIFIERS and p.kinds[p.i + 2] == "(":
        p.i += 1
        right = quantified(p, right, start, p.kinds[p.i - 1])
    return right


def quantified(p: Cursor, left: Expr, start: int, op: str) -> Quantified:
    """`left op ANY (..)`; the current token is the word before the parenthesis."""
    quantifier = "ALL" if p.kinds[p.i] == "ALL" else "SOME"
    p.i += 1
    items, query = list_or_query(p)
    return Quantified(start, p.end(), op, quantifier, left, items, query)


def is_test(p: Cursor, left: Expr, start: int) -> Expr:
    p.i += 1
    negated = p.accept("NOT")
    test = p.kinds[p.i]
    if test == "DISTINCT":
        p.i += 1
        p.expect("FROM")
        op = "IS NOT DISTINCT FROM" if negated else "IS DISTINCT FROM"
        right = compared(p)
        return Binary(start, p.end(), op, left, right)
    if test == "JSON":
        test = _json_test(p)
    elif p.texts[p.i].upper() == "A" and p.kinds[p.i + 1] == "SET":
        test = "A SET"
        p.i += 1
    elif test not in {"NULL", "TRUE", "FALSE", "UNKNOWN", "EMPTY"}:
        raise p.unexpected("NULL, TRUE, FALSE, UNKNOWN, JSON or DISTINCT FROM")
    p.i += 1
    return Is(start, p.ends[p.i - 1], left, test, negated)


def _json_test(p: Cursor) -> str:
    kind = p.kinds[p.i + 1]
    if kind in {"VALUE", "OBJECT", "ARRAY", "SCALAR"}:
        p.i += 1
        return f"JSON {kind}"
    return "JSON"


def in_list(p: Cursor, left: Expr, start: int) -> Expr:
    negated = p.accept("NOT")
    p.i += 1
    items, query = list_or_query(p)
    return In(start, p.ends[p.i - 1], left, items, query, negated)


def between(p: Cursor, left: Expr, start: int) -> Expr:
    negated = p.accept("NOT")
    p.i += 1
    symmetric = p.accept("SYMMETRIC")
    if not symmetric:
        p.accept("ASYMMETRIC")
    low = expressions.expression(p, precedence.AND + 1)
    p.expect("AND", "AND and the upper bound of BETWEEN")
    high = expressions.expression(p, precedence.LIKE)
    return Between(start, p.ends[p.i - 1], left, low, high, negated, symmetric)


def like(p: Cursor, left: Expr, start: int) -> Expr:
    negated = p.accept("NOT")
    op = p.kinds[p.i]
    p.i += 1
    if op == "SIMILAR":
        p.expect("TO")
        op = "SIMILAR TO"
    # The planner groups a chain of these from the right.
    pattern = expressions.expression(p, precedence.LIKE)
    escape = expressions.expression(p, precedence.LIKE) if p.accept("ESCAPE") else None
    return Like(start, p.ends[p.i - 1], op, left, pattern, escape, negated)


def negated(p: Cursor, left: Expr, start: int) -> Expr:
    """NOT between two operands belongs to the word after it."""
    following = p.kinds[p.i + 1]
    rule = _AFTER_NOT.get(following)
    if rule is None:
        p.i += 1
        raise p.unexpected("IN, BETWEEN, LIKE or SIMILAR TO after NOT")
    return rule(p, left, start)


def _submultiset(p: Cursor, left: Expr, start: int) -> Expr:
    p.i += 2
    p.expect("OF")
    right = compared(p)
    inner = Binary(start, p.end(), "SUBMULTISET OF", left, right)
    return Unary(start, p.end(), "NOT", inner)


_AFTER_NOT = {
    "IN": in_list,
    "BETWEEN": between,
    "LIKE": like,
    "ILIKE": like,
    "RLIKE": like,
    "SIMILAR": like,
    "SUBMULTISET": _submultiset,
}
