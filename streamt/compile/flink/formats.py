"""Formats of records: their names in Flink, their options, and the types that each of them cannot hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from streamt.analysis.schema_columns import parsed_definition
from streamt.coltypes import DataType
from streamt.compile.kafka_access import registry_options
from streamt.project.model import Schema

FORMATS = {"avro": "avro-confluent", "debezium-avro": "debezium-avro-confluent"}  # the names Flink has for ours
CHANGELOG_FORMATS = frozenset({"debezium-json", "debezium-avro", "canal-json", "maxwell-json"})

_TEXT = ("CHAR", "VARCHAR")
_AVRO_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_NOT_DECLARABLE = frozenset(
    {"INTERVAL_YEAR_MONTH", "INTERVAL_DAY_TIME", "TIMESTAMP_TZ", "NULL", "SYMBOL", "DESCRIPTOR", "RAW", "STRUCTURED", "VARIANT"}
)
_RAW = frozenset({*_TEXT, "BINARY", "VARBINARY", "BOOLEAN", "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE"})


def value_format(schema: Schema | None) -> str:
    """As written; JSON where nothing is."""
    return schema.format if schema else "json"


def key_format(schema: Schema | None, key: Iterable[DataType]) -> str:
    """One text is written as it is, so that any client can read it; other keys need a format that names them."""
    if schema is not None and schema.key_format:
        return schema.key_format
    kinds = [kind.kind for kind in key]
    return "raw" if len(kinds) == 1 and kinds[0] in _TEXT else "json"


def format_options(side: str, declared: str, schema: Schema | None, runtime: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """`side` is key or value; the subject is that of the schema, which describes values."""
    name = FORMATS.get(declared, declared)
    yield f"{side}.format", name
    prefix = f"{side}.{name}"
    if name.endswith("-confluent"):
        yield from registry_options(runtime, prefix).items()
        if schema is not None and schema.subject:
            yield f"{prefix}.subject", schema.subject
    elif name in ("json", "debezium-json", "canal-json", "maxwell-json"):
        yield f"{prefix}.timestamp-format.standard", "ISO-8601"


def written_schema(schema: Schema | None) -> dict[str, str]:
    """The definition as the model has it, for what it writes.

    Left alone, Flink makes its own from the columns (another name, no documentation) and registers that as a second version.
    """
    definition = parsed_definition(schema)
    if schema is None or schema.format != "avro" or definition is None:
        return {}
    return {"value.avro-confluent.schema": json.dumps(definition, ensure_ascii=False, separators=(",", ":"))}


def skip_malformed(options: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Formats of JSON can skip what they cannot read; in a key too, which is read before the value."""
    for side in ("key", "value"):
        name = options.get(f"{side}.format", "")
        if name.endswith("json"):
            yield f"{side}.{name}.ignore-parse-errors", "true"


def unfit_value(declared: str, name: str, kind: DataType) -> str | None:
    """Why a column cannot stand in records of this format."""
    avro = "avro" in declared
    if avro and not _AVRO_NAME.match(name):
        return f"Avro has no names such as {name!r}"
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        found = _no_column(one) or (_no_avro(one) if avro else None) or _no_map(one, "Avro" if avro else "JSON")
        if found is not None:
            return found
        waiting.extend(one.children)
    return None


def unfit_key(declared: str, key: Iterable[tuple[str, DataType]]) -> str | None:
    columns = list(key)
    if declared == "raw":
        if len(columns) > 1:
            return "raw keys have one column"
        return next((f"no raw key can be a {kind.display}" for _, kind in columns if kind.kind not in _RAW), None)
    return next((found for name, kind in columns if (found := unfit_value(declared, name, kind))), None)


def _no_column(kind: DataType) -> str | None:
    return f"no record has {kind.display}" if kind.kind in _NOT_DECLARABLE else None


def _no_map(kind: DataType, who: str) -> str | None:
    """A multiset is written as a map from its elements."""
    if kind.kind in ("MAP", "MULTISET") and kind.children[0].kind not in _TEXT:
        return f"{who} has no keys but text for a {kind.display}"
    return None


def _no_avro(kind: DataType) -> str | None:
    """What Flink's Avro format with a registry takes; it alone has no switch to the newer mapping of timestamps."""
    if kind.kind == "TIMESTAMP_LTZ":
        return f"Flink's Avro has no {kind.display}, only TIMESTAMP(3)"
    if kind.kind in ("TIMESTAMP", "TIME") and kind.precision > 3:
        return f"Flink's Avro has milliseconds at most, no {kind.display}"
    wrong = next((name for name in kind.names if not _AVRO_NAME.match(name)), None)
    return f"Avro has no names such as {wrong!r}" if wrong is not None else None
