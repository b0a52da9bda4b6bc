"""An expression as the planner's simplifier sees it: operators over columns and constants, coercions taken off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from streamt.coltypes import BOOLEAN, NULL, DataType

COMPARED = frozenset({"=", "<>", "<", "<=", ">", ">="})
TESTS = frozenset({"IS NULL", "IS NOT NULL", "IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE"})
ARITHMETIC = "ARITHMETIC"
STRONG = COMPARED | {
    "NOT", "LIKE", "SIMILAR TO", ARITHMETIC, "-", "CAST", "ITEM", "TRIM", "CEIL", "FLOOR", "EXTRACT", "TIMESTAMPADD", "TIMESTAMPDIFF",
    "MINUS_DATE", "YEAR", "QUARTER", "MONTH", "WEEK", "DAYOFYEAR", "DAYOFMONTH", "DAYOFWEEK", "HOUR", "MINUTE", "SECOND",
}  # fmt: skip
"""NULL where one of their arguments is."""
SAFE = COMPARED | TESTS | {
    "NOT", "AND", "OR", "CASE", "LIKE", "TRIM", "CEIL", "FLOOR", "REVERSE", "TIMESTAMPADD", "TIMESTAMPDIFF", "-", "COLUMN", "FIELD", "OPAQUE", "LITERAL",
}  # fmt: skip
"""Operators that fail on no value."""
SAME = frozenset({"IS TRUE", "IS NOT FALSE", "CAST"})
TURNED = frozenset({"IS FALSE", "IS NOT TRUE", "NOT"})
PLAIN_ARITHMETIC = frozenset("+-*")


class Term(NamedTuple):
    """`op`: COLUMN, FIELD (of one), OPAQUE (not looked into), LITERAL, an operator, or the name of a function.

    `value`: of a literal (None for NULL); of a column its id, name and fields; of arithmetic its operators; of TRY_CAST True.
    `columns`: ids that an opaque call reads; `fixed` is False where two calls may differ.
    """

    op: str
    args: tuple[Term, ...]
    type: DataType
    value: object = None
    columns: frozenset[int] = frozenset()
    fixed: bool = True


def literal(value: object, type: DataType = BOOLEAN) -> Term:
    return Term("LITERAL", (), type.with_nullable(value is None), value)


TRUE, FALSE, UNKNOWN = literal(True), literal(False), literal(None)
NOTHING = literal(None, NULL)


def condition(op: str, *args: Term) -> Term:
    """An operator that yields a truth value, NULL where an argument may be, tests excepted."""
    nullable = op not in TESTS and any(arg.type.nullable for arg in args)
    return Term(op, args, BOOLEAN.with_nullable(nullable))


def is_null(term: Term) -> bool:
    return term.op == "LITERAL" and term.value is None


def holds(term: Term, wanted: bool = True) -> bool:
    """Whether it is seen to be TRUE in every row (`wanted` False: FALSE) without folding it."""
    while term.op in SAME or term.op in TURNED:
        wanted = wanted if term.op in SAME else not wanted
        term = term.args[0]
    if term.op in ("IS NULL", "IS NOT NULL"):
        return not term.args[0].type.nullable and wanted == (term.op == "IS NOT NULL")
    return term.op == "LITERAL" and term.value is wanted


def fails(term: Term) -> bool:
    return holds(term, False)


def always_null(term: Term) -> bool:
    """Whether it is NULL in every row."""
    if term.op == "LITERAL":
        return term.value is None
    if term.op in STRONG and term.value is not True:  # TRY_CAST
        return any(map(always_null, term.args))
    if term.op in ("AND", "OR"):
        return all(map(always_null, term.args))
    if term.op == "CASE":
        return all(map(always_null, (*term.args[1::2], term.args[-1])))
    return False


def safe(term: Term) -> bool:
    """Whether it fails on no value: a cast or a division may."""
    plain = term.op in SAFE or (term.op == ARITHMETIC and PLAIN_ARITHMETIC.issuperset(str(term.value)))
    return plain and all(map(safe, term.args))


def fixed(term: Term) -> bool:
    return term.fixed and all(map(fixed, term.args))


def columns_of(term: Term) -> Iterator[int]:
    """Ids of the columns it reads."""
    stack = [term]
    while stack:
        item = stack.pop()
        yield from item.columns
        stack.extend(item.args)
