"""Changes of where and how a node is made: materialization, job, connector, Gateway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.impact.change import Change
from streamt.impact.values import differences, directed, plain
from streamt.manifest.model import FlinkJobArtifact, Manifest, Model

_DELIVERIES = ("at_least_once", "exactly_once")
_TTL = ("flink.state_ttl_reduced", "flink.state_ttl_extended", "flink.state_ttl_changed")
_OWN_KINDS = {
    "startup": "flink.startup_changed",
    "on_malformed": "flink.malformed_changed",
    "consumer_group": "flink.consumer_group_changed",
}


def materialization_changes(old: Model, new: Model) -> Iterator[Change]:
    before, after = old.materialized, new.materialized
    if before == after:
        return
    if after == "sink":
        kind = "materialization.topic_removed"
    elif "virtual_topic" in (before, after):
        kind = "materialization.virtualized" if after == "virtual_topic" else "materialization.made_real"
    else:
        kind = "materialization.changed"
    yield Change(kind, new.id, "materialized", before, after)


def flink_changes(old: Model, new: Model) -> Iterator[Change]:
    yield from plain("flink.cluster_moved", new.id, "flink_cluster", old.flink_cluster, new.flink_cluster)
    for path, before, after in differences(old.flink, new.flink):
        yield from _flink_setting(new.id, path, before, after)


def _flink_setting(node: str, path: str, before: Any, after: Any) -> Iterator[Change]:
    subject = f"flink.{path}"
    if path == "state_ttl_ms":
        yield from directed(node, subject, before, after, *_TTL)
    elif path == "delivery":
        yield Change(_delivery(before, after), node, subject, before, after)
    else:
        yield Change(_OWN_KINDS.get(path, "flink.setting_changed"), node, subject, before, after)


def _delivery(before: Any, after: Any) -> str:
    if before not in _DELIVERIES or after not in _DELIVERIES:
        return "flink.delivery_changed"
    stronger = _DELIVERIES.index(after) > _DELIVERIES.index(before)
    return "flink.delivery_strengthened" if stronger else "flink.delivery_weakened"


def sink_changes(old: Model, new: Model) -> Iterator[Change]:
    yield from plain(
        "connect.cluster_moved", new.id, "connect_cluster", old.connect_cluster, new.connect_cluster
    )
    for path, before, after in differences(old.sink, new.sink, "sink"):
        kind = "sink.connector_changed" if path == "sink.connector" else "sink.config_changed"
        yield Change(kind, new.id, path, before, after)


def gateway_changes(old: Model, new: Model) -> Iterator[Change]:
    for path, before, after in differences(old.gateway, new.gateway, "gateway"):
        yield Change("gateway.changed", new.id, path, before, after)


def state_compatibility_changes(old: Manifest, new: Manifest) -> Iterator[Change]:
    """Jobs that stay and whose query keeps its state in another shape. A stateless upgrade loses nothing by it."""
    before, after = _jobs(old), _jobs(new)
    for name in sorted(before.keys() & after.keys()):
        shapes = (before[name].shape, after[name].shape)
        if all(shapes) and shapes[0] != shapes[1]:
            was, becomes = (f"shape {shape[:12]}" for shape in shapes)
            yield Change("flink.state_incompatible", after[name].node, name, was, becomes, "structural")


def _jobs(manifest: Manifest) -> Mapping[str, FlinkJobArtifact]:
    return {job.name: job for job in manifest.artifacts.flink_jobs}
