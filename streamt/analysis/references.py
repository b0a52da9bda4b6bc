"""Who reads whom: references of YAML and SQL, resolved to node ids, and the graph they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from streamt.graph.graph import Edge, Graph, graph_of
from streamt.load.document import Place
from streamt.project.model import Model, Project, Reference
from streamt.sql.template import RefUse, Rendered


@dataclass(frozen=True, slots=True)
class Read:
    """One thing a model reads, as its YAML or SQL names it. `target` is a node id, None when nothing has that name."""

    kind: str
    name: str
    version: int | None
    target: str | None
    place: Place
    use: RefUse | None = None  # the place inside the SQL, when it was named there


def target(project: Project, kind: str, name: str, version: int | None = None) -> str | None:
    """Id of what `source("x")` or `ref("x", v=1)` means."""
    if kind == "source":
        source = project.source(name)
        return source.id if source and version is None else None
    model = project.model(name, version)
    return model.id if model else None


def sql_name(project: Project, use: RefUse) -> str:
    """How compiled SQL names a reference: the node's own name in backticks, the version with it."""
    found = project.model(use.name, use.version) if use.kind == "ref" else None
    name = found.key_name if found else use.name
    return "`" + name.replace("`", "``") + "`"


def declared_reads(project: Project, model: Model) -> tuple[Read, ...] | None:
    if model.from_ is None:
        return None
    return tuple(_read(project, reference) for reference in model.from_)


def sql_reads(project: Project, model: Model, rendered: Rendered) -> tuple[Read, ...]:
    """What the SQL reads, each table once, in the order of first appearance."""
    assert model.sql is not None
    found: dict[tuple[str, str, int | None], Read] = {}
    for use in rendered.refs:
        resolved = target(project, use.kind, use.name, use.version)
        found.setdefault(
            (use.kind, use.name, use.version), Read(use.kind, use.name, use.version, resolved, model.sql.place, use)
        )
    return tuple(found.values())


def _read(project: Project, reference: Reference) -> Read:
    resolved = target(project, reference.kind, reference.name, reference.version)
    return Read(reference.kind, reference.name, reference.version, resolved, reference.place)


def tested(project: Project, name: str, version: int | None) -> str | None:
    """Id of what a test is about: a model (of that version) or a source."""
    return target(project, "ref", name, version) or target(project, "source", name, version)


def project_graph(project: Project, reads: Mapping[str, tuple[Read, ...]]) -> Graph:
    nodes = (node.id for kind in (project.sources, project.models, project.tests, project.exposures) for node in kind)
    return graph_of(nodes, _edges(project, reads))


def _edges(project: Project, reads: Mapping[str, tuple[Read, ...]]) -> Iterator[Edge]:
    for reader, found in reads.items():
        for read in found:
            if read.target:
                yield Edge(read.target, reader, "reads")
    for test in project.tests:
        about = tested(project, test.model, test.version)
        if about:
            yield Edge(about, test.id, "tests")
        for action in test.actions:
            model = project.model(str(action.parameters.get("model"))) if action.kind == "dlq" else None
            if model:
                yield Edge(test.id, model.id, "dlq")
    for exposure in project.exposures:
        for reference in exposure.produces:
            written = target(project, reference.kind, reference.name, reference.version)
            if written:
                yield Edge(exposure.id, written, "produces")
        for reference in exposure.reads:
            seen = target(project, reference.kind, reference.name, reference.version)
            if seen:
                yield Edge(seen, exposure.id, "consumes")
