"""The project with every name filled in: what analysis, rules and compile read. Values only; `resolve` makes them.

A `Place` says where a thing stands. Text may hold `${VAR}` placeholders as written (`placeholders.known` tells what is
known of it); numbers and booleans written with a placeholder are `Deferred`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from streamt.load.document import Document, Place
from streamt.placeholders import Bool, Deferred, Int, Number

Materialized = Literal["topic", "virtual_topic", "flink", "sink"]
NodeKind = Literal["source", "model", "test", "exposure"]

MATERIALIZATIONS: tuple[Materialized, ...] = ("topic", "virtual_topic", "flink", "sink")
CLASSIFICATIONS = ("public", "internal", "confidential", "sensitive", "highly_sensitive")


@dataclass(frozen=True, slots=True)
class Reference:
    """`source: x`, `ref: x` (with `version:`), in YAML. `columns` is what an exposure says it reads (None: not said)."""

    kind: Literal["source", "ref"]
    name: str
    version: int | None
    place: Place
    columns: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    place: Place
    type: str | None = None
    description: str | None = None
    classification: str | None = None
    nullable: bool = True
    expression: str | None = None
    metadata: str | Literal[True] | None = (
        None  # True: the column's own name; text: the connector's name for it
    )
    primary_key: bool = False


@dataclass(frozen=True, slots=True)
class EventTime:
    column: str
    place: Place
    max_out_of_orderness_ms: Int | None = None
    idle_timeout_ms: Int | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """As declared: a registry's subject, or a format with a definition (inline or read from `file`), or a format alone."""

    place: Place
    format: str = "json"
    key_format: str | None = None
    registry: str | None = None
    subject: str | None = None
    version: int | str | None = None
    definition: Any = None
    file: str | None = None
    definition_text: str | None = None  # contents of `file`
    compatibility: str | None = None


@dataclass(frozen=True, slots=True)
class Mask:
    column: str
    method: Literal["hash", "redact", "partial", "tokenize", "null"]
    place: Place
    for_roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Allow:
    roles: tuple[str, ...]
    place: Place
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Deny:
    roles: tuple[str, ...]
    place: Place


Policy = Mask | Allow | Deny


@dataclass(frozen=True, slots=True)
class Security:
    """`classification` is the block as written; a column's own `classification:` stands in the column."""

    place: Place
    classification: Mapping[str, str] = field(default_factory=dict)
    policies: tuple[Policy, ...] = ()

    @property
    def masks(self) -> tuple[Mask, ...]:
        return tuple(policy for policy in self.policies if isinstance(policy, Mask))


@dataclass(frozen=True, slots=True)
class Freshness:
    place: Place
    max_lag_seconds: Number | None = None
    warn_after_seconds: Number | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    connector: str
    options: Mapping[str, Any]
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    place: Place
    topic: str | None  # None: a lookup table
    cluster: str | None = None  # the runtime's default filled in when there is one
    description: str | None = None
    domain: str | None = None
    key: tuple[str, ...] = ()
    changelog: Literal["append", "upsert", "cdc"] = "append"
    lookup: Lookup | None = None
    schema: Schema | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    freshness: Freshness | None = None
    event_time: EventTime | None = None
    region: str | None = None
    sla: Mapping[str, Any] = field(default_factory=dict)
    security: Security | None = None
    declared: Mapping[str, Any] = field(
        default_factory=dict
    )  # the canonical mapping as written (defaults merged), for the manifest

    @property
    def id(self) -> str:
        return f"source:{self.name}"


@dataclass(frozen=True, slots=True)
class SqlText:
    """A model's template. `place` is the scalar (inline) or `sql_file:`; `document` is the .sql file when it is one."""

    text: str
    place: Place
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Contract:
    place: Place
    enforced: bool = False
    schema: Any = None
    compatibility: str | None = None
    sla: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """Where a model writes (or would). `name` is the physical topic, filled in."""

    name: str
    place: Place
    partitions: Int | None = None
    replication_factor: Int | None = None
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlinkJob:
    place: Place
    parallelism: Int | None = None
    checkpoint_interval_ms: Int | None = None
    state_backend: str | None = None
    state_ttl_ms: Int | None = None
    upgrade: Literal["savepoint", "stateless", "blue_green"] | None = None
    delivery: Literal["at_least_once", "exactly_once"] | None = None
    startup: str | int | Deferred | None = None  # earliest | latest | group | epoch milliseconds
    consumer_group: str | None = None
    on_malformed: Literal["fail", "skip"] = "fail"


@dataclass(frozen=True, slots=True)
class Sink:
    place: Place
    connector: str | None = None
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gateway:
    place: Place
    priority: Int | None = None
    scope: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Model:
    """`materialized` is None when neither the model nor the environment declares it: analysis infers it."""

    name: str
    place: Place
    topic: Topic
    flink: FlinkJob
    version: int | None = None
    latest_version: int | None = None
    materialized: Materialized | None = None
    materialized_place: Place | None = None
    description: str | None = None
    domain: str | None = None
    from_: tuple[Reference, ...] | None = None  # None: not declared
    sql: SqlText | None = None
    key: tuple[str, ...] = ()
    owner: str | None = None
    tags: tuple[str, ...] = ()
    access: Literal["private", "protected", "public"] = "protected"
    group: str | None = None
    deprecation_date: str | None = None
    columns: tuple[Column, ...] = ()
    contract: Contract | None = None
    security: Security | None = None
    region: str | None = None
    allowed_clusters: tuple[str, ...] | None = None
    forbidden_sinks: tuple[str, ...] = ()
    event_time: EventTime | None = None
    sla: Mapping[str, Any] = field(default_factory=dict)
    cluster: str | None = None
    schema: Schema | None = None
    flink_cluster: str | None = None
    connect_cluster: str | None = None
    sink: Sink | None = None
    gateway: Gateway | None = None
    declared: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key_name(self) -> str:
        """How SQL and artifacts name it: `orders`, `orders@v2`."""
        return self.name if self.version is None else f"{self.name}@v{self.version}"

    @property
    def id(self) -> str:
        return f"model:{self.key_name}"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One entry of `assertions`: its kind and its parameters as declared (canonical names)."""

    kind: str
    place: Place
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of `on_failure.actions`: alert, pause_model, dlq, tag, block_deploy."""

    kind: Literal["alert", "pause_model", "dlq", "tag", "block_deploy"]
    place: Place
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Test:
    name: str
    place: Place
    model: str
    version: int | None
    type: Literal["schema", "sample", "continuous"]
    assertions: tuple[Assertion, ...] = ()
    sample_size: Int | None = None
    flink_cluster: str | None = None
    severity: Literal["error", "warning"] = "error"
    actions: tuple[Action, ...] = ()
    description: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    declared: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"test:{self.name}"


@dataclass(frozen=True, slots=True)
class Exposure:
    name: str
    place: Place
    type: Literal["application", "dashboard", "ml_training", "ml_inference", "api"]
    role: Literal["producer", "consumer", "both"] | None = None
    description: str | None = None
    domain: str | None = None
    owner: str | None = None
    url: str | None = None
    repo: str | None = None
    tags: tuple[str, ...] = ()
    produces: tuple[Reference, ...] = ()
    consumes: tuple[Reference, ...] = ()
    depends_on: tuple[Reference, ...] = ()
    sla: Mapping[str, Any] = field(default_factory=dict)
    freshness: Freshness | None = None
    roles: tuple[str, ...] = ()  # access.roles
    purpose: str | None = None
    consumer_group: str | None = None
    principal: str | None = None
    group: str | None = None
    declared: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"exposure:{self.name}"

    @property
    def reads(self) -> tuple[Reference, ...]:
        return self.consumes + self.depends_on


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    place: Place
    arguments: tuple[tuple[str, str], ...]  # (name, type as written)
    returns: str
    kind: Literal["scalar", "aggregate", "table"] = "scalar"
    deterministic: bool = True
    language: Literal["java", "python", "sql"] = "java"
    class_: str | None = None
    jar: str | None = None
    declared: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Runtime:
    """Which systems are configured, by name; `declared` is the block as written, placeholders and all."""

    place: Place | None = None
    kafka_clusters: tuple[str, ...] = ()
    default_kafka: str | None = None
    flink_clusters: tuple[str, ...] = ()
    default_flink: str | None = None
    connect_clusters: tuple[str, ...] = ()
    default_connect: str | None = None
    has_registry: bool = False
    has_gateway: bool = False
    has_console: bool = False
    flink_versions: Mapping[str, str] = field(default_factory=dict)  # cluster -> "2.2"
    regions: Mapping[str, str] = field(default_factory=dict)  # kafka cluster -> region
    declared: Mapping[str, Any] = field(default_factory=dict)

    def flink_version(self, cluster: str | None) -> str:
        return self.flink_versions.get(cluster or self.default_flink or "", "2.2")


@dataclass(frozen=True, slots=True)
class Owner:
    name: str
    place: Place
    contact: str | None = None
    slack: str | None = None
    github: str | None = None
    access_request: str | None = None


@dataclass(frozen=True, slots=True)
class Dependency:
    project: str
    manifest: str
    place: Place


@dataclass(frozen=True, eq=False)
class Project:
    """One project in one environment. Sources, models, tests, exposures are sorted by name (and version)."""

    name: str
    root: Document
    environment: str = "default"
    environments: tuple[str, ...] = ("default",)
    version: str | None = None
    description: str | None = None
    owners: Mapping[str, Owner] = field(default_factory=dict)
    runtime: Runtime = field(default_factory=Runtime)
    variables: Mapping[str, Any] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    rules_place: Place | None = None
    functions: tuple[Function, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    alerting: Mapping[str, Any] = field(default_factory=dict)
    safety: Mapping[str, Bool] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    models: tuple[Model, ...] = ()
    tests: tuple[Test, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    macros: tuple[Document, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)  # by path: YAML, .sql, macros, schemas

    @cached_property
    def models_by_name(self) -> Mapping[str, tuple[Model, ...]]:
        """All versions of each model, in version order."""
        found: dict[str, list[Model]] = {}
        for model in self.models:
            found.setdefault(model.name, []).append(model)
        return {name: tuple(versions) for name, versions in found.items()}

    @cached_property
    def sources_by_name(self) -> Mapping[str, Source]:
        return {source.name: source for source in self.sources}

    def model(self, name: str, version: int | None = None) -> Model | None:
        """The model of that name and version; without a version the one that `ref("name")` means."""
        versions = self.models_by_name.get(name, ())
        if version is None:
            return latest(versions)
        return next((model for model in versions if model.version == version), None)

    def source(self, name: str) -> Source | None:
        return self.sources_by_name.get(name)


def latest(versions: Sequence[Model]) -> Model | None:
    """Which of one model's versions `ref("x")` means: `latest_version` where declared, else the highest."""
    if not versions:
        return None
    wanted = next((model.latest_version for model in versions if model.latest_version is not None), None)
    chosen = next((model for model in versions if wanted is not None and model.version == wanted), None)
    return chosen or max(versions, key=lambda model: model.version or 0)
