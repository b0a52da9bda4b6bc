from __future__ import annotations

from streamt.deploy.graph import below, ranks, reached
from streamt.deploy.order import ordered, stages
from streamt.manifest.model import Dag, DagEdge, DagNode
from streamt.runtimes.base import Action, Change, Key, Kind
from tests.manifests import exposure, model, project, source


def change(kind: Kind, name: str, action: Action = "create", cluster: str = "default") -> Change:
    return Change(Key(kind, cluster, name), action, f"model:{name}", ())


RANKS = {"model:a": 0, "model:b": 1, "model:c": 2}


def names(changes: tuple[Change, ...]) -> list[str]:
    return [f"{one.key.kind} {one.key.name}" for one in changes]


def test_schemas_topics_then_jobs_and_connectors_along_the_dag() -> None:
    given = [
        change("connector", "b"),
        change("flink_job", "c"),
        change("flink_job", "a"),
        change("topic", "c"),
    ]
    given += [change("topic", "a"), change("schema", "c")]
    assert names(ordered(given, RANKS)) == [
        "schema c",
        "topic a",
        "topic c",
        "flink_job a",
        "connector b",
        "flink_job c",
    ]


def test_deletes_come_last_and_in_reverse() -> None:
    given = [
        change("topic", "a", "delete"),
        change("flink_job", "a", "delete"),
        change("flink_job", "b", "delete"),
    ]
    given += [change("schema", "a", "delete"), change("topic", "c")]
    assert names(ordered(given, RANKS)) == ["topic c", "flink_job b", "flink_job a", "topic a", "schema a"]


def test_topics_of_a_cluster_are_made_together_and_jobs_alone() -> None:
    topics = [change("topic", "a"), change("topic", "b"), change("topic", "c", cluster="eu")]
    given = ordered([*topics, change("flink_job", "a"), change("flink_job", "b")], RANKS)
    assert [len(stage) for stage in stages(given)] == [2, 1, 1, 1]


def test_a_thousand_topics_are_one_request() -> None:
    given = ordered([change("topic", f"t{number}") for number in range(1000)], {})
    assert len(list(stages(given))) == 1


def chain(length: int) -> Dag:
    return Dag(
        nodes=[DagNode(id=f"model:{number}", kind="model", name=str(number)) for number in range(length)],
        edges=[
            DagEdge.model_validate({"from": f"model:{number}", "to": f"model:{number + 1}", "kind": "reads"})
            for number in range(length - 1)
        ],
    )


def test_a_chain_of_ten_thousand_is_no_trouble() -> None:
    dag = chain(10_000)
    assert ranks(dag)["model:9999"] == 9_999
    assert len(below(dag, ["model:1"])) == 9_999


def test_who_notices_a_change() -> None:
    manifest = project(
        source("raw", "id BIGINT"),
        model("clean", "id BIGINT <identity raw.id>"),
        exposure("dash", reads={"clean": ["id"]}, owner="team-a"),
        exposure("other", reads={"raw": ["id"]}),
    )
    assert reached(manifest, ["model:clean"]) == ("dash (team-a)",)
    assert reached(manifest, ["source:raw"]) == ("dash (team-a)", "other")
