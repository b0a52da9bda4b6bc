"""Avro schemas: made from columns as Flink makes them, and written as Avro's Java library writes them.

A job registers its schema too, as that library prints it. Registries that compare texts (Apicurio does) would keep it as one
more version unless ours is the same to the letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streamt.analysis.model import NodeColumn
from streamt.coltypes import DataType
from streamt.compile.flink.formats import unfit_value

NAMESPACE = "org.apache.flink.avro.generated"
MAX_DEPTH = 32

PLAIN: Mapping[str, Any] = {
    "BOOLEAN": "boolean", "TINYINT": "int", "SMALLINT": "int", "INT": "int", "BIGINT": "long", "FLOAT": "float",
    "DOUBLE": "double", "CHAR": "string", "VARCHAR": "string", "BINARY": "bytes", "VARBINARY": "bytes",
    "DATE": {"type": "int", "logicalType": "date"}, "TIME": {"type": "int", "logicalType": "time-millis"},
    # Not local-timestamp-millis: that is the mapping of newer formats, and the one with a registry keeps to the old one.
    "TIMESTAMP": {"type": "long", "logicalType": "timestamp-millis"},
}  # fmt: skip


def avro_record(name: str, columns: Sequence[NodeColumn]) -> dict[str, Any] | None:
    """The schema that Flink's own Avro format derives from these columns; None where it has none for them."""
    fields = []
    for column in columns:
        if column.type is None or unfit_value("avro", column.name, column.type):
            return None
        kind = _avro(column.type, column.nullable is not False, f"{name}_{column.name}")
        if kind is None:
            return None
        fields.append(_field(column.name, kind))
    return {"type": "record", "name": name, "namespace": NAMESPACE, "fields": fields}


def _field(name: str, kind: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "default": None} if isinstance(kind, list) else {"name": name, "type": kind}


def _avro(kind: DataType, nullable: bool, name: str, depth: int = 0) -> Any:
    found = _required(kind, name, depth) if depth < MAX_DEPTH else None
    return ["null", found] if nullable and found is not None else found


def _required(kind: DataType, name: str, depth: int) -> Any:
    if kind.kind in PLAIN:
        return PLAIN[kind.kind]
    if kind.kind == "DECIMAL":
        return {"type": "bytes", "logicalType": "decimal", "precision": kind.precision, "scale": kind.scale}
    if kind.kind == "MULTISET":
        return {"type": "map", "values": "int"}
    if kind.kind == "ROW":
        return _row(kind, name, depth)
    # Only fields add to the name of a record within: elements and values keep it.
    inner = [_avro(child, child.nullable, name, depth + 1) for child in kind.children]
    if kind.kind == "ARRAY" and inner[0] is not None:
        return {"type": "array", "items": inner[0]}
    return {"type": "map", "values": inner[1]} if kind.kind == "MAP" and inner[1] is not None else None


def _row(kind: DataType, name: str, depth: int) -> dict[str, Any] | None:
    fields = []
    for field, child in zip(kind.names, kind.children, strict=True):
        found = _avro(child, child.nullable, f"{name}_{field}", depth + 1)
        if found is None:
            return None
        fields.append(_field(field, found))
    return {"type": "record", "name": name, "fields": fields}


# --- as text


_BEFORE = ("type", "name", "namespace", "doc", "symbols", "fields", "items", "values", "size", "default")
_FIELD_BEFORE = ("name", "type", "doc", "default", "order")
_LAST = ("aliases",)


def avro_text(schema: Any) -> str:
    """As Java's Avro prints it: no blanks, its own order of keys, what it does not know after that."""
    return json.dumps(_ordered(schema, 0), ensure_ascii=False, separators=(",", ":"))


def _ordered(schema: Any, depth: int) -> Any:
    """Defaults and properties stay as they are; deeper than any schema Flink reads, everything does."""
    if depth > MAX_DEPTH * 2:
        return schema
    if isinstance(schema, list):
        return [_ordered(one, depth + 1) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    nested = {key: _ordered(schema[key], depth + 1) for key in ("type", "items", "values") if key in schema}
    fields = schema.get("fields")
    if isinstance(fields, list):
        nested["fields"] = [_ordered_field(field, depth + 1) for field in fields]
    return dict(_sorted({**schema, **nested}, _BEFORE))


def _ordered_field(field: Any, depth: int) -> Any:
    if not isinstance(field, Mapping):
        return field
    return dict(_sorted({**field, "type": _ordered(field.get("type"), depth)}, _FIELD_BEFORE))


def _sorted(values: Mapping[str, Any], before: Sequence[str]) -> Iterator[tuple[str, Any]]:
    known = {*before, *_LAST}
    yield from ((key, values[key]) for key in before if key in values)
    yield from ((key, value) for key, value in values.items() if key not in known)
    yield from ((key, values[key]) for key in _LAST if key in values)
