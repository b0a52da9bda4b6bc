"""What goes wrong out there, each said in one clear sentence, with the right exit code and no secret."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from streamt.local.stack import Stack
from tests.deploy.records import delete_topics, make_topics, topic_names
from tests.deploy.small import Small

pytestmark = pytest.mark.stack


@pytest.fixture
def small(stack: Stack, tmp_path: Path) -> Iterator[Small]:
    project = Small("badinput", tmp_path, stack)
    project.write()
    make_topics(project.bootstrap, [project.source_topic])
    yield project
    project.write()
    project.streamt("destroy", "--confirm", "default")
    delete_topics(project.bootstrap, [project.source_topic])


def edit(small: Small, old: str, new: str) -> None:
    path = small.folder / "stream_project.yml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def refused(small: Small, code: int, *words: str) -> str:
    """What a plan says that ends with this exit code; nothing was made."""
    plan = small.streamt("plan", *words)
    said = plan.stdout + plan.stderr
    assert plan.returncode == code, said
    assert "Traceback" not in said
    assert "bug in streamt" not in said
    assert "badinput.big" not in topic_names(small.bootstrap)
    return said


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("KAFKA_BOOTSTRAP", "127.0.0.1:1", "Kafka at ${KAFKA_BOOTSTRAP} cannot be used"),
        ("SCHEMA_REGISTRY_URL", "http://127.0.0.1:1/ccompat", "Schema Registry at"),
        ("FLINK_REST_URL", "http://127.0.0.1:1", "Flink at"),
        ("FLINK_SQL_GATEWAY_URL", "http://127.0.0.1:1", "Flink's SQL Gateway at"),
        ("CONNECT_REST_URL", "http://127.0.0.1:1", "Kafka Connect at"),
    ],
)
def test_a_system_that_does_not_answer(small: Small, variable: str, value: str, said: str) -> None:
    small.variables[variable] = value
    assert said in refused(small, 2)


def test_wrong_credentials_are_named_and_not_shown(small: Small) -> None:
    edit(
        small,
        'kafka: {bootstrap_servers: "${KAFKA_BOOTSTRAP}"}',
        'kafka: {bootstrap_servers: "${KAFKA_SASL_BOOTSTRAP}", security: {protocol: SASL_PLAINTEXT, mechanism: PLAIN, '
        'username: app, password: "${KAFKA_PASSWORD}"}}',
    )
    small.variables["KAFKA_PASSWORD"] = "not-the-password"
    said = refused(small, 2)
    assert "Invalid username or password" in said
    assert "not-the-password" not in said


def test_variables_that_are_not_set_are_all_named(small: Small) -> None:
    edit(small, "file: ", 'other: "${FIRST_MISSING}-${SECOND_MISSING}", file: ')
    assert "not set: FIRST_MISSING, SECOND_MISSING." in refused(small, 2)


def test_a_connector_class_that_is_not_there(small: Small) -> None:
    edit(small, "connector: file-sink", "connector: com.example.NoSuchConnector")
    said = refused(small, 1)
    assert "Connect has no connector class 'com.example.NoSuchConnector'." in said
    assert "org.apache.kafka.connect.file.FileStreamSinkConnector" in said


def test_more_replicas_than_brokers(small: Small) -> None:
    edit(small, "replication_factor: 1", "replication_factor: 3")
    assert "fewer brokers than the replication factor asks for" in refused(small, 1)


def test_a_setting_that_kafka_does_not_know(small: Small) -> None:
    edit(small, "topic: {name: badinput.big}", "topic: {name: badinput.big, config: {retention.ms: soon}}")
    said = small.streamt("plan").stdout
    assert "retention.ms" in said
    assert "Refused:" in said


def test_a_source_topic_that_does_not_exist(small: Small) -> None:
    edit(small, "topic: badinput.orders", "topic: badinput.nowhere")
    said = refused(small, 1)
    assert "It reads the topic badinput.nowhere, which does not exist." in said


def test_an_incompatible_schema_is_refused_with_the_registrys_reason(small: Small) -> None:
    assert small.streamt("apply").returncode == 0
    edit(small, "SELECT id, amount FROM {{ ref", "SELECT id, CAST(amount AS STRING) AS amount FROM {{ ref")
    plan = small.streamt("plan")
    assert plan.returncode == 1
    assert "The new schema is not compatible with the latest version" in plan.stdout


def test_fewer_partitions(small: Small) -> None:
    edit(small, "partitions: 1", "partitions: 2")
    assert small.streamt("apply").returncode == 0
    edit(small, "partitions: 2", "partitions: 1")
    plan = small.streamt("plan")
    assert plan.returncode == 1
    assert "Kafka cannot take partitions away" in plan.stdout


def test_a_job_that_restarts_for_ever_stops_the_apply_part_way(small: Small) -> None:
    edit(small, "WHERE amount > 10", "WHERE 10 / (amount - amount) > 1")
    from tests.deploy.records import produce

    produce(small.bootstrap, small.source_topic, [{"id": "a", "amount": 15}])
    done = small.streamt("apply")
    assert done.returncode == 3, done.stdout + done.stderr
    assert "failed    flink job badinput.big: The job keeps restarting: " in done.stdout
    assert "ArithmeticException" in done.stdout
    assert "skipped   flink job badinput.huge" in done.stdout
    assert "Mend what failed and go on with: streamt apply" in done.stderr


def test_a_protected_environment_asks_for_its_name(small: Small) -> None:
    (small.folder / "environments").mkdir()
    (small.folder / "environments" / "live.yml").write_text(
        "safety: {protected: true, allow_destructive: false}\n"
    )
    done = small.streamt("apply", "--env", "live")
    assert done.returncode == 1
    assert "--confirm live" in done.stderr
    assert small.streamt("apply", "--env", "live", "--confirm", "live").returncode == 0
    gone = small.streamt("destroy", "--env", "live", "--confirm", "live")
    assert gone.returncode == 1
    assert "allows no deletes" in gone.stdout
    (small.folder / "environments" / "live.yml").write_text("safety: {allow_destructive: true}\n")
    assert small.streamt("destroy", "--env", "live", "--confirm", "live").returncode == 0
    (small.folder / "environments" / "live.yml").unlink()
    (small.folder / "environments").rmdir()


def test_a_saved_plan_holds_only_while_nothing_moved(small: Small) -> None:
    assert small.streamt("plan", "--out", "saved.json").returncode == 0
    make_topics(small.bootstrap, ["badinput.big"])
    stale = small.streamt("apply", "--plan", "saved.json")
    delete_topics(small.bootstrap, ["badinput.big"])
    assert stale.returncode == 1
    assert "no longer holds: the systems are not as they were" in stale.stderr
    small.write(least=11)
    other = small.streamt("apply", "--plan", "saved.json")
    assert "no longer holds: the manifest is another one" in other.stderr


def test_what_is_no_longer_declared_is_kept_until_deletes_are_allowed(small: Small) -> None:
    assert small.streamt("apply").returncode == 0
    path = small.folder / "stream_project.yml"
    text = path.read_text()
    path.write_text(text[: text.index("  - name: kept")])
    plan = small.streamt("plan")
    assert plan.returncode == 0
    assert (
        "No longer declared, kept (--allow-delete takes them away):\n  connector badinput.kept" in plan.stdout
    )
    assert small.connectors() == ["badinput.kept"]
    done = small.streamt("apply", "--allow-delete")
    assert done.returncode == 0, done.stdout + done.stderr
    assert small.connectors() == []
    path.write_text(text)
