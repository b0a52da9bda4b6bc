from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.verbs import Streamt, runner
from tests.repositories import commit, git, repository

PROJECT = """\
project: {name: shop, default_environment: default}
runtime:
  kafka: {bootstrap_servers: "${KAFKA}"}
  flink: {rest_url: "http://localhost:8081"}
sources:
  - name: payments
    topic: payments.v1
    owner: team-pay
    columns:
      - {name: id, type: BIGINT}
      - {name: amount, type: INT}
models:
  - name: clean
    owner: team-pay
    topic: {name: clean.v1}
    sql: |
      SELECT id, amount FROM {{ source("payments") }}
exposures:
  - name: board
    type: dashboard
    owner: team-board
    depends_on:
      - {ref: clean, columns: [amount]}
"""
WITHOUT_AMOUNT = PROJECT.replace("      - {name: amount, type: INT}\n", "").replace(
    "SELECT id, amount", "SELECT id"
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A branch of a repository whose main holds the project in a folder."""
    folder = repository(tmp_path / "repo") / "pipelines"
    folder.mkdir()
    (folder / "stream_project.yml").write_text(PROJECT)
    commit(tmp_path / "repo")
    git(tmp_path / "repo", "checkout", "--quiet", "-b", "change")
    return folder


@pytest.fixture
def streamt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shop: Path) -> Streamt:
    return runner(monkeypatch, capsys, shop)


def write(shop: Path, text: str) -> None:
    (shop / "stream_project.yml").write_text(text)


@pytest.mark.parametrize("output", ["text", "markdown", "github"])
def test_nothing_is_printed_when_nothing_changed(streamt: Streamt, output: str) -> None:
    assert streamt("impact", "--base", "main", "--format", output)[:2] == (0, "")


def test_formatting_comments_and_order_are_no_change(streamt: Streamt, shop: Path) -> None:
    head, _, exposures = PROJECT.partition("exposures:")
    write(
        shop,
        f"exposures:{exposures}# moved\n{head}".replace(
            "SELECT id, amount", "select id,   amount -- both\n     "
        ),
    )
    assert streamt("impact", "--base", "main")[:2] == (0, "")


def test_a_proven_break_closes_the_gate_and_names_whom_it_hits(streamt: Streamt, shop: Path) -> None:
    write(shop, WITHOUT_AMOUNT)
    code, out, err = streamt("impact", "--base", "main")
    assert code == 1
    assert "board (dashboard, team-board): breaking, proven" in out
    assert "The gate is closed (--fail-on proven): 1 change, reaching board." in err


def test_fail_on_none_reports_and_passes(streamt: Streamt, shop: Path) -> None:
    write(shop, WITHOUT_AMOUNT)
    code, out, _ = streamt("impact", "--base", "main", "--fail-on", "none", "--format", "json")
    report = json.loads(out)
    assert (code, report["gate"]["closed"]) == (0, False)
    assert [change["id"] for change in report["changes"] if change["severity"] == "breaking"] == [
        "column.removed:source:payments:amount",
        "column.removed:model:clean:amount",
    ]


def test_an_added_column_is_safe_however_the_query_grew(streamt: Streamt, shop: Path) -> None:
    write(shop, PROJECT.replace("SELECT id, amount", "SELECT id, amount, amount * 2 AS twice"))
    code, out, _ = streamt("impact", "--base", "main", "--fail-on", "any", "--format", "json")
    assert (code, [change["kind"] for change in json.loads(out)["changes"]]) == (0, ["column.added"])


def test_the_working_tree_and_the_index_are_left_alone(streamt: Streamt, shop: Path) -> None:
    write(shop, WITHOUT_AMOUNT)
    (shop / "new.txt").write_text("staged")
    git(shop, "add", "new.txt")
    before = git(shop, "status", "--porcelain"), (shop.parent / ".git" / "index").read_bytes()
    streamt("impact", "--base", "main")
    assert (git(shop, "status", "--porcelain"), (shop.parent / ".git" / "index").read_bytes()) == before


def test_the_base_is_where_the_branch_left_so_what_main_did_since_is_not_ours(
    streamt: Streamt, shop: Path
) -> None:
    left = git(shop, "rev-parse", "HEAD")
    git(shop, "checkout", "--quiet", "main")
    write(shop, PROJECT.replace("amount, type: INT", "amount, type: STRING"))
    commit(shop, "on main")
    git(shop, "checkout", "--quiet", "change")
    assert streamt("impact", "--base", "main")[:2] == (0, "")
    write(shop, PROJECT.replace("payments.v1", "payments.v2"))
    _, out, _ = streamt("impact", "--base", "main")
    assert f"this project compared with main (merge base) at {left[:12]}" in out


def test_without_a_common_commit_the_ref_itself_is_compared_and_that_is_said(streamt: Streamt, shop: Path) -> None:
    git(shop, "checkout", "--quiet", "--orphan", "elsewhere")
    commit(shop, "the same, without a past")
    code, out, err = streamt("impact", "--base", "main")
    assert (code, out) == (0, "")
    assert "'main' and HEAD have no common commit here (a shallow clone?): comparing with 'main' itself." in err


def test_a_base_without_the_project_makes_everything_new(streamt: Streamt, shop: Path) -> None:
    git(shop, "rm", "--quiet", "--cached", "stream_project.yml")
    git(shop, "commit", "--quiet", "--allow-empty", "--message", "gone")
    code, out, _ = streamt("impact", "--base", "HEAD", "--format", "json")
    assert (code, {change["kind"] for change in json.loads(out)["changes"]}) == (
        0,
        {"source.added", "model.added", "exposure.added"},
    )


def test_a_base_that_does_not_lint_is_compared_as_far_as_it_loads(streamt: Streamt, shop: Path) -> None:
    write(shop, PROJECT.replace("SELECT id, amount", "SELECT id, amount, nope"))
    commit(shop, "broken")
    write(shop, PROJECT)
    code, out, _ = streamt("impact", "--base", "HEAD", "--format", "json")
    kinds = {change["kind"] for change in json.loads(out)["changes"]}
    assert code == 0
    assert "finding.resolved" in kinds


def test_a_project_that_cannot_be_read_whole_is_not_compared(streamt: Streamt, shop: Path) -> None:
    (shop / "models").mkdir()
    (shop / "models" / "more.yml").write_text("models:\n\t- name: more\n")
    code, out, err = streamt("impact", "--base", "main")
    assert (code, out) == (2, "")
    assert "models/more.yml cannot be read whole: what it declares would count as removed." in err


def test_a_base_that_cannot_be_read_whole_is_said(streamt: Streamt, shop: Path) -> None:
    more = shop / "models" / "more.yml"
    more.parent.mkdir()
    more.write_text("models:\n\t- name: more\n")
    commit(shop, "a tab")
    more.unlink()
    code, _, err = streamt("impact", "--base", "HEAD")
    assert code == 0
    assert "models/more.yml at HEAD" in err
    assert "what it declares counts as added since" in err


def test_an_object_that_git_does_not_have_is_exit_2(streamt: Streamt, shop: Path) -> None:
    name = git(shop, "rev-parse", "main:pipelines/stream_project.yml")
    (shop.parent / ".git" / "objects" / name[:2] / name[2:]).unlink()
    code, out, err = streamt("impact", "--base", "main")
    assert (code, out) == (2, "")
    assert f"Git does not have the object {name[:12]} here" in err


def test_two_manifests_need_no_project(streamt: Streamt, shop: Path, tmp_path: Path) -> None:
    assert streamt("compile", "--output", str(tmp_path / "old")).code == 0
    write(shop, WITHOUT_AMOUNT.replace("columns: [amount]", "columns: [id]"))
    assert streamt("compile", "--output", str(tmp_path / "new")).code == 0
    (shop / "stream_project.yml").unlink()
    sides = (
        "--base",
        str(tmp_path / "old" / "manifest.json"),
        "--head",
        str(tmp_path / "new" / "manifest.json"),
    )
    code, out, _ = streamt("impact", *sides)
    assert code == 0
    assert "payments.amount: column removed, INT" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--base", "no-such-branch"), "Git knows no commit 'no-such-branch' here"),
        (("--base", "gone.json"), "There is no manifest gone.json."),
        (("--base", "--upload-pack=x"), "Git knows no commit '--upload-pack=x' here"),
        ((), "Missing option '--base'"),
    ],
)
def test_what_cannot_be_compared_is_exit_2(
    streamt: Streamt, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = streamt("impact", *arguments)
    assert (code, out) == (2, "")
    assert message in err
