"""What the planner computes of constants and fails on.

A condition on CASE is to it a CASE of conditions, so that it computes what is asked of a constant branch.
"""

from __future__ import annotations

from collections.abc import Iterator

from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.context import Env
from streamt.sql.bind.parts import Part
from streamt.sql.bind.terms import Column
from streamt.sql.facts import Problem
from streamt.sql.functions import NOT_LITERAL
from streamt.sql.functions.moments import FORMATS, reads_as


def constant_branches(env: Env, node: ast.Expr) -> Iterator[object]:
    """The values of the branches that are literals; NULL where ELSE is missing."""
    if type(node) is not ast.Case:
        return
    for result in (*(when.result for when in node.whens), node.otherwise):
        arg = None if result is None else env.args.get(id(result))
        if result is None:
            yield None
        elif arg is not None and arg.literal is not NOT_LITERAL:
            yield arg.literal


def _nothing(part: Part) -> bool:
    """Whether it is made of NULL: that is the result, before anything is computed."""
    return part.value is None or any(type(item) is ast.Cast and type(item.value) is ast.Literal and item.value.kind == "NULL" for item in walk(part.node))


CAST_LATER = frozenset({"FLOAT", "DOUBLE", "DECIMAL"})  # what a constant does not become at once where it is cast


def divided(env: Env, node: ast.Arithmetic, right: Part, refs: list[tuple[Column, str]]) -> None:
    """A quotient fails where its columns turn out to be constant, if it is divided by what has to be computed first.

    Only one that is computed for itself: as part of a larger constant it does no harm.
    """
    computed = type(right.node) is ast.Cast or (type(right.node) is ast.Call and right.node.name in ("FLOOR", "CEIL", "ABS"))
    if refs and computed and right.arg.type.kind in CAST_LATER:
        message = "Flink fails as it divides by a constant that it has to cast or to round"
        problem = Problem("no_stream_plan", message, node.start, node.end, help="write the constant itself")
        env.fragile[id(node)] = (tuple(column for column, _ in refs), problem)


def check_moments(env: Env, node: ast.Binary, left: Part, right: Part) -> None:
    """A constant date or time that is equal to a CASE, one branch of which does not read as one."""
    for moment, other in ((left, right), (right, left)):
        kind = moment.arg.type.kind
        if node.op not in ("=", "<>") or kind not in FORMATS or not moment.constant or _nothing(moment):
            continue
        for text in constant_branches(env, other.node):
            if isinstance(text, str) and not reads_as(kind, text):
                message = f"{text!r} does not read as {kind}: write {FORMATS[kind]}"
                env.failing.append(Problem("no_stream_plan", message, other.node.start, other.node.end, got=repr(text)))
                return
