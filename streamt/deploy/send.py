"""Changes handed to the runtime they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from streamt.deploy.deployment import Deployment
from streamt.deploy.observed import stand_in
from streamt.runtimes.base import Change, Event


def send(changes: Sequence[Change], deployment: Deployment) -> Iterator[Event]:
    """`changes` are of one kind and cluster. Raises Unreachable."""
    key = changes[0].key
    things = {thing.key: thing for thing in deployment.desired.things()}
    # Of what is deleted only the name is known.
    wanted = [things.get(change.key) or stand_in(change.key, change.node) for change in changes]
    yield from deployment.systems.runtime(key.kind, key.cluster).apply(changes, wanted)
