"""Nullability that the planner's conversion does not keep.

It validates a query, converts it, and refuses it where a column of the result is NOT NULL after the one step and may be
NULL after the other. A column that does not come out, or comes out through a call that may yield NULL anyway, is no harm.
"""

from __future__ import annotations

from typing import Any

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.terms import Column
from streamt.sql.facts import Problem
from streamt.sql.functions import Arg, CallProblem

NO_LENGTH = frozenset({"DOW", "DOY", "EPOCH", "ISODOW"})  # parts of a date, not lengths: the planner adds nothing, it yields NULL


def note(env: Env, node: Any, problem: Problem) -> None:
    """The expression just bound comes out of the conversion with the other nullability."""
    env.unkept, env.unkept_at = problem, node


def handed_on(env: Env, node: Any, arg: Arg) -> None:
    """An operator over such an expression is no better, unless it can be NULL for another reason."""
    problem = env.unkept
    kind = type(node)
    if problem is None or env.unkept_at is node:
        return
    if kind is ast.Cast or kind is ast.Unary:
        through = node.value is env.unkept_at
    elif kind is ast.Arithmetic:
        through = not arg.type.nullable and any(item is env.unkept_at for item in node.args)
    elif kind is ast.Binary:
        through = not arg.type.nullable and env.unkept_at in (node.left, node.right)
    else:
        through = False
    if through:
        env.unkept_at = node


def named(b: Binding, env: Env, column: Column, node: Any) -> None:
    """The expression is a column that comes out so."""
    found = b.unkept.get(column.id)
    if found is not None and found[0] == column.type.nullable:
        note(env, node, found[1])


def kept_for(b: Binding, env: Env, column: Column, node: Any) -> None:
    """What was found of an expression goes on with the column that it makes."""
    if env.unkept is not None and env.unkept_at is node:
        b.unkept[column.id] = (column.type.nullable, env.unkept)
    env.unkept = env.unkept_at = None


def united(b: Binding, column: Column, parts: tuple[Column, ...]) -> None:
    """A column of a union may be NULL where one of its parts may."""
    for part in parts:
        found = b.unkept.get(part.id)
        if found is not None and not found[0] and not column.type.nullable:
            b.unkept[column.id] = (False, found[1])


def coming_out(b: Binding, columns: tuple[Column, ...]) -> list[Problem]:
    """Why the planner refuses the result."""
    found = ((b.unkept[column.id], column.type.nullable) for column in columns if column.id in b.unkept)
    return [problem for (validated, problem), nullable in found if validated == nullable]


def no_length(env: Env, node: ast.Call, problem: CallProblem) -> None:
    """TIMESTAMPADD by a part of a date: NULL, of a type that says NOT NULL."""
    at = node.args[0]
    note(env, node, Problem("argument_type", problem.message, at.start, at.end, problem.expected, problem.got))


def rows_compared(env: Env, node: ast.Binary, result: Arg) -> None:
    """Rows made on the spot are compared field by field: of what is NOT NULL, though their types let it be NULL."""
    if node.op == "=" and result.type.nullable and _filled(env, node.left) and _filled(env, node.right):
        message = "Flink takes this comparison for NOT NULL after all, and then refuses the query"
        note(env, node, Problem("argument_type", message, node.start, node.end, help="compare the fields one by one"))


def _filled(env: Env, node: ast.Expr) -> bool:
    """A row made on the spot, none of whose fields can be NULL before it is cast."""
    while type(node) is ast.Cast:
        node = node.value
    return type(node) is ast.Row and id(node) in env.filled
