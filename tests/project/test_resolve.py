"""What a project is once defaults, nodes and environments are laid over each other."""

from __future__ import annotations

import pytest

from streamt.errors import CannotRun
from streamt.placeholders import Deferred
from streamt.project import load_project
from tests.trees import Memory

ROOT = """
project: {name: shop, version: "1", default_environment: dev}
runtime:
  kafka:
    default: eu
    clusters:
      eu: {bootstrap_servers: "${EU}", region: EU}
      us: {bootstrap_servers: "${US}", region: "${REGION:-US}"}
  flink: {rest_url: "${FLINK}", version: 1.20}
  schema_registry: {url: "${REGISTRY}"}
vars: {days: 7, limits: {low: 1, high: 9}}
alerting: {mode: live, webhook_url: "${HOOK}"}
defaults:
  models: {owner: team-data, flink: {parallelism: 2, state_ttl_ms: 1000}, tags: [a, b]}
  topics: {partitions: 6, config: {cleanup.policy: delete, retention.ms: 1}}
  tests: {type: sample, sample_size: 100}
owners:
  team-data: {slack: "#data"}
dependencies:
  - {project: payments, manifest: ../payments/generated/manifest.json}
rules: {topics: {min_partitions: 3}}
"""
DEV = """
runtime: {kafka: {default: us}, schema_registry: null}
vars: {days: 1, limits: {high: null}}
safety: {allow_destructive: true}
"""
PROD = """
runtime: {flink: {clusters: {big: {rest_url: "${BIG}"}}, rest_url: null, version: null}}
alerting: {mode: backfill, webhook_url: null}
safety: {protected: true}
overrides:
  models:
    orders: {materialized: flink, topic: {partitions: 12, config: {retention.ms: null}}, flink: {parallelism: null}}
    versions@v2: {topic: {partitions: 3}}
"""
MODELS = """
sources:
  - {name: orders_raw, topic: orders, key: id, columns: [{name: id, type: BIGINT}]}
  - name: rates
    lookup: {connector: jdbc, options: {url: x}}
models:
  - name: orders
    owner: team-orders
    tags: [c]
    topic: {partitions: "${N:-4}", config: {retention.ms: 5}}
    flink: {parallelism: 8}
    sql: SELECT * FROM {{ source("orders_raw") }}
  - {name: bare, owner: null, flink: {state_ttl_ms: null}, topic: {config: null}}
  - {name: versions, version: 1}
  - {name: versions, version: 2, latest_version: 1}
tests:
  - {name: ids, model: orders, assertions: [{not_null: {columns: [id]}}, {unique_key: {key: id, tolerance: 0.1}}]}
exposures:
  - {name: dash, type: dashboard, depends_on: [{ref: orders, columns: [id]}], freshness: {max_lag_minutes: 2}, access: {roles: [r], purpose: p}}
"""
FILES = {
    "stream_project.yml": ROOT,
    "models/m.yml": MODELS,
    "environments/dev.yml": DEV,
    "environments/prod.yml": PROD,
    "macros/m.sql": "{% macro x() %}1{% endmacro %}",
}


def load(environment=None, files=FILES):
    loaded = load_project(Memory(files), environment)
    assert loaded.diagnostics == ()
    return loaded.projects


def only(environment=None, files=FILES):
    (project,) = load(environment, files)
    return project


def test_defaults_lie_under_a_model():
    orders = only("dev").model("orders")
    assert (orders.owner, orders.tags) == ("team-orders", ("c",))
    assert orders.topic.partitions == Deferred("${N:-4}", 4)
    assert orders.topic.config == {"cleanup.policy": "delete", "retention.ms": 5}
    assert (orders.flink.parallelism, orders.flink.state_ttl_ms) == (8, 1000)


def test_null_unsets_a_default():
    bare = only("dev").model("bare")
    assert (bare.owner, bare.tags, bare.topic.partitions, bare.topic.config) == (None, ("a", "b"), 6, {})
    assert (bare.flink.parallelism, bare.flink.state_ttl_ms) == (2, None)
    assert bare.declared == {
        "name": "bare",
        "flink": {"parallelism": 2},
        "tags": ["a", "b"],
        "topic": {"partitions": 6},
    }


def test_an_environment_lies_over_a_model():
    orders = only("prod").model("orders")
    assert orders.materialized == "flink"
    assert (orders.topic.partitions, orders.topic.config) == (12, {"cleanup.policy": "delete"})
    assert orders.flink.parallelism is None
    assert orders.declared["topic"] == {"partitions": 12, "config": {"cleanup.policy": "delete"}}
    assert orders.materialized_place.span.path == "environments/prod.yml"
    assert orders.materialized_place.line == 7


def test_what_one_environment_overrides_another_has_as_written():
    assert only("dev").model("orders").materialized is None


def test_an_environment_can_mean_one_version():
    versions = only("prod").models_by_name["versions"]
    assert [(model.version, model.topic.partitions, model.topic.name) for model in versions] == [
        (1, 6, "versions.v1"),
        (2, 3, "versions.v2"),
    ]
    assert only("prod").model("versions").version == 1


def test_an_environment_lies_over_the_root_file():
    dev, prod = only("dev"), only("prod")
    assert dev.variables == {"days": 1, "limits": {"low": 1}}
    assert prod.variables == {"days": 7, "limits": {"low": 1, "high": 9}}
    assert dev.alerting == {"mode": "live", "webhook_url": "${HOOK}"}
    assert prod.alerting == {"mode": "backfill"}
    assert (dev.safety, prod.safety) == ({"allow_destructive": True}, {"protected": True})


def test_the_systems_of_an_environment():
    dev, prod = only("dev").runtime, only("prod").runtime
    assert (dev.kafka_clusters, dev.default_kafka, dev.has_registry) == (("eu", "us"), "us", False)
    assert (dev.flink_clusters, dev.default_flink, dev.flink_version(None)) == (
        ("default",),
        "default",
        "1.20",
    )
    assert (prod.default_kafka, prod.has_registry) == ("eu", True)
    assert (prod.flink_clusters, prod.default_flink, prod.flink_version("big")) == (("big",), "big", "2.2")
    assert prod.regions == {"eu": "EU", "us": "US"}
    assert prod.declared["flink"] == {"clusters": {"big": {"rest_url": "${BIG}"}}}
    assert (prod.has_gateway, prod.has_console, prod.connect_clusters) == (False, False, ())


def test_clusters_are_filled_in():
    project = only("dev")
    assert (project.source("orders_raw").cluster, project.model("orders").cluster) == ("us", "us")
    assert (project.model("orders").flink_cluster, project.model("orders").connect_cluster) == (
        "default",
        None,
    )


@pytest.mark.parametrize(
    ("block", "gateway", "console", "declared"),
    [
        (
            "{proxy_url: p, console_url: c, api_key: '${K}'}",
            True,
            True,
            {"gateway": {"api_url": "p"}, "console": {"url": "c", "api_key": "${K}"}},
        ),
        ("{console_url: c}", False, True, {"console": {"url": "c"}}),
        ("{gateway: {api_url: p}}", True, False, {"gateway": {"api_url": "p"}}),
    ],
)
def test_short_forms_of_conduktor(block, gateway, console, declared):
    root = f"project: {{name: p}}\nruntime: {{kafka: {{bootstrap_servers: k}}, conduktor: {block}}}\n"
    runtime = only(files={"stream_project.yml": root}).runtime
    assert (runtime.has_gateway, runtime.has_console, runtime.declared["conduktor"]) == (
        gateway,
        console,
        declared,
    )


def test_nodes_are_sorted_and_filled_in():
    project = only("dev")
    assert [source.name for source in project.sources] == ["orders_raw", "rates"]
    assert [model.key_name for model in project.models] == ["bare", "orders", "versions@v1", "versions@v2"]
    assert project.source("rates").topic is None
    assert project.source("rates").lookup.connector == "jdbc"
    (test,) = project.tests
    assert (test.type, test.sample_size) == ("sample", 100)
    assert [(assertion.kind, assertion.parameters) for assertion in test.assertions] == [
        ("not_null", {"columns": ("id",)}),
        ("unique_key", {"key": ("id",), "tolerance": 0.1}),
    ]
    (dash,) = project.exposures
    assert (dash.freshness.max_lag_seconds, dash.roles, dash.purpose) == (120, ("r",), "p")
    assert [(read.kind, read.name, read.columns) for read in dash.reads] == [("ref", "orders", ("id",))]
    assert project.owners["team-data"].slack == "#data"
    assert [(known.project, known.manifest) for known in project.dependencies] == [
        ("payments", "../payments/generated/manifest.json")
    ]
    assert (project.rules, [macro.path for macro in project.macros]) == (
        {"topics": {"min_partitions": 3}},
        ["macros/m.sql"],
    )
    assert set(project.documents) == set(FILES)


def test_files_that_nodes_name_are_read():
    files = {
        "stream_project.yml": "project: {name: p}\n",
        "models/a/m.yml": "models:\n  - name: m\n    sql_file: ../m.sql\n    schema: {file: s.avsc}\n",
        "models/m.sql": "SELECT 1\n",
        "models/a/s.avsc": "{}",
    }
    model = only(files=files).model("m")
    assert (model.sql.text, model.sql.document.path, model.sql.place.line) == (
        "SELECT 1\n",
        "models/m.sql",
        3,
    )
    assert (model.schema.file, model.schema.definition_text) == ("models/a/s.avsc", "{}")


def test_the_environments_that_are_loaded():
    def names(environment, files):
        return [project.environment for project in load(environment, files)]

    without_default = {**FILES, "stream_project.yml": ROOT.replace(", default_environment: dev", "")}
    one = {path: text for path, text in without_default.items() if path != "environments/dev.yml"}
    none = {path: text for path, text in one.items() if path != "environments/prod.yml"}
    assert names(None, FILES) == ["dev"]
    assert names("prod", FILES) == ["prod"]
    assert names(None, without_default) == ["dev", "prod"]
    assert names(None, one) == ["prod"]
    assert names(None, none) == ["default"]
    assert names("default", none) == ["default"]


def test_an_environment_that_is_not_there_cannot_run():
    with pytest.raises(CannotRun, match="no environment 'prd'; this project has dev, prod"):
        load("prd")


def test_loading_reads_no_variable(monkeypatch):
    monkeypatch.setenv("N", "99")
    monkeypatch.setenv("EU", "secret")
    project = only("dev", {**FILES, ".env": "N=98\n"})
    assert project.model("orders").topic.partitions == Deferred("${N:-4}", 4)
    assert project.runtime.declared["kafka"]["clusters"]["eu"]["bootstrap_servers"] == "${EU}"


def test_a_whole_project_may_be_one_file():
    root = "project: {name: p}\n" + MODELS.replace("flink: {state_ttl_ms: null}, ", "")
    root = root.replace("assertions:", "type: sample, assertions:")
    assert [model.name for model in only(files={"stream_project.yml": root}).models] == [
        "bare",
        "orders",
        "versions",
        "versions",
    ]


def test_folders_can_be_named():
    files = {
        "stream_project.yml": "project: {name: p}\npaths: {models: [streams, more/], environments: envs, macros: ./m}\n",
        "streams/a.yml": "models: [{name: a}]\n",
        "more/b.yml": "models: [{name: b}]\n",
        "models/c.yml": "models: [{name: c}]\n",
        "envs/dev.yml": "",
        "m/x.sql": "",
    }
    project = only(files=files)
    assert ([model.name for model in project.models], project.environment, len(project.macros)) == (
        ["a", "b"],
        "dev",
        1,
    )


def test_what_is_wrong_is_left_out_and_the_rest_is_there():
    loaded = load_project(
        Memory(
            {
                "stream_project.yml": "project: {name: p}\nruntime: 3\n",
                "models/m.yml": (
                    "models:\n  - name: a\n    topic: {partitions: x, replication_factor: 3}\n"
                    "    columns: [{name: a}, {nme: b}, {name: c, type: 5}]\n  - nme: b\n  - name: c\n"
                ),
            }
        )
    )
    project = loaded.projects[0]
    assert [model.name for model in project.models] == ["a", "c"]
    model = project.model("a")
    assert (model.topic.partitions, model.topic.replication_factor) == (None, 3)
    assert [(column.name, column.place.span.column) for column in model.columns] == [("a", 15), ("c", 36)]
