"""What a manifest needs to be deployed: systems that answer, and variables that are set. Nothing of a value is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Literal

from streamt.deploy.deployment import texts_in_use
from streamt.deploy.systems import ONLY, clusters_of, credentials_of, filled, kafka_settings
from streamt.deploy.variables import Variables, needed
from streamt.errors import CannotRun
from streamt.manifest.model import Manifest
from streamt.runtimes.connect import KafkaConnect
from streamt.runtimes.flink import FlinkJobs
from streamt.runtimes.http import without_credentials
from streamt.runtimes.kafka import KafkaTopics
from streamt.runtimes.schema_registry import SchemaRegistry

ANSWER_WITHIN_SECONDS = 10.0

Block = Mapping[str, Any]
State = Literal["answers", "fails", "not deployed to"]


@dataclass(frozen=True, slots=True)
class System:
    name: str
    address: str
    """As written, placeholders and all."""
    state: State
    says: str
    """Its version and dialect, or why it does not answer."""


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    origin: str
    """The file or place its value comes from, `default`, or `missing`."""


@dataclass(frozen=True, slots=True)
class _Question:
    name: str
    field: str
    block: Block
    ask: Callable[[dict[str, Any]], str]


def systems(manifest: Manifest, variables: Variables) -> tuple[System, ...]:
    """Every system that is configured, all asked at once."""
    questions = tuple(_questions(manifest))
    answers: SimpleQueue[tuple[int, System]] = SimpleQueue()
    for number, question in enumerate(questions):
        # Daemons: what does not answer in time is not waited for when the command ends either.
        Thread(
            target=lambda n, q: answers.put((n, _answer(q, variables))), args=(number, question), daemon=True
        ).start()
    found = dict(_in_time(answers, len(questions)))
    asked = (found.get(number) or _silent(question) for number, question in enumerate(questions))
    return (*asked, *_not_deployed(manifest.runtime.get("conduktor") or {}))


def variables_needed(
    manifest: Manifest, variables: Variables, origins: Mapping[str, str]
) -> Iterator[Variable]:
    """By name. One without a default somewhere is missing where it is not set."""
    required: dict[str, bool] = {}
    for name, default in needed(texts_in_use(manifest)):
        required[name] = required.get(name, False) or default is None
    for name, must in sorted(required.items()):
        if name in variables.values and (must or variables.values[name]):
            yield Variable(name, origins.get(name, "process environment"))
        else:
            yield Variable(name, "missing" if must else "default")


def _in_time(answers: SimpleQueue[tuple[int, System]], wanted: int) -> Iterator[tuple[int, System]]:
    deadline = time.monotonic() + ANSWER_WITHIN_SECONDS
    for _ in range(wanted):
        try:
            yield answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except Empty:
            return


def _questions(manifest: Manifest) -> Iterator[_Question]:
    runtime = manifest.runtime
    for name, block in _named(runtime.get("kafka")):
        yield _Question(_called("Kafka", name), "bootstrap_servers", block, _kafka)
    registry = runtime.get("schema_registry")
    if registry:
        yield _Question("Schema Registry", "url", registry, _registry)
    for name, block in _named(runtime.get("flink")):
        for title, field, ask in (
            ("Flink", "rest_url", _job_manager),
            ("Flink SQL Gateway", "sql_gateway_url", _sql_gateway),
        ):
            own = {key: value for key, value in block.items() if not key.endswith("_url") or key == field}
            yield _Question(_called(title, name), field, own, ask)
    for name, block in _named(runtime.get("connect")):
        classes = _classes(manifest, name)
        yield _Question(_called("Connect", name), "rest_url", block, partial(_connect, classes=classes))


def _classes(manifest: Manifest, cluster: str) -> Mapping[str, str]:
    """Connector class -> a model that asks for it."""
    connectors = manifest.artifacts.connectors
    return {
        str(one.config.get("connector.class")): one.node
        for one in connectors
        if (one.cluster or ONLY) == cluster
    }


def _answer(question: _Question, variables: Variables) -> System:
    block = question.block
    fails = partial(System, question.name, _address(question), "fails")
    if not block.get(question.field):
        return fails(f"no {question.field} is given")
    placeholders = set(needed(dict(block)))
    missing = sorted(
        {name for name, default in placeholders if default is None and name not in variables.values}
    )
    if missing:
        return fails(f"not set: {', '.join(missing)}")
    try:
        said = question.ask(filled(block, variables))
    except CannotRun as error:
        names = {name for name, _ in placeholders}
        without = Variables({name: without_credentials(variables.values.get(name, "")) for name in names})
        return fails(without.hide(variables.hide(str(error), names), names))
    return System(question.name, _address(question), "answers", said)


def _silent(question: _Question) -> System:
    return System(
        question.name, _address(question), "fails", f"no answer within {ANSWER_WITHIN_SECONDS:.0f} s"
    )


def _address(question: _Question) -> str:
    found = question.block.get(question.field) or ""
    return ",".join(map(str, found)) if isinstance(found, list) else without_credentials(str(found))


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


def _connect(block: dict[str, Any], classes: Mapping[str, str]) -> str:
    connect = KafkaConnect(str(block["rest_url"]), credentials_of(block))
    missing = sorted(set(classes) - connect.classes()) if classes else []
    if missing:
        asked = ", ".join(f"{name} (for {classes[name]})" for name in missing)
        raise CannotRun(
            f"It answers, and has no connector class {asked}. Install its plugin on every worker."
        )
    return connect.described()


def _not_deployed(conduktor: Block) -> Iterator[System]:
    """Both spellings: a block for each, or an address of each."""
    for name, block, address in (("Gateway", "gateway", "proxy_url"), ("Console", "console", "console_url")):
        inner: Block = conduktor.get(block) or {}
        where = next(
            (str(inner[key]) for key in ("api_url", "bootstrap_servers", "url") if inner.get(key)), ""
        )
        where = where or str(conduktor.get(address) or "")
        if where:
            said = "compiled for, and not deployed to by this version"
            yield System(f"Conduktor {name}", without_credentials(where), "not deployed to", said)


def _called(system: str, name: str) -> str:
    return system if name == ONLY else f"{system} {name}"


def _named(block: Any) -> Iterable[tuple[str, Block]]:
    return sorted(clusters_of(block).items())
