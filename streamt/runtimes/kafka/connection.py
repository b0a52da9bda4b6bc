"""What librdkafka needs to know to reach a cluster."""

from __future__ import annotations

from dataclasses import dataclass

_NAMES = (
    ("protocol", "security.protocol"),
    ("mechanism", "sasl.mechanisms"),
    ("username", "sasl.username"),
    ("password", "sasl.password"),
    ("ssl_ca", "ssl.ca.location"),
    ("ssl_certificate", "ssl.certificate.location"),
    ("ssl_key", "ssl.key.location"),
)


@dataclass(frozen=True, slots=True)
class Security:
    protocol: str | None = None
    mechanism: str | None = None
    username: str | None = None
    password: str | None = None
    ssl_ca: str | None = None
    ssl_certificate: str | None = None
    ssl_key: str | None = None


def client_settings(bootstrap_servers: str, security: Security) -> dict[str, str | int]:
    given = ((theirs, getattr(security, ours)) for ours, theirs in _NAMES)
    return {
        "bootstrap.servers": bootstrap_servers,
        "client.id": "streamt",
        "socket.timeout.ms": 10_000,
        "socket.connection.setup.timeout.ms": 5_000,
        **{name: value for name, value in given if value is not None},
    }
