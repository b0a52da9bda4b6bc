"""The pages that list: one table per kind, owner, tag and domain, cut into several pages when it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from streamt.docs.catalog import FOLDERS, Entry, Group
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer

TITLES = {"source": "Sources", "model": "Models", "test": "Tests", "exposure": "Exposures"}


def pages(writer: Writer) -> Iterator[Page]:
    catalog = writer.catalog
    for kind, folder in FOLDERS.items():
        yield from writer.listing("entries.html", (folder,), TITLES[kind], catalog.of(kind), kind=kind)
    yield from writer.listing("owners.html", ("owners",), "Owners", tuple(catalog.owners.values()))
    yield from writer.listing("groups.html", ("tags",), "Tags", tuple(catalog.tags.values()), what="tag")
    yield from writer.listing(
        "groups.html", ("domains",), "Domains", tuple(catalog.domains.values()), what="domain"
    )
    for owner in catalog.owners.values():
        words = " · ".join(("owner", *(text for text in owner.details.values() if isinstance(text, str))))
        yield from writer.listing(
            "owner.html",
            ("owners", owner.slug),
            owner.name,
            owner.entries,
            found_by=(("", words),),
            owner=owner,
        )
    for group in catalog.tags.values():
        yield from _group(writer, group, "Tag")
    for group in catalog.domains.values():
        yield from _group(writer, group, "Domain")


def _group(writer: Writer, group: Group, what: str) -> Iterator[Page]:
    folder = (group.folder, group.slug)
    found_by = (("", what.lower()),)
    yield from writer.listing(
        "group.html", folder, group.name, group.entries, found_by=found_by, what=what, group=group
    )


def by_kind(entries: Sequence[Entry]) -> dict[str, int]:
    return {kind: sum(entry.kind == kind for entry in entries) for kind in FOLDERS}
