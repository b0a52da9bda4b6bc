from __future__ import annotations

import pytest

from tests.sql.bind.shop import analysed

REFUSED = [
    ("SELECT amuont FROM orders", "unknown_column", "amuont"),
    ("SELECT ID FROM orders", "unknown_column", "ID"),
    ("SELECT o.nope FROM orders o", "unknown_column", "o.nope"),
    ("SELECT x.id FROM orders o", "unknown_table", "x.id"),
    ("SELECT id FROM ordres", "unknown_table", "ordres"),
    ("SELECT ts FROM orders o JOIN payments p ON o.id = p.order_id", "ambiguous_column", "ts"),
    ("SELECT * FROM (SELECT id, id FROM orders)", "ambiguous_column", "*"),
    ("SELECT SUMM(amount) FROM orders", "unknown_function", "SUMM"),
    ("SELECT customer + 1 FROM orders WHERE TRUE", "argument_type", "customer + 1"),
    ("SELECT UPPER(id) FROM orders", "argument_type", "id"),
    ("SELECT customer, amount FROM orders GROUP BY customer", "not_grouped", "amount"),
    ("SELECT customer, COUNT(*) FROM orders", "not_grouped", "customer"),
    ("SELECT * FROM orders GROUP BY id", "not_grouped", "*"),
    ("SELECT SUM(COUNT(*)) FROM orders", "nested_aggregate", "COUNT(*)"),
    ("SELECT id FROM orders WHERE SUM(amount) > 1", "aggregate_place", "SUM(amount)"),
    ("SELECT ROW_NUMBER() FROM orders", "no_stream_plan", "ROW_NUMBER()"),
    ("SELECT RANK() OVER (PARTITION BY id) FROM orders", "window", "RANK() OVER (PARTITION BY id)"),
    ("SELECT SUM(id) OVER w FROM orders", "window", "w"),
    ("SELECT id FROM orders WHERE amount", "type_mismatch", "amount"),
    ("SELECT id FROM orders UNION ALL SELECT id, ts FROM orders", "union_mismatch", "SELECT id, ts FROM orders"),
    ("SELECT id FROM orders UNION ALL SELECT ts FROM orders", "union_mismatch", "SELECT ts FROM orders"),
    ("SELECT o.id FROM orders o JOIN payments p", "syntax", "payments p"),
    ("SELECT o.id FROM orders o JOIN payments o ON TRUE", "duplicate_alias", "payments o"),
    ("SELECT id FROM orders AS o (a, b)", "alias_columns", "a, b"),
    ("SELECT NULL AS n FROM orders", "untyped_null", "NULL"),
    ("SELECT TUMBLE_START(ts, INTERVAL '1' DAY) FROM orders GROUP BY id", "window", "TUMBLE_START(ts, INTERVAL '1' DAY)"),
    ("SELECT * FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(customer), INTERVAL '1' DAY))", "argument_type", "customer"),
    ("SELECT * FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts)))", "argument_count", "TUMBLE(TABLE orders, DESCRIPTOR(ts))"),
    ("SELECT id IN (SELECT order_id, ts FROM payments) FROM orders", "argument_count", "id IN (SELECT order_id, ts FROM payments)"),
    ("SELECT MATCH_ROWTIME() FROM orders", "unsupported", "MATCH_ROWTIME()"),
    ("SELECT /*+ NO_SUCH('o') */ id FROM orders o", "hint", "NO_SUCH('o')"),
    ("SELECT ts + INTERVAL 'x' DAY FROM orders", "syntax", "INTERVAL 'x' DAY"),
    ("SELEC id FROM orders", "syntax", "SELEC"),
    ("SELECT id FROM orders WHERE customer ILIKE 'a%'", "unsupported", "customer ILIKE 'a%'"),
    ("SELECT id FROM orders QUALIFY amount > 1", "window", "amount > 1"),
    ("SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer QUALIFY ROW_NUMBER() OVER (ORDER BY n) = 1", "unsupported",
     "ROW_NUMBER() OVER (ORDER BY n) = 1"),
    ("SELECT o.id FROM orders o JOIN payments FOR SYSTEM_TIME AS OF PROCTIME() AS p ON o.id = p.order_id", "unsupported", "PROCTIME()"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "code", "place"), REFUSED)
def test_refused_at_its_place(sql: str, code: str, place: str) -> None:
    (problem,) = analysed(sql).problems
    assert (problem.code, sql[problem.start : problem.end]) == (code, place)


def test_a_typo_names_what_was_meant() -> None:
    (problem,) = analysed("SELECT amuont FROM orders").problems
    assert problem.help == "did you mean `amount`?"


def test_a_name_in_the_wrong_case_says_that_case_counts() -> None:
    (problem,) = analysed("SELECT Amount FROM orders").problems
    assert problem.help is not None
    assert "case-sensitive" in problem.help


SILENT = [
    "SELECT nope + 1, UPPER(nope), SUM(nope) OVER (ORDER BY nope) FROM clicks",
    "SELECT user_id, page, COUNT(*) FROM clicks GROUP BY user_id, page",
    "SELECT * FROM clicks JOIN orders ON page = customer",
]


@pytest.mark.parametrize("sql", SILENT)
def test_an_open_source_is_never_accused(sql: str) -> None:
    assert analysed(sql).problems == ()


ONE_CAUSE = [
    "SELECT a + 1 AS b, UPPER(a) FROM (SELECT nope AS a FROM orders) WHERE a > 3",
    "WITH w AS (SELECT x.* FROM nowhere AS x) SELECT a, b, c FROM w WHERE d = 1",
    "SELECT f, f + 1 FROM (SELECT NO_FUNCTION(id) AS f FROM orders)",
]


@pytest.mark.parametrize("sql", ONE_CAUSE)
def test_one_mistake_is_one_problem(sql: str) -> None:
    assert len(analysed(sql).problems) == 1


def test_a_mistake_in_a_common_table_nobody_reads_does_not_count() -> None:
    assert analysed("WITH w AS (SELECT nope FROM orders) SELECT id FROM orders").problems == ()


def test_a_star_over_an_open_source_leaves_the_columns_unknown() -> None:
    facts = analysed("SELECT * FROM clicks")
    assert facts.columns_known is False
    assert [column.name for column in facts.columns] == ["user_id"]


@pytest.mark.parametrize("clause", ["WHERE total > 1", "GROUP BY total", "HAVING total > 1"])
def test_a_name_of_select_is_not_known_in_other_clauses(clause: str) -> None:
    problem = analysed(f"SELECT SUM(amount) AS total FROM orders {clause}").problems[0]
    assert "is a name that SELECT gives" in problem.message


def test_a_key_that_is_not_known_says_nothing_of_what_is_grouped() -> None:
    facts = analysed("SELECT UPPER(customer) AS c, COUNT(*) AS n FROM orders GROUP BY c")
    assert [problem.code for problem in facts.problems] == ["unknown_column"]
