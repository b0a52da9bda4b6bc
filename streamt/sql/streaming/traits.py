"""What is known of an operator's output as a stream."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

Key: TypeAlias = "frozenset[int]"
Keys: TypeAlias = "frozenset[frozenset[int]]"

NO_KEYS: Keys = frozenset()


class Holds(NamedTuple):
    """A column of every row compares so with a constant; `op` also IS NULL, IS NOT NULL, which have no value."""

    column: int
    op: str
    value: object


Held: TypeAlias = "tuple[Holds, ...]"


class Traits(NamedTuple):
    """`updates`, `deletes`: changes beside inserts; `known` is False where a source does not say what it sends.

    keys  the sets of column ids that identify a row, one of them at a time
    dead  ids of columns whose time attribute is lost
    empty the relation has no rows, and what is below it is not run
    held  what conditions below say of single columns
    """

    updates: bool = False
    deletes: bool = False
    known: bool = True
    keys: Keys = NO_KEYS
    dead: frozenset[int] = frozenset()
    empty: bool = False
    held: Held = ()

    @property
    def append(self) -> bool:
        return not (self.updates or self.deletes)


def both(left: Traits, right: Traits) -> Traits:
    """The changes of either."""
    return Traits(
        left.updates or right.updates,
        left.deletes or right.deletes,
        left.known and right.known,
        NO_KEYS,
        left.dead | right.dead,
        held=left.held + right.held,
    )


def containing(keys: Keys, distribution: Iterable[int]) -> Keys:
    """Keys that include what rows are distributed by: only those stay on one task."""
    wanted = frozenset(distribution)
    return frozenset(key for key in keys if wanted <= key)


def within(keys: Keys, columns: Iterable[int]) -> Keys:
    """Keys all of whose columns are there."""
    present = frozenset(columns)
    return frozenset(key for key in keys if key <= present)


def unique(keys: Keys, columns: frozenset[int]) -> bool:
    """Whether the columns contain a key."""
    return any(key <= columns for key in keys)


MAX_KEYS = 64


def joined_keys(kind: str, left: Keys, right: Keys, lefts: frozenset[int], rights: frozenset[int], shuffled: bool = True) -> Keys:
    """Keys of a join on `lefts` = `rights`: pairs of keys, and those of a side that meets one row of the other."""
    left_unique, right_unique = unique(left, lefts), unique(right, rights)
    if shuffled:
        left, right = containing(left, lefts), containing(right, rights)
    found = {a | b for a in left for b in right}
    if right_unique and kind in ("INNER", "LEFT"):
        found |= left
    if left_unique and kind in ("INNER", "RIGHT"):
        found |= right
    if len(found) > MAX_KEYS:
        return frozenset(sorted(found, key=lambda key: (len(key), sorted(key)))[:MAX_KEYS])
    return frozenset(found)
