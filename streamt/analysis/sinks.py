"""Sinks: the connectors that have a short name, and which sinks need a job and a topic of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streamt.analysis.model import Analysis
from streamt.project.model import Model


@dataclass(frozen=True, slots=True)
class ConnectorKind:
    """A short name's class, and whether its records must carry their schema (`{"schema": .., "payload": ..}`)."""

    class_name: str
    needs_schema: bool = False


SHORT_NAMES: Mapping[str, ConnectorKind] = {
    "bigquery-sink": ConnectorKind("com.wepay.kafka.connect.bigquery.BigQuerySinkConnector"),
    "elasticsearch-sink": ConnectorKind("io.confluent.connect.elasticsearch.ElasticsearchSinkConnector"),
    "file-sink": ConnectorKind("org.apache.kafka.connect.file.FileStreamSinkConnector"),
    "http-sink": ConnectorKind("io.aiven.kafka.connect.http.HttpSinkConnector"),
    "jdbc-sink": ConnectorKind("io.debezium.connector.jdbc.JdbcSinkConnector", needs_schema=True),
    "mongodb-sink": ConnectorKind("com.mongodb.kafka.connect.MongoSinkConnector"),
    "opensearch-sink": ConnectorKind("io.aiven.kafka.connect.opensearch.OpensearchSinkConnector"),
    "s3-sink": ConnectorKind("io.aiven.kafka.connect.s3.AivenKafkaConnectS3SinkConnector"),
    "snowflake-sink": ConnectorKind("com.snowflake.kafka.connector.SnowflakeSinkConnector"),
}
NEEDING_SCHEMA = frozenset(kind.class_name for kind in SHORT_NAMES.values() if kind.needs_schema)


def connector_class(name: str | None) -> str:
    return SHORT_NAMES[name].class_name if name is not None and name in SHORT_NAMES else name or ""


def needs_schema(model: Model) -> bool:
    """A JDBC sink makes columns out of a record's schema; plain JSON has none."""
    return model.sink is not None and connector_class(model.sink.connector) in NEEDING_SCHEMA


def sink_has_job(model: Model, see: Analysis) -> bool:
    """A sink with SQL, with a mask to apply, or with a format its connector cannot read has a job and a topic of its own."""
    return model.sql is not None or bool(see.masked.get(model.id)) or needs_schema(model)


def writes_topic(model: Model, see: Analysis) -> bool:
    """Does the model have a real topic of its own? A virtual topic has none; a sink has one only for a job of its own."""
    kind = see.materialized(model)
    return kind in ("topic", "flink") or (kind == "sink" and sink_has_job(model, see))
