"""How many rows the planner thinks a condition lets through.

It has no statistics, and two sets of guesses: a finer one above operators that it knows, a coarse one above others. A filter is
then cheaper in one place than in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from streamt.sql.values import Apply, Ref, Value

COMPARED = frozenset({"<", "<=", ">", ">="})
FINE = {"LIKE": 0.05, "IS NULL": 0.1, "IS NOT NULL": 0.9, "=": 0.15, "<>": 0.85, **dict.fromkeys(COMPARED, 0.5)}
COARSE = {"IS NOT NULL": 0.9, "=": 0.15, "<>": 0.5, **dict.fromkeys(COMPARED, 0.5)}
OTHER = 0.25


def fine(terms: Sequence[Value]) -> float:
    """Of terms under AND; a column alone is not seen beside others."""
    if len(terms) == 1:
        return _fine(terms[0])
    return prod(_fine(term) for term in terms if type(term) is not Ref)


def coarse(terms: Sequence[Value]) -> float:
    return prod(COARSE.get(term.op, OTHER) if type(term) is Apply else OTHER for term in terms)


def _fine(value: Value) -> float:
    if type(value) is Ref:
        return FINE["="]
    if type(value) is not Apply:
        return OTHER
    if value.op == "NOT":
        return 1 - _fine(value.args[0])
    if value.op == "OR":
        parts = [_fine(arg) for arg in value.args]
        return min(1.0, sum(parts) - prod(parts))
    return FINE.get(value.op, OTHER)
