"""Each runtime against the real system: what is planned is made, what was made needs nothing, what is refused is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from streamt.local.stack import Stack
from streamt.runtimes import connect, flink, kafka, schema_registry
from streamt.runtimes.base import Change, Done, Event, Key, NotDone, Refusal, Waiting
from streamt.runtimes.connect import Connector, KafkaConnect
from streamt.runtimes.flink import FlinkJobs, Job
from streamt.runtimes.kafka import KafkaTopics, Security, Topic, client_settings
from streamt.runtimes.schema_registry import Schema, SchemaRegistry
from tests.deploy.records import delete_topics, make_topics

pytestmark = pytest.mark.stack


def ends(events: Iterator[Event]) -> list[Done | NotDone]:
    return [event for event in events if isinstance(event, (Done, NotDone))]


def with_token(change: Change | Refusal, token: str) -> Change:
    assert isinstance(change, Change)
    return replace(
        change, details={**change.details, "token": hashlib.sha256(token.encode()).hexdigest()[:32]}
    )


class TestKafka:
    @pytest.fixture
    def topics(self, stack: Stack) -> Iterator[KafkaTopics]:
        yield KafkaTopics(client_settings(stack.variables["KAFKA_BOOTSTRAP"], Security()))
        delete_topics(stack.variables["KAFKA_BOOTSTRAP"], ["contract.orders"])

    def wanted(self, partitions: int, config: Mapping[str, str], replication: int = 1) -> list[Topic]:
        return [Topic(Key("topic", "default", "contract.orders"), "model:x", partitions, replication, config)]

    def applied(self, topics: KafkaTopics, wanted: list[Topic]) -> list[Done | NotDone]:
        changes = [found for found in kafka.plan(wanted, topics.observe(wanted)) if isinstance(found, Change)]
        return ends(topics.apply(changes, wanted))

    def test_create_grow_set_and_unset(self, topics: KafkaTopics) -> None:
        for wanted in (
            self.wanted(1, {"retention.ms": "1000", "cleanup.policy": "delete"}),
            self.wanted(2, {"retention.ms": "2000"}),
            self.wanted(2, {}),
        ):
            (end,) = self.applied(topics, wanted)
            assert isinstance(end, Done)
            assert not list(kafka.plan(wanted, topics.observe(wanted)))
        (live,) = topics.observe(wanted).values()
        assert (live.partitions, live.config) == (2, {})

    def test_the_brokers_objections_come_before_and_after(self, topics: KafkaTopics) -> None:
        make = self.wanted(1, {})
        assert self.applied(topics, make)
        other = [replace(make[0], key=Key("topic", "default", "contract.other"), replication_factor=3)]
        changes = [found for found in kafka.plan(other, {}) if isinstance(found, Change)]
        (refusal,) = topics.check(changes, other)
        assert refusal.what.startswith("The cluster has fewer brokers than the replication factor asks for")
        (end,) = ends(topics.apply(changes, other))
        assert isinstance(end, NotDone)


class TestRegistry:
    KEY = Key("schema", "default", "contract/orders-value")

    @pytest.fixture
    def registry(self, stack: Stack) -> Iterator[SchemaRegistry]:
        registry = SchemaRegistry(stack.variables["SCHEMA_REGISTRY_URL"])
        yield registry
        wanted = self.wanted()
        list(registry.apply([Change(self.KEY, "delete", "model:x", ())], wanted))
        assert registry.observe(wanted) == {}

    def wanted(self, *fields: Mapping[str, object]) -> list[Schema]:
        definition = json.dumps(
            {"type": "record", "name": "Order", "fields": [{"name": "id", "type": "int"}, *fields]}
        )
        return [Schema(self.KEY, "model:x", "AVRO", definition, "BACKWARD")]

    def test_a_compatible_schema_is_a_new_version_and_another_is_refused(
        self, registry: SchemaRegistry
    ) -> None:
        compatible = self.wanted({"name": "note", "type": ["null", "string"], "default": None})
        for wanted in (self.wanted(), compatible):
            changes = list(schema_registry.plan(wanted, registry.observe(wanted)))
            assert len(changes) == 1
            assert list(registry.check(changes, wanted)) == []
            (end,) = registry.apply(changes, wanted)
            assert isinstance(end, Done)
            assert list(schema_registry.plan(wanted, registry.observe(wanted))) == []
        breaking = self.wanted({"name": "owed", "type": "string"})
        changes = list(schema_registry.plan(breaking, registry.observe(breaking)))
        (refusal,) = registry.check(changes, breaking)
        assert "not compatible" in refusal.what
        (end,) = registry.apply(changes, breaking)
        assert isinstance(end, NotDone)


class TestConnect:
    KEY = Key("connector", "default", "contract sink one")

    @pytest.fixture
    def workers(self, stack: Stack) -> Iterator[KafkaConnect]:
        make_topics(stack.variables["KAFKA_BOOTSTRAP"], ["contract.kept"])
        workers = KafkaConnect(stack.variables["CONNECT_REST_URL"])
        yield workers
        list(workers.apply([Change(self.KEY, "delete", "model:x", ())], []))
        delete_topics(stack.variables["KAFKA_BOOTSTRAP"], ["contract.kept"])

    def wanted(self, file: Path, **more: str) -> list[Connector]:
        config = {
            "connector.class": "org.apache.kafka.connect.file.FileStreamSinkConnector",
            "topics": "contract.kept",
            "file": str(file),
        }
        return [Connector(self.KEY, "model:x", {**config, **more})]

    def test_it_runs_or_says_why_not(self, workers: KafkaConnect, tmp_path: Path) -> None:
        good = self.wanted(tmp_path / "kept.txt")
        changes = list(connect.plan(good, workers.observe(good)))
        assert list(workers.check(changes, good)) == []
        (end,) = ends(workers.apply(changes, good))
        assert isinstance(end, Done)
        assert list(connect.plan(good, workers.observe(good))) == []

        bad = self.wanted(tmp_path / "no such folder" / "kept.txt")
        (end,) = ends(workers.apply(list(connect.plan(bad, workers.observe(bad))), bad))
        assert isinstance(end, NotDone)
        assert "NoSuchFileException" in end.reason
        (change,) = connect.plan(bad, workers.observe(bad))
        assert change.why == ("it is RUNNING (FAILED): start it again",)

    def test_settings_and_classes_are_validated_before(self, workers: KafkaConnect, tmp_path: Path) -> None:
        wanted = self.wanted(tmp_path / "x", **{"tasks.max": "none"})
        assert "tasks.max" in next(workers.check(list(connect.plan(wanted, {})), wanted)).what
        wanted = self.wanted(tmp_path / "x", **{"connector.class": "com.example.Missing"})
        (refusal,) = workers.check(list(connect.plan(wanted, {})), wanted)
        assert "FileStreamSinkConnector" in refusal.help


class TestFlink:
    KEY = Key("flink_job", "default", "contract.copy")

    @pytest.fixture
    def cluster(self, stack: Stack) -> Iterator[FlinkJobs]:
        bootstrap = stack.variables["KAFKA_BOOTSTRAP"]
        make_topics(bootstrap, ["contract.in", "contract.out"])
        cluster = FlinkJobs(
            stack.variables["FLINK_REST_URL"], stack.variables["FLINK_SQL_GATEWAY_URL"], "contract", "default"
        )
        yield cluster
        live = cluster.observe([self.job(stack, "")]).get("contract.copy", ())
        running = [job.id for job in live if not job.is_over]
        list(cluster.apply([Change(self.KEY, "delete", "model:copy", (), {"jobs": running})], []))
        delete_topics(bootstrap, ["contract.in", "contract.out"])

    def job(self, stack: Stack, where: str, shape: str = "s1") -> Job:
        options = (
            f"'connector' = 'kafka', 'properties.bootstrap.servers' = '{stack.variables['KAFKA_BOOTSTRAP']}'"
        )
        ddl = tuple(
            f"CREATE TABLE {name} (id INT, a INT) WITH ({options}, 'topic' = 'contract.{topic}', 'format' = 'json'{more})"
            for name, topic, more in (
                (
                    "source_table",
                    "in",
                    ", 'scan.startup.mode' = 'earliest-offset', 'properties.group.id' = 'contract'",
                ),
                ("sink_table", "out", ""),
            )
        )
        insert = f"INSERT INTO sink_table SELECT id, a FROM source_table WHERE {where}"
        print_ = hashlib.sha256(insert.encode()).hexdigest()
        settings = {"execution.checkpointing.interval": "1 s"}
        return Job(self.KEY, "model:copy", "contract", "default", settings, ddl, insert, print_, shape)

    def test_start_see_upgrade_and_start_again_by_the_same_ids(
        self, stack: Stack, cluster: FlinkJobs
    ) -> None:
        first = self.job(stack, "a > 1")
        (found,) = flink.plan([first], cluster.observe([first]), {})
        start = with_token(found, f"first {stack.ports}")
        assert list(cluster.check([start], [first])) == []
        (end,) = ends(cluster.apply([start], [first]))
        assert isinstance(end, Done)
        assert list(flink.plan([first], cluster.observe([first]), {})) == []
        # A crash after the submission: the same ids again are the same job, not a second one.
        (again,) = ends(cluster.apply([start], [first]))
        assert isinstance(again, Done)
        assert again.facts["job_id"] == end.facts["job_id"]
        assert len(running(cluster, first)) == 1

        second = self.job(stack, "a > 2")
        (found,) = flink.plan([second], cluster.observe([second]), {})
        upgrade = with_token(found, f"second {stack.ports}")
        (end,) = ends(cluster.apply([upgrade], [second]))
        assert isinstance(end, Done)
        assert cluster.jobs.checkpoints(str(end.facts["job_id"])).restored is not None
        assert running(cluster, second) == [end.facts["job_id"]]

    def test_sql_that_flink_does_not_take_is_refused_with_its_reason(
        self, stack: Stack, cluster: FlinkJobs
    ) -> None:
        job = self.job(stack, "nope > 1")
        changes = [change for change in flink.plan([job], {}, {}) if isinstance(change, Change)]
        (refusal,) = cluster.check(changes, [job])
        assert "Column 'nope' not found in any table" in refusal.what

    def test_while_it_waits_it_says_for_what(self, stack: Stack, cluster: FlinkJobs) -> None:
        job = self.job(stack, "a > 1")
        (found,) = flink.plan([job], {}, {})
        events = list(cluster.apply([with_token(found, f"waits {stack.ports}")], [job]))
        assert {event.text.partition(",")[2] for event in events if isinstance(event, Waiting)} == {
            " waiting for a checkpoint"
        }


def running(cluster: FlinkJobs, job: Job) -> list[str]:
    return [one.id for one in cluster.observe([job])["contract.copy"] if not one.is_over]
