"""The interactive picture of everything, and the same as tables for who does not or cannot use it."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.docs.addresses import page_uri
from streamt.docs.assets import FOLDER
from streamt.docs.lineage import DATA
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer
from streamt.select.graph import title

_ROWS = 400


def _coverage(writer: Writer) -> Iterator[str]:
    """What could not be followed, project by project."""
    for manifest in writer.catalog.manifests:
        names = {model.id: title(model) for model in manifest.models}
        project = f"{manifest.project}: " if writer.catalog.many else ""
        yield from (f"{project}{sentence}" for sentence in manifest.lineage.sentences(names))


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
        coverage=tuple(_coverage(writer)),
    )
    yield from writer.listing(
        "lineage_table.html", ("lineage", "table"), "Lineage as a table", edges, rows=_ROWS
    )
