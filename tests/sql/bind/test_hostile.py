"""Any text is analysed: pull requests of strangers are linted, so nothing a query says may raise or take long."""

from __future__ import annotations

import random
import re

import pytest

from tests.sql.bind.shop import analysed
from tests.sql.bind.test_columns import NAMES, TYPES
from tests.sql.bind.test_lineage import INFLUENCES, VALUES
from tests.sql.bind.test_refusals import REFUSED

SEEDS = [row[0] for table in (NAMES, TYPES, VALUES, INFLUENCES, REFUSED) for row in table]
WORD = re.compile(r"\s+|'[^']*'|`[^`]*`|\w+|.", re.S)


def spoiled(sql: str, other: str, dice: random.Random) -> str:
    """The query with words dropped, doubled and taken from another one."""
    words, more = WORD.findall(sql), WORD.findall(other)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(words))
        where = dice.randrange(len(more))
        words[at : at + dice.randint(0, 2)] = more[where : where + dice.randint(0, 6)]
        words = words or ["SELECT"]
    return "".join(words)


@pytest.mark.parametrize("seed", range(4))
def test_a_spoiled_query_is_analysed(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(200):
        sql = spoiled(dice.choice(SEEDS), dice.choice(SEEDS), dice)
        facts = analysed(sql)
        assert all(0 <= problem.start <= problem.end <= len(sql) for problem in facts.problems)


DEEP = [
    ("SELECT " + "ABS(" * 200 + "id" + ")" * 200 + " FROM orders"),
    ("SELECT id FROM " + "(SELECT id FROM " * 60 + "orders" + ")" * 60),
    ("SELECT " + "CASE WHEN id > 1 THEN " * 60 + "1" + " END" * 60 + " FROM orders"),
    ("SELECT id FROM orders WHERE " + "id IN (SELECT id FROM orders WHERE " * 50 + "TRUE" + ")" * 50),
    ("SELECT " + " + ".join(["id"] * 5000) + " AS total FROM orders"),
    ("SELECT id FROM orders WHERE " + " OR ".join(f"id = {i}" for i in range(5000))),
]


@pytest.mark.parametrize("sql", DEEP, ids=["calls", "subqueries", "cases", "in", "sum", "or"])
def test_deep_and_wide_queries_end(sql: str) -> None:
    assert analysed(sql).columns or analysed(sql).problems


@pytest.mark.parametrize("sql", ["", ";", "\x00", "SELECT", "SELECT '", "/*", "--", "`", "SELECT 🦆 FROM orders", "DROP TABLE orders"])
def test_what_is_no_query_is_one_located_problem(sql: str) -> None:
    (problem,) = analysed(sql).problems
    assert problem.code == "syntax"
