"""Declared against live: what is there, whether it works, how far it is behind."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from streamt.deploy.deployment import Deployment
from streamt.deploy.desired import Thing
from streamt.deploy.graph import ranks
from streamt.deploy.journal import Journal, Lease
from streamt.deploy.observed import Live, Observed, observe
from streamt.deploy.plan import compared
from streamt.runtimes.base import Change, Key
from streamt.runtimes.connect import Connector, LiveConnector
from streamt.runtimes.flink import Job, LiveJob


@dataclass(frozen=True, slots=True)
class ThingStatus:
    key: Key
    node: str
    state: str
    differences: tuple[str, ...]
    """How it differs from what is declared; also what stands against changing it."""
    is_well: bool
    lag: int | None = None
    """Records not read yet by a job or connector; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Status:
    project: str
    environment: str
    things: tuple[ThingStatus, ...]
    unfinished: tuple[Key, ...]
    lease: str
    """Who is applying right now, if anybody is."""

    @property
    def is_well(self) -> bool:
        return all(thing.is_well for thing in self.things) and not self.unfinished


def status_of(deployment: Deployment, journal: Journal) -> Status:
    """Raises Unreachable."""
    observed = observe(deployment.desired.things(), deployment.systems)
    differences: dict[Key, tuple[str, ...]] = {}
    for found in compared(deployment, observed, journal):
        if found.key is None:
            continue
        lines = found.why if isinstance(found, Change) else (found.what,)
        differences[found.key] = (*differences.get(found.key, ()), *lines)
    place = ranks(deployment.manifest.dag)
    things = sorted(deployment.desired.things(), key=lambda thing: (place.get(thing.node, 0), thing.key))
    lags = dict(_lags(deployment))
    return Status(
        project=deployment.manifest.project,
        environment=deployment.manifest.environment,
        things=tuple(_one(thing, observed, differences.get(thing.key, ()), lags) for thing in things),
        unfinished=tuple(sorted(key for key, entry in journal.entries.items() if entry.state != "done")),
        lease=_at_work(journal.lease),
    )


def _one(thing: Thing, observed: Observed, differences: tuple[str, ...], lags: dict[Key, int]) -> ThingStatus:
    live = observed.of(thing.key)
    state = _state(live)
    well = live is not None and not differences and state in ("there", "running")
    return ThingStatus(
        thing.key, thing.node, state, differences if live is not None else (), well, lags.get(thing.key)
    )


def _state(live: Live | None) -> str:
    if not live:
        return "missing"
    if isinstance(live, LiveConnector):
        return (
            "running"
            if live.runs
            else f"{live.state.lower()} (tasks: {', '.join(live.task_states).lower() or 'none'})"
        )
    if isinstance(live, tuple):
        return _job_state(live)
    return "there"


def _job_state(jobs: tuple[LiveJob, ...]) -> str:
    return next(
        (job.state.lower() for job in jobs if not job.is_over), f"not running ({jobs[-1].state.lower()})"
    )


def _lags(deployment: Deployment) -> Iterator[tuple[Key, int]]:
    """Of every job and connector by the group it reads with; its offsets are as old as its last checkpoint."""
    systems = deployment.systems
    kafka = systems.kafka(systems.blocks.default_kafka)
    readers: list[Job | Connector] = [*deployment.desired.jobs, *deployment.desired.connectors]
    for thing in readers:
        lag = kafka.lag(_group(thing))
        if lag is not None:
            yield thing.key, lag


def _group(thing: Job | Connector) -> str:
    return f"connect-{thing.key.name}" if isinstance(thing, Connector) else thing.group


def _at_work(lease: Lease | None) -> str:
    if lease is None or lease.expires < time.time():
        return ""
    return f"{lease.who} on {lease.host} (process {lease.pid})"
