from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sql.bind.shop import CATALOG, accepted, analysed

STATES = [
    ("SELECT id FROM orders WHERE amount > 1", []),
    ("SELECT customer, COUNT(*) FROM orders GROUP BY customer", ["GroupAggregate nothing"]),
    ("SELECT o.id FROM orders o JOIN payments p ON o.id = p.order_id", ["Join nothing"]),
    ("SELECT o.id FROM orders o JOIN payments p ON o.id = p.order_id AND p.ts BETWEEN o.ts AND o.ts + INTERVAL '1' HOUR", ["IntervalJoin interval"]),
    ("SELECT o.id FROM orders o JOIN customers FOR SYSTEM_TIME AS OF o.ts AS c ON o.customer = c.name", ["TemporalJoin time"]),
    ("SELECT o.id FROM orders o JOIN shops FOR SYSTEM_TIME AS OF o.proc AS s ON o.customer = s.name", []),
    ("SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY)) GROUP BY window_start, window_end", ["WindowAggregate window"]),
    ("SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' DAY)) GROUP BY window_start", ["GroupAggregate nothing", "WindowTableFunction window"]),
    ("SELECT COUNT(*) FROM orders GROUP BY TUMBLE(ts, INTERVAL '1' DAY)", ["GroupWindowAggregate window"]),
    ("SELECT SUM(amount) OVER (PARTITION BY customer ORDER BY ts ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) FROM orders", ["OverAggregate time"]),
    ("SELECT SUM(amount) OVER (PARTITION BY customer ORDER BY ts) FROM orders", ["OverAggregate nothing"]),
    ("SELECT id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) AS n FROM orders) WHERE n <= 3", ["Rank nothing"]),
    ("SELECT id FROM orders LIMIT 3", ["Limit limit"]),
    ("SELECT COUNT(*) FROM customers", ["ChangelogNormalize nothing", "GroupAggregate nothing"]),
    ("SELECT name FROM customers", []),
    ("SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM payments WHERE order_id = id)", ["Join nothing"]),
    ("SELECT customer FROM orders LIMIT 0", []),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "state"), STATES)
def test_what_keeps_state_and_what_bounds_it(sql: str, state: list[str]) -> None:
    facts = accepted(sql)
    assert sorted(f"{s.operator} {s.bounded_by}" for s in facts.state) == state
    assert facts.stateful is bool(state)


def test_a_time_to_live_bounds_what_nothing_else_does() -> None:
    catalog = replace(CATALOG, state_ttl_ms=60_000)
    (state,) = analysed("SELECT COUNT(*) FROM orders", catalog).state
    assert state.bounded_by == "ttl"


def test_so_does_a_hint() -> None:
    sql = "SELECT /*+ STATE_TTL('o' = '1d') */ o.id FROM orders o JOIN payments p ON o.id = p.order_id"
    assert [s.bounded_by for s in accepted(sql).state] == ["ttl"]


def test_an_operator_is_placed() -> None:
    sql = "SELECT customer, COUNT(*) FROM orders GROUP BY customer"
    (state,) = accepted(sql).state
    assert sql[state.start : state.end] == "GROUP BY customer"


NOT_DETERMINISTIC = [
    ("SELECT id FROM orders", True, []),
    ("SELECT RAND() AS r, UUID() AS u FROM orders", False, ["RAND", "UUID"]),
    ("SELECT no_such_function(id) FROM orders", None, []),
]


@pytest.mark.parametrize(("sql", "deterministic", "calls"), NOT_DETERMINISTIC)
def test_determinism(sql: str, deterministic: bool | None, calls: list[str]) -> None:
    facts = analysed(sql)
    assert facts.deterministic is deterministic
    assert [name for name, _, _ in facts.non_deterministic_calls] == calls
