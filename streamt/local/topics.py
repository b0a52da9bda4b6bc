"""The topics that others would write, on a Kafka where there are no others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from streamt.errors import CannotRun

if TYPE_CHECKING:
    from confluent_kafka.admin import AdminClient

SECONDS = 20.0


def create_topics(bootstrap_servers: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names of those that were not there yet; each gets one partition. CannotRun when Kafka does not answer."""
    from confluent_kafka import KafkaException
    from confluent_kafka.cimpl import NewTopic

    admin = _admin(bootstrap_servers)
    try:
        there = admin.list_topics(timeout=SECONDS).topics
        missing = sorted(set(names) - set(there))
        for created in admin.create_topics([NewTopic(name, 1, 1) for name in missing]).values() if missing else ():
            created.result(SECONDS)
    except KafkaException as error:
        raise CannotRun(f"The local Kafka at {bootstrap_servers}: {error.args[0].str()}.") from error
    return tuple(missing)


def _admin(bootstrap_servers: str) -> AdminClient:
    from confluent_kafka.admin import AdminClient

    return AdminClient({"bootstrap.servers": bootstrap_servers, "client.id": "streamt-local"})
