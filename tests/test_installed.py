"""The package as pip installs it, alone and beside what a user's environment may hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repositories import ROOT, environment, with_example

BESIDE = ("sqlglot[c]>=30,<31",)
"""Its compiled extension replaces modules that many tools of this field patch or subclass."""
EXTENSION = "import sqlglot.parser; raise SystemExit(sqlglot.parser.__file__.endswith('.py'))"


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The interpreter of an environment with the core and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    interpreter = tmp_path / "v" / "bin" / "python"
    _pip(interpreter, "install", str(ROOT))
    return interpreter


@pytest.mark.network
def test_the_core_alone_lints_and_sqlglots_compiled_extension_beside_it_changes_nothing(tmp_path: Path, python: Path) -> None:
    listed = _pip(python, "list", "--format=freeze")
    installed = {line.partition("==")[0].lower() for line in listed.splitlines()}
    assert not installed & {"mkdocs", "pyvis", "networkx", "confluent-kafka", "httpx", "sqlglot"}

    project = with_example(tmp_path / "r", "fraud")
    alone = _linted_and_compiled(python, project)
    _pip(python, "install", "--only-binary", ":all:", *BESIDE)
    assert subprocess.run([python, "-c", EXTENSION], check=False).returncode == 0, "the compiled extension is not what is imported"
    assert _linted_and_compiled(python, project) == alone


def _linted_and_compiled(python: Path, project: Path) -> tuple[str, bytes]:
    done = [
        subprocess.run(
            [python, "-m", "streamt", *verb], cwd=project, env=environment({"SOURCE_DATE_EPOCH": "0"}), capture_output=True, text=True, check=True
        )
        for verb in (("lint", "--env", "standalone"), ("compile", "--env", "standalone", "--output", "out"))
    ]
    assert done[0].stdout == "No problems found.\n"
    return done[1].stdout, (project / "out" / "manifest.json").read_bytes()


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
