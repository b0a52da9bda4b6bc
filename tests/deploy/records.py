"""Records on topics, for tests: written as the applications of the example would, read back as JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

Found = TypeVar("Found")


def make_topics(bootstrap: str, names: Iterable[str]) -> None:
    """Topics that somebody else owns; one partition, so that records keep their order."""
    admin = AdminClient({"bootstrap.servers": bootstrap})
    for future in admin.create_topics([NewTopic(name, 1, 1) for name in names]).values():
        future.result(20)


def topic_names(bootstrap: str) -> set[str]:
    return set(AdminClient({"bootstrap.servers": bootstrap}).list_topics(timeout=10).topics)


def delete_topics(bootstrap: str, names: Iterable[str]) -> None:
    admin = AdminClient({"bootstrap.servers": bootstrap})
    for future in admin.delete_topics(list(names)).values():
        future.result(20)


def produce(
    bootstrap: str, topic: str, values: Iterable[dict[str, Any] | str], key: str | None = None
) -> None:
    """`values` are sent as JSON, text as it is; `key` names the field that is the record's key."""
    producer = Producer({"bootstrap.servers": bootstrap, "linger.ms": 0})
    for value in values:
        text = value if isinstance(value, str) else json.dumps(value)
        name = value.get(key) if isinstance(value, dict) and key else None
        producer.produce(topic, value=text.encode(), key=str(name).encode() if name else None)
    assert producer.flush(20) == 0


def read_all(bootstrap: str, topic: str) -> list[dict[str, Any]]:
    """The JSON values of every record on a topic so far."""
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap,
            "group.id": f"test-{time.time_ns()}",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
        }
    )
    partitions = len(consumer.list_topics(topic, timeout=10).topics[topic].partitions)
    consumer.subscribe([topic])
    found: list[dict[str, Any]] = []
    ended = 0
    deadline = time.monotonic() + 30
    while ended < partitions and time.monotonic() < deadline:
        message = consumer.poll(0.5)
        if message is None:
            continue
        if message.error() is not None:
            ended += 1
        elif message.value() is not None:
            found.append(json.loads(message.value()))
    consumer.close()
    return found


def eventually(look: Callable[[], Found], good: Callable[[Found], bool], seconds: float = 60) -> Found:
    """What `look` sees once it is good; the last sight when it never is."""
    deadline = time.monotonic() + seconds
    while not good(seen := look()) and time.monotonic() < deadline:
        time.sleep(0.5)
    return seen
