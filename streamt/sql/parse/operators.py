"""Operators between two operands: the table `INFIX` by kind of token, with precedence and rule.

A rule gets what stands left of the operator and the offset where that starts, parentheses included; the current
token is the operator.
"""

from __future__ import annotations

from collections.abc import Callable

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.precedence as precedence
import streamt.sql.parse.predicates as predicates
from streamt.sql.ast import Arithmetic, Binary, Expr, Field, Item, Logical
from streamt.sql.parse.cursor import Cursor


def _add(p: Cursor, left: Expr, start: int) -> Expr:
    return _arithmetic(p, left, start, _ADDITIVE, precedence.ADD + 1)


def _multiply(p: Cursor, left: Expr, start: int) -> Expr:
    return _arithmetic(p, left, start, _MULTIPLICATIVE, precedence.MULTIPLY + 1)


def _arithmetic(p: Cursor, left: Expr, start: int, symbols: frozenset[str], floor: int) -> Expr:
    kinds = p.kinds
    ops = []
    args = [left]
    while kinds[p.i] in symbols:
        ops.append(kinds[p.i])
        p.i += 1
        args.append(expressions.expression(p, floor))
    return Arithmetic(start, p.ends[p.i - 1], tuple(ops), tuple(args))


def _and(p: Cursor, left: Expr, start: int) -> Expr:
    return _logical(p, left, start, "AND", precedence.AND + 1)


def _or(p: Cursor, left: Expr, start: int) -> Expr:
    return _logical(p, left, start, "OR", precedence.OR + 1)


def _logical(p: Cursor, left: Expr, start: int, op: str, floor: int) -> Expr:
    kinds = p.kinds
    args = [left]
    while kinds[p.i] == op:
        p.i += 1
        args.append(expressions.expression(p, floor))
    return Logical(start, p.ends[p.i - 1], op, tuple(args))


def _compare(p: Cursor, left: Expr, start: int) -> Expr:
    op = p.kinds[p.i]
    p.i += 1
    if p.kinds[p.i] in predicates.QUANTIFIERS and p.kinds[p.i + 1] == "(":
        return predicates.quantified(p, left, start, op)
    right = predicates.compared(p)
    return Binary(start, p.ends[p.i - 1], op, left, right)


def _bang_equals(p: Cursor, left: Expr, start: int) -> Expr:
    raise p.unexpected("<>")


def _words(*words: str) -> Callable[[Cursor, Expr, int], Expr]:
    """An operator of several words, all but the first of which must follow."""

    def operator(p: Cursor, left: Expr, start: int) -> Expr:
        for word in words:
            p.expect(word)
        right = predicates.compared(p)
        return Binary(start, p.end(), " ".join(words), left, right)

    return operator


def _immediately(p: Cursor, left: Expr, start: int) -> Expr:
    p.i += 1
    word = p.kinds[p.i]
    if word not in {"PRECEDES", "SUCCEEDS"}:
        raise p.unexpected("PRECEDES or SUCCEEDS")
    p.i += 1
    right = predicates.compared(p)
    return Binary(start, p.end(), f"IMMEDIATELY {word}", left, right)


def _multiset(p: Cursor, left: Expr, start: int) -> Expr:
    op = _multiset_operator(p)
    right_start = p.starts[p.i]
    right = expressions.expression(p, precedence.MULTISET_INTERSECT + 1)
    if not op.startswith("MULTISET INTERSECT"):
        while p.kinds[p.i] == "MULTISET" and p.kinds[p.i + 1] == "INTERSECT":
            right = _multiset(p, right, right_start)
    return Binary(start, p.end(), op, left, right)


def _multiset_operator(p: Cursor) -> str:
    p.i += 1
    word = p.kinds[p.i]
    if word not in {"UNION", "INTERSECT", "EXCEPT"}:
        raise p.unexpected("UNION, INTERSECT or EXCEPT")
    p.i += 1
    quantifier = p.kinds[p.i]
    if quantifier in {"ALL", "DISTINCT"}:
        p.i += 1
        return f"MULTISET {word} {quantifier}"
    return f"MULTISET {word}"


def _item(p: Cursor, left: Expr, start: int) -> Expr:
    p.i += 1
    key = expressions.expression(p)
    p.expect("]")
    return Item(start, p.end(), left, key)


def _field(p: Cursor, left: Expr, start: int) -> Expr:
    p.i += 1
    name_start = p.starts[p.i]
    name = p.name("the name of a field")
    return Field(start, p.end(), left, name, name_start)


_ADDITIVE = frozenset("+-")
_MULTIPLICATIVE = frozenset({"*", "/", "%", "||"})
INFIX: dict[str, tuple[int, Callable[[Cursor, Expr, int], Expr]]] = {
    "[": (precedence.MEMBER, _item),
    ".": (precedence.MEMBER, _field),
    **dict.fromkeys(_MULTIPLICATIVE, (precedence.MULTIPLY, _multiply)),
    **dict.fromkeys(_ADDITIVE, (precedence.ADD, _add)),
    **dict.fromkeys(("LIKE", "ILIKE", "RLIKE", "SIMILAR"), (precedence.LIKE, predicates.like)),
    "IN": (precedence.LIKE, predicates.in_list),
    "BETWEEN": (precedence.LIKE, predicates.between),
    "NOT": (precedence.LIKE, predicates.negated),
    **dict.fromkeys(predicates.COMPARISONS, (precedence.COMPARE, _compare)),
    "!=": (precedence.COMPARE, _bang_equals),
    **{
        word: (precedence.COMPARE, _words(word))
        for word in ("OVERLAPS", "CONTAINS", "EQUALS", "PRECEDES", "SUCCEEDS")
    },
    "IMMEDIATELY": (precedence.COMPARE, _immediately),
    "MEMBER": (precedence.COMPARE, _words("MEMBER", "OF")),
    "SUBMULTISET": (precedence.COMPARE, _words("SUBMULTISET", "OF")),
    "IS": (precedence.IS, predicates.is_test),
    "AND": (precedence.AND, _and),
    "OR": (precedence.OR, _or),
    "MULTISET": (precedence.MULTISET, _multiset),
}
