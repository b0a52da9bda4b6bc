"""What a join makes equal between its sides, and what that says of them: nothing matches where it cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from streamt.coltypes import DataType, common_type, implicitly_castable
from streamt.sql.bind.plan import Join, Plan
from streamt.sql.bind.terms import Column, Conjunct, Operand
from streamt.sql.streaming.held import contradictory, held_by, with_more
from streamt.sql.streaming.outer import refusing
from streamt.sql.streaming.refuted import nulls
from streamt.sql.streaming.traits import NO_KEYS, Held, Holds, Keys
from streamt.sql.streaming.walk import Stream


class Equality(NamedTuple):
    """A term `left = right` between the sides: a column, or None for an expression, which counts as one of its own.

    `casts`: whether a side is cast to the type of both; each row is distributed by what is compared then, not by the column.
    """

    left: Column | None
    right: Column | None
    start: int
    kinds: tuple[str, str]
    casts: tuple[bool, bool] = (False, False)

    @property
    def ids(self) -> tuple[int, int]:
        own = -1 - self.start
        return (own if self.left is None else self.left.id, own if self.right is None else self.right.id)

    @property
    def compared(self) -> tuple[int, int]:
        """As `ids`, a cast column being an expression."""
        own = -1 - self.start
        left, right = self.ids
        return (own if self.casts[0] else left, own if self.casts[1] else right)


def equalities(terms: Iterable[Conjunct], left: Plan, right: Plan) -> Iterator[Equality]:
    lefts = {column.id for column in left.columns}
    rights = {column.id for column in right.columns}
    for term in terms:
        if term.left is None or term.right is None or term.op != "=" or not term.left.refs or not term.right.refs:
            continue
        kinds = (term.left.type.kind, term.right.type.kind)
        if _about(term.left, lefts) and _about(term.right, rights):
            yield Equality(plain(term.left), plain(term.right), term.start, kinds, _casts(term.left.type, term.right.type))
        elif _about(term.right, lefts) and _about(term.left, rights):
            yield Equality(plain(term.right), plain(term.left), term.start, kinds, _casts(term.right.type, term.left.type))


def _casts(left: DataType, right: DataType) -> tuple[bool, bool]:
    both = common_type([left, right])
    if both is None or both.is_unknown:
        return (False, False)
    return (left.with_nullable(both.nullable) != both, right.with_nullable(both.nullable) != both)


def _about(operand: Operand, ids: set[int]) -> bool:
    return all(ref.id in ids for ref in operand.refs)


def sides(equal: Iterable[Equality]) -> tuple[frozenset[int], frozenset[int]]:
    """What the rows of each side are distributed by."""
    pairs = [pair.ids for pair in equal]
    return frozenset(left for left, _ in pairs), frozenset(right for _, right in pairs)


def compared_keys(equal: list[Equality], left: Keys, right: Keys) -> tuple[Keys, Keys]:
    """The keys of both sides, those too that have the cast of a column for the column."""
    lefts = {pair.left.id: pair.compared[0] for pair in equal if pair.left is not None and pair.casts[0] and _kept(pair.left, pair.right)}
    rights = {pair.right.id: pair.compared[1] for pair in equal if pair.right is not None and pair.casts[1] and _kept(pair.right, pair.left)}
    return left | _replaced(left, lefts), right | _replaced(right, rights)


def _kept(column: Column, other: Column | None) -> bool:
    """Whether the cast loses nothing of the column."""
    both = None if other is None else common_type([column.type, other.type])
    return both is not None and implicitly_castable(column.type, both)


def _replaced(keys: Keys, casts: dict[int, int]) -> Keys:
    return frozenset(frozenset(casts.get(id, id) for id in key) for key in keys) if casts else NO_KEYS


def plain(operand: Operand) -> Column | None:
    return operand.column if operand.offset_ms == 0 else None


def columns_of(equal: Iterable[Equality]) -> tuple[frozenset[int], frozenset[int]]:
    """The plain columns of each side that are equal to something of the other, and not cast for it."""
    pairs = list(equal)
    lefts = frozenset(pair.left.id for pair in pairs if pair.left is not None and not pair.casts[0])
    return lefts, frozenset(pair.right.id for pair in pairs if pair.right is not None and not pair.casts[1])


def never_met(stream: Stream, plan: Join, kind: str) -> bool:
    """Whether no pair of rows can meet. What an inner join asks of one side is asked of what equals it on the other, too."""
    asked = stream.reach.asked.get(id(plan), [])
    terms = [*plan.conjuncts, *asked] if kind == "INNER" else list(plan.conjuncts)
    if any(term.false for term in terms):
        return True
    held = tuple(held_by(terms))
    if kind == "INNER":
        held = with_more(held, carried_over(held, equalities(terms, plan.left, plan.right)))
    if contradictory(held):
        return True
    missing = nulls((*stream.of(plan.left).held, *stream.of(plan.right).held, *_of_kept(plan, kind, asked)))
    return any(column.id in missing for term in plan.conjuncts for column in refusing(term))


def _of_kept(plan: Join, kind: str, asked: list[Conjunct]) -> Iterator[Holds]:
    """What is asked of a side whose rows are not filled with nulls: it goes below the join."""
    sides = {"LEFT": (plan.left,), "RIGHT": (plan.right,), "ANTI": (plan.left,), "FULL": ()}.get(kind, (plan.left, plan.right))
    ids = {column.id for side in sides for column in side.columns}
    return (item for item in held_by(asked) if item.column in ids)


def carried_over(held: Held, equal: Iterable[Equality]) -> Iterator[Holds]:
    by_column: dict[int, list[Holds]] = {}
    for item in held:
        by_column.setdefault(item.column, []).append(item)
    for pair in equal:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if one is not None and other is not None:
                yield from (item._replace(column=other.id) for item in by_column.get(one.id, ()))
