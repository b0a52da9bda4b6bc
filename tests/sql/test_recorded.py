"""streamt's analysis against what Flink's planner said of the queries in `recorded/`.

`python -m tests.oracle compare --show 20` prints every disagreement; `python -m tests.oracle record` asks the planner again.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
import yaml

from tests.oracle.compare import tally_by_construct, total
from tests.oracle.corpus import RECORDED, recorded_answers, recorded_cases, recorded_queries
from tests.oracle.report import BARS, Tally, by_construct, disagreements, summary

QUERIES_PER_CONSTRUCT = 20


@cache
def differences() -> dict[str, str]:
    """Where we differ from the planner and mean to, or cannot help it: the case and why."""
    known: dict[str, str] = yaml.safe_load((RECORDED / "differences.yml").read_text(encoding="utf-8")) or {}
    return known


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return tally_by_construct(recorded_cases(), strict=False)


def test_every_query_has_an_answer_and_every_answer_a_query():
    names = [case.id for case in recorded_queries()]
    assert len(names) == len(set(names))
    assert set(names) == set(recorded_answers())


def test_every_construct_has_enough_queries():
    counted = Counter(case.feature for case in recorded_queries())
    assert set(counted) == {path.stem for path in RECORDED.glob("*.sql")}
    assert not {construct: count for construct, count in counted.items() if count < QUERIES_PER_CONSTRUCT}
    assert counted.total() >= 1000


def test_about_a_fifth_is_wrong_on_purpose():
    cases = list(recorded_cases())
    refused = sum(not case.accepted for case in cases)
    assert 0.15 <= refused / len(cases) <= 0.35


@pytest.mark.parametrize("measure", [measure for measure, bar in BARS.items() if bar is not None])
def test_agreement_with_the_planner(measure: str, tallies: dict[str, Tally]):
    tally = total(tallies)
    share, bar = tally.share(measure), BARS[measure]
    assert share is not None
    assert bar is not None
    only = Tally(misses={measure: tally.misses[measure]})
    assert share >= bar, "\n".join(disagreements(only, show=30))


@pytest.mark.parametrize("measure", ["accepted", "refused", "names", "types"])
def test_a_difference_is_meant(measure: str, tallies: dict[str, Tally]):
    missed = {case.id for case, _ in total(tallies).misses[measure]}
    assert missed <= set(differences())


def test_no_meant_difference_is_stale(tallies: dict[str, Tally]):
    assert set(differences()) <= total(tallies).disagreeing


def test_the_figures_by_construct(tallies: dict[str, Tally], capsys: pytest.CaptureFixture[str]):
    """Prints the table (`pytest -s`): UNKNOWN is a figure of its own there."""
    with capsys.disabled():
        print("", *by_construct(tallies), "", *summary(total(tallies)), sep="\n")
    assert sum(tally.cases for tally in tallies.values()) == len(recorded_answers())
