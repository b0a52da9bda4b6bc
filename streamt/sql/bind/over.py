"""Aggregates with OVER: windows by name, frames, and what the result is marked with for Top-N and deduplication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.coltypes import DataType
from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.context import AGGREGATE, Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, condition, expression, report_call, timed
from streamt.sql.bind.frames import RANKING, check_frame, has_plan, named_window
from streamt.sql.bind.lineage import influences_of, made, origins_of
from streamt.sql.bind.shapes import shape
from streamt.sql.bind.terms import Column, ConstantMark, OverCall, OverMark, SortColumn
from streamt.sql.facts import Influence
from streamt.sql.functions import Arg, Site

if TYPE_CHECKING:
    from streamt.sql.functions import Function

OF_ALL_ROWS = frozenset({"COUNT", "APPROX_COUNT_DISTINCT", "$SUM0", "LISTAGG", "COLLECT", "ARRAY_AGG", "JSON_ARRAYAGG", "JSON_OBJECTAGG"})


def over_call(b: Binding, env: Env, node: ast.Call, function: Function) -> Arg:
    from streamt.sql.bind.calls import bind_args

    if not _may_stand(b, env, node, function):
        return UNKNOWN_ARG
    kept, env.refs, env.through = env.refs, [], AGGREGATE
    overs, env.overs = env.overs, None
    own, env.influences = env.influences, {}
    args = bind_args(b, env, node)
    refs, env.refs, env.through = env.refs, [], ""
    if node.filter is not None:
        condition(b, env, node.filter, "FILTER")
    inferred = function.infer(args, Site(over=True, distinct=node.quantifier == "DISTINCT"))
    over = _window(b, env, node, function.name)
    env.overs = overs
    result = inferred if isinstance(inferred, DataType) else report_call(b, inferred, node, node.args).type
    if result.is_unknown:
        env.refs, env.influences = kept + refs, {**own, **env.influences}
        return UNKNOWN_ARG
    if over is not None and over.bounded and function.name not in OF_ALL_ROWS:
        # the planner takes a frame with a measured bound for one that may hold no row
        result = result.with_nullable(True)
    same = next((column for column in overs or () if over is not None and _is_same(column, over)), None)
    if same is not None:
        env.refs, env.influences = kept, own
        env.names(same, node)
        return Arg(same.type)
    arg = timed(function.name, result, args)
    mark = OverMark(over) if over is not None else None
    column = Column("", arg.type, b.new_id(), origins_of(refs), None, arg.time, mark, influences_of(env.influences, refs))
    if overs is not None and over is not None:
        overs.append(column)
    keys = (*over.keys, *(item.column for item in over.order)) if over is not None else ()
    b.made_of[column.id] = (*(c.id for c, _ in refs), *(key.id for key in keys if key is not None))
    env.refs, env.influences = kept, own
    env.names(column, node)
    return arg


def computed_once(b: Binding, env: Env, node: ast.Expr, column: Column, calls_before: int) -> Column:
    """The column that the SELECT has for this expression already."""
    if env.shared is None or env.plain_at is node or len(b.gathered.calls) > calls_before:
        return column
    found = env.shared.setdefault(shape(b, env, node), column)
    return found if found.name == column.name else found._replace(name=column.name)


def computes_keys(node: ast.Select) -> bool:
    """Whether a window of this SELECT is keyed by more than columns."""
    windows = [window.window for window in node.windows]
    windows += [item.over for item in walk(node.items) if type(item) is ast.Call and item.over is not None]
    return any(type(key) is not ast.Column for window in windows for key in window.partition_by)


def _is_same(column: Column, call: OverCall) -> bool:
    """Whether the column is the same rank: one that stands twice in a SELECT is computed once."""
    mark = column.mark
    return type(mark) is OverMark and call.function in RANKING and (mark.call.function, mark.call.shape) == (call.function, call.shape)


def _may_stand(b: Binding, env: Env, node: ast.Call, function: Function) -> bool:
    name = ".".join(node.written)
    if function.kind != "aggregate" and not function.needs_over:
        b.report("window", f"{name} is no aggregate and takes no OVER", node.start, node.end)
        return False
    if env.overs is None:
        where = env.clause if env.clause != "SELECT" else "another aggregate or window"
        b.report("aggregate_place", f"{name} OVER (..) may stand in SELECT and ORDER BY, not in {where}", node.start, node.end,
                 help="compute it in a subquery, and go on from its result outside")  # fmt: skip
        return False
    return True


def _window(b: Binding, env: Env, node: ast.Call, name: str) -> OverCall | None:
    assert node.over is not None
    window = named_window(b, env, node.over)
    if window is None:
        return None
    keys = [_key(b, env, item, "group_key") for item in window.partition_by]
    ordered = [_key(b, env, item.value, "order") for item in window.order_by]
    order = tuple(SortColumn(column, item.descending, item.nulls) for (column, _), item in zip(ordered, window.order_by, strict=True))
    if name in ("RANK", "DENSE_RANK") and not order:
        b.report("window", f"{name} needs ORDER BY in its window", node.start, node.end, help=f"{name}() OVER (PARTITION BY .. ORDER BY ..)")
    frame = window.frame
    check_frame(b, env, window, order, name)
    bounded = frame is not None and frame.low.kind != "UNBOUNDED PRECEDING"
    what = (
        frozenset(same for _, same in keys if same is not None),
        tuple((same, item.descending) for (_, same), item in zip(ordered, window.order_by, strict=True) if same is not None),
        _frame_shape(b, env, frame, name),
    )
    unit = frame.unit if frame is not None else ""
    if not has_plan(frame):
        unit = "FOLLOWING"
    return OverCall(name, tuple(column for column, _ in keys), order, unit, bounded, what, node.start, node.end)


def _frame_shape(b: Binding, env: Env, frame: ast.Frame | None, name: str) -> object:
    """Without a frame the planner takes RANGE up to the current row, and ROWS for ROW_NUMBER."""
    if name == "ROW_NUMBER" or frame is None:
        return ("ROWS" if name == "ROW_NUMBER" else "RANGE", "UNBOUNDED PRECEDING", None)
    return (frame.unit, frame.low.kind, shape(b, env, frame.low.value) if frame.low.value is not None else None,
            *((frame.high.kind, shape(b, env, frame.high.value)) if frame.high and frame.high.kind != "CURRENT ROW" else ()))  # fmt: skip


def _key(b: Binding, env: Env, node: ast.Expr, kind: str) -> tuple[Column, object]:
    """A key's column, one of its own for an expression, and what it is compared by; None: a constant divides nothing."""
    env.refs = []
    calls = len(b.gathered.calls)
    arg = expression(b, env, node)
    column = computed_once(b, env, node, made(b, env, node, "", arg, calls), calls)
    for origin in column.origins:
        env.influences[Influence(origin.table, origin.column, kind)] = None
    env.refs = []
    if type(column.mark) is ConstantMark:
        return column, None
    return column, column.id if env.plain_at is node else shape(b, env, node)
