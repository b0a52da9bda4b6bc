"""Sources, models, tests and exposures as the manifest shows them: what was declared, and what was found out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from streamt.analysis.model import Analysis, NodeColumn, column_id
from streamt.analysis.references import target, tested
from streamt.analysis.sinks import writes_topic
from streamt.compile.fingerprints import Fingerprints, fingerprints
from streamt.manifest import model as manifest
from streamt.placeholders import Deferred
from streamt.project.model import Exposure, Model, Reference, Schema, Source, Test, latest
from streamt.sql.facts import UNKNOWN, Influence


def source_node(source: Source, see: Analysis) -> manifest.Source:
    declared = source.declared
    return manifest.Source(
        id=source.id, name=source.name, path=source.place.path, line=source.place.at("name").line,
        description=source.description, owner=source.owner, tags=sorted(source.tags),
        topic=source.topic, cluster=source.cluster, domain=source.domain, key=list(source.key), changelog=source.changelog,
        lookup=declared.get("lookup"), schema=_schema(source.schema),
        columns=[_column(source.id, column, see) for column in see.columns.get(source.id, ())],
        columns_complete=see.complete.get(source.id, False),
        freshness=declared.get("freshness"), event_time=declared.get("event_time"), region=source.region,
        sla=dict(source.sla), security=declared.get("security"),
    )  # fmt: skip


def model_node(model: Model, see: Analysis) -> manifest.Model:
    declared = model.declared
    rendered = see.rendered.get(model.id)
    compiled_sql = rendered.sql if rendered else None
    hashes = _fingerprints(model, see)
    last = latest(see.project.models_by_name[model.name])
    return manifest.Model(
        id=model.id, name=model.name, path=model.place.path, line=model.place.at("name").line,
        description=model.description, owner=model.owner, tags=sorted(model.tags),
        version=model.version, latest=last is not None and last.id == model.id,
        materialized=see.materializations[model.id].kind, materialized_because=see.materializations[model.id].because,
        domain=model.domain, from_=sorted({read.target for read in see.reads[model.id] if read.target}),
        key=list(see.keys[model.id]), access=model.access, group=model.group, deprecation_date=model.deprecation_date,
        topic=_topic(model, see), cluster=model.cluster, flink_cluster=model.flink_cluster,
        connect_cluster=model.connect_cluster, flink=dict(declared.get("flink") or {}), sink=declared.get("sink"),
        gateway=declared.get("gateway"), schema=_schema(model.schema), contract=declared.get("contract"),
        event_time=_event_time(model, see), region=model.region,
        allowed_clusters=sorted(model.allowed_clusters) if model.allowed_clusters is not None else None,
        forbidden_sinks=sorted(model.forbidden_sinks), sla=dict(model.sla), security=declared.get("security"),
        sql=model.sql.text if model.sql else None, compiled_sql=compiled_sql,
        sql_fingerprint=hashes.query if hashes else None, rows_fingerprint=hashes.rows if hashes else None,
        columns=[
            _column(model.id, column, see, hashes.columns.get(column.name) if hashes else None)
            for column in see.columns.get(model.id, ())
        ],
        columns_complete=see.complete.get(model.id, False),
        streaming=_streaming(model, see),
    )  # fmt: skip


def _fingerprints(model: Model, see: Analysis) -> Fingerprints | None:
    rendered = see.rendered.get(model.id)
    if rendered is None or rendered.sql is None:
        return None
    facts = see.queries.get(model.id)
    return fingerprints(rendered.sql, facts.columns if facts else ())


def _topic(model: Model, see: Analysis) -> manifest.TopicSpec | None:
    if not writes_topic(model, see) and see.materialized(model) != "virtual_topic":
        return None
    topic = model.topic
    return manifest.TopicSpec(
        name=topic.name, cluster=model.cluster, partitions=plain(topic.partitions),
        replication_factor=plain(topic.replication_factor), config=dict(topic.config),
    )  # fmt: skip


def _event_time(model: Model, see: Analysis) -> dict[str, Any] | None:
    """Declared, or inherited with the column that the SQL passes through."""
    if model.declared.get("event_time"):
        return dict(model.declared["event_time"])
    mark = see.watermarks.get(model.id)
    if mark is None:
        return None
    return {
        "column": mark.column,
        "watermark": {"max_out_of_orderness_ms": UNKNOWN if mark.delay_ms is None else mark.delay_ms},
        "inherited": True,
    }


def _streaming(model: Model, see: Analysis) -> manifest.Streaming:
    facts = see.queries.get(model.id)
    if facts is None:
        return manifest.Streaming(changelog_mode="append" if model.sql is None else "UNKNOWN")
    return manifest.Streaming.model_validate(
        {
            "changelog_mode": facts.changelog,
            "upsert_keys": [list(key) for key in facts.upsert_keys],
            "time_attributes": {column.name: column.time for column in facts.columns if column.time},
            "state": [{"operator": state.operator, "bounded_by": state.bounded_by} for state in facts.state],
            "deterministic": UNKNOWN if facts.deterministic is None else facts.deterministic,
        }
    )


def _certainty(edge: Influence, see: Analysis) -> str:
    """As for values: a column that no source declares is only named in the SQL."""
    return "proven" if edge.column in see.columns_by_name.get(edge.table, {}) else "structural"


def _column(node: str, column: NodeColumn, see: Analysis, sql_fingerprint: str | None = None) -> manifest.Column:
    declared = column.declared
    found = column.classification
    return manifest.Column.model_validate(
        {
            "name": column.name,
            "type": UNKNOWN if column.type is None else column.type.display,
            "nullable": column.nullable,
            "description": declared.description if declared else None,
            "classification": found.level if found else None,
            "classification_from": found.inherited_from if found else None,
            "lineage": [
                {"column": column_id(origin.table, origin.column), "kind": origin.kind, "certainty": origin.certainty}
                for origin in column.lineage
            ],
            "influenced_by": [
                {"column": column_id(edge.table, edge.column), "kind": edge.kind, "certainty": _certainty(edge, see)}
                for edge in column.influenced_by
            ],
            "expression": declared.expression if declared else None,
            "metadata": declared.metadata if declared else None,
            "primary_key": bool(declared and declared.primary_key),
            "sql_fingerprint": sql_fingerprint,
        }
    )


def _schema(schema: Schema | None) -> manifest.SchemaSpec | None:
    if schema is None:
        return None
    return manifest.SchemaSpec(
        format=schema.format, key_format=schema.key_format, registry=schema.registry, subject=schema.subject,
        version=schema.version, definition=schema.definition_text if schema.definition is None else schema.definition,
        file=schema.file, compatibility=schema.compatibility,
    )  # fmt: skip


def test_node(test: Test, see: Analysis) -> manifest.Test:
    return manifest.Test(
        id=test.id, name=test.name, path=test.place.path, line=test.place.at("name").line, description=test.description,
        owner=test.owner, tags=sorted(test.tags), model=tested(see.project, test.model, test.version) or test.model,
        type=test.type, assertions=list(test.declared.get("assertions") or []), sample_size=plain(test.sample_size),
        flink_cluster=test.flink_cluster, on_failure=test.declared.get("on_failure"),
    )  # fmt: skip


def exposure_node(exposure: Exposure, see: Analysis) -> manifest.Exposure:
    declared = exposure.declared
    return manifest.Exposure(
        id=exposure.id, name=exposure.name, path=exposure.place.path, line=exposure.place.at("name").line,
        description=exposure.description, owner=exposure.owner, tags=sorted(exposure.tags), type=exposure.type,
        role=exposure.role, domain=exposure.domain, url=exposure.url, repo=exposure.repo, language=declared.get("language"),
        tool=declared.get("tool"), produces=_reads(exposure.produces, see), consumes=_reads(exposure.reads, see),
        sla=dict(exposure.sla), freshness=declared.get("freshness"), access=declared.get("access"),
        contracts=declared.get("contracts"), consumer_group=exposure.consumer_group, principal=exposure.principal,
        group=exposure.group, schedule=declared.get("schedule"), data_requirements=declared.get("data_requirements"),
        use_case=declared.get("use_case"), risk_level=declared.get("risk_level"), audit=declared.get("audit"),
    )  # fmt: skip


def _reads(references: tuple[Reference, ...], see: Analysis) -> list[manifest.ExposureRead]:
    found = []
    for reference in references:
        node = target(see.project, reference.kind, reference.name, reference.version)
        if node:
            columns = sorted(reference.columns) if reference.columns is not None else None
            found.append(manifest.ExposureRead(node=node, columns=columns))
    return sorted(found, key=lambda read: (read.node, read.columns or []))


def plain(value: int | float | bool | Deferred | None) -> int | float | bool | str | None:
    """As written: a number, or the text of its placeholder."""
    return value.text if isinstance(value, Deferred) else value


def declared_functions(see: Analysis) -> list[dict[str, Any]]:
    return [dict(function.declared) | {"name": function.name} for function in see.project.functions]


def owners(see: Analysis) -> dict[str, dict[str, Any]]:
    fields = ("contact", "slack", "github", "access_request")
    return {
        name: {field: value for field in fields if (value := getattr(owner, field)) is not None}
        for name, owner in sorted(see.project.owners.items())
    }


def dag(see: Analysis) -> manifest.Dag:
    names: Mapping[str, str] = {node.id: node.name for node in see.nodes.values()}
    return manifest.Dag(
        nodes=[
            manifest.DagNode.model_validate({"id": node, "kind": node.partition(":")[0], "name": names[node]})
            for node in see.graph.nodes
        ],
        edges=[
            manifest.DagEdge.model_validate({"from": edge.source, "to": edge.target, "kind": edge.kind})
            for edge in see.graph.edges
        ],
    )


