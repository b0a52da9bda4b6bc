"""The pages that list: one table per kind, owner, tag and domain, cut into several pages when it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from streamt.docs.addresses import page_uri
from streamt.docs.catalog import FOLDERS, Entry, Group
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer

_ROWS = 250
_Item = TypeVar("_Item")

TITLES = {"source": "Sources", "model": "Models", "test": "Tests", "exposure": "Exposures"}


def pages(writer: Writer) -> Iterator[Page]:
    catalog = writer.catalog
    for kind, folder in FOLDERS.items():
        yield from _listing(writer, "entries.html", (folder,), TITLES[kind], catalog.of(kind), kind=kind)
    yield from _listing(writer, "owners.html", ("owners",), "Owners", tuple(catalog.owners.values()))
    yield from _listing(writer, "groups.html", ("tags",), "Tags", tuple(catalog.tags.values()), what="tag")
    yield from _listing(
        writer, "groups.html", ("domains",), "Domains", tuple(catalog.domains.values()), what="domain"
    )
    for owner in catalog.owners.values():
        words = " · ".join(("owner", *(text for text in owner.details.values() if isinstance(text, str))))
        yield from _listing(
            writer,
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
    yield from _listing(
        writer, "group.html", folder, group.name, group.entries, found_by, what=what, group=group
    )


def _listing(
    writer: Writer,
    template: str,
    folder: tuple[str, ...],
    title: str,
    items: Sequence[_Item],
    found_by: tuple[tuple[str, str], ...] = (),
    **facts: object,
) -> Iterator[Page]:
    """The first page stands in the folder itself, the next ones in `page/2`, `page/3`, ...: no name collides with those."""
    parts = [items[at : at + _ROWS] for at in range(0, len(items), _ROWS)] or [items]
    uris = [
        page_uri(*folder),
        *(page_uri(*folder, "page", str(number)) for number in range(2, len(parts) + 1)),
    ]
    for number, (uri, part) in enumerate(zip(uris, parts, strict=True)):
        yield writer.page(
            template,
            uri,
            title if number == 0 else f"{title} ({number + 1})",
            in_nav=number == 0 and len(folder) == 1,
            found_by=found_by if number == 0 else (),
            items=part,
            total=len(items),
            uris=uris,
            number=number,
            **facts,
        )


def by_kind(entries: Sequence[Entry]) -> dict[str, int]:
    return {kind: sum(entry.kind == kind for entry in entries) for kind in FOLDERS}
