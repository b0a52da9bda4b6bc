"""What `streamt local` answers when there is nothing to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from streamt.cli.local import local
from streamt.errors import CannotRun


def refusal(*words: str) -> str:
    """The message that stops this command."""
    with pytest.raises(CannotRun) as refused:
        CliRunner().invoke(local, list(words), catch_exceptions=False)
    return str(refused.value)


def test_outside_a_project_it_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "name one with --project-dir" in refusal("status")


def test_it_works_from_a_folder_inside_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stream_project.yml").write_text("name: demo\n")
    (tmp_path / "models").mkdir()
    monkeypatch.chdir(tmp_path / "models")
    answer = CliRunner().invoke(local, ["status", "--format", "json"])
    assert answer.exit_code == 0
    shown = json.loads(answer.stdout)
    assert {part["state"] for part in shown["parts"]} == {"stopped"}
    assert shown["variables"] == {}


def test_down_with_nothing_running_is_fine_and_writes_nothing(tmp_path: Path) -> None:
    answer = CliRunner().invoke(local, ["down", "--project-dir", str(tmp_path)])
    assert answer.exit_code == 0
    assert answer.stderr == "Nothing was running.\n"
    assert list(tmp_path.iterdir()) == []


def test_logs_before_the_first_start_say_so(tmp_path: Path) -> None:
    assert "nothing was started yet" in refusal("logs", "--project-dir", str(tmp_path))


def test_logs_of_an_unknown_part_name_the_known_ones(tmp_path: Path) -> None:
    assert "Parts are: kafka, registry, flink, jobmanager" in refusal(
        "logs", "spark", "--project-dir", str(tmp_path)
    )


@pytest.mark.parametrize("text", ["kafka", "kafka=", "kafka=nine", "kafka=0", "kafka=65536", "=1"])
def test_a_port_that_is_none(tmp_path: Path, text: str) -> None:
    assert "port" in refusal("up", "--project-dir", str(tmp_path), "--port", text)


def test_an_unknown_part_is_refused_before_anything_starts(tmp_path: Path) -> None:
    assert "no part 'zookeeper'" in refusal("up", "--project-dir", str(tmp_path), "--only", "zookeeper")
    assert list(tmp_path.iterdir()) == []


def test_topics_before_the_first_start_say_so(tmp_path: Path) -> None:
    assert "streamt local up" in refusal("topics", "--project-dir", str(tmp_path))
