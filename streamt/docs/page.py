"""What a catalog site is made of, whoever turns it into files: pages of HTML in sections, and assets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Written by our own templates alone: project data is escaped, so none of it can hold this tag.
HEADING = re.compile(r'<h2 id="([a-z0-9-]+)"( data-search-exclude)?>([^<]*)</h2>')


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    heading: str
    html: str
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """`uri` names a Markdown file below the site's root and always ends in `index.md`, so that every generator, with or
    without directory URLs, serves it as `.../index.html`: the links inside the HTML rely on that."""

    uri: str
    title: str
    lead: str
    sections: tuple[Section, ...] = ()
    in_nav: bool = False
    searchable: bool = True


@dataclass(frozen=True, slots=True)
class Asset:
    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """`nav` holds (title, uri) of the few pages that a reader navigates by; the thousands of others are linked."""

    title: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    nav: tuple[tuple[str, str], ...]


def sections(html: str) -> tuple[str, tuple[Section, ...]]:
    """A rendered template as what stands above its first `<h2>`, and one section for each `<h2>`."""
    lead, *rest = HEADING.split(html)
    return lead, tuple(
        Section(rest[at], rest[at + 2], rest[at + 3], not rest[at + 1]) for at in range(0, len(rest), 4)
    )


def html(page: Page) -> str:
    """The whole page as one element."""
    return "".join(('<div class="streamt">', page.lead, *_with_headings(page), "</div>"))


def _with_headings(page: Page) -> Iterator[str]:
    for section in page.sections:
        exclude = "" if section.searchable else " data-search-exclude"
        yield f'<h2 id="{section.id}"{exclude}>{section.heading}</h2>'
        yield section.html
