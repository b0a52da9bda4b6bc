"""The plugin in a user's own MkDocs, and the sites that are built without one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from streamt import mkdocs_site
from streamt.errors import CannotRun
from streamt.site_inputs import overrides
from tests.docs import html_of
from tests.docs.conftest import written
from tests.docs.manifests import fraud


def users_site(tmp_path: Path, options: str = "", docs: dict[str, str] | None = None, more: str = "", theme: str = "material") -> Path:
    """A mkdocs.yml as a user would write one beside a manifest, built."""
    written(fraud(), tmp_path)
    (tmp_path / "docs").mkdir()
    for name, text in (docs or {}).items():
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    config = f"site_name: Ours\ntheme: {theme}\n{more}plugins:\n  - search\n  - streamt:\n      manifest: [manifest.json]\n{options}"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    loaded = load_config(str(tmp_path / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return tmp_path / "site"


def broken_links(site: Path) -> list[str]:
    """Links inside the articles to pages or anchors that are not there."""
    pages = html_of.pages(site)
    anchors = {uri: {e.attributes["id"] for e in html_of.elements(text) if "id" in e.attributes} for uri, text in pages.items()}
    broken = []
    for uri, text in pages.items():
        for element in html_of.elements(html_of.article(text)):
            target = element.attributes.get("href") or element.attributes.get("src") or ""
            parts = urlsplit(urljoin(f"http://site/{uri}", target))
            if parts.netloc != "site" or element.tag not in ("a", "script"):
                continue
            path = unquote(parts.path.lstrip("/"))
            path = path + "index.html" if path.endswith("/") or not path else path
            if path.endswith("lineage/index.html") and parts.fragment:
                continue  # the view of the lineage page
            if not (site / path).is_file() or (parts.fragment and unquote(parts.fragment) not in anchors[path]):
                broken.append(f"{uri}: {target}")
    return broken


def test_every_link_and_anchor_of_a_site_is_there(fraud_site: Path) -> None:
    assert broken_links(fraud_site) == []


def test_every_link_of_a_large_site_is_there(large_site: Path) -> None:
    assert broken_links(large_site) == []


def test_a_users_own_mkdocs_with_directory_urls(tmp_path: Path) -> None:
    site = users_site(tmp_path)
    assert broken_links(site) == []
    assert "<title>payments_clean - Ours</title>" in (site / "models" / "payments_clean" / "index.html").read_text("utf-8")
    assert "Findings" in (site / "index.html").read_text("utf-8")


def test_a_site_of_a_user_asks_no_other_host_for_a_font(tmp_path: Path) -> None:
    assert "fonts.googleapis.com" not in (users_site(tmp_path) / "index.html").read_text("utf-8")


def test_a_user_may_have_fonts_from_elsewhere(tmp_path: Path) -> None:
    site = users_site(tmp_path, "      external_resources: true\n")
    assert "fonts.googleapis.com" in (site / "index.html").read_text("utf-8")


def test_a_theme_of_mkdocs_itself_asks_no_other_host_for_a_script(tmp_path: Path) -> None:
    site = users_site(tmp_path, theme="mkdocs")
    assert "cdnjs" not in (site / "models" / "payments_clean" / "index.html").read_text("utf-8")
    assert broken_links(site) == []


def test_the_environment_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMT_ENV", "enhanced")
    project = Path(__file__).parent.parent.parent / "examples" / "fraud"
    mkdocs_site.build([project], tmp_path / "site")
    assert "environment enhanced" in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_page_of_the_user_takes_the_place_of_ours(tmp_path: Path) -> None:
    site = users_site(tmp_path, docs={"index.md": "# Welcome\n\nHand-written."})
    assert "Hand-written." in (site / "index.html").read_text("utf-8")
    assert (site / "models" / "payments_clean" / "index.html").exists()


def test_the_catalog_in_a_folder_of_the_site(tmp_path: Path) -> None:
    site = users_site(tmp_path, "      folder: catalog\n", {"index.md": "# Welcome"})
    assert (site / "catalog" / "lineage" / "index.html").exists()
    assert broken_links(site) == []


def test_markdown_extensions_of_the_user_never_see_project_data(tmp_path: Path) -> None:
    extensions = "markdown_extensions: [attr_list, md_in_html, pymdownx.snippets, pymdownx.magiclink]\n"
    site = users_site(tmp_path, more=extensions)
    plain = users_site(tmp_path / "plain") if (tmp_path / "plain").mkdir() is None else site
    page = Path("models") / "payments_clean" / "index.html"
    assert html_of.article((site / page).read_text("utf-8")) == html_of.article((plain / page).read_text("utf-8"))


def test_a_template_of_the_project_takes_the_place_of_ours(tmp_path: Path) -> None:
    from streamt.docs.site import site

    (tmp_path / "test.html").write_text('{% extends "page.html" %}{% block body %}<p>Ours: {{ node.name }}</p>{% endblock %}', "utf-8")
    pages = {page.uri: page for page in site([fraud()], tmp_path).pages}
    assert "<p>Ours: raw_schema</p>" in pages["tests/raw_schema/index.md"].lead


def test_a_template_of_a_project_cannot_leave_its_sandbox(tmp_path: Path) -> None:
    from streamt.docs.site import site

    (tmp_path / "test.html").write_text("{{ node.__class__.__mro__[-1].__subclasses__() }}", "utf-8")
    with pytest.raises(CannotRun, match=r"template test\.html failed: access to attribute '__class__'"):
        site([fraud()], tmp_path)


def test_a_template_that_links_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    from streamt.docs.site import site

    (tmp_path / "secret").write_text("hidden", "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "test.html").symlink_to(tmp_path / "secret")
    with pytest.raises(CannotRun, match=r"test\.html is a link to a file outside"):
        site([fraud()], tmp_path / "templates")


def test_templates_that_are_a_link_out_of_the_project_are_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "stream_project.yml").write_text("project: {name: p}\n", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (project / "site_templates").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotRun, match="outside of the project"):
        overrides([project])


def test_the_markdown_pages_make_a_site_without_our_plugin(tmp_path: Path) -> None:
    from streamt.docs import markdown
    from streamt.docs.site import site

    markdown.write(site([fraud()]), tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text("site_name: Plain\ntheme: mkdocs\nplugins: []\n", "utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml")))
    page = (tmp_path / "site" / "models" / "payments_clean" / "index.html").read_text("utf-8")
    assert '<tr id="column-card_number">' in page
    assert '<h2 id="columns">Columns</h2>' in page
    assert "source(" in html_of.text(page)


def test_a_missing_manifest_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match=r"The site was not built: Cannot read the manifest .*nothing\.json"):
        mkdocs_site.build([tmp_path / "nothing.json"], tmp_path / "site")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("x", "utf-8")
    with pytest.raises(CannotRun, match="is not empty and holds no site of streamt"):
        mkdocs_site.build([written(fraud(), tmp_path)], tmp_path / "home")
    assert (tmp_path / "home" / "thesis.txt").exists()


def test_a_site_is_built_over_an_older_one_byte_for_byte(fraud_site: Path, tmp_path: Path) -> None:
    path = written(fraud(), tmp_path)
    mkdocs_site.build([path], tmp_path / "again")
    first = files(tmp_path / "again")
    mkdocs_site.build([path], tmp_path / "again")
    assert files(tmp_path / "again") == first == files(fraud_site)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_another_hash_seed_changes_no_byte(fraud_site: Path, tmp_path: Path) -> None:
    path = written(fraud(), tmp_path)
    code = "import sys; from pathlib import Path; from streamt import mkdocs_site; mkdocs_site.build([Path(sys.argv[1])], Path(sys.argv[2]))"
    environment = {**os.environ, "PYTHONHASHSEED": "4242", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", code, str(path), str(tmp_path / "site")], check=True, env=environment)
    assert files(tmp_path / "site") == files(fraud_site)


def test_the_index_of_the_search_holds_names_columns_descriptions_and_owners(fraud_site: Path) -> None:
    index = json.loads((fraud_site / "search" / "search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    assert "team-data" in entries["sources/customers_cdc/index.html"]["text"]
    assert "customer_email Where receipts go." in entries["sources/customers_cdc/index.html#columns"]["text"]
    assert not any(location.startswith("lineage/") for location in entries)


def test_entity_pages_stay_out_of_the_navigation(large_site: Path) -> None:
    text = (large_site / "index.html").read_text("utf-8")
    navigation = text.split('<nav class="md-nav md-nav--primary', 1)[1].split("<article", 1)[0]
    assert len(re.findall(r"md-nav__link", navigation)) < 40


def test_no_page_of_a_large_site_is_large(large_site: Path) -> None:
    assert max(path.stat().st_size for path in large_site.rglob("*.html")) < 300_000
