"""Forms of the grammar that not every version of Flink has; what 1.20.3, 2.0.0, 2.1.0 and 2.2.1 said of these queries."""

from __future__ import annotations

import pytest

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, TableDef
from streamt.sql.analyse import analyse_query

TYPES = {"shop": "STRING", "kind": "STRING", "price": "DOUBLE", "tags": "ARRAY<STRING>"}
SALES = TableDef("sales", tuple(ColumnDef(name, parse_type(text)) for name, text in TYPES.items()))
FEW = "(SELECT shop, kind, price FROM sales)"


def facts(sql: str, version: str):
    return analyse_query(sql, Catalog({"sales": SALES}, version=version))


@pytest.mark.parametrize("version", ["1.20", "2.0", "2.1"])
def test_pivot_yields_an_aggregate_for_each_value(version: str):
    sql = f"SELECT * FROM {FEW} PIVOT (SUM(price), COUNT(*) AS n FOR kind IN ('a' AS x, 'b'))"
    found = facts(sql, version)
    assert not found.problems
    assert [(column.name, str(column.type), column.nullable) for column in found.columns] == [
        ("shop", "STRING", True),
        ("x", "DOUBLE", True),
        ("x_n", "BIGINT NOT NULL", False),
        ("'b'", "DOUBLE", True),
        ("'b'_n", "BIGINT NOT NULL", False),
    ]
    assert found.changelog == "upsert"


def test_pivot_is_one_finding_where_the_planner_fails_on_it():
    (problem,) = facts(f"SELECT * FROM {FEW} PIVOT (SUM(price) FOR kind IN ('a', 'b'))", "2.2").problems
    assert problem.message == "Flink 2.2 fails on PIVOT"


def test_unpivot_has_no_plan_in_any_version():
    sql = "SELECT * FROM (SELECT shop, kind FROM sales) UNPIVOT (v FOR k IN (shop AS 's', kind AS 'k'))"
    assert [problem.code for problem in facts(sql, "1.20").problems] == ["no_stream_plan"]


@pytest.mark.parametrize(
    ("sql", "since"),
    [
        ("VALUE (1)", "2.0"),
        ("SELECT E'a'", "2.0"),
        ("SELECT INTERVAL '1' WEEK", "2.0"),
        ("SELECT TIMESTAMP WITH LOCAL TIME ZONE '2024-01-31 12:00:00'", "2.0"),
        ("SELECT CURRENT_DATE()", "2.0"),
        ("SELECT t.tag FROM sales, LATERAL UNNEST(tags) AS t (tag)", "2.0"),
        ("SELECT t.tag FROM sales, UNNEST(tags) WITH ORDINALITY AS t (tag, n)", "2.1"),
        ("WITH RECURSIVE r AS (SELECT shop FROM sales) SELECT * FROM r", "2.2"),
    ],
)
def test_a_form_that_came_later(sql: str, since: str):
    versions = ("1.20", "2.0", "2.1", "2.2")
    assert [version for version in versions if not facts(sql, version).problems] == [
        v for v in versions if v >= since
    ]
