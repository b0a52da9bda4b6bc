"""Conditions no row meets, as the planner's simplifier finds them."""

from __future__ import annotations

import pytest

from streamt.coltypes import BOOLEAN, parse_type
from streamt.sql.values import FALSE, TRUE, Apply, Const, Ref, Value, met, unmet

INT, TEXT = parse_type("INT"), parse_type("STRING")
A, B, REQUIRED = Ref(INT, 1), Ref(INT, 2), Ref(INT.with_nullable(False), 3)


def number(value: int | None) -> Const:
    return Const(value, INT)


def apply(op: str, *args: Value) -> Apply:
    return Apply(op, args, BOOLEAN)


@pytest.mark.parametrize(
    "value",
    [
        apply(">", A, A),
        apply("=", A, number(None)),
        apply("AND", apply("=", A, number(1)), apply(">", A, number(2))),
        apply("AND", apply("IS NULL", A), apply("<", A, B)),
        apply("AND", apply("IS NULL", A), apply("=", Apply("CAST", (A,), TEXT), Ref(TEXT, 4))),
        apply("AND", Ref(BOOLEAN, 5), apply("NOT", Ref(BOOLEAN, 5))),
        apply("IS NULL", REQUIRED),
        apply(">", A, Apply("CASE", (apply("=", A, number(4)), number(None), A), INT)),
    ],
)
def test_no_row_meets_it(value: Value) -> None:
    assert met(value) == FALSE


@pytest.mark.parametrize(
    "value",
    [
        apply(">=", A, A),
        apply("AND", apply("=", A, number(1)), apply(">", B, number(2))),
        apply("AND", apply("IS NULL", A), apply("IN", Apply("CAST", (A,), TEXT), Const("x", TEXT), Const("y", TEXT))),
        apply("OR", apply(">", A, A), Ref(BOOLEAN, 5)),
    ],
)
def test_some_row_may_meet_it(value: Value) -> None:
    assert met(value) not in (TRUE, FALSE)


def test_not_null_is_met_by_every_row_of_a_required_column() -> None:
    assert met(apply("=", REQUIRED, REQUIRED)) == TRUE


def test_the_opposite_of_a_comparison_is_one() -> None:
    assert unmet(apply("<", A, B)) == apply(">=", A, B)
