from __future__ import annotations

from pathlib import Path

import pytest

from streamt.errors import CannotRun
from streamt.local.layout import CONFIGURATION, layout_of, purge, write_configuration
from streamt.local.parts import PARTS

PORTS = {port: 20_000 + index for index, port in enumerate(port for part in PARTS for port in part.ports)}


def test_every_placeholder_of_the_configuration_is_filled(tmp_path: Path) -> None:
    layout = layout_of(tmp_path)
    write_configuration(layout, tmp_path / "jars", PORTS)
    for name in CONFIGURATION:
        settings = [
            line for line in (layout.conf / name).read_text().splitlines() if not line.startswith("#")
        ]
        assert not [line for line in settings if "$" in line]


def test_everything_listens_on_this_machine_only(tmp_path: Path) -> None:
    layout = layout_of(tmp_path)
    write_configuration(layout, tmp_path / "jars", PORTS)
    text = "".join((layout.conf / name).read_text() for name in CONFIGURATION)
    assert "0.0.0.0" not in text
    assert f"listeners=PLAINTEXT://127.0.0.1:{PORTS['kafka']}," in text


@pytest.mark.parametrize("name", ["a:b", "a#b", "a$b", 'a"b', "é"])
def test_a_folder_that_configuration_files_cannot_hold_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotRun, match="cannot live under"):
        layout_of(tmp_path / name)


def test_purge_removes_what_the_stack_wrote_and_nothing_else(tmp_path: Path) -> None:
    layout = layout_of(tmp_path)
    write_configuration(layout, tmp_path / "jars", PORTS)
    other = tmp_path / ".streamt" / "cache.json"
    other.write_text("{}")
    purge(layout)
    assert list(layout.home.iterdir()) == []
    assert other.exists()
