"""`.streamt/local.env`: where the stack listens, for the placeholders of any environment.

KAFKA_BOOTSTRAP        host:port of the broker
KAFKA_SASL_BOOTSTRAP   host:port of its listener with passwords (PLAIN; users `admin` and `app`)
SCHEMA_REGISTRY_URL    base URL of the Confluent-compatible API
CONNECT_REST_URL       Kafka Connect
FLINK_REST_URL         Flink's JobManager
FLINK_SQL_GATEWAY_URL  Flink's SQL Gateway
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from streamt.local.parts import Part

_HEAD = "# Written by `streamt local up`, removed by `streamt local down`. Read by plan, apply and test.\n"


def variables(parts: Iterable[Part], ports: Mapping[str, int]) -> dict[str, str]:
    values = {name: str(port) for name, port in ports.items()}
    return {name: Template(text).substitute(values) for part in parts for name, text in part.variables}


def write_env_file(path: Path, values: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_HEAD + "".join(f"{name}={value}\n" for name, value in sorted(values.items())), "utf-8")
