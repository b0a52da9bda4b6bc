"""Columns of a topic whose schema is at hand: an Avro or JSON Schema definition, inline or in a file of the project.

The types are those Flink's own formats give to such a schema. What this module cannot read (Protobuf, references to other
schemas, unions of several types) yields no column of a known type: UNKNOWN, never a guess.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from streamt.load.document import Place
from streamt.project.model import Column, Schema

MAX_DEPTH = 32  # of nested records; deeper ones stay UNKNOWN

AVRO_TYPES: Mapping[str, str] = {
    "string": "STRING", "bytes": "BYTES", "int": "INT", "long": "BIGINT", "float": "FLOAT", "double": "DOUBLE",
    "boolean": "BOOLEAN", "enum": "STRING",
}  # fmt: skip
# Instants too are plain timestamps (in UTC): Flink's Avro format with a registry has no TIMESTAMP_LTZ.
AVRO_LOGICAL: Mapping[str, str] = {
    "date": "DATE", "time-millis": "TIME(3)", "time-micros": "TIME(6)", "timestamp-millis": "TIMESTAMP(3)",
    "timestamp-micros": "TIMESTAMP(6)", "local-timestamp-millis": "TIMESTAMP(3)",
    "local-timestamp-micros": "TIMESTAMP(6)", "uuid": "STRING",
}  # fmt: skip
JSON_TYPES: Mapping[str, str] = {"string": "STRING", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
JSON_FORMATS: Mapping[str, str] = {"date": "DATE", "date-time": "TIMESTAMP_LTZ(3)"}


def schema_columns(schema: Schema | None, place: Place) -> tuple[Column, ...]:
    """In the schema's order; () when there is no definition or it cannot be read (a rule reports that)."""
    definition = parsed_definition(schema)
    if schema is None or not isinstance(definition, Mapping):
        return ()
    if "avro" in schema.format:
        return tuple(_avro_columns(definition, place))
    return tuple(_json_columns(definition, place)) if schema.format == "json" else ()


def parsed_definition(schema: Schema | None) -> object:
    """The definition as a value: YAML wrote it as a mapping, or it is JSON text. None when it is neither."""
    if schema is None:
        return None
    if isinstance(schema.definition, Mapping):
        return schema.definition
    text = schema.definition_text if schema.definition_text is not None else schema.definition
    if not isinstance(text, str):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _avro_columns(record: Mapping[str, Any], place: Place) -> Iterator[Column]:
    fields = record.get("fields")
    for field in fields if isinstance(fields, list) else ():
        if isinstance(field, Mapping) and isinstance(field.get("name"), str):
            kind, nullable = _avro_type(field.get("type"))
            yield Column(field["name"], place, type=kind, nullable=nullable, description=_text(field.get("doc")))


def _avro_type(declared: Any, depth: int = 0) -> tuple[str | None, bool]:
    """Flink type and nullability; (None, True) where it is not known."""
    if depth > MAX_DEPTH:
        return None, True
    if isinstance(declared, list):
        others = [member for member in declared if member != "null"]
        kind = _avro_type(others[0], depth + 1)[0] if len(others) == 1 else None
        return kind, "null" in declared
    if isinstance(declared, str):
        return AVRO_TYPES.get(declared), False
    if not isinstance(declared, Mapping):
        return None, True
    return _avro_complex(declared, depth), False


def _avro_complex(declared: Mapping[str, Any], depth: int) -> str | None:
    logical, kind = declared.get("logicalType"), declared.get("type")
    if logical == "decimal" and isinstance(declared.get("precision"), int):
        return f"DECIMAL({declared['precision']}, {declared.get('scale', 0)})"
    if isinstance(logical, str) and logical in AVRO_LOGICAL:
        return AVRO_LOGICAL[logical]
    if kind == "array":
        return _wrapped("ARRAY<{}>", declared.get("items"), depth)
    if kind == "map":
        return _wrapped("MAP<STRING NOT NULL, {}>", declared.get("values"), depth)
    if kind == "record":
        return _avro_row(declared, depth)
    return _avro_type(kind, depth + 1)[0]


def _wrapped(pattern: str, element: Any, depth: int) -> str | None:
    kind, nullable = _avro_type(element, depth + 1)
    return pattern.format(kind if nullable else f"{kind} NOT NULL") if kind else None


def _avro_row(declared: Mapping[str, Any], depth: int) -> str | None:
    fields = declared.get("fields")
    parts: list[str] = []
    for field in fields if isinstance(fields, list) else ():
        kind, nullable = _avro_type(field.get("type"), depth + 1) if isinstance(field, Mapping) else (None, True)
        if kind is None:
            return None
        parts.append(f"`{field['name']}` {kind}{'' if nullable else ' NOT NULL'}")
    return f"ROW<{', '.join(parts)}>" if parts else None


def _json_columns(schema: Mapping[str, Any], place: Place) -> Iterator[Column]:
    properties, required = schema.get("properties"), schema.get("required")
    needed = set(required) if isinstance(required, list) else set()
    for name, declared in properties.items() if isinstance(properties, Mapping) else ():
        kind, nullable = _json_type(declared)
        description = _text(declared.get("description")) if isinstance(declared, Mapping) else None
        yield Column(str(name), place, type=kind, nullable=nullable or name not in needed, description=description)


def _json_type(declared: Any, depth: int = 0) -> tuple[str | None, bool]:
    if not isinstance(declared, Mapping) or depth > MAX_DEPTH:
        return None, True
    kind = declared.get("type")
    if isinstance(kind, list):
        others = [member for member in kind if member != "null"]
        inner = _json_type({**declared, "type": others[0]}, depth + 1)[0] if len(others) == 1 else None
        return inner, "null" in kind
    if kind == "array":
        element, nullable = _json_type(declared.get("items"), depth + 1)
        return (f"ARRAY<{element}{'' if nullable else ' NOT NULL'}>" if element else None), False
    if kind == "object":
        return _json_row(declared, depth), False
    if kind == "string" and declared.get("format") in JSON_FORMATS:
        return JSON_FORMATS[str(declared["format"])], False
    return JSON_TYPES.get(str(kind)), False


def _json_row(declared: Mapping[str, Any], depth: int) -> str | None:
    properties, required = declared.get("properties"), declared.get("required")
    if not isinstance(properties, Mapping) or not properties:
        return None
    needed = set(required) if isinstance(required, list) else set()
    parts: list[str] = []
    for name, field in properties.items():
        kind, nullable = _json_type(field, depth + 1)
        if kind is None:
            return None
        parts.append(f"`{name}` {kind}{'' if nullable or name not in needed else ' NOT NULL'}")
    return f"ROW<{', '.join(parts)}>"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
