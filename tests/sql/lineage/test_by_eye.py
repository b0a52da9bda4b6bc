"""Lineage as a reader of the query would write it down: values and what decides on them, column by column.

A block is a line `-- what it shows`, a query over the recorded tables, and what is expected of it: `rows:` has what decides on
which rows there are, then each column has its origins and, behind `|`, what decides on that column alone. `-`: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from streamt.sql import OutputColumn
from tests.oracle.corpus import Case, recorded_statements
from tests.oracle.subject import facts_of

HERE = Path(__file__).parent
AT_LEAST = 120


class Block(NamedTuple):
    shows: str
    query: str
    rows: frozenset[str]
    columns: tuple[str, ...]


def blocks() -> Iterator[Block]:
    for path in sorted(HERE.glob("*.txt")):
        for text in path.read_text(encoding="utf-8").removeprefix("-- ").split("\n-- "):
            shows, _, rest = text.partition("\n")
            query, _, expected = rest.partition(";\n")
            lines = [line for line in expected.splitlines() if line.strip()]
            rows = [line.removeprefix("rows: ") for line in lines if line.startswith("rows: ")]
            yield Block(f"{path.stem}: {shows}", query, listed(*rows), tuple(line for line in lines if not line.startswith("rows: ")))


def listed(*texts: str) -> frozenset[str]:
    return frozenset(item.strip() for text in texts for item in text.split(",") if item.strip() not in ("", "-"))


def written(column: OutputColumn, rows: frozenset[str]) -> str:
    """The column in the words of a block; what decides on all rows is left out."""
    origins = ", ".join(f"{origin.table}.{origin.column} {origin.kind}" for origin in sorted(column.lineage)) or "-"
    deciding = {f"{influence.table}.{influence.column} {influence.kind}" for influence in column.influenced_by}
    missing = "".join(f" (not {item})" for item in sorted(rows - deciding))
    own = ", ".join(sorted(deciding - rows))
    return f"{column.name}: {origins}" + (f" | {own}" if own else "") + missing


@pytest.mark.parametrize("block", list(blocks()), ids=lambda block: block.shows)
def test_lineage_as_it_is_read(block: Block):
    facts = facts_of(Case("by_eye", "lineage", block.query, recorded_statements()))
    assert not [problem.message for problem in facts.problems]
    assert facts.columns_known
    assert all(origin.certainty == "proven" for column in facts.columns for origin in column.lineage)
    assert tuple(written(column, block.rows) for column in facts.columns) == block.columns


def test_there_are_enough_of_them():
    names = [block.shows for block in blocks()]
    assert len(names) == len(set(names))
    assert len(names) >= AT_LEAST
