"""Topics that the project owns: those its models write."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import writes_topic
from streamt.compile.flink.jobs import cluster_of
from streamt.compile.nodes import plain
from streamt.manifest.model import TopicArtifact


def topics(see: Analysis) -> Iterator[TopicArtifact]:
    for model in see.project.models:
        if not writes_topic(model, see):
            continue
        facts = see.queries.get(model.id)
        config = dict(model.topic.config)
        if facts is not None and facts.changelog in ("upsert", "retract") and see.keys[model.id]:
            # The latest value of each key is the content: without compaction old ones expire and the table is lost.
            config.setdefault("cleanup.policy", "compact")
        yield TopicArtifact(
            name=model.topic.name,
            cluster=cluster_of(model, see),
            node=model.id,
            partitions=plain(model.topic.partitions),
            replication_factor=plain(model.topic.replication_factor),
            config={key: _text(value) for key, value in config.items()},
        )


def _text(value: object) -> str:
    """Kafka's settings are text: `true`, `604800000`, `compact,delete`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ",".join(_text(item) for item in value)
    return str(value)
