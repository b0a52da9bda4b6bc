from __future__ import annotations

import random
import time

import pytest

from streamt.closest import closest, did_you_mean

MANY = tuple(f"{domain}_{what}_{n}" for domain in ("payments", "orders", "risk") for what in ("clean", "daily", "joined") for n in range(300))


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("paymnts", ("payments", "customers"), "payments"),
        ("Payments", ("payments", "customers"), "payments"),
        ("xyz", ("payments", "customers"), None),
        ("payments", (), None),
        ("payments_clean_17x", MANY, "payments_clean_17"),
        ("paymenst_clean_17", MANY, "payments_clean_17"),
        ("ordrs_joined_299", MANY, "orders_joined_299"),
        ("RISK_DAILY_5", MANY, "risk_daily_5"),
        ("nothing_like_it", MANY, None),
        ("x" * 10_000, MANY, None),
    ],
)
def test_the_name_that_was_meant(name: str, known: tuple[str, ...], meant: str | None) -> None:
    assert closest(name, known) == meant
    assert did_you_mean(name, known) == (f"Did you mean `{meant}`?" if meant else None)


def test_order_does_not_matter() -> None:
    shuffled = random.Random(1).sample(MANY, len(MANY))
    assert closest("risk_dayly_12", shuffled) == closest("risk_dayly_12", MANY) == "risk_daily_12"


def test_many_misspelt_names_among_many_take_little_time() -> None:
    begin = time.process_time()
    for number in range(2_000):
        closest(f"paiments_clean_{number}", MANY)
    assert time.process_time() - begin < 5
