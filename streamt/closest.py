"""The known name nearest to a misspelt one, found without comparing it to every known name.

Comparing each of 5,000 misspelt references to each of 5,000 models takes minutes, and a stranger's pull request may hold them.
Only names that differ by a letter or two, or begin or end alike, are compared.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

FEW = 50  # so many names are compared one by one
NEIGHBOURS = 3  # on each side, in alphabetical order
MAX_LENGTH = 100  # of a name that is looked at


def closest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """None when nothing is near. Capitals do not count; of equals the first in alphabetical order is taken."""
    names = frozenset(known)
    if len(name) > MAX_LENGTH or not names:
        return None
    index = _index(names)
    wanted = name.lower()
    found = get_close_matches(wanted, index.candidates(wanted), n=1, cutoff=cutoff)
    return index.folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    found = closest(name, known)
    return f"Did you mean `{found}`?" if found else None


class _Index:
    """Names in lower case: in order, in order of their ends, and by what is left when a letter is taken out."""

    def __init__(self, names: frozenset[str]) -> None:
        ordered = sorted(name for name in names if len(name) <= MAX_LENGTH)
        self.folded: Mapping[str, str] = {name.lower(): name for name in reversed(ordered)}
        self._starts = sorted(self.folded)
        self._ends = sorted(name[::-1] for name in self.folded)
        self._shortened: dict[str, list[str]] = {}
        for name in self._starts if len(self._starts) > FEW else ():
            for short in _shortened(name):
                self._shortened.setdefault(short, []).append(name)

    def candidates(self, wanted: str) -> list[str]:
        if len(self._starts) <= FEW:
            return self._starts
        found = {*_around(self._starts, wanted), *(name[::-1] for name in _around(self._ends, wanted[::-1]))}
        for short in _shortened(wanted):
            found.update(self._shortened.get(short, ())[:FEW])
        return sorted(found)


@lru_cache(maxsize=16)
def _index(names: frozenset[str]) -> _Index:
    return _Index(names)


def _around(ordered: list[str], wanted: str) -> list[str]:
    at = bisect(ordered, wanted)
    return ordered[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


def _shortened(name: str) -> set[str]:
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}
