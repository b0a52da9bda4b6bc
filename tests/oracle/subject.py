"""What streamt says of a case: the case's tables as streamt defines them, and its analysis of the query."""

from __future__ import annotations

import functools
import os
import traceback
from typing import Any

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, Problem, QueryFacts, TableDef
from streamt.sql.analyse import analyse_query
from streamt.sql.functions import Function, declared
from tests.oracle.corpus import RECORDED, Case, tables_and_query
from tests.oracle.tables import Column, Table, UserFunction, read_function, read_view, read_yaml


def facts_of(case: Case) -> QueryFacts:
    if any(read_view(statement) for statement in case.statements):
        tables, query = tables_and_query(case)
        return analyse_query(query, Catalog(_definitions(tables), version=_version()))
    return analyse_query(case.query, _catalog(case.statements))


def facts_or_crash(case: Case) -> QueryFacts:
    """A crash is a finding of its own, so that one bug does not hide the other thousand answers."""
    try:
        return facts_of(case)
    except Exception:  # noqa: BLE001
        last = traceback.format_exc().strip().splitlines()
        return QueryFacts(problems=(Problem("crash", " | ".join(last[-3:]), 0, 0),))


@functools.lru_cache(maxsize=64)
def _catalog(statements: tuple[str, ...]) -> Catalog:
    tables = tables_and_query(Case("", "", "", statements))[0]
    wanted = {name for statement in statements if (name := read_function(statement))}
    functions = {name: _declared(function) for name, function in _user_functions().items() if name in wanted}
    return Catalog(_definitions(tables), functions, version=_version())


def _version() -> str:
    return ".".join(os.environ.get("FLINK_VERSION", "2.2").split(".")[:2])


def _definitions(tables: tuple[Table, ...]) -> dict[str, TableDef]:
    return {table.name: table_def(table) for table in tables}


def _user_functions() -> dict[str, UserFunction]:
    return {function.name: function for function in read_yaml(RECORDED / "tables.yml")[1]}


def _declared(function: UserFunction) -> Function:
    return declared(
        function.name,
        [(name, parse_type(text)) for name, text in function.arguments],
        parse_type(function.returns),
        function.kind,
        function.deterministic,
    )


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
