"""OVER and WINDOW: which rows an aggregate sees."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
from streamt.sql.ast import Bound, Expr, Frame, NamedWindow, Window
from streamt.sql.lexer import NAME_KINDS
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.ordering import sort_keys


def window(p: Cursor) -> Window:
    """What stands after OVER: the name of a window, or one in parentheses."""
    start = p.starts[p.i]
    if p.kinds[p.i] != "(":
        name = p.name("( or the name of a window")
        return Window(start, p.end(), name)
    return _specification(p)


_KSQL = {
    "TUMBLING": "TUMBLE(TABLE t, DESCRIPTOR(time), INTERVAL '1' HOUR)",
    "HOPPING": "HOP(TABLE t, DESCRIPTOR(time), INTERVAL '5' MINUTE, INTERVAL '1' HOUR)",
    "SESSION": "SESSION(TABLE t PARTITION BY key, DESCRIPTOR(time), INTERVAL '30' MINUTE)",
}


def named_windows(p: Cursor) -> tuple[NamedWindow, ...]:
    """`WINDOW w AS (..), ..`; empty without the word."""
    if not p.accept("WINDOW"):
        return ()
    windows = [_named(p)]
    while p.accept(","):
        windows.append(_named(p))
    return tuple(windows)


def _named(p: Cursor) -> NamedWindow:
    start = p.starts[p.i]
    name = p.name("the name of a window")
    if p.kinds[p.i] == "(" and name.upper() in _KSQL:
        raise SqlSyntaxError(f"Flink SQL has no WINDOW {name.upper()} (..)", start, p.ends[p.i],
                             help=f"a window of time is a table: FROM TABLE({_KSQL[name.upper()]}), and GROUP BY window_start, window_end")  # fmt: skip
    p.expect("AS", "AS and the window in parentheses")
    inner = _specification(p)
    return NamedWindow(start, p.end(), name, inner)


def _specification(p: Cursor) -> Window:
    start = p.starts[p.i]
    p.expect("(", "( and the window")
    base = ""
    if p.kinds[p.i] in NAME_KINDS:
        base = p.name("the name of a window")
    partition_by: tuple[Expr, ...] = ()
    if p.accept("PARTITION"):
        p.expect("BY")
        partition_by = expressions.values(p)
    order_by = sort_keys(p)
    frame = _frame(p) if p.kinds[p.i] in {"ROWS", "RANGE"} else None
    partial = _partial(p)
    p.expect(")", "PARTITION BY, ORDER BY, ROWS, RANGE or )")
    return Window(start, p.ends[p.i - 1], base, partition_by, order_by, frame, partial)


def _frame(p: Cursor) -> Frame:
    start = p.starts[p.i]
    unit = p.kinds[p.i]
    p.i += 1
    if not p.accept("BETWEEN"):
        low = _bound(p)
        return Frame(start, p.end(), unit, low, None)
    low = _bound(p)
    p.expect("AND", "AND and the upper bound")
    high = _bound(p)
    return Frame(start, p.end(), unit, low, high)


def _bound(p: Cursor) -> Bound:
    start = p.starts[p.i]
    if p.kinds[p.i] == "CURRENT":
        p.i += 1
        p.expect("ROW")
        return Bound(start, p.end(), "CURRENT ROW", None)
    unbounded = p.kinds[p.i] == "UNBOUNDED" and p.kinds[p.i + 1] in {"PRECEDING", "FOLLOWING"}
    if unbounded:
        p.i += 1
    value = None if unbounded else expressions.value(p)
    side = p.kinds[p.i]
    if side not in {"PRECEDING", "FOLLOWING"}:
        raise p.unexpected("PRECEDING or FOLLOWING")
    p.i += 1
    return Bound(start, p.end(), f"UNBOUNDED {side}" if unbounded else side, value)


def _partial(p: Cursor) -> str:
    word = p.kinds[p.i]
    if word not in {"ALLOW", "DISALLOW"}:
        return ""
    p.i += 1
    p.expect("PARTIAL")
    return word
