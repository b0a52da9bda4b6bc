"""Everything felt from each place, at once: sets as bits of integers, filled from the far end of the steps backwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from streamt.impact.affects import Affects, Step, node_at
from streamt.lineage.columns import CERTAINTIES

Bits: TypeAlias = tuple[int, ...]  # one set for each certainty: what is felt at least that surely

NOTHING: Bits = (0,) * len(CERTAINTIES)


def closure(steps: Affects, starts: Iterable[str], bit_of: Mapping[str, int]) -> Mapping[str, Bits]:
    """For every place on the way from the starts: the nodes felt from there. Cycles are run until nothing is added."""
    order = _postorder(steps, starts)
    rank = {place: position for position, place in enumerate(order)}
    own = {
        place: 1 << bit_of[node] for place in order if (node := node_at(place)) is not None and node in bit_of
    }
    met = [step.level for place in order for step in steps.get(place, ())]
    loops = any(rank[step.place] >= rank[place] for place in order for step in steps.get(place, ()))
    levels = max(met, default=0) + 1
    felt: dict[str, Bits] = {}
    growing = True
    while growing:
        growing = False
        for place in order:
            bits = _felt(steps.get(place, ()), felt, own, levels)
            growing = growing or (loops and bits != felt.get(place, NOTHING))
            felt[place] = bits
    return felt


def _felt(steps: Sequence[Step], felt: Mapping[str, Bits], own: Mapping[str, int], levels: int) -> Bits:
    """Levels no step has equal the last one met: they share its integer."""
    if not steps:
        return NOTHING
    found = [0] * levels
    for place, level in steps:
        here = own.get(place, 0)
        beyond = felt.get(place, NOTHING)
        for each in range(level, levels):
            found[each] |= beyond[each] | here
    return (*found, *(found[-1:] * (len(NOTHING) - levels)))


def _postorder(steps: Affects, starts: Iterable[str]) -> list[str]:
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(starts):
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(steps.get(start, ())))]
        while path:
            place, rest = path[-1]
            following = next(rest, None)
            if following is None:
                order.append(place)
                path.pop()
            elif following.place not in seen:
                seen.add(following.place)
                path.append((following.place, iter(steps.get(following.place, ()))))
    return order
