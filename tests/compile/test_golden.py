"""Small projects and the files they compile to, whole. `UPDATE=1` writes `expected/` anew: read the difference."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from streamt import pipeline
from streamt.compile.files import write
from tests.repositories import ROOT

CASES = Path(__file__).parent / "cases"
FRAUD = ROOT / "examples" / "fraud"


def compiled(project: Path, folder: Path, environment: str | None = None) -> dict[str, str]:
    checked = pipeline.check(pipeline.tree_at(project), environment)
    assert [found for found in checked.diagnostics if found.severity == "error"] == []
    write(pipeline.compiled(checked), folder)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def compare(found: dict[str, str], expected: Path) -> None:
    found = {path: text for path, text in found.items() if path != "manifest.json"}
    if os.environ.get("UPDATE"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text)
    recorded = {path.relative_to(expected).as_posix(): path.read_text() for path in expected.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(recorded)
    for path, text in recorded.items():
        assert found[path] == text, path


@pytest.mark.parametrize("case", [path.name for path in sorted(CASES.iterdir()) if (path / "stream_project.yml").exists()])
def test_case(case: str, tmp_path: Path) -> None:
    compare(compiled(CASES / case, tmp_path), CASES / case / "expected")


@pytest.mark.parametrize("environment", ["standalone", "enhanced"])
def test_the_card_fraud_example(environment: str, tmp_path: Path) -> None:
    compare(compiled(FRAUD, tmp_path, environment), CASES / f"fraud_{environment}")
