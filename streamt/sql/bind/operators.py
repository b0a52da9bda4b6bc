"""Operators: arithmetic, conditions, LIKE, CASE; and what stands where an operand should."""

from __future__ import annotations

from decimal import Decimal

from streamt.coltypes import BOOLEAN, DESCRIPTOR
from streamt.sql import ast
from streamt.sql.bind import simplified, unkept
from streamt.sql.bind.branches import check_moments, constant_branches, divided
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.expressions import (
    NULL_ARG,
    UNKNOWN_ARG,
    apply,
    expression,
    is_condition,
    left_out,
    plain,
    report_untyped,
    without_type,
)
from streamt.sql.bind.lineage import constant
from streamt.sql.bind.parts import OPEN, Part, conjoined, first, negated, only, part, settled
from streamt.sql.facts import Problem
from streamt.sql.functions import Arg


def arithmetic(b: Binding, env: Env, node: ast.Arithmetic) -> Arg:
    before, calls = len(env.refs), len(b.gathered.calls)
    whole, done = first(b, env, node)
    for op, item in zip(node.ops[done - 1 :], node.args[done:], strict=True):
        right = _operand(b, env, item)
        if simplified.divides_by_zero(op, whole, right):
            b.report("no_stream_plan", "the planner divides these constants at once, by zero", node.start, node.end)
        result = apply(b, env, op, [whole.arg, right.arg], node)
        constant = whole.constant and right.constant
        if result is not UNKNOWN_ARG and simplified.nothing(op, whole, right):
            whole = Part(node, Arg(result.type, known=None), None, True, constant)
            continue
        kept = simplified.neutral(op, whole, right, result.type)
        if kept is not None and len(node.ops) == 1:
            only(env, node, kept)
            return kept.arg
        whole = Part(node, result, None, whole.deterministic and right.deterministic, constant)
        if op == "/" and len(b.gathered.calls) == calls:
            divided(env, node, right, env.refs[before:])
    return whole.arg


def _operand(b: Binding, env: Env, node: ast.Expr) -> Part:
    item = part(b, env, node)
    return item._replace(arg=left_out(env, item.column, item.arg)) if env.nulled else item


def logical(b: Binding, env: Env, node: ast.Logical) -> Arg:
    nullable = False
    whole, done = first(b, env, node)
    parts: list[Part] = []
    for item in node.args[done - 1 :]:
        bound = part(b, env, item) if parts else whole
        if bound.arg.type.kind == "NULL":
            b.report("untyped_null", f"NULL alone has no type, and {node.op} joins conditions", item.start, item.end, got="NULL",
                     help="write UNKNOWN, or CAST(NULL AS BOOLEAN)")  # fmt: skip
            return UNKNOWN_ARG
        if not is_condition(bound.arg):
            b.report("type_mismatch", f"{node.op} joins conditions, and this is {shown(bound.arg.type)}", item.start, item.end,
                     expected="BOOLEAN", got=shown(bound.arg.type))  # fmt: skip
            return UNKNOWN_ARG
        nullable = nullable or bound.arg.type.nullable
        parts.append(bound)
    value = simplified.joined(b, env, node.op, parts)
    type = BOOLEAN.with_nullable(nullable)
    if value is not OPEN:
        return Arg(type, known=value)
    left = simplified.remaining(b, env, node.op, parts)
    if len(left) == 1:
        only(env, node, left[0])
    return plain(type)


UNARY = {"-": "NEGATE", "+": "POSITIVE", "NOT": "NOT"}


def unary(b: Binding, env: Env, node: ast.Unary) -> Arg:
    env.negations += node.op == "NOT"
    value = expression(b, env, node.value)
    env.negations -= node.op == "NOT"
    if env.nulled and env.plain_at is node.value:
        value = left_out(env, env.plain, value)
    if node.op not in UNARY:  # FINAL, which says what is meant anyway, and RUNNING
        if node.op == "RUNNING":
            b.report("no_stream_plan", "Flink's patterns have no RUNNING", node.start, node.value.start, help="leave it out")
        return value
    if node.op == "+" and env.plain_at is node.value:
        env.plain_at = node
    if type(node.value) is ast.Unary and node.value.op == node.op and env.plain_at is node.value.value:
        env.plain_at = node  # twice is not at all
    if node.op == "-" and isinstance(value.literal, (int, Decimal, float)) and value.literal is not True:
        return Arg(value.type, literal=-value.literal)
    result = apply(b, env, UNARY[node.op], [value], node)
    if result is UNKNOWN_ARG or (value.value is not None and node.op != "NOT"):
        return result
    known = negated(value.value)
    return result if known is OPEN else Arg(result.type, known=known)


def binary(b: Binding, env: Env, node: ast.Binary) -> Arg:
    if node.op == "OVERLAPS" and type(node.left) is ast.Row and type(node.right) is ast.Row:
        return apply(
            b,
            env,
            node.op,
            [expression(b, env, item) for item in (*node.left.items, *node.right.items)],
            node,
        )
    left, right = part(b, env, node.left), part(b, env, node.right)
    if node.op in simplified.COMPARISONS:
        result = simplified.comparison(b, env, node.op, left, right, node)
        check_moments(env, node, left, right)
        if env.filled:
            unkept.rows_compared(env, node, result)
        return result
    result = apply(b, env, node.op, [left.arg, right.arg], node)
    if node.op.endswith("DISTINCT FROM") and isinstance(left.value, bool) and simplified.is_text(right.arg):
        simplified.report_truth_and_text(b, node)
    return settled(result, simplified.distinct_from(b, env, left, right, node.op))


def is_test(b: Binding, env: Env, node: ast.Is) -> Arg:
    test = "JSON VALUE" if node.test == "JSON" else node.test
    name = f"IS NOT {test}" if node.negated else f"IS {test}"
    env.negations += node.test == "FALSE"
    value = part(b, env, node.value)
    env.negations -= node.test == "FALSE"
    result = apply(b, env, name, [value.arg], node)
    if result is UNKNOWN_ARG:
        return result
    known = simplified.tested(env, test, node.negated, value)
    if known is OPEN and simplified.is_itself(test, node.negated, value):
        only(env, node, value)
    return settled(result, known)


def between(b: Binding, env: Env, node: ast.Between) -> Arg:
    value, low, high = (part(b, env, item) for item in (node.value, node.low, node.high))
    result = apply(b, env, "BETWEEN", [value.arg, low.arg, high.arg], node)
    known: object = OPEN
    if not node.symmetric:
        known = conjoined(
            [simplified.compared(b, env, ">=", value, low), simplified.compared(b, env, "<=", value, high)]
        )
    return settled(result, negated(known) if node.negated else known)


def like(b: Binding, env: Env, node: ast.Like) -> Arg:
    before = len(env.refs)
    parts = [part(b, env, item) for item in (node.value, node.pattern)]
    if node.escape is not None:
        parts.append(part(b, env, node.escape))
        if node.op == "LIKE" and parts[2].arg.literal == "" and (
            (_folds(parts[0]) and constant(env.refs[before:])) or (parts[1].constant and any(True for _ in constant_branches(env, node.value)))
        ):
            env.failing.append(Problem("no_stream_plan", "ESCAPE takes one character", node.escape.start, node.escape.end, got="''"))
        if node.op == "LIKE" and parts[0].value is not None:
            _check_escape(b, node.pattern, parts[1].arg.literal, node.escape, parts[2].arg.literal)
    result = apply(b, env, node.op, [each.arg for each in parts], node)
    known: object = OPEN
    if node.op == "LIKE" and any(each.value is None for each in parts):
        known = None
    elif node.op == "LIKE" and parts[1].value == "%" and not parts[0].arg.type.nullable:
        known = not node.negated
    return settled(result, known)


def _folds(value: Part) -> bool:
    """Whether the planner computes what is made of it: NULL alone is the result before."""
    null = type(value.node) is ast.Cast and value.value is None
    return value.deterministic and not null


def _check_escape(b: Binding, at: ast.Expr, pattern: object, escape_at: ast.Expr, escape: object) -> None:
    """A pattern that cannot be read stops the job, not the validation."""
    if not isinstance(escape, str) or not escape:
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
    branches: list[tuple[list[Part], Part]] = []
    operand = part(b, env, node.operand) if node.operand is not None else None
    for when in node.whens:
        tests = [part(b, env, test) for test in when.tests]
        if operand is not None:
            tests = [_matched(b, env, operand, test) for test in tests]
        result = part(b, env, when.result)
        if operand is None and simplified.asked_not_null(b, env, when):
            result = result._replace(arg=result.arg._replace(type=result.arg.type.with_nullable(False)))
        args += (tests[0].arg, result.arg)
        branches.append((tests, result))
    otherwise = part(b, env, node.otherwise) if node.otherwise is not None else Part(node, NULL_ARG, None, True)
    args.append(otherwise.arg)
    whole = apply(b, env, "CASE", args, node)
    if without_type(whole.type):
        return report_untyped(b, node, "no_stream_plan")
    tests, results = simplified.reached(b, env, branches, otherwise)
    if tests or len(results) > 1 or whole is UNKNOWN_ARG:
        return whole
    if results[0].arg.type is whole.type:
        only(env, node, results[0])
    value = results[0].value
    return Arg(whole.type, known=value) if value is not OPEN and whole.time is None else whole


def _matched(b: Binding, env: Env, operand: Part, test: Part) -> Part:
    """The condition that CASE x WHEN y is."""
    arg = simplified.comparison(b, env, "=", operand, test, test.node)
    return Part(test.node, arg, None, operand.deterministic and test.deterministic)


def nullif(b: Binding, env: Env, node: ast.Call) -> Arg:
    """CASE WHEN value = other THEN NULL ELSE value END."""
    value, other = (part(b, env, item) for item in node.args)
    result = apply(b, env, "NULLIF", [value.arg, other.arg], node)
    if isinstance(value.value, bool) and simplified.is_text(other.arg):
        simplified.report_truth_and_text(b, node)
    equal = simplified.compared(b, env, "=", value, other) if result is not UNKNOWN_ARG else OPEN
    if equal is OPEN:
        return result
    if equal is True or value.value is None:
        return Arg(result.type, known=None)
    if value.arg.type is result.type:
        only(env, node, value)
    return result


def star(b: Binding, env: Env, node: ast.Star) -> Arg:
    form = f"`{'.'.join(node.names)}.*`" if node.names else "`*`"
    b.report("syntax", f"{form} is no value: it stands in SELECT alone", node.start, node.end, help="name the columns; COUNT(*) counts rows")
    return UNKNOWN_ARG


def descriptor(b: Binding, env: Env, node: ast.Descriptor) -> Arg:
    """Names of columns as such: which table they are of, only the function knows."""
    if env.clause != "a table function":
        b.report("function_place", "DESCRIPTOR names columns for a function in FROM", node.start, node.end, help="write the column alone")
    return Arg(DESCRIPTOR)


def table_argument(b: Binding, env: Env, node: ast.TableArg | ast.ModelArg) -> Arg:
    """A table where a value stands."""
    b.report("function_place", "a table is given to functions in FROM only", node.start, node.end, help="FROM TABLE(function(TABLE t))")
    return UNKNOWN_ARG


def named(b: Binding, env: Env, node: ast.NamedArg) -> Arg:
    return expression(b, env, node.value)
