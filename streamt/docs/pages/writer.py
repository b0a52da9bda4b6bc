"""What every page needs beside its own facts: the catalog, the templates, and where the page stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from streamt.docs import addresses
from streamt.docs.catalog import Catalog
from streamt.docs.page import Page, sections
from streamt.docs.templates import rendered


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
