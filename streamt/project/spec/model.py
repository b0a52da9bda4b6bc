"""A transformation that the project owns."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from streamt.placeholders import Deferred, has_placeholder, known_text
from streamt.project.spec.scalars import (
    Amount,
    Columns,
    Compatibility,
    Count,
    Flag,
    Name,
    ReadFile,
    Ref,
    Spec,
    Text,
    Version,
    wrong_type,
)
from streamt.project.spec.shared import (
    ColumnSpec,
    EventTimeSpec,
    ReferenceSpec,
    SchemaSpec,
    SecuritySpec,
    SlaSpec,
)

MaterializedName = Literal["topic", "virtual_topic", "flink", "sink"]
_STARTUPS = ("earliest", "latest", "group")


def _startup(value: Any) -> Any:
    if isinstance(value, str) and has_placeholder(value):
        default = known_text(value)
        if default is None or default in _STARTUPS or default.isdigit():
            return Deferred(value, int(default) if default and default.isdigit() else None)
    elif value in _STARTUPS or (type(value) is int and value >= 0):
        return value
    raise wrong_type("earliest, latest, group, or a time in milliseconds since 1970")


class TopicSpec(Spec):
    name: Text | None = Field(
        None, description="The topic's name. Default: the model's, with .v<version> when it has one."
    )
    partitions: Count | None = None
    replication_factor: Count | None = None
    config: dict[str, Any] = Field(
        default={}, description="Kafka's settings of the topic, such as retention.ms."
    )


class FlinkSpec(Spec):
    parallelism: Count | None = None
    checkpoint_interval_ms: Count | None = None
    state_backend: Text | None = None
    state_ttl_ms: Amount | None = Field(
        None, description="After how long unused state is dropped, in milliseconds."
    )
    upgrade: Literal["savepoint", "stateless", "blue_green"] | None = Field(
        None, description="How a new version takes over."
    )
    delivery: Literal["at_least_once", "exactly_once"] | None = None
    startup: Annotated[Any, PlainValidator(_startup), WithJsonSchema({"type": ["string", "integer"]})] = (
        Field(
            None,
            description="Where reading starts: earliest (default), latest, group, or milliseconds since 1970.",
        )
    )
    consumer_group: Text | None = None
    on_malformed: Literal["fail", "skip"] = Field(
        "fail", description="What to do with a record that cannot be read."
    )


class SinkSpec(Spec):
    connector: Text | None = Field(
        None, description="A connector class, or a short name such as snowflake-sink."
    )
    config: dict[str, Any] = Field(default_factory=dict, description="The connector's settings.")


class GatewaySpec(Spec):
    priority: Amount | None = None
    scope: dict[str, Any] = Field(default_factory=dict)


class ContractSpec(Spec):
    enforced: Flag = Field(False, description="`columns` must equal what the SQL yields.")
    schema_: Any = Field(None, alias="schema")
    compatibility: Compatibility | None = None
    sla: SlaSpec | None = None


class OverrideSpec(Spec):
    """What an environment may change about a model."""

    materialized: MaterializedName | None = None
    topic: TopicSpec | None = None
    flink: FlinkSpec | None = None
    sink: SinkSpec | None = None
    connect_cluster: Ref | None = Field(
        None, description="The Connect cluster. Default: runtime.connect.default."
    )
    flink_cluster: Ref | None = Field(None, description="The Flink cluster. Default: runtime.flink.default.")


class ModelDefaultsSpec(OverrideSpec):
    """Everything about a model but its name."""

    description: Text | None = None
    domain: Text | None = None
    from_: list[ReferenceSpec] | None = Field(
        None, alias="from", description="What it reads; with SQL, exactly what the SQL reads."
    )
    sql: Text | None = Field(None, description="Flink SQL in a Jinja template.")
    sql_file: ReadFile | None = Field(None, description="A file with the SQL, relative to this one.")
    key: Columns | None = Field(None, description="The columns of the message key.")
    owner: Text | None = None
    tags: list[Text] = Field(default_factory=list)
    access: Literal["private", "protected", "public"] = Field("protected", description="Who may read it.")
    group: Text | None = None
    version: Version | None = Field(None, description="Versions of one model live side by side.")
    latest_version: Version | None = Field(None, description='What ref("name") means. Default: the highest.')
    deprecation_date: Text | None = None
    columns: list[ColumnSpec] = Field(default_factory=list)
    contract: ContractSpec | None = None
    security: SecuritySpec | None = None
    region: Text | None = None
    allowed_clusters: list[Text] | None = None
    forbidden_sinks: list[Text] = Field(default_factory=list)
    event_time: EventTimeSpec | None = None
    sla: SlaSpec | None = None
    cluster: Ref | None = Field(
        None, description="The Kafka cluster of its topic. Default: runtime.kafka.default."
    )
    schema_: SchemaSpec | None = Field(None, alias="schema")
    gateway: GatewaySpec | None = None


class ModelSpec(ModelDefaultsSpec):
    name: Name
