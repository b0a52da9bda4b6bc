"""A test: what must hold, and what happens when it does not."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from streamt.project.spec.scalars import (
    Amount,
    AnyNumber,
    Columns,
    Count,
    Name,
    Ratio,
    Real,
    Ref,
    Scalar,
    Spec,
    Text,
    Version,
    Window,
)


class NotNull(Spec):
    columns: list[Ref] = Field(min_length=1)


class UniqueKey(Spec):
    key: Columns
    window: Window | None = None
    tolerance: Ratio | None = Field(None, description="The share of records that may repeat a key.")


class AcceptedValues(Spec):
    column: Ref
    values: list[Scalar] = Field(min_length=1)


class Range(Spec):
    column: Ref
    min: Scalar = None
    max: Scalar = None


class MaxLag(Spec):
    column: Ref
    max_seconds: Real


class MaxLatency(Spec):
    source: Ref
    target: Ref
    max_ms: Amount


class Throughput(Spec):
    min_per_second: AnyNumber | None = None
    max_per_second: AnyNumber | None = None


class Bucket(Spec):
    min: AnyNumber | None = None
    max: AnyNumber | None = None
    expected_ratio: Ratio | None = None
    tolerance: Ratio | None = None
    max_ratio: Ratio | None = None


class Distribution(Spec):
    column: Ref
    buckets: list[Bucket] = Field(min_length=1)


class ForeignKey(Spec):
    column: Ref
    ref_model: Ref
    ref_key: Ref
    window: Window | None = None
    match_rate: Ratio | None = Field(None, description="The share of records that must find their match.")


class ErrorRate(Spec):
    condition: Text = Field(description="SQL that is true for a bad record.")
    max_ratio: Ratio
    window: Window | None = None


class CustomSql(Spec):
    sql: Text
    expect: Any = Field(None, description="What the query must yield.")


class AssertionSpec(Spec):
    """Exactly one of them."""

    not_null: NotNull | None = None
    unique_key: UniqueKey | None = None
    accepted_values: AcceptedValues | None = None
    accepted_types: dict[str, Text] | None = Field(None, description="Columns and their types.", min_length=1)
    range: Range | None = None
    max_lag: MaxLag | None = None
    max_latency: MaxLatency | None = None
    throughput: Throughput | None = None
    distribution: Distribution | None = None
    foreign_key: ForeignKey | None = None
    error_rate: ErrorRate | None = None
    custom_sql: CustomSql | None = None


class Alert(Spec):
    type: Literal["slack", "webhook"]
    channel: Text | None = None
    url: Text | None = None


class PauseModel(Spec):
    model: Ref | None = Field(None, description="Default: the tested model.")


class Dlq(Spec):
    model: Ref = Field(description="The model that failing records go to.")


class Tag(Spec):
    """Failing records carry a header; nothing to set."""


class BlockDeploy(Spec):
    """Further deployments are blocked; nothing to set."""


class ActionSpec(Spec):
    """Exactly one of them."""

    alert: Alert | None = None
    pause_model: PauseModel | None = None
    dlq: Dlq | None = None
    tag: Tag | None = None
    block_deploy: BlockDeploy | None = None


class OnFailureSpec(Spec):
    severity: Literal["error", "warning"] = "error"
    actions: list[ActionSpec] = Field(default_factory=list)


class TestDefaultsSpec(Spec):
    """Everything about a test but its name."""

    model: Ref | None = Field(None, description="The model or source that is tested.")
    version: Version | None = Field(None, description="Of the model.")
    type: Literal["schema", "sample", "continuous"] | None = Field(
        None, description="When it runs: at compile time, on a sample, always."
    )
    assertions: list[AssertionSpec] | None = Field(None, description="What must hold.")
    sample_size: Count | None = None
    flink_cluster: Ref | None = None
    on_failure: OnFailureSpec | None = None
    description: Text | None = None
    owner: Text | None = None
    tags: list[Text] = Field(default_factory=list)


class TestSpec(TestDefaultsSpec):
    name: Name
    model: Ref
    type: Literal["schema", "sample", "continuous"]
    assertions: list[AssertionSpec] = Field(min_length=1)
