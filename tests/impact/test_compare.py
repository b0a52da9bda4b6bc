"""One row for each kind of change: what was, what is, and exactly what is reported."""

from __future__ import annotations

from typing import Any

import pytest

from streamt.impact.compare import compare
from streamt.impact.kinds import KINDS
from streamt.manifest.model import Manifest
from tests.manifests import check, column, exposure, model, project, source

Row = tuple[str, Manifest, Manifest, list[tuple[str, str, Any, Any]]]


def orders(*columns: Any, **facts: Any) -> Manifest:
    return project(source("orders", *(columns or ("id BIGINT", "total INT")), **facts))


def daily(*columns: Any, **facts: Any) -> Manifest:
    return project(
        source("orders"), model("daily", *(columns or ("id BIGINT", "total INT")), reads=("orders",), **facts)
    )


def topic(**facts: Any) -> Manifest:
    return daily(topic={"name": "daily", **facts})


def schema(**facts: Any) -> Manifest:
    return daily(schema=facts)


def streaming(**facts: Any) -> Manifest:
    return daily(streaming={"changelog_mode": "append", **facts})


def policies(*declared: dict[str, Any]) -> Manifest:
    return daily(security={"policies": list(declared)})


def mask(method: str = "hash", **facts: Any) -> dict[str, Any]:
    return {"mask": {"column": "total", "method": method, **facts}}


def job(shape: str) -> Manifest:
    artifact = {
        "name": "shop.daily",
        "node": "model:daily",
        "cluster": None,
        "version": "2.2",
        "insert": "",
        "script": "",
    }
    return project(artifacts={"flink_jobs": [{**artifact, "fingerprint": shape, "shape": shape}]})


def checked(**facts: Any) -> Manifest:
    return project(source("orders"), source("refunds"), check("fresh", **{"of": "orders", **facts}))


def board(**facts: Any) -> Manifest:
    return project(
        source("orders"), source("refunds"), exposure("board", **{"reads": {"orders": None}, **facts})
    )


def finding(**facts: Any) -> dict[str, Any]:
    return {"rule": "models.require_owner", "severity": "warning", "message": "no owner", "url": "", **facts}


DELAY = {"column": "at", "watermark": {"max_out_of_orderness_ms": 5000}}

ROWS: list[tuple[Manifest, Manifest, list[tuple[str, str, Any, Any]]]] = [
    # nodes
    (project(), project(source("orders")), [("source.added:source:orders", "proven", None, "orders")]),
    (project(source("orders")), project(), [("source.removed:source:orders", "proven", "orders", None)]),
    (project(), project(model("m@v2")), [("model.added:model:m@v2", "proven", None, "m")]),
    (project(model("m")), project(), [("model.removed:model:m", "proven", "m", None)]),
    (project(), project(exposure("board")), [("exposure.added:exposure:board", "proven", None, "board")]),
    (project(exposure("board")), project(), [("exposure.removed:exposure:board", "proven", "board", None)]),
    (
        project(source("orders")),
        project(source("orders"), check("fresh", of="orders")),
        [("test.added:test:fresh", "proven", None, "fresh")],
    ),
    (
        project(source("orders"), check("fresh", of="orders")),
        project(source("orders")),
        [("test.removed:test:fresh", "proven", "fresh", None)],
    ),
    # columns
    (orders("id BIGINT"), orders("id BIGINT", "total INT"), [("column.added:source:orders:total", "proven", None, "INT")]),
    (orders("id BIGINT", "total INT"), orders("id BIGINT"), [("column.removed:source:orders:total", "proven", "INT", None)]),
    (
        orders("id BIGINT", "total INT", columns_complete=False),
        orders("id BIGINT", columns_complete=False),
        [("column.removed:source:orders:total", "unknown", "INT", None)],
    ),
    (
        orders("id BIGINT", "total INT"),
        orders("id BIGINT", "amount INT"),
        [
            ("column.removed:source:orders:total", "proven", "INT", None),
            ("column.added:source:orders:amount", "proven", None, "INT"),
            ("column.renamed:source:orders:total", "heuristic", "total", "amount"),
        ],
    ),
    (
        orders("a INT", "b INT"),
        orders("c INT", "d INT"),
        [
            ("column.removed:source:orders:a", "proven", "INT", None),
            ("column.removed:source:orders:b", "proven", "INT", None),
            ("column.added:source:orders:c", "proven", None, "INT"),
            ("column.added:source:orders:d", "proven", None, "INT"),
        ],
    ),
    (orders("total INT"), orders("total STRING"), [("column.type_changed:source:orders:total", "proven", "INT", "STRING")]),
    (orders("total INT"), orders("total BIGINT"), [("column.type_widened:source:orders:total", "proven", "INT", "BIGINT")]),
    (orders("total BIGINT"), orders("total INT"), [("column.type_narrowed:source:orders:total", "proven", "BIGINT", "INT")]),
    (orders("total INT"), orders("total"), [("column.type_lost:source:orders:total", "unknown", "INT", "UNKNOWN")]),
    (orders("total"), orders("total INT"), [("column.type_learnt:source:orders:total", "unknown", "UNKNOWN", "INT")]),
    (
        orders("total INT NOT NULL"),
        orders("total INT"),
        [("column.became_nullable:source:orders:total", "proven", "NOT NULL", "NULL")],
    ),
    (
        orders("total INT"),
        orders("total INT NOT NULL"),
        [("column.became_not_null:source:orders:total", "proven", "NULL", "NOT NULL")],
    ),
    (orders(column("total INT", nullable=None)), orders("total INT"), []),
    (
        orders(column("card STRING", classification="internal")),
        orders(column("card STRING", classification="sensitive")),
        [("column.classification_raised:source:orders:card", "proven", "internal", "sensitive")],
    ),
    (
        orders(column("card STRING", classification="public")),
        orders("card STRING"),
        [("column.classification_lowered:source:orders:card", "proven", "public", None)],
    ),
    (
        orders(column("card STRING", classification="house_rule")),
        orders(column("card STRING", classification="public")),
        [("column.classification_changed:source:orders:card", "proven", "house_rule", "public")],
    ),
    (
        daily("total INT <identity orders.a>"),
        daily("total INT <transform orders.a>"),
        [("column.computation_changed:model:daily:total", "proven", ["identity"], ["transform"])],
    ),
    (
        daily("total INT <identity orders.a>"),
        daily("total INT <identity orders.b>"),
        [("column.origin_changed:model:daily:total", "proven", ["column:source:orders.a"], ["column:source:orders.b"])],
    ),
    (
        daily("total INT <identity orders.a>"),
        daily("total INT <identity orders.b?>"),
        [("column.origin_changed:model:daily:total", "structural", ["column:source:orders.a"], ["column:source:orders.b"])],
    ),
    (
        orders(column("at TIMESTAMP(3)", expression="TO_TIMESTAMP(a)")),
        orders(column("at TIMESTAMP(3)", expression="TO_TIMESTAMP(b)")),
        [("column.expression_changed:source:orders:at", "proven", "TO_TIMESTAMP(a)", "TO_TIMESTAMP(b)")],
    ),
    (
        orders(column("at TIMESTAMP(3)", metadata="timestamp")),
        orders(column("at TIMESTAMP(3)", metadata="value.timestamp")),
        [("column.metadata_changed:source:orders:at", "proven", "timestamp", "value.timestamp")],
    ),
    (orders("a INT"), orders("a INT", columns_complete=False), [("columns.opened:source:orders", "proven", True, False)]),
    (orders("a INT", columns_complete=False), orders("a INT"), [("columns.closed:source:orders", "proven", False, True)]),
    (
        daily(column("total INT <identity orders.a>", sql_fingerprint="1")),
        daily(column("total INT <identity orders.a>", sql_fingerprint="2")),
        [("column.computation_changed:model:daily:total", "structural", None, None)],
    ),
    (
        daily(column("total INT <identity orders.a>", classification="sensitive")),
        daily("total"),
        [("column.type_lost:model:daily:total", "unknown", "INT", "UNKNOWN")],
    ),
    # what a row means
    (daily(key=["id"]), daily(key=["total"]), [("key.changed:model:daily:key", "proven", ["id"], ["total"])]),
    (orders(), orders(key=["id"]), [("key.changed:source:orders:key", "proven", [], ["id"])]),
    (
        streaming(changelog_mode="append"),
        streaming(changelog_mode="upsert"),
        [("changelog.became_updating:model:daily:changelog", "proven", "append", "upsert")],
    ),
    (
        orders(changelog="upsert"),
        orders(changelog="append"),
        [("changelog.became_append:source:orders:changelog", "proven", "upsert", "append")],
    ),
    (
        streaming(changelog_mode="upsert"),
        streaming(changelog_mode="retract"),
        [("changelog.changed:model:daily:changelog", "proven", "upsert", "retract")],
    ),
    (
        streaming(changelog_mode="retract"),
        daily(),
        [("changelog.lost:model:daily:changelog", "unknown", "retract", "UNKNOWN")],
    ),
    (
        daily(),
        streaming(changelog_mode="retract"),
        [("changelog.learnt:model:daily:changelog", "unknown", "UNKNOWN", "retract")],
    ),
    (
        streaming(upsert_keys=[["a", "b"], ["c"]]),
        streaming(upsert_keys=[["c"]]),
        [("upsert_key.changed:model:daily:upsert_keys", "proven", [["a", "b"], ["c"]], [["c"]])],
    ),
    (
        streaming(),
        streaming(time_attributes={"at": "rowtime"}),
        [("time_attribute.added:model:daily:at", "proven", None, "rowtime")],
    ),
    (
        streaming(time_attributes={"at": "rowtime"}),
        streaming(),
        [("time_attribute.removed:model:daily:at", "proven", "rowtime", None)],
    ),
    (
        streaming(time_attributes={"at": "rowtime"}),
        streaming(time_attributes={"at": "proctime"}),
        [("time_attribute.changed:model:daily:at", "proven", "rowtime", "proctime")],
    ),
    (
        streaming(deterministic=True),
        streaming(deterministic=False),
        [("determinism.lost:model:daily:deterministic", "proven", True, False)],
    ),
    (
        streaming(deterministic=False),
        streaming(deterministic=True),
        [("determinism.gained:model:daily:deterministic", "proven", False, True)],
    ),
    (streaming(deterministic=True), streaming(), []),
    (
        streaming(state=[{"operator": "join", "bounded_by": "ttl"}]),
        streaming(state=[{"operator": "join", "bounded_by": "nothing"}]),
        [("state.unbounded:model:daily:state", "proven", ["join, bounded by ttl"], ["join, bounded by nothing"])],
    ),
    (
        streaming(state=[{"operator": "join", "bounded_by": "ttl"}]),
        streaming(),
        [("state.changed:model:daily:state", "proven", ["join, bounded by ttl"], [])],
    ),
    (
        daily(compiled_sql="SELECT a", sql_fingerprint="1"),
        daily(compiled_sql="SELECT b", sql_fingerprint="2"),
        [("sql.changed:model:daily:sql", "structural", "SELECT a", "SELECT b")],
    ),
    (
        daily(compiled_sql="SELECT a"),
        daily(compiled_sql="SELECT 'a'"),
        [("sql.changed:model:daily:sql", "structural", "SELECT a", "SELECT 'a'")],
    ),
    (
        project(source("orders"), source("refunds"), model("daily", reads=("orders",))),
        project(source("orders"), source("refunds"), model("daily", reads=("orders", "refunds"))),
        [("input.added:model:daily:source:refunds", "proven", None, "source:refunds")],
    ),
    (
        project(source("orders"), source("refunds"), model("daily", reads=("orders", "refunds"))),
        project(source("orders"), source("refunds"), model("daily", reads=("orders",))),
        [("input.removed:model:daily:source:refunds", "proven", "source:refunds", None)],
    ),
    (
        orders(lookup={"connector": "jdbc", "options": {"url": "a", "password": "old"}}),
        orders(lookup={"connector": "jdbc", "options": {"url": "b", "password": "new"}}),
        [
            ("lookup.changed:source:orders:lookup.options.password", "proven", "(hidden)", "(hidden)"),
            ("lookup.changed:source:orders:lookup.options.url", "proven", "a", "b"),
        ],
    ),
    (orders(), orders(event_time=DELAY), [("event_time.added:source:orders:event_time", "proven", None, "at")]),
    (orders(event_time=DELAY), orders(), [("event_time.removed:source:orders:event_time", "proven", "at", None)]),
    (
        orders(event_time=DELAY),
        orders(event_time={**DELAY, "column": "seen_at"}),
        [("event_time.changed:source:orders:event_time", "proven", "at", "seen_at")],
    ),
    (
        orders(event_time=DELAY),
        orders(event_time={**DELAY, "watermark": {"max_out_of_orderness_ms": 1000}}),
        [("watermark.delay_reduced:source:orders:max_out_of_orderness_ms", "proven", 5000, 1000)],
    ),
    (
        orders(event_time=DELAY),
        orders(event_time={**DELAY, "watermark": {"max_out_of_orderness_ms": 9000}}),
        [("watermark.delay_extended:source:orders:max_out_of_orderness_ms", "proven", 5000, 9000)],
    ),
    (
        orders(event_time=DELAY),
        orders(event_time={**DELAY, "watermark": {"max_out_of_orderness_ms": "${DELAY}"}}),
        [("watermark.delay_changed:source:orders:max_out_of_orderness_ms", "unknown", 5000, "${DELAY}")],
    ),
    (
        orders(event_time=DELAY),
        orders(event_time={**DELAY, "idle_timeout_ms": 60000}),
        [("watermark.idleness_changed:source:orders:idle_timeout_ms", "proven", None, 60000)],
    ),
    # where and how it is made
    (
        daily(),
        daily(materialized="flink"),
        [("materialization.changed:model:daily:materialized", "proven", "topic", "flink")],
    ),
    (
        daily(),
        daily(materialized="sink"),
        [("materialization.topic_removed:model:daily:materialized", "proven", "topic", "sink")],
    ),
    (
        daily(),
        daily(materialized="virtual_topic"),
        [("materialization.virtualized:model:daily:materialized", "proven", "topic", "virtual_topic")],
    ),
    (
        daily(materialized="virtual_topic"),
        daily(),
        [("materialization.made_real:model:daily:materialized", "proven", "virtual_topic", "topic")],
    ),
    (job("one"), job("two"), [("flink.state_incompatible:model:daily:shop.daily", "structural", "shape one", "shape two")]),
    (
        daily(flink={"state_ttl_ms": 9}),
        daily(flink={"state_ttl_ms": 5}),
        [("flink.state_ttl_reduced:model:daily:flink.state_ttl_ms", "proven", 9, 5)],
    ),
    (
        daily(flink={"state_ttl_ms": 5}),
        daily(flink={"state_ttl_ms": 9}),
        [("flink.state_ttl_extended:model:daily:flink.state_ttl_ms", "proven", 5, 9)],
    ),
    (
        daily(flink={}),
        daily(flink={"state_ttl_ms": 9}),
        [("flink.state_ttl_changed:model:daily:flink.state_ttl_ms", "unknown", None, 9)],
    ),
    (
        daily(flink={"delivery": "exactly_once"}),
        daily(flink={"delivery": "at_least_once"}),
        [("flink.delivery_weakened:model:daily:flink.delivery", "proven", "exactly_once", "at_least_once")],
    ),
    (
        daily(flink={"delivery": "at_least_once"}),
        daily(flink={"delivery": "exactly_once"}),
        [("flink.delivery_strengthened:model:daily:flink.delivery", "proven", "at_least_once", "exactly_once")],
    ),
    (
        daily(flink={"delivery": "at_least_once"}),
        daily(flink={}),
        [("flink.delivery_changed:model:daily:flink.delivery", "proven", "at_least_once", None)],
    ),
    (
        daily(flink={"startup": "earliest"}),
        daily(flink={"startup": "latest"}),
        [("flink.startup_changed:model:daily:flink.startup", "proven", "earliest", "latest")],
    ),
    (
        daily(flink={"on_malformed": "fail"}),
        daily(flink={"on_malformed": "skip"}),
        [("flink.malformed_changed:model:daily:flink.on_malformed", "proven", "fail", "skip")],
    ),
    (
        daily(flink={"consumer_group": "a"}),
        daily(flink={"consumer_group": "b"}),
        [("flink.consumer_group_changed:model:daily:flink.consumer_group", "proven", "a", "b")],
    ),
    (
        daily(flink={"parallelism": 2}),
        daily(flink={"parallelism": 4}),
        [("flink.setting_changed:model:daily:flink.parallelism", "proven", 2, 4)],
    ),
    (
        daily(flink_cluster="a"),
        daily(flink_cluster="b"),
        [("flink.cluster_moved:model:daily:flink_cluster", "proven", "a", "b")],
    ),
    (
        daily(sink={"connector": "jdbc-sink"}),
        daily(sink={"connector": "snowflake-sink"}),
        [("sink.connector_changed:model:daily:sink.connector", "proven", "jdbc-sink", "snowflake-sink")],
    ),
    (
        daily(sink={"config": {"connection.url": "jdbc://u:p@host/a", "connection.password": "x"}}),
        daily(sink={"config": {"connection.url": "jdbc://u:q@host/b", "connection.password": "y"}}),
        [
            ("sink.config_changed:model:daily:sink.config.connection.password", "proven", "(hidden)", "(hidden)"),
            (
                "sink.config_changed:model:daily:sink.config.connection.url",
                "proven",
                "jdbc://(hidden)@host/a",
                "jdbc://(hidden)@host/b",
            ),
        ],
    ),
    (
        daily(connect_cluster="a"),
        daily(connect_cluster="b"),
        [("connect.cluster_moved:model:daily:connect_cluster", "proven", "a", "b")],
    ),
    (
        daily(gateway={"priority": 1}),
        daily(gateway={"priority": 2}),
        [("gateway.changed:model:daily:gateway.priority", "proven", 1, 2)],
    ),
    # the topic and its schema
    (
        project(model("m", topic={"name": "a"})),
        project(model("m", topic={"name": "b"})),
        [("topic.renamed:model:m:topic.name", "proven", "a", "b")],
    ),
    (orders(topic="a"), orders(topic="b"), [("topic.renamed:source:orders:topic", "proven", "a", "b")]),
    (orders(cluster="a"), orders(cluster="b"), [("topic.cluster_moved:source:orders:cluster", "proven", "a", "b")]),
    (
        topic(partitions=6),
        topic(partitions=12),
        [("topic.partitions_increased:model:daily:topic.partitions", "proven", 6, 12)],
    ),
    (
        topic(partitions=12),
        topic(partitions=6),
        [("topic.partitions_decreased:model:daily:topic.partitions", "proven", 12, 6)],
    ),
    (
        topic(partitions=6),
        topic(partitions="${P:-6}"),
        [("topic.partitions_changed:model:daily:topic.partitions", "unknown", 6, "${P:-6}")],
    ),
    (topic(partitions=6), topic(partitions="6"), []),
    (
        topic(replication_factor=2),
        topic(replication_factor=3),
        [("topic.replication_increased:model:daily:topic.replication_factor", "proven", 2, 3)],
    ),
    (
        topic(replication_factor=3),
        topic(replication_factor=2),
        [("topic.replication_reduced:model:daily:topic.replication_factor", "proven", 3, 2)],
    ),
    (
        topic(),
        topic(replication_factor=2),
        [("topic.replication_changed:model:daily:topic.replication_factor", "unknown", None, 2)],
    ),
    (
        topic(config={"retention.ms": -1}),
        topic(config={"retention.ms": "86400000"}),
        [("topic.retention_reduced:model:daily:topic.config.retention.ms", "proven", -1, "86400000")],
    ),
    (
        topic(config={"retention.ms": 1000}),
        topic(config={"retention.ms": -1}),
        [("topic.retention_extended:model:daily:topic.config.retention.ms", "proven", 1000, -1)],
    ),
    (
        topic(),
        topic(config={"retention.ms": 1000}),
        [("topic.retention_changed:model:daily:topic.config.retention.ms", "unknown", None, 1000)],
    ),
    (
        topic(config={"cleanup.policy": "delete"}),
        topic(config={"cleanup.policy": "compact"}),
        [("topic.cleanup_changed:model:daily:topic.config.cleanup.policy", "proven", "delete", "compact")],
    ),
    (
        topic(config={"min.insync.replicas": 2}),
        topic(config={"min.insync.replicas": 1}),
        [("topic.config_changed:model:daily:topic.config.min.insync.replicas", "proven", 2, 1)],
    ),
    (topic(config={"min.insync.replicas": 2}), topic(config={"min.insync.replicas": "2"}), []),
    (daily(), schema(format="avro"), [("schema.added:model:daily:schema", "proven", None, "avro")]),
    (schema(subject="s"), daily(), [("schema.removed:model:daily:schema", "proven", "json", None)]),
    (
        schema(format="json"),
        schema(format="avro"),
        [("schema.format_changed:model:daily:schema.format", "proven", "json", "avro")],
    ),
    (
        schema(subject="a"),
        schema(subject="b"),
        [("schema.subject_changed:model:daily:schema.subject", "proven", "a", "b")],
    ),
    (schema(version=1), schema(version=2), [("schema.version_changed:model:daily:schema.version", "proven", 1, 2)]),
    (
        schema(definition={"type": "record", "name": "a"}),
        schema(definition={"name": "b", "type": "record"}),
        [("schema.definition_changed:model:daily:schema.definition.name", "proven", "a", "b")],
    ),
    (
        schema(definition="message A {}"),
        schema(definition="message B {}"),
        [("schema.definition_changed:model:daily:schema.definition", "proven", "message A {}", "message B {}")],
    ),
    (
        schema(compatibility="FULL"),
        schema(compatibility="NONE"),
        [("schema.compatibility_changed:model:daily:schema.compatibility", "proven", "FULL", "NONE")],
    ),
    # policies and access
    (
        policies(),
        policies(mask(for_roles=["support"])),
        [("policy.mask_added:model:daily:total", "proven", None, "hash for support")],
    ),
    (
        policies(mask(for_roles=["support"])),
        policies(),
        [("policy.mask_removed:model:daily:total", "proven", "hash for support", None)],
    ),
    (
        policies(mask(for_roles=["support"])),
        policies(mask("partial")),
        [("policy.mask_changed:model:daily:total", "proven", "hash for support", "partial for everyone")],
    ),
    (
        policies({"allow": {"roles": ["a"]}}),
        policies({"allow": {"roles": ["a", "b"], "purpose": "fraud"}}),
        [
            ("policy.allow_changed:model:daily:a", "proven", "any purpose", "fraud"),
            ("policy.allow_added:model:daily:b", "proven", None, "fraud"),
        ],
    ),
    (
        policies({"allow": {"roles": ["a", "b"]}}),
        policies({"allow": {"roles": ["b"]}}),
        [("policy.allow_removed:model:daily:a", "proven", "any purpose", None)],
    ),
    (
        policies(),
        policies({"deny": {"roles": ["a"]}}),
        [("policy.deny_added:model:daily:a", "proven", None, "any purpose")],
    ),
    (
        policies({"deny": {"roles": ["a"]}}),
        policies(),
        [("policy.deny_removed:model:daily:a", "proven", "any purpose", None)],
    ),
    (daily(), daily(access="private"), [("access.narrowed:model:daily:access", "proven", "protected", "private")]),
    (daily(), daily(access="public"), [("access.widened:model:daily:access", "proven", "protected", "public")]),
    (daily(group="a"), daily(group="b"), [("access.group_changed:model:daily:group", "proven", "a", "b")]),
    # promises
    (
        daily(contract={"enforced": False}),
        daily(contract={"enforced": True}),
        [("contract.enforced:model:daily:contract.enforced", "proven", False, True)],
    ),
    (
        daily(contract={"enforced": True}),
        daily(),
        [("contract.relaxed:model:daily:contract.enforced", "proven", True, False)],
    ),
    (
        daily(contract={"compatibility": "FULL"}),
        daily(contract={"compatibility": "NONE"}),
        [("contract.changed:model:daily:contract.compatibility", "proven", "FULL", "NONE")],
    ),
    (
        orders(sla={"availability": 99.9}),
        orders(sla={"availability": 99}),
        [("sla.changed:source:orders:sla.availability", "proven", 99.9, 99)],
    ),
    (
        orders(freshness={"max_lag_seconds": 60}),
        orders(freshness={"max_lag_seconds": 600}),
        [("freshness.changed:source:orders:freshness.max_lag_seconds", "proven", 60, 600)],
    ),
    (
        project(model("m@v1")),
        project(model("m@v1", latest=False)),
        [("version.latest_changed:model:m@v1:latest_version", "proven", True, False)],
    ),
    (
        daily(),
        daily(deprecation_date="2027-01-01"),
        [("deprecation.announced:model:daily:deprecation_date", "proven", None, "2027-01-01")],
    ),
    (
        daily(deprecation_date="2027-01-01"),
        daily(deprecation_date="2026-12-01"),
        [("deprecation.changed:model:daily:deprecation_date", "proven", "2027-01-01", "2026-12-01")],
    ),
    (
        daily(deprecation_date="2027-01-01"),
        daily(),
        [("deprecation.withdrawn:model:daily:deprecation_date", "proven", "2027-01-01", None)],
    ),
    # tests
    (
        checked(assertions=[{"not_null": {"columns": ["a"]}}]),
        checked(assertions=[{"not_null": {"columns": ["a", "b"]}}]),
        [
            ("test.assertion_removed:test:fresh:not_null", "proven", {"not_null": {"columns": ["a"]}}, None),
            ("test.assertion_added:test:fresh:not_null", "proven", None, {"not_null": {"columns": ["a", "b"]}}),
        ],
    ),
    (
        checked(assertions=[{"range": {"column": "a"}}, {"range": {"column": "b"}}]),
        checked(),
        [
            ("test.assertion_removed:test:fresh:range", "proven", {"range": {"column": "a"}}, None),
            ("test.assertion_removed:test:fresh:range (2)", "proven", {"range": {"column": "b"}}, None),
        ],
    ),
    (
        checked(),
        checked(of="refunds"),
        [("test.target_changed:test:fresh:model", "proven", "source:orders", "source:refunds")],
    ),
    (checked(), checked(type="sample"), [("test.type_changed:test:fresh:type", "proven", "schema", "sample")]),
    (
        checked(on_failure={"severity": "error"}),
        checked(on_failure={"severity": "warning"}),
        [("test.reaction_changed:test:fresh:on_failure", "proven", {"severity": "error"}, {"severity": "warning"})],
    ),
    (
        checked(sample_size=10),
        checked(sample_size=20),
        [("test.setting_changed:test:fresh:sample_size", "proven", 10, 20)],
    ),
    # exposures
    (
        board(),
        board(reads={"orders": None, "refunds": ["a"]}),
        [("exposure.read_added:exposure:board:source:refunds", "proven", None, ["a"])],
    ),
    (board(), board(reads={}), [("exposure.read_removed:exposure:board:source:orders", "proven", "every column", None)]),
    (
        board(),
        board(reads={"orders": ["b", "a"]}),
        [("exposure.columns_changed:exposure:board:source:orders", "proven", "every column", ["a", "b"])],
    ),
    (
        board(),
        board(produces=("refunds",)),
        [("exposure.produce_added:exposure:board:source:refunds", "proven", None, "source:refunds")],
    ),
    (
        board(produces=("refunds",)),
        board(),
        [("exposure.produce_removed:exposure:board:source:refunds", "proven", "source:refunds", None)],
    ),
    (
        board(sla={"max_lag_seconds": 60}),
        board(sla={"max_lag_seconds": 5}),
        [("exposure.expectation_changed:exposure:board:sla.max_lag_seconds", "proven", 60, 5)],
    ),
    (
        board(access={"roles": ["a"]}),
        board(access={"roles": ["b"]}),
        [("exposure.access_changed:exposure:board:access.roles", "proven", ["a"], ["b"])],
    ),
    (
        board(url="https://a"),
        board(url="https://b"),
        [("exposure.changed:exposure:board:url", "proven", "https://a", "https://b")],
    ),
    # words about nodes
    (daily(owner="a"), daily(owner="b"), [("owner.changed:model:daily:owner", "proven", "a", "b")]),
    (daily(description="a"), daily(), [("description.changed:model:daily:description", "proven", "a", None)]),
    (
        orders(column("a INT", description="x")),
        orders(column("a INT", description="y")),
        [("description.changed:source:orders:a", "proven", "x", "y")],
    ),
    (daily(tags=["a", "b"]), daily(tags=["b", "c"]), [("tags.changed:model:daily:tags", "proven", ["a", "b"], ["b", "c"])]),
    (daily(domain="a"), daily(domain="b"), [("domain.changed:model:daily:domain", "proven", "a", "b")]),
    (daily(region="eu"), daily(region="us"), [("region.changed:model:daily:region", "proven", "eu", "us")]),
    (
        daily(allowed_clusters=["a"]),
        daily(allowed_clusters=["a", "b"]),
        [("placement.changed:model:daily:allowed_clusters", "proven", ["a"], ["a", "b"])],
    ),
    # the project
    (project(version="1"), project(version="2"), [("project.changed:project:version", "proven", "1", "2")]),
    (
        project(owners={"team": {"slack": "#a"}}),
        project(owners={"team": {"slack": "#b"}}),
        [("owner.contact_changed:project:owners.team.slack", "proven", "#a", "#b")],
    ),
    (
        project(),
        project(functions=[{"name": "score", "returns": "INT"}]),
        [("function.added:project:score", "proven", None, {"name": "score", "returns": "INT"})],
    ),
    (
        project(functions=[{"name": "score"}]),
        project(),
        [("function.removed:project:score", "proven", {"name": "score"}, None)],
    ),
    (
        project(functions=[{"name": "score", "returns": "INT"}]),
        project(functions=[{"name": "score", "returns": "BIGINT"}]),
        [("function.changed:project:score.returns", "proven", "INT", "BIGINT")],
    ),
    (
        project(),
        project(dependencies=[{"project": "pay", "manifest": "a"}]),
        [("dependency.added:project:pay", "proven", None, {"project": "pay", "manifest": "a"})],
    ),
    (
        project(dependencies=[{"project": "pay", "manifest": "a"}]),
        project(),
        [("dependency.removed:project:pay", "proven", {"project": "pay", "manifest": "a"}, None)],
    ),
    (
        project(dependencies=[{"project": "pay", "manifest": "a"}]),
        project(dependencies=[{"project": "pay", "manifest": "b"}]),
        [("dependency.changed:project:pay.manifest", "proven", "a", "b")],
    ),
    (
        project(runtime={"kafka": {"bootstrap_servers": "a", "security": {"password": "x"}}}),
        project(runtime={"kafka": {"bootstrap_servers": "b", "security": {"password": "y"}}}),
        [
            ("runtime.changed:project:runtime.kafka.bootstrap_servers", "proven", "a", "b"),
            ("runtime.changed:project:runtime.kafka.security.password", "proven", "(hidden)", "(hidden)"),
        ],
    ),
    (
        project(safety={"protected": True}),
        project(safety={}),
        [("safety.changed:project:safety.protected", "proven", True, None)],
    ),
    (
        project(alerting={"mode": "live"}),
        project(alerting={"mode": "backfill"}),
        [("alerting.changed:project:alerting.mode", "proven", "live", "backfill")],
    ),
    (
        project(),
        project(findings=[finding(node="model:m", line=3)]),
        [("finding.added:model:m:models.require_owner", "proven", None, "no owner")],
    ),
    (
        project(findings=[finding(message="a")]),
        project(findings=[finding(message="b"), finding(message="c")]),
        [
            ("finding.added:project:models.require_owner", "proven", None, "b"),
            ("finding.added:project:models.require_owner (2)", "proven", None, "c"),
            ("finding.resolved:project:models.require_owner", "proven", "a", None),
        ],
    ),
    (
        project(findings=[finding()]),
        project(),
        [("finding.resolved:project:models.require_owner", "proven", "no owner", None)],
    ),
]  # fmt: skip


def reported(old: Manifest, new: Manifest) -> list[tuple[str, str, Any, Any]]:
    return [(change.id, change.certainty, change.before, change.after) for change in compare(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"), ROWS, ids=[str(row[2][0][0] if row[2] else "nothing") for row in ROWS]
)
def test_change(old: Manifest, new: Manifest, expected: list[tuple[str, str, Any, Any]]) -> None:
    assert reported(old, new) == expected


def test_every_kind_has_a_row() -> None:
    seen = {change.kind for old, new, _ in ROWS for change in compare(old, new)}
    assert seen == set(KINDS)


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_a_project_is_equal_to_itself(row: Any, side: int) -> None:
    assert reported(row[side], row[side]) == []


def test_ids_are_unique() -> None:
    for old, new, _ in ROWS:
        ids = [change.id for change in compare(old, new)]
        assert len(ids) == len(set(ids))
