from __future__ import annotations

from pathlib import Path

import pytest

from streamt.deploy.variables import Variables, needed, read_variables, require
from streamt.errors import CannotRun

SET = Variables({"A": "one", "EMPTY": "", "SECRET": "hunter2", "SECRETS": "hunter2/more"})


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("plain", "plain"),
        ("${A}", "one"),
        ("<${A}-${A}>", "<one-one>"),
        ("${A:-two}", "one"),
        ("${NOPE:-two}", "two"),
        ("${NOPE:-}", ""),
        ("${EMPTY:-two}", "two"),
        ("${EMPTY}", ""),
        ("$${A}", "${A}"),
        ("${file:/run/secrets:key}", "${file:/run/secrets:key}"),
    ],
)
def test_placeholders_are_filled(text: str, filled: str) -> None:
    assert SET.fill(text) == filled


def test_values_are_quoted_and_text_is_not() -> None:
    assert SET.fill("'it''s ${A}'", str.upper) == "'it''s ONE'"


def test_every_variable_that_is_not_set_is_named_at_once() -> None:
    with pytest.raises(CannotRun, match=r"not set: B, C\.") as refused:
        require(SET, {"x": ["${B}", {"y": "${A} ${C} ${D:-d}"}], "z": 7})
    assert "local up" not in str(refused.value)


def test_variables_of_a_local_stack_come_with_the_way_to_get_one() -> None:
    with pytest.raises(CannotRun, match="`streamt local up` sets those of a local stack"):
        require(SET, ["${KAFKA_BOOTSTRAP}"])


def test_names_in_use_are_returned_those_with_a_default_too() -> None:
    assert require(SET, ["${A}", "${D:-d}"]) == {"A", "D"}


def test_a_deep_value_is_walked_without_recursion() -> None:
    value: object = "${A}"
    for _ in range(10_000):
        value = [value]
    assert list(needed(value)) == [("A", None)]


def test_values_are_hidden_longest_first() -> None:
    assert SET.hide("hunter2/more and hunter2", ["SECRET", "SECRETS"]) == "${SECRETS} and ${SECRET}"


def test_variables_that_are_not_in_use_are_not_looked_for() -> None:
    assert SET.hide("hunter2", ["A"]) == "hunter2"


def test_the_environment_wins_over_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".streamt").mkdir()
    (tmp_path / ".streamt" / "local.env").write_text("STREAMT_X=local\nSTREAMT_Y=local\nSTREAMT_Z=local\n")
    (tmp_path / ".env").write_text("STREAMT_X=file\nSTREAMT_Y=file\n")
    monkeypatch.setenv("STREAMT_X", "process")
    values = read_variables(tmp_path).values
    assert [values[f"STREAMT_{name}"] for name in "XYZ"] == ["process", "file", "local"]


def test_the_ways_to_write_a_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# STREAMT_NO=1\nexport STREAMT_A=1\nSTREAMT_B = 'a # b'\nSTREAMT_C=\"x\"  # note\n"
        "STREAMT_D=a#b # note\nSTREAMT_E=\nnot a line\n"
    )
    values = read_variables(tmp_path).values
    assert [values.get(f"STREAMT_{name}") for name in ("A", "B", "C", "D", "E", "NO")] == [
        "1",
        "a # b",
        "x",
        "a#b",
        "",
        None,
    ]
