"""What the text of an interval may be, and what a wrong one is told."""

from __future__ import annotations

import pytest

from tests.sql.bind.shop import analysed


@pytest.mark.parametrize(
    ("interval", "message", "help"),
    [
        ("INTERVAL '100' DAY", "100 has 3 digits, and DAY has 2 here", "write INTERVAL '100' DAY(3)"),
        ("INTERVAL '86400' SECOND", "86400 has 5 digits, and SECOND has 2 here", "write a larger unit, or the number without quotes: INTERVAL 86400 SECOND"),
        ("INTERVAL '100 2' DAY TO HOUR", "100 has 3 digits, and DAY has 2 here", "write INTERVAL '100 2' DAY(3) TO HOUR"),
        ("INTERVAL '1' DAY(4)", "DAY has 1 to 3 digits in Flink; got 4", "write a larger unit, or a number without quotes: INTERVAL 5000 DAY"),
        ("INTERVAL '1.5' HOUR", "'1.5' is no interval of HOUR", "write INTERVAL '2' HOUR"),
        ("INTERVAL '1:75' HOUR TO MINUTE", "'1:75' has 75 minutes, and the most is 59", "write INTERVAL '2:30' HOUR TO MINUTE"),
        ("INTERVAL '1' DAY TO SECOND", "'1' is no interval of DAY TO SECOND", "write INTERVAL '1 2:30:15' DAY TO SECOND"),
        ("INTERVAL customer DAY", "INTERVAL .. DAY takes a number; got STRING", "a constant stands in quotes: INTERVAL '1' DAY"),
        ("INTERVAL amount DAY", "Flink makes no interval of DECIMAL(10, 2)", "CAST the number to INT, in a smaller unit"),
    ],
)  # fmt: skip
def test_a_wrong_interval_says_what_to_write(interval: str, message: str, help: str) -> None:
    problem = analysed(f"SELECT {interval} AS v FROM orders").problems[0]
    assert (problem.message, problem.help) == (message, help)


@pytest.mark.parametrize("interval", ["'007' DAY", "'100' DAY(3)", "' 1 ' HOUR", "-'99' DAY", "'1.123456' SECOND", "'1 2:3:4.5' DAY TO SECOND"])
def test_what_the_planner_reads(interval: str) -> None:
    assert analysed(f"SELECT ts + INTERVAL {interval} AS v FROM orders").problems == ()
