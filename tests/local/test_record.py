from __future__ import annotations

from pathlib import Path

import pytest

from streamt.errors import CannotRun
from streamt.local.process import Process
from streamt.local.record import Record, Started, read_record, write_record

KAFKA = Started("kafka", Process(41, "100"), "/cache/kafka.jsa.7")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    record = Record({"kafka": 9092}, (KAFKA, Started("connect", Process(42, "101"))))
    write_record(tmp_path / "running.json", record)
    assert read_record(tmp_path / "running.json") == record


def test_no_file_is_an_empty_record(tmp_path: Path) -> None:
    assert read_record(tmp_path / "running.json") == Record()


def test_a_part_started_again_replaces_the_earlier_one() -> None:
    again = Started("kafka", Process(99, "200"))
    assert Record({}, (KAFKA,)).adding(again).started == (again,)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "ports": [], "started": [{}]}']
)
def test_a_damaged_file_says_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "running.json").write_text(text)
    with pytest.raises(CannotRun, match="damaged"):
        read_record(tmp_path / "running.json")


def test_a_record_of_another_version_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "running.json").write_text('{"version": 2}')
    with pytest.raises(CannotRun, match="another version of streamt"):
        read_record(tmp_path / "running.json")
