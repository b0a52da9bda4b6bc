"""What an expression is in every row, where the planner's simplifier sees it, while its type is inferred.

`x = CAST(NULL AS INT)` is NULL, `CASE WHEN FALSE THEN a ELSE b END` is b: it is no error what stands beside. Which columns
a value still comes of is told by `streamt.sql.folding`, of the whole expression.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from streamt.coltypes import BOOLEAN, DataType
from streamt.coltypes.datatype import CHARACTER, NUMERIC
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import operator, plain, report_call
from streamt.sql.bind.parts import OPEN, Part, conjoined, disjoined, negated, only, same
from streamt.sql.bind.shapes import shape
from streamt.sql.functions import Arg

COMPARISONS: Final = {"=": True, "<=": True, ">=": True, "<>": False, "<": False, ">": False}
"""What a value that is never NULL says when compared with itself."""


def comparison(b: Binding, env: Env, op: str, left: Part, right: Part, node: ast.Expr) -> Arg:
    itself = same(b, env, left, right)
    value = _compared(op, left, right, itself)
    function = operator(op, b.catalog.version)
    assert function is not None
    result = function.infer([left.arg, right.arg])
    if not isinstance(result, DataType):
        if result.kind != "no_plan" or (value is OPEN and not itself):
            return report_call(b, result, node, ())
        result = BOOLEAN.with_nullable(left.arg.type.nullable or right.arg.type.nullable)
    if value is not OPEN:
        return Arg(result, known=value)
    if (op, left.value) in (("=", False), ("<>", True)) and is_text(right.arg) and not env.negations:
        report_truth_and_text(b, node)
    true_side = _true_side(op, left, right)
    if true_side is not None:
        only(env, node, true_side)
    return plain(result)


def is_text(arg: Arg) -> bool:
    return arg.type.kind in CHARACTER and arg.value is OPEN


def report_truth_and_text(b: Binding, node: ast.Expr) -> None:
    """The planner makes NOT text of it."""
    b.report("no_stream_plan", "Flink cannot compare TRUE or FALSE with text", node.start, node.end, help="compare it with 'true' or 'false'")


def compared(b: Binding, env: Env, op: str, left: Part, right: Part) -> object:
    return _compared(op, left, right, same(b, env, left, right))


def _compared(op: str, left: Part, right: Part, itself: bool) -> object:
    if left.value is None or right.value is None:
        return None
    if itself and not left.arg.type.nullable:
        return COMPARISONS[op]
    if left.value is OPEN or right.value is OPEN:
        return OPEN
    if left.arg.type.kind not in _PLAIN or right.arg.type.kind not in _PLAIN:
        return OPEN
    return _order(op, left.value, right.value)


_PLAIN: Final = CHARACTER | NUMERIC | {"BOOLEAN"}


def _order(op: str, one: object, other: object) -> object:
    """Of two constants; of texts only what does not depend on an order of characters."""
    if isinstance(one, str) and isinstance(other, str):
        return (one.rstrip() == other.rstrip()) == (op == "=") if op in ("=", "<>") else OPEN
    if not (isinstance(one, int | Decimal) and isinstance(other, int | Decimal)) or isinstance(
        one, bool
    ) != isinstance(other, bool):
        return OPEN
    equal, less = one == other, one < other
    return {
        "=": equal,
        "<>": not equal,
        "<": less,
        "<=": less or equal,
        ">": not less and not equal,
        ">=": not less,
    }[op]


def _true_side(op: str, left: Part, right: Part) -> Part | None:
    """`b = TRUE` is b."""
    truth = {"=": True, "<>": False}.get(op)
    if left.value is truth and truth is not None:
        return right if right.arg.type.kind == "BOOLEAN" else None
    return left if right.value is truth and truth is not None and left.arg.type.kind == "BOOLEAN" else None


def distinct_from(b: Binding, env: Env, left: Part, right: Part, op: str) -> object:
    """IS [NOT] DISTINCT FROM: with NULL it is settled for what can never be NULL."""
    one, other = left, right
    if one.value is None:
        one, other = other, one
    settled: object = OPEN
    if other.value is None and (one.value is None or not one.arg.type.nullable):
        settled = one.value is not None
    elif not left.arg.type.nullable and same(b, env, left, right):
        settled = False
    return settled if op == "IS DISTINCT FROM" else negated(settled)


_NEUTRAL: Final = {"+": 0, "-": 0, "*": 1, "/": 1}


def neutral(op: str, left: Part, right: Part, result: DataType) -> Part | None:
    """The operand that x + 0, 0 + x, x - 0, x * 1, 1 * x and x / 1 are, where the type stays what it was."""
    number = _NEUTRAL.get(op)
    for one, other in ((left, right), (right, left)):
        value = other.value
        if (
            number is None
            or isinstance(value, bool)
            or not isinstance(value, int | float | Decimal)
            or value != number
        ):
            continue
        if (
            other.constant
            and isinstance(one.node, ast.Column)
            and one.arg.type is result
            and (one is left or op in "+*")
        ):
            return one
    return None


def nothing(op: str, left: Part, right: Part) -> bool:
    """Arithmetic with a constant NULL."""
    return op in HANDING_ON and any(item.constant and item.value is None for item in (left, right))


def divides_by_zero(op: str, left: Part, right: Part) -> bool:
    """Of constants, which the planner computes at once."""
    value = right.value
    zero = isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value == 0
    return op == "/" and zero and left.constant and left.deterministic and left.value is not None


MANY_TERMS: Final = 16
"""More are not looked through for pairs: the planner may find one, and a longer list of columns is no lie."""


def joined(b: Binding, env: Env, op: str, parts: Sequence[Part]) -> object:
    """What AND or OR of these is in every row."""
    known = (conjoined if op == "AND" else disjoined)([item.value for item in parts])
    if known is not OPEN or len(parts) > MANY_TERMS:
        return known
    pairs = ((one, other) for at, one in enumerate(parts) for other in parts[at + 1 :])
    return op == "OR" if any(_opposed(b, env, one, other) for one, other in pairs) else OPEN


def _opposed(b: Binding, env: Env, one: Part, other: Part) -> bool:
    """x and NOT x of what is never NULL and no comparison, x IS NULL and x IS NOT NULL."""
    if one.arg.type.nullable or other.arg.type.nullable or not (one.deterministic and other.deterministic):
        return False
    for value, denied in ((one.node, other.node), (other.node, one.node)):
        if (
            isinstance(denied, ast.Unary)
            and denied.op == "NOT"
            and type(value) is not ast.Binary
            and shape(b, env, denied.value) == shape(b, env, value)
        ):
            return True
        if not (
            isinstance(value, ast.Is) and isinstance(denied, ast.Is) and value.test == denied.test == "NULL"
        ):
            continue
        if value.negated != denied.negated and shape(b, env, value.value) == shape(b, env, denied.value):
            return True
    return False


def remaining(b: Binding, env: Env, op: str, parts: Sequence[Part]) -> list[Part]:
    """The terms of AND or OR that count: each once, and no TRUE under AND."""
    idle = op == "AND"
    left: list[Part] = []
    for item in parts:
        again = len(parts) <= MANY_TERMS and any(same(b, env, item, other) for other in left)
        if item.value is not idle and not again:
            left.append(item)
    return left


_TRUTHS: Final[dict[str, object]] = {"TRUE": True, "FALSE": False, "UNKNOWN": None, "NULL": None}


def tested(env: Env, test: str, negated: bool, value: Part) -> object:
    """What IS [NOT] NULL, TRUE .. says in every row."""
    if test not in _TRUTHS:
        return OPEN
    if value.value is not OPEN:
        return (value.value is _TRUTHS[test]) != negated
    if _TRUTHS[test] is not None or value.arg.type.nullable:
        return OPEN
    return negated if env.cast_at is value.node or _harmless(value.node) else OPEN


def asked_not_null(b: Binding, env: Env, when: ast.When) -> bool:
    """WHEN x IS NOT NULL THEN x."""
    test = when.tests[0]
    found = (
        isinstance(test, ast.Is)
        and test.test == "NULL"
        and test.negated
        and type(test.value) is type(when.result)
    )
    return found and shape(b, env, test.value) == shape(b, env, when.result)  # type: ignore[union-attr]


def is_itself(test: str, negated: bool, value: Part) -> bool:
    """A condition that is never NULL IS TRUE where it is true."""
    return (test, negated) in (("TRUE", False), ("FALSE", True)) and not value.arg.type.nullable


def _harmless(node: ast.Expr) -> bool:
    """Whether no operator in it can fail."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ast.Arithmetic) and not set(item.ops) - HANDING_ON:
            stack.extend(item.args)
        elif isinstance(item, ast.Unary) and item.op in ("NOT", "-", "+"):
            stack.append(item.value)
        elif isinstance(item, ast.Binary) and item.op in COMPARISONS:
            stack.extend((item.left, item.right))
        elif isinstance(item, ast.Like) and item.op == "LIKE":
            stack.extend((item.value, item.pattern))
        elif isinstance(item, ast.Between):
            stack.extend((item.value, item.low, item.high))
        elif isinstance(item, ast.In) and item.query is None:
            stack.extend((item.value, *item.items))
        elif isinstance(item, ast.Logical):
            stack.extend(item.args)
        elif isinstance(item, ast.Is):
            stack.append(item.value)
        elif not isinstance(item, ast.Column | ast.Literal | ast.Interval):
            return False
    return True


HANDING_ON: Final = frozenset("+-*/")
"""Arithmetic that the simplifier knows to be NULL of a NULL."""


def reached(
    b: Binding, env: Env, branches: Sequence[tuple[Sequence[Part], Part]], otherwise: Part
) -> tuple[list[Part], list[Part]]:
    """The tests of a CASE that decide, and the results it may have."""
    tests: list[Part] = []
    results: list[Part] = []
    for conditions, result in branches:
        met = disjoined([item.value for item in conditions])
        if met is False or met is None:
            continue
        results.append(result)
        if met is True:
            break
        tests.extend(conditions)
    else:
        results.append(otherwise)
    if tests and all(_equal(b, env, results[0], other) for other in results[1:]):
        return [], results[:1]
    return tests, results


def _equal(b: Binding, env: Env, one: Part, other: Part) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value
    if one.value is not OPEN or other.value is not OPEN:
        return (
            one.arg.type is other.arg.type
            and type(one.value) is type(other.value)
            and one.value == other.value
        )
    return one.arg.type is other.arg.type and same(b, env, one, other)
