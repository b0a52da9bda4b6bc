from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.oracle.corpus import RECORDED, Case, read_queries, recorded_statements, tables_and_query
from tests.oracle.generate import cases
from tests.oracle.judge import operator_name, plain_type
from tests.oracle.tables import Column, Table, UnreadableTable, ddl, read_table, read_yaml

ORDERS = Table(
    "orders",
    (
        Column("id", "BIGINT", nullable=False),
        Column("price", "DECIMAL(10, 2)"),
        Column("items", "ARRAY<ROW<sku STRING, qty INT>>"),
        Column("at", "TIMESTAMP(3)"),
        Column("half", expression="CONCAT('a, b', 'c')"),
        Column("partition_id", "INT", metadata="partition"),
        Column("headers", "MAP<STRING, BYTES>", metadata=""),
    ),
    event_time="at",
    delay_ms=5000,
    key=("id",),
    changelog="upsert",
)


def test_a_table_survives_its_ddl():
    assert read_table(ddl(ORDERS)) == ORDERS


def test_every_recorded_table_survives_its_ddl():
    tables, _ = read_yaml(RECORDED / "tables.yml")
    assert tables_and_query(Case("", "", "", recorded_statements()))[0] == tables


def test_a_changelog_that_sources_cannot_have_is_not_judged():
    assert not read_table("CREATE TABLE t (a INT) WITH ('changelog-mode' = 'I,D')").plain


def test_other_statements_are_no_tables():
    with pytest.raises(UnreadableTable):
        read_table("CREATE DATABASE d")


def test_views_become_common_table_expressions():
    statements = ("CREATE TABLE t (a INT) WITH ('connector' = 'oracle')", "CREATE VIEW v AS SELECT a FROM t")
    assert tables_and_query(Case("", "", "WITH w AS (SELECT 1) SELECT * FROM v, w", statements))[1] == (
        "WITH `v` AS (SELECT a FROM t), w AS (SELECT 1) SELECT * FROM v, w"
    )


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("-- one: a remark\nSELECT 1;", [("one", "SELECT 1")]),
        ("-- a\nSELECT 1;\n\n-- b\nSELECT 2;", [("a", "SELECT 1"), ("b", "SELECT 2")]),
        ("-- {x|y}\nSELECT {1|2};", [("x", "SELECT 1"), ("y", "SELECT 2")]),
        ("-- n\nSELECT {a|b}{| AS c};", [("n_1", "SELECT a"), ("n_2", "SELECT b AS c")]),
        ("-- n\nSELECT {a \\|\\| b|c};", [("n_1", "SELECT a || b"), ("n_2", "SELECT c")]),
        ("-- n\nPATTERN (A{2,3} B);", [("n", "PATTERN (A{2,3} B)")]),
    ],
)
def test_reading_queries(text: str, queries: Sequence[tuple[str, str]]):
    assert list(read_queries(text)) == queries


def test_unlike_numbers_of_choices_are_an_error():
    with pytest.raises(ValueError, match="unlike numbers of choices"):
        list(read_queries("-- n\nSELECT {a|b} {c|d|e};"))


@pytest.mark.parametrize(
    ("spelt", "same"),
    [
        ("ROW<`a` INT NOT NULL, `b` STRING>", "ROW<a INT,b VARCHAR(2147483647)>"),
        ("TIMESTAMP(3) WITH LOCAL TIME ZONE", "TIMESTAMP_LTZ(3)"),
        ("DECIMAL(10, 2)", "DECIMAL(10,2)"),
    ],
)
def test_one_type_in_two_spellings(spelt: str, same: str):
    assert plain_type(spelt) == plain_type(same)


def test_the_halves_of_an_aggregate_are_one_operator():
    assert operator_name("GlobalWindowAggregate") == "WindowAggregate"


def test_a_seed_draws_the_same_queries_again():
    drawn = list(cases(seed=3, count=60))
    assert drawn == list(cases(seed=3, count=60))
    assert len({case.query for case in drawn}) == 60
    assert drawn != list(cases(seed=4, count=60))
