from __future__ import annotations

import pytest

from tests.sql.bind.shop import accepted

NAMES = [
    ("SELECT id, amount AS total FROM orders", ["id", "total"]),
    ("SELECT id + 1, amount * 2 AS a, UPPER(customer) FROM orders", ["EXPR$0", "a", "EXPR$2"]),
    ("SELECT 1 AS a, 2 AS a, 3 AS a0", ["a", "a0", "a00"]),
    ("SELECT p.*, p.channel FROM payments AS p", ["order_id", "paid", "channel", "ts", "channel0"]),
    ("SELECT o.id, s.* FROM orders o JOIN stock s ON o.customer = s.sku", ["id", "sku", "on_hand"]),
    ("SELECT * FROM payments JOIN stock ON channel = sku", ["order_id", "paid", "channel", "ts", "sku", "on_hand"]),
    ("SELECT ts0 FROM (SELECT * FROM payments p JOIN orders o ON p.order_id = o.id)", ["ts0"]),
    ("SELECT * FROM payments JOIN orders USING (ts)", ["ts", "order_id", "paid", "channel", "id", "customer", "amount", "items", "proc"]),
    ("WITH c(a, b) AS (SELECT id, customer FROM orders) SELECT * FROM c", ["a", "b"]),
    ("SELECT v.n FROM (VALUES (1, 'x'), (2, 'y')) AS v(n, t)", ["n"]),
    ("SELECT id, sku, qty FROM orders CROSS JOIN UNNEST(items) AS i (sku, qty)", ["id", "sku", "qty"]),
    ("SELECT channel FROM payments UNION ALL SELECT tier FROM customers", ["channel"]),
    ("SELECT * FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(ts), INTERVAL '5' MINUTE))",
     ["order_id", "paid", "channel", "ts", "window_start", "window_end", "window_time"]),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "names"), NAMES)
def test_names_are_the_planners(sql: str, names: list[str]) -> None:
    assert [column.name for column in accepted(sql).columns] == names


TYPES = [
    ("SELECT id AS c FROM orders", "BIGINT NOT NULL"),
    ("SELECT amount * 2 AS c FROM orders", "DECIMAL(21, 2)"),
    ("SELECT SUM(amount) AS c FROM orders GROUP BY customer", "DECIMAL(38, 2)"),
    ("SELECT MIN(id) AS c FROM orders GROUP BY customer", "BIGINT NOT NULL"),
    ("SELECT MIN(id) AS c FROM orders", "BIGINT"),
    ("SELECT COUNT(*) AS c FROM orders", "BIGINT NOT NULL"),
    ("SELECT MAX(id) FILTER (WHERE amount > 1) AS c FROM orders GROUP BY customer", "BIGINT"),
    ("SELECT s.sku AS c FROM orders o LEFT JOIN stock s ON o.customer = s.sku", "STRING"),
    ("SELECT s.sku AS c FROM orders o JOIN stock s ON o.customer = s.sku", "STRING NOT NULL"),
    ("SELECT o.id AS c FROM orders o RIGHT JOIN stock s ON o.customer = s.sku", "BIGINT"),
    ("SELECT CASE WHEN amount > 1 THEN id END AS c FROM orders", "BIGINT"),
    ("SELECT (SELECT COUNT(*) FROM stock) AS c FROM orders", "BIGINT"),
    ("SELECT id IN (1, 2) AS c FROM orders", "BOOLEAN NOT NULL"),
    ("SELECT items[1].qty AS c FROM orders", "INT"),
    ("SELECT id AS c FROM orders GROUP BY ROLLUP (id)", "BIGINT"),
    ("SELECT window_start AS c FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY))", "TIMESTAMP(3) NOT NULL"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "type"), TYPES)
def test_type_and_nullability(sql: str, type: str) -> None:
    (column,) = accepted(sql).columns
    assert str(column.type) == type
    assert column.nullable is not type.endswith("NOT NULL")


TIMES = [
    ("SELECT ts AS c FROM orders", "rowtime"),
    ("SELECT proc AS c FROM orders", "proctime"),
    ("SELECT PROCTIME() AS c FROM orders", "proctime"),
    ("SELECT CAST(ts AS TIMESTAMP(3)) AS c FROM orders", None),
    ("SELECT window_time AS c FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY))", "rowtime"),
    ("SELECT window_end AS c FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY))", None),
    ("SELECT TUMBLE_ROWTIME(ts, INTERVAL '1' DAY) AS c FROM orders GROUP BY TUMBLE(ts, INTERVAL '1' DAY)", "rowtime"),
]


@pytest.mark.parametrize(("sql", "time"), TIMES)
def test_time_attributes(sql: str, time: str | None) -> None:
    (column,) = accepted(sql).columns
    assert column.time == time


def test_a_column_says_where_it_is_written() -> None:
    sql = "SELECT id, amount * 2 AS twice FROM orders"
    assert [sql[c.start : c.end] for c in accepted(sql).columns] == ["id", "amount * 2 AS twice"]
