"""Subjects that the project owns: schemas of the topics its models write, where a registry is used."""

from __future__ import annotations

import json
from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.schema_columns import parsed_definition
from streamt.analysis.sinks import writes_topic
from streamt.compile.avro import avro_record, avro_text
from streamt.manifest.model import SchemaArtifact
from streamt.project.model import Model


def schemas(see: Analysis) -> Iterator[SchemaArtifact]:
    for model in see.project.models:
        if model.schema is None or not writes_topic(model, see) or not see.project.runtime.has_registry:
            continue
        definition = _definition(model, see)
        if definition is None:
            continue
        yield SchemaArtifact(
            subject=model.schema.subject or f"{model.topic.name}-value",
            node=model.id,
            role="value",
            type="AVRO" if "avro" in model.schema.format else "JSON",
            definition=definition,
            compatibility=model.schema.compatibility or (model.contract.compatibility if model.contract else None),
        )


def _definition(model: Model, see: Analysis) -> str | None:
    """As written, else made from the columns for Avro; a JSON topic without a definition has no subject."""
    assert model.schema is not None
    written = parsed_definition(model.schema)
    if written is not None:
        return avro_text(written) if "avro" in model.schema.format else json.dumps(written, sort_keys=True, ensure_ascii=False)
    if model.schema.format != "avro" or not see.complete.get(model.id):
        return None
    record = avro_record("record", see.columns[model.id])
    return avro_text(record) if record is not None else None
