"""`on_malformed: skip`: a record that cannot be read whole is left out, whole.

Flink's formats skip what is no JSON at all; of a record with one bad field they make that field null, and a column declared
NOT NULL then holds a default (-1 for a BIGINT) that nobody sees is wrong. So the columns are read as nullable, and a view of
the table's name leaves out the records that lack what must not be null. An event time is of that kind however it is declared:
a null one would end the job where watermarks are made (there it counts as 1970, which moves no watermark) and again where
rows with event times are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from streamt.compile.flink.tables import Table, TableColumn
from streamt.compile.text import identifier

_EPOCH = "TIMESTAMP '1970-01-01 00:00:00'"


def statements(table: Table) -> Iterator[str]:
    """The statements that declare a table: itself, or its records and the view that leaves out the bad ones.

    A table with a primary key stays as it is: its changelog would not survive leaving out a part.
    """
    time = table.watermark.column if table.watermark else None
    needed = [column.name for column in table.columns if _is_read(column) and (not column.nullable or column.name == time)]
    if not table.skips_malformed or not needed or table.primary_key:
        yield table.ddl
        return
    records = _records(table)
    items = [
        f"{identifier(_safe(column.name))} AS {identifier(column.name)}" if column.name == time and column.name in needed
        else identifier(column.name)
        for column in table.columns
    ]  # fmt: skip
    present = " AND ".join(f"{identifier(name)} IS NOT NULL" for name in needed)
    yield records.ddl
    yield (
        f"CREATE TEMPORARY VIEW {identifier(table.name)} AS\nSELECT {', '.join(items)}\n"
        f"FROM {identifier(records.name)}\nWHERE {present}"
    )


def _records(table: Table) -> Table:
    """The table with its columns as the format may leave them; no node has an `@` before such a word in its name."""
    columns = tuple(replace(column, nullable=True) if _is_read(column) else column for column in table.columns)
    mark = table.watermark
    if mark is not None and any(column.name == mark.column and _is_read(column) for column in table.columns):
        name = identifier(mark.column)
        safe = TableColumn(_safe(mark.column), None, expression=f"COALESCE({name}, {_EPOCH})")
        columns, mark = (*columns, safe), replace(mark, column=safe.name)
    return replace(table, name=f"{table.name}@records", columns=columns, watermark=mark)


def _is_read(column: TableColumn) -> bool:
    """By the format, which may leave it null."""
    return column.expression is None and column.metadata is None


def _safe(column: str) -> str:
    return f"{column}@known"
