"""What every page needs beside its own facts: the catalog, the templates, and where the page stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from streamt.docs import addresses
from streamt.docs.addresses import page_uri
from streamt.docs.catalog import Catalog
from streamt.docs.page import Page, sections
from streamt.docs.templates import rendered

# So many rows of a table, with what a theme puts around them, stay well below 300 KB.
ROWS = 250


@dataclass(frozen=True, slots=True)
class Writer:
    catalog: Catalog
    templates: Environment

    def page(
        self,
        template: str,
        uri: str,
        title: str,
        *,
        in_nav: bool = False,
        found_by: tuple[tuple[str, str], ...] = (),
        **facts: Any,
    ) -> Page:
        """`title` is plain text; who puts it into HTML escapes it."""
        context = {"catalog": self.catalog, "title": title, "root": addresses.root(uri), **facts}
        lead, rest = sections(rendered(self.templates, template, context))
        return Page(uri, title, lead, rest, in_nav=in_nav, found_by=found_by)

    def listing(
        self,
        template: str,
        folder: tuple[str, ...],
        title: str,
        items: Sequence[Any],
        *,
        rows: int = ROWS,
        found_by: tuple[tuple[str, str], ...] = (),
        **facts: Any,
    ) -> Iterator[Page]:
        """A list on as many pages as it needs. The first stands in the folder itself and, where that is a top one, in the
        navigation; the next ones stand in `page/2`, `page/3`, ...: no name collides with those."""
        parts = [items[at : at + rows] for at in range(0, len(items), rows)] or [items]
        uris = [page_uri(*folder), *(page_uri(*folder, "page", str(n)) for n in range(2, len(parts) + 1))]
        for number, (uri, part) in enumerate(zip(uris, parts, strict=True)):
            yield self.page(
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
