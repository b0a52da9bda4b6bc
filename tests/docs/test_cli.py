from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from streamt.cli.docs import docs
from streamt.errors import CannotRun
from tests.docs.conftest import written
from tests.docs.manifests import fraud, manifest, source


def test_build_writes_a_site_and_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(fraud(), tmp_path)
    result = CliRunner().invoke(docs, ["build", "--manifest", "manifest.json"])
    assert result.stdout == "site/index.html: 39 pages\n"
    assert result.stderr == "2 warnings: they are on the page of findings.\n"
    assert (tmp_path / "site" / "index.html").exists()


def test_pages_writes_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(manifest(sources=[source("s", [])]), tmp_path)
    result = CliRunner().invoke(docs, ["pages", "out", "--manifest", "manifest.json"])
    assert result.stdout == "out: 13 pages, 7 assets\n"
    assert result.stderr == ""
    assert (tmp_path / "out" / "sources" / "s" / "index.md").exists()


def test_several_manifests_make_one_site(tmp_path: Path) -> None:
    paths = [written(fraud(name), tmp_path, f"{name}.json") for name in ("a", "b")]
    arguments = ["pages", str(tmp_path / "out"), *(part for path in paths for part in ("--manifest", str(path)))]
    assert CliRunner().invoke(docs, arguments).exit_code == 0
    assert (tmp_path / "out" / "models" / "b-payments_clean" / "index.md").exists()


def test_a_manifest_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", "utf-8")
    result = CliRunner().invoke(docs, ["pages", str(tmp_path / "out"), "--manifest", str(tmp_path / "x.json")])
    assert isinstance(result.exception, CannotRun)
    assert "is not a manifest" in str(result.exception)
