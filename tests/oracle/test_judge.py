"""The judge on made-up analyses: one that repeats the planner's answer is right everywhere, a spoiled one is caught."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from streamt.coltypes import parse_type
from streamt.sql import Influence, Origin, OutputColumn, Problem, QueryFacts, StateOperator
from tests.oracle.corpus import Answer, Case, recorded_cases
from tests.oracle.judge import changelog_mode, judge
from tests.oracle.report import BARS, Tally

WRONG = Problem("unknown_column", "no such column", 0, 1)


def repeated(answer: Answer) -> QueryFacts:
    if answer["status"] != "ok" or not answer["plan"]["compiled"]:
        return QueryFacts(problems=(WRONG,))
    lineage = answer.get("lineage") or [[]] * len(answer["columns"])
    return QueryFacts(
        columns=tuple(_column(column, origins) for column, origins in zip(answer["columns"], lineage, strict=True)),
        columns_known=True,
        changelog=changelog_mode(answer),
        upsert_keys=tuple(map(tuple, answer["upsert_keys"] or ())),
        state=tuple(StateOperator(name, "nothing", 0, 0) for name in answer["stateful"]),
        influences=tuple(Influence(*influence) for influence in answer["influences"]),
    )


def _column(column: Answer, origins: list[list[str]]) -> OutputColumn:
    edges = tuple(Origin(table, name, kind) for table, name, kind in origins if kind != "may")
    return OutputColumn(
        column["name"], parse_type(column["type"]), column["nullable"], column.get("time"), edges, (), 0, 0
    )


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(recorded_cases())[::7]


def tallied(cases: list[Case], spoil: Callable[[QueryFacts], QueryFacts] = lambda facts: facts) -> Tally:
    tally = Tally()
    for case in cases:
        tally.add(case, judge(case, spoil(repeated(case.answered))))
    return tally


def test_the_planners_own_answers_are_right_everywhere(cases: list[Case]):
    tally = tallied(cases)
    assert not {measure: tally.misses[measure][:3] for measure in BARS if tally.misses[measure]}
    assert {measure for measure, bar in BARS.items() if bar is not None} <= set(tally.outcomes)


def _first_column(facts: QueryFacts, **changes: object) -> QueryFacts:
    if not facts.columns:
        return facts
    return replace(facts, columns=(facts.columns[0]._replace(**changes), *facts.columns[1:]))


NOWHERE = (Origin("nowhere", "x", "identity"),)


@pytest.mark.parametrize(
    ("measure", "spoil"),
    [
        ("accepted", lambda facts: replace(facts, problems=(WRONG,))),
        ("no_crash", lambda facts: replace(facts, problems=(WRONG._replace(code="crash"),))),
        ("refused", lambda facts: replace(facts, problems=(WRONG._replace(code="crash"),))),
        ("refused", lambda facts: replace(facts, problems=())),
        ("unplannable", lambda facts: replace(facts, problems=())),
        ("names", lambda facts: _first_column(facts, name="another")),
        ("types", lambda facts: _first_column(facts, type=parse_type("BINARY(77)"))),
        ("nullable", lambda facts: _first_column(facts, nullable=None)),
        ("time", lambda facts: _first_column(facts, time="never")),
        ("changelog", lambda facts: replace(facts, changelog="UNKNOWN")),
        ("changelog_mode", lambda facts: replace(facts, changelog="sideways")),
        ("upsert_keys", lambda facts: replace(facts, upsert_keys=(("nothing",),))),
        ("stateful", lambda facts: replace(facts, state=(StateOperator("Guess", "nothing", 0, 0),))),
        ("lineage_proven", lambda facts: _first_column(facts, lineage=NOWHERE)),
        ("lineage_recall", lambda facts: _first_column(facts, lineage=())),
        ("influence_recall", lambda facts: replace(facts, influences=())),
    ],
)
def test_what_is_spoiled_is_caught(measure: str, spoil: Callable[[QueryFacts], QueryFacts], cases: list[Case]):
    tally = tallied(cases, spoil)
    assert tally.misses[measure]
    assert tally.share(measure) < 1


def test_an_uncertain_problem_is_no_refusal(cases: list[Case]):
    case = next(case for case in cases if case.accepted)
    doubtful = replace(repeated(case.answered), problems=(WRONG._replace(certain=False),))
    assert all(mark.outcome == "right" for mark in judge(case, doubtful))
