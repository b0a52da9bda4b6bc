"""Sinks as Kafka Connect connectors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import connector_class, needs_schema, sink_has_job
from streamt.compile.kafka_access import bootstrap_servers, registry_options
from streamt.manifest.model import ConnectorArtifact
from streamt.project.model import Model, Schema, Source

JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter"
STRING_CONVERTER = "org.apache.kafka.connect.storage.StringConverter"
AVRO_CONVERTER = "io.confluent.connect.avro.AvroConverter"


def connectors(see: Analysis) -> Iterator[ConnectorArtifact]:
    for model in see.project.models:
        if see.materialized(model) == "sink" and model.sink is not None and see.project.runtime.connect_clusters:
            yield ConnectorArtifact(
                name=f"{see.project.name}.{model.key_name}",
                node=model.id,
                cluster=model.connect_cluster or see.project.runtime.default_connect,
                config=_config(model, see),
            )


def _config(model: Model, see: Analysis) -> dict[str, Any]:
    assert model.sink is not None
    topic, schema, enveloped = _reads(model, see)
    config: dict[str, Any] = {"connector.class": connector_class(model.sink.connector), "topics": topic}
    config |= _converters(schema, enveloped, see) | _through_gateway(model, see) | _isolation(model, see)
    config |= {key: _text(value) for key, value in model.sink.config.items()}
    return dict(sorted(config.items()))


def _through_gateway(model: Model, see: Analysis) -> dict[str, str]:
    """A virtual topic exists at the Gateway only: the connector's own consumer has to connect there."""
    read = [see.nodes.get(found.target) for found in see.reads[model.id] if found.target]
    virtual = any(isinstance(node, Model) and see.materialized(node) == "virtual_topic" for node in read)
    if not virtual or sink_has_job(model, see):
        return {}
    servers = bootstrap_servers(see.project.runtime.declared, model.cluster, through_gateway=True)
    return {"consumer.override.bootstrap.servers": servers}


def _isolation(model: Model, see: Analysis) -> dict[str, str]:
    """What was written exactly once is read once it is committed; a consumer that does not ask reads aborted records too."""
    read = [model] if sink_has_job(model, see) else [see.nodes.get(found.target) for found in see.reads[model.id] if found.target]
    once = any(isinstance(node, Model) and node.flink.delivery == "exactly_once" for node in read)
    return {"consumer.override.isolation.level": "read_committed"} if once else {}


def _reads(model: Model, see: Analysis) -> tuple[str, Schema | None, bool]:
    """(topic, its schema, whether its records carry their schema)."""
    if sink_has_job(model, see):
        return model.topic.name, model.schema, needs_schema(model)
    for read in see.reads[model.id]:
        node = see.nodes.get(read.target) if read.target else None
        if isinstance(node, Model):
            return node.topic.name, node.schema, False
        if isinstance(node, Source):
            return str(node.topic), node.schema, False
    return model.topic.name, model.schema, False


def _converters(schema: Schema | None, enveloped: bool, see: Analysis) -> dict[str, str]:
    found = {"key.converter": STRING_CONVERTER}
    if schema is not None and "avro" in schema.format:
        registry = registry_options(see.project.runtime.declared, "registry")
        found["value.converter"] = AVRO_CONVERTER
        found["value.converter.schema.registry.url"] = registry["registry.url"]
        if "registry.basic-auth.user-info" in registry:
            found["value.converter.basic.auth.credentials.source"] = "USER_INFO"
            found["value.converter.basic.auth.user.info"] = registry["registry.basic-auth.user-info"]
    else:
        found["value.converter"] = JSON_CONVERTER
        found["value.converter.schemas.enable"] = "true" if enveloped else "false"
    return found


def _text(value: object) -> str:
    """Connect's settings are text; lists are joined by commas, mappings are JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ",".join(_text(item) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, sort_keys=True)
    return str(value)
