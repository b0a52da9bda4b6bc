"""Every recorded call of a built-in function: what Flink's planner says of it, and what `infer` says.

Record again: python -m tests.oracle.functions_cases
"""

from __future__ import annotations

from collections import Counter

import pytest

from streamt.sql.functions import BUILTIN
from tests.oracle.functions_cases import Call, cases, recorded
from tests.sql.functions.calls import answer

REFUSED = ("refused", "no plan")  # users meet the second only when they submit: an error all the same
QUERIES_PER_FUNCTION = 3

KNOWN = {  # reason -> calls where streamt and the planner differ
    "the planner computes constants while it plans, and fails on their values": (
        "PERCENTILE", "TO_TIMESTAMP_LTZ", "REGEXP_EXTRACT_ALL", "JSON_STRING", "IS NOT DISTINCT FROM",
    ),
    "a row compared with itself, folded away before code is made for it": ("<",),
    "the planner loses the type of PROCTIME() on its way to the function": ("TYPEOF", "PRINTF", "OBJECT_OF", "OBJECT_UPDATE", "COALESCE"),
    "ROW(NULL) is refused as a column and taken inside CASE, CAST and ARRAY: the column is the binder's to judge": ("ROW",),
}  # fmt: skip
EXCUSED = {function for functions in KNOWN.values() for function in functions}


@pytest.fixture(scope="module")
def calls() -> list[tuple[Call, str, str]]:
    said = recorded()
    return [(call, said[call.query], answer(call.function, call.args, call.site)) for call in cases()]


def test_every_call_is_recorded(calls: list[tuple[Call, str, str]]) -> None:
    assert {call.query for call, _, _ in calls} == set(recorded())


def test_agrees_with_the_planner(calls: list[tuple[Call, str, str]]) -> None:
    wrong = [
        f"{call.query}: planner {wanted}, streamt {got}"
        for call, wanted, got in calls
        if wanted != got and not (wanted in REFUSED and got in REFUSED) and call.function not in EXCUSED
    ]
    assert wrong == []


def test_excused_calls_are_few(calls: list[tuple[Call, str, str]]) -> None:
    differing = Counter(
        call.function
        for call, wanted, got in calls
        if wanted != got and not (wanted in REFUSED and got in REFUSED)
    )
    assert set(differing) <= EXCUSED
    assert differing.total() <= 30


def test_types_of_accepted_calls_are_right(calls: list[tuple[Call, str, str]]) -> None:
    accepted = [(wanted, got) for _, wanted, got in calls if wanted not in REFUSED]
    right = sum(wanted == got for wanted, got in accepted)
    assert len(accepted) > 10_000
    assert right / len(accepted) > 0.9995


@pytest.mark.parametrize("name", [function.name for function in BUILTIN])
def test_every_function_is_put_to_the_planner(name: str, asked: Counter[str]) -> None:
    assert asked[name] >= QUERIES_PER_FUNCTION or name in BY_THE_BINDER


@pytest.fixture(scope="module")
def asked(calls: list[tuple[Call, str, str]]) -> Counter[str]:
    return Counter(call.function for call, _, _ in calls)


BY_THE_BINDER = frozenset(
    # they stand in places of their own (GROUP BY, MATCH_RECOGNIZE, FROM); the recorded queries cover them
    {
        *(f"{window}{end}" for window in ("TUMBLE", "HOP", "SESSION") for end in ("", "_START", "_END", "_ROWTIME", "_PROCTIME")),
        "CUMULATE", "MULTISET", "FIRST", "LAST", "PREV", "NEXT", "CLASSIFIER", "MATCH_ROWTIME", "MATCH_PROCTIME", "UNNEST",
        "ML_PREDICT", "ML_EVALUATE", "VECTOR_SEARCH", "GROUPING", "GROUPING_ID", "GROUP_ID", "STREAMRECORD_TIMESTAMP",
    }
)  # fmt: skip
