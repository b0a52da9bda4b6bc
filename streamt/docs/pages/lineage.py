"""The interactive picture of everything, and the same as tables for who does not or cannot use it."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.docs.addresses import page_uri
from streamt.docs.assets import FOLDER
from streamt.docs.lineage import DATA
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer

_ROWS = 400


def pages(writer: Writer) -> Iterator[Page]:
    catalog = writer.catalog
    edges = [
        (catalog.entries[edge.source], edge, catalog.entries[edge.target])
        for edge in catalog.edges
        if edge.kind != "tests"
    ]
    yield writer.page(
        "lineage.html",
        page_uri("lineage"),
        "Lineage",
        in_nav=True,
        scripts=(f"{FOLDER}/vis-network.min.js", DATA, f"{FOLDER}/lineage.js"),
        total=len(edges),
    )
    parts = [edges[at : at + _ROWS] for at in range(0, len(edges), _ROWS)] or [[]]
    uris = [
        page_uri("lineage", "table"),
        *(page_uri("lineage", "table", "page", str(number)) for number in range(2, len(parts) + 1)),
    ]
    for number, (uri, part) in enumerate(zip(uris, parts, strict=True)):
        title = "Lineage as a table" if number == 0 else f"Lineage as a table ({number + 1})"
        yield writer.page(
            "lineage_table.html", uri, title, items=part, total=len(edges), uris=uris, number=number
        )
