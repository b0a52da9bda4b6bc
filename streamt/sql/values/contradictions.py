"""Terms under AND that cannot hold at once, found as the planner finds them: by what is written alike on both."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from streamt.sql.folding.logic import NEGATED
from streamt.sql.values.constants import Number, number
from streamt.sql.values.model import Apply, Const, Ref, Value

MIRRORED = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}

FOLLOWED = frozenset({*NEGATED, "+", "-", "*", "/", "NEGATE", "CAST", "NOT", "LIKE"})


class Range(NamedTuple):
    """Numbers between two bounds, each with whether it is excluded, but for single ones."""

    low: tuple[Number, bool] | None = None
    high: tuple[Number, bool] | None = None
    without: frozenset[Number] = frozenset()

    @property
    def nothing(self) -> bool:
        if self.low is None or self.high is None:
            return False
        if self.low[0] == self.high[0]:
            return self.low[1] or self.high[1] or self.low[0] in self.without
        return self.low[0] > self.high[0]

    def narrowed(self, op: str, value: int | Decimal) -> Range:
        low, high = self.low, self.high
        if op == "<>":
            return self._replace(without=self.without | {value})
        if op in ("=", ">", ">="):
            low = max(low or (value, op == ">"), (value, op == ">"))
        if op in ("=", "<", "<="):
            bound = (value, op == "<")
            high = bound if high is None else min(high, bound, key=lambda end: (end[0], not end[1]))
        return self._replace(low=low, high=high)


def contradictory(terms: Collection[Value]) -> bool:
    null: set[Value] = set()
    there: set[Value] = set()
    ranges: dict[Value, Range] = {}
    texts: dict[Value, object] = {}
    for term in terms:
        if type(term) is not Apply:
            continue
        op, args = term.op, term.args
        if op == "IS NULL":
            null.add(args[0])
        elif op == "IS NOT NULL":
            there.add(args[0])
        elif op == "NOT" and args[0] in terms:
            return True
        elif op == "LIKE":
            there.update(_compared(args))
        elif op in NEGATED:
            there.update(_compared(args))
            if Apply(NEGATED[op], args, term.type) in terms or Apply(MIRRORED[NEGATED[op]], args[::-1], term.type) in terms:
                return True
            left, right = args
            bound = number(right)
            if bound is not None:
                ranges[left] = ranges.get(left, Range()).narrowed(op, bound)
            elif op == "=" and type(right) is Const and texts.setdefault(left, right.value) != right.value:
                return True
    if not null.isdisjoint(there) or any(range.nothing for range in ranges.values()):
        return True
    missing: set[Value] = {value for value in null if type(value) is Ref}
    return bool(missing) and any(_never_true(term, missing) for term in terms)


def _never_true(term: Value, missing: set[Value]) -> bool:
    """Whether it cannot be TRUE where these columns are NULL."""
    if type(term) is Apply and term.op in ("AND", "OR"):
        return (any if term.op == "AND" else all)(_never_true(arg, missing) for arg in term.args)
    return _null(term, missing)


def _null(value: Value, missing: set[Value]) -> bool:
    """Whether it is NULL where these columns are, as far as the planner follows: through operators, not through functions."""
    return value in missing or (type(value) is Apply and value.op in FOLLOWED and any(_null(arg, missing) for arg in value.args))


def _compared(args: tuple[Value, ...]) -> list[Value]:
    """What is not null where two values compare: they, and what is cast to them."""
    return [*args, *(arg.args[0] for arg in args if type(arg) is Apply and arg.op == "CAST")]
