"""Pages say what loading reports: the bad example does it, the good one does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from streamt.load.yaml import read_yaml
from streamt.project import load_project
from streamt.project.pages import PAGES
from tests.trees import Memory

PACKAGE = Path(__file__).parents[2] / "streamt"
EXAMPLE = re.compile(r"(Bad|Good):\n```yaml\n(.*?)```", re.DOTALL)


def rules_of(text):
    document, _ = read_yaml("f.yml", text.encode())
    whole = isinstance(document.data, dict) and "project" in document.data
    files = (
        {"stream_project.yml": text}
        if whole
        else {"stream_project.yml": "project: {name: p}\n", "models/m.yml": text}
    )
    found = load_project(Memory(files)).diagnostics
    errors = {diagnostic.rule for diagnostic in found if diagnostic.severity == "error"}
    return errors or {diagnostic.rule for diagnostic in found}


def examples():
    return [
        pytest.param(page.rule, dict(EXAMPLE.findall(page.text)), id=page.rule)
        for page in PAGES
        if "Bad:" in page.text
    ]


@pytest.mark.parametrize(("rule", "example"), examples())
def test_the_bad_example_shows_the_rule_and_the_good_one_nothing(rule, example):
    assert rules_of(example["Bad"]) == {rule}
    assert rules_of(example["Good"]) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule)
def test_a_page_has_a_summary_and_says_why(page):
    assert page.summary.endswith(".")
    assert page.text.startswith(page.summary + "\n")
    assert "**Why.**" in page.text


def test_pages_are_unique():
    assert len({page.rule for page in PAGES}) == len(PAGES)


def test_every_rule_that_loading_names_has_its_page():
    text = "".join(
        path.read_text("utf-8") for folder in ("load", "project") for path in (PACKAGE / folder).rglob("*.py")
    )
    named = set(re.findall(r'"((?:yaml|load|project|names|compat)\.[a-z_]+)"', text))
    short = set(re.findall(r'(?:older|moved|replaced)\(\s*draft, "([a-z_]+)"', text))
    assert named | {f"compat.{rule}" for rule in short} <= {page.rule for page in PAGES}
