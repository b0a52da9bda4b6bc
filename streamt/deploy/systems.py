"""The systems a manifest's `runtime` names, connected when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from streamt.deploy.variables import Variables
from streamt.errors import CannotRun
from streamt.runtimes.base import Kind, Runtime
from streamt.runtimes.connect import KafkaConnect
from streamt.runtimes.flink import FlinkJobs
from streamt.runtimes.kafka import KafkaTopics, Security, client_settings
from streamt.runtimes.schema_registry import SchemaRegistry

ONLY = "default"
"""The name of a cluster where there is but one and nobody named it."""

SECTIONS = ("kafka", "schema_registry", "flink", "connect")
"""The parts of `runtime` that this version deploys to."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """`runtime` with placeholders filled in: every cluster by name."""

    kafka: Mapping[str, Mapping[str, Any]]
    default_kafka: str
    registry: Mapping[str, Any]
    flink: Mapping[str, Mapping[str, Any]]
    connect: Mapping[str, Mapping[str, Any]]


def blocks_of(runtime: Mapping[str, Any], variables: Variables) -> Blocks:
    """Raises CannotRun when there is no Kafka cluster."""
    values = filled({section: runtime.get(section) for section in SECTIONS}, variables)
    kafka = clusters_of(values.get("kafka"))
    if not kafka:
        raise CannotRun("This project names no Kafka cluster (runtime.kafka): there is nothing to deploy to.")
    default = (values.get("kafka") or {}).get("default")
    return Blocks(
        kafka=kafka,
        default_kafka=str(default) if default else next(iter(kafka)),
        registry=values.get("schema_registry") or {},
        flink=clusters_of(values.get("flink")),
        connect=clusters_of(values.get("connect")),
    )


def kafka_settings(block: Mapping[str, Any]) -> dict[str, str | int]:
    servers = block.get("bootstrap_servers") or ""
    security = {
        name: str(value) for name, value in (block.get("security") or {}).items() if value is not None
    }
    return client_settings(
        ",".join(servers) if isinstance(servers, list) else str(servers), Security(**security)
    )


class Systems:
    """One connection per cluster, made when first asked for."""

    def __init__(self, blocks: Blocks, project: str, environment: str) -> None:
        self.blocks = blocks
        self._identity = (project, environment)
        self._kafka: dict[str, KafkaTopics] = {}
        self._flink: dict[str, FlinkJobs] = {}
        self._connect: dict[str, KafkaConnect] = {}
        self._registry: SchemaRegistry | None = None

    def runtime(self, kind: Kind, cluster: str) -> Runtime[Any, Any]:
        """What sees to things of this kind on this cluster."""
        if kind == "schema":
            return self.registry()
        if kind == "topic":
            return self.kafka(cluster)
        return self.flink(cluster) if kind == "flink_job" else self.connect(cluster)

    def kafka(self, cluster: str) -> KafkaTopics:
        if cluster not in self._kafka:
            self._kafka[cluster] = KafkaTopics(kafka_settings(self.blocks.kafka[cluster]))
        return self._kafka[cluster]

    def flink(self, cluster: str) -> FlinkJobs:
        if cluster not in self._flink:
            block = self.blocks.flink[cluster]
            self._flink[cluster] = FlinkJobs(
                str(block["rest_url"]), str(block["sql_gateway_url"]), *self._identity
            )
        return self._flink[cluster]

    def connect(self, cluster: str) -> KafkaConnect:
        if cluster not in self._connect:
            block = self.blocks.connect[cluster]
            self._connect[cluster] = KafkaConnect(str(block["rest_url"]), credentials_of(block))
        return self._connect[cluster]

    def registry(self) -> SchemaRegistry:
        if self._registry is None:
            block = self.blocks.registry
            self._registry = SchemaRegistry(str(block["url"]), credentials_of(block))
        return self._registry


def clusters_of(block: Any) -> dict[str, Mapping[str, Any]]:
    """Every cluster by name: those of `clusters`, else the block itself under the name of the only one."""
    if not block:
        return {}
    clusters = block.get("clusters")
    return dict(clusters) if clusters else {ONLY: block}


def credentials_of(block: Mapping[str, Any]) -> tuple[str, str] | None:
    return (str(block["username"]), str(block.get("password") or "")) if block.get("username") else None


def filled(value: Any, variables: Variables) -> Any:
    if isinstance(value, str):
        return variables.fill(value)
    if isinstance(value, Mapping):
        return {key: filled(one, variables) for key, one in value.items()}
    return [filled(one, variables) for one in value] if isinstance(value, list) else value
