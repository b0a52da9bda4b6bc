"""Changes of a node's topic and schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamt.impact.change import Change
from streamt.impact.values import differences, directed, plain
from streamt.manifest.model import Model, SchemaSpec, Source, TopicSpec

_PARTITIONS = ("topic.partitions_decreased", "topic.partitions_increased", "topic.partitions_changed")
_REPLICATION = ("topic.replication_reduced", "topic.replication_increased", "topic.replication_changed")
_RETENTION = ("topic.retention_reduced", "topic.retention_extended", "topic.retention_changed")
_RETENTION_KEYS = ("retention.ms", "retention.bytes", "delete.retention.ms")
_FOREVER = 2**63  # what -1 means


def topic_changes(old: Model, new: Model) -> Iterator[Change]:
    yield from _cluster(old, new)
    before, after = old.topic, new.topic
    if before is None or after is None:  # materialization tells why
        return
    if before.name != after.name:
        yield Change("topic.renamed", new.id, "topic.name", before.name, after.name)
    yield from directed(new.id, "topic.partitions", before.partitions, after.partitions, *_PARTITIONS)
    factors = (before.replication_factor, after.replication_factor)
    yield from directed(new.id, "topic.replication_factor", *factors, *_REPLICATION)
    yield from _config(new.id, before, after)


def source_topic_changes(old: Source, new: Source) -> Iterator[Change]:
    yield from _cluster(old, new)
    if old.topic != new.topic:
        yield Change("topic.renamed", new.id, "topic", old.topic, new.topic)


def _cluster(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    yield from plain("topic.cluster_moved", new.id, "cluster", old.cluster, new.cluster)


def _config(node: str, before: TopicSpec, after: TopicSpec) -> Iterator[Change]:
    for key in sorted(before.config.keys() | after.config.keys()):
        old, new = before.config.get(key), after.config.get(key)
        if old == new or str(old) == str(new):
            continue
        if key in _RETENTION_KEYS:
            for change in directed(node, f"topic.config.{key}", _kept(old), _kept(new), *_RETENTION):
                yield Change(change.kind, node, change.subject, old, new, change.certainty)
        else:
            kind = "topic.cleanup_changed" if key == "cleanup.policy" else "topic.config_changed"
            yield Change(kind, node, f"topic.config.{key}", old, new)


def _kept(value: Any) -> Any:
    return _FOREVER if str(value) == "-1" else value


def schema_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    before, after = old.schema_, new.schema_
    if before is None and after is None:
        return
    if before is None or after is None:
        kind = "schema.added" if before is None else "schema.removed"
        yield Change(kind, new.id, "schema", _format(before), _format(after))
        return
    yield from plain("schema.format_changed", new.id, "schema.format", before.format, after.format)
    yield from plain(
        "schema.format_changed", new.id, "schema.key_format", before.key_format, after.key_format
    )
    yield from plain("schema.subject_changed", new.id, "schema.registry", before.registry, after.registry)
    yield from plain("schema.subject_changed", new.id, "schema.subject", before.subject, after.subject)
    yield from plain("schema.version_changed", new.id, "schema.version", before.version, after.version)
    compatibilities = (before.compatibility, after.compatibility)
    yield from plain("schema.compatibility_changed", new.id, "schema.compatibility", *compatibilities)
    yield from _definition(new.id, before.definition, after.definition)


def _format(schema: SchemaSpec | None) -> str | None:
    return None if schema is None else schema.format or "json"


def _definition(node: str, before: Any, after: Any) -> Iterator[Change]:
    """What its columns are is compared by column: here only that the text differs, in more than blanks."""
    if isinstance(before, dict) and isinstance(after, dict):
        for path, old, new in differences(before, after, "schema.definition"):
            yield Change("schema.definition_changed", node, path, old, new)
    elif _words(before) != _words(after):
        yield Change("schema.definition_changed", node, "schema.definition", before, after)


def _words(definition: Any) -> Any:
    return definition.split() if isinstance(definition, str) else definition
