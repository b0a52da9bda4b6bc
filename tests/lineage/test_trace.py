from __future__ import annotations

import pytest

from streamt.errors import CannotRun
from streamt.lineage.trace import as_data, render, trace
from tests.manifests import exposure, model, project, source

SHOP = project(
    source("payments", "id BIGINT", "amount DECIMAL(10, 2)", "customer STRING"),
    source("customers", "id STRING", "tier STRING"),
    source("open_feed"),
    model(
        "clean",
        "id BIGINT <identity payments.id>",
        "cents BIGINT <transform payments.amount> <filter payments.id>",
        "customer STRING <identity payments.customer>",
    ),
    model(
        "enriched",
        "cents BIGINT <identity clean.cents> <join_key clean.customer> <join_key customers.id?>",
        "tier STRING <identity customers.tier> <join_key clean.customer>",
        materialized="flink",
    ),
    model("totals@v1", "cents BIGINT <aggregate clean.cents>", latest=False),
    model("totals@v2", "cents BIGINT <aggregate clean.cents>"),
    model("warehouse", reads=("enriched",), materialized="sink"),
    exposure("report", reads={"warehouse": None}),
    exposure("board", reads={"enriched": ["cents"]}),
    exposure("training", reads={"clean": None}),
)


def test_a_column_both_ways() -> None:
    assert (
        render(trace(SHOP, "clean.cents"), SHOP, 100)
        == """\
clean.cents (model:topic)  BIGINT

upstream
├── payments.amount (source)  transform
└── payments.id (source)  filter

downstream
├── enriched.cents (model:flink)  identity
│   ├── warehouse (model:sink)  may read it (structural)
│   │   └── report (exposure)  may read it (structural)
│   └── board (exposure)  reads it
├── totals@v1.cents (model:topic)  aggregate
├── totals@v2.cents (model:topic)  aggregate
└── training (exposure)  may read it (structural)
"""
    )


def test_upstream_of_a_sources_column_is_the_outside() -> None:
    assert "upstream: it comes from outside" in render(trace(SHOP, "payments.id"), SHOP, 100)


def test_json_follows_the_data_in_both_lists() -> None:
    found = as_data(trace(SHOP, "enriched.tier", downstream=False))
    assert found == {
        "column": "column:model:enriched.tier",
        "type": "STRING",
        "unresolved": [],
        "upstream": [
            _step("column:source:customers.tier", "column:model:enriched.tier", "identity", 1),
            _step("column:model:clean.customer", "column:model:enriched.tier", "join_key", 1),
            _step("column:source:payments.customer", "column:model:clean.customer", "identity", 2),
        ],
        "downstream": [],
    }


BROKEN = project(
    source("payments", "id BIGINT"),
    model("lost", "id UNKNOWN", reads=("payments",)),
    model("after", "id UNKNOWN <identity lost.id>"),
    lineage={"queries": 2, "unresolved": ["model:lost"]},
)


def test_a_query_that_could_not_be_resolved_is_said_and_not_taken_for_one_without_columns() -> None:
    assert (
        render(trace(BROKEN, "lost.id", downstream=False), BROKEN, 100)
        == """\
lost.id (model:topic)  UNKNOWN

upstream: not known, its query could not be resolved

Not all is known: the query of lost (model:topic) could not be resolved.
"""
    )
    assert as_data(trace(BROKEN, "after.id"))["unresolved"] == ["model:lost"]
    assert as_data(trace(BROKEN, "payments.id", downstream=False))["unresolved"] == []


def _step(start: str, end: str, kind: str, distance: int) -> dict[str, object]:
    return {"from": start, "to": end, "kind": kind, "certainty": "proven", "distance": distance}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("clean.cents", "column:model:clean.cents"),
        ("model:clean.cents", "column:model:clean.cents"),
        ("column:model:clean.cents", "column:model:clean.cents"),
        ("totals.cents", "column:model:totals@v2.cents"),
        ("totals@v1.cents", "column:model:totals@v1.cents"),
        ("model:totals@v1.cents", "column:model:totals@v1.cents"),
        ("open_feed.anything", "column:source:open_feed.anything"),
    ],
)
def test_ways_to_name_a_column(text: str, column: str) -> None:
    assert trace(SHOP, text).column == column


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("clean", "write the node and the column"),
        ("claen.cents", "There is no source or model 'claen'. Did you mean 'clean'?"),
        ("clean.cent", "model:topic 'clean' has no column 'cent'. Did you mean 'cents'?"),
        ("board.cents", "There is no source or model 'board'."),
    ],
)
def test_a_column_that_is_not_there(text: str, message: str) -> None:
    with pytest.raises(CannotRun) as failed:
        trace(SHOP, text)
    assert message in str(failed.value)


def test_one_step() -> None:
    assert [step["distance"] for step in as_data(trace(SHOP, "payments.amount", depth=1))["downstream"]] == [
        1
    ]


def test_a_chain_of_ten_thousand_columns() -> None:
    chain = [model(f"m{i}", f"c INT <identity m{i - 1}.c>") for i in range(1, 10_000)]
    manifest = project(model("m0", "c INT"), *chain)
    found = trace(manifest, "m0.c")
    assert len(as_data(found)["downstream"]) == 9_999
    assert len(render(found, manifest, 80).splitlines()) == 10_004
