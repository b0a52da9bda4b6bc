"""The pre-commit hook: installed with the network, run without."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from tests.repositories import ROOT, commit, environment, git, repository, with_example

UNREACHABLE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "PIP_NO_INDEX": "1"}


def test_the_hook_runs_lint_once_for_the_whole_project():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["entry"], hook["pass_filenames"], hook["language"]) == ("streamt lint", False, "python")


@pytest.fixture
def source(tmp_path):
    """This repository's last commit, as one that pre-commit can clone."""
    folder = repository(tmp_path / "streamt")
    git(folder, "pull", "--quiet", str(ROOT), "HEAD")
    return folder


def pre_commit(project, variables, *arguments):
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=project, env=environment(variables), capture_output=True, text=True, check=False)


@pytest.mark.network
def test_the_hook_can_be_tried(tmp_path, source):
    project = with_example(tmp_path / "r", "minimal")
    cache = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    done = pre_commit(project, cache, "try-repo", str(source), "streamt-lint", "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No problems found." in done.stdout


@pytest.mark.network
def test_once_installed_the_hook_runs_without_a_network(tmp_path, source):
    project = with_example(tmp_path / "r", "minimal")
    cache = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    hook = {"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": [{"id": "streamt-lint"}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}))
    commit(project, "use the hook")
    installed = pre_commit(project, cache, "install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    file = project / "stream_project.yml"
    file.write_text(file.read_text().replace("amount >= 1000", "amuont >= 1000"))
    done = pre_commit(project, cache | UNREACHABLE, "run", "--all-files")
    assert done.returncode == 1
    assert "`amount`?" in done.stdout
