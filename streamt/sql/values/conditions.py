"""Conditions as the planner simplifies them where only TRUE lets a row through."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from streamt.coltypes import BOOLEAN
from streamt.sql.folding.logic import NEGATED
from streamt.sql.folding.simplify import lossless
from streamt.sql.values.alike import SAFE, TESTS, either_way, same_type, told_late, uncomputed
from streamt.sql.values.constants import WHOLE, compared, computed, like
from streamt.sql.values.contradictions import MIRRORED, contradictory
from streamt.sql.values.model import Apply, Const, Ref, Value

TRUE, FALSE = Const(True, BOOLEAN), Const(False, BOOLEAN)
STRICT = frozenset({"<", ">", "<>"})
NUMBERS = frozenset({*WHOLE, "DECIMAL", "FLOAT", "DOUBLE"})
Step = Callable[[Value], Value]


def met(value: Value) -> Value:
    """The condition that the value is TRUE."""
    if type(value) is Const:
        return TRUE if value.value is True else FALSE
    if type(value) is not Apply:
        return value
    op, args = value.op, value.args
    if op == "NOT":
        return unmet(args[0])
    if op == "AND":
        return conjunction(met(arg) for arg in args)
    if op == "OR":
        return _disjunction(met(arg) for arg in args)
    if op == "CASE":
        return _case(value, met)
    if op in TESTS:
        return _test(op, args[0])
    if op in NEGATED:
        return _compared(op, scalar(args[0]), scalar(args[1]))
    if op in ("IS DISTINCT FROM", "IS NOT DISTINCT FROM"):
        return _distinct(value, op == "IS DISTINCT FROM")
    if op == "IN":
        return _in(value)
    if op == "CAST" and args[0].type.kind in NUMBERS:
        return _compared("<>", scalar(args[0]), Const(0, args[0].type))
    if op == "CAST" and args[0].type.kind == "BOOLEAN":
        return met(args[0])
    return _like(value) if op == "LIKE" else scalar(value)


def unmet(value: Value) -> Value:
    """The condition that the value is FALSE."""
    if type(value) is Const:
        return TRUE if value.value is False else FALSE
    if type(value) is not Apply:
        return Apply("NOT", (value,), BOOLEAN)
    op, args = value.op, value.args
    if op == "NOT":
        return met(args[0])
    if op == "AND":
        return _disjunction(unmet(arg) for arg in args)
    if op == "OR":
        return conjunction(unmet(arg) for arg in args)
    if op == "CASE":
        return _case(value, unmet)
    if op in TESTS:
        return _test(op.replace("IS ", "IS NOT ") if "NOT" not in op else op.replace("NOT ", ""), args[0])
    if op in NEGATED:
        return _compared(NEGATED[op], scalar(args[0]), scalar(args[1]))
    if op in ("IS DISTINCT FROM", "IS NOT DISTINCT FROM"):
        return _distinct(value, op == "IS NOT DISTINCT FROM")
    if op == "CAST" and args[0].type.kind in NUMBERS:
        return _compared("=", scalar(args[0]), Const(0, args[0].type))
    if op == "CAST" and args[0].type.kind == "BOOLEAN":
        return unmet(args[0])
    known = met(value) if op in ("IN", "LIKE") else value
    if type(known) is Const:
        return TRUE if known == FALSE and _never_null(value) else FALSE
    return Apply("NOT", (scalar(value),), BOOLEAN)


def _never_null(value: Apply) -> bool:
    return all(not arg.type.nullable or (type(arg) is Const and arg.value is not None) for arg in value.args)


def scalar(value: Value) -> Value:
    """The value, what is constant in it computed."""
    if type(value) is not Apply:
        return value
    if value.op == "CASE":
        return _branches(value)
    args = tuple(scalar(arg) for arg in value.args)
    if value.op == "CAST" and same_type(args[0], value):
        return args[0]
    found = computed(value.op, args, value.type)
    return value._replace(args=args) if found is None else found


def _branches(value: Apply) -> Value:
    """CASE as a value: branches never taken are gone."""
    *pairs, otherwise = value.args
    kept: list[Value] = []
    for test, result in zip(pairs[::2], pairs[1::2], strict=True):
        condition = moved(met(test))
        if condition == FALSE:
            continue
        if condition == TRUE:
            otherwise = result
            break
        kept.extend((condition, scalar(result)))
    last = scalar(otherwise)
    if all(result == last for result in kept[1::2]):
        return last
    return value._replace(args=(*kept, last))


def conjunction(terms: Iterable[Value]) -> Value:
    """Terms under AND, each a condition already."""
    found: dict[Value, None] = {}
    for term in terms:
        parts = both(term) or (term,)
        found.update((part, None) for part in parts if part != TRUE)
    if FALSE in found or contradictory(found):
        return FALSE
    if len(found) < 2:
        return next(iter(found), TRUE)
    return Apply("AND", tuple(found), BOOLEAN)


def both(value: Value) -> tuple[Value, ...]:
    """The terms under AND; none where it is something else."""
    return value.args if type(value) is Apply and value.op == "AND" else ()


def _disjunction(terms: Iterable[Value]) -> Value:
    found = dict.fromkeys(term for term in terms if term != FALSE)
    if TRUE in found:
        return TRUE
    if len(found) < 2:
        return next(iter(found), FALSE)
    return Apply("OR", tuple(found), BOOLEAN)


def _case(value: Apply, step: Step) -> Value:
    branches = _branches(value)
    if type(branches) is not Apply or branches.op != "CASE":
        return step(branches)
    *pairs, otherwise = branches.args
    results = [step(result) for result in (*pairs[1::2], otherwise)]
    if all(result == results[0] for result in results) and results[0] in (TRUE, FALSE):
        return results[0]
    tests = pairs[::2]
    if len(tests) == 1 and all(_safe(item) for item in results):
        if results[1] == FALSE:
            return conjunction((tests[0], results[0]))
        if results[0] == FALSE:
            return conjunction((_test("IS NOT TRUE", tests[0]), results[1]))
    args = [item for test, result in zip(tests, results, strict=False) for item in (test, result)]
    return Apply("CASE", (*args, results[-1]), BOOLEAN)


def _safe(value: Value) -> bool:
    """Whether it may be computed for rows it was not asked for: a cast or a function may fail."""
    if type(value) is Apply:
        return value.op in SAFE and all(_safe(arg) for arg in value.args)
    return True


def _test(op: str, value: Value) -> Value:
    if op == "IS TRUE":
        return met(value)
    if op == "IS FALSE":
        return unmet(value)
    if op in ("IS NOT TRUE", "IS NOT FALSE"):
        inner = met(value) if op == "IS NOT TRUE" else unmet(value)
        if type(inner) is Const:
            return FALSE if inner == TRUE else TRUE
        return _opposite(inner) or Apply("IS NOT TRUE", (inner,), BOOLEAN)
    value = scalar(value)
    if type(value) is Const:
        return TRUE if (value.value is None) == (op == "IS NULL") else FALSE
    if type(value) is Apply and value.op == "CAST" and lossless(value.args[0].type, value.type):
        return _test(op, value.args[0])
    if not value.type.nullable and not told_late(value):
        return FALSE if op == "IS NULL" else TRUE
    return Apply(op, (value,), BOOLEAN)


def moved(value: Value) -> Value:
    """A filter put elsewhere is built anew, and then the type alone tells of what may fail that it is not null."""
    if type(value) is not Apply:
        return value
    if value.op in ("IS NULL", "IS NOT NULL") and not value.args[0].type.nullable:
        return FALSE if value.op == "IS NULL" else TRUE
    if value.op == "AND":
        return conjunction(moved(arg) for arg in value.args)
    return value


def _opposite(value: Value) -> Value | None:
    """What holds where a comparison of values that are never null does not."""
    if type(value) is Apply and value.op in NEGATED and not any(arg.type.nullable for arg in value.args if type(arg) is not Const):
        return Apply(NEGATED[value.op], value.args, BOOLEAN)
    return None


def _compared(op: str, left: Value, right: Value) -> Value:
    """`left op right`; a CASE on one side is compared branch by branch."""
    cases = [type(side) is Apply and side.op == "CASE" for side in (left, right)]
    if cases.count(True) == 1:
        case, other = (left, right) if cases[0] else (right, left)
        turn = op if cases[0] else MIRRORED[op]
        return _case(_each(case, lambda result: Apply(turn, (result, other), BOOLEAN)), met)
    if type(left) is Const and type(right) is not Const:
        op, left, right = MIRRORED[op], right, left
    if any(type(side) is Const and side.value is None for side in (left, right)):
        return Apply(op, (left, right), BOOLEAN) if uncomputed(left) or uncomputed(right) else FALSE
    if type(left) is Const and type(right) is Const:
        known = compared(op, left, right)
        if known is not None:
            return TRUE if known else FALSE
    if left == right or either_way(left, right):
        return FALSE if op in STRICT else _test("IS NOT NULL", left)
    if left.type.kind == "BOOLEAN" and type(right) is Const and op in ("=", "<>") and isinstance(right.value, bool):
        return met(left) if right.value == (op == "=") else unmet(left)
    return Apply(op, (left, right), BOOLEAN)


def itself(value: Value) -> Value:
    """A filter as it is written: the planner first takes every comparison of a column with itself for settled, of one that may be NULL, too."""
    if type(value) is not Apply:
        return value
    if value.op in NEGATED and type(value.args[0]) is Ref and value.args[0] == value.args[1]:
        return FALSE if value.op in STRICT else TRUE
    return value._replace(args=tuple(itself(arg) for arg in value.args))


def _each(case: Value, step: Step) -> Apply:
    assert type(case) is Apply
    *pairs, otherwise = case.args
    args = [item if position % 2 == 0 else step(item) for position, item in enumerate(pairs)]
    return Apply("CASE", (*args, step(otherwise)), BOOLEAN)


def _distinct(value: Apply, distinct: bool) -> Value:
    left, right = (scalar(arg) for arg in value.args)
    if left == right:
        return FALSE if distinct else TRUE
    for one, other in ((left, right), (right, left)):
        if type(other) is Const and other.value is None:
            return _test("IS NOT NULL" if distinct else "IS NULL", one)
    if not distinct and (type(left) is Const or type(right) is Const):
        return _compared("=", left, right)
    return Apply("IS DISTINCT FROM" if distinct else "IS NOT DISTINCT FROM", (left, right), BOOLEAN)


def _in(value: Apply) -> Value:
    """One of constants."""
    left, *items = (scalar(arg) for arg in value.args)
    if type(left) is Const and type(items[0]) is Const:
        found = [_compared("=", left, item) for item in items]
        if all(type(item) is Const for item in found):
            return TRUE if TRUE in found else FALSE
    return value._replace(args=(left, *items))


def _like(value: Apply) -> Value:
    args = tuple(scalar(arg) for arg in value.args)
    if len(args) == 2 and all(type(arg) is Const for arg in args):
        text, pattern = (arg.value for arg in args if type(arg) is Const)
        if isinstance(text, str) and isinstance(pattern, str):
            return TRUE if like(text, pattern) else FALSE
    if any(type(arg) is Const and arg.value is None for arg in args):
        return FALSE
    return value._replace(args=args)
