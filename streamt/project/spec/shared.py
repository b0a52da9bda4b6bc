"""Blocks that several entities have: columns, schema, event time, levels of service, security, references."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from streamt.project.spec.scalars import (
    Amount,
    AnyNumber,
    Columns,
    Compatibility,
    Flag,
    ReadFile,
    Real,
    Ref,
    Scalar,
    Spec,
    Text,
    Version,
    wrong_type,
)

Classification = Literal["public", "internal", "confidential", "sensitive", "highly_sensitive"]


def _true_or_text(value: Any) -> Any:
    if value is True or (isinstance(value, str) and value):
        return value
    raise wrong_type("true, or the connector's name for the metadata")


def _schema_version(value: Any) -> Any:
    if type(value) is int or isinstance(value, str):
        return value
    raise wrong_type("a whole number, or latest")


def _mapping_or_text(value: Any) -> Any:
    if isinstance(value, dict | list | str):
        return value
    raise wrong_type("the schema itself: text, or a mapping")


class ColumnSpec(Spec):
    name: Ref = Field(description="The column's name, as in the records.")
    type: Text | None = Field(
        None, description="A Flink SQL type, such as BIGINT or TIMESTAMP(3). Without one it is unknown."
    )
    description: Text | None = None
    classification: Classification | None = Field(None, description="How sensitive the values are.")
    nullable: Flag = Field(True, description="Whether a record may have no value here.")
    expression: Text | None = Field(None, description="SQL that computes the column from others.")
    metadata: Annotated[
        Any, PlainValidator(_true_or_text), WithJsonSchema({"type": ["boolean", "string"]})
    ] = Field(
        None,
        description="The column is record metadata: true, or the connector's name for it, such as timestamp.",
    )
    primary_key: Flag = Field(False, description="The same as naming the column in `key`.")


class WatermarkSpec(Spec):
    max_out_of_orderness_ms: Amount | None = Field(
        None, description="How late a record may be, in milliseconds."
    )


class EventTimeSpec(Spec):
    column: Ref = Field(description="The column that says when a record happened.")
    watermark: WatermarkSpec | None = None
    idle_timeout_ms: Amount | None = Field(
        None, description="After how long a silent partition is left out, in milliseconds."
    )


class SchemaSpec(Spec):
    format: (
        Literal["avro", "json", "protobuf", "debezium-json", "debezium-avro", "canal-json", "maxwell-json"]
        | None
    ) = Field(None, description="How the records' values are written. Default: json.")
    key_format: Literal["avro", "json", "protobuf", "raw"] | None = Field(
        None, description="How the records' keys are written."
    )
    registry: Ref | None = Field(None, description="The schema registry that holds the schema.")
    subject: Text | None = Field(None, description="The subject in the registry.")
    version: Annotated[
        Any, PlainValidator(_schema_version), WithJsonSchema({"type": ["integer", "string"]})
    ] = Field(None, description="A version of the subject, or latest.")
    definition: Annotated[
        Any, PlainValidator(_mapping_or_text), WithJsonSchema({"type": ["string", "object", "array"]})
    ] = Field(None, description="The schema itself.")
    file: ReadFile | None = Field(None, description="A file with the schema, relative to this one.")
    compatibility: Compatibility | None = Field(None, description="Which changes of the schema are allowed.")


class FreshnessSpec(Spec):
    max_lag_seconds: Real | None = Field(
        None, description="The oldest that the newest record may be, in seconds."
    )
    max_lag_minutes: Real | None = Field(None, description="The same in minutes.")
    warn_after_seconds: Real | None = Field(None, description="When to warn, in seconds.")


class SlaSpec(Spec):
    max_end_to_end_latency_ms: Amount | None = None
    max_produce_latency_ms: Amount | None = None
    max_lag_seconds: Real | None = None
    max_lag_messages: Amount | None = None
    max_error_rate: Real | None = None
    availability: Scalar = Field(None, description='Such as "99.9%".')
    min_per_second: AnyNumber | None = None
    max_per_second: AnyNumber | None = None


class MaskSpec(Spec):
    column: Ref
    method: Literal["hash", "redact", "partial", "tokenize", "null"]
    for_roles: list[Text] = Field(
        default=[], description="The roles that see the mask. Without any: everybody."
    )


class AllowSpec(Spec):
    roles: list[Text]
    purpose: Text | None = None


class DenySpec(Spec):
    roles: list[Text]


class PolicySpec(Spec):
    """Exactly one of them."""

    mask: MaskSpec | None = None
    allow: AllowSpec | None = None
    deny: DenySpec | None = None


class SecuritySpec(Spec):
    classification: dict[str, Classification] = Field(
        default={}, description="Columns and how sensitive they are."
    )
    policies: list[PolicySpec] = Field(
        default_factory=list, description="Who may read what, and what they see masked."
    )


class ReferenceSpec(Spec):
    """`source: x`, or `ref: x` (with `version:`)."""

    source: Ref | None = None
    ref: Ref | None = Field(None, description="A model, or project.model of another project.")
    version: Version | None = None
    columns: list[Ref] | None = Field(None, description="The columns that are read.")


__all__ = [
    "AllowSpec",
    "Classification",
    "ColumnSpec",
    "Columns",
    "DenySpec",
    "EventTimeSpec",
    "FreshnessSpec",
    "MaskSpec",
    "PolicySpec",
    "ReferenceSpec",
    "SchemaSpec",
    "SecuritySpec",
    "SlaSpec",
    "WatermarkSpec",
]
