"""The pre-commit hook: installed with the network, run without."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from tests.repositories import ROOT, environment, repository, with_example

UNREACHABLE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "PIP_NO_INDEX": "1"}


def test_the_hook_runs_lint_once_for_the_whole_project():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["entry"], hook["pass_filenames"], hook["language"]) == ("streamt lint", False, "python")


@pytest.mark.network
def test_the_hook_works_in_a_repository_of_its_own(tmp_path):
    project = with_example(tmp_path / "r", "minimal")
    source = tmp_path / "streamt"
    repository(source)
    subprocess.run(["git", "pull", "--quiet", str(ROOT), "HEAD"], cwd=source, env=environment(), check=True)
    cache = {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(source), "streamt-lint", "--all-files", "--verbose"]
    first = subprocess.run(command, cwd=project, env=environment(cache), capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "No problems found." in first.stdout

    file = project / "stream_project.yml"
    file.write_text(file.read_text().replace("amount >= 1000", "amuont >= 1000"))
    offline = environment(cache | UNREACHABLE)
    second = subprocess.run(command, cwd=project, env=offline, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "Did you mean" in second.stdout or "did you mean" in second.stdout


@pytest.mark.network
def test_the_hook_installs_the_core_alone(tmp_path):
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    python = tmp_path / "v" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(ROOT)], check=True)
    listed = subprocess.run([python, "-m", "pip", "list", "--format=freeze"], check=True, capture_output=True, text=True).stdout
    installed = {line.partition("==")[0].lower() for line in listed.splitlines()}
    assert not installed & {"mkdocs", "pyvis", "networkx", "confluent-kafka", "httpx"}
    with_example(tmp_path / "r", "minimal")
    done = subprocess.run(
        [python, "-m", "streamt", "lint"], cwd=tmp_path / "r", env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "No problems found.\n"), done.stderr
