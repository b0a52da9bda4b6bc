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
ONLY_IN_MATCH = frozenset({"MATCH_ROWTIME", "MATCH_PROCTIME", "CLASSIFIER", "MATCH_NUMBER"})
MATCH_CALLS = NAVIGATION | ONLY_IN_MATCH


class MatchScope(NamedTuple):
    """`time`: the column the rows are ordered by."""

    time: Column | None


def match_call(b: Binding, env: Env, node: ast.Call) -> Arg:
    if env.match is None:
        b.report("unsupported", f"{node.name} stands only inside MATCH_RECOGNIZE", node.start, node.end)
        return UNKNOWN_ARG
    if node.name in ("PREV", "NEXT"):
        b.report("no_stream_plan", f"Flink's patterns have no {node.name}", node.start, node.end,
                 help="compare with LAST(variable.column, 1), or with another variable")  # fmt: skip
    if node.name in NAVIGATION:
        args = [expression(b, env, arg) for arg in node.args]
        env.plain_at = None
        return Arg(args[0].type, time=args[0].time) if args else UNKNOWN_ARG
    if node.name not in ("MATCH_ROWTIME", "MATCH_PROCTIME"):
        b.report("unsupported", f"Flink has no {node.name}", node.start, node.end)
        return UNKNOWN_ARG
    return _match_time(b, env, node)


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
