"""One column followed in both directions: found by name, then as text or JSON.

    {"column", "type", "unresolved": [model],
     "upstream":   [{"from", "to", "kind", "certainty", "distance"}],
     "downstream": [{"from", "to", "kind", "certainty", "distance"}]}

`unresolved` are models on the way whose query could not be resolved: edges may be missing there. `from` and `to` follow the data in both lists; they are ids of columns, or of nodes that read or may read the column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from streamt.errors import CannotRun
from streamt.lineage.canvas import printable, styled
from streamt.lineage.columns import (
    Links,
    Step,
    column_id,
    downstream_links,
    name_of,
    node_of,
    steps,
    upstream_links,
)
from streamt.lineage.tree import Branch, tree
from streamt.lineage.view import label
from streamt.manifest.model import Column, Manifest, Model, Source
from streamt.select.expression import did_you_mean
from streamt.select.graph import EVERYTHING, nodes_by_id, title

_WORDS = {"reads": "reads it", "may_read": "may read it"}


@dataclass(frozen=True, slots=True)
class Trace:
    """None for a direction: not asked for."""

    node: Source | Model
    column: str
    type: str
    upstream: Links | None
    downstream: Links | None
    depth: int
    unresolved: tuple[str, ...] = ()


def trace(
    manifest: Manifest, text: str, upstream: bool = True, downstream: bool = True, depth: int = EVERYTHING
) -> Trace:
    """`text` is `node.column`, or an id. CannotRun when there is no such node or column."""
    node, name = _found(manifest, text)
    declared = {column.name: column for column in node.columns}.get(name, Column(name=name))
    return Trace(
        node,
        column_id(node.id, name),
        declared.type,
        upstream_links(manifest) if upstream else None,
        downstream_links(manifest) if downstream else None,
        depth,
        tuple(manifest.lineage.unresolved),
    )


def _found(manifest: Manifest, text: str) -> tuple[Source | Model, str]:
    wanted, dot, name = text.removeprefix("column:").partition(".")
    if not dot or not name:
        raise CannotRun(
            f"Cannot follow {text!r}: write the node and the column, as in `--column payments_clean.amount`."
        )
    readable: tuple[Source | Model, ...] = (*manifest.sources, *manifest.models)
    named = [
        node for node in readable if wanted in (node.id, title(node), node.name, f"{node.kind}:{node.name}")
    ]
    node = next(
        (
            node
            for node in named
            if not isinstance(node, Model) or node.latest or wanted in (node.id, title(node))
        ),
        None,
    )
    if node is None:
        known = tuple(sorted({name for each in readable for name in (title(each), each.name)}))
        raise CannotRun(f"There is no source or model {wanted!r}. {did_you_mean(wanted, known)}".rstrip())
    known = tuple(column.name for column in node.columns)
    if name not in known and node.columns_complete:
        hint = did_you_mean(name, known) or f"It has {', '.join(known)}."
        raise CannotRun(f"{label(node)} {title(node)!r} has no column {name!r}. {hint}")
    return node, name


def as_data(found: Trace) -> dict[str, Any]:
    upstream = steps(found.column, found.upstream, found.depth) if found.upstream is not None else ()
    downstream = steps(found.column, found.downstream, found.depth) if found.downstream is not None else ()
    return {
        "column": found.column,
        "type": found.type,
        "unresolved": list(_unresolved(found)),
        "upstream": [_step(step, step.link.place, step.start) for step in upstream],
        "downstream": [_step(step, step.start, step.link.place) for step in downstream],
    }


def _unresolved(found: Trace) -> Iterator[str]:
    """Models met whose query could not be resolved, in the order of the manifest."""
    met = {node_of(found.column)}
    for links in (found.upstream, found.downstream):
        if links is not None:
            met |= {node_of(step.link.place) for step in steps(found.column, links, found.depth)}
    return (id for id in found.unresolved if id in met)


def _step(step: Step, start: str, end: str) -> dict[str, Any]:
    link = step.link
    return {
        "from": start,
        "to": end,
        "kind": link.kind,
        "certainty": link.certainty,
        "distance": step.distance,
    }


def render(found: Trace, manifest: Manifest, width: int, colour: bool = False) -> str:
    """The column, then a tree for each direction asked for."""
    return "\n".join(_lines(found, manifest, width, colour)) + "\n"


def _lines(found: Trace, manifest: Manifest, width: int, colour: bool) -> Iterator[str]:
    nodes = nodes_by_id(manifest)

    def place(key: str) -> str:
        node = nodes.get(node_of(key) if key.startswith("column:") else key)
        name = title(node) if node is not None else node_of(key)
        kind = f" ({label(node)})" if node is not None else ""
        text = f"{name}.{name_of(key)}" if key.startswith("column:") else name
        return styled(printable(text), node.kind if colour and node is not None else "") + kind

    yield f"{place(found.column)}  {found.type}"
    missing = [place(id) for id in _unresolved(found)]
    for heading, links in (("upstream", found.upstream), ("downstream", found.downstream)):
        if links is not None:
            yield ""
            below = _branches(found.column, links, found.depth, place)
            yield heading if below[found.column] else f"{heading}: {_nothing(heading, found)}"
            yield from islice(tree([Branch(found.column, "")], partial(_below, below), width), 1, None)
    if missing:
        yield ""
        yield f"Not all is known: the query of {', '.join(missing)} could not be resolved."


def _below(branches: Mapping[str, list[Branch]], key: str) -> list[Branch]:
    return branches.get(key, [])


def _nothing(heading: str, found: Trace) -> str:
    node = found.node
    if heading == "downstream":
        return "nothing known reads it"
    if node.id in found.unresolved:
        return "not known, its query could not be resolved"
    return "it comes from outside" if isinstance(node, Source) else "made of no column"


def _branches(start: str, links: Links, depth: int, place: Callable[[str], str]) -> dict[str, list[Branch]]:
    """Parallel links between the same two places share a line."""
    kinds: dict[str, dict[str, list[str]]] = {start: {}}
    for step in steps(start, links, depth):
        words = kinds.setdefault(step.start, {}).setdefault(step.link.place, [])
        unsure = "" if step.link.certainty == "proven" else f" ({step.link.certainty})"
        words.append(_WORDS.get(step.link.kind, step.link.kind) + unsure)
    return {
        key: [
            Branch(other, f"{place(other)}  {', '.join(dict.fromkeys(words))}")
            for other, words in others.items()
        ]
        for key, others in kinds.items()
    }
