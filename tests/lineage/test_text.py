from __future__ import annotations

import random

import pytest

from streamt.lineage.drawing import drawn
from streamt.lineage.layout import layered, without_cycles
from streamt.lineage.text import render
from streamt.lineage.view import View, view_of
from streamt.manifest.model import Manifest
from streamt.select.graph import graph_from
from tests.manifests import check, exposure, model, project, source

CARDS = project(
    source("card_payments_raw"),
    model("payments_clean", reads=("card_payments_raw",)),
    model("customer_balance", reads=("payments_clean",), materialized="flink"),
    model("payments_enriched", reads=("payments_clean",), materialized="flink"),
    exposure("fraud_scoring", reads={"payments_enriched": None}),
    model("payments_to_warehouse", reads=("payments_enriched",), materialized="sink"),
)
JOIN = project(
    source("payments"),
    source("customers"),
    model("enriched", reads=("payments", "customers"), materialized="flink"),
    model("audit", reads=("payments", "enriched"), materialized="flink"),
    check("quality", of="enriched", dlq=("dead_letters",)),
    model("dead_letters", reads=()),
)


def text(manifest: Manifest, *focus: str, width: int = 100, **around: object) -> str:
    view = view_of(manifest, focus or None, **around)  # type: ignore[arg-type]
    return "\n" + render(view, width)


def test_branches_side_by_side_as_the_concepts_draw_them() -> None:
    assert (
        text(CARDS, "model:payments_enriched")
        == """
card_payments_raw (source)
    │
    ▼
payments_clean (model:topic)
    │
    ├───────────────────┐
    ▼                   ▼
customer_balance    payments_enriched (model:flink)
(model:flink)           │
                        ├────────────────┐
                        ▼                ▼
                    fraud_scoring    payments_to_warehouse
                    (exposure)       (model:sink)
"""
    )


def test_upstream_alone() -> None:
    assert (
        text(CARDS, "model:payments_enriched", direction="upstream")
        == """
card_payments_raw (source)
    │
    ▼
payments_clean (model:topic)
    │
    ▼
payments_enriched (model:flink)
"""
    )


def test_one_step_downstream() -> None:
    assert (
        text(CARDS, "model:payments_clean", direction="downstream", depth=1)
        == """
payments_clean (model:topic)
    │
    ├───────────────────┐
    ▼                   ▼
customer_balance    payments_enriched
(model:flink)       (model:flink)
"""
    )


def test_every_edge_of_a_join_has_its_own_arrowhead() -> None:
    assert (
        text(JOIN)
        == """
payments (source)    customers (source)
    │                    │
    ├─────────┐  ┌───────┘
    │         ▼  ▼
    │     enriched (model:flink)
    │         │
    └────┐  ┌─┴───────────┐
         ▼  ▼             ▼
     audit            dead_letters
     (model:flink)    (model:topic)
"""
    )


def test_tests_are_drawn_when_asked_for() -> None:
    assert "quality (test)" not in text(JOIN)
    assert "quality (test)" in text(JOIN, tests=True)
    assert "quality (test)" in text(JOIN, "test:quality")


def test_a_tree_where_the_terminal_is_too_narrow() -> None:
    assert (
        text(JOIN, width=24)
        == """
payments (source)
├── audit (model:flink) ← also enriched
└── enriched (model:flink) ← also customers
    ├── audit (model:flink) ← also payments
    └── dead_letters (model:topic)
customers (source)
└── enriched (model:flink) ← also payments ↑
"""
    )


def test_pieces_without_a_connection_stand_apart_and_single_nodes_last() -> None:
    alone = project(source("a"), source("b"), model("c", reads=("b",)), source("d"))
    assert (
        text(alone)
        == """
b (source)
    │
    ▼
c (model:topic)

a (source)
d (source)
"""
    )


def test_a_cycle_through_an_application_is_named_not_drawn() -> None:
    cycle = project(
        exposure("engine", reads={"recent": None}, produces=("decisions",)),
        model("recent", reads=("decisions",)),
        source("decisions"),
    )
    assert (
        text(cycle, "model:recent")
        == """
decisions (source)
    │
    ▼
recent (model:topic)
    │
    ▼
engine (exposure)
engine (exposure) ──▶ decisions (source), drawn above
"""
    )


def test_many_other_readers_are_counted_not_drawn() -> None:
    fan = project(source("s"), *(model(f"m{i}", reads=("s",)) for i in range(9)))
    assert (
        text(fan, "model:m0")
        == """
s (source)
    │
    ▼
m0 (model:topic)

8 other nodes that read s are not drawn; --downstream from there draws them.
"""
    )


def test_versions_are_told_apart() -> None:
    versions = project(source("s"), model("m@v1", reads=("s",)), model("m@v2", reads=("s",)))
    assert "m@v1             m@v2\n(model:topic)    (model:topic)" in text(versions)


def test_colour_only_when_asked_for_and_the_same_text_beneath() -> None:
    view = view_of(CARDS, ["model:payments_enriched"])
    plain, coloured = render(view, 100), render(view, 100, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[36m\x1b[1mpayments_enriched (model:flink)\x1b[0m" in coloured


def test_control_characters_of_a_hostile_name_do_not_reach_the_terminal() -> None:
    hostile = project(source("a\x1b[2Jb"), model("c", reads=("a\x1b[2Jb",)))
    assert "\x1b" not in text(hostile)


def test_a_chain_of_ten_thousand_stays_narrow() -> None:
    chain = project(model("m0", reads=()), *(model(f"m{i}", reads=(f"m{i - 1}",)) for i in range(1, 10_000)))
    lines = text(chain, width=80).splitlines()
    assert len(lines) == 10_001
    assert max(map(len, lines)) < 90


def test_a_fan_out_of_ten_thousand() -> None:
    fan = project(source("s"), *(model(f"m{i}", reads=("s",)) for i in range(10_000)))
    assert len(text(fan).splitlines()) == 10_002


ARMS = {
    "│": "NS",
    "─": "EW",
    "└": "NE",
    "┘": "NW",
    "┌": "SE",
    "┐": "SW",
    "├": "NSE",
    "┤": "NSW",
    "┬": "SEW",
    "┴": "NEW",
    "┼": "NSEW",
}
STEP = {"N": (-1, 0), "S": (1, 0), "E": (0, 1), "W": (0, -1)}
BACK = {"N": "S", "S": "N", "E": "W", "W": "E"}


def arrowheads(rows: list[str], row: int, column: int) -> set[tuple[int, int]]:
    """Follow the lines from a port downwards, as an eye does: a horizontal line passes behind a vertical one."""
    found: set[tuple[int, int]] = set()
    seen = set()
    waiting = [(row, column, "S")]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        row, column, heading = at
        character = rows[row][column] if row < len(rows) and column < len(rows[row]) else " "
        if character == "▼":
            found.add((row, column))
            continue
        arms = ARMS[character]
        onward = heading if BACK[heading] not in arms else arms.replace(BACK[heading], "")
        waiting += [(row + STEP[arm][0], column + STEP[arm][1], arm) for arm in onward]
    return found


def edges_seen(rows: list[str], names: list[str]) -> set[tuple[str, str]]:
    places = {
        name: (row, line.index(f"<{name}>"))
        for name in names
        for row, line in enumerate(rows)
        if f"<{name}>" in line
    }
    found = set()
    for name, (row, left) in places.items():
        below = (
            row + 1 if not rows[row + 1 :] or not rows[row + 1][left : left + 1].startswith("(") else row + 2
        )
        if below < len(rows) and rows[below][left + 4 : left + 5] in ("│", "▼"):
            for head_row, head in arrowheads(rows, below, left + 4):
                over = [
                    other for other, (top, start) in places.items() if top == head_row + 1 and start <= head
                ]
                found.add((name, max(over, key=lambda other: places[other][1])))
    return found


@pytest.mark.parametrize("seed", range(60))
def test_a_drawing_shows_exactly_the_edges_there_are(seed: int) -> None:
    chance = random.Random(seed)
    count = chance.randint(2, 14)
    names = [f"n{i}" + "x" * chance.randint(0, 9) for i in range(count)]
    edges = {
        (names[a], names[b])
        for b in range(1, count)
        for a in chance.sample(range(b), min(b, chance.randint(1, 3)))
    }
    manifest = project(
        *(model(f"<{name}>", reads=tuple(f"<{a}>" for a, b in sorted(edges) if b == name)) for name in names)
    )
    view = view_of(manifest)
    for width in (60, 120, 10_000):
        canvas = drawn(graph_of_view(view), {node.id: node for node in view.nodes}, width)
        assert canvas is not None or width < 10_000
        if canvas is not None:
            rows = list(canvas.lines(colour=False))
            assert edges_seen(rows, names) == edges
            assert max(map(len, rows)) <= width


def graph_of_view(view: View):
    return graph_from((node.id for node in view.nodes), ((edge.start, edge.end) for edge in view.edges))


def test_cycles_are_cut_where_they_close() -> None:
    graph = graph_from("abc", [("a", "b"), ("b", "c"), ("c", "a"), ("b", "b")])
    acyclic, closing = without_cycles(graph)
    assert closing == (("b", "b"), ("c", "a"))
    assert [list(layer) for layer in layered(acyclic).layers] == [["a"], ["b"], ["c"]]
