"""Operands as an operator sees them: what each is in every row, where that is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, column_arg, expression, grouped_start
from streamt.sql.bind.shapes import shape
from streamt.sql.bind.terms import Column
from streamt.sql.functions import NOT_LITERAL, Arg

OPEN: Final = NOT_LITERAL
"""No value that would be the same in every row."""


class Part(NamedTuple):
    """An operand; `column`: the one it is, where it is nothing else; `constant`: it names no column, however idle."""

    node: ast.Expr
    arg: Arg
    column: Column | None
    deterministic: bool
    constant: bool = False

    @property
    def value(self) -> object:
        return self.arg.value


def part(b: Binding, env: Env, node: ast.Expr) -> Part:
    start, calls, named = len(env.refs), len(b.gathered.calls), env.named
    arg = expression(b, env, node)
    column = env.plain if env.plain_at is node else None
    return Part(node, arg, column, len(b.gathered.calls) == calls, env.named == named and len(env.refs) == start)


def first(b: Binding, env: Env, node: ast.Arithmetic | ast.Logical) -> tuple[Part, int]:
    """What a chain begins with, and how many arguments that is: one, or as many as GROUP BY has from the left."""
    size, key = grouped_start(b, env, node)
    if key is None:
        return part(b, env, node.args[0]), 1
    env.names(key, None)
    return Part(node, column_arg(key), None, True), size


def only(env: Env, node: object, item: Part) -> None:
    """The whole expression `node` is this operand."""
    if item.column is not None:
        env.plain, env.plain_at = item.column, node


def settled(result: Arg, value: object) -> Arg:
    """The result, where its operands settle it by themselves."""
    return Arg(result.type, known=value) if result is not UNKNOWN_ARG and value is not OPEN else result


def negated(value: object) -> object:
    return not value if isinstance(value, bool) else value


def same(b: Binding, env: Env, one: Part, other: Part) -> bool:
    """Two operands that are the same expression, as they are written."""
    if one.arg.type.kind == "ROW" and (one.column is None or other.column is None):
        return False
    if type(one.node) is not type(other.node) or not (one.deterministic and other.deterministic):
        return False
    if type(one.node) is ast.Column:
        return one.column is not None and other.column is not None and one.column.id == other.column.id
    alike = one.node.end - one.node.start == other.node.end - other.node.start
    return alike and shape(b, env, one.node) == shape(b, env, other.node)


def conjoined(values: Sequence[object]) -> object:
    """Of several truths under AND."""
    if any(value is False for value in values):
        return False
    if any(value is OPEN for value in values):
        return OPEN
    return None if any(value is None for value in values) else True


def disjoined(values: Sequence[object]) -> object:
    return negated(conjoined([negated(value) for value in values]))
