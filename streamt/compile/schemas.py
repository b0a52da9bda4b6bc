"""Subjects that the project owns: schemas of the topics its models write, where a registry is used."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.schema_columns import parsed_definition
from streamt.analysis.sinks import writes_topic
from streamt.coltypes import DataType
from streamt.compile.flink.formats import unfit_value
from streamt.manifest.model import SchemaArtifact
from streamt.project.model import Model

AVRO: Mapping[str, Any] = {
    "BOOLEAN": "boolean", "TINYINT": "int", "SMALLINT": "int", "INT": "int", "BIGINT": "long", "FLOAT": "float",
    "DOUBLE": "double", "CHAR": "string", "VARCHAR": "string", "BINARY": "bytes", "VARBINARY": "bytes",
    "DATE": {"type": "int", "logicalType": "date"}, "TIME": {"type": "int", "logicalType": "time-millis"},
}  # fmt: skip


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
        return json.dumps(written, sort_keys=True, ensure_ascii=False)
    if model.schema.format != "avro" or not see.complete.get(model.id):
        return None
    record = avro_record("record", see.columns[model.id])
    return json.dumps(record, ensure_ascii=False) if record is not None else None


def avro_record(name: str, columns: Sequence[NodeColumn]) -> dict[str, Any] | None:
    """The schema that Flink's own Avro format derives from these columns; None where it has none for them."""
    fields = []
    for column in columns:
        if column.type is None or unfit_value("avro", column.name, column.type):
            return None
        kind = avro_type(column.type, column.nullable is not False, f"{name}_{column.name}")
        if kind is None:
            return None
        fields.append(_field(column.name, kind))
    return {"type": "record", "name": name, "namespace": "org.apache.flink.avro.generated", "fields": fields}


def _field(name: str, kind: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "default": None} if isinstance(kind, list) else {"name": name, "type": kind}


def avro_type(kind: DataType, nullable: bool, name: str, depth: int = 0) -> Any:
    found = _avro(kind, name, depth) if depth < 32 else None
    return ["null", found] if nullable and found is not None else found


def _avro(kind: DataType, name: str, depth: int) -> Any:
    if kind.kind in AVRO:
        return AVRO[kind.kind]
    if kind.kind == "DECIMAL":
        return {"type": "bytes", "logicalType": "decimal", "precision": kind.precision, "scale": kind.scale}
    if kind.kind == "TIMESTAMP":
        # Not local-timestamp-millis: that is the mapping of newer formats, and the one with a registry keeps to the old one.
        return {"type": "long", "logicalType": "timestamp-millis"}
    children = [avro_type(child, child.nullable, f"{name}_{index}", depth + 1) for index, child in enumerate(kind.children)]
    if kind.kind == "ARRAY" and children[0] is not None:
        return {"type": "array", "items": children[0]}
    if kind.kind == "MAP" and kind.children[0].kind in ("CHAR", "VARCHAR") and children[1] is not None:
        return {"type": "map", "values": children[1]}
    if kind.kind == "ROW":
        named = [
            avro_type(child, child.nullable, f"{name}_{field}", depth + 1)
            for field, child in zip(kind.names, kind.children, strict=True)
        ]
        if None not in named:
            fields = [_field(field, child) for field, child in zip(kind.names, named, strict=True)]
            return {"type": "record", "name": name, "fields": fields}
    return None
