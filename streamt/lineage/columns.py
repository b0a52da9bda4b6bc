"""Lineage of columns across a manifest: what a column is made of and decided by, and what it feeds and decides.

Places are ids: of a column, or of a node where only the node is known to read (an exposure; a model whose columns could not be
determined). Links carry the manifest's kinds, and for readers that are nodes:

    reads       an exposure that lists the column                        proven
    may_read    an exposure that lists no columns; a model whose         structural
                columns are not all known
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from streamt.manifest.model import Certainty, Column, Exposure, Manifest, Model, Source
from streamt.select.graph import EVERYTHING

CERTAINTIES: tuple[Certainty, ...] = ("proven", "structural", "heuristic", "unknown")


class Link(NamedTuple):
    """One step: the place at the other end, how the value or the decision gets there, and how sure that is."""

    place: str
    kind: str
    certainty: Certainty


Links: TypeAlias = Mapping[str, tuple[Link, ...]]


class Step(NamedTuple):
    """A link met on the way, with where it started and how many steps away it ends."""

    start: str
    link: Link
    distance: int


def column_id(node: str, column: str) -> str:
    return f"column:{node}.{column}"


def node_of(column: str) -> str:
    """`model:x` of `column:model:x.a.b`: names hold no dots, those of other projects' nodes and columns may follow."""
    return column.removeprefix("column:").partition(".")[0]


def name_of(column: str) -> str:
    return column.partition(".")[2]


def columns_known(node: Source | Model) -> bool:
    """Whether the node's columns, and with them their lineage, are all there is."""
    return node.columns_complete and bool(node.columns)


def upstream_links(manifest: Manifest) -> Links:
    return {
        column_id(model.id, column.name): tuple(_origins(column))
        for model in manifest.models
        for column in model.columns
    }


def _origins(column: Column) -> Iterator[Link]:
    """Values first, then what only decides."""
    for value in column.lineage:
        yield Link(value.column, value.kind, value.certainty)
    for influence in column.influenced_by:
        yield Link(influence.column, influence.kind, influence.certainty)


def downstream_links(manifest: Manifest) -> Links:
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for place, origins in upstream_links(manifest).items():
        for origin in origins:
            found[origin.place].append(Link(place, origin.kind, origin.certainty))
    readable: tuple[Source | Model, ...] = (*manifest.sources, *manifest.models)
    columns = {node.id: node.columns for node in readable}
    opaque = [model for model in manifest.models if not columns_known(model)]
    for model in opaque:
        _read_all(found, model.id, model.from_, columns)
    for exposure in manifest.exposures:
        _exposure_reads(found, exposure, columns)
    _through_opaque(found, opaque, manifest.exposures)
    return {place: tuple(dict.fromkeys(links)) for place, links in found.items()}


def _read_all(
    found: defaultdict[str, list[Link]],
    reader: str,
    nodes: Iterable[str],
    columns: Mapping[str, list[Column]],
) -> None:
    for node in nodes:
        for column in columns.get(node, ()):
            found[column_id(node, column.name)].append(Link(reader, "may_read", "structural"))


def _exposure_reads(
    found: defaultdict[str, list[Link]], exposure: Exposure, columns: Mapping[str, list[Column]]
) -> None:
    for read in exposure.consumes:
        if read.columns is None:
            _read_all(found, exposure.id, (read.node,), columns)
        for name in read.columns or ():
            found[column_id(read.node, name)].append(Link(exposure.id, "reads", "proven"))


def _through_opaque(
    found: defaultdict[str, list[Link]], opaque: Iterable[Model], exposures: Iterable[Exposure]
) -> None:
    """Beyond a model whose columns are not all known, any of its columns and readers may be meant."""
    ids = {model.id for model in opaque}
    for model in opaque:
        found[model.id].extend(_may_read(column_id(model.id, column.name)) for column in model.columns)
        for node in ids.intersection(model.from_):
            found[node].append(_may_read(model.id))
    for exposure in exposures:
        for read in exposure.consumes:
            if read.node in ids:
                found[read.node].append(_may_read(exposure.id))


def _may_read(place: str) -> Link:
    return Link(place, "may_read", "structural")


def steps(start: str, links: Links, depth: int = EVERYTHING) -> Iterator[Step]:
    """Every link reachable from `start`, nearest first. Cycles end where they close."""
    seen = {start}
    frontier = [start]
    distance = 0
    while frontier and distance < depth:
        distance += 1
        following: list[str] = []
        for place in frontier:
            for link in links.get(place, ()):
                yield Step(place, link, distance)
                if link.place not in seen:
                    seen.add(link.place)
                    following.append(link.place)
        frontier = following
