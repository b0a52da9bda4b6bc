"""What exists: one look at every system that something is wanted of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from streamt.deploy.desired import Desired, Thing
from streamt.deploy.systems import Systems
from streamt.runtimes.base import Key
from streamt.runtimes.connect import Connector, LiveConnector
from streamt.runtimes.flink import Job, LiveJob
from streamt.runtimes.kafka import LiveTopic, Topic
from streamt.runtimes.schema_registry import LiveSchema, Schema

Live = LiveTopic | LiveSchema | LiveConnector | tuple[LiveJob, ...]
_Thing = TypeVar("_Thing", Schema, Topic, Job, Connector)


@dataclass(frozen=True, slots=True)
class Observed:
    """By cluster and name, as each runtime tells it."""

    schemas: Mapping[str, LiveSchema]
    topics: Mapping[str, Mapping[str, LiveTopic]]
    jobs: Mapping[str, Mapping[str, tuple[LiveJob, ...]]]
    connectors: Mapping[str, Mapping[str, LiveConnector]]

    def of(self, key: Key) -> Live | None:
        if key.kind == "schema":
            return self.schemas.get(key.name)
        if key.kind == "topic":
            return self.topics.get(key.cluster, {}).get(key.name)
        if key.kind == "flink_job":
            return self.jobs.get(key.cluster, {}).get(key.name)
        return self.connectors.get(key.cluster, {}).get(key.name)


def observe(desired: Desired, systems: Systems) -> Observed:
    """Raises Unreachable, which names the system."""
    return Observed(
        schemas=systems.registry().observe(desired.schemas) if desired.schemas else {},
        topics={name: systems.kafka(name).observe(some) for name, some in by_cluster(desired.topics)},
        jobs={name: systems.flink(name).observe(some) for name, some in by_cluster(desired.jobs)},
        connectors={
            name: systems.connect(name).observe(some) for name, some in by_cluster(desired.connectors)
        },
    )


def by_cluster(things: Iterable[_Thing]) -> Iterator[tuple[str, Sequence[_Thing]]]:
    found: dict[str, list[_Thing]] = {}
    for thing in things:
        found.setdefault(thing.key.cluster, []).append(thing)
    yield from sorted(found.items())


def digest(observed: Observed) -> str:
    """Equal for equal observations: a saved plan is refused when it moved."""
    return hashlib.sha256(json.dumps(asdict(observed), sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)


def stand_in(key: Key, node: str) -> Thing:
    """A thing of which only its name is known: enough to look for it and to delete it."""
    if key.kind == "schema":
        return Schema(key, node, "AVRO", "", None)
    if key.kind == "topic":
        return Topic(key, node, None, None, {})
    if key.kind == "connector":
        return Connector(key, node, {})
    return Job(key, node, "", "", {}, (), "", "", "")


def desired_of(things: Iterable[Thing]) -> Desired:
    found = list(things)
    return Desired(
        schemas=tuple(one for one in found if isinstance(one, Schema)),
        topics=tuple(one for one in found if isinstance(one, Topic)),
        jobs=tuple(one for one in found if isinstance(one, Job)),
        connectors=tuple(one for one in found if isinstance(one, Connector)),
    )
