"""Project data never becomes markup: every page of a site made of attacks, element by element."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from tests.docs import html_of
from tests.docs.manifests import ATTACKS

# All that our templates and Pygments make. Anything else in an article came out of the data.
TAGS = frozenset(
    {
        "a", "b", "br", "button", "code", "dd", "details", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
        "input", "label", "li", "nav", "noscript", "option", "p", "path", "pre", "progress", "rect", "script", "select",
        "small", "span", "strong", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul", "wbr",
    }
)  # fmt: skip
SCRIPTS = frozenset({"vis-network.min.js", "lineage-data.js", "lineage.js"})


def test_no_page_holds_a_tag_or_an_attribute_that_is_not_ours(hostile_site: Path) -> None:
    for uri, text in html_of.pages(hostile_site).items():
        if uri == "404.html":
            continue
        for element in html_of.elements(html_of.article(text)):
            assert element.tag in TAGS, (uri, element)
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"], (uri, element)


def test_no_link_leads_where_a_script_could_be(hostile_site: Path) -> None:
    for uri, text in html_of.pages(hostile_site).items():
        for element in html_of.elements(text):
            target = element.attributes.get("href") or element.attributes.get("src") or ""
            assert urlsplit(target.strip()).scheme in ("", "http", "https", "mailto"), (uri, element)


def test_no_script_is_in_the_page_but_ours(hostile_site: Path) -> None:
    for uri, text in html_of.pages(hostile_site).items():
        if uri == "404.html":
            continue
        for element in html_of.elements(html_of.article(text)):
            if element.tag == "script":
                assert Path(element.attributes["src"]).name in SCRIPTS


def test_heads_and_menus_hold_no_script_of_the_data(hostile_site: Path) -> None:
    for uri, text in html_of.pages(hostile_site).items():
        assert "<script>window.hacked" not in text, uri
        assert "<img src=x" not in text, uri


def test_no_file_was_read_that_the_data_named(hostile_site: Path) -> None:
    assert not [uri for uri, text in html_of.pages(hostile_site).items() if "root:x:0:0" in text]


def test_every_file_stands_inside_the_site_under_a_harmless_name(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*"):
        assert all(character.isalnum() or character in "._-" for character in path.name), path
    assert len(list((hostile_site / "models").iterdir())) == len(ATTACKS) + 1


def test_the_attacks_can_be_read_on_the_pages(hostile_site: Path) -> None:
    said = html_of.text((hostile_site / "sources" / "s0" / "index.html").read_text("utf-8"))
    assert ATTACKS[0] in said
