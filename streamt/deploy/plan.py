"""What an apply would do, in order, or why it may not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from streamt.deploy.deployment import Deployment
from streamt.deploy.differences import with_differences
from streamt.deploy.graph import ranks, reached
from streamt.deploy.inputs import missing_inputs
from streamt.deploy.journal import Entry, Journal
from streamt.deploy.observed import Observed, Place, by_place, digest, observe, stand_in
from streamt.deploy.order import ordered
from streamt.runtimes import connect, flink, kafka, schema_registry
from streamt.runtimes.base import Change, Key, Kind, Refusal
from streamt.runtimes.flink import Known, LiveJob, newest

_Compare = Callable[[Sequence[Any], Mapping[str, Any]], "Iterator[Change] | Iterator[Change | Refusal]"]


@dataclass(frozen=True, slots=True)
class Deletes:
    """What the one who applies allows to be taken away."""

    allowed: bool = False
    topics: frozenset[str] = frozenset()
    """Topics that may go although others consume from them."""


@dataclass(frozen=True, slots=True)
class Plan:
    project: str
    environment: str
    manifest_hash: str
    observed: str
    """A digest of what was there; a saved plan holds for this only."""
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    dropped: tuple[str, ...]
    orphans: tuple[Key, ...]
    """Ours, no longer declared, and kept because nobody allowed to delete them."""
    reaches: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not self.changes and not self.refusals


def make_plan(deployment: Deployment, journal: Journal, deletes: Deletes = Deletes()) -> Plan:
    """Look at every system and compare. Changes nothing. Raises Unreachable."""
    observed = observe(deployment.desired.things(), deployment.systems)
    found = list(compared(deployment, observed, journal))
    changes = [one for one in found if isinstance(one, Change)]
    changes += _unfinished(deployment, observed, journal, {change.key for change in changes})
    refusals = [*deployment.desired.refusals, *(one for one in found if isinstance(one, Refusal))]
    refusals += missing_inputs(deployment)
    refused = {refusal.key for refusal in refusals}
    refusals += _checked([change for change in changes if change.key not in refused], deployment)
    orphans = _orphans(deployment, journal)
    if deletes.allowed:
        removals = list(deletions(orphans, deployment, deletes))
        changes += [one for one in removals if isinstance(one, Change)]
        refusals += [one for one in removals if isinstance(one, Refusal)]
    return Plan(
        project=deployment.manifest.project,
        environment=deployment.manifest.environment,
        manifest_hash=deployment.manifest.content_hash,
        observed=digest(observed),
        changes=ordered(
            list(with_differences(changes, deployment.manifest, journal)), ranks(deployment.manifest.dag)
        ),
        refusals=tuple(_told(refusals, deployment)),
        dropped=deployment.desired.dropped,
        orphans=() if deletes.allowed else tuple(entry.key for entry in orphans),
        reaches=reached(deployment.manifest, {change.node for change in changes}),
    )


def compared(deployment: Deployment, observed: Observed, journal: Journal) -> Iterator[Change | Refusal]:
    """Each runtime's pure comparison. Where the state of a job is, earlier applies noted."""
    plans: Mapping[Kind, _Compare] = {
        "schema": schema_registry.plan,
        "topic": kafka.plan,
        "flink_job": partial(flink.plan, known=_known_jobs(journal)),
        "connector": connect.plan,
    }
    for place, things in by_place(deployment.desired.things()):
        yield from plans[place[0]](things, observed.live[place])


def _known_jobs(journal: Journal) -> dict[Key, Known]:
    return {key: _known_job(entry) for key, entry in journal.entries.items() if key.kind == "flink_job"}


def _known_job(entry: Entry) -> Known:
    ids = (
        entry.details.get("token"),
        entry.details.get("stop"),
        entry.details.get("job"),
        entry.facts.get("job_id"),
    )
    path = entry.facts.get("state_path")
    return Known(
        jobs=frozenset(str(id_) for id_ in ids if id_),
        shape=str(entry.facts.get("shape", "")),
        state_path=newest(str(path)) if path else None,
        worked="job_id" in entry.facts,
    )


def _unfinished(
    deployment: Deployment, observed: Observed, journal: Journal, changing: set[Key]
) -> Iterator[Change]:
    """Things an apply died over, or whose health it could not see, although nothing differs: look again until they work."""
    nodes = {one.key: one.node for one in deployment.desired.things()}
    for key, entry in sorted(journal.entries.items()):
        if entry.state == "done" or key not in nodes or key in changing:
            continue
        live = observed.of(key)
        why = ("an earlier apply did not see it work",)
        details = {"job": _running(live)} if isinstance(live, tuple) else {}
        if live is not None and (key.kind != "flink_job" or details["job"]):
            yield Change(key, "update", nodes[key], why, details)


def _running(live: tuple[LiveJob, ...]) -> str | None:
    return next((job.id for job in live if not job.is_over), None)


def _checked(changes: Iterable[Change], deployment: Deployment) -> Iterator[Refusal]:
    """What the systems themselves have against it."""
    things = dict(by_place(deployment.desired.things()))
    todo: dict[Place, list[Change]] = {}
    for change in changes:
        todo.setdefault((change.key.kind, change.key.cluster), []).append(change)
    for place, some in sorted(todo.items(), key=lambda item: item[0]):
        yield from deployment.systems.runtime(*place).check(some, things[place])


def _orphans(deployment: Deployment, journal: Journal) -> list[Entry]:
    declared = deployment.desired.declared
    return [entry for key, entry in sorted(journal.entries.items()) if entry.owned and key not in declared]


def deletions(
    entries: Iterable[Entry], deployment: Deployment, deletes: Deletes
) -> Iterator[Change | Refusal]:
    """Delete what is ours and still there; refuse where the environment or other consumers stand against it."""
    ours = list(entries)
    there = observe((stand_in(entry.key, entry.node) for entry in ours), deployment.systems)
    if ours and deployment.manifest.safety.get("allow_destructive") is False:
        for entry in ours:
            what = f"The environment {deployment.manifest.environment} allows no deletes (safety.allow_destructive)."
            yield Refusal(entry.key, entry.node, what)
        return
    readers = _readers([entry.key for entry in ours if entry.key.kind == "topic"], deployment)
    for entry in ours:
        live = there.of(entry.key)
        if live is None and entry.key.kind != "flink_job":
            yield Change(entry.key, "delete", entry.node, ("it is gone already: forget it",))
            continue
        others = readers.get(entry.key, ())
        if others and entry.key.name not in deletes.topics:
            what = f"Others consume from this topic: {', '.join(others)}."
            yield Refusal(
                entry.key, entry.node, what, f"To delete it all the same: --delete-topic {entry.key.name}"
            )
            continue
        jobs = [job.id for job in live if not job.is_over] if isinstance(live, tuple) else []
        details = {"jobs": jobs} if entry.key.kind == "flink_job" else {}
        yield Change(entry.key, "delete", entry.node, ("no longer wanted; created by this project",), details)


def _readers(topics: Iterable[Key], deployment: Deployment) -> Mapping[Key, tuple[str, ...]]:
    """The consumer groups of others on topics that are about to go."""
    ours = (f"{deployment.manifest.project}.", f"connect-{deployment.manifest.project}.")
    found: dict[Key, tuple[str, ...]] = {}
    clusters: dict[str, list[Key]] = {}
    for key in topics:
        clusters.setdefault(key.cluster, []).append(key)
    for cluster, keys in sorted(clusters.items()):
        groups = deployment.systems.kafka(cluster).consumer_groups([key.name for key in keys])
        for key in keys:
            found[key] = tuple(group for group in groups.get(key.name, ()) if not group.startswith(ours))
    return found


def _told(refusals: Iterable[Refusal], deployment: Deployment) -> Iterator[Refusal]:
    """Each once, in order, with nothing in it that came from the environment."""
    hide = deployment.hide
    shown = (replace(one, what=hide(one.what), help=hide(one.help)) for one in refusals)
    yield from sorted(dict.fromkeys(shown), key=lambda one: (one.node, str(one.key), one.what))
