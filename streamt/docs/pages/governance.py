"""Classified columns: where they are, who reads them, how they are masked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from streamt.docs.catalog import Catalog, Entry
from streamt.docs.columns import Reader, Row, readers, rows
from streamt.docs.page import Page
from streamt.docs.pages.entity import policies
from streamt.docs.pages.writer import Writer
from streamt.manifest.model import Model, Source

LEVELS = ("highly_sensitive", "sensitive", "confidential", "internal", "public")
_RULES = 200


@dataclass(frozen=True, slots=True)
class Classified:
    entry: Entry
    row: Row
    masks: tuple[Mapping[str, Any], ...]
    readers: tuple[Reader, ...]

    @property
    def level(self) -> str:
        return self.row.column.classification or ""


def pages(writer: Writer) -> Iterator[Page]:
    found = sorted(classified(writer.catalog), key=_order)
    counts = {level: sum(each.level == level for each in found) for level in LEVELS}
    # What is public or internal is counted; a list of it would bury what has to be looked after.
    listed = [each for each in found if each.level not in ("public", "internal")]
    rules = tuple(_access(writer.catalog))
    facts: dict[str, Any] = {
        "counts": counts,
        "access": rules[:_RULES],
        "more_access": max(0, len(rules) - _RULES),
    }
    yield from writer.listing("governance.html", ("governance",), "Governance", listed, rows=200, **facts)


def classified(catalog: Catalog) -> Iterator[Classified]:
    for entry in catalog.entries.values():
        if not any(column.classification for column in entry.columns):
            continue
        masks = [settings for kind, settings in _policies(entry) if kind == "mask"]
        reading = readers(catalog, entry)
        for row in rows(catalog, entry):
            name = row.column.name
            if row.column.classification:
                yield Classified(
                    entry,
                    row,
                    tuple(mask for mask in masks if mask.get("column") == name),
                    tuple(reader for reader in reading if reader.reads(name)),
                )


def _order(each: Classified) -> tuple[int, str, str]:
    level = LEVELS.index(each.level) if each.level in LEVELS else len(LEVELS)
    return (level, each.entry.key, each.row.column.name)


def _policies(entry: Entry) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return policies(entry.node) if isinstance(entry.node, Source | Model) else ()


def _access(catalog: Catalog) -> Iterator[tuple[Entry, str, Mapping[str, Any]]]:
    for entry in catalog.entries.values():
        yield from (
            (entry, kind, settings) for kind, settings in _policies(entry) if kind in ("allow", "deny")
        )
