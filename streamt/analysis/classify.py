"""Classification of every column: its own, or the highest of the columns its value comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from streamt.project.model import CLASSIFICATIONS, Column, Model, Source

RANK: Mapping[str, int] = {level: rank for rank, level in enumerate(CLASSIFICATIONS)}


@dataclass(frozen=True, slots=True)
class Classification:
    """`inherited_from` is a column id; None: declared on the column itself."""

    level: str
    inherited_from: str | None = None


def declared(node: Source | Model, columns: Iterable[Column]) -> dict[str, str]:
    """Levels a node states for its own columns, in `columns:` or in `security.classification`."""
    levels = {column.name: column.classification for column in columns if column.classification}
    if node.security:
        levels |= node.security.classification
    return levels


def inherited(origins: Iterable[str], known: Mapping[str, Classification]) -> Classification | None:
    """The highest level among the columns a value comes from; the first of them by id names where it came from."""
    found = [(origin, known[origin]) for origin in sorted(set(origins)) if origin in known]
    if not found:
        return None
    column, highest = max(found, key=lambda pair: RANK.get(pair[1].level, 0))  # the first of equals
    return Classification(highest.level, highest.inherited_from or column)
