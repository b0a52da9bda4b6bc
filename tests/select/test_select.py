from __future__ import annotations

import pytest

from streamt.select import SelectorError, parse_selection, selected
from streamt.select.evaluate import State
from tests.manifests import check, exposure, model, project, source

SHOP = project(
    source("payments_raw", owner="team-pay", tags=["pii"]),
    source("customers", owner="team-crm", tags=["pii", "slow"]),
    model("payments_clean", reads=("payments_raw",), owner="team-pay"),
    model("enriched@v1", reads=("payments_clean", "customers"), materialized="flink"),
    model("enriched@v2", reads=("payments_clean", "customers"), materialized="flink", owner="team-fraud"),
    model("dead_letters", reads=()),
    check("payments_quality", of="payments_clean", dlq=("dead_letters",)),
    exposure("payments_api", produces=("payments_raw",), type="application", role="producer"),
    exposure("fraud_board", reads={"enriched@v2": None}, owner="team-fraud"),
)


def chosen(text: str, state: State | None = None) -> set[str]:
    return set(selected(parse_selection(text), SHOP, state))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("payments_clean", {"model:payments_clean"}),
        ("payments_raw", {"source:payments_raw"}),
        ("fraud_board", {"exposure:fraud_board"}),
        ("model:payments_clean", {"model:payments_clean"}),
        ("enriched", {"model:enriched@v1", "model:enriched@v2"}),
        ("enriched@v2", {"model:enriched@v2"}),
        ("model:enriched@v2", {"model:enriched@v2"}),
        ("tag:pii", {"source:payments_raw", "source:customers"}),
        ("owner:team-fraud", {"model:enriched@v2", "exposure:fraud_board"}),
        ("kind:source", {"source:payments_raw", "source:customers"}),
        ("kind:flink", {"model:enriched@v1", "model:enriched@v2"}),
        ("kind:test", {"test:payments_quality"}),
        ("tag:pii,owner:team-crm", {"source:customers"}),
        ("tag:slow,owner:team-pay", set()),
        ("tag:slow payments_clean", {"source:customers", "model:payments_clean"}),
        (
            "payments_*",
            {"source:payments_raw", "model:payments_clean", "test:payments_quality", "exposure:payments_api"},
        ),
        ("model:payments_*", {"model:payments_clean"}),
        ("owner:team-*,kind:exposure", {"exposure:fraud_board"}),
        ("+payments_clean", {"exposure:payments_api", "source:payments_raw", "model:payments_clean"}),
        ("1+payments_clean", {"source:payments_raw", "model:payments_clean"}),
        ("0+payments_clean", {"model:payments_clean"}),
        (
            "payments_clean+1",
            {"model:payments_clean", "model:enriched@v1", "model:enriched@v2", "test:payments_quality"},
        ),
        ("payments_quality+", {"test:payments_quality", "model:dead_letters"}),
        (
            "1+enriched@v2+",
            {"source:customers", "model:payments_clean", "model:enriched@v2", "exposure:fraud_board"},
        ),
        ("+fraud_board,kind:model", {"model:payments_clean", "model:enriched@v2"}),
    ],
)
def test_selection(text: str, expected: set[str]) -> None:
    assert chosen(text) == expected


def test_result_stands_in_the_order_of_the_manifest() -> None:
    assert selected(parse_selection("kind:model"), SHOP)[:2] == ("model:payments_clean", "model:enriched@v1")


def test_state_is_what_differs_from_the_base() -> None:
    state = State(modified=frozenset({"model:enriched@v2"}), new=frozenset())
    assert chosen("state:modified+", state) == {"model:enriched@v2", "exposure:fraud_board"}
    assert chosen("state:new", state) == set()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  ", "--select is empty"),
        (
            "payments_claen",
            "no node has the name 'payments_claen'. Did you mean 'payments_clean'?\n  payments_claen\n  ^",
        ),
        (
            "customers tga:pii",
            "there is no method 'tga'. Did you mean 'tag'?\n  customers tga:pii\n            ^^^^^^^",
        ),
        ("kind:flnk", "there is no kind 'flnk'. Did you mean 'flink'?"),
        ("state:changed", "there is no state 'changed'. There are modified, new."),
        ("state:modified", "`state:` needs something to compare with. Give --base REF"),
        ("tag:", "a name or value is missing"),
        ("+", "a name or value is missing"),
        ("a,,b", "a,,b\n    ^"),
        ("a+b", "cannot read 'a+b'"),
        ("9999999999+customers", "more steps than any project has"),
        ("owner:team-x,tag:none", "no node has the owner 'team-x'"),
        ("nothing_*", "no node has the name 'nothing_*'"),
    ],
)
def test_what_cannot_be_selected_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(SelectorError) as failed:
        chosen(text)
    assert message in str(failed.value)


def test_a_chain_of_ten_thousand_models() -> None:
    chain = project(model("m0", reads=()), *(model(f"m{i}", reads=(f"m{i - 1}",)) for i in range(1, 10_000)))
    assert len(selected(parse_selection("+m9999"), chain)) == 10_000
    assert len(selected(parse_selection("m5000+10"), chain)) == 11


def test_a_fan_out_of_ten_thousand_models() -> None:
    fan = project(source("s"), *(model(f"m{i}", reads=("s",)) for i in range(10_000)))
    assert len(selected(parse_selection("s+"), fan)) == 10_001
