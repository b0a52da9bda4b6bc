"""`generated/`: what is written, what is left alone, and what is never touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from streamt import pipeline
from streamt.compile.files import generated_files, write
from streamt.errors import CannotRun
from streamt.manifest.model import Manifest
from tests.projects import checked, completed

ONE = "models:\n  - {name: failed, columns: [{name: id, type: STRING}]}\n"
TWO = ONE + "  - {name: late, columns: [{name: id, type: STRING}]}\n"


def manifest(fragment: str) -> Manifest:
    return pipeline.compiled(checked(completed(fragment)))


def test_an_unchanged_manifest_leaves_every_file_untouched(tmp_path: Path) -> None:
    assert write(manifest(ONE), tmp_path) == ["manifest.json", "topics/failed.json"]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write(manifest(ONE), tmp_path) == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_is_no_more_goes_and_what_is_the_user_s_stays(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "mine.json").write_text("{}")
    write(manifest(TWO), tmp_path)
    assert write(manifest(ONE), tmp_path) == ["manifest.json", "topics/late.json"]
    assert sorted(path.name for path in (tmp_path / "topics").iterdir()) == ["failed.json", "mine.json"]


def test_a_file_that_was_changed_by_hand_is_written_again(tmp_path: Path) -> None:
    write(manifest(ONE), tmp_path)
    (tmp_path / "topics" / "failed.json").write_text("{}")
    assert write(manifest(ONE), tmp_path) == ["topics/failed.json"]


@pytest.mark.parametrize("before", ["", "[]", "{}", '{"artifacts": 1}', "\ufeff{", '{"content_hash": 1, "manifest_version": 1}'])
def test_a_manifest_that_is_none_is_replaced(before: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(before)
    assert "manifest.json" in write(manifest(ONE), tmp_path)


def test_names_that_no_file_system_takes_have_files_of_their_own() -> None:
    long = "a" * 249
    found = manifest(
        "runtime: {kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'e:1'}, us: {bootstrap_servers: 'u:1'}}}}\nmodels:\n"
        "  - {name: a, topic: {name: '${A}.x'}, columns: [{name: id, type: STRING}]}\n"
        "  - {name: b, topic: {name: '${B}.x'}, columns: [{name: id, type: STRING}]}\n"
        "  - {name: c, topic: {name: 'same'}, cluster: eu, columns: [{name: id, type: STRING}]}\n"
        "  - {name: d, topic: {name: 'SAME'}, cluster: us, columns: [{name: id, type: STRING}]}\n"
        f"  - {{name: e, topic: {{name: '{long}'}}, columns: [{{name: id, type: STRING}}]}}\n"
    )
    paths = [file.path for file in generated_files(found)]
    assert len({path.lower() for path in paths}) == len(found.artifacts.topics) == 5
    assert {"topics/__A_.x.json", "topics/__B_.x.json", "topics/same.json", "topics/SAME.2.json"} <= set(paths)
    assert max(len(path) for path in paths) < 200


@pytest.mark.parametrize("link", ["topics", "."])
def test_nothing_is_written_through_a_link(link: str, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "generated"
    outside.mkdir()
    if link == ".":
        folder.symlink_to(outside)
    else:
        folder.mkdir()
        (folder / link).symlink_to(outside)
    with pytest.raises(CannotRun, match="symbolic link"):
        write(manifest(ONE), folder)
    assert list(outside.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CannotRun, match="Permission denied"):
        write(manifest(ONE), tmp_path)


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "topics").write_text("")
    with pytest.raises(CannotRun, match="Cannot write"):
        write(manifest(ONE), tmp_path)
