"""The type of every expression, and on the way each column it names: one pass, dispatched on the kind of node.

`expression` yields an `Arg` (type, literal, time attribute); names go to `env.refs`. After a report the type is UNKNOWN,
and what is built on UNKNOWN is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from streamt.coltypes import (
    BOOLEAN,
    NULL,
    UNKNOWN,
    DataType,
    as_column,
)
from streamt.sql import ast
from streamt.sql.bind import unkept
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.shapes import shape
from streamt.sql.functions import Arg, resolve

if TYPE_CHECKING:
    from streamt.sql.bind.terms import Column
    from streamt.sql.facts import TimeKind
    from streamt.sql.functions import CallProblem, Function

KEEPS_TIME = frozenset({"+", "-", "FLOOR", "CEIL", "CEILING", "MIN", "MAX", "FIRST_VALUE", "LAST_VALUE", "LAG", "LEAD"})
COMMON_TYPE = frozenset({"CASE", "COALESCE", "IFNULL", "GREATEST", "LEAST"})
TAKES_NARROWER = frozenset({"COALESCE", "IFNULL"})
ORDERED = frozenset({"GREATEST", "LEAST"})
TYPE_OF_ONE = {"IF": 1, "NULLIF": 0}
"""Which argument the type is of."""
SHORT_UNITS = frozenset({"HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND"})
TIME_KINDS = frozenset({"TIMESTAMP", "TIMESTAMP_LTZ"})

Bind = Callable[[Binding, Env, Any], Arg]


@lru_cache(maxsize=4096)
def plain(type: DataType) -> Arg:
    return Arg(type)


UNKNOWN_ARG = plain(UNKNOWN)
BOOLEAN_ARG = plain(BOOLEAN)
NULL_ARG = Arg(NULL, literal=None)


@lru_cache(maxsize=1024)
def operator(name: str, version: str) -> Function | None:
    """None: Flink's grammar reads it, its planner has no such operator."""
    return resolve(name, version)


FOLDING = frozenset({ast.Case, ast.Is, ast.Logical, ast.Binary, ast.Between, ast.In, ast.Like})
"""Kinds of nodes that the planner may fold; so it does with NULL and with what is compared with itself."""

_SETS = "arrays have ARRAY_UNION(..), ARRAY_INTERSECT(..) and ARRAY_EXCEPT(..)"
_PERIODS = "compare the starts and the ends"
INSTEAD = {
    "ILIKE": "write LOWER(text) LIKE 'pattern', with a pattern in lower case",
    "RLIKE": "write REGEXP(text, 'pattern')",
    "MEMBER OF": "write ARRAY_CONTAINS(array, value)",
    "MULTISET UNION": _SETS,
    "MULTISET INTERSECT": _SETS,
    "MULTISET EXCEPT": _SETS,
    "IS EMPTY": "write CARDINALITY(value) = 0",
    "IS NOT EMPTY": "write CARDINALITY(value) > 0",
    **dict.fromkeys(("CONTAINS", "EQUALS", "PRECEDES", "SUCCEEDS", "IMMEDIATELY PRECEDES", "IMMEDIATELY SUCCEEDS"), _PERIODS),
}


BINDERS: dict[type, Bind] = {}
"""What binds each kind of node; `streamt.sql.bind` lists them."""


def expression(b: Binding, env: Env, node: ast.Expr) -> Arg:
    if env.keys is not None and not env.inside:
        key = grouped_expression(b, env, node)
        if key is not None:
            env.names(key, node)
            b.plain[id(node)] = key
            arg = env.args[id(node)] = column_arg(key)
            return arg
    if type(node) in FOLDING:
        env.folds = True
    arg = env.args[id(node)] = b.typed[id(node)] = BINDERS[type(node)](b, env, node)
    if env.plain_at is node and env.plain is not None:
        b.plain[id(node)] = env.plain
    if env.unkept is not None:
        unkept.handed_on(env, node, arg)
    return arg


def grouped_expression(b: Binding, env: Env, node: ast.Expr) -> Column | None:
    """The GROUP BY expression that this one repeats."""
    kind = type(node)
    if env.keys is None or kind is ast.Literal:
        return None
    return env.keys.get(shape(b, env, node))


def grouped_start(b: Binding, env: Env, node: ast.Arithmetic | ast.Logical) -> tuple[int, Column | None]:
    """How many arguments of a chain are a GROUP BY expression, from the left: `a + b - 1` is `a + b` less one."""
    if not env.keys or env.inside:
        return 0, None
    sizes = {len(key[-1]) for key in env.keys if isinstance(key, tuple) and key[0] == type(node).__name__}
    for size in sorted((size for size in sizes if size < len(node.args)), reverse=True):
        part = node._replace(args=node.args[:size])
        if type(part) is ast.Arithmetic:
            part = part._replace(ops=part.ops[: size - 1])
        key = env.keys.get(shape(b, env, part))
        if key is not None:
            return size, key
    return 0, None


def column_arg(column: Column) -> Arg:
    return Arg(column.type, time=column.shown) if column.shown else plain(column.type)


def apply(b: Binding, env: Env, name: str, args: list[Arg], node: Any) -> Arg:
    """An operator over its arguments."""
    found = operator(name, b.catalog.version)
    if found is None:
        plain_name = name.removesuffix(" ALL").removesuffix(" DISTINCT")
        b.report("unsupported", f"Flink has no operator {name}", node.start, node.end, got=name, help=INSTEAD.get(plain_name))
        return UNKNOWN_ARG
    result = found.infer(args)
    if isinstance(result, DataType):
        return timed(name, result, args)
    return report_call(b, result, node, ())


def timed(name: str, result: DataType, args: list[Arg]) -> Arg:
    """Some calls hand a time attribute on, as the planner's schema shows it."""
    time = _handed_on(name, result, args) if result.kind in TIME_KINDS else None
    return Arg(result, time=time) if time else plain(result)


def _handed_on(name: str, result: DataType, args: list[Arg]) -> TimeKind | None:
    if name in TYPE_OF_ONE:
        return args[TYPE_OF_ONE[name]].time
    if name in COMMON_TYPE:
        values = [arg for arg in (args[1::2] + args[-1:] if name == "CASE" else args) if arg.type.kind != "NULL"]
        mixed = name in ORDERED and len({arg.type.kind for arg in values}) > 1
        if mixed or values[0].type.kind != result.kind:
            return None
        return common_time([(arg.type, arg.time) for arg in values], narrower=name in TAKES_NARROWER)
    if name in KEEPS_TIME or (name == "TIMESTAMPADD" and args[0].symbol not in SHORT_UNITS):
        return next((arg.time for arg in args if arg.time is not None and arg.type.kind == result.kind), None)
    return None


def common_time(parts: Sequence[tuple[DataType, TimeKind | None]], narrower: bool = False) -> TimeKind | None:
    """The time attribute that the common type is: the first one's, unless another precision makes a type of its own.

    `narrower`: only a higher precision does.
    """
    (first, time), *others = parts
    precisions = [type.precision for type, _ in others if type.kind in TIME_KINDS]
    return time if all(other == first.precision or (narrower and other < first.precision) for other in precisions) else None


PROBLEM_CODES = {"argument_count": "argument_count", "argument_type": "argument_type", "argument_literal": "argument_type", "no_plan": "no_stream_plan"}


def left_out(env: Env, column: Column | None, arg: Arg) -> Arg:
    """A column that grouping sets make NULL in some rows is so inside an aggregate too, once an operator is put to it."""
    nulled = env.inside and column is not None and column.id in env.nulled
    return Arg(arg.type.with_nullable(True), time=arg.time) if nulled else arg


def report_call(b: Binding, problem: CallProblem, node: Any, args: tuple[Any, ...]) -> Arg:
    """At the argument that is wrong, else at the call. What the call yields if nobody runs it."""
    at = node
    if problem.argument is not None and problem.argument < len(args):
        at = args[problem.argument]
    b.report(
        PROBLEM_CODES.get(problem.kind, "unsupported"),
        problem.message,
        at.start,
        at.end,
        expected=problem.expected,
        got=problem.got,
    )
    return UNKNOWN_ARG if problem.validated is None else plain(as_column(problem.validated))


def without_type(type: DataType) -> bool:
    """ROW(NULL) and the like, in which a field has no type."""
    return type.kind == "ROW" and any(child.kind == "NULL" or without_type(child) for child in type.children)


def report_untyped(b: Binding, node: ast.Expr, code: str) -> Arg:
    b.report(code, "NULL alone has no type in a row", node.start, node.end, help="give it one: ROW(CAST(NULL AS STRING), ..)")
    return UNKNOWN_ARG


def is_condition(arg: Arg) -> bool:
    return arg.type.kind in ("BOOLEAN", "UNKNOWN", "NULL")


def condition(b: Binding, env: Env, node: ast.Expr, clause: str) -> Arg:
    """A whole condition: of CASE-less clauses such as FILTER."""
    arg = expression(b, env, node)
    if not is_condition(arg):
        b.report("type_mismatch", f"{clause} needs a condition, and this is {shown(arg.type)}", node.start, node.end,
                 expected="BOOLEAN", got=shown(arg.type))  # fmt: skip
    return arg
