"""What a sink's connector is told about the topic it reads."""

from __future__ import annotations

from typing import Any

import pytest

from streamt import pipeline
from tests.projects import checked, completed

PROJECT = """\
runtime:
  kafka: {bootstrap_servers: localhost:9092}
  schema_registry: {url: http://registry:8081, username: "${SHOP_USER}", password: "${SHOP_PASSWORD}"}
  flink: {rest_url: http://localhost:8081}
  connect: {rest_url: http://localhost:8083}
sources:
  - {name: orders, topic: orders, schema: {format: json}, columns: [{name: id, type: STRING}]}
models:
  - {name: paid, schema: {format: FORMAT}, flink: {delivery: DELIVERY}, sql: 'SELECT id FROM {{ source("orders") }}'}
  - {name: kept, from: [{ref: paid}], sink: {connector: file-sink, config: {file: kept.txt}}}
"""


def config(format_: str = "json", delivery: str = "at_least_once") -> dict[str, Any]:
    text = PROJECT.replace("FORMAT", format_).replace("DELIVERY", delivery)
    manifest = pipeline.compiled(checked(completed(text)))
    return manifest.artifacts.connectors[0].config


@pytest.mark.parametrize(("delivery", "level"), [("at_least_once", None), ("exactly_once", "read_committed")])
def test_what_was_written_exactly_once_is_read_when_it_is_committed(delivery: str, level: str | None) -> None:
    assert config(delivery=delivery).get("consumer.override.isolation.level") == level


def test_avro_is_read_with_the_registrys_credentials() -> None:
    found = config("avro")
    assert found["value.converter.schema.registry.url"] == "http://registry:8081"
    assert found["value.converter.basic.auth.credentials.source"] == "USER_INFO"
    assert found["value.converter.basic.auth.user.info"] == "${SHOP_USER}:${SHOP_PASSWORD}"
    assert not [name for name in config() if "registry" in name or "basic.auth" in name]
