from __future__ import annotations

import random
from itertools import pairwise

from streamt.docs.layout import Place, layered


def test_a_chain_goes_to_the_right() -> None:
    assert layered(["a", "b", "c"], [("a", "b"), ("b", "c")]) == {"a": Place(0, 0), "b": Place(1, 0), "c": Place(2, 0)}


def test_a_source_stands_next_to_what_reads_it() -> None:
    places = layered(["a", "b", "c", "late"], [("a", "b"), ("b", "c"), ("late", "c")])
    assert places["late"].layer == 1


def test_every_edge_leads_to_the_right_and_no_place_is_taken_twice() -> None:
    chance = random.Random(1)
    nodes = [f"n{number}" for number in range(400)]
    edges = [(nodes[a], nodes[b]) for a, b in (sorted(chance.sample(range(400), 2)) for _ in range(700))]
    places = layered(nodes, edges)
    assert all(places[a].layer < places[b].layer for a, b in edges)
    assert len(set(places.values())) == len(nodes)


def test_edges_that_need_not_cross_do_not() -> None:
    places = layered(["a1", "a2", "b1", "b2"], [("a1", "b2"), ("a2", "b1")])
    assert (places["a1"].order < places["a2"].order) == (places["b2"].order < places["b1"].order)


def test_a_cycle_has_a_place_too() -> None:
    places = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")])
    assert sorted(place.layer for place in places.values()) == [0, 1, 2]


def test_a_chain_of_ten_thousand() -> None:
    nodes = [f"n{number:05}" for number in range(10_000)]
    places = layered(nodes, pairwise(nodes))
    assert places[nodes[-1]].layer == 9_999


def test_the_order_in_which_edges_come_changes_nothing() -> None:
    nodes, edges = ["a", "b", "c", "d"], [("a", "c"), ("b", "c"), ("a", "d"), ("b", "d")]
    assert layered(nodes, edges) == layered(nodes, edges[::-1] + edges)


def test_an_edge_to_a_node_that_is_not_there() -> None:
    assert layered(["a"], [("a", "elsewhere")]) == {"a": Place(0, 0)}


def test_nothing() -> None:
    assert layered([], []) == {}
