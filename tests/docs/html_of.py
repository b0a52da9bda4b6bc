"""Pages as elements, for tests that follow links and look for what must not be there."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str]


_INLINE = frozenset({"a", "b", "code", "span", "wbr", "em", "strong", "small"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.text.append(" ")
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def elements(html: str) -> list[Element]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements


def text(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.text).split())


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}


def article(html: str) -> str:
    """The part of a page that is ours: Material's article, the main part in MkDocs' own theme, nothing on another page."""
    start, end = ("<article", "</article>") if "<article" in html else ('role="main"', "</body>")
    return html.partition(start)[2].partition(end)[0]
