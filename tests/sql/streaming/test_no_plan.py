"""Queries that validate and yet have no stream plan: users meet that at submit, here they meet it before."""

from __future__ import annotations

import pytest

from tests.sql.bind.shop import analysed

LOST = "(SELECT id, CAST(ts AS TIMESTAMP(3)) AS t FROM orders)"
DAY = "INTERVAL '1' DAY"

NO_PLAN = [
    "SELECT id FROM orders ORDER BY amount",
    "SELECT id FROM orders ORDER BY ts DESC",
    "SELECT id FROM orders OFFSET 3",
    f"SELECT COUNT(*) FROM TABLE(TUMBLE({LOST}, DESCRIPTOR(t), {DAY})) GROUP BY window_start, window_end",
    f"SELECT COUNT(*) FROM {LOST} GROUP BY TUMBLE(t, {DAY})",
    "SELECT COUNT(*) FROM orders GROUP BY TUMBLE(ts, INTERVAL '1' MONTH)",
    "SELECT * FROM TABLE(CUMULATE(TABLE orders, DESCRIPTOR(ts), INTERVAL '7' MINUTE, INTERVAL '1' HOUR))",
    "SELECT RANK() OVER (ORDER BY amount, id) AS r FROM orders",
    "SELECT COUNT(*) OVER () AS n FROM orders",
    "SELECT SUM(id) OVER (ORDER BY ts) AS a, SUM(id) OVER (ORDER BY proc) AS b FROM orders",
    "SELECT * FROM (SELECT id, RANK() OVER (PARTITION BY customer ORDER BY amount) AS r FROM orders) WHERE r <= 3",
    "SELECT * FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) AS r FROM orders) WHERE r > 3",
    "SELECT o.id FROM orders o JOIN stock FOR SYSTEM_TIME AS OF o.proc AS s ON o.customer = s.sku",
    "SELECT o.id FROM orders o JOIN customers FOR SYSTEM_TIME AS OF o.ts AS c ON o.customer = c.tier",
    "SELECT o.id FROM orders o JOIN customers FOR SYSTEM_TIME AS OF o.ts AS c ON TRUE",
    "SELECT o.id FROM orders o JOIN shops FOR SYSTEM_TIME AS OF o.proc AS s ON o.customer <> s.name",
    "SELECT id FROM orders o JOIN payments p ON o.ts = p.channel",
    "SELECT id FROM orders WHERE id IN (SELECT order_id FROM payments WHERE orders.customer IN (SELECT name FROM customers))",
    "SELECT o.id FROM orders o JOIN payments p ON o.id IN (SELECT order_id FROM payments)",
    "SELECT o.id, x.d FROM orders o, LATERAL (SELECT o.amount * 2 AS d) x",
    "SELECT customer LIKE 'a' ESCAPE 'ab' FROM orders",
    "SELECT m.a FROM orders MATCH_RECOGNIZE (ORDER BY ts MEASURES A.id AS a PATTERN (A*) DEFINE A AS A.id > 1) AS m",
    "SELECT m.a FROM orders MATCH_RECOGNIZE (ORDER BY id MEASURES A.id AS a PATTERN (A B) DEFINE A AS A.id > 1) AS m",
    "SELECT m.n FROM stock MATCH_RECOGNIZE (ORDER BY sku MEASURES A.sku AS n PATTERN (A B) DEFINE A AS A.on_hand > 1) AS m",
]


@pytest.mark.parametrize("sql", NO_PLAN)
def test_has_no_stream_plan(sql: str) -> None:
    problems = analysed(sql).problems
    assert {problem.code for problem in problems} <= {"no_stream_plan", "argument_type"}
    assert problems


HAS_ONE = [
    "SELECT id FROM orders ORDER BY ts",
    "SELECT id FROM (SELECT id FROM orders ORDER BY amount)",
    "SELECT id FROM (SELECT id, RANK() OVER (ORDER BY amount, id) AS r FROM orders)",
    "SELECT id FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY amount DESC) AS r FROM orders) WHERE r <= 3",
    "SELECT SUM(id) OVER (ORDER BY amount) AS a FROM orders",
    "SELECT o.id FROM orders o JOIN customers FOR SYSTEM_TIME AS OF o.ts AS c ON o.customer = c.name",
]


@pytest.mark.parametrize("sql", HAS_ONE)
def test_has_a_stream_plan(sql: str) -> None:
    assert analysed(sql).problems == ()
