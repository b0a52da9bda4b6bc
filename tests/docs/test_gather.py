from __future__ import annotations

import pytest

from streamt.docs.catalog import ColumnKey
from streamt.docs.gather import catalog
from streamt.errors import CannotRun
from tests.docs.manifests import check, column, exposure, fraud, manifest, model, source


def test_one_project_keeps_its_ids() -> None:
    found = catalog([fraud()])
    assert list(found.entries)[:3] == ["exposure:fraud_dashboard", "exposure:fraud_model_training", "exposure:fraud_scoring"]
    assert found.title == "fraud-detection"
    assert found.entries["model:customer_spend@v2"].label == "customer_spend v2"
    assert found.entries["model:customer_spend@v2"].uri == "models/customer_spend-v2/index.md"


def test_a_column_knows_what_it_feeds_and_what_it_decides() -> None:
    feeds = catalog([fraud()]).feeds
    assert {(link.column.node, link.column.column, link.kind) for link in feeds[ColumnKey("source:card_payments_raw", "status")]} == {
        ("model:payments_clean", name, "filter")
        for name in ("payment_id", "customer_id", "amount_cents", "currency", "merchant_id", "card_number", "event_time")
    }
    values = {link.column.node for link in feeds[ColumnKey("model:payments_clean", "amount_cents")]}
    assert values == {"model:customer_spend@v1", "model:customer_spend@v2", "model:fraud_events"}


def test_two_projects_make_one_catalog_and_names_they_share_carry_the_project() -> None:
    found = catalog([fraud("b"), fraud("a")])
    assert found.title == "Data catalog"
    assert found.entries["a/model:payments_clean"].label == "a/payments_clean"
    assert found.entries["a/model:payments_clean"].uri == "models/a-payments_clean/index.md"
    assert "a/source:card_payments_raw" in found.upstream["a/model:payments_clean"]


def test_a_name_that_only_one_project_has_needs_no_project() -> None:
    here = manifest(project="here", sources=[source("orders", [])])
    there = manifest(project="there", sources=[source("parcels", [])])
    assert catalog([here, there]).entries["there/source:parcels"].label == "parcels"


def test_a_model_of_another_project_is_linked_by_its_id() -> None:
    writer = manifest(project="pay", models=[model("clean", [column("id", "STRING")], [])])
    reads = model("scored", [column("id", "STRING", "pay/model:clean.id")], ["pay/model:clean"])
    found = catalog([writer, manifest(project="fraud", models=[reads])])
    assert found.upstream["fraud/model:scored"] == ("pay/model:clean",)
    assert found.feeds[ColumnKey("pay/model:clean", "id")][0].column == ColumnKey("fraud/model:scored", "id")


def test_one_topic_in_two_projects_links_them_as_a_guess() -> None:
    topic = {"name": "payments.clean", "cluster": None, "node": "model:clean"}
    writer = manifest(project="pay", models=[model("clean", [], [])], artifacts={"topics": [topic]})
    reader = manifest(project="fraud", sources=[source("payments", [], topic="payments.clean")])
    found = catalog([writer, reader])
    assert [(edge.source, edge.target, edge.certainty) for edge in found.edges] == [
        ("pay/model:clean", "fraud/source:payments", "heuristic")
    ]
    assert found.unproven == {("pay/model:clean", "fraud/source:payments")}


def test_one_project_twice_is_refused() -> None:
    with pytest.raises(CannotRun, match="Two of the manifests are of project 'fraud-detection'"):
        catalog([fraud(), fraud()])


def test_a_node_of_a_project_that_is_not_here_is_no_edge() -> None:
    found = catalog([manifest(models=[model("a", [], ["other/model:b"])])])
    assert found.edges == ()


def test_a_version_and_a_name_that_reads_like_one_have_two_pages() -> None:
    made = catalog([manifest(models=[model("x", [], [], version=2), model("x-v2", [], [])])])
    assert len({entry.uri for entry in made.entries.values()}) == 2


def test_owners_are_those_declared_and_those_named() -> None:
    made = catalog([manifest(owners={"idle": {"contact": "x"}}, sources=[source("s", [], owner="busy")])])
    assert [(owner.name, len(owner.entries)) for owner in made.owners.values()] == [("busy", 1), ("idle", 0)]


def test_a_test_has_the_domain_of_what_it_tests() -> None:
    nodes = {"sources": [source("s", [], domain="d")], "tests": [check("t", "source:s", "schema", [])]}
    assert catalog([manifest(**nodes)]).entries["test:t"].domain == "d"


def test_findings_come_most_severe_first() -> None:
    findings = [
        {"rule": rule, "severity": severity, "message": "m", "url": "u", "node": "exposure:e"}
        for rule, severity in (("b", "info"), ("c", "error"), ("a", "warning"))
    ]
    made = catalog([manifest(exposures=[exposure("e", "api")], findings=findings)])
    assert [located.finding.rule for located in made.findings] == ["c", "a", "b"]
    assert all(located.entry is made.entries["exposure:e"] for located in made.findings)
