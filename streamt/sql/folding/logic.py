"""AND, OR and NOT, as the planner folds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from streamt.sql.folding.term import (
    COMPARED,
    FALSE,
    TRUE,
    UNKNOWN,
    Term,
    condition,
    fails,
    holds,
    is_null,
    literal,
    safe,
)

Fold = Callable[[Term, "bool | None"], Term]
NEGATED = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
NEGATED_TESTS = {f"IS {test}": f"IS NOT {test}" for test in ("NULL", "TRUE", "FALSE")}
NEGATED_TESTS |= {value: key for key, value in NEGATED_TESTS.items()}


def conjunction(term: Term, unknown: bool | None, fold: Fold) -> Term:
    terms = list(_flat("AND", (fold(arg, unknown) for arg in _flat("AND", term.args))))
    if any(map(fails, terms)) or _never(terms, unknown):
        return FALSE
    if unknown is False and any(map(is_null, terms)):
        return FALSE
    left = tuple(dict.fromkeys(item for item in terms if not holds(item)))
    if not left:
        return TRUE
    return left[0] if len(left) == 1 else condition("AND", *left)


def _never(terms: list[Term], unknown: bool | None) -> bool:
    """x AND NOT x; x IS NULL beside a comparison of x."""
    denied = [item.args[0] for item in terms if item.op == "NOT"]
    if any(item in terms and (unknown is False or not item.type.nullable) for item in denied):
        return True
    if unknown is not False:
        return False
    missing = [item.args[0] for item in terms if item.op == "IS NULL"]
    needed = [arg for item in terms if item.op in COMPARED or item.op == "IS NOT NULL" for arg in item.args]
    return any(item in needed for item in missing)


def disjunction(term: Term, unknown: bool | None, fold: Fold) -> Term:
    terms = list(_flat("OR", (fold(arg, unknown) for arg in _flat("OR", term.args))))
    if any(map(holds, terms)) or (unknown is True and any(map(is_null, terms))) or _always(terms):
        return TRUE
    left = tuple(dict.fromkeys(item for item in terms if not fails(item) and not (unknown is False and is_null(item))))
    if not left:
        return FALSE
    return left[0] if len(left) == 1 else condition("OR", *left)


def _always(terms: list[Term]) -> bool:
    """x OR NOT x."""
    denied = [item.args[0] for item in terms if item.op == "NOT"]
    return any(item in terms and safe(item) and not item.type.nullable for item in denied)


def _flat(op: str, terms: Iterable[Term]) -> Iterator[Term]:
    stack = list(terms)[::-1]
    while stack:
        item = stack.pop()
        if item.op == op:
            stack.extend(reversed(item.args))
        else:
            yield item


def negation(term: Term, unknown: bool | None, fold: Fold) -> Term:
    value = term.args[0]
    other = opposite(value)
    if other.op != "NOT":
        return fold(other, unknown)
    inner = fold(value, None if unknown is None else not unknown)
    return opposite(inner)


def opposite(term: Term) -> Term:
    """NOT of it, drawn inwards as far as it goes."""
    if term.op == "NOT":
        return term.args[0]
    if term.op == "LITERAL":
        return UNKNOWN if term.value is None else literal(not term.value)
    if term.op in ("AND", "OR"):
        return condition("OR" if term.op == "AND" else "AND", *(condition("NOT", arg) for arg in term.args))
    if term.op in NEGATED:
        return condition(NEGATED[term.op], *term.args)
    if term.op in NEGATED_TESTS:
        return condition(NEGATED_TESTS[term.op], *term.args)
    if term.op == "CASE":
        args = [arg if number % 2 == 0 and number + 1 < len(term.args) else condition("NOT", arg) for number, arg in enumerate(term.args)]
        return term._replace(args=tuple(args))
    return condition("NOT", term)
