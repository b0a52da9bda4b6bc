"""What a newcomer in a hurry is told: what is wrong, and what to write instead."""

from __future__ import annotations

import pytest

from tests.sql.bind.shop import analysed

SAID = [
    ("SELECT customer, SUM(amount) FROM orders GROUP BY 1", "`customer` is neither in GROUP BY nor inside an aggregate", "GROUP BY 1 groups by the number itself"),
    ("SELECT q.* FROM orders", "there is no table or alias `q` in FROM", "tables in FROM: orders"),
    ("WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT n FROM t", "there is no table `t`", "Flink has no recursive WITH"),
    ("WITH t AS (SELECT * FROM u), u AS (SELECT 1 AS x) SELECT x FROM t", "there is no table `u`", "`u` is defined below: put it first in WITH"),
    ("SELECT id FROM orders JOIN payments USING (id)", "USING needs `id` on both sides", "one side has no such column: order_id, paid"),
    ("SELECT COUNT(*) FROM TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' HOUR))", "HOP takes DATA, TIMECOL, SLIDE, SIZE, [OFFSET]; got 3 arguments",
     "TABLE(HOP(TABLE t, DESCRIPTOR(time), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE))"),
    ("SELECT COUNT(*) FROM orders GROUP BY HOP(ts, INTERVAL '1' HOUR)", "HOP in GROUP BY takes 3 arguments: the time column and slide and size", "GROUP BY HOP(time, "),
    ("SELECT 1 AS x FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MONTH))", "SIZE of TUMBLE is an interval of days to seconds, and this is INTERVAL MONTH", "INTERVAL '5' MINUTE"),
    ("SELECT id IN (SELECT order_id, paid FROM payments) AS x FROM orders", "IN compares 1 and 2 columns", "the subquery yields order_id, paid"),
    ("SELECT SUM(amount) OVER (ORDER BY ts RANGE 5 PRECEDING) AS x FROM orders", "RANGE measures the ORDER BY column, TIMESTAMP(3), in INT", "write an interval, or ROWS"),
    ("SELECT id FROM orders WHERE id = '1'", "Flink cannot run = between BIGINT and CHAR(1): write 1 without quotes", ""),
    ("SELECT id FROM orders WHERE id = 'one'", "Flink cannot run = between BIGINT and CHAR(3): 'one' is no number", ""),
    ("SELECT id FROM orders WHERE customer = 1", "Flink cannot run = between STRING and INT: write '1' in quotes, or CAST the string to a number", ""),
    ("SELECT -customer AS x FROM orders", "- takes a number or interval; got STRING (argument 1)", ""),
    ("SELECT MAX(items) AS x FROM orders", "Flink cannot order values of ARRAY<ROW<sku STRING, qty INT>>: aggregate a part of it, or take LAST_VALUE(..)", ""),
    ("SELECT (customer, ts) OVERLAPS (ts, ts) AS x FROM orders",
     "OVERLAPS takes two pairs of dates, times or timestamps, or of one and an interval; got STRING", ""),
    ("SELECT MAP('a', 1) AS x FROM orders", "there is no function `MAP`", "MAP is written so: MAP[key, value, ..]"),
    ("SELECT id AS x FROM orders WHERE proc IS NULL AND NULL", "NULL alone has no type, and AND joins conditions", "UNKNOWN"),
    ("SELECT o.id FROM orders o, (SELECT paid FROM payments p WHERE p.order_id = o.id) x", "there is no table or alias `o` in FROM", "write LATERAL before the query"),
    ("SELECT TIMESTAMPADD(DAYS, 1, ts) AS x FROM orders", "TIMESTAMPADD does not know the unit DAYS; write DAY", ""),
    ("SELECT ROW_NUMBER() AS x FROM orders", "ROW_NUMBER needs OVER", "OVER (PARTITION BY .. ORDER BY ..)"),
    ("SELECT COUNT(*) AS n FROM orders GROUP BY SUM(id)", "SUM is an aggregate, and GROUP BY is about single rows", "aggregate in a subquery"),
    ("SELECT COUNT(DISTINCT id, customer) AS n FROM orders", "COUNT(DISTINCT ..) counts one column in Flink; got 2: join them, CONCAT_WS('|', a, b)", ""),
    ("SELECT 12345678901234567890 AS n FROM orders", "no type holds this number", "write a DECIMAL: 12345678901234567890.0"),
    ("SELECT INTERVAL '1' DAY / 2 AS x FROM orders", "Flink divides no interval; got INT", ""),
    ("SELECT items % 2 AS x FROM orders", "% takes two whole numbers or DECIMALs; got ARRAY<ROW<sku STRING, qty INT>> % INT", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "message", "help"), SAID)
def test_what_is_said(sql: str, message: str, help: str) -> None:
    problem = analysed(sql).problems[0]
    assert problem.message == message
    assert help in (problem.help or "")
