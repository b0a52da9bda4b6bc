from __future__ import annotations

from pathlib import Path

import pytest

from streamt.errors import CannotRun
from streamt.local.jars import MODULES, class_path, coordinates, fetch, jar_folder, missing
from streamt.local.java import Java

JAVA = Java("java", "/opt/java", "17")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def pretend_maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    (tmp_path / "bin").mkdir()
    maven = tmp_path / "bin" / "mvn"
    maven.write_text(f"#!/bin/sh\n{script}\n")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{maven.parent}:/usr/bin:/bin")


def test_every_module_has_a_pom() -> None:
    assert [path for path, _ in coordinates()] == ["pom.xml", *(f"{module}/pom.xml" for module, _ in MODULES)]


def test_the_folder_is_the_users_cache_named_by_the_coordinates(cache: Path) -> None:
    assert jar_folder().parent == cache / "streamt" / "stack"
    assert jar_folder() == jar_folder()


def test_a_module_is_there_once_its_folder_is() -> None:
    (jar_folder() / "plugins" / "file").mkdir(parents=True)
    assert missing(["kafka", "connect-file"]) == ("kafka",)


def test_fetched_folders_are_published_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_maven(
        tmp_path,
        monkeypatch,
        'for word in "$@"; do case "$word" in -Dstack.output=*) out="${word#*=}";; esac; done\n'
        'mkdir -p "$out/kafka" "$out/plugins/file" && touch "$out/kafka/kafka.jar" "$out/plugins/file/file.jar"',
    )
    fetch(["kafka", "connect-file"], JAVA)
    assert missing(["kafka", "connect-file"]) == ()
    assert (jar_folder() / "plugins" / "file" / "file.jar").exists()
    assert not list(jar_folder().glob(".fetch-*"))


def test_mavens_reason_is_shown_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_maven(tmp_path, monkeypatch, "echo '[ERROR] Could not resolve org.apache.kafka:kafka'; exit 1")
    with pytest.raises(CannotRun, match=r"Could not resolve org\.apache\.kafka:kafka") as refused:
        fetch(["kafka"], JAVA)
    assert "settings.xml" in str(refused.value)
    assert missing(["kafka"]) == ("kafka",)


def test_maven_runs_with_the_java_that_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_maven(tmp_path, monkeypatch, 'echo "[ERROR] $JAVA_HOME"; exit 1')
    with pytest.raises(CannotRun, match="/opt/java"):
        fetch(["kafka"], JAVA)


def test_the_class_path_is_sorted(tmp_path: Path) -> None:
    for name in ("b.jar", "a.jar", "notes.txt"):
        (tmp_path / name).touch()
    assert class_path(tmp_path) == f"{tmp_path}/a.jar:{tmp_path}/b.jar"
