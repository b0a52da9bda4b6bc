"""What the random queries promise: each built-in function is called at least 20 times in 10,000 of them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.oracle.functions_cases import BASES, Base
from tests.oracle.generate import cases
from tests.oracle.generate.expressions import Calls

QUERIES, CALLS = 1000, 2


def test_every_function_is_called_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    called: Counter[str] = Counter()
    drawn = Calls.next

    def counting(calls: Calls, site: str) -> Base:
        base = drawn(calls, site)
        called[base.function] += 1
        return base

    monkeypatch.setattr(Calls, "next", counting)
    assert sum(1 for _ in cases(4711, QUERIES)) == QUERIES
    assert {base.function for base in BASES if called[base.function] < CALLS} == set()
