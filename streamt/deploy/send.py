"""Changes handed to the runtime they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from streamt.deploy.deployment import Deployment
from streamt.deploy.desired import Desired
from streamt.deploy.observed import desired_of, stand_in
from streamt.runtimes.base import Change, Event


def send(changes: Sequence[Change], deployment: Deployment) -> Iterator[Event]:
    """`changes` are of one kind and cluster. Raises Unreachable."""
    key = changes[0].key
    wanted = _wanted(changes, deployment.desired)
    systems = deployment.systems
    if key.kind == "schema":
        yield from systems.registry().apply(changes, wanted.schemas)
    elif key.kind == "topic":
        yield from systems.kafka(key.cluster).apply(changes, wanted.topics)
    elif key.kind == "flink_job":
        yield from systems.flink(key.cluster).apply(changes, wanted.jobs)
    else:
        yield from systems.connect(key.cluster).apply(changes, wanted.connectors)


def _wanted(changes: Sequence[Change], desired: Desired) -> Desired:
    """The desired things of these changes; of what is deleted only the name is known."""
    things = {thing.key: thing for thing in desired.things()}
    return desired_of(things.get(change.key) or stand_in(change.key, change.node) for change in changes)
