"""Manifests -> site: all pages and assets, in one fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from streamt.docs import assets, lineage
from streamt.docs.gather import catalog
from streamt.docs.page import Site
from streamt.docs.pages import entity, findings, governance, index, overview
from streamt.docs.pages import lineage as lineage_pages
from streamt.docs.pages.writer import Writer
from streamt.docs.templates import environment
from streamt.manifest.model import Manifest

PAGES = (
    overview.pages,
    lineage_pages.pages,
    index.pages,
    governance.pages,
    findings.pages,
    entity.pages,
)


def site(manifests: Sequence[Manifest], overrides: Path | None = None) -> Site:
    """The site of one project, or one catalog of several. `overrides`: a folder of templates that win over ours.

    CannotRun when two manifests are of one project, or a template fails.
    """
    writer = Writer(catalog(manifests), environment(overrides))
    pages = tuple(page for made in PAGES for page in made(writer))
    return Site(
        title=writer.catalog.title,
        pages=pages,
        assets=(*assets.shipped(), lineage.asset(writer.catalog)),
        nav=tuple((page.title, page.uri) for page in pages if page.in_nav),
        findings=Counter(located.finding.severity for located in writer.catalog.findings),
    )
