"""Connectors of one Kafka Connect cluster."""

from streamt.runtimes.connect.plan import Connector, LiveConnector, plan
from streamt.runtimes.connect.runtime import KafkaConnect

__all__ = ["Connector", "KafkaConnect", "LiveConnector", "plan"]
