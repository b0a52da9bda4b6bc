"""Manifests as one catalog: every node under one key with its page, and who is beside, above and below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from streamt.docs import addresses
from streamt.manifest.model import (
    Certainty,
    Column,
    Exposure,
    Finding,
    Manifest,
    Model,
    NodeKind,
    Source,
    Test,
)

Node: TypeAlias = Source | Model | Test | Exposure

FOLDERS: Mapping[NodeKind, str] = {
    "source": "sources",
    "model": "models",
    "test": "tests",
    "exposure": "exposures",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A node and its page. `key` is its id, with `project/` before it in a catalog of several projects."""

    key: str
    kind: NodeKind
    label: str
    project: str
    uri: str
    node: Node
    domain: str | None

    @property
    def href(self) -> str:
        return addresses.href(self.uri)

    @property
    def columns(self) -> Sequence[Column]:
        return self.node.columns if isinstance(self.node, Source | Model) else ()

    @property
    def detail(self) -> str:
        """What a reader wants to know beside the kind: how a model is materialized, what sort of exposure it is."""
        match self.node:
            case Model(materialized=materialized):
                return materialized
            case Exposure(type=kind) | Test(type=kind):
                return kind
            case Source(changelog=changelog):
                return changelog


@dataclass(frozen=True, slots=True)
class ColumnKey:
    """One column of one node, whether the catalog has a page for the node or not."""

    node: str
    column: str


@dataclass(frozen=True, slots=True)
class ColumnLink:
    column: ColumnKey
    kind: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    kind: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    project: str
    finding: Finding
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Owner:
    name: str
    slug: str
    details: Mapping[str, Any]
    entries: tuple[Entry, ...]

    @property
    def href(self) -> str:
        return f"owners/{self.slug}/index.html"


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one tag or in one domain."""

    name: str
    slug: str
    folder: str
    entries: tuple[Entry, ...]

    @property
    def href(self) -> str:
        return f"{self.folder}/{self.slug}/index.html"


@dataclass(frozen=True, slots=True)
class Keys:
    """Ids of one manifest as keys of the catalog."""

    prefixed: bool

    def node(self, project: str, node: str) -> str:
        # An id that another project's node is meant by carries that project's name already.
        return f"{project}/{node}" if self.prefixed and "/" not in node.partition(":")[0] else node

    def column(self, project: str, column: str) -> ColumnKey:
        """`column:source:s.c`; the column is all after the first dot."""
        node, _, name = column.removeprefix("column:").partition(".")
        return ColumnKey(self.node(project, node), name)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the pages are made from. Mappings are in key order; the tuples in them are sorted."""

    title: str
    manifests: tuple[Manifest, ...]
    entries: Mapping[str, Entry]
    edges: tuple[Edge, ...]
    upstream: Mapping[str, tuple[str, ...]]
    downstream: Mapping[str, tuple[str, ...]]
    unproven: frozenset[tuple[str, str]]
    feeds: Mapping[ColumnKey, tuple[ColumnLink, ...]]
    tests: Mapping[str, tuple[Entry, ...]]
    owners: Mapping[str, Owner]
    tags: Mapping[str, Group]
    domains: Mapping[str, Group]
    findings: tuple[LocatedFinding, ...]

    def of(self, kind: NodeKind) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)

    @property
    def many(self) -> bool:
        return len(self.manifests) > 1

    @property
    def keys(self) -> Keys:
        return Keys(self.many)
