"""Specs -> the values of the project, with every name filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from streamt.load.document import Document, Place
from streamt.project import model as values
from streamt.project.placeholders import Deferred, Number, known
from streamt.project.spec.exposure import ExposureSpec
from streamt.project.spec.function import FunctionSpec
from streamt.project.spec.model import ContractSpec, FlinkSpec, ModelDefaultsSpec, ModelSpec, SinkSpec
from streamt.project.spec.shared import (
    ColumnSpec,
    EventTimeSpec,
    FreshnessSpec,
    PolicySpec,
    ReferenceSpec,
    SchemaSpec,
    SecuritySpec,
    SlaSpec,
)
from streamt.project.spec.source import SourceSpec
from streamt.project.spec.test import ActionSpec, AssertionSpec, TestSpec

Files = Mapping[str, Document]
"""Text files that entries name, by path in the project."""


def source(
    spec: SourceSpec, data: Mapping[str, Any], place: Place, runtime: values.Runtime, files: Files
) -> values.Source:
    columns = _columns(spec.columns, place)
    lookup = spec.lookup
    return values.Source(
        name=spec.name,
        place=place,
        topic=spec.topic,
        cluster=spec.cluster or runtime.default_kafka,
        description=spec.description,
        domain=spec.domain,
        key=spec.key or tuple(column.name for column in columns if column.primary_key),
        changelog=spec.changelog,
        lookup=values.Lookup(lookup.connector, lookup.options, place.at("lookup")) if lookup else None,
        schema=_schema(spec.schema_, place.at("schema"), files),
        owner=spec.owner,
        tags=tuple(spec.tags),
        columns=columns,
        freshness=_freshness(spec.freshness, place.at("freshness")),
        event_time=_event_time(spec.event_time, place.at("event_time")),
        region=spec.region,
        sla=sla(spec.sla),
        security=_security(spec.security, place.at("security")),
        declared=data,
    )


def model(
    spec: ModelSpec,
    data: Mapping[str, Any],
    place: Place,
    materialized: Place | None,
    runtime: values.Runtime,
    files: Files,
) -> values.Model:
    columns = _columns(spec.columns, place)
    return values.Model(
        name=spec.name,
        place=place,
        topic=_topic(spec, place),
        flink=_flink(spec.flink or FlinkSpec(), place.at("flink")),
        version=spec.version,
        latest_version=spec.latest_version,
        materialized=spec.materialized,
        materialized_place=materialized,
        description=spec.description,
        domain=spec.domain,
        from_=None if spec.from_ is None else references(spec.from_, place.at("from")),
        sql=_sql(spec, place, files),
        key=spec.key or tuple(column.name for column in columns if column.primary_key),
        owner=spec.owner,
        tags=tuple(spec.tags),
        access=spec.access,
        group=spec.group,
        deprecation_date=spec.deprecation_date,
        columns=columns,
        contract=_contract(spec.contract, place.at("contract")),
        security=_security(spec.security, place.at("security")),
        region=spec.region,
        allowed_clusters=None if spec.allowed_clusters is None else tuple(spec.allowed_clusters),
        forbidden_sinks=tuple(spec.forbidden_sinks),
        event_time=_event_time(spec.event_time, place.at("event_time")),
        sla=sla(spec.sla),
        cluster=spec.cluster or runtime.default_kafka,
        schema=_schema(spec.schema_, place.at("schema"), files),
        flink_cluster=spec.flink_cluster or runtime.default_flink,
        connect_cluster=spec.connect_cluster or runtime.default_connect,
        sink=_sink(spec.sink, place.at("sink")),
        gateway=values.Gateway(place.at("gateway"), spec.gateway.priority, spec.gateway.scope)
        if spec.gateway
        else None,
        declared=data,
    )


def _topic(spec: ModelSpec, place: Place) -> values.Topic:
    topic = spec.topic
    usual = spec.name if spec.version is None else f"{spec.name}.v{spec.version}"
    if topic is None:
        return values.Topic(usual, place.at("topic"))
    return values.Topic(
        topic.name or usual, place.at("topic"), topic.partitions, topic.replication_factor, topic.config
    )


def _flink(spec: FlinkSpec, place: Place) -> values.FlinkJob:
    return values.FlinkJob(
        place=place,
        parallelism=spec.parallelism,
        checkpoint_interval_ms=spec.checkpoint_interval_ms,
        state_backend=spec.state_backend,
        state_ttl_ms=spec.state_ttl_ms,
        upgrade=spec.upgrade,
        delivery=spec.delivery,
        startup=spec.startup,
        consumer_group=spec.consumer_group,
        on_malformed=spec.on_malformed,
    )


def _sql(spec: ModelDefaultsSpec, place: Place, files: Files) -> values.SqlText | None:
    if spec.sql is not None:
        return values.SqlText(spec.sql, place.at("sql"))
    path = beside(place.path, spec.sql_file) if spec.sql_file else None
    document = files.get(path) if path else None
    return values.SqlText(document.text, place.at("sql_file"), document) if document else None


def beside(path: str, named: str) -> str:
    """The path in the project of a file that the file at `path` names."""
    folder = path.rpartition("/")[0]
    steps: list[str] = folder.split("/") if folder else []
    for step in named.replace("\\", "/").split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _sink(spec: SinkSpec | None, place: Place) -> values.Sink | None:
    return values.Sink(place, spec.connector, spec.config) if spec else None


def _contract(spec: ContractSpec | None, place: Place) -> values.Contract | None:
    if spec is None:
        return None
    return values.Contract(place, flag(spec.enforced, False), spec.schema_, spec.compatibility, sla(spec.sla))


def flag(value: bool | Deferred, unknown: bool) -> bool:
    """The flag, or what it is taken for while a placeholder hides it."""
    read = known(value)
    return unknown if read is None else bool(read)


def _columns(specs: Sequence[ColumnSpec], place: Place) -> tuple[values.Column, ...]:
    return tuple(
        values.Column(
            name=spec.name,
            place=place.at("columns", index),
            type=spec.type,
            description=spec.description,
            classification=spec.classification,
            nullable=spec.nullable is True or flag(spec.nullable, True),
            expression=spec.expression,
            metadata=spec.metadata,
            primary_key=spec.primary_key is True or flag(spec.primary_key, False),
        )
        for index, spec in enumerate(specs)
    )


def _schema(spec: SchemaSpec | None, place: Place, files: Files) -> values.Schema | None:
    if spec is None:
        return None
    path = beside(place.path, spec.file) if spec.file else None
    document = files.get(path) if path else None
    return values.Schema(
        place=place,
        format=spec.format or "json",
        key_format=spec.key_format,
        registry=spec.registry,
        subject=spec.subject,
        version=spec.version,
        definition=spec.definition,
        file=path,
        definition_text=document.text if document else None,
        compatibility=spec.compatibility,
    )


def _event_time(spec: EventTimeSpec | None, place: Place) -> values.EventTime | None:
    if spec is None:
        return None
    delay = spec.watermark.max_out_of_orderness_ms if spec.watermark else None
    return values.EventTime(spec.column, place, delay, spec.idle_timeout_ms)


def _freshness(spec: FreshnessSpec | None, place: Place) -> values.Freshness | None:
    if spec is None:
        return None
    lag = spec.max_lag_seconds if spec.max_lag_minutes is None else _seconds(spec.max_lag_minutes)
    return values.Freshness(place, lag, spec.warn_after_seconds)


def _seconds(minutes: Number) -> Number:
    if isinstance(minutes, Deferred):
        return replace(minutes, value=None if minutes.value is None else minutes.value * 60)
    return minutes * 60


def sla(spec: SlaSpec | None) -> dict[str, Any]:
    """The levels that are set: numbers, or Deferred."""
    return {} if spec is None else {key: value for key, value in spec if value is not None}


def _security(spec: SecuritySpec | None, place: Place) -> values.Security | None:
    if spec is None:
        return None
    policies = [_policy(policy, place.at("policies", index)) for index, policy in enumerate(spec.policies)]
    return values.Security(
        place, dict(spec.classification), tuple(policy for policy in policies if policy is not None)
    )


def _policy(spec: PolicySpec, place: Place) -> values.Policy | None:
    if spec.mask is not None:
        return values.Mask(spec.mask.column, spec.mask.method, place.at("mask"), tuple(spec.mask.for_roles))
    if spec.allow is not None:
        return values.Allow(tuple(spec.allow.roles), place.at("allow"), spec.allow.purpose)
    return values.Deny(tuple(spec.deny.roles), place.at("deny")) if spec.deny is not None else None


def references(specs: Sequence[ReferenceSpec], place: Place) -> tuple[values.Reference, ...]:
    found = []
    for index, spec in enumerate(specs):
        columns = None if spec.columns is None else tuple(spec.columns)
        if spec.ref is not None:
            found.append(values.Reference("ref", spec.ref, spec.version, place.at(index), columns))
        elif spec.source is not None:
            found.append(values.Reference("source", spec.source, spec.version, place.at(index), columns))
    return tuple(found)


def test(spec: TestSpec, data: Mapping[str, Any], place: Place, runtime: values.Runtime) -> values.Test:
    failure = spec.on_failure
    return values.Test(
        name=spec.name,
        place=place,
        model=spec.model,
        version=spec.version,
        type=spec.type,
        assertions=tuple(_assertions(spec.assertions, place.at("assertions"))),
        sample_size=spec.sample_size,
        flink_cluster=spec.flink_cluster or runtime.default_flink,
        severity=failure.severity if failure else "error",
        actions=tuple(_actions(failure.actions, place.at("on_failure", "actions"))) if failure else (),
        description=spec.description,
        owner=spec.owner,
        tags=tuple(spec.tags),
        declared=data,
    )


def _assertions(specs: Sequence[AssertionSpec], place: Place) -> list[values.Assertion]:
    found = []
    for index, spec in enumerate(specs):
        kind = next(iter(spec.model_fields_set), None)
        if kind is not None:
            found.append(values.Assertion(kind, place.at(index, kind), _parameters(getattr(spec, kind))))
    return found


def _actions(specs: Sequence[ActionSpec], place: Place) -> list[values.Action]:
    found = []
    for index, spec in enumerate(specs):
        for kind in ("alert", "pause_model", "dlq", "tag", "block_deploy"):
            parameters = getattr(spec, kind)
            if parameters is not None:
                found.append(values.Action(kind, place.at(index, kind), _parameters(parameters)))
    return found


def _parameters(spec: Any) -> Mapping[str, Any]:
    """What was set; columns are tuples, buckets mappings."""
    if isinstance(spec, dict):
        return spec
    return {key: _plain(value) for key, value in spec if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_plain(item) for item in value)
    return _parameters(value) if hasattr(value, "model_fields_set") else value


def exposure(spec: ExposureSpec, data: Mapping[str, Any], place: Place) -> values.Exposure:
    return values.Exposure(
        name=spec.name,
        place=place,
        type=spec.type,
        role=spec.role,
        description=spec.description,
        domain=spec.domain,
        owner=spec.owner,
        url=spec.url,
        repo=spec.repo,
        tags=tuple(spec.tags),
        produces=references(spec.produces, place.at("produces")),
        consumes=references(spec.consumes, place.at("consumes")),
        depends_on=references(spec.depends_on, place.at("depends_on")),
        sla=sla(spec.sla),
        freshness=_freshness(spec.freshness, place.at("freshness")),
        roles=tuple(spec.access.roles) if spec.access else (),
        purpose=spec.access.purpose if spec.access else None,
        consumer_group=spec.consumer_group,
        principal=spec.principal,
        group=spec.group,
        declared=data,
    )


def function(spec: FunctionSpec, data: Mapping[str, Any], place: Place) -> values.Function:
    return values.Function(
        name=spec.name,
        place=place,
        arguments=tuple((argument.name, argument.type) for argument in spec.arguments),
        returns=spec.returns,
        kind=spec.kind,
        deterministic=flag(spec.deterministic, True),
        language=spec.language,
        class_=spec.class_,
        jar=spec.jar,
        declared=data,
    )
