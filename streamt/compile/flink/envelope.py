"""Records that carry their schema, as Kafka Connect's JSON converter reads them: `{"schema": {..}, "payload": {..}}`.

A JDBC sink makes table columns out of that schema. Flink's JSON format knows nothing of it, so the job writes two columns,
`schema` (the same for every record) and `payload`, and the key beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from streamt.analysis.model import NodeColumn
from streamt.coltypes import DataType
from streamt.compile.flink.tables import Table, TableColumn
from streamt.compile.text import identifier, literal

KEY = "key_"  # before the name of a key column, so that it cannot meet `schema` or `payload`
FIELD = "ROW<`field` STRING, `type` STRING, `optional` BOOLEAN, `name` STRING, `version` INT, `parameters` MAP<STRING, STRING>>"
SCHEMA = f"ROW<`type` STRING, `optional` BOOLEAN, `fields` ARRAY<{FIELD}>>"
PLAIN: Mapping[str, str] = {
    "BOOLEAN": "boolean", "TINYINT": "int8", "SMALLINT": "int16", "INT": "int32", "BIGINT": "int64", "FLOAT": "float",
    "DOUBLE": "double", "CHAR": "string", "VARCHAR": "string",
}  # fmt: skip
LOGICAL = "org.apache.kafka.connect.data."


def unsupported(columns: Sequence[NodeColumn]) -> list[str]:
    """Columns that Connect has no plain type for: bytes, lists, maps, rows, intervals."""
    return [column.name for column in columns if column.type is not None and _connect_type(column.type) is None]


def _connect_type(kind: DataType) -> tuple[str, str | None] | None:
    """(Connect's type, the logical type's class)."""
    if kind.kind in PLAIN:
        return PLAIN[kind.kind], None
    if kind.kind == "DECIMAL":
        return "bytes", "Decimal"
    if kind.kind in ("TIMESTAMP", "TIMESTAMP_LTZ"):
        return "int64", "Timestamp"
    return ("int32", "Date") if kind.kind == "DATE" else None


def enveloped(output: Table) -> Table:
    """The output table with `schema` and `payload` in place of its columns, and its key in columns of its own."""
    keys = output.primary_key or tuple(filter(None, output.options.get("key.fields", "").split(";")))
    by_name = {column.name: column for column in output.columns}
    key_columns = tuple(TableColumn(KEY + name, by_name[name].type, by_name[name].nullable) for name in keys)
    columns = (*key_columns, TableColumn("schema", SCHEMA), TableColumn("payload", _payload_type(output.columns)))
    options = dict(output.options)
    if keys:
        options |= {"key.fields-prefix": KEY, "value.fields-include": "EXCEPT_KEY"}
    if "key.fields" in options:
        options["key.fields"] = ";".join(column.name for column in key_columns)
    return replace(
        output, columns=columns, options=dict(sorted(options.items())),
        primary_key=tuple(KEY + name for name in output.primary_key),
    )  # fmt: skip


def _payload_type(columns: Sequence[TableColumn]) -> str:
    fields = (f"{identifier(column.name)} {_written_type(column)}" for column in columns)
    return f"ROW<{', '.join(fields)}>"


def _written_type(column: TableColumn) -> str:
    """Times are written as Connect counts them: milliseconds, or days."""
    kind = column.type or "STRING"
    if kind.startswith("TIMESTAMP"):
        return "BIGINT"
    return "INT" if kind == "DATE" else kind


def enveloping_select(query: str, columns: Sequence[NodeColumn], output: Table) -> str:
    keys = output.primary_key or tuple(filter(None, output.options.get("key.fields", "").split(";")))
    schema = f"CAST(ROW('struct', FALSE, ARRAY[{', '.join(map(_field, columns))}]) AS {SCHEMA})"
    payload = f"CAST(ROW({', '.join(map(_value, columns))}) AS {_payload_type(output.columns)})"
    items = [*(f"{identifier(key)} AS {identifier(KEY + key)}" for key in keys), f"{schema} AS `schema`", f"{payload} AS `payload`"]
    return "SELECT\n  " + ",\n  ".join(items) + f"\nFROM (\n{query}\n)"


def _field(column: NodeColumn) -> str:
    assert column.type is not None
    found = _connect_type(column.type)
    assert found is not None
    kind, logical = found
    name = literal(LOGICAL + logical) if logical else "CAST(NULL AS STRING)"
    version = "1" if logical else "CAST(NULL AS INT)"
    scale = f"MAP['scale', '{column.type.scale}']" if logical == "Decimal" else "CAST(NULL AS MAP<STRING, STRING>)"
    optional = "FALSE" if column.nullable is False else "TRUE"
    return f"ROW({literal(column.name)}, {literal(kind)}, {optional}, {name}, {version}, {scale})"


def _value(column: NodeColumn) -> str:
    assert column.type is not None
    name = identifier(column.name)
    if column.type.kind in ("TIMESTAMP", "TIMESTAMP_LTZ"):
        moment = f"CAST({name} AS TIMESTAMP(3))"
        seconds = f"TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', {moment})"
        return f"CAST({seconds} AS BIGINT) * 1000 + EXTRACT(MILLISECOND FROM {moment})"
    if column.type.kind == "DATE":
        return f"TIMESTAMPDIFF(DAY, TIMESTAMP '1970-01-01 00:00:00', CAST({name} AS TIMESTAMP(3)))"
    return name
