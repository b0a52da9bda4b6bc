"""What one lineage drawing shows: the nodes around a focus and the edges between them, in the manifest's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from streamt.manifest.model import Certainty, DagEdge, DagNode, Exposure, LineageCoverage, Manifest, Model
from streamt.select.graph import EVERYTHING, Graph, Node, graph_from, nodes_by_id, title, walk

Relation: TypeAlias = Literal["focus", "upstream", "downstream", "beside"]
Direction: TypeAlias = Literal["upstream", "downstream", "both", "neither"]

_MOST_BESIDE = 6  # more readers of the same input would hide what was asked for


@dataclass(frozen=True, slots=True)
class ViewNode:
    """`label` is the bracket behind the name: source, model:flink, exposure, test. `node` is None in another project."""

    id: str
    name: str
    label: str
    relation: Relation
    node: Node | None


@dataclass(frozen=True, slots=True)
class ViewEdge:
    start: str
    end: str
    kind: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class View:
    """`notes` say, in sentences, what is left out."""

    nodes: tuple[ViewNode, ...]
    edges: tuple[ViewEdge, ...]
    notes: tuple[str, ...] = ()


def view_of(
    manifest: Manifest,
    focus: Iterable[str] | None = None,
    direction: Direction = "both",
    depth: int = EVERYTHING,
    tests: bool = False,
) -> View:
    """Around `focus` (None: the whole project) as far as `depth` steps.

    Tests are left out unless asked for or in focus; what a test's failures feed then hangs on the tested node. Looking both
    ways from a node, the other direct readers of its inputs stand beside it, when they are few.
    """
    known = nodes_by_id(manifest)
    focused = dict.fromkeys(focus) if focus is not None else None
    edges = tuple(_edges(manifest, tests, focused or {}))
    graph = _graph(manifest, edges, tests, focused or {})
    if focused is None:
        relations: dict[str, Relation] = dict.fromkeys(graph.nodes, "focus")
        notes: tuple[str, ...] = ()
    else:
        relations, notes = _around(graph, focused, direction, depth, known)
    nodes = tuple(
        _view_node(node, relations[node.id], known)
        for node in _dag_nodes(manifest, graph)
        if node.id in relations
    )
    notes += tuple(_coverage(manifest, relations))
    inside = (edge for edge in edges if edge.start in relations and edge.end in relations)
    return View(nodes, tuple(sorted(set(inside), key=lambda edge: (edge.start, edge.end, edge.kind))), notes)


def _coverage(manifest: Manifest, shown: Iterable[str]) -> Iterator[str]:
    """Of the queries shown: how many could not be resolved."""
    drawn = set(shown)
    known = nodes_by_id(manifest)
    names = {id: title(known[id]) for id in manifest.lineage.unresolved if id in known}
    here = [id for id in manifest.lineage.unresolved if id in drawn]
    queries = sum(model.sql is not None and model.id in drawn for model in manifest.models)
    yield from LineageCoverage(queries=queries, unresolved=here).sentences(names)
    unproven = _unproven(manifest, drawn)
    if unproven:
        yield f"{unproven} edge{'s' if unproven > 1 else ''} between columns {'are' if unproven > 1 else 'is'} not proven; --column shows which."


def _unproven(manifest: Manifest, drawn: set[str]) -> int:
    columns = (column for model in manifest.models if model.id in drawn for column in model.columns)
    return sum(edge.certainty != "proven" for column in columns for edge in column.edges)


def _edges(manifest: Manifest, tests: bool, focused: dict[str, None]) -> Iterator[ViewEdge]:
    """The DAG's edges; where tests are left out, tested node -> DLQ directly."""
    hidden = {test.id for test in manifest.tests if not tests and test.id not in focused}
    tested = {test.id: test.model for test in manifest.tests}
    for edge in manifest.dag.edges:
        if edge.from_ in hidden:
            yield ViewEdge(tested[edge.from_], edge.to, edge.kind, edge.certainty)
        elif edge.to not in hidden:
            yield _view_edge(edge)


def _view_edge(edge: DagEdge) -> ViewEdge:
    return ViewEdge(edge.from_, edge.to, edge.kind, edge.certainty)


def _graph(manifest: Manifest, edges: tuple[ViewEdge, ...], tests: bool, focused: dict[str, None]) -> Graph:
    shown = (node.id for node in manifest.dag.nodes if tests or node.kind != "test" or node.id in focused)
    ends = (end for edge in edges for end in (edge.start, edge.end))
    return graph_from((*shown, *ends), ((edge.start, edge.end) for edge in edges))


def _around(
    graph: Graph, focused: dict[str, None], direction: Direction, depth: int, known: dict[str, Node]
) -> tuple[dict[str, Relation], tuple[str, ...]]:
    relations: dict[str, Relation] = dict.fromkeys(focused, "focus")
    if direction in ("both", "downstream"):
        for node in walk(focused, graph.downstream, depth):
            relations.setdefault(node, "downstream")
    if direction in ("both", "upstream"):
        for node in walk(focused, graph.upstream, depth):
            relations.setdefault(node, "upstream")
    if direction != "both" or len(focused) != 1:
        return relations, ()
    return _with_others_beside(graph, relations, next(iter(focused)), known)


def _with_others_beside(
    graph: Graph, relations: dict[str, Relation], focus: str, known: dict[str, Node]
) -> tuple[dict[str, Relation], tuple[str, ...]]:
    inputs = [node for node in graph.upstream.get(focus, ()) if node in relations]
    others = {other: None for node in inputs for other in graph.downstream[node] if other not in relations}
    if len(others) <= _MOST_BESIDE:
        return {**relations, **dict.fromkeys(others, "beside")}, ()
    names = ", ".join(_name(node, known) for node in inputs)
    return relations, (
        f"{len(others)} other nodes that read {names} are not drawn; --downstream from there draws them.",
    )


def _name(node: str, known: dict[str, Node]) -> str:
    return title(known[node]) if node in known else node


def _dag_nodes(manifest: Manifest, graph: Graph) -> Iterator[DagNode]:
    listed = {node.id: node for node in manifest.dag.nodes}
    for node in graph.nodes:
        yield listed.get(node) or DagNode(id=node, kind="model", name=node)


def _view_node(node: DagNode, relation: Relation, known: dict[str, Node]) -> ViewNode:
    found = known.get(node.id)
    if found is None:
        return ViewNode(
            node.id, node.id.replace("model:", "").replace("source:", ""), "another project", relation, None
        )
    return ViewNode(node.id, title(found), label(found), relation, found)


def label(node: Node) -> str:
    """As the drawings have it: source, model:flink, exposure, test."""
    return f"model:{node.materialized}" if isinstance(node, Model) else node.kind


def detail(node: Node | None) -> str | None:
    """The materialization of a model, the type of an exposure."""
    if isinstance(node, Model):
        return node.materialized
    return node.type if isinstance(node, Exposure) else None
