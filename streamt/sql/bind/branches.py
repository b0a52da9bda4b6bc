"""A condition on CASE is to the planner a CASE of conditions: where a branch is constant it computes what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.sql import ast
from streamt.sql.bind.context import Env
from streamt.sql.bind.parts import Part
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


def check_moments(env: Env, node: ast.Binary, left: Part, right: Part) -> None:
    """A constant date or time that is equal to a CASE, one branch of which does not read as one."""
    for moment, other in ((left, right), (right, left)):
        kind = moment.arg.type.kind
        if node.op not in ("=", "<>") or kind not in FORMATS or not moment.constant:
            continue
        for text in constant_branches(env, other.node):
            if isinstance(text, str) and not reads_as(kind, text):
                message = f"{text!r} does not read as {kind}: write {FORMATS[kind]}"
                env.failing.append(Problem("no_stream_plan", message, other.node.start, other.node.end, got=repr(text)))
                return
