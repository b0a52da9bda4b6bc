"""The recorded answers are what the planner says today."""

from __future__ import annotations

import shutil

import pytest

from tests.oracle.corpus import recorded_cases
from tests.oracle.planner import asked
from tests.oracle.record import compact

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not (shutil.which("java") and shutil.which("mvn")), reason="needs Java and Maven"),
]


def test_a_sample_of_the_recorded_answers():
    sample = list(recorded_cases())[::25]
    answers = {name: compact(answer) for name, answer in asked(sample)}
    assert answers == {case.id: case.answer for case in sample}
