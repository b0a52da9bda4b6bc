"""Kafka ACLs: what each role's principal may read and write, where the cluster has ACLs (`acls: true`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import writes_topic
from streamt.compile.flink.jobs import cluster_of
from streamt.compile.kafka_access import kafka_cluster
from streamt.manifest.model import AclArtifact
from streamt.project.model import Allow, Deny, Model, Source


def acls(see: Analysis) -> Iterator[AclArtifact]:
    for node in see.data:
        topic = node.topic if isinstance(node, Source) else node.topic.name if writes_topic(node, see) else None
        cluster = cluster_of(node, see)
        block = kafka_cluster(see.project.runtime.declared, cluster)
        if topic is None or not block.get("acls"):
            continue
        yield from _of_node(node, topic, cluster, block.get("principals") or {})


def _of_node(node: Source | Model, topic: str, cluster: str, principals: Mapping[str, Any]) -> Iterator[AclArtifact]:
    for policy in node.security.policies if node.security else ():
        if not isinstance(policy, (Allow, Deny)):
            continue
        for role in sorted(policy.roles):
            if role in principals:
                yield AclArtifact(
                    cluster=cluster, node=node.id, principal=str(principals[role]), resource_type="topic", resource=topic,
                    operation="read", permission="allow" if isinstance(policy, Allow) else "deny",
                )  # fmt: skip
