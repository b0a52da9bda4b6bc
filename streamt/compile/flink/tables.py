"""Sources and models as `CREATE TABLE` statements: what a job reads, and what it writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.tables import Watermark
from streamt.coltypes import DataType
from streamt.compile.flink.formats import (
    format_options,
    key_format,
    skip_malformed,
    value_format,
    written_schema,
)
from streamt.compile.kafka_access import bootstrap_servers, client_properties
from streamt.compile.text import identifier, literal, with_clause
from streamt.placeholders import Deferred
from streamt.project.model import Column, Model, Schema, Source

TRANSACTION_TIMEOUT_MS = 900_000  # what brokers take at most by default (transaction.max.timeout.ms)
STARTUP = {"earliest": "earliest-offset", "latest": "latest-offset", "group": "group-offsets"}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One line of a `CREATE TABLE`: a physical, a metadata or a computed column."""

    name: str
    type: str | None  # None: computed
    nullable: bool = True
    metadata: str | None = None
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[TableColumn, ...]
    options: dict[str, str]
    primary_key: tuple[str, ...] = ()
    watermark: Watermark | None = None
    skips_malformed: bool = False

    @property
    def ddl(self) -> str:
        lines = [f"  {_column(column)}" for column in self.columns]
        if self.watermark is not None:
            lines.append(f"  {_watermark(self.watermark)}")
        if self.primary_key:
            lines.append(f"  PRIMARY KEY ({', '.join(map(identifier, self.primary_key))}) NOT ENFORCED")
        body = ",\n".join(lines)
        return f"CREATE TABLE {identifier(self.name)} (\n{body}\n) WITH (\n{with_clause(self.options)}\n)"


def _column(column: TableColumn) -> str:
    name = identifier(column.name)
    if column.expression is not None:
        return f"{name} AS {column.expression}"
    null = "" if column.nullable else " NOT NULL"
    if column.metadata is None:
        return f"{name} {column.type}{null}"
    origin = "" if column.metadata == column.name else f" FROM {literal(column.metadata)}"
    return f"{name} {column.type}{null} METADATA{origin} VIRTUAL"


def _watermark(mark: Watermark) -> str:
    column = identifier(mark.column)
    delay = mark.delay_ms or 0
    return f"WATERMARK FOR {column} AS {column}{f' - {_interval(delay)}' if delay else ''}"


def _interval(milliseconds: int) -> str:
    """Flink takes two digits of seconds, and more than three in no unit of an interval but days."""
    seconds, rest = divmod(milliseconds, 1000)
    if seconds < 100:
        return f"INTERVAL '{seconds}.{rest:03d}' SECOND"
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    digits = "" if days < 100 else f"({len(str(days))})"
    return f"INTERVAL '{days} {hour:02d}:{minute:02d}:{second:02d}.{rest:03d}' DAY{digits} TO SECOND"


def unknown_columns(node: Source | Model, see: Analysis) -> list[str]:
    """Columns that cannot be declared to Flink: nobody knows their type."""
    return [column.name for column in see.columns.get(node.id, ()) if column.type is None]


def source_table(source: Source, reader: Model, see: Analysis) -> Table:
    """A source as one model's job reads it."""
    columns = tuple(_declared(column) for column in see.columns[source.id] if column.type is not None)
    if source.lookup is not None:
        options = {"connector": source.lookup.connector} | {key: str(value) for key, value in source.lookup.options.items()}
        return Table(source.name, columns, options, source.key)
    runtime = see.project.runtime.declared
    keyed = source.changelog != "append"
    key = named(see.columns[source.id], source.key) if source.changelog == "upsert" else ()
    options = _reading(source, reader, see) | _formats(source.schema, key, runtime)
    options["topic"] = str(source.topic)
    skips = reader.flink.on_malformed == "skip"
    if skips:
        options |= skip_malformed(options)
    return Table(source.name, columns, _in_order(options), source.key if keyed else (), see.watermarks[source.id], skips)


def model_table(model: Model, reader: Model, see: Analysis) -> Table:
    """A model's topic as another model's job reads it."""
    columns = tuple(_plain(column, see.keys[model.id]) for column in see.columns[model.id] if column.type is not None)
    runtime = see.project.runtime.declared
    key = see.tables[model.id].primary_key
    options = _reading(model, reader, see) | _formats(model.schema, named(see.columns[model.id], key), runtime)
    options["topic"] = model.topic.name
    if model.flink.delivery == "exactly_once":
        # Its records become valid with its checkpoints; a client that does not ask reads aborted ones too.
        options["properties.isolation.level"] = "read_committed"
    skips = reader.flink.on_malformed == "skip"
    if skips:
        options |= skip_malformed(options)
    return Table(model.key_name, columns, _in_order(options), key, see.watermarks[model.id], skips)


def output_table(model: Model, columns: Sequence[NodeColumn], see: Analysis) -> Table:
    """The topic a model's job writes: upserts by key where its output is updated, plain records otherwise."""
    runtime = see.project.runtime.declared
    facts = see.queries.get(model.id)
    updating = facts is not None and facts.changelog in ("upsert", "retract")
    key = see.keys[model.id]
    written = tuple(_plain(column, key if updating else ()) for column in columns)
    options = {
        "connector": "upsert-kafka" if updating else "kafka",
        "topic": model.topic.name,
        "properties.bootstrap.servers": bootstrap_servers(runtime, model.cluster, through_gateway=False),
    }
    options |= client_properties(runtime, model.cluster) | _formats(model.schema, named(columns, key), runtime)
    options |= written_schema(model.schema)
    if key and not updating:
        options["key.fields"] = ";".join(key)
    options |= _delivery(model, see)
    return Table(model.key_name, written, _in_order(options), key if updating else ())


def _declared(column: NodeColumn) -> TableColumn:
    declared: Column | None = column.declared
    assert column.type is not None
    if declared is not None and declared.expression is not None:
        return TableColumn(column.name, None, expression=declared.expression)
    metadata = declared.metadata if declared is not None else None
    origin = column.name if metadata is True else metadata
    return TableColumn(column.name, column.type.sql, column.nullable is not False, metadata=origin)


def _plain(column: NodeColumn, key: tuple[str, ...]) -> TableColumn:
    assert column.type is not None
    return TableColumn(column.name, column.type.sql, column.nullable is not False and column.name not in key)


def _reading(node: Source | Model, reader: Model, see: Analysis) -> dict[str, str]:
    runtime = see.project.runtime.declared
    virtual = isinstance(node, Model) and see.materialized(node) == "virtual_topic"
    upsert = see.tables[node.id].changelog == "upsert"
    found = {
        "connector": "upsert-kafka" if upsert else "kafka",
        "properties.bootstrap.servers": bootstrap_servers(runtime, node.cluster, through_gateway=virtual),
        "properties.group.id": reader.flink.consumer_group or f"{see.project.name}.{reader.key_name}",
    }
    found |= client_properties(runtime, node.cluster)
    if upsert:
        # The key is read from the key: a value need not repeat it, and one that does not would otherwise void it.
        found["value.fields-include"] = "EXCEPT_KEY"
    else:
        found |= _startup(reader)
    mark = see.watermarks.get(node.id)
    if mark is not None and mark.idle_timeout_ms is not None:
        found["scan.watermark.idle-timeout"] = f"{mark.idle_timeout_ms} ms"
    return found


def _startup(reader: Model) -> dict[str, str]:
    startup = reader.flink.startup
    if isinstance(startup, Deferred):
        return {"scan.startup.mode": "timestamp", "scan.startup.timestamp-millis": startup.text}
    if isinstance(startup, int):
        return {"scan.startup.mode": "timestamp", "scan.startup.timestamp-millis": str(startup)}
    found = {"scan.startup.mode": STARTUP[startup or "earliest"]}
    if startup == "group":
        found["properties.auto.offset.reset"] = "earliest"
    return found


def _formats(schema: Schema | None, key: Sequence[NodeColumn], runtime: Mapping[str, Any]) -> dict[str, str]:
    """`value.format` and, where records have a key that matters, `key.format`, with the options of each."""
    found = dict(format_options("value", value_format(schema), schema, runtime))
    if key:
        found |= dict(format_options("key", key_format(schema, types_of(key)), None, runtime))
    return found


def named(columns: Sequence[NodeColumn], names: Sequence[str]) -> tuple[NodeColumn, ...]:
    return tuple(column for column in columns if column.name in names)


def types_of(columns: Sequence[NodeColumn]) -> tuple[DataType, ...]:
    return tuple(column.type for column in columns if column.type is not None)


def _delivery(model: Model, see: Analysis) -> dict[str, str]:
    if model.flink.delivery != "exactly_once":
        return {"sink.delivery-guarantee": "at-least-once"}
    return {
        "sink.delivery-guarantee": "exactly-once",
        "sink.transactional-id-prefix": f"{see.project.name}.{see.project.environment}.{model.key_name}",
        "properties.transaction.timeout.ms": str(TRANSACTION_TIMEOUT_MS),
    }


ORDER = ("connector", "topic", "properties.", "scan.", "key.", "value.", "sink.")


def _in_order(options: dict[str, str]) -> dict[str, str]:
    """As people write them: where, whose, from when, in which form."""

    def rank(key: str) -> tuple[int, str]:
        return next((index for index, prefix in enumerate(ORDER) if key.startswith(prefix)), len(ORDER)), key

    return {key: options[key] for key in sorted(options, key=rank)}
