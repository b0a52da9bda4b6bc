"""Windows that WINDOW declares and no OVER names: the planner validates them all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.context import Binding, Env, Gathered
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.frames import check_bound, check_places, named_window
from streamt.sql.bind.terms import Column, SortColumn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamt.sql.bind.scope import CommonTables, Scope

NOT_ASKED = frozenset({"no_stream_plan", "unsupported", "untyped_null"})
"""Codes of what is wrong only where the window is used."""
ALL = ("UNBOUNDED PRECEDING", "UNBOUNDED FOLLOWING")


def check_idle_windows(b: Binding, node: ast.Select, order_by: tuple[ast.SortKey, ...], scope: Scope, ctes: CommonTables) -> None:
    if not node.windows:
        return
    used = _used(node, order_by)
    kept, b.gathered = b.gathered, Gathered()
    outward, correlated = list(b.outward), list(b.correlated)
    for window in node.windows:
        if window.name not in used and window.window.base != window.name:
            env = Env(scope, ctes, "WINDOW")
            env.aggregates, env.named_windows = [], node.windows
            _check(b, env, window.window)
    problems = [problem for problem in b.gathered.problems if problem.code not in NOT_ASKED]
    b.gathered, b.outward, b.correlated = kept, outward, correlated
    b.gathered.problems.extend(problems)


def _used(node: ast.Select, order_by: tuple[ast.SortKey, ...]) -> frozenset[str]:
    """Those that an OVER names, and those that these are made of."""
    bases = {window.name: window.window.base for window in node.windows}
    calls: Iterable[object] = walk((node.items, node.qualify, order_by))
    named = [call.over.base for call in calls if type(call) is ast.Call and call.over is not None]
    used: set[str] = set()
    while named:
        name = named.pop()
        if name and name not in used:
            used.add(name)
            named.append(bases.get(name, ""))
    return frozenset(used)


def _check(b: Binding, env: Env, declared: ast.Window) -> None:
    window = named_window(b, env, declared)
    if window is None:
        return
    for key in window.partition_by:
        expression(b, env, key)
    order = tuple(_sorted(b, env, key) for key in window.order_by)
    frame = window.frame
    if frame is None:
        return
    everything = frame.high is not None and (frame.low.kind, frame.high.kind) == ALL
    if frame.unit == "RANGE" and not order and not everything:
        b.report("window", "RANGE needs ORDER BY in the window", frame.start, frame.end)
    check_places(b, frame)
    for bound in (frame.low, frame.high):
        if bound is not None and bound.value is not None and type(bound.value) in (ast.Literal, ast.Interval, ast.Unary):
            check_bound(b, env, bound, bound.value, frame.unit, order)


def _sorted(b: Binding, env: Env, key: ast.SortKey) -> SortColumn:
    arg = expression(b, env, key.value)
    return SortColumn(Column("", arg.type, b.new_id(), (), None, arg.time), key.descending, key.nulls)
