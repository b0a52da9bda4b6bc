"""Operands bound before it is known which of them count: an operator names the columns of those that stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import UNKNOWN_ARG, expression
from streamt.sql.bind.shapes import shape
from streamt.sql.bind.terms import Column
from streamt.sql.functions import NOT_LITERAL, Arg

OPEN: Final = NOT_LITERAL
"""No value that would be the same in every row."""


class Part(NamedTuple):
    """An operand and what it named; `column`: the one it is, where it is nothing else.

    held: it counts in any case; constant: it names nothing, even before anything is simplified
    """

    node: ast.Expr
    arg: Arg
    refs: Sequence[tuple[Column, str]]
    column: Column | None
    deterministic: bool
    held: bool = False
    constant: bool = False

    @property
    def value(self) -> object:
        return self.arg.value


def part(b: Binding, env: Env, node: ast.Expr) -> Part:
    """The operand bound; what it names is named again by `keep`. In a condition all of it counts, for it decides on rows."""
    start, calls, named = len(env.refs), len(b.gathered.calls), env.named
    arg = expression(b, env, node)
    refs = env.refs[start:]
    held = env.held or env.top is not None
    if not held:
        del env.refs[start:]
    column = env.plain if env.plain_at is node else None
    return Part(
        node, arg, refs, column, len(b.gathered.calls) == calls, held, env.named == named and not refs
    )


def keep(env: Env, *parts: Part) -> None:
    for item in parts:
        if not item.held:
            env.refs.extend(item.refs)


def only(env: Env, node: object, item: Part) -> None:
    """The whole expression `node` is this operand."""
    keep(env, item)
    if item.column is not None:
        env.plain, env.plain_at = item.column, node


def settled(env: Env, result: Arg, value: object, *parts: Part) -> Arg:
    """The operands count only where they do not settle the result by themselves."""
    if result is not UNKNOWN_ARG and value is not OPEN:
        return Arg(result.type, known=value)
    keep(env, *parts)
    return result


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
