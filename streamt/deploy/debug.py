"""What a manifest's `runtime` names: is it set, does it answer, and what is it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from streamt.deploy.systems import ONLY, clusters_of, credentials_of, filled, kafka_settings
from streamt.deploy.variables import Variables, needed
from streamt.errors import CannotRun
from streamt.runtimes.connect import KafkaConnect
from streamt.runtimes.flink import FlinkJobs
from streamt.runtimes.kafka import KafkaTopics
from streamt.runtimes.schema_registry import SchemaRegistry

Block = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    system: str
    address: str
    """As written, placeholders and all."""
    answers: bool
    says: str
    """Its version and dialect, or why it does not answer."""


def debug(runtime: Mapping[str, Any], variables: Variables) -> Iterator[Checked]:
    """Every system that is configured, one after the other."""
    for name, block in _named(runtime.get("kafka")):
        yield _checked(_called("Kafka", name), "bootstrap_servers", block, variables, _kafka)
    registry = runtime.get("schema_registry")
    if registry:
        yield _checked("Schema Registry", "url", registry, variables, _registry)
    for name, block in _named(runtime.get("flink")):
        yield _checked(_called("Flink", name), "rest_url", block, variables, _job_manager)
        yield _checked(_called("Flink SQL Gateway", name), "sql_gateway_url", block, variables, _sql_gateway)
    for name, block in _named(runtime.get("connect")):
        yield _checked(_called("Connect", name), "rest_url", block, variables, _connect)
    if runtime.get("conduktor"):
        yield Checked("Conduktor", "", False, "compiled for, and not deployed to by this version")


def variables_in_use(runtime: Mapping[str, Any], variables: Variables) -> Iterator[tuple[str, bool]]:
    """(name, whether it has a value or a default), in order."""
    for name, default in sorted(set(needed(dict(runtime))), key=lambda pair: pair[0]):
        yield name, default is not None or name in variables.values


def _checked(
    system: str, field: str, block: Block, variables: Variables, ask: Callable[[dict[str, Any]], str]
) -> Checked:
    address = str(block.get(field) or "")
    if not address:
        return Checked(system, "", False, f"no {field} is given")
    missing = sorted(
        {name for name, default in needed(dict(block)) if default is None and name not in variables.values}
    )
    if missing:
        return Checked(system, address, False, f"not set: {', '.join(missing)}")
    names = {name for name, _ in needed(dict(block))}
    try:
        return Checked(system, address, True, ask(filled(block, variables)))
    except CannotRun as error:
        return Checked(system, address, False, variables.hide(str(error), names))


def _kafka(block: dict[str, Any]) -> str:
    return KafkaTopics(kafka_settings(block)).described()


def _registry(block: dict[str, Any]) -> str:
    return SchemaRegistry(str(block["url"]), credentials_of(block)).described()


def _job_manager(block: dict[str, Any]) -> str:
    if block.get("type", "rest") != "rest":
        raise CannotRun(f"Flink of type {block['type']} is not deployed to by this version")
    return FlinkJobs(str(block["rest_url"]), "", "", "").jobs.described()


def _sql_gateway(block: dict[str, Any]) -> str:
    return f"Flink {FlinkJobs('', str(block['sql_gateway_url']), '', '').gateway.version()}"


def _connect(block: dict[str, Any]) -> str:
    return KafkaConnect(str(block["rest_url"]), credentials_of(block)).described()


def _called(system: str, name: str) -> str:
    return system if name == ONLY else f"{system} {name}"


def _named(block: Any) -> list[tuple[str, Block]]:
    return sorted(clusters_of(block).items())
