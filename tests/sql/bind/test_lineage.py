from __future__ import annotations

import pytest

from tests.sql.bind.shop import accepted, analysed

VALUES = [
    ("SELECT id AS c FROM orders", ["orders.id identity"]),
    ("SELECT amount + id AS c FROM orders", ["orders.amount transform", "orders.id transform"]),
    ("SELECT SUM(amount) AS c FROM orders", ["orders.amount aggregate"]),
    ("SELECT COUNT(*) AS c FROM orders", []),
    ("SELECT c FROM (SELECT amount AS c FROM orders)", ["orders.amount identity"]),
    ("WITH a AS (SELECT SUM(amount) AS s, customer FROM orders GROUP BY customer) SELECT s / 2 AS c FROM a", ["orders.amount aggregate"]),
    ("SELECT channel AS c FROM payments UNION SELECT tier FROM customers", ["customers.tier identity", "payments.channel identity"]),
    ("SELECT channel AS c FROM payments EXCEPT SELECT tier FROM customers", ["payments.channel identity"]),
    ("SELECT i.sku AS c FROM orders CROSS JOIN UNNEST(items) AS i (sku, qty)", ["orders.items transform"]),
    ("SELECT CAST(amount AS DECIMAL(10, 2)) AS c FROM orders", ["orders.amount identity"]),
    ("SELECT CAST(amount AS STRING) AS c FROM orders", ["orders.amount transform"]),
    ("SELECT ROW_NUMBER() OVER (PARTITION BY customer ORDER BY ts) AS c FROM orders", []),
    ("SELECT SUM(amount) OVER (PARTITION BY customer ORDER BY ts) AS c FROM orders", ["orders.amount aggregate"]),
    ("SELECT (SELECT MAX(paid) FROM payments WHERE order_id = id) AS c FROM orders", ["payments.paid aggregate"]),
    ("SELECT m.top AS c FROM orders MATCH_RECOGNIZE (PARTITION BY customer ORDER BY ts MEASURES MAX(A.amount) AS top "
     "PATTERN (A+ B) DEFINE A AS A.amount > 1) AS m", ["orders.amount aggregate"]),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "origins"), VALUES)
def test_origins_of_a_value(sql: str, origins: list[str]) -> None:
    (column,) = accepted(sql).columns
    assert [f"{o.table}.{o.column} {o.kind}" for o in column.lineage] == origins


FOLDED = [
    ("CASE WHEN FALSE THEN amount ELSE id END", ["orders.id transform"]),
    ("CASE WHEN customer = 'x' THEN amount ELSE amount END", ["orders.amount identity"]),
    ("CASE WHEN id IS NULL THEN amount ELSE id END", ["orders.id transform"]),
    ("CASE WHEN customer IS NULL THEN amount END", ["orders.amount transform", "orders.customer transform"]),
    ("id IN (SELECT order_id FROM payments)", ["orders.id transform", "payments.order_id transform"]),
    ("id = id", []),
    ("customer = customer", ["orders.customer transform"]),
    ("amount + CAST(NULL AS INT)", []),
    ("COALESCE(amount, CAST(NULL AS INT))", ["orders.amount transform"]),
    ("SUM(CASE WHEN FALSE THEN id ELSE amount END)", ["orders.amount aggregate"]),
    ("SUM(CASE WHEN FALSE THEN id ELSE amount END) OVER (PARTITION BY customer ORDER BY ts)",
     ["orders.amount aggregate", "orders.id aggregate"]),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "origins"), FOLDED)
def test_what_the_planner_folds_away_is_no_origin(expression: str, origins: list[str]) -> None:
    (column,) = accepted(f"SELECT {expression} AS c FROM orders").columns
    assert [f"{o.table}.{o.column} {o.kind}" for o in column.lineage] == origins


INFLUENCES = [
    ("SELECT id FROM orders WHERE id IS NOT NULL", []),
    ("SELECT DISTINCT n FROM (SELECT COUNT(*) AS n FROM orders)", []),
    ("SELECT id FROM orders WHERE id IS NOT NULL AND amount > 1", ["orders.amount filter", "orders.id filter"]),
    ("SELECT id FROM orders WHERE amount > 1", ["orders.amount filter"]),
    ("SELECT o.id FROM orders o JOIN payments p ON o.id = p.order_id", ["orders.id join_key", "payments.order_id join_key"]),
    ("SELECT COUNT(*) FROM orders GROUP BY customer", ["orders.customer group_key"]),
    ("SELECT id FROM orders ORDER BY amount LIMIT 3", ["orders.amount order"]),
    ("SELECT id FROM (SELECT * FROM orders ORDER BY amount)", []),
    ("SELECT window_start FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY))", ["orders.ts window"]),
    ("SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY ts) AS n FROM orders) WHERE n = 1",
     ["orders.customer group_key", "orders.ts order"]),
    ("WITH unread AS (SELECT id FROM orders WHERE amount > 1) SELECT channel FROM payments", []),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "influences"), INFLUENCES)
def test_what_decides_on_the_rows(sql: str, influences: list[str]) -> None:
    (column,) = accepted(sql).columns
    assert [f"{i.table}.{i.column} {i.kind}" for i in column.influenced_by] == influences


def test_the_key_of_an_over_decides_on_its_own_column_only() -> None:
    facts = accepted("SELECT id, SUM(amount) OVER (PARTITION BY customer ORDER BY ts) AS s FROM orders")
    assert facts.columns[0].influenced_by == ()
    assert [i.column for i in facts.columns[1].influenced_by] == ["customer", "ts"]


def test_a_column_of_an_open_source_is_named_but_not_proven() -> None:
    (column,) = analysed("SELECT page FROM clicks").columns
    assert column.type is None
    assert [(o.table, o.column, o.certainty) for o in column.lineage] == [("clicks", "page", "structural")]


def test_every_use_of_a_column_is_placed() -> None:
    sql = "SELECT id FROM orders WHERE customer = 'a'"
    uses = accepted(sql).column_uses
    assert [(use.column, sql[use.start : use.end]) for use in uses] == [("id", "id"), ("customer", "customer")]
