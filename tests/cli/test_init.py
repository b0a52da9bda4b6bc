from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.verbs import Streamt, runner


@pytest.fixture
def streamt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Streamt:
    return runner(monkeypatch, capsys, tmp_path)


def test_a_new_project_lints_clean_and_compiles(streamt: Streamt, tmp_path: Path) -> None:
    made = streamt("init", "My shop!")
    assert made.code == 0
    assert "cd 'My shop!'" in made.out
    root = tmp_path / "My shop!"
    assert "name: My-shop" in (root / "stream_project.yml").read_text()
    assert set((root / ".gitignore").read_text().split()) >= {".env", "generated/", ".streamt/"}
    linted = streamt("lint", "--project-dir", str(root))
    assert (linted.code, linted.out) == (0, "No problems found.\n")
    assert streamt("compile", "--project-dir", str(root)).code == 0
    assert (root / "generated" / "manifest.json").exists()


def test_here_is_the_default(streamt: Streamt, tmp_path: Path) -> None:
    assert streamt("init", "--name", "shop").code == 0
    assert (tmp_path / "stream_project.yml").exists()


@pytest.mark.parametrize("there", ["stream_project.yml", "models/orders.yml", ".gitignore"])
def test_nothing_is_overwritten(streamt: Streamt, tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    refused = streamt("init")
    assert refused.code == 2
    assert there in refused.err
    assert "nothing was written" in refused.err
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


def test_a_name_that_is_none_is_refused(streamt: Streamt, tmp_path: Path) -> None:
    assert streamt("init", "--name", "1 shop").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_name_is_no_name(streamt: Streamt, tmp_path: Path) -> None:
    streamt("init", "2026")
    assert "name: demo" in (tmp_path / "2026" / "stream_project.yml").read_text()
