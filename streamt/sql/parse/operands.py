"""What an expression starts with: the table of `OPERANDS` by kind of token."""

from __future__ import annotations

from collections.abc import Callable

import streamt.sql.parse.calls as calls
import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.literals as literals
import streamt.sql.parse.precedence as precedence
import streamt.sql.parse.queries as queries
import streamt.sql.parse.special_calls as special_calls
import streamt.sql.parse.strings as strings
from streamt.sql.ast import (
    Arithmetic,
    Call,
    Case,
    Collection,
    Column,
    Exists,
    Expr,
    Literal,
    Param,
    Query,
    Row,
    Star,
    Subquery,
    Symbol,
    Unary,
    When,
)
from streamt.sql.lexer import NAME_KINDS, NUMBER, STRING
from streamt.sql.parse.cursor import Cursor, unquoted
from streamt.sql.parse.explain import explain_operand
from streamt.sql.parse.names import path
from streamt.sql.words import CONTEXT_VARIABLES, RESERVED_FUNCTIONS


def name(p: Cursor) -> Expr:
    """A column, or the name of a function when a parenthesis follows."""
    i = p.i
    following = p.kinds[i + 1]
    text = p.texts[i]
    if following == "(":
        p.i = i + 1
        return calls.call(p, (unquoted(text) if text[0] == "`" else text,), p.starts[i])
    if following != ".":
        start, end = p.starts[i], p.ends[i]
        p.i = i + 1
        return Column(start, end, (unquoted(text) if text[0] == "`" else text,), (start, end))
    names, at, starred = path(p, "a column", star=True)
    if starred:
        return Star(at[0], p.end(), names, at)
    if p.kinds[p.i] == "(":
        return calls.call(p, names, at[0])
    return Column(at[0], at[-1], names, at)


def parenthesis(p: Cursor) -> Expr:
    """`(a)`, the row `(a, b)`, a query, or the difference of times `(a - b) DAY`."""
    start = p.starts[p.i]
    p.i += 1
    if p.kinds[p.i] in queries.QUERY_STARTS:
        return _subquery(p, queries.query(p), start)
    first = expressions.expression(p)
    kind = p.kinds[p.i]
    if kind == ")":
        p.i += 1
        if p.kinds[p.i] in literals.UNITS and _is_difference(first):
            return _difference(p, first, start)
        return first
    if kind == ",":
        items = [first]
        while p.accept(","):
            items.append(expressions.expression(p))
        p.expect(")", "a comma or )")
        return Row(start, p.end(), tuple(items), False)
    if isinstance(first, Subquery) and kind in queries.AFTER_QUERY:
        return _subquery(p, queries.continued(p, first.query, start + 1), start)
    raise p.unexpected("an operator, a comma or )")


def row(p: Cursor) -> Expr:
    """`ROW(..)`, or `PERIOD (start, end)`, which is a row too."""
    start = p.starts[p.i]
    p.i += 1
    p.expect("(", "( and the fields of the row")
    items = [expressions.expression(p)]
    while p.accept(","):
        items.append(expressions.expression(p))
    p.expect(")", "a comma or )")
    return Row(start, p.end(), tuple(items), True)


def collection(p: Cursor) -> Expr:
    start = p.starts[p.i]
    kind = p.kinds[p.i]
    depth = p.deeper(1)
    p.i += 1
    if p.accept("("):
        query = queries.query(p)
        p.expect(")")
        p.depth = depth
        return Collection(start, p.end(), kind, (), query)
    p.expect("[", f"[ or ( after {kind}")
    items: tuple[Expr, ...] = ()
    if kind == "MULTISET" or p.kinds[p.i] != "]":
        items = expressions.values(p)
    p.expect("]", "a comma or ]")
    p.depth = depth
    return Collection(start, p.end(), kind, items, None)


def map_or_name(p: Cursor) -> Expr:
    """MAP is a word of the grammar only before a bracket or a query."""
    following = p.kinds[p.i + 1]
    if following == "[" or (following == "(" and p.kinds[p.i + 2] in queries.QUERY_STARTS):
        return collection(p)
    return name(p)


def case(p: Cursor) -> Expr:
    start = p.starts[p.i]
    p.i += 1
    operand = None if p.kinds[p.i] == "WHEN" else expressions.expression(p)
    whens = []
    while p.kinds[p.i] == "WHEN":
        whens.append(_when(p))
    if not whens:
        raise p.unexpected("WHEN")
    otherwise = expressions.expression(p) if p.accept("ELSE") else None
    p.expect("END", "WHEN, ELSE or END of the CASE")
    return Case(start, p.ends[p.i - 1], operand, tuple(whens), otherwise)


def exists(p: Cursor) -> Expr:
    start = p.starts[p.i]
    p.i += 1
    opening = p.starts[p.i]
    p.expect("(", "a query in parentheses after EXISTS")
    inner = _inner_query(p, opening)
    return Exists(start, p.end(), inner)


def sign(p: Cursor) -> Expr:
    start = p.i
    p.i += 1
    value = expressions.expression(p, precedence.SIGN)
    if type(value) is Literal and value.kind in _NUMBERS:
        # To the planner too this is a constant: there is no INT 2147483648, but -2147483648 is one.
        digits = value.value.removeprefix("-")
        minus = (p.kinds[start] == "-") != value.value.startswith("-")
        return Literal(p.starts[start], p.ends[p.i - 1], value.kind, f"-{digits}" if minus else digits)
    return Unary(p.starts[start], p.ends[p.i - 1], p.kinds[start], value)


def negation(p: Cursor) -> Expr:
    start = p.starts[p.i]
    p.i += 1
    value = expressions.expression(p, precedence.NOT)
    return Unary(start, p.ends[p.i - 1], "NOT", value)


def param(p: Cursor) -> Expr:
    i = p.i
    p.i += 1
    p.params += 1
    return Param(p.starts[i], p.ends[i], p.params - 1)


def context_variable(p: Cursor) -> Expr:
    """CURRENT_DATE and the like: a call without parentheses; some may have them."""
    i = p.i
    if p.kinds[i + 1] == "(" and p.kinds[i] in RESERVED_FUNCTIONS:
        if p.kinds[i + 2] == ")":
            p.since((2, 0), i, f"{p.kinds[i]} with parentheses", f"write {p.kinds[i]} alone")
        return reserved_call(p)
    p.i += 1
    return Call(p.starts[i], p.ends[i], p.kinds[i], (p.texts[i],), p.ends[i], parens=False)


def reserved_call(p: Cursor) -> Expr:
    """A function whose name is a reserved word."""
    i = p.i
    if p.kinds[i + 1] != "(":
        raise explain_operand(p.tokens(), i)
    p.i += 1
    return calls.call(p, (p.texts[i],), p.starts[i])


def datetime_or_call(p: Cursor) -> Expr:
    """`DATE '2024-01-31'` or the function `DATE(..)`."""
    return reserved_call(p) if p.kinds[p.i + 1] == "(" else literals.datetime(p)


def _inner_query(p: Cursor, opening: int) -> Query:
    """The query behind a parenthesis already passed, up to its end."""
    if p.kinds[p.i] in queries.QUERY_STARTS:
        query = queries.query(p)
    else:
        p.i -= 1
        if p.kinds[p.i + 1] != "(":
            p.i += 1
            raise p.unexpected("a query")
        inner = parenthesis(p)
        if not isinstance(inner, Subquery):
            raise p.unexpected("a query")
        return inner.query
    p.expect(")")
    return query


def _subquery(p: Cursor, query: Query, start: int) -> Expr:
    p.expect(")", "the next clause of the query or )")
    return Subquery(start, p.end(), query)


def _is_difference(value: Expr) -> bool:
    return isinstance(value, Arithmetic) and value.ops[-1] == "-"


def _difference(p: Cursor, value: Expr, start: int) -> Expr:
    assert isinstance(value, Arithmetic)
    unit = literals.interval_unit(p, until=True)
    left = value.args[0]
    if len(value.args) > 2:
        left = Arithmetic(value.start, value.args[-2].end, value.ops[:-1], value.args[:-1])
    symbol = Symbol(unit.start, unit.end, " TO ".join(filter(None, (unit.unit, unit.until))))
    return Call(start, p.end(), "MINUS_DATE", ("-",), start, (left, value.args[-1], symbol))


def _when(p: Cursor) -> When:
    start = p.starts[p.i]
    p.i += 1
    tests = expressions.expressions(p)
    p.expect("THEN", "THEN and the result")
    result = expressions.expression(p)
    return When(start, p.ends[p.i - 1], tests, result)


_NUMBERS = frozenset({"INTEGER", "DECIMAL", "DOUBLE"})

OPERANDS: dict[str, Callable[[Cursor], Expr]] = {
    **dict.fromkeys(NAME_KINDS, name),
    **dict.fromkeys(RESERVED_FUNCTIONS, reserved_call),
    **dict.fromkeys(CONTEXT_VARIABLES, context_variable),
    NUMBER: literals.number,
    STRING: strings.string,
    **dict.fromkeys(("TRUE", "FALSE", "UNKNOWN"), literals.word("BOOLEAN")),
    "NULL": literals.word("NULL"),
    "INTERVAL": literals.interval,
    **dict.fromkeys(("DATE", "TIME", "TIMESTAMP"), datetime_or_call),
    "DECIMAL": literals.decimal,
    "{": literals.braces,
    "(": parenthesis,
    **dict.fromkeys(("+", "-"), sign),
    "NOT": negation,
    "CASE": case,
    "EXISTS": exists,
    **dict.fromkeys(("ROW", "PERIOD"), row),
    **dict.fromkeys(("ARRAY", "MULTISET"), collection),
    "MAP": map_or_name,
    "?": param,
    **special_calls.SPECIAL,
}
