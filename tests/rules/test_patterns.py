"""The bounded engine agrees with Python's wherever both have an answer, and has one where Python's would hang."""

from __future__ import annotations

import random
import re
import time

import pytest

from streamt.rules.patterns import PatternError, compiled, matches

STEPS = ("a", "b", ".", "[ab]", "[^a]", r"\w", r"\.", "^", "$", r"\b", "(a|b)", "(?:ab|a)", "(?!ab)", "(?=a)", r"[\]a]", "[]b]")
FIXED = ("^", "$", r"\b", "(?!ab)", "(?=a)")
REPEATS = ("", "", "*", "+", "?", "{2}", "{1,2}", "{,2}", "{2,}", "*?", "+?")


def a_pattern(choose: random.Random) -> str:
    steps = (choose.choice(STEPS) for _ in range(choose.randint(1, 6)))
    pattern = "".join(step + ("" if step in FIXED else choose.choice(REPEATS)) + choose.choice(("", "", "", "|")) for step in steps)
    return f"({pattern}){choose.choice(('*', '+', '{2}', '?'))}b" if choose.random() < 0.3 else pattern


def test_random_patterns_match_as_python_s_do() -> None:
    choose = random.Random(20)
    for _ in range(3_000):
        pattern, text = a_pattern(choose), "".join(choose.choices("ab.", k=choose.randint(0, 7)))
        assert matches(compiled(pattern), text) == bool(re.search(pattern, text)), (pattern, text)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "^(a|a)*$", "(((a*)*)*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*a){20}b", "(?=(a+)+b)a"]
)
def test_a_catastrophic_pattern_takes_no_time(pattern: str) -> None:
    begin = time.process_time()
    assert not matches(compiled(pattern), "a" * 248 + "!")
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize("pattern", ["(" * 1000, "a" * 1001, r"(a)\1", "(?<=a)b", "(?i)a", "[a", "a)", "(a", "a++", "x{2}{3}", "*"])
def test_what_is_no_pattern_or_more_than_can_be_bounded_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern)


def test_a_match_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(PatternError, match="too long"):
        matches(compiled("(?=(a|b?){9999}c)"), "a" * 249)
