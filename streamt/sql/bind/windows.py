"""Window table functions: TUMBLE, HOP, CUMULATE and SESSION over a table and a column of time."""

from __future__ import annotations

from typing import NamedTuple

from streamt.coltypes import timestamp
from streamt.sql import ast
from streamt.sql.bind.context import TRANSFORM, Binding, Env, shown
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.intervals import milliseconds
from streamt.sql.bind.lineage import through
from streamt.sql.bind.plan import Plan, Unresolved, WindowFunction
from streamt.sql.bind.query import bind_query
from streamt.sql.bind.scope import CommonTables, Entry, Scope, resolve_path
from streamt.sql.bind.terms import Column, WindowMark, WindowSpec
from streamt.sql.facts import FunctionUse


class Signature(NamedTuple):
    """Names of the arguments in order; `needed` of them have no default."""

    names: tuple[str, ...]
    needed: int


WINDOWS = {
    "TUMBLE": Signature(("DATA", "TIMECOL", "SIZE", "OFFSET"), 3),
    "HOP": Signature(("DATA", "TIMECOL", "SLIDE", "SIZE", "OFFSET"), 4),
    "CUMULATE": Signature(("DATA", "TIMECOL", "STEP", "SIZE", "OFFSET"), 4),
    "SESSION": Signature(("DATA", "TIMECOL", "GAP"), 3),
}
TIMES = ("TIMESTAMP", "TIMESTAMP_LTZ")


def bind_window(b: Binding, call: ast.Call, scope: Scope, ctes: CommonTables) -> tuple[Plan, bool]:
    """(plan, whether it has columns that are not known)"""
    b.gathered.functions.append(FunctionUse(".".join(call.written), call.start, call.end, True))
    args = _arguments(b, call)
    table = args.get("DATA")
    if type(table) is not ast.TableArg:
        if table is not None:
            name = ".".join(table.names) if type(table) is ast.Column else "t"
            b.report("window", f"{call.name} takes a table first: TABLE {name}", table.start, table.end,
                     help=f"FROM TABLE({call.name}(TABLE {name}, DESCRIPTOR(time_column), INTERVAL ..))")  # fmt: skip
        return b.add(Unresolved((), call.start, call.end)), True
    _check_order(b, call, table)
    relation = bind_query(b, table.query, scope.parent, ctes)
    entry = Entry(_name(table), relation.plan.columns, relation.open)
    inner = Scope(scope.parent, [entry])
    partition = _partition(b, table, inner, ctes)
    time = _time(b, call, args.get("TIMECOL"), inner)
    sizes = tuple(_size(b, call, name, args.get(name), inner, ctes) for name in WINDOWS[call.name].names[2:] if name in args)
    rowtime = None if time is None or time.time is None else time.time == "rowtime"
    spec = WindowSpec(call.name, rowtime, sizes, partition, call.start, call.end)
    if time is not None:
        b.influence((time,), "window")
    columns = relation.plan.columns + _bounds(b, spec, time)
    return b.add(WindowFunction(columns, call.start, call.end, relation.plan, spec, time)), relation.open


def _name(table: ast.TableArg) -> str:
    body = table.query.body
    return body.table.names[-1] if type(body) is ast.TableQuery else ""


def _arguments(b: Binding, call: ast.Call) -> dict[str, ast.Expr]:
    """By name, whether written so or by position."""
    names, needed = WINDOWS[call.name]
    found: dict[str, ast.Expr] = {}
    _check_named(b, call, names)
    for position, arg in enumerate(call.args):
        if type(arg) is ast.NamedArg:
            found[arg.name.upper()] = arg.value
        elif position < len(names):
            found[names[position]] = arg
    if len(call.args) > len(names) or any(name not in found for name in names[:needed]):
        form = ", ".join(name if i < needed else f"[{name}]" for i, name in enumerate(names))
        sizes = "".join(f", INTERVAL '{minutes}' MINUTE" for minutes in (5, 10)[: needed - 2])
        b.report("argument_count", f"{call.name} takes {form}; got {len(call.args)} arguments", call.start, call.end,
                 expected=f"{call.name}({form})", got=f"{len(call.args)} arguments",
                 help=f"TABLE({call.name}(TABLE t, DESCRIPTOR(time){sizes}))")  # fmt: skip
    return found


def _check_named(b: Binding, call: ast.Call, names: tuple[str, ...]) -> None:
    """Names in upper case, for all arguments or none; the table first, as the others are read against it."""
    named = [arg for arg in call.args if type(arg) is ast.NamedArg]
    for arg in named:
        if arg.name not in names:
            known = f"did you mean {arg.name.upper()}? Names of arguments are case-sensitive" if arg.name.upper() in names else None
            b.report("window", f"{call.name} has no argument `{arg.name}`", arg.start, arg.end, help=known or f"arguments: {', '.join(names)}")
    if not named or any(arg.name not in names for arg in named):
        return
    if len(named) < len(call.args):
        other = next(arg for arg in call.args if type(arg) is not ast.NamedArg)
        b.report("window", "either all arguments have a name or none", other.start, other.end, help=f"names: {', '.join(names)}")
    elif call.args[0] is named[0] and named[0].name.upper() in names[1:]:
        b.report("window", f"{call.name} takes DATA first, also where arguments are named", named[0].start, named[0].end, help=f"names: {', '.join(names)}")


def _check_order(b: Binding, call: ast.Call, table: ast.TableArg) -> None:
    if table.order_by:
        b.report("window", f"the table of {call.name} takes no ORDER BY", table.order_by[0].start, table.order_by[-1].end,
                 help="leave it out: rows go to windows by their time")  # fmt: skip
    if table.partition_by and call.name != "SESSION":
        b.report("window", f"{call.name} takes no PARTITION BY", table.partition_by[0].start, table.partition_by[-1].end,
                 help="leave it out: GROUP BY window_start, window_end and the key parts the windows; only SESSION has it")  # fmt: skip


def _partition(b: Binding, table: ast.TableArg, scope: Scope, ctes: CommonTables) -> tuple[int, ...]:
    ids: list[int] = []
    for key in table.partition_by:
        env = Env(scope, ctes, "PARTITION BY")
        expression(b, env, key)
        b.influence([column for column, _ in env.refs], "group_key")
        ids.extend(column.id for column, _ in env.refs)
    return tuple(ids)


def _time(b: Binding, call: ast.Call, node: ast.Expr | None, scope: Scope) -> Column | None:
    if node is None:
        return None
    if type(node) is not ast.Descriptor:
        b.report("window", f"{call.name} is told its time column as DESCRIPTOR(column)", node.start, node.end,
                 help=f"write DESCRIPTOR({'.'.join(node.names) if type(node) is ast.Column else 'column'})")  # fmt: skip
        return None
    found = resolve_path(b, scope, node.names[:1], node.at[0], node.at[1])
    column = found.column if found is not None else None
    if column is not None and not column.type.is_unknown and column.type.kind not in TIMES:
        b.report("argument_type", f"{call.name} needs a time attribute, and `{column.name}` is {shown(column.type)}", node.at[0], node.at[1],
                 expected="a time attribute", got=shown(column.type),
                 help="declare event_time on the source, or use a column of PROCTIME()")  # fmt: skip
        return None
    return column


def _size(b: Binding, call: ast.Call, name: str, node: ast.Expr | None, scope: Scope, ctes: CommonTables) -> int | None:
    if node is None:
        return None
    arg = expression(b, Env(scope, ctes, "a window function"), node)
    if not arg.type.is_unknown and arg.type.kind != "INTERVAL_DAY_TIME":
        what = "an interval of days to seconds" if arg.type.kind == "INTERVAL_YEAR_MONTH" else "an interval"
        b.report("argument_type", f"{name} of {call.name} is {what}, and this is {shown(arg.type)}", node.start, node.end,
                 expected="an interval of days to seconds", got=shown(arg.type), help=f"{name.lower()}: INTERVAL '5' MINUTE")  # fmt: skip
    if type(node) is ast.Interval and (type(node.value) is not ast.Literal or node.value.kind != "STRING"):
        b.report("no_stream_plan", f"{name} of {call.name} is a constant, its number in quotes", node.start, node.end, help="INTERVAL '5' MINUTE")
    return milliseconds(node)


def _bounds(b: Binding, spec: WindowSpec, time: Column | None) -> tuple[Column, ...]:
    """window_start and window_end are plain timestamps, window_time is the window's time attribute: all made of its time."""
    edge = timestamp(3).with_nullable(False)
    own = time.type.with_nullable(False) if time is not None else edge
    live = time.time if time is not None else None
    shown_time = (time.shown or "rowtime") if time is not None else "rowtime"
    origins = through(time.origins, TRANSFORM) if time is not None else ()
    return (
        Column("window_start", edge, b.new_id(), origins, None, None, WindowMark(spec, "start")),
        Column("window_end", edge, b.new_id(), origins, None, None, WindowMark(spec, "end")),
        Column("window_time", own, b.new_id(), origins, live, shown_time, WindowMark(spec, "time")),
    )
