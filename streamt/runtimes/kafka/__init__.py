"""Topics of one Kafka cluster: partitions and settings."""

from streamt.runtimes.kafka.connection import Security, client_settings
from streamt.runtimes.kafka.plan import LiveTopic, Topic, plan
from streamt.runtimes.kafka.runtime import KafkaTopics

__all__ = ["KafkaTopics", "LiveTopic", "Security", "Topic", "client_settings", "plan"]
