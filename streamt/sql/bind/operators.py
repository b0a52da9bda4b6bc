"""Operators: arithmetic, conditions, LIKE, CASE, CAST."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from streamt.coltypes import (
    BOOLEAN,
    DESCRIPTOR,
    DataType,
    TypeSyntaxError,
    decimal,
    implicitly_castable,
    parse_type,
)
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, Gathered, shown
from streamt.sql.bind.expressions import (
    BOOLEAN_ARG,
    NULL_ARG,
    UNKNOWN_ARG,
    apply,
    expression,
    is_condition,
    operator,
    plain,
    report_call,
)
from streamt.sql.functions import Arg


def arithmetic(b: Binding, env: Env, node: ast.Arithmetic) -> Arg:
    result = expression(b, env, node.args[0])
    for op, arg in zip(node.ops, node.args[1:], strict=True):
        result = apply(b, env, op, [result, expression(b, env, arg)], node)
    return result


def logical(b: Binding, env: Env, node: ast.Logical) -> Arg:
    nullable = False
    for item in node.args:
        arg = expression(b, env, item)
        if not is_condition(arg):
            b.report("type_mismatch", f"{node.op} joins conditions, and this is {shown(arg.type)}", item.start, item.end,
                     expected="BOOLEAN", got=shown(arg.type))  # fmt: skip
            return UNKNOWN_ARG
        nullable = nullable or arg.type.nullable
    return BOOLEAN_ARG if nullable else plain(BOOLEAN.with_nullable(False))


UNARY = {"-": "NEGATE", "+": "POSITIVE", "NOT": "NOT"}


def unary(b: Binding, env: Env, node: ast.Unary) -> Arg:
    value = expression(b, env, node.value)
    if node.op not in UNARY:
        return value
    if node.op == "+" and env.plain_at is node.value:
        env.plain_at = node
    if node.op == "-" and isinstance(value.literal, (int, Decimal, float)) and value.literal is not True:
        return Arg(value.type, literal=-value.literal)
    return apply(b, env, UNARY[node.op], [value], node)


def binary(b: Binding, env: Env, node: ast.Binary) -> Arg:
    if node.op == "OVERLAPS" and type(node.left) is ast.Row and type(node.right) is ast.Row:
        return apply(
            b,
            env,
            node.op,
            [expression(b, env, item) for item in (*node.left.items, *node.right.items)],
            node,
        )
    return apply(b, env, node.op, [expression(b, env, node.left), expression(b, env, node.right)], node)


def is_test(b: Binding, env: Env, node: ast.Is) -> Arg:
    test = "JSON VALUE" if node.test == "JSON" else node.test
    name = f"IS NOT {test}" if node.negated else f"IS {test}"
    return apply(b, env, name, [expression(b, env, node.value)], node)


def between(b: Binding, env: Env, node: ast.Between) -> Arg:
    args = [expression(b, env, item) for item in (node.value, node.low, node.high)]
    return apply(b, env, "BETWEEN", args, node)


NOT_IN_FLINK = {"ILIKE": "write LOWER(text) LIKE 'a pattern in lower case'", "RLIKE": "write REGEXP(text, 'pattern')"}


def like(b: Binding, env: Env, node: ast.Like) -> Arg:
    items = (node.value, node.pattern) if node.escape is None else (node.value, node.pattern, node.escape)
    args = [expression(b, env, item) for item in items]
    if node.op in NOT_IN_FLINK:
        b.report("unknown_function", f"Flink SQL has no {node.op}", node.start, node.end, got=node.op, help=NOT_IN_FLINK[node.op])
        return BOOLEAN_ARG
    if node.escape is not None and node.op == "LIKE":
        _check_escape(b, node.pattern, args[1].literal, node.escape, args[2].literal)
    return apply(b, env, node.op, args, node)


def _check_escape(b: Binding, at: ast.Expr, pattern: object, escape_at: ast.Expr, escape: object) -> None:
    """A pattern that cannot be read stops the job, not the validation."""
    if not isinstance(escape, str):
        return
    if not escape:
        return
    if len(escape) > 1 or escape == " ":
        b.report("no_stream_plan", "ESCAPE takes one character", escape_at.start, escape_at.end, got=escape)
    elif isinstance(pattern, str) and not _escapes_well(pattern, escape):
        b.report(
            "no_stream_plan",
            f"in the pattern, `{escape}` must stand before %, _ or itself",
            at.start,
            at.end,
            got=pattern,
        )


def _escapes_well(pattern: str, escape: str) -> bool:
    position = 0
    while position < len(pattern):
        if pattern[position] == escape:
            position += 1
            if position == len(pattern) or pattern[position] not in ("%", "_", escape):
                return False
        position += 1
    return True


def case(b: Binding, env: Env, node: ast.Case) -> Arg:
    args: list[Arg] = []
    operand = expression(b, env, node.operand) if node.operand is not None else None
    for when in node.whens:
        tests = [expression(b, env, test) for test in when.tests]
        if operand is not None:
            tests = [
                apply(b, env, "=", [operand, test], at) for test, at in zip(tests, when.tests, strict=True)
            ]
        args.append(tests[0])
        args.append(expression(b, env, when.result))
    args.append(expression(b, env, node.otherwise) if node.otherwise is not None else NULL_ARG)
    return apply(b, env, "CASE", args, node)


def cast(b: Binding, env: Env, node: ast.Cast) -> Arg:
    value = expression(b, env, node.value)
    source = env.plain if env.plain_at is node.value else None
    target = type_named(b, node.type)
    if target is None:
        return UNKNOWN_ARG
    if (
        source is not None
        and not node.safe
        and source.shown is None
        and source.type.with_nullable(True) == target.with_nullable(True)
    ):
        env.plain_at = node
        return plain(value.type)
    result = operator("TRY_CAST" if node.safe else "CAST", b.catalog.version).infer([value, plain(target)])
    if isinstance(result, DataType):
        _check_folded(b, env, node, target)
        if source is not None and not node.safe and implicitly_castable(source.type, target):
            env.cast, env.cast_at = source.id, node
        return plain(result)
    report_call(b, result, node, ())
    return UNKNOWN_ARG


NUMBERS = frozenset({"TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL"})


def _check_folded(b: Binding, env: Env, node: ast.Cast, target: DataType) -> None:
    """The planner folds CAST(CAST(number AS STRING) AS TIMESTAMP) into a cast it then cannot run."""
    inner = node.value
    if target.kind not in ("TIMESTAMP", "TIMESTAMP_LTZ") or type(inner) is not ast.Cast or inner.safe or node.safe:
        return
    between = type_named(b, inner.type)
    if between is None or between.kind not in ("CHAR", "VARCHAR") or between.length < MANY:
        return
    kept, env.refs = env.refs, []
    silent, b.gathered = b.gathered, Gathered()
    source = expression(b, env, inner.value)
    b.gathered, env.refs = silent, kept
    if source.type.kind in NUMBERS:
        b.report("no_stream_plan", "a number is no time, by way of text either", node.start, node.end,
                 help="TO_TIMESTAMP_LTZ(number, 3) reads milliseconds, TO_TIMESTAMP_LTZ(number, 0) seconds")  # fmt: skip


MANY = 60  # characters: any number fits


MAX_DIGITS = 38
WIDE_DECIMAL = re.compile(r"(?:DECIMAL|DEC|NUMERIC)\s*\(\s*(\d{1,6})\s*(?:,\s*(\d{1,6})\s*)?\)", re.IGNORECASE)


def type_named(b: Binding, node: ast.TypeName) -> DataType | None:
    try:
        return parse_type_cached(node.text)
    except TypeSyntaxError as error:
        wide = WIDE_DECIMAL.fullmatch(node.text.strip())
        if wide is not None and int(wide[1]) > MAX_DIGITS:  # the planner takes what it has
            return decimal(MAX_DIGITS, min(int(wide[2] or 0), MAX_DIGITS))
        b.report("syntax", str(error), node.start, node.end)
        return None


@lru_cache(maxsize=1024)
def parse_type_cached(text: str) -> DataType:
    return parse_type(text)


def star(b: Binding, env: Env, node: ast.Star) -> Arg:
    b.report("syntax", "`*` stands only in SELECT and in COUNT(*)", node.start, node.end)
    return UNKNOWN_ARG


def descriptor(b: Binding, env: Env, node: ast.Descriptor) -> Arg:
    """Names of columns as such: which table they are of, only the function knows."""
    return Arg(DESCRIPTOR)


def table_argument(b: Binding, env: Env, node: ast.TableArg | ast.ModelArg) -> Arg:
    """A table where a value stands."""
    b.report("function_place", "a table is given to functions in FROM only", node.start, node.end)
    return UNKNOWN_ARG


def named(b: Binding, env: Env, node: ast.NamedArg) -> Arg:
    return expression(b, env, node.value)
