from __future__ import annotations

import re

from streamt.lineage import dot, mermaid
from streamt.lineage.data import as_data
from streamt.lineage.view import view_of
from tests.manifests import exposure, model, project, source

SHOP = project(
    source("payments", owner="team-pay", tags=["pii"]),
    model("clean@v2", reads=("payments",), owner="team-pay"),
    exposure("board", reads={"clean@v2": None}, type="dashboard"),
)


def test_json_has_nodes_and_edges_with_their_certainty() -> None:
    assert as_data(view_of(SHOP, ["model:clean@v2"], "upstream"), SHOP) == {
        "project": "shop",
        "environment": "default",
        "nodes": [
            {
                "id": "source:payments",
                "kind": "source",
                "name": "payments",
                "version": None,
                "type": None,
                "owner": "team-pay",
                "tags": ["pii"],
                "path": "sources/payments.yml",
                "line": 2,
                "relation": "upstream",
            },
            {
                "id": "model:clean@v2",
                "kind": "model",
                "name": "clean",
                "version": 2,
                "type": "topic",
                "owner": "team-pay",
                "tags": [],
                "path": "models/clean.yml",
                "line": 2,
                "relation": "focus",
            },
        ],
        "edges": [
            {"from": "source:payments", "to": "model:clean@v2", "kind": "reads", "certainty": "proven"}
        ],
        "notes": [],
    }


def test_mermaid() -> None:
    assert mermaid.render(view_of(SHOP)).splitlines()[:6] == [
        "flowchart LR",
        '  n0[("payments (source)")]:::source',
        '  n1["clean#64;v2 (model:topic)"]:::model',
        '  n2(["board (exposure)"]):::exposure',
        "  n1 --> n2",
        "  n0 --> n1",
    ]


def test_mermaid_escapes_what_could_break_out() -> None:
    hostile = project(source('x"]; click n0 "javascript:alert(1)"\n```\n<b>'))
    label = mermaid.render(view_of(hostile)).splitlines()[1]
    assert label == (
        '  n0[("x#34;#93;#59; click n0 #34;javascript:alert(1)#34;#96;#96;#96;#60;b#62; (source)")]:::source'
    )


def test_mermaid_draws_what_is_nearest_to_the_focus_and_counts_the_rest() -> None:
    chain = project(model("m0", reads=()), *(model(f"m{i}", reads=(f"m{i - 1}",)) for i in range(1, 1000)))
    text = mermaid.render(view_of(chain, ["model:m500"]), most_nodes=5)
    assert re.findall(r'"(m\d+) ', text) == ["m498", "m499", "m500", "m501", "m502"]
    assert 'cut["995 more nodes and 995 edges are not drawn"]' in text


def test_mermaid_stays_below_the_number_of_edges_it_refuses() -> None:
    fan = project(
        *(source(f"s{i}") for i in range(30)),
        *(model(f"m{i}", reads=tuple(f"s{j}" for j in range(30))) for i in range(30)),
    )
    text = mermaid.render(view_of(fan))
    assert text.count("-->") == 450
    assert "0 more nodes and 450 edges are not drawn" in text
    assert len(text) < 50_000


def test_dot_quotes_what_it_shows() -> None:
    hostile = project(source('a"b\\'), model("c", reads=('a"b\\',)))
    assert dot.render(view_of(hostile)) == (
        "digraph lineage {\n"
        "  rankdir=LR;\n"
        '  "source:a\\"b\\\\" [label="a\\"b\\\\ (source)", shape=cylinder, penwidth=2];\n'
        '  "model:c" [label="c (model:topic)", shape=box, penwidth=2];\n'
        '  "source:a\\"b\\\\" -> "model:c";\n'
        "}\n"
    )
