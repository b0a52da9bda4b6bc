"""Specs -> the values of the project, with every name filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from streamt.load.document import Place
from streamt.project import blocks
from streamt.project import model as values
from streamt.project.spec.exposure import ExposureSpec
from streamt.project.spec.function import FunctionSpec
from streamt.project.spec.model import FlinkSpec, ModelDefaultsSpec, ModelSpec, SinkSpec
from streamt.project.spec.source import SourceSpec
from streamt.project.spec.test import ActionSpec, AssertionSpec, TestSpec


def source(
    spec: SourceSpec, data: Mapping[str, Any], place: Place, runtime: values.Runtime, files: blocks.Files
) -> values.Source:
    columns = blocks.columns(spec.columns, place)
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
        schema=blocks.schema(spec.schema_, place.at("schema"), files),
        owner=spec.owner,
        tags=tuple(spec.tags),
        columns=columns,
        freshness=blocks.freshness(spec.freshness, place.at("freshness")),
        event_time=blocks.event_time(spec.event_time, place.at("event_time")),
        region=spec.region,
        sla=blocks.sla(spec.sla),
        security=blocks.security(spec.security, place.at("security")),
        declared=data,
    )


def model(
    spec: ModelSpec,
    data: Mapping[str, Any],
    place: Place,
    materialized: Place | None,
    runtime: values.Runtime,
    files: blocks.Files,
) -> values.Model:
    columns = blocks.columns(spec.columns, place)
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
        from_=None if spec.from_ is None else blocks.references(spec.from_, place.at("from")),
        sql=_sql(spec, place, files),
        key=spec.key or tuple(column.name for column in columns if column.primary_key),
        owner=spec.owner,
        tags=tuple(spec.tags),
        access=spec.access,
        group=spec.group,
        deprecation_date=spec.deprecation_date,
        columns=columns,
        contract=blocks.contract(spec.contract, place.at("contract")),
        security=blocks.security(spec.security, place.at("security")),
        region=spec.region,
        allowed_clusters=None if spec.allowed_clusters is None else tuple(spec.allowed_clusters),
        forbidden_sinks=tuple(spec.forbidden_sinks),
        event_time=blocks.event_time(spec.event_time, place.at("event_time")),
        sla=blocks.sla(spec.sla),
        cluster=spec.cluster or runtime.default_kafka,
        schema=blocks.schema(spec.schema_, place.at("schema"), files),
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


def _sql(spec: ModelDefaultsSpec, place: Place, files: blocks.Files) -> values.SqlText | None:
    if spec.sql is not None:
        return values.SqlText(spec.sql, place.at("sql"))
    path = blocks.beside(place.path, spec.sql_file) if spec.sql_file else None
    document = files.get(path) if path else None
    return values.SqlText(document.text, place.at("sql_file"), document) if document else None


def _sink(spec: SinkSpec | None, place: Place) -> values.Sink | None:
    return values.Sink(place, spec.connector, spec.config) if spec else None


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
        produces=blocks.references(spec.produces, place.at("produces")),
        consumes=blocks.references(spec.consumes, place.at("consumes")),
        depends_on=blocks.references(spec.depends_on, place.at("depends_on")),
        sla=blocks.sla(spec.sla),
        freshness=blocks.freshness(spec.freshness, place.at("freshness")),
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
        deterministic=blocks.flag(spec.deterministic, True),
        language=spec.language,
        class_=spec.class_,
        jar=spec.jar,
        declared=data,
    )
