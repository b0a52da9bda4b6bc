"""What the planner finds it need not run."""

from __future__ import annotations

import pytest

from tests.sql.bind.shop import accepted

NEVER_MET = [
    "amount > amount",
    "NOT amount <= amount",
    "id IS NULL AND id > 3",
    "amount < CASE WHEN customer = 'x' THEN amount END",
    "NOT CAST(amount AS INT) IN (1, CAST(amount AS INT))",
    "CASE WHEN amount <> amount THEN TRUE ELSE FALSE END",
    "2 BETWEEN 8 AND amount",
    "amount > 5 AND amount < 3",
    "amount = 5 AND amount <> amount",
    "customer = 'x' AND customer = 'y'",
    "amount > NULLIF(amount, 5)",
    "(amount > amount OR UNKNOWN)",
]


@pytest.mark.parametrize("condition", NEVER_MET)
def test_nothing_is_run_under_a_condition_that_no_row_meets(condition: str) -> None:
    facts = accepted(f"SELECT customer, COUNT(*) FROM orders WHERE {condition} GROUP BY customer")
    assert (facts.changelog, facts.state) == ("append", ())


MAY_BE_MET = [
    "amount >= amount",
    "amount > RAND_INTEGER(5) AND RAND_INTEGER(5) <> RAND_INTEGER(5)",
    "CASE WHEN amount <> amount THEN FALSE ELSE TRUE END",
    "amount > 3 AND amount < 5",
    "amount > 3 AND id = 3",
    "customer IN ('x', customer)",
    "amount > NULLIF(id, 5)",
    "(amount > amount OR customer = 'x')",
    "TRY_CAST(customer AS INT) <> CAST(customer AS INT)",
]


@pytest.mark.parametrize("condition", MAY_BE_MET)
def test_a_condition_that_a_row_may_meet_is_run(condition: str) -> None:
    facts = accepted(f"SELECT customer, COUNT(*) FROM orders WHERE {condition} GROUP BY customer")
    assert [state.operator for state in facts.state] == ["GroupAggregate"]


def test_a_filter_against_one_below_leaves_nothing() -> None:
    ranked = "SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) AS n FROM orders"
    assert accepted(f"SELECT id FROM (SELECT * FROM ({ranked}) WHERE n <= 3) WHERE n = 10").state == ()


def test_ranks_are_run_over_nothing_too() -> None:
    nothing = "SELECT * FROM orders WHERE amount > amount"
    facts = accepted(f"SELECT id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY amount) AS n FROM ({nothing})) WHERE n <= 3")
    assert [state.operator for state in facts.state] == ["Rank"]


ONE_ROW = "(SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer)"
OUTER_JOINS = [
    (f"SELECT o.id FROM orders o LEFT JOIN {ONE_ROW} c ON o.customer = c.customer", []),
    (f"SELECT o.id FROM {ONE_ROW} c RIGHT JOIN orders o ON o.customer = c.customer", []),
    (f"SELECT o.id, c.n FROM orders o LEFT JOIN {ONE_ROW} c ON o.customer = c.customer", ["GroupAggregate", "Join"]),
    (f"SELECT o.id FROM orders o LEFT JOIN {ONE_ROW} c ON o.customer = c.customer WHERE c.n IS NULL", ["GroupAggregate", "Join"]),
    (f"SELECT o.id FROM orders o JOIN {ONE_ROW} c ON o.customer = c.customer", ["GroupAggregate", "Join"]),
    ("SELECT o.id FROM orders o LEFT JOIN payments p ON o.id = p.order_id", ["Join"]),
    ("SELECT o.id FROM orders o LEFT JOIN (SELECT * FROM payments WHERE ts < ts) p ON o.id = p.order_id", []),
]


@pytest.mark.parametrize(("sql", "state"), OUTER_JOINS)
def test_an_outer_join_is_run_where_its_side_may_add_something(sql: str, state: list[str]) -> None:
    assert sorted(operator.operator for operator in accepted(sql).state) == state


@pytest.mark.parametrize("joined", ["orders o LEFT JOIN customers c", "customers c RIGHT JOIN orders o"])
def test_an_outer_join_that_only_repeats_rows_is_not_run_below_distinct(joined: str) -> None:
    facts = accepted(f"SELECT DISTINCT o.customer FROM {joined} ON o.customer = c.name")
    assert [operator.operator for operator in facts.state] == ["GroupAggregate"]


def test_an_outer_join_counts_where_rows_are_counted() -> None:
    facts = accepted("SELECT o.customer, COUNT(*) FROM orders o LEFT JOIN customers c ON o.customer = c.name GROUP BY o.customer")
    assert "Join" in [operator.operator for operator in facts.state]
