"""Two manifests in, their differences out. Order, comments, formatting and the place in a file are no difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from streamt.impact import exposures, meaning, promises, quality, running, security, topics
from streamt.impact.change import Change
from streamt.impact.columns import column_changes
from streamt.impact.project import finding_changes, project_changes
from streamt.manifest.model import Exposure, Manifest, Model, Source, Test

N = TypeVar("N", Source, Model, Test, Exposure)

OF_SOURCES: tuple[Callable[[Source, Source], Iterator[Change]], ...] = (
    column_changes,
    meaning.key_changes,
    meaning.changelog_changes,
    meaning.lookup_changes,
    meaning.event_time_changes,
    topics.source_topic_changes,
    topics.schema_changes,
    security.policy_changes,
    promises.sla_changes,
    promises.freshness_changes,
    promises.region_changes,
    promises.domain_changes,
    promises.about_changes,
)
OF_MODELS: tuple[Callable[[Model, Model], Iterator[Change]], ...] = (
    column_changes,
    meaning.key_changes,
    meaning.changelog_changes,
    meaning.streaming_changes,
    meaning.sql_changes,
    meaning.input_changes,
    meaning.event_time_changes,
    running.materialization_changes,
    running.flink_changes,
    running.sink_changes,
    running.gateway_changes,
    topics.topic_changes,
    topics.schema_changes,
    security.policy_changes,
    security.access_changes,
    promises.contract_changes,
    promises.sla_changes,
    promises.version_changes,
    promises.placement_changes,
    promises.region_changes,
    promises.domain_changes,
    promises.about_changes,
)
OF_TESTS: tuple[Callable[[Test, Test], Iterator[Change]], ...] = (
    quality.test_changes,
    promises.about_changes,
)
OF_EXPOSURES: tuple[Callable[[Exposure, Exposure], Iterator[Change]], ...] = (
    exposures.exposure_changes,
    promises.domain_changes,
    promises.about_changes,
)


def compare(old: Manifest, new: Manifest) -> Iterator[Change]:
    """Sources, models, tests, exposures by id, each part in a fixed order; then the project. Equal projects yield nothing."""
    yield from _nodes("source", old.sources, new.sources, OF_SOURCES)
    yield from _nodes("model", old.models, new.models, OF_MODELS)
    yield from _nodes("test", old.tests, new.tests, OF_TESTS)
    yield from _nodes("exposure", old.exposures, new.exposures, OF_EXPOSURES)
    yield from running.state_compatibility_changes(old, new)
    yield from project_changes(old, new)
    yield from finding_changes(old, new)


def _nodes(
    kind: str, old: Sequence[N], new: Sequence[N], parts: tuple[Callable[[N, N], Iterator[Change]], ...]
) -> Iterator[Change]:
    before = {node.id: node for node in old}
    after = {node.id: node for node in new}
    for node in sorted(before.keys() | after.keys()):
        if node not in after:
            yield Change(f"{kind}.removed", node, "", before[node].name, None)
        elif node not in before:
            yield Change(f"{kind}.added", node, "", None, after[node].name)
        else:
            for part in parts:
                yield from part(before[node], after[node])
