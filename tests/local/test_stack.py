"""The stack itself, for real: each test has one of its own, of the parts it needs."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from confluent_kafka.admin import AdminClient, NewTopic

from streamt.cli.local import local
from streamt.errors import CannotRun
from streamt.local.layout import layout_of
from streamt.local.lock import only_one
from streamt.local.process import is_running
from streamt.local.record import read_record
from streamt.local.stack import start, stop
from streamt.local.status import PartStatus, status
from tests.local_stack import require_java_and_maven

pytestmark = pytest.mark.stack


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    require_java_and_maven()
    yield tmp_path
    stop(tmp_path, forget=True)


def part(project: Path, name: str) -> PartStatus:
    return next(part for part in status(project).parts if part.name == name)


def topics(bootstrap: str) -> set[str]:
    return set(AdminClient({"bootstrap.servers": bootstrap}).list_topics(timeout=10).topics)


def test_up_status_logs_down(project: Path) -> None:
    (project / "stream_project.yml").write_text("name: demo\n")
    inside = project / "models"
    inside.mkdir()
    at_project = ["--project-dir", str(project)]

    up = CliRunner().invoke(local, ["up", *at_project], catch_exceptions=False)
    assert up.exit_code == 0
    values = dict(line.split("=", 1) for line in up.stdout.splitlines())
    assert set(values) == {
        "KAFKA_BOOTSTRAP",
        "KAFKA_SASL_BOOTSTRAP",
        "SCHEMA_REGISTRY_URL",
        "CONNECT_REST_URL",
        "FLINK_REST_URL",
        "FLINK_SQL_GATEWAY_URL",
    }
    written = (project / ".streamt" / "local.env").read_text().splitlines()
    assert dict(line.split("=", 1) for line in written if not line.startswith("#")) == values

    shown = CliRunner().invoke(local, ["status", *at_project, "--format", "json"])
    assert shown.exit_code == 0
    parts = json.loads(shown.stdout)["parts"]
    assert [part["state"] for part in parts] == ["answers"] * 6
    assert [part["name"] for part in parts if part["loses_when_stopped"]] == ["registry", "jobmanager"]
    text = CliRunner().invoke(local, ["status", *at_project])
    assert "schemas are in memory only" in text.stdout

    logs = CliRunner().invoke(local, ["logs", *at_project, "flink", "-n", "1"])
    assert [line.split()[0] for line in logs.stdout.splitlines()] == [
        "jobmanager",
        "taskmanager",
        "sql-gateway",
    ]

    started = read_record(layout_of(project).record).started
    down = CliRunner().invoke(local, ["down", *at_project])
    assert down.exit_code == 0
    assert [one for one in started if is_running(one.process)] == []
    assert not (project / ".streamt" / "local.env").exists()
    assert (project / ".streamt" / "local" / "data" / "kafka").is_dir()


def test_topics_and_ports_outlive_a_stop_and_purge_ends_them(project: Path) -> None:
    first = start(project, ["kafka"])
    admin = AdminClient({"bootstrap.servers": first.variables["KAFKA_BOOTSTRAP"]})
    admin.create_topics([NewTopic("orders", 1, 1)])["orders"].result(10)
    stop(project)
    second = start(project, ["kafka"])
    assert second.ports == first.ports
    assert "orders" in topics(second.variables["KAFKA_BOOTSTRAP"])
    stop(project, forget=True)
    third = start(project, ["kafka"])
    assert "orders" not in topics(third.variables["KAFKA_BOOTSTRAP"])


def test_only_the_chosen_part_is_started_and_a_second_up_adds_to_it(project: Path) -> None:
    start(project, ["registry"])
    registry = part(project, "registry").pid
    assert {part.name for part in status(project).parts if part.state == "answers"} == {"registry"}
    both = start(project, ["kafka"])
    assert set(both.variables) == {"SCHEMA_REGISTRY_URL", "KAFKA_BOOTSTRAP", "KAFKA_SASL_BOOTSTRAP"}
    assert part(project, "registry").pid == registry


def test_a_killed_part_is_seen_and_started_again_by_up(project: Path) -> None:
    start(project, ["kafka", "registry"])
    killed, kept = part(project, "kafka").pid, part(project, "registry").pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    time.sleep(0.2)
    assert part(project, "kafka").state == "ended"
    shown = CliRunner().invoke(local, ["status", "--project-dir", str(project)])
    assert shown.exit_code == 1
    start(project, ["kafka", "registry"])
    assert part(project, "kafka").state == "answers"
    assert part(project, "kafka").pid != killed
    assert part(project, "registry").pid == kept


def test_an_asked_port_is_used(project: Path) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    assert start(project, ["registry"], {"registry": port}).ports["registry"] == port
    with pytest.raises(CannotRun, match=f"registry listens on port {port} already"):
        start(project, ["registry"], {"registry": port + 1})


def test_a_part_that_dies_is_reported_by_its_useful_line_and_nothing_is_left(project: Path) -> None:
    start(project, ["kafka"])
    stop(project)
    meta = layout_of(project).data / "kafka" / "meta.properties"
    meta.write_text(meta.read_text().replace("node.id=1", "node.id=7"))
    with pytest.raises(CannotRun, match="Kafka broker ended before it answered") as refused:
        start(project, ["kafka", "registry"])
    assert "Stored node id 7 doesn't match" in str(refused.value)
    assert "kafka.log" in str(refused.value)
    started = read_record(layout_of(project).record).started
    assert [one.part for one in started if is_running(one.process)] == []


def test_one_up_at_a_time(project: Path) -> None:
    layout = layout_of(project)
    layout.home.mkdir(parents=True)
    with (
        only_one(layout.lock),
        pytest.raises(CannotRun, match="Another `streamt local up` or `down` is at work"),
    ):
        start(project, ["registry"])


def test_down_leaves_a_stranger_with_a_recorded_number_alone(project: Path) -> None:
    stranger = subprocess.Popen(["sleep", "60"], start_new_session=True)
    try:
        record = layout_of(project).record
        record.parent.mkdir(parents=True)
        one = {"part": "kafka", "pid": stranger.pid, "started": "long ago", "archive": ""}
        record.write_text(json.dumps({"version": 1, "ports": {}, "started": [one]}))
        assert stop(project) == ()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_folder_with_spaces_will_do(project: Path) -> None:
    spaced = project / "my project"
    spaced.mkdir()
    try:
        assert set(start(spaced, ["connect", "flink"]).variables) >= {"CONNECT_REST_URL", "FLINK_REST_URL"}
    finally:
        stop(spaced, forget=True)
