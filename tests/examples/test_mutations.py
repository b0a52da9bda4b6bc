"""Each rule is violated by a change of the card-fraud example, and says word for word what is recorded."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import pytest
import yaml

from streamt import pipeline
from streamt.diagnostics.formats import text
from streamt.rules import RULES
from tests.repositories import ROOT
from tests.trees import Memory

HERE = Path(__file__).parent
EXAMPLE = ROOT / "examples" / "fraud"
RECORDED = HERE / "mutations.out"
MUTATIONS = yaml.safe_load((HERE / "mutations.yml").read_text())
SKIPPED = ("generated", ".streamt", "site")


def files():
    paths = (path for path in sorted(EXAMPLE.rglob("*")) if path.is_file())
    relative = ((path.relative_to(EXAMPLE), path) for path in paths)
    return {name.as_posix(): path.read_text() for name, path in relative if name.parts[0] not in SKIPPED}


def mutated(changes):
    found = files()
    for path, before, after in changes:
        assert before in found[path], f"{path} no longer holds {before!r}"
        found[path] = found[path].replace(before, after, 1)
    return found


@functools.cache
def output(rule):
    """What lint prints of the rule (a mutation may break others too; those are recorded with theirs)."""
    result = pipeline.check(Memory(mutated(MUTATIONS[rule])))
    own = [found for found in result.diagnostics if found.rule == rule]
    return text.render(own, pipeline.lines(result.documents))


def recorded():
    parts = RECORDED.read_text().split("=== ")[1:] if RECORDED.exists() else []
    return dict(part.split("\n", 1) for part in parts)


def test_every_rule_has_a_mutation():
    assert sorted(MUTATIONS) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", sorted(MUTATIONS))
def test_the_rule_says_what_is_recorded(rule):
    if os.environ.get("UPDATE"):
        pytest.skip("recording")
    assert output(rule) == recorded()[rule]


@pytest.mark.parametrize("rule", sorted(MUTATIONS))
def test_the_rule_fires(rule):
    assert "No problems found." not in output(rule)


def test_record():
    if not os.environ.get("UPDATE"):
        pytest.skip("UPDATE=1 records what lint prints")
    RECORDED.write_text("".join(f"=== {rule}\n{output(rule)}" for rule in sorted(MUTATIONS)))
