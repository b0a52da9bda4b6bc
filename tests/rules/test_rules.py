"""Each rule on small projects: where it fires, with what words; and the near misses on which it stays silent.

A case with `expect` fires, one without must stay silent. `others` lists what further rules may find in it. `UPDATE=1` rewrites
`expect`, nothing else.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from streamt.diagnostics.model import Diagnostic
from streamt.rules import RULES
from tests.projects import checked, completed

HERE = Path(__file__).parent
FILES = {path.stem: path for path in sorted(HERE.glob("*.yml"))}
CASES = {rule: yaml.safe_load(path.read_text()) for rule, path in FILES.items()}
TABLE = [pytest.param(rule, case, id=f"{rule}: {case['name']}") for rule, cases in CASES.items() for case in cases]


def lint(case: dict[str, Any]) -> tuple[Diagnostic, ...]:
    return checked({"stream_project.yml": completed(case["project"]), **case.get("files", {})}, case.get("env")).diagnostics


def line(found: Diagnostic) -> str:
    where = f"{found.span.path}:{found.span.line}:{found.span.column} " if found.span else ""
    warning = "" if found.severity == "error" else f"({found.severity}) "
    details = [f"Expected {found.expected}"] if found.expected else []
    details += [f"Got {found.got}"] if found.got else []
    return " | ".join([f"{where}{warning}{found.message}", *details])


@pytest.mark.parametrize(("rule", "case"), TABLE)
def test_rule(rule: str, case: dict[str, Any]) -> None:
    diagnostics = lint(case)
    found = [line(one) for one in diagnostics if one.rule == rule]
    if os.environ.get("UPDATE") and "expect" in case:
        case["expect"] = found
    assert found == case.get("expect", [])
    assert sorted({one.rule for one in diagnostics} - {rule}) == case.get("others", []), "the case breaks more than it means to"


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_a_rule_has_a_firing_case_and_two_near_misses(rule: str) -> None:
    fires = ["expect" in case for case in CASES.get(rule, [])]
    assert fires.count(True) >= 1
    assert fires.count(False) >= 2


def test_every_file_is_about_a_rule() -> None:
    assert set(CASES) == {rule.id for rule in RULES}


class Dumper(yaml.SafeDumper):
    """Projects stay readable: texts of several lines are blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    block = "\n" in text and "\r" not in text and "\t" not in text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


Dumper.add_representer(str, _text)


@pytest.fixture(scope="module", autouse=True)
def _recorded() -> Any:
    yield
    if os.environ.get("UPDATE"):
        for rule, cases in CASES.items():
            FILES[rule].write_text(yaml.dump(cases, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=1000))
