from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from streamt.docs import markdown
from streamt.docs.site import site
from streamt.errors import CannotRun
from tests.docs.manifests import fraud, hostile, manifest, source


def test_a_page_is_front_matter_headings_and_blocks_of_html(tmp_path: Path) -> None:
    markdown.write(site([fraud()]), tmp_path)
    text = (tmp_path / "models" / "payments_clean" / "index.md").read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    assert yaml.safe_load(front) == {"title": "payments_clean"}
    assert "\n## Columns\n\n<div class=\"streamt\">\n" in body
    assert (tmp_path / "assets" / "streamt" / "vis-network.min.js").stat().st_size > 100_000


@pytest.mark.parametrize("made", [fraud(), hostile()], ids=["fraud", "hostile"])
def test_no_block_holds_a_blank_line_which_would_end_it(made: object) -> None:
    for page in site([made]).pages:  # type: ignore[list-item]
        for block in markdown.text(page).split('<div class="streamt">')[1:]:
            inside = block.rpartition("\n</div>\n")[0]
            assert all(line.strip() for line in inside.split("\n")[1:]), page.uri


def test_a_title_is_one_value_of_the_front_matter_whatever_is_in_it() -> None:
    for page in site([hostile()]).pages:
        _, front, _ = markdown.text(page).split("---\n", 2)
        assert yaml.safe_load(front) == {"title": page.title}


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    markdown.write(site([fraud()]), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    markdown.write(site([fraud()]), tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_page_that_is_gone_is_removed_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", "utf-8")
    markdown.write(site([manifest(sources=[source("old", [])])]), tmp_path)
    markdown.write(site([manifest(sources=[source("new", [])])]), tmp_path)
    assert not (tmp_path / "sources" / "old" / "index.md").exists()
    assert (tmp_path / "sources" / "new" / "index.md").exists()
    assert (tmp_path / "mine.md").read_text("utf-8") == "mine"


def test_a_listing_that_points_out_of_the_folder_removes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("x", "utf-8")
    listing = tmp_path / "pages" / markdown.LISTING
    listing.parent.mkdir(parents=True)
    listing.write_text("../precious.txt\n", "utf-8")
    markdown.write(site([manifest()]), tmp_path / "pages")
    assert (tmp_path / "precious.txt").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CannotRun, match="Cannot write"):
        markdown.write(site([manifest()]), tmp_path / "file")
