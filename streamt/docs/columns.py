"""The rows of a table of columns: where each comes from, what it feeds, who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from streamt.docs import addresses
from streamt.docs.catalog import Catalog, ColumnKey, ColumnLink, Entry
from streamt.manifest.model import UNKNOWN, Column, Exposure, ExposureRead, Model

_SHOWN = 8
_VALUES = ("identity", "transform", "aggregate", "mask")
_KIND_WORDS = {
    "identity": "",
    "transform": "computed",
    "aggregate": "aggregated",
    "mask": "masked",
    "filter": "filters",
    "join_key": "joins",
    "group_key": "groups",
    "order": "orders",
    "window": "windows",
}


@dataclass(frozen=True, slots=True)
class Far:
    """A column elsewhere. `href` is None where the catalog has no page for its node."""

    label: str
    column: str
    href: str | None
    how: str  # nothing for a value that is taken over as it is
    proven: bool


@dataclass(frozen=True, slots=True)
class Row:
    column: Column
    anchor: str
    comes_from: tuple[Far, ...]
    decided_by: tuple[Far, ...]
    feeds: tuple[Far, ...]
    feeds_more: int
    classified_by: Far | None
    key: bool

    @property
    def derived(self) -> bool:
        return bool(self.comes_from or self.decided_by or self.column.expression)

    @property
    def typed(self) -> bool:
        return self.column.type != UNKNOWN


def rows(catalog: Catalog, entry: Entry) -> tuple[Row, ...]:
    keys = (
        set(entry.node.key) if not isinstance(entry.node, Exposure) and hasattr(entry.node, "key") else set()
    )
    return tuple(_row(catalog, entry, column, column.name in keys) for column in entry.columns)


def _row(catalog: Catalog, entry: Entry, column: Column, key: bool) -> Row:
    own = catalog.keys
    lineage = [
        ColumnLink(own.column(entry.project, edge.column), edge.kind, edge.certainty)
        for edge in column.lineage
    ]
    decided = [
        ColumnLink(own.column(entry.project, edge.column), edge.kind, edge.certainty)
        for edge in column.influenced_by
    ]
    fed = [link for link in catalog.feeds.get(ColumnKey(entry.key, column.name), ()) if link.kind in _VALUES]
    return Row(
        column=column,
        anchor=addresses.column_anchor(column.name),
        comes_from=_far(catalog, lineage),
        decided_by=_far(catalog, decided),
        feeds=_far(catalog, fed[:_SHOWN]),
        feeds_more=max(0, len(fed) - _SHOWN),
        classified_by=_classified_by(catalog, entry, column),
        key=key or column.primary_key,
    )


def _classified_by(catalog: Catalog, entry: Entry, column: Column) -> Far | None:
    if column.classification_from is None:
        return None
    key = catalog.keys.column(entry.project, column.classification_from)
    return _one(catalog, ColumnLink(key, "identity", "proven"))


def _far(catalog: Catalog, links: Sequence[ColumnLink]) -> tuple[Far, ...]:
    return tuple(_one(catalog, link) for link in links)


def _one(catalog: Catalog, link: ColumnLink) -> Far:
    entry = catalog.entries.get(link.column.node)
    label = entry.label if entry is not None else link.column.node.partition(":")[2] or link.column.node
    anchor = addresses.column_anchor(link.column.column)
    return Far(
        label=label,
        column=link.column.column,
        href=f"{entry.href}#{anchor}" if entry is not None else None,
        how=_KIND_WORDS.get(link.kind, link.kind),
        proven=link.certainty == "proven",
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a node, and which of its columns; None: not said, so all of them."""

    entry: Entry
    columns: frozenset[str] | None

    def reads(self, column: str) -> bool:
        return self.columns is None or column in self.columns


def readers(catalog: Catalog, entry: Entry) -> tuple[Reader, ...]:
    """The exposures that read a source or model, and the sinks that carry it out of Kafka."""
    below = [catalog.entries[key] for key in catalog.downstream.get(entry.key, ())]
    return tuple(_readers(catalog, entry, below))


def _readers(catalog: Catalog, entry: Entry, below: Iterable[Entry]) -> Iterator[Reader]:
    for each in below:
        match each.node:
            case Exposure(consumes=reads):
                yield Reader(each, _columns_read(catalog, each, reads, entry.key))
            case Model(materialized="sink"):
                yield Reader(each, _columns_taken(catalog, entry, each))


def _columns_read(
    catalog: Catalog, reader: Entry, reads: Iterable[ExposureRead], key: str
) -> frozenset[str] | None:
    own = catalog.keys
    named: set[str] = set()
    for read in reads:
        if own.node(reader.project, read.node) == key:
            if read.columns is None:
                return None
            named |= set(read.columns)
    return frozenset(named)


def _columns_taken(catalog: Catalog, entry: Entry, sink: Entry) -> frozenset[str] | None:
    """What a sink's query takes of a node; a sink that copies, or whose query is not understood, takes all."""
    if isinstance(sink.node, Model) and (sink.node.sql is None or not sink.node.columns_complete):
        return None
    own = catalog.keys
    edges = (own.column(sink.project, edge.column) for column in sink.columns for edge in column.lineage)
    return frozenset(edge.column for edge in edges if edge.node == entry.key)
