"""What streamt says of a case: the case's tables as streamt defines them, and its analysis of the query."""

from __future__ import annotations

import functools
import os
import traceback
from typing import Any

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, Problem, QueryFacts, TableDef, analyse_query
from tests.oracle.corpus import Case, tables_and_query
from tests.oracle.tables import Column, Table

VERSION = os.environ.get("FLINK_VERSION", "2.2.1")


def facts_of(case: Case) -> QueryFacts:
    tables, query = _read(case.statements, case.query)
    return analyse_query(query, _catalog(tables))


def facts_or_crash(case: Case) -> QueryFacts:
    """A crash is a finding of its own, so that one bug does not hide the other thousand answers."""
    try:
        return facts_of(case)
    except Exception:  # noqa: BLE001
        last = traceback.format_exc().strip().splitlines()
        return QueryFacts(problems=(Problem("crash", " | ".join(last[-3:]), 0, 0),))


def _read(statements: tuple[str, ...], query: str) -> tuple[tuple[Table, ...], str]:
    if not any("VIEW" in statement.upper() for statement in statements):
        return _tables(statements), query
    return tables_and_query(Case("", "", query, statements))


@functools.lru_cache(maxsize=64)
def _tables(statements: tuple[str, ...]) -> tuple[Table, ...]:
    return tables_and_query(Case("", "", "", statements))[0]


@functools.lru_cache(maxsize=64)
def _catalog(tables: tuple[Table, ...]) -> Catalog:
    version = ".".join(VERSION.split(".")[:2])
    return Catalog({table.name: table_def(table) for table in tables}, version=version)


def table_def(table: Table) -> TableDef:
    return TableDef(
        name=table.name,
        columns=tuple(_column_def(column, table) for column in table.columns),
        changelog=table.changelog,
        primary_key=table.key,
        upsert_keys=(table.key,) if table.key else (),
        lookup=table.lookup,
        event_time=table.event_time,
        watermark_delay_ms=table.delay_ms if table.event_time else None,
    )


def _column_def(column: Column, table: Table) -> ColumnDef:
    declared: Any = parse_type(column.type) if column.type else None
    return ColumnDef(
        name=column.name,
        type=declared,
        nullable=column.nullable,
        time="rowtime" if column.name == table.event_time else None,
        metadata=column.metadata is not None,
        expression=column.expression,
    )
