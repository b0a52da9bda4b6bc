from __future__ import annotations

import pytest

from tests.sql.bind.shop import accepted

MODES = [
    ("SELECT id FROM orders", "append", []),
    ("SELECT id FROM orders WHERE amount > 1", "append", []),
    ("SELECT customer, SUM(amount) AS s FROM orders GROUP BY customer", "upsert", [["customer"]]),
    ("SELECT SUM(amount) AS s FROM orders", "upsert", [[]]),
    ("SELECT s FROM (SELECT customer, SUM(amount) AS s FROM orders GROUP BY customer)", "retract", []),
    ("SELECT * FROM (SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer) WHERE customer = 'a'", "retract", []),
    ("SELECT DISTINCT customer FROM orders", "upsert", [["customer"]]),
    ("SELECT name, tier FROM customers", "upsert", [["name"]]),
    ("SELECT tier FROM customers", "retract", []),
    ("SELECT CAST(id AS BIGINT) AS id FROM orders", "append", []),
    ("SELECT name AS a, name AS b FROM customers", "upsert", [["a"], ["b"]]),
    ("SELECT o.id, p.paid FROM orders o JOIN payments p ON o.id = p.order_id", "append", []),
    ("SELECT o.id, p.paid FROM orders o LEFT JOIN payments p ON o.id = p.order_id", "retract", []),
    ("SELECT o.id FROM orders o LEFT JOIN payments p ON o.id = p.order_id WHERE p.paid > 1", "append", []),
    ("SELECT c.name, s.on_hand FROM customers c JOIN stock s ON c.name = s.sku", "upsert", [["name"]]),
    ("SELECT window_start, SUM(amount) AS s FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY)) GROUP BY window_start, window_end", "append", []),
    ("SELECT customer, id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY ts) AS n FROM orders) WHERE n = 1", "append", [["customer"]]),
    ("SELECT customer, id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY ts DESC) AS n FROM orders) WHERE n = 1", "upsert", [["customer"]]),
    ("SELECT customer, n FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) AS n FROM orders) WHERE n <= 3", "upsert", [["customer", "n"]]),
    ("SELECT id FROM orders WHERE customer IN (SELECT name FROM customers)", "retract", []),
    ("SELECT id FROM orders WHERE id NOT IN (SELECT order_id FROM payments)", "retract", []),
    ("SELECT customer FROM orders UNION SELECT name FROM customers", "upsert", [["customer"]]),
    ("SELECT customer FROM orders UNION ALL SELECT name FROM customers", "retract", []),
    ("SELECT id FROM orders ORDER BY amount LIMIT 3", "retract", []),
    ("SELECT id FROM orders WHERE 1 = 0", "append", []),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "mode", "keys"), MODES)
def test_changelog_and_keys(sql: str, mode: str, keys: list[list[str]]) -> None:
    facts = accepted(sql)
    assert (facts.changelog, [list(key) for key in facts.upsert_keys]) == (mode, keys)
