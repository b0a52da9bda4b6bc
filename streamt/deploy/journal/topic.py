"""Reading and writing the deployments topic.

One fixed transactional id per project and environment: whoever starts a producer with it fences the older one, so an
apply that lost its lease fails at its next word and touches nothing more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from confluent_kafka import (
    OFFSET_BEGINNING,
    Consumer,
    KafkaError,
    KafkaException,
    Producer,
    TopicPartition,
)
from confluent_kafka.admin import AdminClient, NewTopic  # type: ignore[attr-defined]  # re-exported without saying so

from streamt.deploy.journal.records import Journal, Record, journal_of
from streamt.errors import CannotRun, StoppedPartWay

_SECONDS = 20.0
_GONE = frozenset({KafkaError._FENCED, KafkaError.PRODUCER_FENCED, KafkaError.INVALID_PRODUCER_EPOCH})


class LostLease(StoppedPartWay):
    """Another apply took over: nothing more may be touched."""


def read_journal(settings: Mapping[str, str | int], topic: str) -> Journal:
    """Everything committed so far; an empty journal where there is no topic. Raises CannotRun."""
    consumer = Consumer(
        {
            "log_level": 0,
            **settings,
            "group.id": topic,  # never joined: partitions are assigned and nothing is committed
            "enable.auto.commit": False,
            "isolation.level": "read_committed",
            "enable.partition.eof": True,
            "fetch.wait.max.ms": 10,  # the end of the topic is told at once, not after half a second of hope
        }
    )
    try:
        metadata = consumer.list_topics(topic, timeout=_SECONDS).topics[topic]
        if metadata.error is not None or not metadata.partitions:
            return Journal()
        _, end = consumer.get_watermark_offsets(TopicPartition(topic, 0), timeout=_SECONDS)
        consumer.assign([TopicPartition(topic, 0, OFFSET_BEGINNING)])
        return journal_of(_records(consumer) if end else ())
    except KafkaException as failure:
        raise CannotRun(
            f"The deployments topic {topic} cannot be read: {failure.args[0].str()}."
        ) from failure
    finally:
        consumer.close()


def _records(consumer: Consumer) -> Iterator[Record]:
    deadline = time.monotonic() + 3 * _SECONDS
    while time.monotonic() < deadline:
        message = consumer.poll(1.0)
        if message is None:
            continue
        error = message.error()
        if error is not None:
            if error.code() == KafkaError._PARTITION_EOF:
                return
            raise KafkaException(error)
        key, value = message.key(), message.value()
        if key is not None:
            yield key.decode(), None if value is None else value.decode()
    raise CannotRun("The deployments topic does not answer to its end.")


class Writer:
    """The one producer that may write; making it fences every earlier one."""

    def __init__(self, settings: Mapping[str, str | int], topic: str) -> None:
        self._topic = topic
        self._producer = Producer(
            {
                **settings,
                "transactional.id": topic,
                "transaction.timeout.ms": 60_000,
                "acks": "all",
                "log_level": 0,
            }
        )
        self._guarded(lambda: self._producer.init_transactions(_SECONDS))

    def write(self, records: Sequence[Record]) -> None:
        """All of these records, or none. Raises LostLease when another apply took over."""

        def send() -> None:
            self._producer.begin_transaction()
            for key, value in records:
                self._producer.produce(self._topic, key=key, value=value)
            self._producer.commit_transaction(_SECONDS)

        self._guarded(send)

    def _guarded(self, action: Callable[[], None]) -> None:
        try:
            action()
        except KafkaException as failure:
            error = failure.args[0]
            if error.code() in _GONE:
                raise LostLease(
                    "Another apply took over while this one was at work; nothing more was changed. "
                    "See where it stands: streamt status"
                ) from failure
            raise CannotRun(
                f"The deployments topic {self._topic} cannot be written: {error.str()}."
            ) from failure


def create_topic(settings: Mapping[str, str | int], topic: str) -> None:
    """Make the topic where there is none. Raises CannotRun."""
    admin = AdminClient({"log_level": 0, **settings})
    new = NewTopic(topic, num_partitions=1, replication_factor=-1, config={"cleanup.policy": "compact"})
    try:
        admin.create_topics([new], request_timeout=_SECONDS)[topic].result()
    except KafkaException as failure:
        error = failure.args[0]
        if error.code() != KafkaError.TOPIC_ALREADY_EXISTS:
            raise CannotRun(f"The deployments topic {topic} cannot be made: {error.str()}.") from failure
