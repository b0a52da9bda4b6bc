"""What loading reports, word for word: cases/*.yml hold the projects, expected/*.yml the diagnostics."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from streamt.project import load_project
from tests.trees import Memory, line

HERE = Path(__file__).parent
ROOT = "project: {name: p}\n"


def cases():
    for file in sorted((HERE / "cases").glob("*.yml")):
        for name, case in yaml.safe_load(file.read_text("utf-8")).items():
            yield pytest.param(file.name, name, case["files"], id=f"{file.stem}: {name}")


def reported(files):
    return [line(found) for found in load_project(Memory({"stream_project.yml": ROOT, **files})).diagnostics]


@pytest.mark.parametrize(("file", "name", "files"), [*cases()])
def test_loading_reports(file, name, files):
    expected = yaml.safe_load((HERE / "expected" / file).read_text("utf-8"))
    assert reported(files) == expected[name]
