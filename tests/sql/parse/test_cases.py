"""What the parser makes of the queries in `cases/`: trees and refusals, word for word."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.sql.parse.cases import ParseCase, all_cases, outcome

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}:{case.line}")
def test_outcome(case: ParseCase):
    assert outcome(case.sql) == case.expected


def test_every_file_has_both_accepted_and_refused_queries():
    accepted = Counter(case.file for case in CASES if case.expected.startswith("=>"))
    refused = Counter(case.file for case in CASES if case.expected.startswith("!!"))
    assert set(accepted) == set(refused)
    assert all(accepted[file] + refused[file] >= 12 for file in accepted)


def test_no_query_stands_twice():
    counted = Counter(case.sql for case in CASES)
    assert [sql for sql, count in counted.items() if count > 1] == []
