"""What the conditions below leave of single columns: a filter that it contradicts lets nothing through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from streamt.sql.bind.terms import Column, Conjunct, ConstantMark, Operand
from streamt.sql.streaming.traits import Held, Holds, Traits

MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
CONSTANT = "CONSTANT"  # to what, is not said
MAX_HELD = 100  # more than a query that somebody wrote has


class Range(NamedTuple):
    """Numbers between two bounds, each with whether it is excluded."""

    low: tuple[int | Decimal, bool] | None = None
    high: tuple[int | Decimal, bool] | None = None

    @property
    def nothing(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low[0] > self.high[0] or (self.low[0] == self.high[0] and (self.low[1] or self.high[1]))


def held_by(terms: Iterable[Conjunct]) -> Iterator[Holds]:
    for term in terms:
        if term.left is None or term.right is None or term.outer:
            continue
        if term.op in ("IS NULL", "IS NOT NULL") and _plain(term.left) is not None:
            yield Holds(term.left.refs[0].id, term.op, None)
        elif term.op in MIRRORED and term.right.constant and _plain(term.left) is not None:
            yield Holds(term.left.refs[0].id, term.op, term.right.literal)
        elif term.op in MIRRORED and term.left.constant and _plain(term.right) is not None:
            yield Holds(term.right.refs[0].id, MIRRORED[term.op], term.left.literal)


def _plain(operand: Operand) -> Column | None:
    return operand.column if operand.offset_ms == 0 else None


def with_more(held: Held, more: Iterable[Holds]) -> Held:
    return held if len(held) >= MAX_HELD else tuple(dict.fromkeys((*held, *more)))[:MAX_HELD]


def contradictory(held: Held) -> bool:
    """Whether one column is held to what cannot be at once."""
    known: dict[int, set[str]] = {}
    ranges: dict[int, Range] = {}
    texts: dict[int, str] = {}
    for column, op, value in held:
        if op == CONSTANT:
            continue
        if op in ("IS NULL", "IS NOT NULL"):
            known.setdefault(column, set()).add(op)
        if isinstance(value, str) and op == "=" and texts.setdefault(column, value) != value:
            return True
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            ranges[column] = _narrowed(ranges.get(column, Range()), op, value)
    return any(len(both) > 1 for both in known.values()) or any(range.nothing for range in ranges.values())


def fixed(held: Held) -> frozenset[int]:
    """The columns that have one value in all rows."""
    return frozenset(column for column, op, _ in held if op in ("=", "IS NULL", CONSTANT))


def constants(columns: Iterable[Column], held: Held) -> frozenset[int]:
    """The columns that the planner knows to have one value: of one that could be NULL, and is not, it forgets that in a projection."""
    values = {item.column for item in held if item.op == "IS NULL"}
    required = {item.column for item in held if item.op in ("=", CONSTANT)}
    return frozenset(
        column.id
        for column in columns
        if column.id in values
        or (type(column.mark) is ConstantMark and (column.mark.value is None or not column.type.nullable))
        or (column.id in required and not column.type.nullable)
    )


def constant_still(held: Held, columns: Iterable[Column]) -> Held:
    """Without the constants that could be NULL: cast to be so, they are constants no more."""
    if not any(item.op == CONSTANT for item in held):
        return held
    nullable = {column.id for column in columns if column.type.nullable}
    return tuple(item for item in held if item.op != CONSTANT or item.column not in nullable)


def varying(below: Traits) -> Traits:
    """A constant becomes a literal in what is computed above, and no key names it any more."""
    constant = single_valued(below.held)
    return below._replace(keys=frozenset(key for key in below.keys if not key & constant))


def single_valued(held: Held) -> frozenset[int]:
    """The columns that are literals in a projection; one that a filter compares with a constant is so in that filter's SELECT only."""
    return frozenset(item.column for item in held if item.op in (CONSTANT, "IS NULL"))


def implied(held: Held, term: Conjunct) -> bool:
    """Whether the term holds of every row already."""
    wanted = [item for item in held_by([term]) if item.op in MIRRORED]
    if len(wanted) != 1 or not _number(wanted[0].value):
        return False
    item = wanted[0]
    if item in held:
        return True
    negated = Holds(item.column, NEGATED[item.op], item.value) if item.op in NEGATED else None
    return negated is not None and contradictory((*held, negated))


def _number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _narrowed(range: Range, op: str, value: int | Decimal) -> Range:
    low, high = range
    if op in ("=", ">", ">="):
        low = max(low or (value, op == ">"), (value, op == ">"))
    if op in ("=", "<", "<="):
        bound = (value, op == "<")
        high = bound if high is None else min(high, bound, key=lambda end: (end[0], not end[1]))
    return Range(low, high)
