"""ORDER BY, and how many rows: LIMIT, OFFSET, FETCH."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.operands as operands
from streamt.sql.ast import Expr, SortKey
from streamt.sql.lexer import NUMBER
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError


def sort_keys(p: Cursor) -> tuple[SortKey, ...]:
    """Empty where no ORDER BY stands."""
    if p.kinds[p.i] != "ORDER":
        return ()
    p.i += 1
    p.expect("BY")
    keys = [sort_key(p)]
    while p.kinds[p.i] == ",":
        p.i += 1
        keys.append(sort_key(p))
    return tuple(keys)


def sort_key(p: Cursor) -> SortKey:
    start = p.starts[p.i]
    value = expressions.expression(p)
    descending = p.accept("DESC")
    if not descending:
        p.accept("ASC")
    nulls = ""
    if p.kinds[p.i] == "NULLS":
        p.i += 1
        nulls = p.kinds[p.i]
        if nulls not in {"FIRST", "LAST"}:
            raise p.unexpected("FIRST or LAST")
        p.i += 1
    return SortKey(start, p.ends[p.i - 1], value, descending, nulls)


def limits(p: Cursor) -> tuple[Expr | None, Expr | None]:
    """OFFSET and LIMIT or FETCH."""
    offset = limit = None
    if p.accept("LIMIT"):
        limit = None if p.accept("ALL") else _count(p)
        if p.kinds[p.i] == ",":
            raise SqlSyntaxError(
                "Flink SQL has no LIMIT start, count",
                p.starts[p.i],
                p.ends[p.i],
                help="write LIMIT count OFFSET start",
            )
        if p.kinds[p.i] == "OFFSET":
            offset = _offset(p)
        return offset, limit
    if p.kinds[p.i] == "OFFSET":
        offset = _offset(p)
        if p.kinds[p.i] == "LIMIT":
            raise SqlSyntaxError(
                "LIMIT stands before OFFSET", p.starts[p.i], p.ends[p.i], help="write LIMIT .. OFFSET .."
            )
    if p.accept("FETCH"):
        if not p.accept("FIRST"):
            p.expect("NEXT", "FIRST or NEXT")
        limit = _count(p)
        if not p.accept("ROWS"):
            p.expect("ROW", "ROW or ROWS")
        p.expect("ONLY")
    return offset, limit


def _offset(p: Cursor) -> Expr:
    p.i += 1
    count = _count(p)
    if not p.accept("ROWS"):
        p.accept("ROW")
    return count


def _count(p: Cursor) -> Expr:
    if p.kinds[p.i] == NUMBER or p.kinds[p.i] == "?":
        return operands.OPERANDS[p.kinds[p.i]](p)
    raise p.unexpected("a number of rows")
