"""The first page: what is here, how well it is described, what asks for attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from streamt.docs.catalog import Catalog, Entry
from streamt.docs.columns import readers
from streamt.docs.page import Page
from streamt.docs.pages.index import TITLES, by_kind
from streamt.docs.pages.writer import Writer
from streamt.manifest.model import UNKNOWN, Model

_LATEST = 8
_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Share:
    """`of` things, `have` of which have something."""

    what: str
    have: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded down: 100 means all of them."""
        return 100 * self.have // self.of if self.of else 0


def pages(writer: Writer) -> Iterator[Page]:
    catalog = writer.catalog
    domains = sorted(catalog.domains.values(), key=lambda group: (-len(group.entries), group.name))
    owners = sorted(catalog.owners.values(), key=lambda owner: (-len(owner.entries), owner.name))
    yield writer.page(
        "overview.html",
        "index.md",
        "Overview",
        in_nav=True,
        counts=[
            (TITLES[kind], f"{kind}s", number)
            for kind, number in by_kind(tuple(catalog.entries.values())).items()
        ],
        domains=[(group, by_kind(group.entries)) for group in domains[:_GROUPS]],
        domains_total=len(domains),
        owners=owners[:_GROUPS],
        owners_total=len(owners),
        shares=tuple(shares(catalog)),
        severities=Counter(located.finding.severity for located in catalog.findings),
        findings=catalog.findings[:_LATEST],
        unread=tuple(_unread(catalog)),
    )


def shares(catalog: Catalog) -> Iterator[Share]:
    """How much of the catalog is known: of nothing there is no share, so it is left out."""
    data = [entry for entry in catalog.entries.values() if entry.kind in ("source", "model")]
    columns = [column for entry in data for column in entry.columns]
    derived = [column for entry in data if entry.kind == "model" for column in entry.columns]
    coverage = [manifest.lineage for manifest in catalog.manifests]
    queries = sum(each.queries for each in coverage)
    found = (
        Share("columns with a known type", sum(column.type != UNKNOWN for column in columns), len(columns)),
        Share("model columns with lineage", sum(bool(column.lineage) for column in derived), len(derived)),
        Share("queries that could be resolved", queries - sum(len(each.unresolved) for each in coverage), queries),
        Share(
            "columns with a description", sum(bool(column.description) for column in columns), len(columns)
        ),
        Share(
            "columns with a classification",
            sum(bool(column.classification) for column in columns),
            len(columns),
        ),
        Share(
            "sources and models with a description",
            sum(bool(each.node.description) for each in data),
            len(data),
        ),
        Share("sources and models with an owner", sum(bool(each.node.owner) for each in data), len(data)),
        Share("sources and models with a test", sum(each.key in catalog.tests for each in data), len(data)),
    )
    yield from (share for share in found if share.of)


def _unread(catalog: Catalog) -> Iterator[Entry]:
    """Models whose result nobody is known to read: no model, sink or exposure, and not a way out themselves."""
    for entry in catalog.of("model"):
        below = (catalog.entries[key] for key in catalog.downstream.get(entry.key, ()))
        leads_out = isinstance(entry.node, Model) and entry.node.materialized == "sink"
        fed_by_tests = any(catalog.entries[key].kind == "test" for key in catalog.upstream.get(entry.key, ()))
        if (
            not leads_out
            and not fed_by_tests
            and all(each.kind == "test" for each in below)
            and not readers(catalog, entry)
        ):
            yield entry
