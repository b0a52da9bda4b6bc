"""What has to change for topics to be as declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from streamt.runtimes.base import Change, Key, Refusal


@dataclass(frozen=True, slots=True)
class Topic:
    """As declared; what is None is the broker's business."""

    key: Key
    node: str
    partitions: int | None
    replication_factor: int | None
    config: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LiveTopic:
    id: str
    partitions: int
    replication_factor: int
    config: Mapping[str, str]
    """Only what was set for this topic itself."""


def plan(wanted: Sequence[Topic], live: Mapping[str, LiveTopic]) -> Iterator[Change | Refusal]:
    for topic in wanted:
        there = live.get(topic.key.name)
        if there is None:
            yield Change(topic.key, "create", topic.node, tuple(_described(topic)))
            continue
        yield from _refusals(topic, there)
        differences = tuple(_differences(topic, there))
        if differences:
            yield Change(topic.key, "update", topic.node, differences)


def settings_to_change(topic: Topic, live: LiveTopic) -> dict[str, str | None]:
    """Every setting that differs with its new value; None unsets it."""
    names = sorted({*topic.config, *live.config})
    return {name: topic.config.get(name) for name in names if topic.config.get(name) != live.config.get(name)}


def _described(topic: Topic) -> Iterator[str]:
    if topic.partitions is not None:
        yield f"partitions {topic.partitions}"
    if topic.replication_factor is not None:
        yield f"replication factor {topic.replication_factor}"
    yield from (f"{name} {value}" for name, value in sorted(topic.config.items()))


def _differences(topic: Topic, live: LiveTopic) -> Iterator[str]:
    if topic.partitions is not None and topic.partitions > live.partitions:
        yield f"partitions {live.partitions} -> {topic.partitions} (records of one key may change partition)"
    for name, value in settings_to_change(topic, live).items():
        yield f"{name} {live.config.get(name, '(default)')} -> {'(default)' if value is None else value}"


def _refusals(topic: Topic, live: LiveTopic) -> Iterator[Refusal]:
    if topic.partitions is not None and topic.partitions < live.partitions:
        yield Refusal(
            topic.key,
            topic.node,
            f"{topic.partitions} partitions are declared and the topic has {live.partitions}: Kafka cannot take partitions away.",
            f"Declare {live.partitions}, or write to a new topic (a new version of the model).",
        )
    if topic.replication_factor is not None and topic.replication_factor != live.replication_factor:
        yield Refusal(
            topic.key,
            topic.node,
            f"Replication factor {topic.replication_factor} is declared and the topic has {live.replication_factor}: "
            "streamt does not move replicas.",
            f"Declare {live.replication_factor}, or move them with kafka-reassign-partitions first.",
        )
