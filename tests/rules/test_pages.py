"""Every rule's page: its bad example breaks exactly that rule, its good example breaks none."""

from __future__ import annotations

import re

import pytest

from streamt.rules import RULES
from streamt.rules.pages import pages
from tests.projects import checked, completed

EXAMPLE = re.compile(r"^(Bad|Good):\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
ID = re.compile(r"[a-z]+\.[a-z_]+")


def examples(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"Bad": [], "Good": []}
    for kind, text in EXAMPLE.findall(page):
        found[kind].append(text)
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_exactly_its_rule(rule):
    for text in examples(rule.page)["Bad"]:
        assert {found.rule for found in checked(completed(text)).diagnostics} == {rule.id}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_good_example_is_clean(rule):
    for text in examples(rule.page)["Good"]:
        assert [found.message for found in checked(completed(text)).diagnostics] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_has_a_summary_a_reason_and_both_examples(rule):
    assert ID.fullmatch(rule.id)
    assert rule.summary.endswith((".", ")"))
    assert "**Why.**" in rule.page
    assert all(examples(rule.page).values())


def test_ids_are_unique_and_every_one_has_a_page():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert set(pages()) >= {rule.id for rule in RULES}
