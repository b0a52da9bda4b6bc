"""Whom each change reaches, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from streamt.impact.affects import LEVELS, Reads, affects, every, upstream_edges
from streamt.impact.change import Change
from streamt.impact.closure import NOTHING, Bits, closure
from streamt.lineage.columns import CERTAINTIES, column_id, columns_known
from streamt.manifest.model import Certainty, Exposure, Manifest, Model

_REMOVALS = ("column.removed", "source.removed", "model.removed", "time_attribute.removed")


@dataclass(frozen=True, slots=True)
class Directory:
    """Which node a bit stands for: exposures of the new manifest in its order, then its models."""

    exposures: tuple[Exposure, ...]
    models: tuple[Model, ...]
    bit_of: Mapping[str, int]

    @property
    def mask(self) -> int:
        """The bits of all exposures."""
        return (1 << len(self.exposures)) - 1


@dataclass(frozen=True, slots=True)
class Reach:
    """`sets[level]` are the nodes reached with that certainty or better."""

    sets: Bits
    directory: Directory

    @property
    def count(self) -> int:
        return _size(self.sets[-1])

    @property
    def model_count(self) -> int:
        return _size(self.sets[-1] & ~self.directory.mask)

    def exposures(self) -> Iterator[tuple[Exposure, Certainty]]:
        """Surest first, then in the manifest's order."""
        mask = self.directory.mask
        for place, certainty in _places(tuple(bits & mask for bits in self.sets)):
            yield self.directory.exposures[place], certainty

    def models(self) -> Iterator[tuple[Model, Certainty]]:
        """Surest first, then in the manifest's order."""
        first = len(self.directory.exposures)
        for place, certainty in _places(tuple(bits >> first for bits in self.sets)):
            yield self.directory.models[place], certainty


def _size(bits: int) -> int:
    return bin(bits).count("1")


def _places(sets: Bits) -> Iterator[tuple[int, Certainty]]:
    surer = 0
    for certainty, reached in zip(CERTAINTIES, sets, strict=True):
        fresh = reached & ~surer
        surer = reached
        while fresh:
            lowest = fresh & -fresh
            yield lowest.bit_length() - 1, certainty
            fresh ^= lowest


def reaches(old: Manifest, new: Manifest, changes: Sequence[Change]) -> list[Reach]:
    """One for each change. What went away is followed through the old manifest, as far as readers did not move on with it;
    everything else through the new one. What an exposure reads is what the new manifest says."""
    directory = _directory(new)
    gone = [change for change in changes if change.kind in _REMOVALS]
    kept = [change for change in changes if change.kind not in _REMOVALS]
    before = affects(old, new.exposures, _origins(gone), _still_reads(old, new), "proven")
    after = affects(new, new.exposures, _origins(kept), lambda model, place: True, "structural")
    felt_before = closure(before, map(_start, gone), directory.bit_of)
    felt_after = closure(after, [_start(change) for change in kept if _spreads(change)], directory.bit_of)
    readers, roles = _direct_readers(new, directory), _readers_by_role(new, directory)

    def sets(change: Change) -> Bits:
        if change.scope == "topic":
            return (readers.get(change.node, 0),) * len(NOTHING)
        if change.scope == "roles":
            return (_in_role(roles.get(change.node, ()), change.roles),) * len(NOTHING)
        felt = felt_before if change.kind in _REMOVALS else felt_after
        return felt.get(_start(change), NOTHING) if _spreads(change) else NOTHING

    return [Reach(_bounded(sets(change), change, directory), directory) for change in changes]


def _directory(new: Manifest) -> Directory:
    ids = (node.id for nodes in (new.exposures, new.models) for node in nodes)
    return Directory(tuple(new.exposures), tuple(new.models), {node: place for place, node in enumerate(ids)})


def _spreads(change: Change) -> bool:
    return change.scope in ("column", "rows")


def _origins(changes: Iterable[Change]) -> set[str]:
    return {change.node for change in changes if _spreads(change)}


def _start(change: Change) -> str:
    return column_id(change.node, change.subject) if change.scope == "column" else every(change.node)


def _still_reads(old: Manifest, new: Manifest) -> Reads:
    """A model reads a column on when its query did not change, when its new columns say so, or when they are not known."""
    old_models = {model.id: model for model in old.models}
    new_models = {model.id: model for model in new.models}
    origins: dict[str, frozenset[str]] = {}

    def reads(model: Model, place: str) -> bool:
        now = new_models.get(model.id)
        if now is None:
            return False
        if not place.startswith("column:"):
            return place in now.from_
        if not columns_known(now) or _same_query(old_models[model.id], now):
            return True
        if now.id not in origins:
            origins[now.id] = frozenset(edge.column for each in now.columns for edge in upstream_edges(each))
        return place in origins[now.id]

    return reads


def _same_query(old: Model, new: Model) -> bool:
    """A copy, which has no query, passes on whatever it reads."""
    same = old.sql_fingerprint is not None and old.sql_fingerprint == new.sql_fingerprint
    return same or old.compiled_sql == new.compiled_sql


def _direct_readers(new: Manifest, directory: Directory) -> Mapping[str, int]:
    """Who reads or writes a node's topic, as bits."""
    found: dict[str, int] = {}
    for model in new.models:
        for node in model.from_:
            found[node] = found.get(node, 0) | 1 << directory.bit_of[model.id]
    for exposure in new.exposures:
        for read in (*exposure.consumes, *exposure.produces):
            found[read.node] = found.get(read.node, 0) | 1 << directory.bit_of[exposure.id]
    return found


def _readers_by_role(new: Manifest, directory: Directory) -> Mapping[str, list[tuple[frozenset[str], int]]]:
    found: dict[str, list[tuple[frozenset[str], int]]] = {}
    for exposure in new.exposures:
        roles = frozenset(map(str, (exposure.access or {}).get("roles") or ()))
        for read in exposure.consumes:
            found.setdefault(read.node, []).append((roles, 1 << directory.bit_of[exposure.id]))
    return found


def _in_role(readers: Iterable[tuple[frozenset[str], int]], roles: tuple[str, ...]) -> int:
    """No roles: everyone."""
    return reduce(or_, (bit for own, bit in readers if not roles or own.intersection(roles)), 0)


def _bounded(sets: Bits, change: Change, directory: Directory) -> Bits:
    """Without the changed node itself, and nothing reached more surely than the change itself is known."""
    own = 1 << directory.bit_of[change.node] if change.node in directory.bit_of else 0
    known = LEVELS[change.certainty]
    return tuple(0 if level < known else bits & ~own for level, bits in enumerate(sets))
