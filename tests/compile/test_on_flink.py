"""What is compiled is what the real Flink takes, and does what was declared."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from confluent_kafka import Consumer, Producer, TopicPartition

from streamt import pipeline
from streamt.deploy.variables import needed
from streamt.local.stack import Stack
from streamt.manifest.model import Manifest
from streamt.runtimes.flink import Job
from tests.compile.on_flink.accepted import jobs_of, rejected
from tests.compile.on_flink.constructs import build_jar, constructs, project
from tests.deploy.records import delete_topics, eventually, make_topics, produce, read_all
from tests.repositories import ROOT

pytestmark = pytest.mark.stack

HERE = Path(__file__).parent / "on_flink"
QUERIES_PER_CONSTRUCT = 2


@pytest.fixture(autouse=True)
def variables(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in stack.variables.items():
        monkeypatch.setenv(name, value)


def compiled(folder: Path, environment: str | None = None) -> Manifest:
    return pipeline.compiled(pipeline.check(pipeline.tree_at(folder), environment))


@pytest.mark.parametrize(("example", "environment"), [("fraud", "standalone"), ("fraud", "enhanced"), ("minimal", None)])
def test_every_job_of_the_examples_is_accepted(
    example: str, environment: str | None, stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ROOT / "examples" / example
    manifest = compiled(folder, environment)
    for name, default in needed(manifest.model_dump()):
        if default is None and name not in os.environ:
            monkeypatch.setenv(name, "localhost:1")
    jobs = jobs_of(manifest, folder)
    assert jobs
    assert rejected(stack, jobs) == {}


REFUSED = {
    "avro_instants": "Flink's Avro has no TIMESTAMP_LTZ(3)",
    "avro_unnamed": "Avro has no names such as 'EXPR$0'",
    "from_word": "can only stand for a time",
    "interval_out": "no record has INTERVAL",
    "multiset_out": "JSON has no keys but text for a MULTISET<BIGINT",
    "once_too_slow": "a Kafka transaction ends after 15 minutes",
    "proto_read": "protobuf",
    "to_table_beyond": "no type for headers",
}


def test_every_feature_is_accepted_or_refused_by_name(stack: Stack) -> None:
    manifest = compiled(HERE / "features")
    refused = {refusal.name: refusal.what for refusal in manifest.artifacts.refusals}
    assert set(refused) == set(REFUSED)
    assert [name for name, said in REFUSED.items() if said not in refused[name]] == []
    not_taken = dict(rejected(stack, jobs_of(manifest, HERE)))
    # The one connector that is not there: whoever looks up a database brings its driver.
    assert "Could not find any factory for identifier 'jdbc'" in not_taken.pop("features.looked_up")
    assert not_taken == {}


# The planner has a plan for the query, and fails on the INSERT of it: defects of Flink 2.2.
NOT_AS_A_JOB = {
    "constructs.case_expression_asked_of_a_branch_escape_columns": "String index out of range",  # ESCAPE '' of a column
    "constructs.unnest_left_with_ordinality_rows": "Type mismatch",
}


def test_queries_of_every_construct_are_accepted(stack: Stack, tmp_path: Path) -> None:
    (tmp_path / "stream_project.yml").write_text(project("constructs"), "utf-8")
    jar = tmp_path / "functions.jar"
    build_jar(jar)
    checked = pipeline.check(pipeline.tree_at(tmp_path))
    wrong = {found.node for found in checked.diagnostics if found.severity == "error"}
    known, by_construct = constructs(), defaultdict(list)
    for job in jobs_of(pipeline.compiled(checked), tmp_path):
        if job.node not in wrong:
            by_construct[known[job.node.removeprefix("model:")]].append(job)
    assert set(by_construct) == set(known.values())
    chosen = [job for jobs in by_construct.values() for job in spread(jobs)]
    not_taken = rejected(stack, chosen, [jar]).items()
    assert {name: said for name, said in not_taken if NOT_AS_A_JOB.get(name, said + "?") not in said} == {}


def spread(jobs: list[Job]) -> list[Job]:
    return jobs[:: max(1, len(jobs) // QUERIES_PER_CONSTRUCT)][:QUERIES_PER_CONSTRUCT]


# --- with records

RAW = ("records.payments", "records.latest", "records.timed")
ANN = {
    "id": 1, "name": 'Ann "é" Lee', "amount": -12.34, "ok": True, "born": "1969-12-30", "happened": "1969-12-31T23:59:58.750",
    "seen": "2026-03-29T01:30:00.123Z", "score": 1.5, "clock": "10:11:12",
}  # fmt: skip
BOB = {**ANN, "id": 2, "name": "Bob", "born": "2026-02-28", "happened": "2026-01-05T12:00:00.001", "amount": 1234567890.12}
NOTHING = {"id": 3}


@pytest.fixture(scope="module")
def running(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the deployed project: its sinks write into it."""
    folder = tmp_path_factory.mktemp("records")
    shutil.copy(HERE / "records" / "stream_project.yml", folder)
    bootstrap = stack.variables["KAFKA_BOOTSTRAP"]
    make_topics(bootstrap, RAW)
    try:
        done = streamt(stack, folder, "apply")
        assert done.returncode == 0, done.stdout + done.stderr
        produce(bootstrap, "records.payments", [ANN, BOB, NOTHING])
        produce_with_keys(bootstrap, "records.latest")
        times = ("2026-01-05T12:00:00", "yesterday", None, "2026-01-05T12:00:01")
        produce(bootstrap, "records.timed", [{"id": number, "t": time} for number, time in enumerate(times)])
        yield folder
    finally:
        streamt(stack, folder, "destroy", "--confirm", "default")
        delete_topics(bootstrap, RAW)


def streamt(stack: Stack, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **stack.variables, "RECORDS_FOLDER": str(folder)}
    command = [sys.executable, "-m", "streamt", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


def produce_with_keys(bootstrap: str, topic: str) -> None:
    producer = Producer({"bootstrap.servers": bootstrap})
    for key, value in (
        ('{"id":1}', '{"name":"one"}'),
        ('{"id":2}', '{"id":2,"name":"two"}'),
        ("no key", '{"id":9,"name":"nine"}'),
        ('{"id":3}', "no value"),
        ('{"id":2}', None),
        ('{"id":4}', '{"name":"four"}'),
    ):
        producer.produce(topic, key=key, value=value)
    assert producer.flush(20) == 0


def test_a_key_is_read_from_the_key_and_malformed_keys_and_values_are_skipped(running: Path, stack: Stack) -> None:
    rows = eventually(lambda: read_all(stack.variables["KAFKA_BOOTSTRAP"], "records.latest.out"), lambda rows: len(rows) == 3)
    assert rows == [{"id": 1, "name": "one"}, {"id": 2, "name": "two"}, {"id": 4, "name": "four"}]


def test_records_without_a_readable_event_time_are_skipped_as_malformed(running: Path, stack: Stack) -> None:
    rows = eventually(lambda: read_all(stack.variables["KAFKA_BOOTSTRAP"], "records.timed.out"), lambda rows: len(rows) == 2)
    assert rows == [{"id": 0, "t": "2026-01-05T12:00:00"}, {"id": 3, "t": "2026-01-05T12:00:01"}]


def test_flink_registers_no_second_version_of_a_schema(running: Path, stack: Stack) -> None:
    bootstrap, registry = stack.variables["KAFKA_BOOTSTRAP"], stack.variables["SCHEMA_REGISTRY_URL"]
    rows = eventually(lambda: read_all(bootstrap, "records.read"), lambda rows: len(rows) == 3)
    assert rows == [
        {"id": 1, "name": ANN["name"], "happened": "1969-12-31T23:59:58.75"},
        {"id": 2, "name": "Bob", "happened": "2026-01-05T12:00:00.001"},
        {"id": 3, "name": None, "happened": None},
    ]
    assert eventually(lambda: records_of(bootstrap, "records.derived"), lambda count: count == 3) == 3
    for subject in ("records.derived-value", "records.special"):
        assert httpx.get(f"{registry}/subjects/{subject}/versions").json() == [1]


def records_of(bootstrap: str, topic: str) -> int:
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "counting"})
    low, high = consumer.get_watermark_offsets(TopicPartition(topic, 0), timeout=10)
    consumer.close()
    return int(high - low)


def test_times_days_and_decimals_arrive_in_a_table(running: Path) -> None:
    database = running / "records.sqlite"

    def rows() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(database)) as connection:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'payments'").fetchall()
            return connection.execute("SELECT * FROM payments ORDER BY id").fetchall() if known else []

    assert eventually(rows, lambda rows: len(rows) == 3) == [
        (1, ANN["name"], -12.34, 1, "1969-12-30", "1969-12-31T23:59:58.750", "2026-03-29T01:30:00.123", 1.5),
        (2, "Bob", 1234567890.12, 1, "2026-02-28", "2026-01-05T12:00:00.001", "2026-03-29T01:30:00.123", 1.5),
        (3, None, None, None, None, None, None, None),
    ]


def test_masks_hide_values_and_keep_nulls(running: Path, stack: Stack) -> None:
    rows = eventually(lambda: read_all(stack.variables["KAFKA_BOOTSTRAP"], "records.masked"), lambda rows: len(rows) == 3)

    def hashed(text: str) -> str:
        return sha256(text.encode()).hexdigest()

    hidden = {"redacted": "[REDACTED]", "amount": None, "seen": None, "score": hashed("1.5")}
    assert rows == [
        {"id": 1, "name": hashed(str(ANN["name"])), "partial": "**** Lee", **hidden},
        {"id": 2, "name": hashed("Bob"), "partial": "****", **hidden},
        {"id": 3, "name": None, "redacted": None, "partial": None, "amount": None, "score": None, "seen": None},
    ]


def test_a_second_apply_changes_nothing(running: Path, stack: Stack) -> None:
    again = streamt(stack, running, "apply")
    assert (again.returncode, "Nothing to change." in again.stdout) == (0, True), again.stdout + again.stderr
