"""Columns named in YAML must be there, and their types must be Flink types."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.closest import did_you_mean
from streamt.coltypes import TypeSyntaxError, parse_type
from streamt.load.document import Place
from streamt.placeholders import known
from streamt.project.model import Column, Model, Source
from streamt.rules.rule import Finding, not_a_type, place_of, rule


def _types(columns: tuple[Column, ...]) -> Iterator[Finding]:
    for column in columns:
        text = known(column.type) if column.type else None
        if not text:
            continue
        try:
            parse_type(text)
        except TypeSyntaxError as error:
            yield Finding(
                column.place.at("type"), not_a_type(text, error),
                help=f"Did you mean `{error.suggestion}`?" if error.suggestion else None,
            )  # fmt: skip


@rule("columns.type", on=Source)
def source_column_type(source: Source, see: Analysis) -> Iterator[Finding]:
    """A column's type is not one that Flink knows.

    **Why.** Types are written as in Flink SQL: `STRING`, `BIGINT`, `DECIMAL(10, 2)`, `TIMESTAMP(3)`, `ARRAY<STRING>`, `ROW<a INT>`.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRNG}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    ```
    """
    yield from _types(source.columns)


@rule("columns.model_type", on=Model)
def model_column_type(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model's column has a type that is not one Flink knows.

    **Why.** Types are written as in Flink SQL; a model's `columns:` describe what its SQL yields.

    Bad:
    ```yaml
    models:
      - {name: failed, columns: [{name: id, type: INTT}]}
    ```
    Good:
    ```yaml
    models:
      - {name: failed, columns: [{name: id, type: INT}]}
    ```
    """
    yield from _types(model.columns)


def _known_columns(node: Source | Model, see: Analysis) -> frozenset[str] | None:
    """The names of all columns there are; None when that is not known."""
    return frozenset(see.columns_by_name[node.id]) if see.complete.get(node.id) and node.id in see.columns else None


def _missing(there: frozenset[str] | None, names: tuple[str, ...], at: Place, what: str, node: Source | Model) -> Iterator[Finding]:
    for name in names:
        if there is not None and name not in there:
            yield Finding(at, f"{what} of {node.id} names '{name}', which is no column of it", help=did_you_mean(name, there))


@rule("columns.unknown", on=Model)
def unknown_column(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model describes a column that its SQL does not yield.

    **Why.** A description, a classification or a test of a column that is not there protects nothing.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: paid
        sql: SELECT id FROM {{ source("payments") }}
        columns: [{name: ident, description: The payment}]
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: paid
        sql: SELECT id FROM {{ source("payments") }}
        columns: [{name: id, description: The payment}]
    ```
    """
    if model.id not in see.queries:
        return
    there = _known_columns(model, see)
    for column in model.columns:
        if there is not None and column.name not in there:
            yield Finding(
                column.place.at("name"), f"The SQL of {model.id} yields no column '{column.name}'",
                help=did_you_mean(column.name, there),
            )  # fmt: skip


@rule("columns.unknown_key", on=Model)
def unknown_model_key(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model's `key` names a column that it does not have.

    **Why.** The key of a Kafka record is made of columns of the model.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, key: idd, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, key: id, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    """
    yield from _missing(_known_columns(model, see), model.key, place_of(model, "key"), "`key`", model)


@rule("columns.unknown_source_key", on=Source)
def unknown_source_key(source: Source, see: Analysis) -> Iterator[Finding]:
    """A source's `key` names a column that it does not have.

    **Why.** The key of an upsert or CDC source is its primary key: joins and changelogs rest on it.

    Bad:
    ```yaml
    sources:
      - {name: customers, topic: c.v1, changelog: upsert, key: idd, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: customers, topic: c.v1, changelog: upsert, key: id, columns: [{name: id, type: STRING}]}
    ```
    """
    yield from _missing(_known_columns(source, see), source.key, place_of(source, "key"), "`key`", source)


def _event_time(node: Source | Model, see: Analysis) -> Iterator[Finding]:
    if node.event_time is None:
        return
    at = node.event_time.place.at("column")
    there = _known_columns(node, see)
    yield from _missing(there, (node.event_time.column,), at, "`event_time`", node)
    column = see.columns_by_name.get(node.id, {}).get(node.event_time.column)
    kind = column.type if column else None
    if kind is None:
        return
    if kind.kind not in ("TIMESTAMP", "TIMESTAMP_LTZ") or kind.precision > 3:
        yield Finding(
            at, f"The event time of {node.id} has a type that cannot have a watermark",
            expected="TIMESTAMP(3) or TIMESTAMP_LTZ(3), or fewer digits", got=kind.display,
        )  # fmt: skip


@rule("columns.event_time", on=Source)
def source_event_time(source: Source, see: Analysis) -> Iterator[Finding]:
    """The event time of a source is not a column of it, or not a timestamp of at most milliseconds.

    **Why.** Flink takes watermarks on `TIMESTAMP` and `TIMESTAMP_LTZ` with a precision up to 3, nothing else.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, event_time: {column: ts}, columns: [{name: ts, type: TIMESTAMP(6)}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, event_time: {column: ts}, columns: [{name: ts, type: TIMESTAMP(3)}]}
    ```
    """
    yield from _event_time(source, see)


@rule("columns.model_event_time", on=Model)
def model_event_time(model: Model, see: Analysis) -> Iterator[Finding]:
    """The event time of a model is not a column of it, or not a timestamp of at most milliseconds.

    **Why.** Flink takes watermarks on `TIMESTAMP` and `TIMESTAMP_LTZ` with a precision up to 3, nothing else.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, event_time: {column: id}, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: ts, type: TIMESTAMP(3)}]}
    models:
      - {name: paid, event_time: {column: ts}, sql: 'SELECT ts FROM {{ source("payments") }}'}
    ```
    """
    yield from _event_time(model, see)
