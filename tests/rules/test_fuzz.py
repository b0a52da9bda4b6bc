"""Fixtures with things broken at random: lint and compile find what they find, and nothing raises."""

from __future__ import annotations

import random
import re

import pytest

from streamt import pipeline
from tests.projects import checked, completed
from tests.rules.test_rules import CASES

ALL = [case for rule in sorted(CASES) for case in CASES[rule]]
ODD = ("''", "null", "[]", "{}", "-1", "9" * 20, "true", "'${X}'", "'${X:-}'", "'a b'", "é", "[null]", "{a: }", "1e400", ".nan", "'\\0'", "&a x", "*a")
MARKS = "{}[]:'\"\n-,&*!|>%@`#\t"
VALUE = re.compile(r"(?<=: )[^\s,{}\[\]]+")


def broken(text: str, choose: random.Random) -> str:
    for _ in range(choose.randint(1, 3)):
        values = list(VALUE.finditer(text))
        at = choose.randrange(len(text))
        match choose.choice(("value", "value", "gap", "mark")):
            case "value" if values:
                found = choose.choice(values)
                text = text[: found.start()] + choose.choice(ODD) + text[found.end() :]
            case "gap":
                text = text[:at] + text[at + choose.randint(1, 6) :]
            case _:
                text = text[:at] + choose.choice(MARKS) + text[at:]
    return text


@pytest.mark.parametrize("seed", range(4))
def test_nothing_raises(seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(100):
        case = choose.choice(ALL)
        text = broken(completed(case["project"]), choose)
        result = checked({"stream_project.yml": text, **case.get("files", {})})
        if len(result.analyses) == 1 and not result.failed:
            pipeline.compiled(result)
