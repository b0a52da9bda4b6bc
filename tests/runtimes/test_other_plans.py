from __future__ import annotations

import pytest

from streamt.runtimes import connect, schema_registry
from streamt.runtimes.base import Key
from streamt.runtimes.connect import Connector, LiveConnector
from streamt.runtimes.schema_registry import LiveSchema, Schema
from streamt.runtimes.schema_registry.plan import same_text

SUBJECT = Key("schema", "default", "orders-value")
SINK = Key("connector", "default", "demo.sink")


def schema(level: str | None = "BACKWARD") -> Schema:
    return Schema(SUBJECT, "model:orders", "AVRO", '"string"', level)


@pytest.mark.parametrize(
    ("wanted", "there", "expected"),
    [
        (schema(), None, [("create", "AVRO schema", "compatibility BACKWARD")]),
        (schema(None), None, [("create", "AVRO schema")]),
        (schema(), LiveSchema(2, True, "BACKWARD"), []),
        (schema(None), LiveSchema(2, True, None), []),
        (schema(), LiveSchema(2, False, "BACKWARD"), [("update", "a new version after 2")]),
        (schema(), LiveSchema(2, True, None), [("update", "compatibility (global) -> BACKWARD")]),
    ],
)
def test_schemas(wanted: Schema, there: LiveSchema | None, expected: list[tuple[str, ...]]) -> None:
    live = {"orders-value": there} if there else {}
    assert [(change.action, *change.why) for change in schema_registry.plan([wanted], live)] == expected


def test_layout_and_order_of_keys_make_no_new_version() -> None:
    assert same_text("AVRO", '{"a": 1, "b": 2}', '{ "b":2, "a":1 }')
    assert same_text("JSON", '{"a": 1}', '{"a":1}')
    assert not same_text("AVRO", '{"a": 1}', '{"a": 2}')
    assert not same_text("PROTOBUF", "message A {}", "message  A {}")  # the registry decides


def connector(hidden: frozenset[str] = frozenset(), **config: str) -> Connector:
    return Connector(SINK, "model:sink", config, hidden)


def live(*tasks: str, state: str = "RUNNING", **config: str) -> dict[str, LiveConnector]:
    return {"demo.sink": LiveConnector(config, state, tasks or ("RUNNING",))}


def test_a_new_connector_tells_its_class() -> None:
    (change,) = connect.plan([connector(**{"connector.class": "a.B"})], {})
    assert (change.action, change.why) == ("create", ("class a.B",))


def test_a_connector_as_declared_needs_nothing_its_name_aside() -> None:
    assert not list(connect.plan([connector(topics="t")], live(topics="t", name="demo.sink")))


@pytest.mark.parametrize(
    ("wanted", "there", "why"),
    [
        (connector(topics="t"), live(topics="s"), "topics s -> t"),
        (connector(topics="t", extra="1"), live(topics="t"), "extra (unset) -> 1"),
        (connector(topics="t"), live(topics="t", extra="1"), "extra 1 -> (unset)"),
        (
            connector(topics="t"),
            live("RUNNING", "FAILED", topics="t"),
            "it is RUNNING (RUNNING, FAILED): start it again",
        ),
        (connector(topics="t"), live(state="PAUSED", topics="t"), "it is PAUSED (RUNNING): start it again"),
        (connector(**{"db.password": "b"}), live(**{"db.password": "a"}), "db.password changes"),
        (connector(frozenset({"url"}), url="b"), live(url="a"), "url changes"),
    ],
)
def test_connectors(wanted: Connector, there: dict[str, LiveConnector], why: str) -> None:
    (change,) = connect.plan([wanted], there)
    assert (change.action, change.why) == ("update", (why,))


def test_a_connector_without_tasks_does_not_run() -> None:
    assert not LiveConnector({}, "RUNNING", ()).runs
