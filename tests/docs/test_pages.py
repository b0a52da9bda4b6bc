"""What stands on the pages, before any generator has seen them."""

from __future__ import annotations

import random

import pytest

from streamt.docs.gather import catalog
from streamt.docs.neighbourhood import drawing
from streamt.docs.page import Page, html
from streamt.docs.site import site
from streamt.manifest.model import Manifest
from tests.docs import html_of
from tests.docs.manifests import column, fraud, manifest, many, model, source


@pytest.fixture(scope="module")
def fraud_pages() -> dict[str, Page]:
    return {page.uri: page for page in site([fraud()]).pages}


def words(page: Page) -> str:
    return html_of.text(html(page))


def section(page: Page, id_: str) -> str:
    return html_of.text(next(section.html for section in page.sections if section.id == id_))


def test_the_navigation_names_the_few_pages_that_list() -> None:
    assert [title for title, _ in site([fraud()]).nav] == [
        "Overview", "Lineage", "Sources", "Models", "Tests", "Exposures", "Owners", "Tags", "Domains", "Governance", "Findings",
    ]  # fmt: skip


def test_the_overview_counts_and_measures(fraud_pages: dict[str, Page]) -> None:
    page = fraud_pages["index.md"]
    assert "2 sources 7 models 4 tests 4 exposures 3 owners 2 findings" in words(page)
    assert "columns with a known type 95 % 47 of 49" in section(page, "coverage")
    assert "model columns with lineage 88 % 32 of 36" in section(page, "coverage")
    assert "customer_spend v1" in section(page, "unread")


def test_a_share_is_full_only_when_nothing_is_missing() -> None:
    columns = [column(f"c{number}", "STRING") for number in range(999)] + [column("c", "UNKNOWN")]
    page = next(page for page in site([manifest(sources=[source("s", columns)])]).pages if page.uri == "index.md")
    assert "columns with a known type 99 % 999 of 1,000" in words(page)


def test_a_model_says_where_each_column_comes_from_and_what_it_feeds(fraud_pages: dict[str, Page]) -> None:
    page = fraud_pages["models/payments_clean/index.md"]
    row = next(each.html for each in page.sections if each.id == "columns").split('<tr id="column-amount_cents">')[1].split("</tr>")[0]
    links = [element.attributes["href"] for element in html_of.elements(row) if element.tag == "a"]
    assert "../../sources/card_payments_raw/index.html#column-amount_cents" in links
    assert "../../sources/card_payments_raw/index.html#column-status" in links
    assert "../../models/fraud_events/index.html#column-score" in links
    said = html_of.text(row)
    assert "amount_cents confidential" in said
    assert "BIGINT" in said
    assert "decided by 1" in said
    assert "fraud_events.score computed" in said
    assert "customer_spend v2.total_cents aggregated" in said


@pytest.mark.parametrize(
    ("uri", "id_", "expected"),
    [
        ("models/payments_clean/index.md", "sql", "FROM {{ source(\"card_payments_raw\") }} WHERE status IN ('AUTHORIZED', 'CAPTURED')"),
        ("models/payments_clean/index.md", "tests", "payments_quality continuous unique_key max_lag"),
        ("models/payments_clean/index.md", "readers", "fraud_model_training ml training team-fraud amount_cents card_number payment_id"),
        ("models/payments_clean/index.md", "access-and-masks", "mask card_number partial support analytics"),
        ("models/payments_clean/index.md", "configuration", "Kafka topic payments.clean.v1 AVRO schema payments.clean.v1-value"),
        ("models/payments_clean/index.md", "configuration", "ACL, allow User:fraud-engine read topic payments.clean.v1"),
        ("models/payments_clean/index.md", "configuration", "not deployed The mask of card_number needs a Gateway. Declare runtime.conduktor."),
        ("models/fraud_events/index.md", "streaming", "Changelog append Time attributes event_time rowtime Deterministic yes Keeps state for Bounded by temporal join watermark of payments_clean"),
        ("models/fraud_events/index.md", "readers", "fraud_events_to_snowflake sink team-data all"),
        ("models/customer_spend-v1/index.md", "versions", "customer_spend v1 deprecated 2027-03-01 this page customer_spend v2 latest"),
        ("models/customer_spend-v1/index.md", "findings", "Model 'customer_spend' v1 is deprecated on 2027-03-01"),
        ("models/payments_clean_dlq/index.md", "columns", "payload unknown"),
        ("models/payments_clean_dlq/index.md", "columns", "not listed here are unknown, not absent"),
        ("models/fraud_events_to_snowflake/index.md", "configuration", "snowflake.private.key: ${SNOWFLAKE_KEY}"),
        ("sources/card_payments_raw/index.md", "access-and-masks", "deny marketing"),
        ("sources/card_payments_raw/index.md", "columns", "card_number highly sensitive The primary account number."),
        ("tests/payments_quality/index.md", "assertions", "unique key key payment_id window 15 minutes"),
        ("tests/payments_quality/index.md", "on-failure", "channel: '#fraud-alerts'"),
        ("exposures/fraud_scoring/index.md", "reads", "fraud_events payment_id score decision"),
        ("exposures/fraud_scoring/index.md", "service-level", "availability 99.9%"),
        ("exposures/fraud_scoring/index.md", "access", "roles fraud-engine"),
        ("exposures/fraud_dashboard/index.md", "reads", "customer_spend v2 not said, so all of them"),
        ("exposures/payments_api/index.md", "writes", "card_payments_raw"),
        ("owners/team-fraud/index.md", "owns", "fraud_scoring exposure application fraud team-fraud Blocks payments in flight."),
        ("tags/pii/index.md", "members", "customer_profile"),
        ("governance/index.md", "classified-columns", "payments_clean.card_number highly sensitive after card_payments_raw.card_number partial for support, analytics fraud_model_training"),
        ("governance/index.md", "classified-columns", "customers_cdc.full_name sensitive none nobody declared"),
        ("governance/index.md", "access", "payments_clean allow fraud-engine payments-core fraud_detection"),
    ],
)  # fmt: skip
def test_a_section_says(fraud_pages: dict[str, Page], uri: str, id_: str, expected: str) -> None:
    assert expected in section(fraud_pages[uri], id_)


def test_a_reader_of_some_columns_is_no_reader_of_the_others(fraud_pages: dict[str, Page]) -> None:
    said = section(fraud_pages["governance/index.md"], "classified-columns")
    assert "fraud_events.risk_level confidential none fraud_events_to_snowflake" in said


def test_a_contact_and_the_way_to_access(fraud_pages: dict[str, Page]) -> None:
    links = {element.attributes.get("href") for element in html_of.elements(fraud_pages["models/fraud_events/index.md"].lead)}
    assert {"mailto:fraud@example.com", "https://access.example.com/fraud"} <= links


def test_what_a_search_finds_a_model_by(fraud_pages: dict[str, Page]) -> None:
    (_, about), (where, columns) = fraud_pages["sources/customers_cdc/index.md"].found_by
    assert about == "source · cdc · Customer master data, change by change. · team-data · customers · pii · crm.customers.cdc"
    assert where == "columns"
    assert "customer_email Where receipts go." in columns


def shuffled(made: Manifest) -> Manifest:
    data = made.model_dump(mode="json", by_alias=True)
    for name in ("sources", "models", "tests", "exposures", "findings"):
        random.Random(7).shuffle(data[name])
    random.Random(7).shuffle(data["dag"]["edges"])
    return Manifest.model_validate(data)


def test_the_order_in_a_manifest_changes_no_byte() -> None:
    assert site([fraud()]) == site([shuffled(fraud())])


def test_long_lists_are_cut_into_pages() -> None:
    pages = {page.uri: page for page in site([many(600)]).pages}
    assert {"models/index.md", "models/page/2/index.md", "models/page/3/index.md"} <= pages.keys()
    assert "models/page/4/index.md" not in pages
    assert max(len(html(page)) for page in pages.values()) < 200_000
    assert sum(html(pages[uri]).count("<tr>") - 1 for uri in pages if uri.startswith("models/page/") or uri == "models/index.md") == 600


def test_an_empty_project_has_its_pages() -> None:
    pages = {page.uri: page for page in site([manifest()]).pages}
    assert "None: the project lints clean." in words(pages["findings/index.md"])
    assert "0 models" in words(pages["index.md"])


def test_the_small_graph_says_how_much_it_leaves_out() -> None:
    readers = [model(f"reader_{number:02}", [], ["source:hub"]) for number in range(40)]
    found = catalog([manifest(sources=[source("hub", [])], models=readers)])
    picture = drawing(found, found.entries["source:hub"])
    assert picture is not None
    assert (picture.above, picture.below, picture.left_out) == (0, 40, 34)
    assert [box.label for box in picture.boxes][-1] == "34 more"


def test_a_node_that_stands_alone_has_no_graph() -> None:
    found = catalog([manifest(sources=[source("alone", [])])])
    assert drawing(found, found.entries["source:alone"]) is None


def test_a_project_that_reads_in_a_circle_is_drawn() -> None:
    pages = site([manifest(models=[model("a", [], ["model:b"]), model("b", [], ["model:a"])])]).pages
    assert "models/a/index.md" in {page.uri for page in pages}


def test_several_projects_in_one_site() -> None:
    made = site([fraud("a"), fraud("b")])
    assert made.title == "Data catalog"
    assert {"models/a-payments_clean/index.md", "models/b-payments_clean/index.md"} <= {page.uri for page in made.pages}


def test_the_site_says_what_could_not_be_resolved_and_which_edges_are_not_proven() -> None:
    unsure = {**column("page", "STRING"), "lineage": [{"column": "column:source:feed.page", "kind": "identity", "certainty": "structural"}]}
    made = manifest(
        sources=[source("feed", [column("page", "UNKNOWN")])],
        models=[model("named", [unsure], ["source:feed"]), model("lost", [], ["source:feed"])],
        lineage={"queries": 2, "unresolved": ["model:lost"], "edges": {"structural": 1}},
    )
    pages = {page.uri: page for page in site([made]).pages}
    lineage = words(pages["lineage/index.md"])
    assert "1 of 2 queries could not be resolved, so lineage may be missing there: lost." in lineage
    assert "1 of 1 edges between columns is not proven." in lineage
    assert "queries that could be resolved 50 % 1 of 2" in section(pages["index.md"], "coverage")
    assert 'class="st-guess"' in html(pages["models/named/index.md"])
