"""WHERE, ON and HAVING: the terms under AND, and of each comparison what stands on either side."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.coltypes import BOOLEAN, DataType
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.correlation import in_alternatives
from streamt.sql.bind.expressions import UNKNOWN_ARG, apply, expression, is_condition
from streamt.sql.bind.folded import deciding
from streamt.sql.bind.intervals import added_ms, approximate_ms
from streamt.sql.bind.logic import asked_of, is_certain
from streamt.sql.bind.shapes import null, without_place
from streamt.sql.bind.simplified import is_text, report_truth_and_text
from streamt.sql.bind.stated import stated
from streamt.sql.bind.terms import Conjunct, ConstantMark, Operand
from streamt.sql.bind.values import value_of
from streamt.sql.functions.model import NOT_LITERAL, Arg
from streamt.sql.values import FALSE, both, itself, met, moved

REFUSING = frozenset({"=", "<>", "<", "<=", ">", ">="})
NO_NULL = frozenset({(True, "NULL"), (False, "TRUE"), (False, "FALSE")})
MAX_BRANCHES = 20
COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS NOT DISTINCT FROM"})


def conjuncts(b: Binding, env: Env, node: ast.Expr, clause: str, kind: str) -> tuple[Conjunct, ...]:
    """The bound terms; `kind` is the influence of the columns they name."""
    found: list[Conjunct] = []
    for term in terms(node):
        if term is not node and type(term) is ast.Literal and term.kind == "NULL":
            b.report("untyped_null", "NULL alone has no type, and AND joins conditions", term.start, term.end, got="NULL",
                     help="write UNKNOWN, or CAST(NULL AS BOOLEAN)")  # fmt: skip
        problems, uses, tests = len(b.gathered.problems), len(b.outward), len(env.tests)
        certain = is_certain(term)
        kept = dict(b.gathered.influences) if certain else {}
        bound = _term(b, env, term, clause)
        if certain:
            env.tests[tests:], b.gathered.influences = [], kept
            bound = [bound[0]._replace(refs=(), true=True)]
        if bound[0].outer:
            env.tests[tests:] = [test._replace(tied=True) if test.kind == "VALUE" else test for test in env.tests[tests:]]
        if len(b.outward) > uses and in_alternatives(term, b.outward[uses:]):
            bound = [conjunct._replace(either=True) for conjunct in bound]
        if bound[0].deterministic and len(b.gathered.problems) == problems and not bound[0].true:
            bound = _valued(b, term, bound, clause)
        if strict(term):
            bound = [conjunct._replace(strict=True) for conjunct in bound]
        if len(b.gathered.problems) > problems or env.failing:
            bound[0] = bound[0]._replace(unplanned=(*b.without_plan(problems), *env.failing))
            env.failing = []
        b.gathered.influences.update(env.influences)
        found.extend(bound)
        b.correlated.extend(conjunct for conjunct in bound if conjunct.outer)
    left = deciding(b, env, node, clause)
    for conjunct in found:
        b.gathered.needed.update(ref.id for ref in conjunct.refs)
        b.influence((ref for ref in conjunct.refs if left is None or ref.id in left), "join_key" if conjunct.outer else kind)
    return tuple(found)


def _valued(b: Binding, term: ast.Expr, bound: list[Conjunct], clause: str) -> list[Conjunct]:
    """With what the planner makes of the term, which may be several: BETWEEN, some CASE."""
    written = value_of(b, term)
    value = met(itself(written) if clause == "WHERE" else written)
    if moved(value) == FALSE:
        return [bound[0]._replace(value=value, false=True), *bound[1:]]
    if bound[0].outer:
        return bound
    if len(bound) == 1:
        return list(stated(bound[0], value)) if both(value) else [bound[0]._replace(value=value)]
    halves = both(value)
    return [item._replace(value=half) for item, half in zip(bound, halves, strict=True)] if len(halves) == len(bound) else bound


def terms(node: ast.Expr) -> Iterator[ast.Expr]:
    stack = [node]
    while stack:
        item = stack.pop()
        if type(item) is ast.Logical and item.op == "AND":
            stack.extend(reversed(item.args))
        elif type(item) is ast.Unary and item.op == "NOT" and type(item.value) is ast.Logical and item.value.op == "OR":
            stack.extend(ast.Unary(part.start, part.end, "NOT", part) for part in reversed(item.value.args))
        elif type(item) is ast.Unary and item.op == "NOT" and type(item.value) is ast.Unary and item.value.op == "NOT":
            stack.append(item.value.value)
        elif type(item) is ast.Unary and item.op == "NOT" and type(item.value) is ast.In and item.value.negated and item.value.query is not None:
            stack.append(item.value._replace(negated=False))
        elif (asked := asked_of(item)) is not None:
            stack.append(asked)
        elif type(item) is ast.Logical and item.op == "OR" and (parts := factored(item)):
            stack.extend(reversed(parts))
        else:
            yield item


def factored(node: ast.Logical) -> list[ast.Expr]:
    """`(a AND b) OR (a AND c)`: every `a`, and `b OR c` where each branch has more; nothing where there is none."""
    branches = [part.args if type(part) is ast.Logical and part.op == "AND" else (part,) for part in node.args]
    if len(branches) > MAX_BRANCHES or all(len(branch) == 1 for branch in branches):
        return []
    forms = [{without_place(term) for term in branch} for branch in branches]
    common = frozenset.intersection(*map(frozenset, forms))
    if not common:
        return []
    found = [term for branch in branches for term in branch if without_place(term) in common]
    rests = [tuple(term for term in branch if without_place(term) not in common) for branch in branches]
    if all(rests):
        parts = tuple(rest[0] if len(rest) == 1 else ast.Logical(rest[0].start, rest[-1].end, "AND", rest) for rest in rests)
        found.append(node._replace(args=parts))
    return found


def strict(node: ast.Expr | None) -> bool:
    """Whether NULL in any column makes it NULL, as far as the planner follows it: through operators and casts, no calls."""
    stack = [node]
    while stack:
        item = stack.pop()
        if type(item) is ast.Arithmetic:
            stack.extend(item.args)
        elif (type(item) is ast.Cast and not item.safe) or type(item) is ast.Unary or (type(item) is ast.Is and (item.negated, item.test) in NO_NULL):
            stack.append(item.value)
        elif type(item) is ast.Binary and item.op in REFUSING:
            stack.extend((item.left, item.right))
        elif type(item) is ast.Between and not item.negated and not item.symmetric:
            stack.extend((item.value, item.low, item.high))
        elif type(item) is ast.Like and item.op == "LIKE":
            stack.extend((item.value, item.pattern))
        elif type(item) is ast.In and item.query is None and all(type(each) is ast.Literal for each in item.items):
            stack.append(item.value)
        elif type(item) not in (ast.Column, ast.Literal, ast.Interval):
            return False
    return True


def _term(b: Binding, env: Env, node: ast.Expr, clause: str) -> list[Conjunct]:
    env.refs, env.influences, env.outer, env.top = [], {}, 0, node
    calls = len(b.gathered.calls)
    if type(node) is ast.Binary and node.op in COMPARISONS:
        return [_comparison(b, env, node, calls)]
    if type(node) is ast.Between and not node.negated and not node.symmetric:
        return _between(b, env, node, calls)
    if type(node) is ast.Is and node.negated and node.test == "NULL":
        value, arg = operand(b, env, node.value)
        return [_conjunct(b, env, "IS NOT NULL", value, value, node, calls)]
    if type(node) is ast.Is and node.test == "NULL":
        value, arg = operand(b, env, node.value)
        found = _conjunct(b, env, "IS NULL", value, value, node, calls)
        return [found._replace(refs=value.refs, true=arg.literal is None)]
    if type(node) is ast.Unary and node.op == "NOT" and type(node.value) is ast.Exists:
        arg = expression(b, env, node.value)
        arg = arg._replace(literal=not arg.literal) if isinstance(arg.literal, bool) else arg
    else:
        arg = expression(b, env, node)
    if not is_condition(arg):
        b.report("type_mismatch", f"{clause} needs a condition, and this is {shown(arg.type)}", node.start, node.end,
                 expected="BOOLEAN", got=shown(arg.type))  # fmt: skip
    refs = tuple(column for column, _ in env.refs)
    return [
        Conjunct("", None, None, refs, node.start, node.end, env.outer, len(b.gathered.calls) == calls,
                 arg.literal is False or null(node), arg.literal is True)
    ]  # fmt: skip


def _comparison(b: Binding, env: Env, node: ast.Binary, calls: int) -> Conjunct:
    left, left_arg = operand(b, env, node.left)
    right, right_arg = operand(b, env, node.right)
    apply(b, env, node.op, [left_arg, right_arg], node)
    if (node.op, left_arg.value) in (("=", False), ("<>", True)) and is_text(right_arg):
        report_truth_and_text(b, node)
    return _conjunct(b, env, node.op, left, right, node, calls)


def _conjunct(
    b: Binding, env: Env, op: str, left: Operand, right: Operand, node: ast.Expr, calls: int
) -> Conjunct:
    true = false = False
    if left.constant and right.constant and op == "=":
        true, false = left.literal == right.literal, left.literal != right.literal
    elif op in ("<", ">", "<>") and left.column and right.column and left.offset_ms == right.offset_ms == 0:
        false = left.column.id == right.column.id
    if op in REFUSING and (_null(left) or _null(right)):
        false = True
    deterministic = len(b.gathered.calls) == calls
    return Conjunct(op, left, right, left.refs + right.refs, node.start, node.end, env.outer, deterministic, false, true)


def _null(operand: Operand) -> bool:
    """Whether it is NULL in every row."""
    mark = operand.column.mark if operand.column is not None else None
    return (operand.constant and operand.literal is None) or (type(mark) is ConstantMark and mark.value is None)


def _between(b: Binding, env: Env, node: ast.Between, calls: int) -> list[Conjunct]:
    value, value_arg = operand(b, env, node.value)
    low, low_arg = operand(b, env, node.low)
    high, high_arg = operand(b, env, node.high)
    apply(b, env, "BETWEEN", [value_arg, low_arg, high_arg], node)
    return [
        _conjunct(b, env, ">=", value, low, node, calls),
        _conjunct(b, env, "<=", value, high, node, calls),
    ]


def operand(b: Binding, env: Env, node: ast.Expr) -> tuple[Operand, Arg]:
    before = len(env.refs)
    arg = expression(b, env, node)
    refs = tuple(column for column, _ in env.refs[before:])
    literal = None if arg.literal is NOT_LITERAL else arg.literal
    if env.plain_at is node and env.plain is not None:
        return Operand(env.plain, refs, False, literal, arg.type, 0), arg
    constant = arg.literal is not NOT_LITERAL
    column, offset = None, None
    if len(refs) == 1 and _shifts_a_column(node):
        offset = _offset(node) if type(node) is ast.Arithmetic else added_ms(node)
        column = refs[0] if offset is not None else None
    cast = len(refs) == 1 and type(node) is ast.Cast
    return Operand(column, refs, constant, literal, arg.type, offset, cast), arg


def _shifts_a_column(node: ast.Expr) -> bool:
    """`t.time - INTERVAL '1' HOUR`, TIMESTAMPADD(HOUR, -1, t.time)"""
    if type(node) is ast.Arithmetic:
        base = node.args[0]
    elif type(node) is ast.Call and node.name == "TIMESTAMPADD" and len(node.args) == 3:
        base = node.args[2]
    else:
        return False
    return type(base) is ast.Column and len(base.names) <= 2


def _offset(node: ast.Arithmetic) -> int | None:
    """`column - INTERVAL '1' HOUR`: how far from the column, in ms."""
    total = 0
    for op, item in zip(node.ops, node.args[1:], strict=True):
        part = approximate_ms(item)
        if part is None or op not in "+-":
            return None
        total += part if op == "+" else -part
    return total


def boolean(nullable: bool) -> Arg:
    return Arg(BOOLEAN.with_nullable(nullable))


def equal(b: Binding, env: Env, left: Arg, right: Arg, node: ast.Expr) -> bool:
    """Whether the two can be compared; reported where not."""
    if left.type.is_unknown or right.type.is_unknown:
        return True
    return apply(b, env, "=", [left, right], node) is not UNKNOWN_ARG


def nullable(types: Iterator[DataType]) -> bool:
    return any(type.nullable for type in types)
