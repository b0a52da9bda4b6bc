"""The whole graph as data for the lineage page: a pyvis network with every place worked out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from streamt.docs import safe
from streamt.docs.assets import FOLDER
from streamt.docs.catalog import Catalog, Entry
from streamt.docs.layout import Place, layered
from streamt.docs.page import Asset

DATA = f"{FOLDER}/lineage-data.js"
NO_DOMAIN = "(no domain)"

# Nodes never move: drawing, not physics, is all the browser does. Edges are left out while it moves the picture.
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 200,
    },
}


def asset(catalog: Catalog) -> Asset:
    return Asset(DATA, safe.script("streamtLineage", data(catalog)))


def data(catalog: Catalog) -> dict[str, Any]:
    """Nodes and edges as vis-network takes them, and the same for domains: `layer` and `order` say where each stands."""
    entries = tuple(catalog.entries.values())
    ids = {entry.key: number for number, entry in enumerate(entries)}
    pairs = [(edge.source, edge.target) for edge in catalog.edges]
    places = layered([entry.key for entry in entries], pairs)
    domains = sorted({_domain(entry) for entry in entries})
    network = _network()
    network.nodes = [_node(entry, ids[entry.key], places[entry.key], domains) for entry in entries]
    network.edges = [
        _edge(ids[edge.source], ids[edge.target], edge.kind, edge.certainty) for edge in catalog.edges
    ]
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": OPTIONS, **_by_domain(catalog, domains)}


def _network() -> Any:
    from pyvis.network import Network

    network = Network(directed=True)
    network.options = OPTIONS
    return network


def _node(entry: Entry, number: int, place: Place, domains: list[str]) -> dict[str, Any]:
    """As `Network.add_node` makes one; that looks through all nodes before it adds one, which 5,000 would feel."""
    from pyvis.node import Node

    options: dict[str, Any] = Node(
        number,
        "custom",
        entry.label,
        key=entry.key,
        kind=entry.kind,
        detail=entry.detail,
        href=entry.href,
        domain=domains.index(_domain(entry)),
        owner=entry.node.owner or "",
        layer=place.layer,
        order=place.order,
    ).options
    del options["shape"]  # the same for all: the page says it once
    return options


def _edge(source: int, target: int, kind: str, certainty: str) -> dict[str, Any]:
    from pyvis.edge import Edge

    guessed = {} if certainty in ("proven", "structural") else {"dashes": True}
    options: dict[str, Any] = Edge(source, target, kind=kind, **guessed).options
    return options


def _domain(entry: Entry) -> str:
    return entry.domain or NO_DOMAIN


def _by_domain(catalog: Catalog, domains: list[str]) -> dict[str, Any]:
    """The graph with each domain as one node, for catalogs too large to be looked at whole."""
    drawn = [entry for entry in catalog.entries.values() if entry.kind != "test"]
    sizes = Counter(_domain(entry) for entry in drawn)
    between = Counter(
        (_domain(catalog.entries[edge.source]), _domain(catalog.entries[edge.target]))
        for edge in catalog.edges
        if edge.kind != "tests"
    )
    crossing = {pair: number for pair, number in between.items() if pair[0] != pair[1]}
    # Two domains that feed each other are laid out by the direction in which more flows.
    main = [pair for pair, number in crossing.items() if number >= crossing.get((pair[1], pair[0]), 0)]
    places = layered(domains, main)
    return {
        "domains": [
            {"name": name, "size": sizes[name], "layer": places[name].layer, "order": places[name].order}
            for name in domains
        ],
        "between": [
            {"from": domains.index(source), "to": domains.index(target), "edges": number}
            for (source, target), number in sorted(crossing.items())
        ],
    }
