"""Sources and models as the tables that SQL reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from streamt.coltypes import UNKNOWN as UNKNOWN_TYPE
from streamt.coltypes import DataType, TypeSyntaxError, parse_type
from streamt.placeholders import known
from streamt.project.model import Column, EventTime, Model, Source
from streamt.sql.facts import ColumnDef, OutputColumn, QueryFacts, TableDef


@dataclass(frozen=True, slots=True)
class Watermark:
    """The event time of a table: the column, how late rows may be, and whether the node says so itself."""

    column: str
    delay_ms: int | None
    idle_timeout_ms: int | None = None
    declared: bool = True


def column_type(column: Column) -> DataType | None:
    """The declared type; None when there is none, it is no Flink type (a rule says so) or a placeholder hides it."""
    text = known(column.type) if column.type else None
    if not text:
        return None
    try:
        return parse_type(text)
    except TypeSyntaxError:
        return None


def source_table(source: Source, derived: tuple[Column, ...] = ()) -> TableDef:
    """`derived` are the columns of its schema where that is at hand; declared ones add to them or refine them."""
    columns = merged(derived, source.columns)
    key = primary_key(source)
    watermark = declared_watermark(source.event_time)
    complete = is_complete(source, derived)
    listed = tuple(_column(column, key, watermark) for column in columns)
    if watermark and not complete and watermark.column not in {column.name for column in columns}:
        listed += (ColumnDef(watermark.column, None, time="rowtime"),)  # an open source has it, whatever its type
    return TableDef(
        name=source.name,
        columns=listed,
        complete=complete,
        changelog=source.changelog,
        primary_key=key,
        upsert_keys=(key,) if key else (),
        lookup=source.lookup is not None,
        event_time=watermark.column if watermark else None,
        watermark_delay_ms=watermark.delay_ms if watermark else None,
    )


def primary_key(source: Source) -> tuple[str, ...]:
    """What tells the rows of a source apart: the key of an upsert or CDC source, of a lookup table, or columns declared so.

    The key of any other source is how its records are keyed in Kafka, which promises nothing about its rows.
    """
    if source.changelog != "append" or source.lookup is not None:
        return source.key
    return tuple(column.name for column in source.columns if column.primary_key)


def merged(derived: tuple[Column, ...], declared: tuple[Column, ...]) -> tuple[Column, ...]:
    """The schema's columns in its order, each with what the YAML adds, then the ones only the YAML has."""
    by_name = {column.name: column for column in declared}
    known_names = {column.name for column in derived}
    refined = tuple(_refined(column, by_name.get(column.name)) for column in derived)
    return refined + tuple(column for column in declared if column.name not in known_names)


def _refined(schema: Column, declared: Column | None) -> Column:
    if declared is None:
        return schema
    return Column(
        name=schema.name,
        place=declared.place,
        type=declared.type or schema.type,
        description=declared.description or schema.description,
        classification=declared.classification,
        nullable=schema.nullable and declared.nullable,
        expression=declared.expression,
        metadata=declared.metadata,
        primary_key=declared.primary_key,
    )


def is_complete(source: Source, derived: tuple[Column, ...]) -> bool:
    """Every listed column has a type or an expression, or the schema is at hand."""
    if derived:
        return True
    return bool(source.columns) and all(column.type or column.expression for column in source.columns)


def declared_watermark(event_time: EventTime | None) -> Watermark | None:
    if event_time is None:
        return None
    delay = 0 if event_time.max_out_of_orderness_ms is None else known(event_time.max_out_of_orderness_ms)
    return Watermark(event_time.column, delay, known(event_time.idle_timeout_ms))


def _column(column: Column, key: tuple[str, ...], watermark: Watermark | None) -> ColumnDef:
    kind = column_type(column)
    nullable = column.nullable and column.name not in key
    return ColumnDef(
        name=column.name,
        type=kind.with_nullable(nullable) if kind else None,
        nullable=nullable,
        time="rowtime" if watermark and watermark.column == column.name else None,
        metadata=column.metadata is not None,
        expression=column.expression,
    )


def model_table(model: Model, facts: QueryFacts, watermark: Watermark | None, key: tuple[str, ...]) -> TableDef:
    """A model as its readers see it: they read its topic, so of its time attributes only the watermarked one lives on."""
    updating = facts.changelog in ("upsert", "retract")
    primary_key = key if updating else ()
    return TableDef(
        name=model.key_name,
        columns=tuple(_output(column, watermark, primary_key) for column in facts.columns),
        complete=facts.columns_known,
        changelog="upsert" if updating else facts.changelog,
        primary_key=primary_key,
        upsert_keys=(primary_key,) if primary_key else (),
        event_time=watermark.column if watermark else None,
        watermark_delay_ms=watermark.delay_ms if watermark else None,
    )


def _output(column: OutputColumn, watermark: Watermark | None, key: tuple[str, ...]) -> ColumnDef:
    nullable = column.nullable is not False and column.name not in key
    kind = None if column.type is None or column.type is UNKNOWN_TYPE else column.type.with_nullable(nullable)
    time: Literal["rowtime"] | None = "rowtime" if watermark and watermark.column == column.name else None
    return ColumnDef(name=column.name, type=kind, nullable=nullable, time=time)


def bare_table(model: Model) -> TableDef:
    """A topic without SQL and without `from`: what its `columns:` say."""
    watermark = declared_watermark(model.event_time)
    columns = tuple(_column(column, (), watermark) for column in model.columns)
    return TableDef(
        name=model.key_name,
        columns=columns,
        complete=bool(model.columns) and all(column.type for column in model.columns),
        event_time=watermark.column if watermark else None,
        watermark_delay_ms=watermark.delay_ms if watermark else None,
    )


def inherited_watermark(facts: QueryFacts, upstream: Mapping[str, Watermark | None]) -> Watermark | None:
    """A time attribute that the SQL passes through, with its delay. Two of them cannot both live on: a rule says so."""
    passed = [column for column in facts.columns if column.time == "rowtime"]
    if not passed:
        return None
    column = passed[0]
    tables = {origin.table for origin in column.lineage} or set(facts.reads)
    found = [mark for table in sorted(tables) if (mark := upstream.get(table)) is not None]
    delays = [mark.delay_ms for mark in found]
    idle = [mark.idle_timeout_ms for mark in found if mark.idle_timeout_ms is not None]
    delay = None if None in delays or not delays else max(value for value in delays if value is not None)
    return Watermark(column.name, delay, max(idle, default=None), declared=False)
