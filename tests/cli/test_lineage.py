from __future__ import annotations

import json
from pathlib import Path

import pytest

from streamt.manifest.io import to_text
from tests.cli.verbs import Streamt, runner
from tests.manifests import exposure, model, project, source

SHOP = project(
    source("payments", "id BIGINT", "amount INT", tags=["pci"]),
    model("clean", "id BIGINT <identity payments.id>", "cents INT <transform payments.amount>"),
    model("totals", "cents INT <aggregate clean.cents>", materialized="flink"),
    exposure("board", reads={"totals": ["cents"]}),
)
OLDER = project(
    source("payments", "id BIGINT", "amount INT", tags=["pci"]),
    model("clean", "id BIGINT <identity payments.id>"),
)


@pytest.fixture
def streamt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Streamt:
    (tmp_path / "manifest.json").write_text(to_text(SHOP))
    (tmp_path / "older.json").write_text(to_text(OLDER))
    run = runner(monkeypatch, capsys, tmp_path)
    return lambda *arguments: run("lineage", "--manifest", "manifest.json", *arguments)


def test_around_a_model(streamt: Streamt) -> None:
    assert streamt("--model", "clean", "--upstream").out == (
        "payments (source)\n    │\n    ▼\nclean (model:topic)\n"
    )


def drawn(streamt: Streamt, *arguments: str) -> list[str]:
    return [node["name"] for node in json.loads(streamt(*arguments, "--format", "json").out)["nodes"]]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ((), ["payments", "clean", "totals", "board"]),
        (("--model", "clean"), ["payments", "clean", "totals", "board"]),
        (("--model", "clean", "--downstream"), ["clean", "totals", "board"]),
        (("--model", "clean", "--downstream", "--depth", "1"), ["clean", "totals"]),
        (("--model", "exposure:board", "--upstream", "--depth", "1"), ["totals", "board"]),
        (("--select", "tag:pci"), ["payments"]),
        (("--select", "tag:pci+1"), ["payments", "clean"]),
        (("--select", "kind:flink", "--downstream"), ["totals", "board"]),
        (("--select", "state:modified", "--base", "older.json"), ["clean", "totals", "board"]),
        (("--select", "state:new", "--base", "older.json"), ["totals", "board"]),
    ],
)
def test_what_is_drawn(streamt: Streamt, arguments: tuple[str, ...], names: list[str]) -> None:
    assert drawn(streamt, *arguments) == names


def test_a_column(streamt: Streamt) -> None:
    assert (
        streamt("--column", "clean.cents").out
        == """\
clean.cents (model:topic)  INT

upstream
└── payments.amount (source)  transform

downstream
└── totals.cents (model:flink)  aggregate
    └── board (exposure)  reads it
"""
    )


def test_a_column_one_way_as_json(streamt: Streamt) -> None:
    found = json.loads(streamt("--column", "clean.cents", "--downstream", "--format", "json").out)
    assert (len(found["upstream"]), len(found["downstream"])) == (0, 2)


def test_the_width_of_the_terminal_decides_between_drawing_and_tree(
    streamt: Streamt, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "│" in streamt().out
    monkeypatch.setenv("COLUMNS", "15")
    assert "└── clean (model:topic)" in streamt().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--model", "claen"), "Did you mean 'clean'?"),
        (("--model", "a b"), "--model takes one name"),
        (("--model", "clean", "--select", "x"), "Give one of --model, --select and --column."),
        (("--column", "clean.cent"), "Did you mean 'cents'?"),
        (("--column", "clean.cents", "--format", "dot"), "--column is shown as text or json"),
        (("--select", "state:modified"), "Give --base REF"),
        (("--depth", "0"), "--depth"),
    ],
)
def test_what_cannot_be_drawn_is_exit_2(streamt: Streamt, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = streamt(*arguments)
    assert (code, out) == (2, "")
    assert message in err
