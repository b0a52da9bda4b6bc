from __future__ import annotations

import pytest

from streamt.compile.fingerprints import Fingerprints, fingerprints
from streamt.sql import Catalog, ColumnDef, TableDef, analyse_query

CATALOG = Catalog(tables={"t": TableDef("t", tuple(ColumnDef(name, None) for name in "abc"))}, functions={})


def of(sql: str) -> Fingerprints:
    return fingerprints(sql, analyse_query(sql, CATALOG).columns)


@pytest.mark.parametrize(
    "sql",
    ["select a, b from t", "SELECT a -- the first\n, b FROM `t`;", "SELECT a AS a, b FROM t"],
)
def test_formatting_and_comments_do_not_count(sql: str) -> None:
    one, other = of("SELECT a, b FROM t"), of(sql)
    assert one.rows is not None
    assert (one.rows, one.columns) == (other.rows, other.columns)


@pytest.mark.parametrize(
    "sql",
    ["SELECT a, b, c FROM t", "SELECT b, a FROM t", "SELECT a, b || 'x' AS b FROM t", "SELECT a FROM t"],
)
def test_the_select_list_does_not_touch_the_rows(sql: str) -> None:
    assert of("SELECT a, b FROM t").rows == of(sql).rows


@pytest.mark.parametrize("sql", ["SELECT a, b FROM t WHERE c = 1", "SELECT a, b FROM (SELECT a, b FROM t)"])
def test_everything_else_does(sql: str) -> None:
    assert of("SELECT a, b FROM t").rows != of(sql).rows


@pytest.mark.parametrize(
    "sql", ["SELECT DISTINCT a, b FROM t", "SELECT a FROM t UNION SELECT b FROM t", "SELECT nope FROM (("]
)
def test_where_the_select_list_decides_the_rows_they_are_not_told_apart(sql: str) -> None:
    assert of(sql).rows is None
    assert of(sql).columns == {}


def test_only_the_changed_column_differs() -> None:
    one, other = of("SELECT a, UPPER(b) AS b FROM t"), of("SELECT a, LOWER(b) AS b FROM t")
    assert one.columns["a"] == other.columns["a"]
    assert one.columns["b"] != other.columns["b"]


def test_a_star_belongs_to_the_rows() -> None:
    assert of("SELECT * FROM t").columns == {}
    assert of("SELECT * FROM t").rows != of("SELECT a, b, c FROM t").rows
