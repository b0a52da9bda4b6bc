"""The systems a project runs on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from streamt.project.spec.scalars import Flag, Name, Ref, Spec, Text


class KafkaSecuritySpec(Spec):
    protocol: Text | None = Field(None, description="Such as SASL_SSL.")
    mechanism: Text | None = Field(None, description="Such as SCRAM-SHA-512.")
    username: Text | None = None
    password: Text | None = None
    ssl_ca: Text | None = None
    ssl_certificate: Text | None = None
    ssl_key: Text | None = None


class KafkaClusterSpec(Spec):
    bootstrap_servers: Text | None = None
    security: KafkaSecuritySpec | None = None
    region: Text | None = None
    acls: Flag = Field(False, description="Whether grants and denials become Kafka ACLs.")
    principals: dict[str, Text] = Field(
        default={}, description="Roles and the Kafka principals they stand for."
    )


class KafkaSpec(KafkaClusterSpec):
    """One cluster, or `clusters` by name and which is the `default`."""

    default: Ref | None = None
    clusters: dict[Name, KafkaClusterSpec] = Field(default_factory=dict)


class RegistrySpec(Spec):
    url: Text | None = None
    username: Text | None = None
    password: Text | None = None


class FlinkClusterSpec(Spec):
    type: Literal["rest", "confluent"] = "rest"
    rest_url: Text | None = None
    sql_gateway_url: Text | None = None
    version: Text | None = Field(None, description="1.20 or 2.x. Default: 2.2.")
    organization_id: Text | None = None
    environment_id: Text | None = None
    compute_pool_id: Text | None = None
    api_key: Text | None = None
    api_secret: Text | None = None


class FlinkRuntimeSpec(FlinkClusterSpec):
    """One cluster, or `clusters` by name and which is the `default`."""

    default: Ref | None = None
    clusters: dict[Name, FlinkClusterSpec] = Field(default_factory=dict)


class ConnectClusterSpec(Spec):
    rest_url: Text | None = None


class ConnectSpec(ConnectClusterSpec):
    """One cluster, or `clusters` by name and which is the `default`."""

    default: Ref | None = None
    clusters: dict[Name, ConnectClusterSpec] = Field(default_factory=dict)


class GatewayRuntimeSpec(Spec):
    api_url: Text | None = None
    bootstrap_servers: Text | None = None
    username: Text | None = None
    password: Text | None = None


class ConsoleSpec(Spec):
    url: Text | None = None
    api_key: Text | None = None


class ConduktorSpec(Spec):
    """`gateway` and `console`; or, in short, `proxy_url`, `console_url` and `api_key`."""

    gateway: GatewayRuntimeSpec | None = None
    console: ConsoleSpec | None = None
    proxy_url: Text | None = None
    console_url: Text | None = None
    api_key: Text | None = None


class RuntimeSpec(Spec):
    kafka: KafkaSpec | None = None
    schema_registry: RegistrySpec | None = None
    flink: FlinkRuntimeSpec | None = None
    connect: ConnectSpec | None = None
    conduktor: ConduktorSpec | None = None
