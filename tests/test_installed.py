"""The package as pip installs it, alone and beside what a user's environment may hold."""

from __future__ import annotations

import shutil
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
    alone = _manifest(python, project)
    _pip(python, "install", "--only-binary", ":all:", *BESIDE)
    assert subprocess.run([python, "-c", EXTENSION], check=False).returncode == 0, "the compiled extension is not what is imported"
    assert _manifest(python, project) == alone


def _manifest(python: Path, project: Path) -> bytes:
    """What `compile` writes anew after `lint` has found nothing."""
    assert _streamt(python, project, "lint") == "No problems found.\n"
    shutil.rmtree(project / "out", ignore_errors=True)
    _streamt(python, project, "compile", "--output", "out")
    return (project / "out" / "manifest.json").read_bytes()


def _streamt(python: Path, project: Path, *arguments: str) -> str:
    command = [str(python), "-m", "streamt", *arguments, "--env", "standalone"]
    variables = environment({"SOURCE_DATE_EPOCH": "0"})
    return subprocess.run(command, cwd=project, env=variables, check=True, capture_output=True, text=True).stdout


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
