"""Functions of MATCH_RECOGNIZE: rows of a variable, and the time of the match."""

from __future__ import annotations

from typing import NamedTuple

from streamt.coltypes import UNKNOWN, DataType, timestamp, timestamp_ltz
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, expression
from streamt.sql.bind.lineage import origins_of
from streamt.sql.bind.terms import Column
from streamt.sql.facts import TimeKind
from streamt.sql.functions import Arg

NAVIGATION = frozenset({"FIRST", "LAST", "PREV", "NEXT"})
PHYSICAL = frozenset({"PREV", "NEXT"})
ONLY_IN_MATCH = frozenset({"MATCH_ROWTIME", "MATCH_PROCTIME", "CLASSIFIER", "MATCH_NUMBER"})
MATCH_CALLS = NAVIGATION | ONLY_IN_MATCH


class MatchScope(NamedTuple):
    """`time`: the column the rows are ordered by; `defined`: the variable whose condition this is, "" in MEASURES."""

    time: Column | None
    variables: frozenset[str] = frozenset()
    defined: str = ""


def of_one_variable(b: Binding, env: Env, node: ast.Call) -> bool:
    """Whether the call reads the rows of one variable, or of all (`price` alone): not of some here and of others there."""
    assert env.match is not None
    paths = [item.names for arg in node.args for item in ast.walk(arg) if isinstance(item, ast.Column)]
    read = {path[0] if len(path) > 1 and path[0] in env.match.variables else "" for path in paths}
    if len(read) < 2:
        return True
    names = " and ".join(f"`{name}`" if name else "all rows" for name in sorted(read, reverse=True))
    b.report("match", f"{node.name} reads {names}: it can read the rows of one variable only", node.start, node.end,
             help="write one call for each: SUM(A.x) + SUM(B.x)")  # fmt: skip
    return False


def match_call(b: Binding, env: Env, node: ast.Call) -> Arg:
    if env.match is None:
        window = {"FIRST": "FIRST_VALUE", "LAST": "LAST_VALUE", "PREV": "LAG", "NEXT": "LEAD"}.get(node.name)
        b.report("unsupported", f"{node.name} stands only inside MATCH_RECOGNIZE", node.start, node.end,
                 help=f"elsewhere: {window}(..) OVER (PARTITION BY .. ORDER BY ..)" if window else None)  # fmt: skip
        return UNKNOWN_ARG
    if node.name in PHYSICAL and not _reads_last(node, env.match):
        b.report("no_stream_plan", f"Flink's patterns have no {node.name}", node.start, node.end,
                 help="compare with LAST(variable.column, 1), or with another variable")  # fmt: skip
    if node.name in NAVIGATION:
        _check_nested(b, node)
        of_one_variable(b, env, node)
        args = [expression(b, env, arg) for arg in node.args]
        env.plain_at = None
        return Arg(args[0].type, time=args[0].time) if args else UNKNOWN_ARG
    if node.name not in ("MATCH_ROWTIME", "MATCH_PROCTIME"):
        b.report("unsupported", f"Flink has no {node.name}", node.start, node.end)
        return UNKNOWN_ARG
    return _match_time(b, env, node)


def _reads_last(node: ast.Call, match: MatchScope) -> bool:
    """In the condition of B the planner takes PREV(A.column) for LAST(A.column)."""
    arg = node.args[0] if node.args else None
    return node.name == "PREV" and match.defined != "" and type(arg) is ast.Column and arg.names[0] != match.defined


def _check_nested(b: Binding, node: ast.Call) -> None:
    for arg in node.args:
        if node.name not in PHYSICAL and type(arg) is ast.Call and arg.name in PHYSICAL:
            b.report("match", f"{arg.name} cannot stand inside {node.name}", arg.start, arg.end, help=f"write {node.name}(variable.column, 1)")


def _match_time(b: Binding, env: Env, node: ast.Call) -> Arg:
    """The time attribute of the match's last row, good for the next window."""
    assert env.match is not None
    time: TimeKind = "proctime" if node.name == "MATCH_PROCTIME" else "rowtime"
    type = timestamp_ltz(3, nullable=False) if time == "proctime" else _rowtime(b, env, node, env.match.time)
    origins = origins_of(env.refs)
    env.refs = []
    env.names(Column("", type, b.new_id(), origins, time, time), node)
    return Arg(type, time=time)


def _rowtime(b: Binding, env: Env, node: ast.Call, column: Column | None) -> DataType:
    if node.args:
        arg = expression(b, env, node.args[0])
        if arg.time != "rowtime" and not arg.type.is_unknown:
            b.report("argument_type", "MATCH_ROWTIME takes an event-time attribute", node.args[0].start, node.args[0].end,
                     expected="a rowtime column", got=str(arg.type))  # fmt: skip
            return UNKNOWN
        return arg.type
    return timestamp(3, nullable=False) if column is not None else UNKNOWN
