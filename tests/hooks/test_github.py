"""The scripts of the GitHub Action, run as a workflow runs them."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from tests.repositories import ROOT, commit, environment, git, with_example

HOOKS = ROOT / "hooks" / "github"


@pytest.fixture
def streamt(tmp_path):
    """The command of the environment under test, as one file."""
    script = tmp_path / "streamt"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m streamt "$@"\n')
    script.chmod(0o755)
    return str(script)


def run(script, folder, variables):
    return subprocess.run(
        ["bash", str(HOOKS / script)], cwd=folder, env=environment(variables), capture_output=True, text=True, check=False
    )


def test_a_clean_project_annotates_nothing(tmp_path, streamt):
    with_example(tmp_path / "r", "minimal")
    done = run("lint.sh", tmp_path / "r", {"STREAMT": streamt, "PROJECT_DIR": "."})
    assert (done.returncode, done.stdout) == (0, "")


def test_annotations_name_files_from_the_repository(tmp_path, streamt):
    project = with_example(tmp_path / "r", "minimal", inside="data/streams")
    file = project / "stream_project.yml"
    file.write_text(file.read_text().replace("SELECT order_id", "SELECT ordr_id"))
    done = run("lint.sh", tmp_path / "r", {"STREAMT": streamt, "PROJECT_DIR": "data/streams"})
    assert done.returncode == 1
    assert "::error title=sql.unknown_column,file=data/streams/stream_project.yml,line=" in done.stdout


def test_the_summary_tells_what_a_change_breaks(tmp_path, streamt):
    project = with_example(tmp_path / "r", "minimal")
    file = project / "stream_project.yml"
    git(project, "checkout", "--quiet", "-b", "change")
    file.write_text(file.read_text().replace("order_id, country, amount", "order_id, amount"))
    commit(project, "drop a column")
    summary = tmp_path / "summary.md"
    variables = {"STREAMT": streamt, "PROJECT_DIR": ".", "BASE": "main", "FAIL_ON": "none", "GITHUB_STEP_SUMMARY": str(summary)}
    done = run("impact.sh", project, variables)
    assert done.returncode == 0, done.stderr
    assert "order_desk" in summary.read_text()
    closed = run("impact.sh", project, variables | {"FAIL_ON": "breaking"})
    assert closed.returncode == 1


def test_an_equal_project_says_so(tmp_path, streamt):
    project = with_example(tmp_path / "r", "minimal")
    summary = tmp_path / "summary.md"
    run("impact.sh", project, {"STREAMT": streamt, "PROJECT_DIR": ".", "BASE": "main", "GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.read_text() == "No change that matters to a reader of this project.\n"


def test_the_action_runs_scripts_that_are_there():
    action = yaml.safe_load((HOOKS / "action.yml").read_text())
    scripts = [step["run"] for step in action["runs"]["steps"] if "ACTION_PATH/" in step["run"] and ".sh" in step["run"]]
    assert len(scripts) == 2
    for script in scripts:
        name = script.rpartition("/")[2].rstrip('"\n')
        assert (HOOKS / name).exists()
