"""Windows of OVER by name, and their frames: which bounds there may be, and which have a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.expressions import expression
from streamt.sql.versions import ordered

if TYPE_CHECKING:
    from streamt.sql.bind.terms import Column, SortColumn
    from streamt.sql.functions import Arg

NUMERIC = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE"})
RANKING = frozenset({"ROW_NUMBER", "RANK", "DENSE_RANK", "NTILE", "PERCENT_RANK", "CUME_DIST"})
PLACES = ("UNBOUNDED PRECEDING", "PRECEDING", "CURRENT ROW", "FOLLOWING", "UNBOUNDED FOLLOWING")


def named_window(b: Binding, env: Env, window: ast.Window) -> ast.Window | None:
    """`OVER w` and `OVER (w ROWS ..)`: the named window with what is added here."""
    seen: set[str] = set()
    alone = not (window.partition_by or window.order_by or window.frame or window.partial)
    while window.base:
        found = next((w for w in env.named_windows if w.name == window.base), None)
        if found is None or window.base in seen:
            names = ", ".join(w.name for w in env.named_windows)
            b.report("window", f"there is no window `{window.base}`", window.start, window.end, got=window.base,
                     help=f"windows: {names}" if names else "declare it: WINDOW name AS (PARTITION BY .. ORDER BY ..)")  # fmt: skip
            return None
        seen.add(window.base)
        base = found.window
        if not alone:
            _check_added(b, window, base)
        window = window._replace(
            base=base.base,
            partition_by=window.partition_by or base.partition_by,
            order_by=window.order_by or base.order_by,
            frame=window.frame or base.frame,
            partial=window.partial or base.partial,
        )
    return window


def _check_added(b: Binding, window: ast.Window, base: ast.Window) -> None:
    """What `(w ..)` may say besides the name of `w`."""
    name = window.base
    if window.partition_by:
        first, last = window.partition_by[0], window.partition_by[-1]
        b.report("window", f"a window that is made of `{name}` cannot have PARTITION BY", first.start, last.end,
                 help=f"write PARTITION BY in `{name}`, or the whole window here")  # fmt: skip
    if window.order_by and base.order_by:
        b.report("window", f"`{name}` has an ORDER BY already", window.order_by[0].start, window.order_by[-1].end, help="leave one of the two out")
    if base.frame is not None:
        b.report("window", f"`{name}` has a frame, so it stands alone: OVER {name}", window.start, window.end,
                 help=f"take {base.frame.unit} out of `{name}`, and write it where it is used")  # fmt: skip


def has_plan(frame: ast.Frame | None) -> bool:
    """Rows before the current one, up to it."""
    if frame is None:
        return True
    low, high = PLACES.index(frame.low.kind), PLACES.index(frame.high.kind if frame.high is not None else "CURRENT ROW")
    return low < PLACES.index("CURRENT ROW") == high


def check_frame(b: Binding, env: Env, window: ast.Window, order: tuple[SortColumn, ...], name: str) -> None:
    frame = window.frame
    if window.partial == "DISALLOW":
        b.report("unsupported", "Flink has no DISALLOW PARTIAL", window.start, window.end,
                 help="leave it out: the first rows of a partition have a frame of fewer rows")  # fmt: skip
    if frame is None:
        return
    if name in RANKING and name != "NTILE":
        b.report("window", f"{name} takes no ROWS or RANGE", frame.start, frame.end, help="remove the frame")
        return
    if frame.unit == "RANGE" and not order:
        b.report("window", "RANGE needs ORDER BY in the window", frame.start, frame.end)
    check_places(b, frame)
    for bound in (frame.low, frame.high):
        if bound is not None and bound.value is not None:
            check_bound(b, env, bound, bound.value, frame.unit, order)


def check_places(b: Binding, frame: ast.Frame) -> None:
    """The lower bound stands before the upper one."""
    low, high = frame.low, frame.high
    if low.kind == "UNBOUNDED FOLLOWING" or (high is not None and PLACES.index(high.kind) < PLACES.index(low.kind)):
        last = high or low
        b.report("window", "the frame ends before it starts", low.start, last.end, help="ROWS BETWEEN 3 PRECEDING AND CURRENT ROW")
    elif high is not None and high.kind == "UNBOUNDED PRECEDING":
        b.report("window", "a frame cannot end at UNBOUNDED PRECEDING", high.start, high.end, help="ROWS BETWEEN 3 PRECEDING AND CURRENT ROW")


def check_bound(
    b: Binding, env: Env, bound: ast.Bound, value: ast.Expr, unit: str, order: tuple[SortColumn, ...]
) -> None:
    env.refs = []
    arg = expression(b, env, value)
    varies, env.refs = bool(env.refs), []
    if varies:
        b.report("window", "a bound of a frame is a constant", bound.start, bound.end, help=f"{unit} 3 PRECEDING, or an interval")
    elif arg.type.kind == "INTERVAL_YEAR_MONTH" and ordered(b.catalog.version) >= (2, 2):
        b.report("no_stream_plan", "a month has no fixed length, so it cannot bound a frame", bound.start, bound.end,
                 help="write days: INTERVAL '30' DAY PRECEDING")  # fmt: skip
    elif unit == "ROWS":
        _check_rows(b, arg, bound)
    elif order and order[0].column is not None:
        _check_range(b, arg, bound, order[0].column)


def _check_rows(b: Binding, arg: Arg, bound: ast.Bound) -> None:
    """Flink takes an interval too, and counts its milliseconds as rows."""
    kind, value = arg.type.kind, arg.literal
    if arg.type.is_unknown or kind == "INTERVAL_DAY_TIME":
        return
    if kind in ("CHAR", "VARCHAR"):
        b.report("no_stream_plan", "ROWS counts rows, and this is text", bound.start, bound.end, got=shown(arg.type))
        return
    whole = value is None or not isinstance(value, (int, float)) or (value >= 0 and value == int(value))
    if kind not in NUMERIC or not whole or (kind == "DECIMAL" and arg.type.scale > 0):
        b.report("window", "ROWS counts rows: a whole number that is not negative", bound.start, bound.end, got=shown(arg.type))


def _check_range(b: Binding, arg: Arg, bound: ast.Bound, key: Column) -> None:
    if key.type.is_unknown or arg.type.is_unknown:
        return
    timed_key = key.type.kind in ("TIMESTAMP", "TIMESTAMP_LTZ", "DATE", "TIME")
    interval = arg.type.kind.startswith("INTERVAL")
    numeric = key.type.kind in NUMERIC
    if timed_key != interval or not (timed_key or numeric):
        b.report("window", f"RANGE measures the ORDER BY column, {shown(key.type)}, in {shown(arg.type)}", bound.start, bound.end,
                 expected="an interval" if timed_key else "a number", got=shown(arg.type),
                 help="write an interval, or ROWS to count rows" if timed_key else "write a number, or ORDER BY the time column")  # fmt: skip
