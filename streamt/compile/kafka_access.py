"""How a job reaches a Kafka cluster or a schema registry: from `runtime:`, placeholders and all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# The Kafka client inside Flink's SQL connector is relocated: its login modules have another name there.
SHADED = "org.apache.flink.kafka.shaded."
LOGIN_MODULES: Mapping[str, str] = {
    "PLAIN": "org.apache.kafka.common.security.plain.PlainLoginModule",
    "SCRAM-SHA-256": "org.apache.kafka.common.security.scram.ScramLoginModule",
    "SCRAM-SHA-512": "org.apache.kafka.common.security.scram.ScramLoginModule",
}


def kafka_cluster(runtime: Mapping[str, Any], name: str | None) -> Mapping[str, Any]:
    """The block of one cluster; of the only one where there is a single one."""
    kafka: Mapping[str, Any] = runtime.get("kafka") or {}
    clusters = kafka.get("clusters")
    if not clusters:
        return kafka
    found: Mapping[str, Any] = clusters.get(name or kafka.get("default")) or {}
    return found


def bootstrap_servers(runtime: Mapping[str, Any], cluster: str | None, through_gateway: bool) -> str:
    """A virtual topic exists at the Gateway only, so its readers connect there."""
    if through_gateway:
        gateway: Mapping[str, Any] = (runtime.get("conduktor") or {}).get("gateway") or {}
        return str(gateway.get("bootstrap_servers") or "")
    return _servers(kafka_cluster(runtime, cluster).get("bootstrap_servers"))


def _servers(value: Any) -> str:
    return ",".join(str(server) for server in value) if isinstance(value, list) else str(value or "")


def client_properties(runtime: Mapping[str, Any], cluster: str | None) -> dict[str, str]:
    """`properties.*` of Flink's Kafka connector for a cluster's security block."""
    security: Mapping[str, Any] = kafka_cluster(runtime, cluster).get("security") or {}
    found: dict[str, str] = {}
    if security.get("protocol"):
        found["properties.security.protocol"] = str(security["protocol"])
    mechanism = security.get("mechanism")
    if mechanism:
        found["properties.sasl.mechanism"] = str(mechanism)
        module = LOGIN_MODULES.get(str(mechanism))
        if module and security.get("username"):
            user, password = security.get("username"), security.get("password", "")
            found["properties.sasl.jaas.config"] = f'{SHADED}{module} required username="{user}" password="{password}";'
    for key, name in (("ssl_ca", "truststore"), ("ssl_certificate", "keystore")):
        if security.get(key):
            found[f"properties.ssl.{name}.type"] = "PEM"
            found[f"properties.ssl.{name}.location"] = str(security[key])
    return found


def registry_options(runtime: Mapping[str, Any], prefix: str) -> dict[str, str]:
    """Options of a `*-confluent` format under a prefix such as `value.avro-confluent`."""
    registry: Mapping[str, Any] = runtime.get("schema_registry") or {}
    found = {f"{prefix}.url": str(registry.get("url") or "")}
    if registry.get("username"):
        found[f"{prefix}.basic-auth.credentials-source"] = "USER_INFO"
        found[f"{prefix}.basic-auth.user-info"] = f"{registry['username']}:{registry.get('password', '')}"
    return found
