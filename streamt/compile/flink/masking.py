"""A mask as an expression of Flink SQL: what a masked sink's job writes in place of the value."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.analysis.model import NodeColumn
from streamt.compile.text import identifier


def masked(name: str, method: str, sql_type: str) -> str:
    """`method` is hash, redact, partial or null. A null stays a null, whatever the mask."""
    column = identifier(name)
    text = column if sql_type.startswith(("STRING", "VARCHAR", "CHAR")) else f"CAST({column} AS STRING)"
    if method == "hash":
        return f"SHA256({text})"
    if method == "redact":
        return f"CASE WHEN {column} IS NULL THEN CAST(NULL AS {sql_type}) ELSE '[REDACTED]' END"
    if method == "partial":
        # The last four characters stay, unless they are most of the value.
        return f"CASE WHEN CHAR_LENGTH({text}) > 8 THEN CONCAT('****', RIGHT({text}, 4)) WHEN {text} IS NULL THEN CAST(NULL AS STRING) ELSE '****' END"
    return f"CAST(NULL AS {sql_type})"


def masking_select(query: str, columns: Sequence[NodeColumn], before: Sequence[NodeColumn], methods: dict[str, str]) -> str:
    """The query with the masks around it. `before` are its columns as they are without masks."""
    types = {column.name: column.type.sql if column.type else "STRING" for column in before}
    items = [
        f"{masked(column.name, methods[column.name], types[column.name])} AS {identifier(column.name)}"
        if column.name in methods
        else identifier(column.name)
        for column in columns
    ]
    return f"SELECT {', '.join(items)}\nFROM (\n{query.rstrip().rstrip(';').rstrip()}\n)"
