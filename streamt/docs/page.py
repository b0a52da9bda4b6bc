"""What a catalog site is made of, whoever turns it into files: pages of HTML in sections, and assets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

# Written by our own templates alone: project data is escaped, so none of it can hold this tag.
HEADING = re.compile(r'<h2 id="([a-z0-9-]+)">([^<]*)</h2>')


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class Page:
    """`uri` names a Markdown file below the site's root and always ends in `index.md`, so that every generator, with or
    without directory URLs, serves it as `.../index.html`: the links inside the HTML rely on that."""

    uri: str
    title: str
    lead: str
    sections: tuple[Section, ...] = ()
    in_nav: bool = False
    found_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Site:
    """`nav` holds (title, uri) of the few pages that a reader navigates by; the thousands of others are linked.

    `findings` counts what the lint had to say, by severity.
    """

    title: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    nav: tuple[tuple[str, str], ...]
    findings: Mapping[str, int]


def sections(html: str) -> tuple[str, tuple[Section, ...]]:
    """A rendered template as what stands above its first `<h2>`, and one section for each `<h2>`."""
    lead, *rest = HEADING.split(html)
    return lead, tuple(Section(*rest[at : at + 3]) for at in range(0, len(rest), 3))


def html(page: Page) -> str:
    parts = (f'<h2 id="{each.id}">{each.heading}</h2>{each.html}' for each in page.sections)
    return "".join((page.lead, *parts))


def search_html(page: Page) -> str:
    """The little of a page that a search engine has to read: a tenth of the HTML, and nothing that repeats other pages."""
    headings = {section.id: section.heading for section in page.sections}
    parts = [f'<h1 id="top">{escape(page.title)}</h1>']
    for section, text in page.found_by:
        if section in headings:
            parts.append(f'<h2 id="{section}">{headings[section]}</h2>')
        parts.append(f"<p>{escape(text)}</p>")
    return "".join(parts)
