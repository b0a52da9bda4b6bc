from __future__ import annotations

from pathlib import Path

import pytest

from streamt.errors import CannotRun
from streamt.local.java import find_java, find_maven


def install(folder: Path, version: str) -> Path:
    """A program that says about itself what Java of this version says."""
    executable = folder / "bin" / "java"
    executable.parent.mkdir(parents=True)
    executable.write_text(
        f"#!/bin/sh\nprintf 'Property settings:\\n    java.home = {folder}\\n    java.version = {version}\\n' >&2\n"
    )
    executable.chmod(0o755)
    return executable


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize("version", ["17.0.15", "17", "21.0.8", "25-ea"])
def test_java_17_and_newer_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    executable = install(tmp_path / "jdk", version)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    found = find_java()
    assert (found.executable, found.home, found.version) == (str(executable), str(tmp_path / "jdk"), version)


def test_java_home_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(install(tmp_path / "path", "21").parent))
    monkeypatch.setenv("JAVA_HOME", str(install(tmp_path / "home", "17").parent.parent))
    assert find_java().version == "17"


def test_the_path_is_taken_when_java_home_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{install(tmp_path / 'path', '21').parent}:/bin:/usr/bin")
    monkeypatch.setenv("JAVA_HOME", str(install(tmp_path / "home", "11.0.2").parent.parent))
    assert find_java().version == "21"


@pytest.mark.parametrize("version", ["1.8.0_392", "11.0.2", "16"])
def test_only_an_old_java_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(install(tmp_path, version).parent.parent))
    with pytest.raises(CannotRun, match=f"is Java {version}") as refused:
        find_java()
    assert "apt install" in str(refused.value)
    assert "brew install" in str(refused.value)


def test_no_java_says_how_to_get_it() -> None:
    with pytest.raises(CannotRun, match="none was found") as refused:
        find_java()
    assert "apt install openjdk-17-jre-headless" in str(refused.value)


def test_a_java_that_does_not_run_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = install(tmp_path, "17")
    stub.write_text("#!/bin/sh\necho 'Unable to locate a Java Runtime.' >&2\nexit 1\n")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(CannotRun, match="none was found"):
        find_java()


def test_no_maven_says_how_to_get_it() -> None:
    with pytest.raises(CannotRun, match="apt install maven"):
        find_maven()
