"""`streamt debug`: who answers, what is missing, and no value of anything."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streamt.cli.debug import debug
from streamt.deploy import debug as asking
from streamt.local.stack import Stack

PROJECT = """\
project: {name: shop}
runtime:
  kafka: {bootstrap_servers: "${KAFKA_BOOTSTRAP}"}
  schema_registry: {url: "${SCHEMA_REGISTRY_URL}", username: "${SHOP_USER:-}", password: "${SHOP_PASSWORD:-}"}
  flink: {rest_url: "${FLINK_REST_URL}", sql_gateway_url: "${FLINK_SQL_GATEWAY_URL}"}
  connect: {rest_url: "${CONNECT_REST_URL}"}
  conduktor: {gateway: {api_url: "${SHOP_GATEWAY:-http://gateway:8888}"}}
sources:
  - {name: orders, topic: orders, columns: [{name: id, type: STRING}]}
models:
  - {name: kept, from: [{source: orders}], sink: {connector: file-sink, config: {file: "${SHOP_FILE:-/tmp/kept}"}}}
"""
SYSTEMS = (
    "KAFKA_BOOTSTRAP",
    "SCHEMA_REGISTRY_URL",
    "FLINK_REST_URL",
    "FLINK_SQL_GATEWAY_URL",
    "CONNECT_REST_URL",
)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (*SYSTEMS, "STREAMT_ENV"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "stream_project.yml").write_text(PROJECT, "utf-8")
    return tmp_path


def asked(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(debug, ["--project-dir", str(folder), *words])


def data(result: Result) -> tuple[dict[str, str], dict[str, str]]:
    """System -> what is said, variable -> where from."""
    found = json.loads(result.stdout)
    return (
        {one["name"]: f"{one['state']}: {one['says']}" for one in found["systems"]},
        {one["name"]: one["origin"] for one in found["variables"]},
    )


def test_every_variable_is_named_with_its_origin_and_never_its_value(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = "127.0.0.1:1"
    (shop / ".env").write_text(f"KAFKA_BOOTSTRAP={nobody}\nSHOP_USER=somebody\nSHOP_PASSWORD=\n", "utf-8")
    (shop / ".streamt").mkdir()
    (shop / ".streamt" / "local.env").write_text(
        f"KAFKA_BOOTSTRAP=127.0.0.1:2\nCONNECT_REST_URL=http://{nobody}\n", "utf-8"
    )
    monkeypatch.setenv("FLINK_REST_URL", f"http://admin:s3cret-word@{nobody}")
    shown = asked(shop, "--format", "json")
    assert shown.exit_code == 2
    systems, variables = data(shown)
    assert variables == {
        "CONNECT_REST_URL": ".streamt/local.env",
        "FLINK_REST_URL": "process environment",
        "FLINK_SQL_GATEWAY_URL": "missing",
        "KAFKA_BOOTSTRAP": ".env",
        "SCHEMA_REGISTRY_URL": "missing",
        "SHOP_FILE": "default",
        "SHOP_PASSWORD": "default",
        "SHOP_USER": ".env",
    }
    assert systems["Schema Registry"] == "fails: not set: SCHEMA_REGISTRY_URL"
    assert systems["Flink SQL Gateway"] == "fails: not set: FLINK_SQL_GATEWAY_URL"
    assert (
        systems["Connect"]
        == "fails: Kafka Connect at ${CONNECT_REST_URL} does not answer: the connection is refused."
    )
    assert (
        systems["Conduktor Gateway"] == "not deployed to: compiled for, and not deployed to by this version"
    )
    for text in (shown.output, asked(shop).output):
        assert [secret for secret in ("s3cret-word", "somebody", nobody) if secret in text] == []


@pytest.fixture
def silent() -> Iterator[str]:
    """Takes connections and never answers."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_system_that_hangs_holds_nobody_up(
    shop: Path, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_WITHIN_SECONDS", 1.0)
    monkeypatch.setenv("CONNECT_REST_URL", silent)
    systems, _ = data(asked(shop, "--format", "json"))
    assert systems["Connect"] == "fails: no answer within 1 s"
    assert systems["Kafka"] == "fails: not set: KAFKA_BOOTSTRAP"


@pytest.mark.stack
def test_all_of_a_real_stack_answers(shop: Path, stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in stack.variables.items():
        monkeypatch.setenv(name, value)
    shown = asked(shop, "--format", "json")
    systems, _ = data(shown)
    assert shown.exit_code == 0, systems
    assert systems["Flink SQL Gateway"] == "answers: Flink 2.2.0"
    for name, said in (
        ("Kafka", "1 broker, cluster "),
        ("Schema Registry", "Apicurio"),
        ("Connect", "Kafka Connect 4.1.0"),
    ):
        assert systems[name].startswith(f"answers: {said}")


@pytest.mark.stack
def test_a_connector_class_that_no_worker_has(
    shop: Path, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in stack.variables.items():
        monkeypatch.setenv(name, value)
    project = shop / "stream_project.yml"
    project.write_text(project.read_text("utf-8").replace("file-sink", "s3-sink"), "utf-8")
    shown = asked(shop, "--format", "json")
    assert shown.exit_code == 2
    assert data(shown)[0]["Connect"] == (
        "fails: It answers, and has no connector class io.aiven.kafka.connect.s3.AivenKafkaConnectS3SinkConnector (for model:kept). "
        "Install its plugin on every worker."
    )
