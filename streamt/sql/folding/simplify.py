"""The planner's rules for single expressions. `unknown`: what NULL counts as where the expression stands, None for itself.

Calcite folds while it converts: a branch never reached, NULL handed through, `x = x`, IS NULL of what never is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from streamt.coltypes import DataType
from streamt.sql.folding.logic import conjunction, disjunction, negation, opposite
from streamt.sql.folding.term import (
    COMPARED,
    FALSE,
    STRONG,
    TRUE,
    UNKNOWN,
    Term,
    always_null,
    condition,
    fails,
    fixed,
    holds,
    is_null,
    literal,
    safe,
)

Unknown = bool | None
REFLEXIVE = frozenset({"=", "<=", ">="})
INTEGERS = ("TINYINT", "SMALLINT", "INT", "BIGINT")
TEXTS = ("CHAR", "VARCHAR")
DIGITS = {"TINYINT": 3, "SMALLINT": 5, "INT": 10, "BIGINT": 19, "FLOAT": 0, "DOUBLE": 0}


def folded(term: Term, unknown: Unknown = None) -> Term:
    if always_null(term):
        known = unknown is not None and term.type.kind == "BOOLEAN"
        return literal(unknown) if known else literal(None, term.type)
    if term.op == "AND":
        return conjunction(term, unknown, folded)
    if term.op == "OR":
        return disjunction(term, unknown, folded)
    if term.op == "NOT":
        return negation(term, unknown, folded)
    if term.op == "CASE":
        return _case(term, unknown)
    if term.op == "CAST":
        return _cast(term)
    if term.op in COMPARED:
        return _comparison(term, unknown)
    if term.op in TESTS:
        return TESTS[term.op](term.op, term.args[0], unknown)
    return _parts(term)


def _parts(term: Term) -> Term:
    if term.op in ("CEIL", "FLOOR") and len(term.args) == 1:
        return term  # of a number: left as it is
    args = tuple(folded(arg) for arg in term.args)
    return term if args == term.args else term._replace(args=args)


def _comparison(term: Term, unknown: Unknown) -> Term:
    left, right = (folded(arg) for arg in term.args)
    if left == right and fixed(left) and left.type.kind != "ROW":
        if term.op in REFLEXIVE:
            return folded(condition("OR", UNKNOWN, condition("IS NOT NULL", left)), unknown)
        return folded(condition("AND", UNKNOWN, condition("IS NULL", left)), unknown)
    if left.type.kind == "BOOLEAN":
        found = _truth(term.op, left, right)
        if found is not None:
            return folded(found, unknown)
    if left.op == right.op == "LITERAL" and left.type.with_nullable(True) == right.type.with_nullable(True):
        found = _known(term.op, left.value, right.value, unknown)
        if found is not None:
            return found
    return condition(term.op, left, right)


def _truth(op: str, left: Term, right: Term) -> Term | None:
    """A truth value compared with TRUE or FALSE."""
    for one, other in ((left, right), (right, left)):
        if other.op == "LITERAL" and isinstance(other.value, bool) and op in ("=", "<>"):
            return one if (op == "=") == other.value else condition("NOT", one)
    return None


def _known(op: str, left: object, right: object, unknown: Unknown) -> Term | None:
    if left is None or right is None:
        return literal(False if unknown is False else None)
    try:
        less = left < right  # type: ignore[operator]
    except TypeError:
        return None
    return literal({"=": left == right, "<>": left != right, "<": less, "<=": less or left == right,
                    ">": not less and left != right, ">=": not less}[op])  # fmt: skip


# --- CASE, CAST


def _case(term: Term, unknown: Unknown) -> Term:
    branches = list(_merged(_reached(term, unknown)))
    if len(branches) == 1:
        return _as(branches[0][1], term.type)
    args = [part for branch in branches[:-1] for part in branch]
    return term._replace(args=(*args, branches[-1][1]))


def _reached(term: Term, unknown: Unknown) -> Iterator[tuple[Term, Term]]:
    """The branches whose test may hold, up to one that always does."""
    for test, value in zip((*term.args[:-1:2], TRUE), (*term.args[1::2], term.args[-1]), strict=True):
        met = folded(test, False)
        if not fails(met):
            yield met, folded(value, unknown)
        if holds(met):
            return


def _merged(branches: Iterator[tuple[Term, Term]]) -> Iterator[tuple[Term, Term]]:
    """Neighbours of one value as one branch; a test that came together so is folded again."""
    tests: list[Term] = []
    value: Term | None = None
    for test, next_value in branches:
        if value is not None and not (next_value == value and safe(test)):
            met = _any(tests)
            if not fails(met):
                yield met, value
            if holds(met):
                return
            tests = []
        tests.append(test)
        value = next_value
    if value is not None:
        yield _any(tests), value


def _any(tests: list[Term]) -> Term:
    return tests[0] if len(tests) == 1 else folded(condition("OR", *tests), False)


def _as(term: Term, type: DataType) -> Term:
    """The value in this type; a cast that changes nothing but nullability is none."""
    if term.type.with_nullable(True) == type.with_nullable(True):
        return term
    return Term("CAST", (term,), type.with_nullable(term.type.nullable))


def _cast(term: Term) -> Term:
    inner = folded(term.args[0])
    if inner.type.with_nullable(True) == term.type.with_nullable(True):
        return inner
    if inner.op == "CAST" and lossless(inner.args[0].type, inner.type):
        source = inner.args[0]
        padded = inner.type.kind == "CHAR"
        if source.type.with_nullable(True) == term.type.with_nullable(True) and (source.type.kind == "CHAR" or not padded):
            return source
        if not padded or term.type.kind == "CHAR":
            return term._replace(args=(source,))
    return term._replace(args=(inner,))


def lossless(source: DataType, target: DataType) -> bool:
    """A cast after which the value can be had again."""
    if source.kind in INTEGERS and target.kind in INTEGERS:
        return INTEGERS.index(target.kind) >= INTEGERS.index(source.kind)
    if source.kind in TEXTS and target.kind in TEXTS:
        return TEXTS.index(target.kind) >= TEXTS.index(source.kind) and source.length <= target.length
    if target.kind in TEXTS and (source.kind in DIGITS or source.kind == "DECIMAL"):
        digits = source.precision + (source.scale + 1 if source.scale else 0) if source.kind == "DECIMAL" else DIGITS[source.kind]
        return bool(target.length >= digits + 1)
    return False


# --- IS


def _is_null(op: str, value: Term, unknown: Unknown) -> Term:
    return _null_test(op, folded(value))


def _null_test(op: str, value: Term) -> Term:
    """Of a value that is folded already."""
    wanted = op == "IS NULL"
    if is_null(value):
        return literal(wanted)
    cast = value.op == "CAST" and lossless(value.args[0].type, value.type)
    if not value.type.nullable and (safe(value) or cast):
        return literal(not wanted)
    if cast:
        return condition(op, value.args[0])
    if value.op == "LITERAL" or value.op in TESTS or value.op.endswith("DISTINCT FROM"):
        return literal(not wanted)
    if value.op in STRONG and value.op not in ("CAST", "ITEM"):
        parts = [_null_test(op, arg) for arg in value.args]
        return _joined("OR" if wanted else "AND", parts)
    return condition(op, value)


def _joined(op: str, parts: list[Term]) -> Term:
    """As the planner puts parts together: TRUE or FALSE decides or goes, and nothing else is looked at."""
    decides, goes = (holds, fails) if op == "OR" else (fails, holds)
    if any(map(decides, parts)):
        return literal(op == "OR")
    left = tuple(dict.fromkeys(part for part in parts if not goes(part)))
    if not left:
        return literal(op == "AND")
    return left[0] if len(left) == 1 else condition(op, *left)


def _is_truth(op: str, value: Term, unknown: Unknown) -> Term:
    """IS [NOT] TRUE, IS [NOT] FALSE."""
    negated, wanted = op.startswith("IS NOT"), op.endswith("TRUE")
    plain = value if wanted != negated else opposite(value)
    if unknown is negated and unknown is not None:
        return folded(plain, unknown)
    if not value.type.nullable:
        return folded(plain, unknown)
    if op in ("IS TRUE", "IS NOT FALSE"):
        met = folded(value, negated)
        if met.op == "LITERAL" or not met.type.nullable:
            return met
        return condition(op, met)
    if value.op == "NOT":
        return folded(condition(FLIPPED[op], value.args[0]))
    met = folded(value)
    if met.op == "LITERAL":
        found = literal(met.value is wanted)
        return literal(not found.value) if negated else found
    return condition(op, met)


FLIPPED = {"IS TRUE": "IS FALSE", "IS FALSE": "IS TRUE", "IS NOT TRUE": "IS NOT FALSE", "IS NOT FALSE": "IS NOT TRUE"}
TESTS: dict[str, Callable[[str, Term, Unknown], Term]] = {"IS NULL": _is_null, "IS NOT NULL": _is_null, **dict.fromkeys(FLIPPED, _is_truth)}
__all__ = ["FALSE", "folded", "lossless"]
