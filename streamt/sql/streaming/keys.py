"""Keys through a projection: a column that comes twice makes a key of each of its places, as does a copy that loses nothing.

Ids outlive projections, so two columns can have one id. The first of them goes by the id itself, a further one by its `twin`:
grouped by both, rows have one key of two columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import prod

from streamt.sql.bind.terms import Column
from streamt.sql.streaming.traits import MAX_KEYS, Key, Keys

TWIN = 1 << 80  # more than there are ids


def twin(id: int, number: int) -> int:
    """What stands for the column with this id after `number` others with it."""
    return id + number * TWIN


def own(place: int) -> int:
    """The id of the column; one below zero is what a join computes."""
    return place if place < 0 else place % TWIN


def places(columns: Iterable[Column]) -> Iterator[int]:
    """The columns by id, those that come again as twins."""
    seen: Counter[int] = Counter()
    for column in columns:
        yield twin(column.id, seen[column.id])
        seen[column.id] += 1


def carried(keys: Keys, columns: tuple[Column, ...], copies: Mapping[int, int]) -> Keys:
    """The keys all of whose columns come through. `copies`: columns that have the value of another: its place by their id.

    The planner takes the places of all columns of a key in turn, not each with each.
    """
    exact: dict[int, list[int]] = {}
    alike: dict[int, list[int]] = {}
    for column, place in zip(columns, places(columns), strict=True):
        for source in (place, copies[column.id]) if column.id in copies else (place,):
            exact.setdefault(source, []).append(place)
            alike.setdefault(own(source), []).append(place)
    made: set[Key] = set()
    for key in keys:
        several = Counter(map(own, key))
        # a twin, and what stands beside its twin, is that one column
        choices = [(alike if several[place] == 1 else exact).get(place, []) for place in sorted(key)]
        turns = prod(map(len, choices))
        made.update(frozenset(choice[turn % len(choice)] for choice in choices) for turn in range(min(turns, MAX_KEYS)))
    return frozenset(made)


def renumbered(keys: Keys, ids: Mapping[int, int]) -> Keys:
    return frozenset(frozenset(ids[own(place)] + place - own(place) for place in key) for key in keys if all(own(place) in ids for place in key))
