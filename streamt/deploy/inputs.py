"""Topics that jobs and connectors read and that this project does not make: they must be there first.

Flink starts a job without its input and restarts it for ever; so it is said before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from streamt.deploy.deployment import Deployment
from streamt.deploy.desired import key_of
from streamt.runtimes.base import Key, Refusal


def missing_inputs(deployment: Deployment) -> Iterator[Refusal]:
    """One request per cluster. Raises Unreachable."""
    made = {topic.key for topic in deployment.desired.topics}
    readers: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
    for key, reader, node in _reads(deployment):
        if key not in made:
            readers[key].append((reader, node))
    for cluster in sorted({key.cluster for key in readers} & set(deployment.systems.blocks.kafka)):
        keys = sorted(key for key in readers if key.cluster == cluster)
        there = deployment.systems.kafka(cluster).existing(key.name for key in keys)
        yield from (
            Refusal(
                reader,
                node,
                f"It reads the topic {key.name}, which does not exist.",
                "Whoever owns it has to create it first (a source's topic is never created by streamt).",
            )
            for key in keys
            if key.name not in there
            for reader, node in readers[key]
        )


def _reads(deployment: Deployment) -> Iterator[tuple[Key, Key, str]]:
    """(topic, who reads it, its node)."""
    jobs = {job.key.name: job for job in deployment.desired.jobs}
    for artifact in deployment.manifest.artifacts.flink_jobs:
        job = jobs.get(artifact.name)
        if job is None:
            continue
        for text in artifact.reads:
            cluster, _, topic = deployment.variables.fill(text).partition("/")
            yield key_of("topic", cluster, topic), job.key, job.node
    default = deployment.systems.blocks.default_kafka
    for connector in deployment.desired.connectors:
        for topic in filter(None, (one.strip() for one in connector.config.get("topics", "").split(","))):
            yield key_of("topic", default, topic), connector.key, connector.node
