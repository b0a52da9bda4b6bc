"""What a stack consists of: one `Part` per JVM.

Text in a part may hold `$name`: a port (`$kafka`), a folder (`$conf`, `$data`, `$jars`) of the stack.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from streamt.errors import CannotRun


@dataclass(frozen=True, slots=True)
class Probe:
    """How a part shows that it answers: by Kafka's protocol, or by HTTP 200 with `counts` above zero in the JSON body."""

    speaks: Literal["kafka", "http"]
    port: str
    path: str = "/"
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    group: str
    title: str
    jars: str
    heap_mb: int
    command: tuple[str, ...]
    ports: tuple[str, ...]
    probe: Probe
    needs: tuple[str, ...] = ()
    """Groups that are started with it."""
    after: str = ""
    """A part that must answer before this one is started."""
    modules: tuple[str, ...] = ()
    """Maven modules whose folders it needs."""
    variables: tuple[tuple[str, str], ...] = ()
    loses: str = ""
    """What stopping it loses; empty when its data stays."""


def _opened(*packages: str) -> tuple[str, ...]:
    return tuple(f"--add-opens=java.base/java.{package}=ALL-UNNAMED" for package in packages)


_FLINK_OPTIONS = (
    *_opened("lang", "net", "io", "nio", "lang.reflect", "text", "time", "util"),
    *_opened("util.concurrent", "util.concurrent.atomic", "util.concurrent.locks"),
    "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
    "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
)
_FLINK_ARGUMENTS = ("--configDir", "$conf/flink")

PARTS: tuple[Part, ...] = (
    Part(
        name="kafka",
        group="kafka",
        title="Kafka broker",
        jars="kafka",
        heap_mb=128,
        command=("-cp", "$classpath", "kafka.Kafka", "$conf/server.properties"),
        ports=("kafka", "kafka_sasl", "kafka_controller"),
        probe=Probe("kafka", "kafka"),
        modules=("kafka",),
        variables=(
            ("KAFKA_BOOTSTRAP", "127.0.0.1:$kafka"),
            ("KAFKA_SASL_BOOTSTRAP", "127.0.0.1:$kafka_sasl"),
        ),
    ),
    Part(
        name="registry",
        group="registry",
        title="Schema Registry",
        jars="registry",
        heap_mb=96,
        command=(
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=$registry",
            "-jar",
            "$jars/registry/apicurio-registry-app-2.6.13.Final-runner.jar",
        ),
        ports=("registry",),
        probe=Probe("http", "registry", "/apis/ccompat/v7/subjects"),
        modules=("registry",),
        variables=(("SCHEMA_REGISTRY_URL", "http://127.0.0.1:$registry/apis/ccompat/v7"),),
        loses="its schemas are in memory only; the next apply registers them again",
    ),
    Part(
        name="jobmanager",
        group="flink",
        title="Flink JobManager",
        jars="flink",
        heap_mb=192,
        command=(
            *_FLINK_OPTIONS,
            "-cp",
            "$classpath",
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            *_FLINK_ARGUMENTS,
            "--executionMode",
            "cluster",
        ),
        ports=("flink", "jobmanager_rpc", "jobmanager_blob"),
        probe=Probe("http", "flink", "/overview"),
        modules=("flink",),
        variables=(("FLINK_REST_URL", "http://127.0.0.1:$flink"),),
        loses="its jobs end; their checkpoints stay, and the next apply starts them from there",
    ),
    Part(
        name="taskmanager",
        group="flink",
        title="Flink TaskManager",
        jars="flink",
        heap_mb=192,
        command=(
            "-XX:MaxDirectMemorySize=192m",
            *_FLINK_OPTIONS,
            "-cp",
            "$classpath",
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            *_FLINK_ARGUMENTS,
            "-D",
            "taskmanager.resource-id=taskmanager-1",
        ),
        ports=("taskmanager_rpc", "taskmanager_data"),
        probe=Probe("http", "flink", "/overview", counts="slots-total"),
        modules=("flink",),
    ),
    Part(
        name="sql-gateway",
        group="flink",
        title="Flink SQL Gateway",
        jars="flink",
        heap_mb=192,
        command=(*_FLINK_OPTIONS, "-cp", "$classpath", "org.apache.flink.table.gateway.SqlGateway"),
        ports=("sql_gateway",),
        probe=Probe("http", "sql_gateway", "/v1/info"),
        modules=("flink",),
        variables=(("FLINK_SQL_GATEWAY_URL", "http://127.0.0.1:$sql_gateway"),),
    ),
    Part(
        name="connect",
        group="connect",
        title="Kafka Connect",
        jars="kafka",
        heap_mb=96,
        command=(
            "-cp",
            "$classpath",
            "org.apache.kafka.connect.cli.ConnectDistributed",
            "$conf/connect.properties",
        ),
        ports=("connect",),
        probe=Probe("http", "connect", "/connectors"),
        needs=("kafka",),
        after="kafka",
        modules=("kafka", "connect-file", "connect-jdbc"),
        variables=(("CONNECT_REST_URL", "http://127.0.0.1:$connect"),),
    ),
)

GROUPS: tuple[str, ...] = ("kafka", "registry", "connect", "flink")


def parts_of(groups: Iterable[str]) -> tuple[Part, ...]:
    """The parts of these groups and of those they need, in starting order; all parts for no group at all."""
    wanted = set(groups) or set(GROUPS)
    unknown = sorted(wanted - set(GROUPS))
    if unknown:
        raise CannotRun(f"There is no part {unknown[0]!r}. Parts are: {', '.join(GROUPS)}.")
    wanted |= {needed for part in PARTS if part.group in wanted for needed in part.needs}
    return tuple(part for part in PARTS if part.group in wanted)


def modules_of(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(module for part in parts for module in part.modules))
