"""An application, dashboard or ML job around the project."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from streamt.project.spec.scalars import Compatibility, Name, Spec, Text
from streamt.project.spec.shared import FreshnessSpec, ReferenceSpec, SlaSpec


class AccessSpec(Spec):
    roles: list[Text] = Field(default_factory=list, description="The roles it reads with.")
    purpose: Text | None = Field(None, description="What it reads for.")


class ContractsSpec(Spec):
    schema_: Literal["strict", "lenient"] | None = Field(None, alias="schema")
    compatibility: Compatibility | None = None


class ExposureSpec(Spec):
    name: Name
    type: Literal["application", "dashboard", "ml_training", "ml_inference", "api"]
    role: Literal["producer", "consumer", "both"] | None = Field(
        None, description="Of an application; required there."
    )
    description: Text | None = None
    domain: Text | None = None
    owner: Text | None = None
    url: Text | None = None
    repo: Text | None = None
    language: Text | None = None
    tool: Text | None = None
    tags: list[Text] = Field(default_factory=list)
    produces: list[ReferenceSpec] = Field(default_factory=list, description="The sources it writes.")
    consumes: list[ReferenceSpec] = Field(
        default_factory=list, description="The models and sources it reads."
    )
    depends_on: list[ReferenceSpec] = Field(default_factory=list, description="What it needs in other ways.")
    sla: SlaSpec | None = None
    freshness: FreshnessSpec | None = None
    access: AccessSpec | None = None
    contracts: ContractsSpec | None = None
    consumer_group: Text | None = None
    principal: Text | None = Field(None, description="The Kafka principal it runs as.")
    group: Text | None = None
    schedule: Text | None = None
    data_requirements: Any = None
    use_case: Text | None = None
    risk_level: Text | None = None
    audit: Any = None
