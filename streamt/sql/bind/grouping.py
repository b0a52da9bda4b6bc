"""GROUP BY: keys, grouping sets, legacy group windows and the functions that name a window's bounds."""

from __future__ import annotations

from collections import Counter
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from streamt.coltypes import timestamp
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.expressions import UNKNOWN_ARG, expression
from streamt.sql.bind.intervals import milliseconds
from streamt.sql.bind.lineage import made, through
from streamt.sql.bind.shapes import shape
from streamt.sql.bind.terms import Column, ConstantMark, WindowMark, WindowSpec
from streamt.sql.functions import Arg

if TYPE_CHECKING:
    from streamt.sql.facts import Origin, TimeKind

GROUP_WINDOWS = {"TUMBLE": (2, 3), "HOP": (3, 4), "SESSION": (2, 3)}
PARTS = {"START": "start", "END": "end", "ROWTIME": "time", "PROCTIME": "time"}
AUXILIARY = {f"{kind}_{part}": (kind, part) for kind in GROUP_WINDOWS for part in PARTS}
MAX_KEYS = 63


class GroupWindow(NamedTuple):
    spec: WindowSpec
    arguments: object
    time: Column | None
    origins: tuple[Origin, ...]
    bounds: dict[str, Column]


GroupWindows = list[GroupWindow]


class Sets(NamedTuple):
    """Grouping sets of one item. `common`: ids in every set; `listed`: the sets, none of them where there are many:
    CUBE of 20 columns is a million.
    """

    number: int
    common: frozenset[int]
    keys: tuple[Column, ...]
    listed: tuple[frozenset[int], ...] = ()


class Grouping(NamedTuple):
    """`keys` by id, as SELECT sees them; `shapes`: keys that are expressions; `common`: ids in every set; `twins` as in a plan."""

    keys: dict[int, Column]
    shapes: dict[object, Column]
    sets: int
    windows: GroupWindows
    common: frozenset[int]
    twins: tuple[Column, ...] = ()


def bind_group_by(b: Binding, env: Env, node: ast.GroupBy) -> Grouping:
    shapes: dict[object, Column] = {}
    windows: GroupWindows = []
    parts = [_item(b, env, item, shapes, windows) for item in node.items]
    count = prod(part.number for part in parts)
    common = frozenset().union(*(part.common for part in parts)) if parts else frozenset()
    columns: dict[int, Column] = {}
    for column in (column for part in parts for column in part.keys):
        columns.setdefault(column.id, column)
    windowed = bool(windows) or window_of(columns.values()) is not None
    keys = {id: _key(column, id in common or count == 1, windowed) for id, column in columns.items()}
    if len(keys) > MAX_KEYS and count > 1:
        b.report("no_stream_plan", f"{len(keys)} columns in grouping sets; Flink plans at most {MAX_KEYS}", node.start, node.end)
    if count > 1 and _repeats(parts, frozenset(columns)):
        b.report("no_stream_plan", "one of the grouping sets comes twice, and Flink has no plan for that", node.start, node.end,
                 help="list each set once, with GROUPING SETS")  # fmt: skip
    named = {(column.id, column.name): column for part in parts for column in part.keys}
    twins = tuple(column for column in named.values() if column.name != columns[column.id].name)
    return Grouping(keys, {shape: keys[column.id] for shape, column in shapes.items()}, count, windows, common, twins)


MAX_LISTED = 4096


def _repeats(parts: list[Sets], all_keys: frozenset[int]) -> bool:
    """Sets that come again are aggregated once more on their own; a single one of them must then have every key."""
    if not all(part.listed for part in parts) or prod(len(part.listed) for part in parts) > MAX_LISTED:
        return False
    found = [frozenset[int]().union(*choice) for choice in product(*(part.listed for part in parts))]
    times = Counter(found)
    turns = ([one for one, count in times.items() if count > turn] for turn in range(1, max(times.values(), default=0)))
    return any(len(again) == 1 and again[0] != all_keys for again in turns)


def window_of(columns: object) -> WindowSpec | None:
    """The window whose start and end are both among the columns."""
    found: dict[WindowSpec, set[str]] = {}
    for column in columns:  # type: ignore[attr-defined]
        if type(column.mark) is WindowMark:
            found.setdefault(column.mark.window, set()).add(column.mark.part)
    for window, parts in found.items():
        if "start" in parts and "end" in parts:
            return window
    return None


def _key(column: Column, always: bool, windowed: bool) -> Column:
    """A key after grouping: null in the sets it is not part of; its time attribute outlives a window only."""
    keep = windowed and type(column.mark) is WindowMark
    return column._replace(
        type=column.type if always else column.type.with_nullable(True),
        mark=column.mark if keep or type(column.mark) is ConstantMark else None,
        time=column.time if keep else None,
    )


def _item(
    b: Binding, env: Env, item: ast.Expr | ast.GroupingSets, shapes: dict[object, Column], windows: GroupWindows
) -> Sets:
    if isinstance(item, ast.GroupingSets):
        return _sets(b, env, item, shapes, windows)
    if type(item) is ast.Row:
        keys = tuple(column for part in item.items for column in _single(b, env, part, shapes, windows))
    else:
        keys = _single(b, env, item, shapes, windows)
    ids = frozenset(column.id for column in keys)
    return Sets(1, ids, keys, (ids,))


def _sets(
    b: Binding, env: Env, node: ast.GroupingSets, shapes: dict[object, Column], windows: GroupWindows
) -> Sets:
    parts = [_item(b, env, item, shapes, windows) for item in node.sets]
    keys = tuple(column for part in parts for column in part.keys)
    if node.kind == "GROUPING SETS":
        common = frozenset.intersection(*(part.common for part in parts)) if parts else frozenset()
        listed = tuple(found for part in parts for found in part.listed) if all(part.listed for part in parts) else ()
        return Sets(sum(part.number for part in parts), common, keys, listed)
    count = len(parts) + 1 if node.kind == "ROLLUP" else 2 ** len(parts)
    return Sets(count, frozenset(), keys, _listed(node.kind, parts) if count <= MAX_LISTED else ())


def _listed(kind: str, parts: list[Sets]) -> tuple[frozenset[int], ...]:
    """The sets of ROLLUP or CUBE, each once whatever is named twice."""
    found = [frozenset[int]()]
    for part in parts:
        found += [one | part.common for one in (found[-1:] if kind == "ROLLUP" else found)]
    return tuple(dict.fromkeys(found))


def _single(
    b: Binding, env: Env, node: ast.Expr, shapes: dict[object, Column], windows: GroupWindows
) -> tuple[Column, ...]:
    if type(node) is ast.Call and node.name in GROUP_WINDOWS and node.over is None:
        return _group_window(b, env, node, windows)
    env.refs, env.influences, env.folds = [], {}, False
    calls = len(b.gathered.calls)
    arg = expression(b, env, node)
    name = env.plain.name if env.plain_at is node and env.plain is not None else ""
    column = made(b, env, node, name, arg, calls, fold=True)
    if env.plain_at is not node:
        shapes[shape(b, env, node)] = column
    b.influence((column,), "group_key")
    return (column,)


def _group_window(b: Binding, env: Env, node: ast.Call, windows: GroupWindows) -> tuple[Column, ...]:
    """GROUP BY TUMBLE(time, size): the rows' window is the key, and its bounds are columns to ask for."""
    low, high = GROUP_WINDOWS[node.name]
    if not low <= len(node.args) <= high:
        sizes = "INTERVAL '10' MINUTE" if low == 2 else "INTERVAL '5' MINUTE, INTERVAL '10' MINUTE"
        b.report("argument_count", f"{node.name} in GROUP BY takes {low} arguments: the time column and {'its size' if low == 2 else 'slide and size'}",
                 node.start, node.end, help=f"GROUP BY {node.name}(time, {sizes})")  # fmt: skip
        return ()
    env.refs, env.influences = [], {}
    arg = expression(b, env, node.args[0])
    time = env.plain if env.plain_at is node.args[0] else None
    if arg.type.kind not in ("TIMESTAMP", "TIMESTAMP_LTZ", "UNKNOWN"):
        b.report("argument_type", f"{node.name} groups by time, and this is {shown(arg.type)}", node.args[0].start, node.args[0].end,
                 expected="a time attribute", got=shown(arg.type))  # fmt: skip
    origins = made(b, env, None, "", arg, -1).origins
    if len(windows) == 1:
        b.report("window", "a query groups by one window only", node.start, node.end)
    b.influence([column for column, _ in env.refs], "window")
    for extra in node.args[1:]:
        expression(b, env, extra)
    rowtime = None if time is None or time.shown is None else time.shown == "rowtime"
    spec = WindowSpec(node.name, rowtime, tuple(milliseconds(a) for a in node.args[1:]), (), node.start, node.end)
    arguments = shape(b, env, node.args)
    windows.append(GroupWindow(spec, arguments, time, through(origins, "transform"), {}))
    env.refs = []
    return ()


def auxiliary(b: Binding, env: Env, node: ast.Call) -> Arg:
    """TUMBLE_START and the like: a bound of the window in GROUP BY that has the same arguments."""
    kind, part = AUXILIARY[node.name]
    arguments = shape(b, env, node.args)
    for window in env.windows or ():
        if window.spec.kind == kind and window.arguments == arguments:
            column = window.bounds.get(part) or _bound(b, window, part)
            window.bounds[part] = column
            env.names(column, node)
            return Arg(column.type, time=column.shown)
    b.report("window", f"{node.name} needs GROUP BY {kind}(..) with the same arguments", node.start, node.end,
             help=f"group by {kind}(..) written exactly as here, or use the table function {kind} and its window_start")  # fmt: skip
    return UNKNOWN_ARG


def _bound(b: Binding, window: GroupWindow, part: str) -> Column:
    mark = WindowMark(window.spec, PARTS[part])
    if part in ("START", "END"):
        return Column("", timestamp(3).with_nullable(False), b.new_id(), window.origins, None, None, mark)
    asked: TimeKind = "rowtime" if part == "ROWTIME" else "proctime"
    time: TimeKind = "rowtime" if window.spec.rowtime else asked  # TUMBLE_PROCTIME of event time is event time
    type = window.time.type if window.time is not None else timestamp(3)
    return Column("", type, b.new_id(), window.origins, time, time, mark)


def positions_meant(b: Binding, node: ast.GroupBy | None, since: int) -> None:
    """GROUP BY 1 is no column of SELECT, as it is in other systems: said where a column is missing in GROUP BY."""
    items = node.items if node is not None else ()
    constant = next((item for item in items if type(item) is ast.Literal and item.kind == "INTEGER"), None)
    if constant is None:
        return
    help = f"GROUP BY {constant.value} groups by the number itself, not by a column of SELECT: write the name of the column"
    for at, problem in enumerate(b.gathered.problems):
        if at >= since and problem.code == "not_grouped":
            b.gathered.problems[at] = problem._replace(help=help)
