"""What a change of a column, of some column, or of all rows of a node is felt by, one step on.

Places are column ids, and two for each node: `some:ID` (something in it changed) and `all:ID` (its rows did). Columns are
followed through their lineage and influences; where a reader's columns are not all known, only that it reads the node counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias

from streamt.lineage.columns import CERTAINTIES, column_id, columns_known, node_of
from streamt.manifest.model import (
    Certainty,
    Column,
    Exposure,
    InfluenceEdge,
    LineageEdge,
    Manifest,
    Model,
    Source,
)
from streamt.select.graph import graph_of, walk

LEVELS: Mapping[Certainty, int] = {certainty: level for level, certainty in enumerate(CERTAINTIES)}
_PROVEN, _STRUCTURAL = LEVELS["proven"], LEVELS["structural"]

Reads: TypeAlias = Callable[[Model, str], bool]  # does this model (still) read this column, or this node?


class Step(NamedTuple):
    place: str
    level: int


Affects: TypeAlias = Mapping[str, list[Step]]


def some(node: str) -> str:
    return f"some:{node}"


def every(node: str) -> str:
    return f"all:{node}"


def node_at(place: str) -> str | None:
    """The node that is felt to change at a place: none at `some`, which stands for any of its columns."""
    if place.startswith("column:"):
        return node_of(place)
    return None if place.startswith("some:") else place.removeprefix("all:")


def affects(
    manifest: Manifest, exposures: Iterable[Exposure], changed: Iterable[str], reads: Reads, whole: Certainty
) -> Affects:
    """Steps from the changed nodes on. Models that no longer read a column or node, by `reads`, are not reached through it.

    `whole` is how surely a change of all rows of a node is felt beyond those who read it themselves.
    """
    within = walk(changed, graph_of(manifest).downstream)
    found: defaultdict[str, list[Step]] = defaultdict(list)
    readable: tuple[Source | Model, ...] = (*manifest.sources, *manifest.models)
    nodes = {node.id: node for node in readable if node.id in within}
    for model in manifest.models:
        if model.id in within:
            _into_model(found, model, reads, LEVELS[whole])
    for exposure in exposures:
        _into_exposure(found, exposure, nodes)
    _within_nodes(found, nodes.values(), LEVELS[whole])
    return found


def _into_model(found: defaultdict[str, list[Step]], model: Model, reads: Reads, whole: int) -> None:
    for node in filter(partial(reads, model), model.from_):
        found[every(node)].append(Step(every(model.id), whole))
        if not columns_known(model):
            found[some(node)].append(Step(every(model.id), _STRUCTURAL))
    for column in model.columns:
        place = column_id(model.id, column.name)
        for origin in upstream_edges(column):
            if reads(model, origin.column):
                found[origin.column].append(Step(place, LEVELS[origin.certainty]))


def upstream_edges(column: Column) -> Iterator[LineageEdge | InfluenceEdge]:
    yield from column.lineage
    yield from column.influenced_by


def _into_exposure(
    found: defaultdict[str, list[Step]], exposure: Exposure, nodes: Mapping[str, Source | Model]
) -> None:
    for read in exposure.consumes:
        node = nodes.get(read.node)
        if node is None:
            continue
        found[every(node.id)].append(Step(exposure.id, _PROVEN))
        if read.columns is None:
            found[some(node.id)].append(Step(exposure.id, _STRUCTURAL))
        for name in read.columns or ():
            found[column_id(node.id, name)].append(Step(exposure.id, _PROVEN))


def _within_nodes(found: defaultdict[str, list[Step]], nodes: Iterable[Source | Model], whole: int) -> None:
    """From a column to `some`, where anyone asks; from `all` to each column."""
    for node in nodes:
        part = Step(some(node.id), _PROVEN)
        asked = part.place in found
        if asked:
            found[every(node.id)].append(part)
        for column in node.columns:
            place = column_id(node.id, column.name)
            if asked:
                found[place].append(part)
            if place in found:
                found[every(node.id)].append(Step(place, whole))
