"""Changes with whom they reach, and whether they close the gate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal, TypeAlias, get_args

from streamt.impact.change import Change
from streamt.impact.compare import compare
from streamt.impact.kinds import SEVERITIES
from streamt.impact.reach import Reach, reaches
from streamt.lineage.columns import CERTAINTIES, column_id
from streamt.manifest.model import Certainty, Column, Exposure, Manifest, Model
from streamt.select.evaluate import State

FailOn: TypeAlias = Literal["none", "proven", "exposure", "breaking", "any"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two compared states: how the user called it, and the commit it was read from (None: a manifest)."""

    label: str
    manifest: Manifest
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """`follows` is the id of the upstream change that this one is the consequence of."""

    change: Change
    reach: Reach
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Impacts by severity, then certainty, then in the order of `compare`."""

    base: Side
    head: Side
    impacts: tuple[Impact, ...]


def assess(base: Side, head: Side) -> Report:
    changes = tuple(compare(base.manifest, head.manifest))
    found = reaches(base.manifest, head.manifest, changes)
    upstream = _consequences(base.manifest, head.manifest, changes)
    impacts = [
        Impact(change, reach, upstream.get(change.id)) for change, reach in zip(changes, found, strict=True)
    ]
    return Report(base, head, tuple(sorted(impacts, key=_rank)))


def _rank(impact: Impact) -> tuple[int, int]:
    change = impact.change
    return SEVERITIES.index(change.severity), CERTAINTIES.index(change.certainty)


def _consequences(old: Manifest, new: Manifest, changes: tuple[Change, ...]) -> Mapping[str, str]:
    """A column that changed as the column did which it is made of: the second follows from the first."""
    by_column: dict[tuple[str, str], str] = {
        (change.kind, column_id(change.node, change.subject)): change.id
        for change in changes
        if change.scope == "column"
    }
    if not by_column:
        return {}
    columns = {
        **_columns(new),
        **{place: column for place, column in _columns(old).items() if _gone(place, by_column)},
    }
    found = {}
    for (kind, place), change in by_column.items():
        column = columns.get(place)
        origins = (by_column.get((kind, edge.column)) for edge in column.lineage) if column else ()
        first = next(filter(None, origins), None)
        if first is not None:
            found[change] = first
    return found


def _gone(place: str, by_column: Mapping[tuple[str, str], str]) -> bool:
    return ("column.removed", place) in by_column


def _columns(manifest: Manifest) -> dict[str, Column]:
    return {column_id(model.id, column.name): column for model in manifest.models for column in model.columns}


def closing(found: Report, fail_on: FailOn) -> Iterator[Impact]:
    """The impacts that close the gate.

    proven    a breaking change, proven, that provenly reaches an exposure
    exposure  a breaking change that reaches an exposure, however sure
    breaking  a breaking change, whomever it reaches
    any       a change that is not safe
    """
    for impact in found.impacts:
        breaking = impact.change.severity == "breaking"
        if (
            (fail_on == "any" and impact.change.severity != "safe")
            or (fail_on == "breaking" and breaking)
            or (fail_on == "exposure" and breaking and impact.reach.exposures())
            or (fail_on == "proven" and breaking and _proven(impact))
        ):
            yield impact


def _proven(impact: Impact) -> bool:
    return any(certainty == "proven" for _, certainty in impact.reach.exposures())


@dataclass(frozen=True, slots=True)
class Affected:
    """An exposure, how surely it is reached, and by which impacts (worst first)."""

    exposure: Exposure
    certainty: Certainty
    impacts: tuple[Impact, ...]


def affected(found: Report) -> tuple[Affected, ...]:
    """Exposures reached by what is not safe: surest and worst first."""
    by_exposure: dict[str, list[tuple[Exposure, Certainty, Impact]]] = {}
    for impact in found.impacts:
        if impact.change.severity != "safe":
            for exposure, certainty in impact.reach.exposures():
                by_exposure.setdefault(exposure.id, []).append((exposure, certainty, impact))
    return tuple(sorted(map(_affected, by_exposure.values()), key=_worst))


def _affected(hits: list[tuple[Exposure, Certainty, Impact]]) -> Affected:
    surest = min((certainty for _, certainty, _ in hits), key=CERTAINTIES.index)
    return Affected(hits[0][0], surest, tuple(impact for _, _, impact in hits))


def _worst(each: Affected) -> tuple[int, int, str]:
    worst = each.impacts[0].change.severity
    return SEVERITIES.index(worst), CERTAINTIES.index(each.certainty), each.exposure.id


def owners(found: Report) -> tuple[str, ...]:
    """Who answers for what is reached: owners of the exposures first, then of the models."""
    exposures = (each.exposure for each in affected(found))
    names = (node.owner for node in (*exposures, *reached_models(found)) if node.owner)
    return tuple(dict.fromkeys(names))


def reached_models(found: Report) -> tuple[Model, ...]:
    """Models reached by what is not safe, in the manifest's order."""
    reaches = [impact.reach for impact in found.impacts if impact.change.severity != "safe"]
    if not reaches:
        return ()
    together = reduce(or_, (reach.sets[-1] for reach in reaches))
    return tuple(node for node in reaches[0].directory.decoded(together) if isinstance(node, Model))


def state(old: Manifest, new: Manifest) -> State:
    """What `state:modified` and `state:new` mean: nodes that differ in anything but the lint's findings."""
    changed = {change.node for change in compare(old, new) if not change.kind.startswith("finding.")}
    fresh = frozenset(
        change.node for change in compare(old, new) if change.kind.endswith(".added") and not change.subject
    )
    return State(modified=frozenset(changed), new=fresh)
