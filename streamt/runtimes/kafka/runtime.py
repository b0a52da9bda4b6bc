"""Topics read and written through the admin protocol, many in one request."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from confluent_kafka import (
    ConsumerGroupTopicPartitions,
    KafkaError,
    KafkaException,
    TopicCollection,
    TopicPartition,
)
from confluent_kafka.admin import (  # type: ignore[attr-defined]  # re-exported without saying so
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    ConfigSource,
    NewPartitions,
    NewTopic,
    OffsetSpec,
    ResourceType,
)

from streamt.runtimes.base import Change, Done, Event, Key, NotDone, Refusal, Unreachable, Waiting
from streamt.runtimes.kafka.errors import ALREADY_DONE, AMBIGUOUS, sentence
from streamt.runtimes.kafka.plan import LiveTopic, Topic, settings_to_change

_READ_SECONDS = 15.0
_WRITE_SECONDS = 60.0
_FIRST_CONTACT_SECONDS = 5.0
_VISIBLE_WITHIN_SECONDS = 60.0  # a broker that just made a thousand topics is slow to show the next change
_NO_CONTACT = frozenset(
    {KafkaError._TRANSPORT, KafkaError._ALL_BROKERS_DOWN, KafkaError._RESOLVE, KafkaError._TIMED_OUT}
)
_UNDECIDED = -1


class KafkaTopics:
    """The topics of one cluster."""

    def __init__(self, settings: Mapping[str, str | int]) -> None:
        self._bootstrap = str(settings["bootstrap.servers"])
        self._last_error: KafkaError | None = None
        noted: dict[str, Any] = {"log_level": 0, **settings, "error_cb": self._note}
        self._admin = AdminClient(noted)

    def described(self) -> str:
        """How many brokers answer. Raises Unreachable."""
        cluster = self._result(self._admin.describe_cluster(request_timeout=_READ_SECONDS))
        brokers = len(cluster.nodes)
        return f"{brokers} broker{'' if brokers == 1 else 's'}, cluster {cluster.cluster_id}"

    def observe(self, wanted: Sequence[Topic]) -> dict[str, LiveTopic]:
        """Those of these topics that exist, in two requests."""
        found = self._described(topic.key.name for topic in wanted)
        if not found:
            return {}
        resources = [ConfigResource(ResourceType.TOPIC, name) for name in found]
        configs = self._admin.describe_configs(resources, request_timeout=_READ_SECONDS)
        own = {resource.name: _own_settings(self._result(future)) for resource, future in configs.items()}
        return {
            name: LiveTopic(
                id=str(topic.topic_id),
                partitions=len(topic.partitions),
                replication_factor=len(topic.partitions[0].replicas),
                config=own[name],
            )
            for name, topic in found.items()
        }

    def existing(self, names: Iterable[str]) -> frozenset[str]:
        """Those of these topics that exist, in one request."""
        return frozenset(self._described(names))

    def check(self, changes: Sequence[Change], wanted: Sequence[Topic]) -> Iterator[Refusal]:
        """The broker's own validation of topics to create and partitions to add."""
        topics = {topic.key: topic for topic in wanted}
        live = self.observe([topics[change.key] for change in changes if change.action == "update"])
        for change, error in self._send(changes, topics, live, validate_only=True):
            if error is not None and error.code() not in ALREADY_DONE:
                yield Refusal(change.key, change.node, sentence(error))

    def apply(self, changes: Sequence[Change], wanted: Sequence[Topic]) -> Iterator[Event]:
        topics = {topic.key: topic for topic in wanted}
        live = self.observe([topics[change.key] for change in changes if change.action == "update"])
        undone = set()
        for change, error in self._send(changes, topics, live, validate_only=False):
            if error is not None and error.code() not in ALREADY_DONE | AMBIGUOUS:
                undone.add(change.key)
                yield NotDone(change.key, sentence(error))
        rest = [change for change in changes if change.key not in undone]
        yield from self._until_visible([change for change in rest if change.action != "delete"], topics)
        yield from (Done(change.key) for change in rest if change.action == "delete")

    def consumer_groups(self, topics: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The groups that have read from these topics (that have offsets there), by topic. One request per group."""
        listed = self._result(self._admin.list_consumer_groups(request_timeout=_READ_SECONDS))
        found: dict[str, list[str]] = {topic: [] for topic in topics}
        for group in sorted(one.group_id for one in listed.valid):
            asked = [ConsumerGroupTopicPartitions(group)]
            future = self._admin.list_consumer_group_offsets(asked, request_timeout=_READ_SECONDS)[group]
            read = {place.topic for place in self._result(future).topic_partitions if place.offset >= 0}
            for topic in sorted(read & set(topics)):
                found[topic].append(group)
        return {topic: tuple(groups) for topic, groups in found.items()}

    def lag(self, group: str) -> int | None:
        """How many records a group has not read yet, in all topics it reads; None for a group without offsets."""
        asked = [ConsumerGroupTopicPartitions(group)]
        future = self._admin.list_consumer_group_offsets(asked, request_timeout=_READ_SECONDS)[group]
        if (error := self._error(future)) is not None and error.code() == KafkaError.GROUP_ID_NOT_FOUND:
            return None
        read = [place for place in self._result(future).topic_partitions if place.offset >= 0]
        if not read:
            return None
        newest = OffsetSpec.latest()  # type: ignore[no-untyped-call]
        latest = {TopicPartition(place.topic, place.partition): newest for place in read}
        ends = self._admin.list_offsets(latest, request_timeout=_READ_SECONDS)
        offsets = {(place.topic, place.partition): self._error_or_end(end) for place, end in ends.items()}
        behind = (offsets[place.topic, place.partition] - int(place.offset) for place in read)
        return sum(max(0, records) for records in behind)

    def _error_or_end(self, future: Future[Any]) -> int:
        """The end of a partition; of one that is gone, nothing is left to read."""
        return 0 if self._error(future) is not None else int(future.result().offset)

    def _until_visible(self, changes: Sequence[Change], topics: Mapping[Key, Topic]) -> Iterator[Event]:
        """A topic is there when a broker describes it, as declared."""
        deadline = time.monotonic() + _VISIBLE_WITHIN_SECONDS
        waiting = list(changes)
        while waiting:
            live = self.observe([topics[change.key] for change in waiting])
            settled = [
                change for change in waiting if _is_settled(topics[change.key], live.get(change.key.name))
            ]
            for change in settled:
                yield Done(change.key, {"topic_id": live[change.key.name].id})
            waiting = [change for change in waiting if change not in settled]
            if not waiting:
                return
            if time.monotonic() > deadline:
                yield from (NotDone(change.key, _not_visible(change)) for change in waiting)
                return
            yield Waiting(waiting[0].key, "waiting for the brokers to show it")
            time.sleep(min(1.0, 0.1 + len(waiting) / 1000))

    def _send(
        self,
        changes: Sequence[Change],
        topics: Mapping[Key, Topic],
        live: Mapping[str, LiveTopic],
        *,
        validate_only: bool,
    ) -> Iterator[tuple[Change, KafkaError | None]]:
        """Each change with the broker's objection, if it has one: one request per sort of change."""
        by_name = {change.key.name: change for change in changes}
        new = [_new_topic(topics[change.key]) for change in changes if change.action == "create"]
        updated = [topics[change.key] for change in changes if change.action == "update"]
        more = [NewPartitions(topic.key.name, count) for topic in updated if (count := _grown(topic, live))]
        altered = [resource for topic in updated if (resource := _altered(topic, live)) is not None]
        gone = [change.key.name for change in changes if change.action == "delete"]
        futures: list[tuple[str, Future[Any]]] = []
        options = {"validate_only": validate_only, "request_timeout": _WRITE_SECONDS}
        if new:
            futures += self._admin.create_topics(new, **options).items()
        if more:
            futures += self._admin.create_partitions(more, **options).items()
        if altered:
            done = self._admin.incremental_alter_configs(altered, **options)
            futures += [(resource.name, future) for resource, future in done.items()]
        if gone and not validate_only:
            futures += self._admin.delete_topics(gone, request_timeout=_WRITE_SECONDS).items()
        objections = {name: error for name, future in futures if (error := self._error(future)) is not None}
        yield from ((change, objections.get(name)) for name, change in by_name.items())

    def _described(self, names: Iterable[str]) -> dict[str, Any]:
        asked = sorted(set(names))
        if not asked:
            return {}
        return dict(
            self._existing(self._admin.describe_topics(TopicCollection(asked), request_timeout=_READ_SECONDS))
        )

    def _existing(self, described: Mapping[str, Future[Any]]) -> Iterator[tuple[str, Any]]:
        for name, future in described.items():
            error = self._error(future)
            if error is None:
                yield name, future.result()
            elif error.code() != KafkaError.UNKNOWN_TOPIC_OR_PART:
                raise Unreachable(self._cannot_use(error) + f" (topic {name})")

    def _result(self, future: Future[Any]) -> Any:
        error = self._error(future)
        if error is not None:
            raise Unreachable(self._cannot_use(error))
        return future.result()

    def _error(self, future: Future[Any]) -> KafkaError | None:
        """The broker's objection, once it has answered. Raises Unreachable when it does not."""
        self._wait(future)
        failure = future.exception()
        if failure is None:
            return None
        if not isinstance(failure, KafkaException):
            raise failure
        error: KafkaError = failure.args[0]
        if error.code() in _NO_CONTACT:
            raise Unreachable(self._cannot_use(error)) from failure
        return error

    def _wait(self, future: Future[Any]) -> None:
        """Until the answer is there. librdkafka goes on trying when it should give up: a wrong password stays wrong."""
        deadline = time.monotonic() + _FIRST_CONTACT_SECONDS
        while not future.done():
            self._admin.poll(0.02)
            noted = self._last_error
            if noted is None:
                continue
            if noted.code() == KafkaError._AUTHENTICATION or time.monotonic() > deadline:
                raise Unreachable(self._cannot_use(noted))
        self._last_error = None

    def _cannot_use(self, error: KafkaError) -> str:
        reason = (self._last_error or error).str().partition(" (after ")[0]
        return f"Kafka at {self._bootstrap} cannot be used: {reason.rstrip('.')}."

    def _note(self, error: KafkaError) -> None:
        """librdkafka tells the true reason (wrong password, refused connection) here and not in the result."""
        if error.code() != KafkaError._ALL_BROKERS_DOWN:
            self._last_error = error


def _new_topic(topic: Topic) -> NewTopic:
    return NewTopic(
        topic.key.name,
        num_partitions=_UNDECIDED if topic.partitions is None else topic.partitions,
        replication_factor=_UNDECIDED if topic.replication_factor is None else topic.replication_factor,
        config=dict(topic.config),
    )


def _grown(topic: Topic, live: Mapping[str, LiveTopic]) -> int | None:
    """The new number of partitions, where it is larger."""
    there = live.get(topic.key.name)
    if there is None or topic.partitions is None or topic.partitions <= there.partitions:
        return None
    return topic.partitions


def _altered(topic: Topic, live: Mapping[str, LiveTopic]) -> ConfigResource | None:
    there = live.get(topic.key.name)
    settings = settings_to_change(topic, there) if there is not None else {}
    entries = [
        ConfigEntry(
            name,
            "" if value is None else value,
            incremental_operation=AlterConfigOpType.DELETE if value is None else AlterConfigOpType.SET,
        )
        for name, value in settings.items()
    ]
    return (
        ConfigResource(ResourceType.TOPIC, topic.key.name, incremental_configs=entries) if entries else None
    )


def _own_settings(entries: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: entry.value
        for name, entry in entries.items()
        if entry.source == ConfigSource.DYNAMIC_TOPIC_CONFIG.value and not name.startswith("confluent.")
    }


def _is_settled(topic: Topic, live: LiveTopic | None) -> bool:
    if live is None:
        return False
    return not settings_to_change(topic, live) and topic.partitions in (None, live.partitions)


def _not_visible(change: Change) -> str:
    return f"The brokers took the change and do not show it after {_VISIBLE_WITHIN_SECONDS:.0f} s ({change.action})."
