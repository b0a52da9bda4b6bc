"""What of a value the planner tells by its shape: that it never fails, that it is what another is, that it cannot be computed."""

from __future__ import annotations

from streamt.sql.folding.logic import NEGATED
from streamt.sql.values.model import Apply, Const, Value, parts_of

TESTS = frozenset({"IS TRUE", "IS NOT TRUE", "IS FALSE", "IS NOT FALSE", "IS NULL", "IS NOT NULL"})
SAFE = frozenset({*NEGATED, "AND", "OR", "NOT", "CASE", "+", "-", "*", *TESTS})
SAFE_CALLS = frozenset({"LIKE", "TRIM", "CEIL", "FLOOR", "REVERSE"})
FOLLOWED = frozenset({*NEGATED, "+", "-", "*", "/", "NEGATE", "NOT", "LIKE"})
TURNED = frozenset({"+", "*"})


def told_late(value: Value) -> bool:
    """Whether the planner does not take it for not null yet: a cast or a function of what may fail."""
    return type(value) is Apply and value.op not in FOLLOWED and not _fails_never(value)


def _fails_never(value: Value) -> bool:
    if type(value) is Apply:
        return (value.op in SAFE or value.op in SAFE_CALLS or value.op.endswith("()")) and all(map(_fails_never, value.args))
    return True


def uncomputed(value: Value) -> bool:
    """Constant, but not known here, or it fails: then the planner computes nothing of all that it stands in."""
    return type(value) is Apply and all(type(part) is Const or (type(part) is Apply and not part.op.endswith("()")) for part in parts_of(value))


def either_way(left: Value, right: Value) -> bool:
    """`a + b` and `b + a`: the planner does not tell them apart where all are of one type."""
    return type(left) is Apply and type(right) is Apply and left.op == right.op and left.op in TURNED and turned(left) == turned(right)


def turned(value: Value) -> Value:
    """Sums and products with their operands in one order."""
    if type(value) is not Apply:
        return value
    args = tuple(turned(arg) for arg in value.args)
    if value.op in TURNED and len(args) == 2 and same_type(args[0], args[1]):
        args = tuple(sorted(args, key=repr))
    return value._replace(args=args)


def same_type(value: Value, to: Value) -> bool:
    return value.type.with_nullable(True) is to.type.with_nullable(True)
