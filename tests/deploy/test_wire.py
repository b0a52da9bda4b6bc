"""How much an apply and a plan send."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import TopicCollection
from confluent_kafka.admin import AdminClient, ConfigResource, ResourceType

from streamt import pipeline
from streamt.deploy import systems
from streamt.deploy.apply import apply
from streamt.deploy.deployment import Deployment, deployment_of
from streamt.deploy.plan import Plan, make_plan
from streamt.local.stack import Stack
from streamt.manifest.model import Artifacts, Manifest, TopicArtifact
from streamt.runtimes.base import Done
from tests.deploy.records import delete_topics, make_topics, topic_names
from tests.deploy.small import Small
from tests.deploy.wire import Requests, counted

pytestmark = pytest.mark.stack

CHANGING = {
    "CreateTopics",
    "DeleteTopics",
    "CreatePartitions",
    "AlterConfigs",
    "IncrementalAlterConfigs",
    "Produce",
    "InitProducerId",
    "AddPartitionsToTxn",
    "EndTxn",
    "OffsetCommit",
    "JoinGroup",
    "DeleteGroups",
    "CreateAcls",
    "DeleteAcls",
}


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> Requests:
    """Every Kafka client of a deployment tells what it sends."""
    requests = Requests()
    settings = systems.client_settings

    def telling(*given: Any) -> dict[str, Any]:
        return {**settings(*given), **requests.settings()}

    monkeypatch.setattr(systems, "client_settings", telling)
    return requests


@pytest.fixture
def small(stack: Stack, tmp_path: Path) -> Iterator[Small]:
    project = Small("wire", tmp_path, stack)
    project.write()
    make_topics(project.bootstrap, [project.source_topic])
    yield project
    project.streamt("destroy", "--confirm", "default")
    delete_topics(project.bootstrap, [project.source_topic])


def compiled(folder: Path) -> Manifest:
    return pipeline.compiled(pipeline.check(pipeline.project_tree(folder)))


def test_a_second_apply_sends_nothing_that_changes_anything(
    small: Small, requests: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = small.streamt("apply")
    assert first.returncode == 0, first.stdout + first.stderr
    with ExitStack() as proxies:
        calls: list[list[str]] = []
        monkeypatch.setenv("KAFKA_BOOTSTRAP", small.bootstrap)
        for name in ("SCHEMA_REGISTRY_URL", "FLINK_REST_URL", "FLINK_SQL_GATEWAY_URL", "CONNECT_REST_URL"):
            url, made = proxies.enter_context(counted(small.stack.variables[name]))
            monkeypatch.setenv(name, url)
            calls.append(made)
        deployment = deployment_of(compiled(small.folder), small.folder)
        journal = deployment.journal()
        plan = make_plan(deployment, journal)
        assert list(apply(deployment, plan, journal)) == []
    assert plan.is_empty
    assert [call for made in calls for call in made if not call.startswith("GET ")] == []
    assert sum(map(len, calls)) >= 4
    assert CHANGING & set(requests.sent) == set()
    assert {"DescribeConfigs", "Fetch"} <= set(requests.sent)


def thousand(stack: Stack, folder: Path) -> tuple[Deployment, list[str]]:
    names = [f"wire.thousand.{number:04d}" for number in range(1000)]
    topics = [
        TopicArtifact(name=name, cluster=None, node="model:x", partitions=1, replication_factor=1)
        for name in names
    ]
    manifest = Manifest(
        streamt_version="0",
        project="thousand",
        environment="default",
        compiled_at="",
        runtime={"kafka": {"bootstrap_servers": stack.variables["KAFKA_BOOTSTRAP"]}},
        artifacts=Artifacts(topics=topics),
    )
    return deployment_of(manifest, folder), names


def test_a_thousand_topics_are_made_in_one_request_and_read_at_the_cost_of_reading_them(
    stack: Stack, tmp_path: Path, requests: Requests, monkeypatch: pytest.MonkeyPatch
) -> None:
    deployment, names = thousand(stack, tmp_path)
    bootstrap = stack.variables["KAFKA_BOOTSTRAP"]
    try:
        journal = deployment.journal()
        plan = make_plan(deployment, journal)
        assert requests.sent.count("CreateTopics") == 1  # the brokers' validation
        done = [event for event in apply(deployment, plan, journal) if isinstance(event, Done)]
        assert len(done) == 1000
        assert requests.sent.count("CreateTopics") == 2  # .. and the thousand
        settle(bootstrap, names)
        requests.sent.clear()
        planned(stack, tmp_path)
        assert requests.sent.count("DescribeConfigs") == 1
        if not os.environ.get("STREAMT_TIMINGS"):  # seconds are measured on demand: a busy machine proves nothing
            return
        monkeypatch.undo()  # clients that tell what they send are slow
        pairs = [
            (seconds(lambda: read_bare(bootstrap, names)), seconds(lambda: planned(stack, tmp_path)))
            for _ in range(5)
        ]
        bare, planning = (min(side) for side in zip(*pairs, strict=True))
        assert planning <= 2 * bare, f"{planning:.2f} s for a plan, {bare:.2f} s for the bare calls"
    finally:
        delete_topics(bootstrap, [*names, deployment.journal_topic])


def planned(stack: Stack, folder: Path) -> Plan:
    deployment, _ = thousand(stack, folder)
    plan = make_plan(deployment, deployment.journal())
    assert plan.is_empty
    return plan


def read_bare(bootstrap: str, names: list[str]) -> None:
    admin = AdminClient({"bootstrap.servers": bootstrap})
    for topic in admin.describe_topics(TopicCollection(names)).values():
        topic.result(30)
    for config in admin.describe_configs(
        [ConfigResource(ResourceType.TOPIC, name) for name in names]
    ).values():
        config.result(30)


def settle(bootstrap: str, names: list[str]) -> None:
    """A broker that just made a thousand topics is busy for a while."""
    assert set(names) <= topic_names(bootstrap)
    last = 0.0
    for _ in range(20):
        now = seconds(lambda: read_bare(bootstrap, names))
        if last and abs(now - last) < 0.2 * last:
            return
        last = now


def seconds(work: Any) -> float:
    begun = time.monotonic()
    work()
    return time.monotonic() - begun
