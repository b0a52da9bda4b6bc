"""The two places of `site_templates/`: the top of a checkout, and the package of an installed wheel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import streamt
from streamt.docs import assets
from streamt.errors import CannotRun
from tests.docs.conftest import written
from tests.docs.manifests import fraud
from tests.docs.test_mkdocs import files

ROOT = Path(streamt.__file__).parent.parent


def test_a_checkout_has_them_at_its_top() -> None:
    assert assets.templates_folder() == ROOT / "site_templates"


def test_a_wheel_has_them_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "streamt" / "_shipped" / "site_templates"
    shipped.mkdir(parents=True)
    (shipped / "page.html").write_text("", "utf-8")
    monkeypatch.setattr(streamt, "__file__", str(tmp_path / "streamt" / "__init__.py"))
    assert assets.templates_folder() == shipped


def test_an_installation_without_them_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamt, "__file__", str(tmp_path / "streamt" / "__init__.py"))
    with pytest.raises(CannotRun, match="Reinstall streamt"):
        assets.templates_folder()


def test_a_missing_pyvis_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    with pytest.raises(CannotRun, match=r'pip install "streamt\[docs\]"'):
        list(assets.shipped())


def test_no_asset_names_another_host_to_load_from() -> None:
    for asset in assets.shipped():
        if not asset.uri.endswith("vis-network.min.js"):
            text = asset.content.decode("utf-8")
            assert "@import" not in text
            assert "url(http" not in text
            assert "src=http" not in text


def test_the_lineage_data_is_a_script_that_sets_one_value(fraud_site: Path) -> None:
    text = (fraud_site / "assets" / "streamt" / "lineage-data.js").read_text("ascii")
    data = json.loads(text.removeprefix("window.streamtLineage = ").removesuffix(";\n"))
    assert [node["key"] for node in data["nodes"]][-1] == "test:raw_schema"
    assert data["options"]["interaction"]["hideEdgesOnDrag"]


@pytest.mark.network
def test_an_installed_wheel_builds_the_same_site(fraud_site: Path, tmp_path: Path) -> None:
    """With the packages of this environment; only the wheel itself and what builds it come new."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    built = subprocess.run(
        [*pip, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)], capture_output=True, text=True, check=False
    )
    if built.returncode and os.environ.get("CI") != "true":
        pytest.skip(f"pip built no wheel; is the package registry in reach? {built.stderr.strip().splitlines()[-1]}")
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv", system_site_packages=False)
    (site_packages,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(site_packages), str(wheel)], check=True)
    # What streamt needs comes from here by path, streamt itself must not.
    here = next(path for path in sys.path if (Path(path) / "mkdocs").is_dir())
    (site_packages / "zz_here.pth").write_text(f"{here}\n", "utf-8")
    manifest = written(fraud(), tmp_path)
    code = "import streamt, sys; from streamt.cli.main import main; print(streamt.__file__, file=sys.stderr); main()"
    command = [str(tmp_path / "venv" / "bin" / "python"), "-c", code, "docs", "build", "--manifest", str(manifest)]
    done = subprocess.run([*command, "--site-dir", str(tmp_path / "site")], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert str(site_packages) in done.stderr
    assert files(tmp_path / "site") == files(fraud_site)
