"""Selections met with a manifest: ids, in the manifest's order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate

from streamt.manifest.model import Manifest, Model
from streamt.select.expression import Criterion, Method, Selection, did_you_mean, failure
from streamt.select.graph import Graph, Node, graph_of, nodes_by_id, title, walk

_GLOB = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class State:
    """What `state:` means: ids of nodes that differ from the base, and of those it does not have."""

    modified: frozenset[str]
    new: frozenset[str]


def selected(selection: Selection, manifest: Manifest, state: State | None = None) -> tuple[str, ...]:
    """Ids of the selected nodes. SelectorError when a criterion names nothing, or `state:` has nothing to compare with.

    An intersection of criteria that each name something may well be empty: then nothing is selected.
    """
    graph = graph_of(manifest)
    nodes = nodes_by_id(manifest)
    chosen: set[str] = set()
    for term in selection.terms:
        parts = [_met(criterion, selection.text, nodes, graph, state) for criterion in term]
        chosen |= set.intersection(*parts)
    return tuple(node for node in graph.nodes if node in chosen)


def _met(
    criterion: Criterion, text: str, nodes: Mapping[str, Node], graph: Graph, state: State | None
) -> set[str]:
    found = _state(criterion, text, state) if criterion.method == "state" else _named(criterion, text, nodes)
    upstream = walk(found, graph.upstream, criterion.up) if criterion.up else {}
    downstream = walk(found, graph.downstream, criterion.down) if criterion.down else {}
    return found | upstream.keys() | downstream.keys()


def _state(criterion: Criterion, text: str, state: State | None) -> set[str]:
    if state is None:
        hint = "Give --base REF or --base MANIFEST."
        raise failure(text, criterion.start, criterion.end, "`state:` needs something to compare with", hint)
    return set(state.modified if criterion.value == "modified" else state.new)


def _named(criterion: Criterion, text: str, nodes: Mapping[str, Node]) -> set[str]:
    words = _WORDS[criterion.method]
    matches = _matcher(criterion.value)
    found = {node.id for node in nodes.values() if any(map(matches, words(node)))}
    if found:
        return found
    known = tuple(sorted({word for node in nodes.values() for word in words(node)}))
    what = f"no node has the {criterion.method} {criterion.value!r}"
    hint = did_you_mean(criterion.value, known) or "`streamt lineage` draws all there are."
    raise failure(text, criterion.start, criterion.end, what, hint)


def _matcher(value: str) -> Callable[[str], object]:
    return re.compile(translate(value)).match if _GLOB.search(value) else value.__eq__


def _names(node: Node) -> Iterable[str]:
    return dict.fromkeys((node.name, title(node), node.id))


def _owner(node: Node) -> Iterable[str]:
    return () if node.owner is None else (node.owner,)


def _kinds(node: Node) -> Iterable[str]:
    return ("model", node.materialized) if isinstance(node, Model) else (node.kind,)


def _of_kind(kind: str) -> Callable[[Node], Iterable[str]]:
    return lambda node: (node.name, title(node)) if node.kind == kind else ()


_WORDS: Mapping[Method, Callable[[Node], Iterable[str]]] = {
    "name": _names,
    "tag": lambda node: node.tags,
    "owner": _owner,
    "kind": _kinds,
    "source": _of_kind("source"),
    "model": _of_kind("model"),
    "test": _of_kind("test"),
    "exposure": _of_kind("exposure"),
}
