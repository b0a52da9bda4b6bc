"""What exists: one look at every system that something is wanted of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any

from streamt.deploy.desired import Thing
from streamt.deploy.systems import Systems
from streamt.runtimes.base import Key, Kind
from streamt.runtimes.connect import Connector, LiveConnector
from streamt.runtimes.flink import Job, LiveJob
from streamt.runtimes.kafka import LiveTopic, Topic
from streamt.runtimes.schema_registry import LiveSchema, Schema

Live = LiveTopic | LiveSchema | LiveConnector | tuple[LiveJob, ...]
Place = tuple[Kind, str]
"""Things of one kind on one cluster: what one runtime sees to."""


@dataclass(frozen=True, slots=True)
class Observed:
    live: Mapping[Place, Mapping[str, Live]]
    """By name, as each runtime tells it."""

    def of(self, key: Key) -> Live | None:
        return self.live.get((key.kind, key.cluster), {}).get(key.name)


def observe(things: Iterable[Thing], systems: Systems) -> Observed:
    """Raises Unreachable, which names the system."""
    return Observed({place: systems.runtime(*place).observe(some) for place, some in by_place(things)})


def by_place(things: Iterable[Thing]) -> Iterator[tuple[Place, list[Thing]]]:
    found: dict[Place, list[Thing]] = {}
    for thing in things:
        found.setdefault((thing.key.kind, thing.key.cluster), []).append(thing)
    yield from sorted(found.items(), key=lambda item: item[0])


def digest(observed: Observed) -> str:
    """Equal for equal observations: a saved plan is refused when it moved."""
    told = [[*place, dict(live)] for place, live in observed.live.items()]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else dict(value)


def stand_in(key: Key, node: str) -> Thing:
    """A thing of which only its name is known: enough to look for it and to delete it."""
    if key.kind == "schema":
        return Schema(key, node, "AVRO", "", None)
    if key.kind == "topic":
        return Topic(key, node, None, None, {})
    if key.kind == "connector":
        return Connector(key, node, {})
    return Job(key, node, "", "", {}, (), "", "", "")
