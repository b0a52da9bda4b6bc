"""Generated queries are wide and long: the work stays linear, and nothing ends in a crash."""

from __future__ import annotations

import time

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, TableDef
from tests.sql.bind.shop import analysed

INT = parse_type("INT")


def seconds(sql: str, catalog: Catalog | None = None) -> float:
    started = time.perf_counter()
    facts = analysed(sql, catalog) if catalog is not None else analysed(sql)
    assert facts.problems == ()
    return time.perf_counter() - started


def test_ten_thousand_columns() -> None:
    names = [f"c{i}" for i in range(10_000)]
    catalog = Catalog({"wide": TableDef("wide", tuple(ColumnDef(name, INT) for name in names))})
    assert seconds(f"SELECT {', '.join(f'{n} + 1 AS {n}' for n in names)} FROM (SELECT * FROM wide)", catalog) < 20


def test_five_thousand_common_tables_in_a_chain() -> None:
    chain = ", ".join(f"t{i} AS (SELECT id, amount FROM t{i - 1} WHERE amount > {i})" for i in range(1, 5000))
    assert seconds(f"WITH t0 AS (SELECT id, amount FROM orders), {chain} SELECT id FROM t4999") < 20


def test_common_tables_read_twice_each_do_not_double_the_work() -> None:
    chain = ", ".join(f"t{i} AS (SELECT a.id FROM t{i - 1} a JOIN t{i - 1} b ON a.id = b.id)" for i in range(1, 60))
    assert seconds(f"WITH t0 AS (SELECT id FROM orders), {chain} SELECT id FROM t59") < 20


def test_a_thousand_joins() -> None:
    joins = " ".join(f"JOIN payments p{i} ON p{i}.order_id = o.id" for i in range(1000))
    assert seconds(f"SELECT o.id FROM orders o {joins}") < 30


def test_a_union_of_two_thousand() -> None:
    assert seconds(" UNION ALL ".join(["SELECT id, amount FROM orders"] * 2000)) < 20


def test_nesting_that_is_too_deep_is_a_located_problem() -> None:
    facts = analysed("SELECT " + "(" * 5000 + "1" + ")" * 5000)
    assert [problem.code for problem in facts.problems] == ["syntax"]


def test_a_condition_on_a_long_chain() -> None:
    for op in ("+", "-", "||"):
        value = "id" if op != "||" else "CAST(id AS STRING)"
        assert seconds(f"SELECT id FROM orders WHERE {f' {op} '.join([value] * 5000)} > {'3' if op != '||' else repr('a')}") < 20
