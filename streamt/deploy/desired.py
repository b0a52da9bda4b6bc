"""A manifest's artifacts with their placeholders filled in, and what this version cannot deploy."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from streamt.deploy.systems import ONLY, Blocks
from streamt.deploy.variables import Variables, needed
from streamt.errors import CannotRun
from streamt.manifest.model import (
    ConnectorArtifact,
    FlinkJobArtifact,
    Jar,
    Manifest,
    Scalar,
    SchemaArtifact,
    TopicArtifact,
)
from streamt.runtimes.base import Key, Kind, Refusal
from streamt.runtimes.connect import Connector
from streamt.runtimes.flink import Job
from streamt.runtimes.kafka import Topic
from streamt.runtimes.schema_registry import Schema

_GROUP = re.compile(r"'properties\.group\.id' = '((?:[^']|'')*)'")

Thing = Schema | Topic | Job | Connector


@dataclass(frozen=True, slots=True)
class Desired:
    schemas: tuple[Schema, ...] = ()
    topics: tuple[Topic, ...] = ()
    jobs: tuple[Job, ...] = ()
    connectors: tuple[Connector, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    dropped: tuple[str, ...] = ()
    """What `--exclude` took out, as it is called in the plan."""
    declared: frozenset[Key] = frozenset()
    """Everything the manifest holds, excluded or not."""

    def things(self) -> tuple[Thing, ...]:
        return (*self.schemas, *self.topics, *self.jobs, *self.connectors)


def desired(
    manifest: Manifest, blocks: Blocks, variables: Variables, project: Path, exclude: Iterable[str] = ()
) -> Desired:
    """`project` is the folder that paths of jars start from; `exclude` holds names of nodes or artifacts."""
    wanted, artifacts = frozenset(exclude), manifest.artifacts
    topics = [_topic(topic, variables) for topic in artifacts.topics]
    schemas = [_schema(schema, variables) for schema in artifacts.schemas]
    jobs = [_job(job, manifest, variables, project) for job in artifacts.flink_jobs]
    connectors = [_connector(connector, variables) for connector in artifacts.connectors]
    refusals = [*_refusals(manifest), *_jar_refusals(artifacts.flink_jobs, project)]
    made: list[Thing] = [*topics, *schemas, *jobs, *connectors]
    refusals += _without_system([(one.key, one.node) for one in made], blocks)

    _refuse_unknown(wanted, made, manifest)

    def keeps(key: Key | None, node: str) -> bool:
        return not wanted & {node, node.partition(":")[2], *([key.name] if key else [])}

    dropped = {str(one.key) for one in made if not keeps(one.key, one.node)}
    dropped |= {f"{one.node}: {one.what}" for one in refusals if not keeps(one.key, one.node)}
    return Desired(
        schemas=tuple(one for one in schemas if keeps(one.key, one.node)),
        topics=tuple(one for one in topics if keeps(one.key, one.node)),
        jobs=tuple(one for one in jobs if keeps(one.key, one.node)),
        connectors=tuple(one for one in connectors if keeps(one.key, one.node)),
        refusals=tuple(one for one in refusals if keeps(one.key, one.node)),
        dropped=tuple(sorted(dropped)),
        declared=frozenset(one.key for one in made),
    )


def key_of(kind: Kind, cluster: str | None, name: str) -> Key:
    return Key(kind, cluster or ONLY, name)


def _topic(topic: TopicArtifact, variables: Variables) -> Topic:
    name = variables.fill(topic.name)
    return Topic(
        key=key_of("topic", topic.cluster, name),
        node=topic.node,
        partitions=_count(topic.partitions, variables),
        replication_factor=_count(topic.replication_factor, variables),
        config={setting: variables.fill(str(value)) for setting, value in topic.config.items()},
    )


def _count(value: Scalar, variables: Variables) -> int | None:
    if isinstance(value, str):
        filled = variables.fill(value)
        return int(filled) if filled.lstrip("-").isdecimal() else -1  # which the broker refuses by name
    return None if value is None else int(value)


def _schema(schema: SchemaArtifact, variables: Variables) -> Schema:
    return Schema(
        key=key_of("schema", None, variables.fill(schema.subject)),
        node=schema.node,
        type=schema.type,
        definition=variables.fill(schema.definition),
        compatibility=variables.fill(schema.compatibility).upper() if schema.compatibility else None,
    )


def _job(job: FlinkJobArtifact, manifest: Manifest, variables: Variables, project: Path) -> Job:
    return Job(
        key=key_of("flink_job", job.cluster, job.name),
        node=job.node,
        project=manifest.project,
        environment=manifest.environment,
        settings={name: variables.fill(value) for name, value in job.settings.items()},
        ddl=tuple(variables.fill(statement, _in_sql) for statement in job.ddl),
        insert=variables.fill(job.insert, _in_sql),
        fingerprint=job.fingerprint,
        shape=job.shape,
        upgrade=job.upgrade,
        group=_group(job, variables),
        jars=tuple(str((project / variables.fill(jar.path)).resolve()) for jar in job.jars),
    )


def _group(job: FlinkJobArtifact, variables: Variables) -> str:
    """The group named in the job's tables; its name where none is."""
    found = next((match for statement in job.ddl if (match := _GROUP.search(statement))), None)
    return variables.fill(found.group(1).replace("''", "'")) if found else job.name


def _in_sql(value: str) -> str:
    """A value inside a string literal, the only place of a statement where placeholders stand."""
    return value.replace("'", "''")


def _connector(connector: ConnectorArtifact, variables: Variables) -> Connector:
    config = {name: str(value) for name, value in connector.config.items()}
    return Connector(
        key=key_of("connector", connector.cluster, connector.name),
        node=connector.node,
        config={name: variables.fill(value) for name, value in config.items()},
        hidden=frozenset(name for name, value in config.items() if any(True for _ in needed(value))),
    )


def _refusals(manifest: Manifest) -> Iterator[Refusal]:
    """What was declared and has no backend here, by name."""
    artifacts = manifest.artifacts
    for refusal in artifacts.refusals:
        yield Refusal(None, refusal.node, refusal.what, refusal.help)
    for rule in artifacts.gateway_rules:
        what = f"The Gateway's {rule.kind.replace('_', ' ')} {rule.name} is not deployed by this version."
        yield _unsupported(rule.node, what)
    for node in sorted({acl.node for acl in artifacts.acls}):
        yield _unsupported(node, "Its Kafka ACLs are not deployed by this version.")
    for test in manifest.tests:
        if test.type == "continuous":
            yield _unsupported(test.id, "Continuous tests are not deployed by this version.")


def _unsupported(node: str, what: str) -> Refusal:
    return Refusal(None, node, what, f"Leave it out: --exclude {node.partition(':')[2]}")


def _refuse_unknown(names: frozenset[str], made: Iterable[Thing], manifest: Manifest) -> None:
    """A name to leave out that nothing has is a misspelt one. Raises CannotRun."""
    nodes = {node.id for node in manifest.dag.nodes}
    known = {one.key.name for one in made} | nodes | {node.partition(":")[2] for node in nodes}
    unknown = sorted(names - known)
    if unknown:
        raise CannotRun(f"--exclude {unknown[0]}: nothing in this project has that name.")


def _jar_refusals(jobs: Sequence[FlinkJobArtifact], project: Path) -> Iterator[Refusal]:
    for job in jobs:
        for jar in job.jars:
            problem = _jar_problem(jar, project)
            if problem:
                yield Refusal(
                    key_of("flink_job", job.cluster, job.name),
                    job.node,
                    problem,
                    "Build it, then compile again.",
                )


def _jar_problem(jar: Jar, project: Path) -> str | None:
    """Whether a jar is the one that was compiled against."""
    try:
        content = (project / jar.path).read_bytes()
    except OSError:
        return f"The jar {jar.path} is not there."
    if jar.sha256 is not None and hashlib.sha256(content).hexdigest() != jar.sha256:
        return f"The jar {jar.path} is not the one of the manifest (sha256 differs)."
    return None


_BLOCKS = {"topic": "kafka", "flink_job": "flink", "connector": "connect"}


def _without_system(things: Iterable[tuple[Key, str]], blocks: Blocks) -> Iterator[Refusal]:
    """Things for a cluster that `runtime` does not name, or one that this version cannot talk to."""
    for key, node in things:
        if key.kind == "schema":
            if not blocks.registry.get("url"):
                yield Refusal(
                    key, node, "There is no schema registry.", "Give runtime.schema_registry a url."
                )
            continue
        section = _BLOCKS[key.kind]
        cluster = getattr(blocks, section).get(key.cluster)
        if cluster is None:
            yield Refusal(
                key, node, f"There is no {section} cluster {key.cluster!r}.", f"Name it in runtime.{section}."
            )
        elif cluster.get("type", "rest") != "rest":
            yield Refusal(key, node, f"Flink of type {cluster['type']!r} is not deployed to by this version.")
        elif section == "flink" and not (cluster.get("rest_url") and cluster.get("sql_gateway_url")):
            yield Refusal(key, node, "Flink needs rest_url and sql_gateway_url.", "Give runtime.flink both.")
