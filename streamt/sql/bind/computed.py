"""The type of a computed column that declares none: from its expression over the table's other columns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from streamt.coltypes import UNKNOWN, DataType
from streamt.sql.facts import Catalog, ColumnDef, TableDef, TimeKind

if TYPE_CHECKING:
    from streamt.sql.bind.context import Binding


def computed_type(b: Binding, table: TableDef, column: ColumnDef) -> tuple[DataType, TimeKind | None]:
    """(type, time attribute); UNKNOWN where there is no expression or it has an error."""
    if column.expression is None:
        return UNKNOWN, None
    others = tuple(other for other in table.columns if other.type is not None)
    return _infer(column.expression, others, b.catalog.version)


@lru_cache(maxsize=1024)
def _infer(text: str, columns: tuple[ColumnDef, ...], version: str) -> tuple[DataType, TimeKind | None]:
    from streamt.sql.bind import analyse_plan

    table = TableDef("t", columns)
    plan = analyse_plan(f"SELECT {text} AS c FROM t", Catalog({"t": table}, version=version))
    if plan is None or not plan.columns:
        return UNKNOWN, None
    return plan.columns[0].type, plan.columns[0].time
