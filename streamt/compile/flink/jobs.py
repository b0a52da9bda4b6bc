"""One Flink job per model that needs one: its settings, its tables, its INSERT, and a script that people can read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.sinks import needs_schema, sink_has_job
from streamt.compile.flink.envelope import enveloped, enveloping_select
from streamt.compile.flink.malformed import statements
from streamt.compile.flink.masking import masking_select
from streamt.compile.flink.refusals import refusal
from streamt.compile.flink.shape import shape
from streamt.compile.flink.tables import Table, model_table, output_table, source_table
from streamt.compile.nodes import plain
from streamt.compile.text import identifier, literal
from streamt.manifest.model import FlinkJobArtifact, Jar, Refusal
from streamt.project.model import Model, Source


def needs_job(model: Model, see: Analysis) -> bool:
    return see.runs_on_flink(model) or (see.materialized(model) == "sink" and sink_has_job(model, see))


def job(model: Model, see: Analysis, digest: Callable[[str], str | None]) -> FlinkJobArtifact | Refusal:
    """The job, or why it cannot be deployed (which lint and compile let pass, and plan refuses by name)."""
    refused = refusal(model, see)
    if refused is not None:
        return refused
    read = [_input(read.target, model, see) for read in see.reads[model.id] if read.target]
    columns = see.columns[model.id]
    output = output_table(model, columns, see)
    query = _query(model, columns, see)
    if needs_schema(model):
        query, output = enveloping_select(query, columns, output), enveloped(output)
    inputs = sorted(read, key=lambda table: table.name)
    ddl = [*_functions(see, model), *(one for table in inputs for one in statements(table)), output.ddl]
    insert = f"INSERT INTO {identifier(output.name)}\n{query}"
    name = f"{see.project.name}.{model.key_name}"
    settings = _settings(model, name)
    jars = _jars(see, model, digest)
    fingerprint = _hash({"settings": settings, "ddl": ddl, "insert": insert, "jars": [jar.model_dump() for jar in jars]})
    settings["pipeline.global-job-parameters"] = ",".join(
        f"{key}:{value}" for key, value in _job_parameters(model, see, fingerprint).items()
    )
    return FlinkJobArtifact(
        name=name, node=model.id, cluster=model.flink_cluster or see.project.runtime.default_flink,
        version=see.project.runtime.flink_version(model.flink_cluster), settings=settings, ddl=ddl, insert=insert,
        script=_script(settings, ddl, insert), fingerprint=fingerprint, shape=_hash(shape(model, see)),
        reads=_topics_read(model, see), writes=f"{cluster_of(model, see)}/{model.topic.name}",
        upgrade=model.flink.upgrade or "savepoint", jars=jars,
    )  # fmt: skip


def _input(node: str, reader: Model, see: Analysis) -> Table:
    found = see.nodes[node]
    if isinstance(found, Source):
        return source_table(found, reader, see)
    assert isinstance(found, Model)
    return model_table(found, reader, see)


def _query(model: Model, columns: Sequence[NodeColumn], see: Analysis) -> str:
    rendered = see.rendered.get(model.id)
    if rendered is not None:
        assert rendered.sql is not None
        query = rendered.sql.strip().rstrip(";").rstrip()
    else:
        only = next(read.target for read in see.reads[model.id] if read.target)
        query = f"SELECT * FROM {identifier(see.tables[only].name)}"
    methods = dict(see.masked.get(model.id, {}))
    if not methods:
        return query
    facts = see.queries[model.id]
    types = {column.name: column.type for column in facts.columns}
    before = [replace(column, type=types[column.name]) for column in columns]
    return masking_select(query, columns, before, methods)


def _settings(model: Model, name: str) -> dict[str, str]:
    flink = model.flink
    written = {
        "pipeline.name": name,
        "table.local-time-zone": "UTC",
        "parallelism.default": plain(flink.parallelism),
        "execution.checkpointing.interval": _milliseconds(plain(flink.checkpoint_interval_ms)),
        "state.backend.type": flink.state_backend,
        "table.exec.state.ttl": _milliseconds(plain(flink.state_ttl_ms)),
    }
    return {key: str(value) for key, value in written.items() if value is not None}


def _milliseconds(value: object) -> str | None:
    return None if value is None else f"{value} ms"


def _job_parameters(model: Model, see: Analysis, fingerprint: str) -> Mapping[str, str]:
    """What a running job tells about itself: enough to find it again, and to see that it has changed, without any state."""
    return {
        "streamt.project": see.project.name,
        "streamt.environment": see.project.environment,
        "streamt.model": model.id.replace(":", "/"),
        "streamt.fingerprint": fingerprint,
    }


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _script(settings: Mapping[str, str], ddl: Sequence[str], insert: str) -> str:
    sets = [f"SET {literal(key)} = {literal(value)};" for key, value in settings.items()]
    return "\n".join(sets) + "\n\n" + "\n\n".join(f"{statement};" for statement in [*ddl, insert]) + "\n"


def _functions(see: Analysis, model: Model) -> list[str]:
    used = _used_functions(see, model)
    return [
        f"CREATE TEMPORARY SYSTEM FUNCTION {identifier(function.name)} AS {literal(function.class_ or '')}"
        + (f" LANGUAGE {function.language.upper()}" if function.language != "java" else "")
        for function in see.project.functions
        if function.name.upper() in used
    ]


def _used_functions(see: Analysis, model: Model) -> frozenset[str]:
    facts = see.queries.get(model.id)
    return frozenset(use.name.upper() for use in facts.functions) if facts else frozenset()


def _jars(see: Analysis, model: Model, digest: Callable[[str], str | None]) -> list[Jar]:
    used = _used_functions(see, model)
    paths = {function.jar for function in see.project.functions if function.jar and function.name.upper() in used}
    return [Jar(path=path, sha256=digest(path)) for path in sorted(paths)]


def _topics_read(model: Model, see: Analysis) -> list[str]:
    found = set()
    for read in see.reads[model.id]:
        node = see.nodes[read.target] if read.target else None
        if isinstance(node, Model):
            found.add(f"{cluster_of(node, see)}/{node.topic.name}")
        elif isinstance(node, Source) and node.topic is not None:
            found.add(f"{cluster_of(node, see)}/{node.topic}")
    return sorted(found)


def cluster_of(node: Source | Model, see: Analysis) -> str:
    return node.cluster or see.project.runtime.default_kafka or "default"
