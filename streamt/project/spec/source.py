"""A topic that others write, or a table outside Kafka that joins look up."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from streamt.project.spec.scalars import Columns, Name, Ref, Spec, Text
from streamt.project.spec.shared import (
    ColumnSpec,
    EventTimeSpec,
    FreshnessSpec,
    SchemaSpec,
    SecuritySpec,
    SlaSpec,
)


class LookupSpec(Spec):
    connector: Text = Field(description="The Flink connector, such as jdbc.")
    options: dict[str, Any] = Field(default_factory=dict, description="The connector's options.")


class SourceSpec(Spec):
    name: Name
    topic: Text | None = Field(None, description="The Kafka topic.")
    description: Text | None = None
    cluster: Ref | None = Field(None, description="The Kafka cluster. Default: runtime.kafka.default.")
    domain: Text | None = None
    key: Columns | None = Field(
        None, description="The columns of the message key; of an upsert or cdc source also its primary key."
    )
    changelog: Literal["append", "upsert", "cdc"] = Field(
        "append", description="Whether records add to, replace or change others."
    )
    lookup: LookupSpec | None = Field(None, description="A table outside Kafka that lookup joins read.")
    schema_: SchemaSpec | None = Field(None, alias="schema")
    owner: Text | None = None
    tags: list[Text] = Field(default_factory=list)
    columns: list[ColumnSpec] = Field(default_factory=list)
    freshness: FreshnessSpec | None = None
    event_time: EventTimeSpec | None = None
    region: Text | None = None
    sla: SlaSpec | None = None
    security: SecuritySpec | None = None
