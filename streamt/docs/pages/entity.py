"""A page for each source, model, test and exposure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from streamt.docs import columns
from streamt.docs.catalog import Catalog, Entry, LocatedFinding, Node
from streamt.docs.neighbourhood import drawing
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer
from streamt.manifest.model import Exposure, ExposureRead, Manifest, Model, Refusal, Source, Test, TopicSpec

_LISTED = 60


def pages(writer: Writer) -> Iterator[Page]:
    shared = _Shared.of(writer.catalog)
    for entry in writer.catalog.entries.values():
        facts = _facts(writer.catalog, entry, shared)
        yield writer.page(f"{entry.kind}.html", entry.uri, entry.label, found_by=found_by(entry), **facts)


def found_by(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Name, description, owner, domain, tags and topic; and for the section of the columns their names and descriptions."""
    node = entry.node
    words = [
        entry.kind,
        entry.detail.replace("_", " "),
        node.description,
        node.owner,
        entry.domain,
        *node.tags,
        _topic(node),
    ]
    about = ("", " · ".join(word for word in words if word))
    if not entry.columns:
        return (about,)
    return about, (
        "columns",
        " · ".join(f"{each.name} {each.description or ''}".strip() for each in entry.columns),
    )


def _topic(node: Node) -> str | None:
    match node:
        case Source(topic=topic):
            return topic
        case Model(topic=TopicSpec(name=name)):
            return name
        case _:
            return None


@dataclass(frozen=True, slots=True)
class _Shared:
    """What one walk over the manifests finds for all pages."""

    artifacts: Mapping[str, list[tuple[str, str]]]
    refusals: Mapping[str, list[Refusal]]
    findings: Mapping[str, list[LocatedFinding]]
    versions: Mapping[tuple[str, str], list[Entry]]

    @classmethod
    def of(cls, catalog: Catalog) -> _Shared:
        artifacts: dict[str, list[tuple[str, str]]] = {}
        for manifest in catalog.manifests:
            for node, kind, name in _artifacts(manifest):
                artifacts.setdefault(catalog.keys.node(manifest.project, node), []).append((kind, name))
        refusals: dict[str, list[Refusal]] = {}
        for manifest in catalog.manifests:
            for refusal in manifest.artifacts.refusals:
                refusals.setdefault(catalog.keys.node(manifest.project, refusal.node), []).append(refusal)
        findings: dict[str, list[LocatedFinding]] = {}
        for located in catalog.findings:
            if located.entry is not None:
                findings.setdefault(located.entry.key, []).append(located)
        versions: dict[tuple[str, str], list[Entry]] = {}
        for entry in catalog.of("model"):
            versions.setdefault((entry.project, entry.node.name), []).append(entry)
        return cls(artifacts, refusals, findings, versions)


def _artifacts(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    """(node, what it is, its name) of everything that a deployment would put somewhere."""
    made = manifest.artifacts
    yield from ((topic.node, "Kafka topic", topic.name) for topic in made.topics)
    yield from ((schema.node, f"{schema.type} schema", schema.subject) for schema in made.schemas)
    yield from ((job.node, "Flink job", job.name) for job in made.flink_jobs)
    yield from ((connector.node, "connector", connector.name) for connector in made.connectors)
    yield from ((rule.node, "Gateway rule", rule.name) for rule in made.gateway_rules)
    for acl in made.acls:
        yield (
            acl.node,
            f"ACL, {acl.permission}",
            f"{acl.principal} {acl.operation} {acl.resource_type} {acl.resource}",
        )


def _facts(catalog: Catalog, entry: Entry, shared: _Shared) -> dict[str, Any]:
    return {
        "entry": entry,
        "node": entry.node,
        "drawing": drawing(catalog, entry),
        "upstream": _beside(catalog, catalog.upstream, entry),
        "downstream": _beside(catalog, catalog.downstream, entry),
        "findings": shared.findings.get(entry.key, ()),
        "artifacts": shared.artifacts.get(entry.key, ()),
        "refusals": shared.refusals.get(entry.key, ()),
        "owner": catalog.owners.get(entry.node.owner or ""),
        **_own_facts(catalog, entry, shared),
    }


def _beside(catalog: Catalog, beside: Mapping[str, tuple[str, ...]], entry: Entry) -> dict[str, Any]:
    found = [catalog.entries[key] for key in beside.get(entry.key, ())]
    drawn = [each for each in found if each.kind != "test"]
    return {"shown": drawn[:_LISTED], "more": max(0, len(drawn) - _LISTED)}


def _own_facts(catalog: Catalog, entry: Entry, shared: _Shared) -> dict[str, Any]:
    match entry.node:
        case Source() | Model() as node:
            return {
                "rows": columns.rows(catalog, entry),
                "tests": catalog.tests.get(entry.key, ()),
                "readers": columns.readers(catalog, entry),
                "policies": policies(node),
                "config": config(node),
                "versions": _versions(entry, shared),
            }
        case Test(model=model):
            return {"target": catalog.entries.get(catalog.keys.node(entry.project, model))}
        case Exposure(consumes=consumes, produces=produces):
            return {
                "consumes": _reads(catalog, entry, consumes),
                "produces": _reads(catalog, entry, produces),
            }


def _versions(entry: Entry, shared: _Shared) -> tuple[Entry, ...]:
    found = shared.versions.get((entry.project, entry.node.name), [])
    return tuple(found) if isinstance(entry.node, Model) and len(found) > 1 else ()


def _reads(catalog: Catalog, entry: Entry, reads: list[ExposureRead]) -> list[dict[str, Any]]:
    own = catalog.keys
    return [
        {
            "entry": catalog.entries.get(own.node(entry.project, read.node)),
            "label": read.node.partition(":")[2] or read.node,
            "columns": read.columns,
        }
        for read in reads
    ]


def policies(node: Source | Model) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """(mask | allow | deny, its settings) in the order they were declared."""
    declared = (node.security or {}).get("policies") or []
    return tuple(
        (str(kind), settings)
        for policy in declared
        if isinstance(policy, dict)
        for kind, settings in policy.items()
        if isinstance(settings, dict)
    )


_MODEL_BLOCKS = ("topic", "schema_", "flink", "sink", "gateway", "contract", "event_time", "sla")
_SOURCE_BLOCKS = ("schema_", "lookup", "event_time", "freshness", "sla")


def config(node: Source | Model) -> dict[str, Any]:
    """The blocks of settings that were declared, as they were written."""
    names = _MODEL_BLOCKS if isinstance(node, Model) else _SOURCE_BLOCKS
    data = node.model_dump(mode="json", include=set(names), exclude_none=True)
    return {name.rstrip("_"): data[name] for name in names if data.get(name)}
