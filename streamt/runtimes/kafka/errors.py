"""Kafka's error codes as sentences for the one who has to act on them."""

from __future__ import annotations

from confluent_kafka import KafkaError

_SENTENCES: dict[int, str] = {
    KafkaError.INVALID_REPLICATION_FACTOR: "The cluster has fewer brokers than the replication factor asks for",
    KafkaError.POLICY_VIOLATION: "The cluster's policy does not allow it",
    KafkaError.INVALID_CONFIG: "A setting is not valid",
    KafkaError.INVALID_PARTITIONS: "The number of partitions is not valid",
    KafkaError.TOPIC_AUTHORIZATION_FAILED: "This user may not do that to the topic",
    KafkaError.CLUSTER_AUTHORIZATION_FAILED: "This user may not do that on the cluster",
    KafkaError.THROTTLING_QUOTA_EXCEEDED: "The cluster allows no more changes at the moment",
}
ALREADY_DONE = frozenset({KafkaError.TOPIC_ALREADY_EXISTS})
AMBIGUOUS = frozenset({KafkaError.NOT_CONTROLLER, KafkaError.REQUEST_TIMED_OUT, KafkaError._TIMED_OUT})


def sentence(error: KafkaError) -> str:
    said = error.str().rstrip(".")
    known = _SENTENCES.get(error.code())
    return f"{known}: {said}." if known else f"{said} ({error.name()})."
