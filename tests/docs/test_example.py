"""The site of examples/fraud, compiled in memory."""

from __future__ import annotations

from pathlib import Path

from streamt import mkdocs_site
from tests.docs.test_mkdocs import broken_links

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def test_every_link_of_the_example_is_there(tmp_path: Path) -> None:
    site = mkdocs_site.build([EXAMPLES / "fraud"], tmp_path / "site", "standalone")
    assert broken_links(tmp_path / "site") == []
    assert not site.findings


def test_a_project_with_errors_has_a_site_that_shows_them(tmp_path: Path) -> None:
    site = mkdocs_site.build([EXAMPLES / "fraud_as_written"], tmp_path / "site")
    assert site.findings["error"] > 0
    assert "FRAUD_SCORE" in (tmp_path / "site" / "findings" / "index.html").read_text("utf-8")
