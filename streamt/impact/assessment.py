"""Changes with whom they reach, and whether they close the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal, TypeAlias, get_args

from streamt.impact.change import Change
from streamt.impact.compare import compare
from streamt.impact.kinds import SEVERITIES, Severity
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
class Affected:
    """An exposure and what reaches it, worst first; `severity` and `certainty` are of the worst."""

    exposure: Exposure
    severity: Severity
    certainty: Certainty
    impacts: tuple[Impact, ...]

    @property
    def causes(self) -> tuple[Impact, ...]:
        """The impacts that no other one explains."""
        return tuple(impact for impact in self.impacts if impact.follows is None) or self.impacts


@dataclass(frozen=True, slots=True)
class Report:
    """Impacts by severity, then certainty, then in the order of `compare`.

    `affected` are the exposures that something not safe reaches, worst and surest first; `models` the models, in the
    manifest's order; `owners` who answers for either.
    """

    base: Side
    head: Side
    impacts: tuple[Impact, ...]
    affected: tuple[Affected, ...]
    models: tuple[Model, ...]
    owners: tuple[str, ...]


def assess(base: Side, head: Side) -> Report:
    changes = tuple(compare(base.manifest, head.manifest))
    found = reaches(base.manifest, head.manifest, changes)
    upstream = _consequences(base.manifest, head.manifest, changes)
    impacts = [
        Impact(change, reach, upstream.get(change.id)) for change, reach in zip(changes, found, strict=True)
    ]
    ranked = tuple(sorted(impacts, key=_rank))
    exposures, models = _affected(ranked), _models(ranked)
    answering = (node.owner for node in (*(each.exposure for each in exposures), *models) if node.owner)
    return Report(base, head, ranked, exposures, models, tuple(dict.fromkeys(answering)))


def _rank(impact: Impact) -> tuple[int, int]:
    change = impact.change
    return SEVERITIES.index(change.severity), CERTAINTIES.index(change.certainty)


def _consequences(old: Manifest, new: Manifest, changes: tuple[Change, ...]) -> Mapping[str, str]:
    """What changed as its input did follows from that: a column from the column it is made of, a model from what it reads."""
    by_place = {(change.kind, _place(change)): change.id for change in changes if _may_follow(change)}
    if not by_place:
        return {}
    inputs: dict[str, Iterable[str]] = {model.id: model.from_ for model in new.models}
    inputs |= {place: (edge.column for edge in column.lineage) for place, column in _columns(new).items()}
    inputs |= {
        place: (edge.column for edge in column.lineage)
        for place, column in _columns(old).items()
        if _gone(place, by_place)
    }
    found = {}
    for (kind, place), change in by_place.items():
        first = next(
            (by_place[kind, above] for above in inputs.get(place, ()) if (kind, above) in by_place), None
        )
        if first is not None:
            found[change] = first
    return found


def _may_follow(change: Change) -> bool:
    return change.scope == "column" or change.kind.startswith("changelog.")


def _place(change: Change) -> str:
    return column_id(change.node, change.subject) if change.scope == "column" else change.node


def _gone(place: str, by_place: Mapping[tuple[str, str], str]) -> bool:
    return ("column.removed", place) in by_place


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
            or (fail_on == "exposure" and breaking and any(impact.reach.exposures()))
            or (fail_on == "proven" and breaking and _proven(impact))
        ):
            yield impact


def _proven(impact: Impact) -> bool:
    """Exposures come surest first."""
    return next((certainty for _, certainty in impact.reach.exposures()), None) == "proven"


def _affected(impacts: tuple[Impact, ...]) -> tuple[Affected, ...]:
    hits: dict[str, list[tuple[int, int, int]]] = {}
    exposures: dict[str, Exposure] = {}
    for place, impact in enumerate(impacts):
        if impact.change.severity != "safe":
            for exposure, certainty in impact.reach.exposures():
                exposures[exposure.id] = exposure
                rank = (SEVERITIES.index(impact.change.severity), CERTAINTIES.index(certainty), place)
                hits.setdefault(exposure.id, []).append(rank)
    ranked = sorted((sorted(ranks), exposure) for exposure, ranks in hits.items())
    return tuple(
        Affected(
            exposures[exposure],
            SEVERITIES[ranks[0][0]],
            CERTAINTIES[ranks[0][1]],
            tuple(impacts[place] for _, _, place in ranks),
        )
        for ranks, exposure in ranked
    )


def _models(impacts: tuple[Impact, ...]) -> tuple[Model, ...]:
    reaches = [impact.reach for impact in impacts if impact.change.severity != "safe"]
    if not reaches:
        return ()
    together = reduce(or_, (reach.sets[-1] for reach in reaches))
    return tuple(model for model, _ in Reach((together,) * len(CERTAINTIES), reaches[0].directory).models())


def state(old: Manifest, new: Manifest) -> State:
    """What `state:modified` and `state:new` mean: nodes that differ in anything but the lint's findings."""
    changed = {change.node for change in compare(old, new) if not change.kind.startswith("finding.")}
    fresh = frozenset(
        change.node for change in compare(old, new) if change.kind.endswith(".added") and not change.subject
    )
    return State(modified=frozenset(changed), new=fresh)
