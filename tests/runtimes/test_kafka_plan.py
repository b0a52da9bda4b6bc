from __future__ import annotations

from collections.abc import Mapping

import pytest

from streamt.runtimes.base import Change, Key, Refusal
from streamt.runtimes.kafka import LiveTopic, Topic, plan

KEY = Key("topic", "default", "orders")


def topic(
    partitions: int | None = 3, replication: int | None = 1, config: Mapping[str, str] | None = None
) -> Topic:
    return Topic(KEY, "model:orders", partitions, replication, config or {})


def live(
    partitions: int = 3, replication: int = 1, config: Mapping[str, str] | None = None
) -> dict[str, LiveTopic]:
    return {"orders": LiveTopic("id", partitions, replication, config or {})}


def planned(wanted: Topic, there: dict[str, LiveTopic]) -> list[tuple[str, ...]]:
    """(action or `refused`, then what it says)."""
    return [
        (found.action, *found.why) if isinstance(found, Change) else ("refused", found.what)
        for found in plan([wanted], there)
    ]


def test_a_topic_as_declared_needs_nothing() -> None:
    assert planned(topic(config={"retention.ms": "1000"}), live(config={"retention.ms": "1000"})) == []


def test_what_is_not_declared_is_the_brokers_business() -> None:
    assert planned(topic(None, None), live(7, 3)) == []


@pytest.mark.parametrize(
    ("wanted", "there", "expected"),
    [
        (
            topic(3, 1, {"retention.ms": "1000"}),
            {},
            [("create", "partitions 3", "replication factor 1", "retention.ms 1000")],
        ),
        (topic(None, None), {}, [("create",)]),
        (topic(5), live(3), [("update", "partitions 3 -> 5 (records of one key may change partition)")]),
        (topic(config={"retention.ms": "5"}), live(), [("update", "retention.ms (default) -> 5")]),
        (
            topic(config={"retention.ms": "5"}),
            live(config={"retention.ms": "9"}),
            [("update", "retention.ms 9 -> 5")],
        ),
        (topic(), live(config={"retention.ms": "9"}), [("update", "retention.ms 9 -> (default)")]),
    ],
    ids=["create", "create-with-defaults", "grow", "set", "change", "unset"],
)
def test_differences(wanted: Topic, there: dict[str, LiveTopic], expected: list[tuple[str, ...]]) -> None:
    assert planned(wanted, there) == expected


def test_fewer_partitions_are_refused_with_the_way_out() -> None:
    (refusal,) = plan([topic(2)], live(3))
    assert isinstance(refusal, Refusal)
    assert "cannot take partitions away" in refusal.what
    assert "new version" in refusal.help


def test_moving_replicas_is_refused() -> None:
    (refusal,) = plan([topic(3, 3)], live(3, 1))
    assert isinstance(refusal, Refusal)
    assert refusal.what.startswith("Replication factor 3 is declared and the topic has 1")
