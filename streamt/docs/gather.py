"""Manifests -> catalog: one walk for each thing that the pages want to know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from streamt.docs import addresses
from streamt.docs.catalog import (
    FOLDERS,
    Catalog,
    ColumnKey,
    ColumnLink,
    Edge,
    Entry,
    Group,
    Keys,
    LocatedFinding,
    Node,
    Owner,
)
from streamt.errors import CannotRun
from streamt.manifest.model import InfluenceEdge, LineageEdge, Manifest, Model, NodeKind, Test


def catalog(manifests: Sequence[Manifest]) -> Catalog:
    """CannotRun when two of the manifests are of the same project."""
    ordered = tuple(sorted(manifests, key=lambda manifest: manifest.project))
    _refuse_twins(ordered)
    keys = Keys(len(ordered) > 1)
    entries = _entries(ordered, keys)
    edges = _edges(ordered, keys, entries)
    return Catalog(
        title=ordered[0].project if len(ordered) == 1 else "Data catalog",
        manifests=ordered,
        entries=entries,
        edges=edges,
        upstream=_grouped((edge.target, edge.source) for edge in edges),
        downstream=_grouped((edge.source, edge.target) for edge in edges),
        unproven=frozenset(
            (edge.source, edge.target) for edge in edges if edge.certainty in ("heuristic", "unknown")
        ),
        feeds=_feeds(entries.values(), keys),
        tests=_tests(entries.values(), keys, entries),
        owners=_owners(ordered, entries.values()),
        tags=_groups("tags", ((tag, entry) for entry in entries.values() for tag in entry.node.tags)),
        domains=_groups("domains", ((entry.domain, entry) for entry in entries.values() if entry.domain)),
        findings=_findings(ordered, keys, entries),
    )


def _refuse_twins(manifests: Sequence[Manifest]) -> None:
    for first, second in pairwise(manifests):
        if first.project == second.project:
            raise CannotRun(
                f"Two of the manifests are of project '{first.project}'"
                f" (environments '{first.environment}' and '{second.environment}'). Give one manifest per project."
            )


def _nodes(manifest: Manifest) -> tuple[Node, ...]:
    return (*manifest.sources, *manifest.models, *manifest.tests, *manifest.exposures)


def _label(node: Node) -> str:
    return (
        f"{node.name} v{node.version}" if isinstance(node, Model) and node.version is not None else node.name
    )


def _entries(manifests: Sequence[Manifest], keys: Keys) -> dict[str, Entry]:
    nodes = [
        (keys.node(each.project, node.id), each.project, node) for each in manifests for node in _nodes(each)
    ]
    shared = _shared((node.kind, node.id) for _, _, node in nodes)
    labels = {
        key: f"{project}/{_label(node)}" if (node.kind, node.id) in shared else _label(node)
        for key, project, node in nodes
    }
    slugs: dict[str, str] = {}
    for kind in FOLDERS:
        named = {
            key: labels[key].replace("/", "-").replace(" v", "-v")
            for key, _, node in nodes
            if node.kind == kind
        }
        by_name = addresses.slugs(_distinct(named))
        slugs |= {key: by_name[name] for key, name in _distinct_names(named).items()}
    domains = {key: node.domain for key, _, node in nodes if not isinstance(node, Test)}
    return {
        key: Entry(
            key=key,
            kind=node.kind,
            label=labels[key],
            project=project,
            uri=addresses.page_uri(FOLDERS[node.kind], slugs[key]),
            node=node,
            domain=domains.get(keys.node(project, node.model)) if isinstance(node, Test) else node.domain,
        )
        for key, project, node in sorted(nodes, key=lambda item: item[0])
    }


def _shared(pairs: Iterable[tuple[NodeKind, str]]) -> frozenset[tuple[NodeKind, str]]:
    seen: set[tuple[NodeKind, str]] = set()
    twice: set[tuple[NodeKind, str]] = set()
    for pair in pairs:
        (twice if pair in seen else seen).add(pair)
    return frozenset(twice)


def _distinct_names(named: Mapping[str, str]) -> dict[str, str]:
    """Names that several keys would share (`x` in version 2 and a model called `x-v2`) give way to the keys themselves."""
    times: defaultdict[str, int] = defaultdict(int)
    for name in named.values():
        times[name] += 1
    return {key: name if times[name] == 1 else key for key, name in named.items()}


def _distinct(named: Mapping[str, str]) -> Iterable[str]:
    return _distinct_names(named).values()


def _edges(manifests: Sequence[Manifest], keys: Keys, entries: Mapping[str, Entry]) -> tuple[Edge, ...]:
    declared = {
        Edge(keys.node(each.project, edge.from_), keys.node(each.project, edge.to), edge.kind, edge.certainty)
        for each in manifests
        for edge in each.dag.edges
    }
    known = {edge for edge in declared if edge.source in entries and edge.target in entries}
    return tuple(
        sorted(known | set(_same_topic(manifests, keys)), key=lambda e: (e.source, e.target, e.kind))
    )


def _same_topic(manifests: Sequence[Manifest], keys: Keys) -> Iterable[Edge]:
    """A source of one project that reads the topic which a model of another writes. The names of clusters are each
    project's own, so equal names are a sign and no proof."""
    written = {
        (topic.cluster, topic.name): (each.project, keys.node(each.project, topic.node))
        for each in manifests
        for topic in each.artifacts.topics
    }
    for each in manifests:
        for source in each.sources:
            writer = written.get((source.cluster, source.topic or ""))
            if writer is not None and writer[0] != each.project:
                yield Edge(writer[1], keys.node(each.project, source.id), "reads", "heuristic")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _feeds(entries: Iterable[Entry], keys: Keys) -> dict[ColumnKey, tuple[ColumnLink, ...]]:
    """What each column gives its value to, or decides about."""
    found: defaultdict[ColumnKey, set[ColumnLink]] = defaultdict(set)
    for entry in entries:
        for column in entry.columns:
            here = ColumnKey(entry.key, column.name)
            edges: tuple[LineageEdge | InfluenceEdge, ...] = (*column.lineage, *column.influenced_by)
            for edge in edges:
                found[keys.column(entry.project, edge.column)].add(
                    ColumnLink(here, edge.kind, edge.certainty)
                )
    return {key: tuple(sorted(links, key=_link_order)) for key, links in found.items()}


def _link_order(link: ColumnLink) -> tuple[str, str, str, str]:
    return (link.column.node, link.column.column, link.kind, link.certainty)


def _tests(entries: Iterable[Entry], keys: Keys, known: Mapping[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.node, Test) and (key := keys.node(entry.project, entry.node.model)) in known:
            found[key].append(entry)
    return {key: tuple(found[key]) for key in sorted(found)}


def _owners(manifests: Sequence[Manifest], entries: Iterable[Entry]) -> dict[str, Owner]:
    details: dict[str, dict[str, Any]] = {}
    for each in manifests:
        for name, declared in each.owners.items():
            details.setdefault(name, {}).update(declared)
    owned: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.node.owner:
            owned[entry.node.owner].append(entry)
    slugs = addresses.slugs({*details, *owned})
    return {
        name: Owner(name, slugs[name], details.get(name, {}), tuple(owned[name])) for name in sorted(slugs)
    }


def _groups(folder: str, pairs: Iterable[tuple[str | None, Entry]]) -> dict[str, Group]:
    found: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for name, entry in pairs:
        if name:
            found[name][entry.key] = entry
    slugs = addresses.slugs(found)
    return {name: Group(name, slugs[name], folder, tuple(found[name].values())) for name in sorted(found)}


_SEVERITIES = ("error", "warning", "info")


def _findings(
    manifests: Sequence[Manifest], keys: Keys, entries: Mapping[str, Entry]
) -> tuple[LocatedFinding, ...]:
    located = (
        LocatedFinding(
            each.project,
            finding,
            entries.get(keys.node(each.project, finding.node)) if finding.node else None,
        )
        for each in manifests
        for finding in each.findings
    )
    return tuple(sorted(located, key=_finding_order))


def _finding_order(located: LocatedFinding) -> tuple[int, str, str, str, int, str]:
    finding = located.finding
    severity = _SEVERITIES.index(finding.severity)
    return (severity, finding.rule, located.project, finding.path or "", finding.line or 0, finding.message)
