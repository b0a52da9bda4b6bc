"""The site in a real browser: it asks no other host for anything, no script of the data runs, and what can be clicked works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.docs import html_of

pytestmark = pytest.mark.browser


class Watched:
    """A tab, and everything that should not have happened in it."""

    def __init__(self, page: Any, allowed: str) -> None:
        self.page = page
        self.trouble: list[str] = []
        page.on("console", lambda message: message.type in ("error", "warning") and self.trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: self.trouble.append(f"popup: {popup.url}"))
        page.on("request", lambda request: self._seen(request.url, allowed))

    def _seen(self, url: str, allowed: str) -> None:
        if not url.startswith((allowed, "data:", "blob:", "about:")):
            self.trouble.append(f"request: {url}")


@contextmanager
def tab(chromium: Any, allowed: str, **options: Any) -> Iterator[Watched]:
    context = chromium.new_context(viewport={"width": 1300, "height": 900}, **options)
    watched = Watched(context.new_page(), allowed)
    yield watched
    context.close()
    assert watched.trouble == []


def place(page: Any, key: str) -> tuple[float, float]:
    found = page.evaluate("key => document.querySelector('[data-st-lineage]').streamtPlace(key)", key)
    return found["x"], found["y"]


PAGES = ("index.html", "lineage/index.html", "models/payments_clean/index.html", "governance/index.html", "tests/payments_quality/index.html")


@pytest.mark.parametrize("uri", PAGES)
def test_a_page_opened_from_a_disk(chromium: Any, fraud_site: Path, uri: str) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/{uri}")
        watched.page.wait_for_load_state("networkidle")
        assert watched.page.locator("h1").count() == 1


@pytest.mark.parametrize("uri", PAGES)
def test_a_page_below_a_path_of_a_host(chromium: Any, served: str, uri: str) -> None:
    with tab(chromium, served) as watched:
        watched.page.goto(f"{served}/{uri}")
        watched.page.wait_for_load_state("networkidle")
        assert watched.page.locator("h1").count() == 1


def test_a_click_in_the_lineage_opens_the_page_of_the_node(chromium: Any, served: str) -> None:
    with tab(chromium, served) as watched:
        watched.page.goto(f"{served}/lineage/index.html")
        watched.page.mouse.click(*place(watched.page, "model:payments_clean"))
        watched.page.wait_for_url("**/models/payments_clean/index.html")


def test_the_lineage_works_from_a_disk(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/lineage/index.html")
        watched.page.mouse.click(*place(watched.page, "source:customers_cdc"))
        watched.page.wait_for_url("**/sources/customers_cdc/index.html")


def test_a_node_is_found_by_keyboard_and_looked_at_alone(chromium: Any, served: str) -> None:
    with tab(chromium, served) as watched:
        page = watched.page
        page.goto(f"{served}/lineage/index.html")
        page.get_by_role("combobox").first.fill("fraud_ev")
        page.keyboard.press("Enter")
        page.wait_for_url("**#node=model%3Afraud_events")
        view = page.locator("[data-st-view]")
        assert view.inner_text() == "7 of 8 nodes above and below fraud_events."
        page.get_by_label("Show").select_option("up")
        assert view.inner_text() == "4 of 5 nodes above fraud_events."
        page.get_by_label("Steps").select_option("1")
        assert view.inner_text() == "2 of 5 nodes above fraud_events."
        page.get_by_role("button", name="Start again").click()
        assert view.inner_text() == "13 nodes."


def test_a_large_graph_opens_by_domain(chromium: Any, large_site: Path) -> None:
    with tab(chromium, large_site.as_uri()) as watched:
        page = watched.page
        page.goto(f"{large_site.as_uri()}/lineage/index.html")
        view = page.locator("[data-st-view]")
        assert view.inner_text().startswith("8 domains. Open one, or find a node. Draw all 345 nodes")
        page.get_by_text("Draw all 345 nodes").click()
        page.wait_for_function("document.querySelector('[data-st-drawn]').dataset.stDrawn === '345'")
        page.goto(f"{large_site.as_uri()}/lineage/index.html#domain=fraud")
        page.wait_for_function("document.querySelector('[data-st-view]').textContent.startsWith('Domain fraud:')")


def test_a_mistyped_address_shows_the_whole(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/lineage/index.html#node=%E0%A4%A")
        assert watched.page.locator("[data-st-view]").inner_text() == "13 nodes."


def test_the_small_graph_leads_to_its_neighbours(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/models/payments_clean/index.html")
        watched.page.locator("svg a.st-box", has_text="card_payments_raw").click()
        watched.page.wait_for_url("**/sources/card_payments_raw/index.html")


def search(page: Any, words: str) -> Any:
    page.locator("label.md-header__button[for=__search]").first.click() if page.viewport_size["width"] < 900 else None
    page.locator("input.md-search__input").click()
    page.keyboard.type(words)
    return page.locator(".md-search-result__item")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("customer_email", "customers_cdc"),
        ("email", "customers_cdc"),
        ("receipts", "customers_cdc"),
        ("team-fraud", "fraud_events"),
        ("payments.raw.v1", "card_payments_raw"),
        ("fraud_scoring", "fraud_scoring"),
    ],
)
def test_the_search_finds_columns_descriptions_owners_topics_and_names(chromium: Any, served: str, words: str, found: str) -> None:
    with tab(chromium, served) as watched:
        watched.page.goto(f"{served}/index.html")
        results = search(watched.page, words)
        results.filter(has_text=found).first.wait_for(timeout=15_000)


def test_the_search_works_from_a_disk(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/index.html")
        search(watched.page, "customer_email").filter(has_text="customers_cdc").first.wait_for(timeout=15_000)


def test_a_long_table_is_filtered(chromium: Any, large_site: Path) -> None:
    with tab(chromium, large_site.as_uri()) as watched:
        page = watched.page
        page.goto(f"{large_site.as_uri()}/models/index.html")
        page.get_by_placeholder("Filter models").fill("payments_clean_0")
        assert page.locator("tbody tr:visible").count() == 1
        assert page.locator(".st-filter__count").inner_text() == "1 of 250 on this page"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_either_scheme(chromium: Any, fraud_site: Path, scheme: str) -> None:
    """Contrast of 4.5 to 1, the least that WCAG 2 asks of text, for every kind of text we style."""
    with tab(chromium, fraud_site.as_uri(), color_scheme=scheme) as watched:
        watched.page.goto(f"{fraud_site.as_uri()}/models/payments_clean/index.html")
        assert watched.page.evaluate(CONTRAST) == []


def test_a_chosen_scheme_is_kept_from_page_to_page(chromium: Any, served: str) -> None:
    with tab(chromium, served, color_scheme="light") as watched:
        page = watched.page
        page.goto(f"{served}/index.html")
        page.get_by_title("Use the light scheme").click()
        page.get_by_title("Use the dark scheme").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        page.goto(f"{served}/models/payments_clean/index.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_picture_follows_the_scheme(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri(), color_scheme="light") as watched:
        page = watched.page
        page.goto(f"{fraud_site.as_uri()}/lineage/index.html")
        light = page.locator("canvas").first.screenshot()
        page.emulate_media(color_scheme="dark")
        page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
        page.wait_for_timeout(300)
        assert page.locator("canvas").first.screenshot() != light


def test_a_narrow_screen_needs_no_sideways_scrolling(chromium: Any, fraud_site: Path) -> None:
    with tab(chromium, fraud_site.as_uri()) as watched:
        watched.page.set_viewport_size({"width": 390, "height": 800})
        for uri in PAGES:
            watched.page.goto(f"{fraud_site.as_uri()}/{uri}")
            assert watched.page.evaluate("document.scrollingElement.scrollWidth") <= 390, uri


def test_no_script_of_the_data_ever_runs(chromium: Any, hostile_site: Path) -> None:
    uris = [uri for uri in html_of.pages(hostile_site) if uri != "404.html"]
    with tab(chromium, hostile_site.as_uri()) as watched:
        for uri in (*uris[:: max(1, len(uris) // 40)], "index.html", "lineage/index.html", "findings/index.html"):
            watched.page.goto(f"{hostile_site.as_uri()}/{uri}")
            assert watched.page.evaluate("window.hacked") is None, uri


def test_no_script_of_the_data_runs_in_lineage_or_search(chromium: Any, hostile_site: Path) -> None:
    with tab(chromium, hostile_site.as_uri()) as watched:
        page = watched.page
        page.goto(f"{hostile_site.as_uri()}/lineage/index.html#all")
        page.get_by_label("Tests").check()
        box = page.locator("[data-st-canvas]").bounding_box()
        for step in range(20):
            page.mouse.move(box["x"] + box["width"] * step / 20, box["y"] + box["height"] / 2)
        page.get_by_role("combobox").first.fill("script")
        page.wait_for_timeout(300)
        assert page.evaluate("window.hacked") is None
        page.keyboard.press("Escape")
        search(page, "script").first.wait_for(timeout=15_000)
        page.wait_for_timeout(500)
        assert page.evaluate("window.hacked") is None


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const behind = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const light = ([r, g, b]) => {
    const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const poor = new Set();
  for (const element of document.querySelectorAll("article [class^=st-], article [class*=' st-']")) {
    if (!element.innerText || !element.offsetParent || ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const ground = behind(element), ink = over(rgba(getComputedStyle(element).color), ground);
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.add(element.className + " " + ratio.toFixed(2));
  }
  return [...poor].sort();
}"""
