"""Older spellings load to what their canonical forms load to, and every one is reported where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from streamt.project import load_project
from streamt.project.pages import PAGES
from tests.trees import Memory

CASES = yaml.safe_load((Path(__file__).parent / "compat.yml").read_text("utf-8"))


def load(text, root="project: {name: p}\n"):
    loaded = load_project(Memory({"stream_project.yml": root, "models/m.yml": text}))
    (project,) = loaded.projects
    nodes = [*project.sources, *project.models, *project.tests, *project.exposures]
    return {node.id: node.declared for node in nodes}, loaded.diagnostics


def where(found):
    return f"{found.rule} {found.span.line}:{found.span.column}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_older_spelling_is_reported_where_it_stands(case):
    _, found = load(case["before"], case.get("root", "project: {name: p}\n"))
    assert sorted(map(where, found)) == sorted(case["warns"])


@pytest.mark.parametrize(
    "case",
    [case for case in CASES.values() if "after" in case],
    ids=[name for name in CASES if "after" in CASES[name]],
)
def test_an_older_spelling_means_its_canonical_form(case):
    root = case.get("root", "project: {name: p}\n")
    before, _ = load(case["before"], root)
    after, complaints = load(case["after"], root)
    assert complaints == ()
    assert before == after


def test_older_spellings_are_warnings():
    found = [diagnostic for case in CASES.values() for diagnostic in load(case["before"])[1]]
    errors = {
        diagnostic.rule
        for diagnostic in found
        if diagnostic.severity == "error" and diagnostic.rule.startswith("compat.")
    }
    assert errors == {"compat.encrypt", "compat.conflict"}


def test_every_compat_rule_has_a_case():
    tried = {warned.split()[0] for case in CASES.values() for warned in case["warns"]}
    assert {page.rule for page in PAGES if page.rule.startswith("compat.")} <= tried


def test_a_diagnostic_of_a_rule_stands_where_the_older_spelling_has_the_value():
    loaded = load_project(
        Memory(
            {
                "stream_project.yml": "project: {name: p}\n",
                "models/m.yml": "models:\n  - name: a\n  - name: b\n    from:\n      sources: [a]\n    advanced:\n      topic:\n        partitions: 3\n",
            }
        )
    )
    model = loaded.projects[0].model("b")
    assert model.topic.place.at("partitions").line == 8
    assert (model.from_[0].place.at("ref").line, model.from_[0].place.at("ref").span.column) == (5, 17)
