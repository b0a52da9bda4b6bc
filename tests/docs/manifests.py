"""Manifests to make sites of: the card-fraud story, a catalog of any size, and one written by an attacker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamt.manifest import io
from streamt.manifest.model import Manifest


def manifest(**parts: Any) -> Manifest:
    """A manifest of the given parts, with nodes and edges of the DAG made from what the nodes say."""
    data: dict[str, Any] = {
        "manifest_version": 1,
        "streamt_version": "0.1.0",
        "project": "fraud-detection",
        "environment": "standalone",
        "compiled_at": "2026-01-01T00:00:00Z",
        **parts,
    }
    data["dag"] = {"nodes": list(_dag_nodes(data)), "edges": list(_dag_edges(data))}
    return io.sealed(Manifest.model_validate(data))


def _dag_nodes(data: dict[str, Any]) -> Iterator[dict[str, str]]:
    for kind in ("source", "model", "test", "exposure"):
        for node in data.get(f"{kind}s", ()):
            yield {"id": node["id"], "kind": kind, "name": node["name"]}


def _dag_edges(data: dict[str, Any]) -> Iterator[dict[str, str]]:
    for model in data.get("models", ()):
        for upstream in model.get("from", ()):
            yield {"from": upstream, "to": model["id"], "kind": "reads", "certainty": "proven"}
    for test in data.get("tests", ()):
        yield {"from": test["model"], "to": test["id"], "kind": "tests", "certainty": "proven"}
        for action in (test.get("on_failure") or {}).get("actions", ()):
            if "dlq" in action:
                yield {"from": test["id"], "to": f"model:{action['dlq']['model']}", "kind": "dlq", "certainty": "proven"}
    for exposure in data.get("exposures", ()):
        for read in exposure.get("consumes", ()):
            yield {"from": read["node"], "to": exposure["id"], "kind": "consumes", "certainty": "proven"}
        for written in exposure.get("produces", ()):
            yield {"from": exposure["id"], "to": written["node"], "kind": "produces", "certainty": "proven"}


def column(name: str, type_: str, *lineage: tuple[str, str] | str, **more: Any) -> dict[str, Any]:
    """`lineage`: `source:s.c`, or that and the kind of its edge."""
    pairs = [(each, "identity") if isinstance(each, str) else each for each in lineage]
    edges = [{"column": f"column:{far}", "kind": kind} for far, kind in pairs]
    return {"name": name, "type": type_, "lineage": edges, **more}


def influence(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"column": f"column:{far}", "kind": kind} for far, kind in pairs]


def source(name: str, columns: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": f"source:{name}", "name": name, "path": "sources/payments.yml", "line": 3, "kind": "source",
        "columns": columns, "columns_complete": True, **more,
    }  # fmt: skip


def model(name: str, columns: list[dict[str, Any]], reads: list[str], **more: Any) -> dict[str, Any]:
    version = more.get("version")
    return {
        "id": f"model:{name}" + (f"@v{version}" if version else ""), "name": name, "path": f"models/{name}.yml", "line": 2,
        "kind": "model", "columns": columns, "columns_complete": True, "from": reads, "materialized": "flink",
        "materialized_because": "declared", **more,
    }  # fmt: skip


def check(name: str, of: str, type_: str, assertions: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": f"test:{name}", "name": name, "path": "tests/payments.yml", "line": 2, "kind": "test", "model": of,
        "type": type_, "assertions": assertions, **more,
    }  # fmt: skip


def exposure(name: str, type_: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"exposure:{name}", "name": name, "path": "exposures/apps.yml", "line": 2, "kind": "exposure", "type": type_,
        **more,
    }  # fmt: skip


RAW = "source:card_payments_raw"
CUSTOMERS = "source:customers_cdc"
CLEAN = "model:payments_clean"
PROFILE = "model:customer_profile"

CLEAN_SQL = """\
SELECT
  payment_id,
  customer_id,
  amount_cents,
  currency,
  merchant_id,
  card_number,
  event_time
FROM {{ source("card_payments_raw") }}
WHERE status IN ('AUTHORIZED', 'CAPTURED')
"""

EVENTS_SQL = """\
-- Customers arrive as updates: each payment meets the profile that was valid when it happened.
SELECT
  p.payment_id,
  p.customer_id,
  p.amount_cents,
  c.risk_level,
  CASE WHEN p.amount_cents > 100000 AND c.risk_level = 'HIGH' THEN 0.9 ELSE 0.1 END AS score,
  CASE WHEN p.amount_cents > 100000 AND c.risk_level = 'HIGH' THEN 'BLOCK' ELSE 'ALLOW' END AS decision,
  p.event_time
FROM {{ ref("payments_clean") }} AS p

JOIN {{ ref("customer_profile") }} FOR SYSTEM_TIME AS OF p.event_time AS c
  ON p.customer_id = c.customer_id
"""


def fraud(project: str = "fraud-detection") -> Manifest:
    """The card-fraud story as a compile of examples/fraud would write it, shortened."""
    return manifest(
        project=project,
        version="1.2.0",
        description="Scores card payments **while they happen** and keeps the evidence.",
        owners={
            "team-payments": {"contact": "payments@example.com", "slack": "#team-payments"},
            "team-fraud": {
                "contact": "fraud@example.com",
                "slack": "#team-fraud",
                "access_request": "https://access.example.com/fraud",
            },
            "team-data": {"contact": "data@example.com"},
        },
        sources=_fraud_sources(),
        models=_fraud_models(),
        tests=_fraud_tests(),
        exposures=_fraud_exposures(),
        findings=_fraud_findings(),
        artifacts=_fraud_artifacts(),
    )


def _fraud_sources() -> list[dict[str, Any]]:
    payments = [
        column("payment_id", "STRING", nullable=False, description="One authorisation or capture."),
        column("customer_id", "STRING", nullable=False, classification="internal"),
        column("card_number", "STRING", classification="highly_sensitive", description="The primary account number."),
        column("amount_cents", "BIGINT", classification="confidential"),
        column("currency", "STRING"),
        column("merchant_id", "STRING"),
        column("status", "STRING", description="`AUTHORIZED`, `CAPTURED`, `DECLINED` or `REFUNDED`"),
        column("event_time", "TIMESTAMP(3)", description="When the card was used."),
    ]
    customers = [
        column("customer_id", "STRING", nullable=False, primary_key=True),
        column("full_name", "STRING", classification="sensitive"),
        column("customer_email", "STRING", classification="sensitive", description="Where receipts go."),
        column("risk_level", "STRING", classification="confidential"),
        column("updated_at", "TIMESTAMP(3)"),
    ]
    return [
        source(
            "card_payments_raw", payments, description="Raw payment events from the card gateway, *as they arrive*.",
            topic="payments.raw.v1", owner="team-payments", tags=["payments", "pci"], domain="payments",
            freshness={"max_lag_seconds": 60}, key=["payment_id"], schema={"format": "avro"},
            event_time={"column": "event_time", "watermark": {"max_out_of_orderness_ms": 5000}},
            security={"policies": [{"deny": {"roles": ["marketing"]}}]},
        ),
        source(
            "customers_cdc", customers, description="Customer master data, change by change.", topic="crm.customers.cdc",
            owner="team-data", tags=["pii"], domain="customers", changelog="cdc", key=["customer_id"],
            schema={"format": "debezium-json"},
        ),
    ]  # fmt: skip


def _fraud_models() -> list[dict[str, Any]]:
    status = influence((f"{RAW}.status", "filter"))
    clean = [
        column(name, type_, f"{RAW}.{name}", influenced_by=status, **more)
        for name, type_, more in (
            ("payment_id", "STRING", {"nullable": False, "description": "One authorisation or capture."}),
            ("customer_id", "STRING", {"classification": "internal", "classification_from": f"column:{RAW}.customer_id"}),
            ("amount_cents", "BIGINT", {"classification": "confidential", "classification_from": f"column:{RAW}.amount_cents"}),
            ("currency", "STRING", {}),
            ("merchant_id", "STRING", {}),
            ("card_number", "STRING", {"classification": "highly_sensitive", "classification_from": f"column:{RAW}.card_number"}),
            ("event_time", "TIMESTAMP(3)", {"description": "When the card was used."}),
        )
    ]  # fmt: skip
    profile = [
        column("customer_id", "STRING", f"{CUSTOMERS}.customer_id", nullable=False),
        column("risk_level", "STRING", f"{CUSTOMERS}.risk_level", classification="confidential"),
        column("email_domain", "STRING", (f"{CUSTOMERS}.customer_email", "transform"), classification="sensitive"),
        column("updated_at", "TIMESTAMP(3)", f"{CUSTOMERS}.updated_at"),
    ]
    joined = influence((f"{CLEAN}.customer_id", "join_key"), (f"{PROFILE}.customer_id", "join_key"))
    amount, risk = (f"{CLEAN}.amount_cents", "transform"), (f"{PROFILE}.risk_level", "transform")
    events = [
        column("payment_id", "STRING", f"{CLEAN}.payment_id", influenced_by=joined, nullable=False),
        column("customer_id", "STRING", f"{CLEAN}.customer_id", influenced_by=joined),
        column("amount_cents", "BIGINT", f"{CLEAN}.amount_cents", influenced_by=joined, classification="confidential"),
        column("risk_level", "STRING", f"{PROFILE}.risk_level", influenced_by=joined, classification="confidential"),
        column("score", "DECIMAL(2, 1)", amount, risk, influenced_by=joined, nullable=False, description="0 is harmless, 1 is fraud."),
        column("decision", "STRING", amount, risk, influenced_by=joined, nullable=False),
        column("event_time", "TIMESTAMP(3)", f"{CLEAN}.event_time", influenced_by=joined),
    ]  # fmt: skip
    spend = [
        column("customer_id", "STRING", f"{CLEAN}.customer_id"),
        column("window_start", "TIMESTAMP(3)", (f"{CLEAN}.event_time", "transform")),
        column("total_cents", "BIGINT", (f"{CLEAN}.amount_cents", "aggregate"), classification="confidential"),
        column("payments", "BIGINT", description="How many in the window."),
    ]
    spend_v2 = [*spend, column("merchants", "BIGINT", (f"{CLEAN}.merchant_id", "aggregate"))]
    scores = [column(each["name"], each["type"], f"model:fraud_events.{each['name']}") for each in events]
    dlq = [column("payload", "UNKNOWN"), column("failed_tests", "UNKNOWN")]
    compiled = CLEAN_SQL.replace('{{ source("card_payments_raw") }}', "`card_payments_raw`")
    return [
        model(
            "payments_clean", clean, [RAW], domain="payments", description="Payments that count: authorised or captured.\n\nDuplicates of the gateway are **still in here**.",
            owner="team-payments", tags=["payments", "pci"], materialized="topic", key=["payment_id"], sql=CLEAN_SQL, compiled_sql=compiled,
            materialized_because="stateless SQL and no Gateway in this environment", access="public",
            topic={"name": "payments.clean.v1", "partitions": 12, "replication_factor": 3, "config": {"retention.ms": "604800000"}},
            streaming={"changelog_mode": "append", "time_attributes": {"event_time": "rowtime"}, "deterministic": True},
            security={"classification": {"card_number": "highly_sensitive"}, "policies": [
                {"mask": {"column": "card_number", "method": "partial", "for_roles": ["support", "analytics"]}},
                {"allow": {"roles": ["fraud-engine", "payments-core"], "purpose": "fraud_detection"}}]},
        ),
        model(
            "customer_profile", profile, [CUSTOMERS], domain="customers", description="The latest state of each customer.", owner="team-data",
            tags=["pii"], key=["customer_id"], sql='SELECT customer_id, risk_level, SPLIT_INDEX(customer_email, \'@\', 1) AS email_domain, updated_at\nFROM {{ source("customers_cdc") }}\n',
            topic={"name": "customer_profile", "partitions": 6, "replication_factor": 3},
            streaming={"changelog_mode": "upsert", "upsert_keys": [["customer_id"]], "state": [{"operator": "changelog normalize", "bounded_by": "keys: customer_id"}], "deterministic": True},
        ),
        model(
            "fraud_events", events, [CLEAN, PROFILE], domain="fraud", description="Every payment with the profile of its customer, a score and a decision.", owner="team-fraud",
            tags=["critical"], key=["payment_id"], sql=EVENTS_SQL, compiled_sql=EVENTS_SQL.replace("{{ ref(\"payments_clean\") }}", "`payments_clean`"), materialized_because="stateful SQL: temporal join",
            topic={"name": "fraud.events.v1", "partitions": 12, "replication_factor": 3}, flink={"parallelism": 4, "checkpoint_interval_ms": 60000},
            streaming={"changelog_mode": "append", "time_attributes": {"event_time": "rowtime"}, "state": [{"operator": "temporal join", "bounded_by": "watermark of payments_clean"}], "deterministic": True},
        ),
        model("customer_spend", spend, [CLEAN], version=1, latest=False, domain="fraud", description="Spend per customer in five minutes.", owner="team-fraud",
              deprecation_date="2027-03-01", sql="SELECT customer_id, window_start, SUM(amount_cents) AS total_cents, COUNT(*) AS payments\nFROM TABLE(TUMBLE(TABLE {{ ref(\"payments_clean\") }}, DESCRIPTOR(event_time), INTERVAL '5' MINUTE))\nGROUP BY customer_id, window_start, window_end\n",
              topic={"name": "customer_spend.v1", "partitions": 6}, streaming={"changelog_mode": "append", "state": [{"operator": "window aggregate", "bounded_by": "window of 5 minutes"}]}),
        model("customer_spend", spend_v2, [CLEAN], version=2, domain="fraud", description="Spend and merchants per customer in five minutes.", owner="team-fraud",
              sql="SELECT customer_id, window_start, SUM(amount_cents) AS total_cents, COUNT(*) AS payments, COUNT(DISTINCT merchant_id) AS merchants\nFROM TABLE(TUMBLE(TABLE {{ ref(\"payments_clean\") }}, DESCRIPTOR(event_time), INTERVAL '5' MINUTE))\nGROUP BY customer_id, window_start, window_end\n",
              topic={"name": "customer_spend.v2", "partitions": 6}, streaming={"changelog_mode": "append", "state": [{"operator": "window aggregate", "bounded_by": "window of 5 minutes"}]}),
        model("fraud_events_to_snowflake", scores, ["model:fraud_events"], domain="fraud", description="Fraud events in the warehouse.", owner="team-data", materialized="sink",
              materialized_because="declared", sink={"connector": "snowflake-sink", "config": {"snowflake.database.name": "ANALYTICS", "snowflake.private.key": "${SNOWFLAKE_KEY}"}}),
        model("payments_clean_dlq", dlq, [], domain="payments", description="Records that failed `payments_quality`.", owner="team-payments", materialized="topic", columns_complete=False,
              topic={"name": "payments.clean.dlq.v1", "partitions": 3}),
    ]  # fmt: skip


def _fraud_tests() -> list[dict[str, Any]]:
    on_failure = {
        "severity": "error",
        "actions": [{"alert": {"type": "slack", "channel": "#fraud-alerts"}}, {"dlq": {"model": "payments_clean_dlq"}}],
    }
    return [
        check("payments_schema", CLEAN, "schema", [{"not_null": {"columns": ["payment_id", "event_time"]}}, {"accepted_types": {"amount_cents": "BIGINT"}}], owner="team-payments"),
        check("payments_quality", CLEAN, "continuous", [{"unique_key": {"key": "payment_id", "window": "15 minutes", "tolerance": 0}}, {"max_lag": {"column": "event_time", "max_seconds": 300}}],
             description="Duplicates and late events, as they happen.", owner="team-payments", on_failure=on_failure),
        check("events_sample", "model:fraud_events", "sample", [{"range": {"column": "score", "min": 0, "max": 1}}, {"accepted_values": {"column": "decision", "values": ["ALLOW", "BLOCK"]}}], sample_size=1000),
        check("raw_schema", RAW, "schema", [{"not_null": {"columns": ["payment_id"]}}]),
    ]  # fmt: skip


def _fraud_exposures() -> list[dict[str, Any]]:
    return [
        exposure("payments_api", "application", role="producer", owner="team-payments", domain="payments", description="Takes card payments.", language="java",
                 repo="https://git.example.com/payments/api", produces=[{"node": RAW}], sla={"max_produce_latency_ms": 50}),
        exposure("fraud_scoring", "application", role="consumer", owner="team-fraud", domain="fraud", description="Blocks payments in flight.", consumer_group="fraud-scoring", principal="User:fraud-scoring",
                 consumes=[{"node": "model:fraud_events", "columns": ["payment_id", "score", "decision"]}], access={"roles": ["fraud-engine"], "purpose": "fraud_detection"}, sla={"max_end_to_end_latency_ms": 800, "availability": "99.9%"}, contracts={"schema": "strict", "compatibility": "backward"}),
        exposure("fraud_dashboard", "dashboard", owner="team-data", domain="fraud", tool="Grafana", url="https://grafana.example.com/d/fraud", description="What was blocked, and where.",
                 consumes=[{"node": "model:customer_spend@v2"}, {"node": "model:fraud_events", "columns": ["decision", "event_time"]}], freshness={"max_lag_minutes": 5}),
        exposure("fraud_model_training", "ml_training", owner="team-fraud", domain="fraud", schedule="daily", risk_level="high", use_case="Card fraud", description="Learns from what was confirmed.",
                 consumes=[{"node": CLEAN, "columns": ["payment_id", "card_number", "amount_cents"]}], access={"roles": ["analytics"]}, data_requirements={"history_days": 365, "minimum_records": 1000000}),
    ]  # fmt: skip


def _fraud_findings() -> list[dict[str, Any]]:
    return [
        {"rule": "models.deprecated_read", "severity": "warning", "message": "Model 'customer_spend' v1 is deprecated on 2027-03-01", "path": "models/customer_spend.yml", "line": 4,
         "node": "model:customer_spend@v1", "help": "Move its readers to v2.", "url": "https://example.com/rules/models.deprecated_read"},
        {"rule": "sources.require_freshness", "severity": "warning", "message": "Source 'customers_cdc' declares no freshness", "path": "sources/customers.yml", "line": 2,
         "node": "source:customers_cdc", "expected": "freshness", "got": "none", "help": "Add `freshness: {max_lag_seconds: ..}`.", "url": "https://example.com/rules/sources.require_freshness"},
    ]  # fmt: skip


def _fraud_artifacts() -> dict[str, Any]:
    return {
        "topics": [{"name": "payments.clean.v1", "cluster": None, "node": CLEAN, "partitions": 12, "replication_factor": 3}],
        "schemas": [{"subject": "payments.clean.v1-value", "node": CLEAN, "role": "value", "type": "AVRO", "definition": "{}"}],
        "flink_jobs": [{"name": "fraud-detection.fraud_events", "node": "model:fraud_events", "cluster": None, "version": "2.2", "insert": "", "script": "", "fingerprint": ""}],
        "acls": [{"cluster": None, "node": CLEAN, "principal": "User:fraud-engine", "resource_type": "topic", "resource": "payments.clean.v1", "operation": "read", "permission": "allow"}],
        "refusals": [{"name": "mask payments_clean.card_number", "node": CLEAN, "what": "The mask of card_number needs a Gateway", "help": "Declare runtime.conduktor."}],
        "connectors": [{"name": "fraud-detection.fraud_events_to_snowflake", "node": "model:fraud_events_to_snowflake", "cluster": None, "config": {}}],
    }  # fmt: skip


DOMAINS = ("payments", "customers", "fraud", "orders", "shipping", "catalog", "marketing", "finance")
LAYERS = 6


def many(models: int) -> Manifest:
    """A company's catalog: eight domains, layers from raw to served, joins across domains, a source, a test and an exposure
    for every so many models."""
    sources = [_many_source(number) for number in range(max(1, models // 10))]
    made: list[dict[str, Any]] = []
    for number in range(models):
        made.append(_many_model(number, models, len(sources)))
    tests = [check(f"check_{number}", made[number]["id"], "schema", [{"not_null": {"columns": ["id"]}}]) for number in range(0, models, 3)]
    exposures = [
        exposure(f"service_{number}", "application", role="consumer", owner=f"team-{number % 40}", domain=DOMAINS[number % 8], consumes=[{"node": made[-1 - number * 5 % models]["id"]}])
        for number in range(max(1, models // 20))
    ]  # fmt: skip
    findings = [
        {"rule": "models.require_tests", "severity": "warning", "message": f"Model '{made[number]['name']}' has no test", "path": made[number]["path"], "line": 2, "node": made[number]["id"], "url": "https://example.com/rules/models.require_tests"}
        for number in range(1, models, 20)
    ]  # fmt: skip
    owners = {f"team-{number}": {"contact": f"team-{number}@example.com"} for number in range(40)}
    return manifest(project="company", sources=sources, models=made, tests=tests, exposures=exposures, findings=findings, owners=owners)


FIELDS = ("id", "customer_id", "amount_cents", "currency", "status", "region", "event_time", "updated_at")


def _many_source(number: int) -> dict[str, Any]:
    columns = [column(name, "STRING", description=f"The {name} of a record.") for name in FIELDS]
    domain = DOMAINS[number % 8]
    return source(f"{domain}_raw_{number}", columns, topic=f"{domain}.raw.{number}", owner=f"team-{number % 40}", domain=domain, description=f"What system {number} of {domain} sends.")


def _many_model(number: int, models: int, sources: int) -> dict[str, Any]:
    per_layer = max(1, models // LAYERS)
    layer, domain = number // per_layer, DOMAINS[number % 8]
    first = (layer - 1) * per_layer
    name = f"{domain}_{('clean', 'joined', 'keyed', 'windowed', 'scored', 'served')[min(layer, 5)]}_{number}"

    def upstream(at: int) -> str:
        # Four reads of five stay in the domain, as they do where domains mean something.
        place = at % per_layer
        if number % 5:
            place -= (first + place - number) % 8
        before = first + (place if place >= 0 else min(place + 8, per_layer - 1))
        earlier = before // per_layer
        return f"model:{DOMAINS[before % 8]}_{('clean', 'joined', 'keyed', 'windowed', 'scored', 'served')[min(earlier, 5)]}_{before}"

    if layer == 0:
        reads = [f"source:{DOMAINS[number % sources % 8]}_raw_{number % sources}"]
    else:
        reads = sorted({upstream(number - first), *([upstream(number * 7 + 3)] if number % 3 == 0 else [])})
    columns = [column(name_, "STRING", f"{reads[0]}.{name_}", description=f"The {name_} of a record.") for name_ in FIELDS]
    columns.append(column("measure", "BIGINT", (f"{reads[-1]}.amount_cents", "aggregate")))
    selected = ",\n  ".join(FIELDS)
    return model(
        name, columns, reads, domain=domain, owner=f"team-{number % 40}", tags=[f"tier-{number % 4}"],
        description=f"Layer {layer} of {domain}, number {number}.", topic={"name": f"{domain}.{name}", "partitions": 6},
        sql=f'SELECT\n  {selected}\nFROM {{{{ ref("{reads[0].partition(":")[2]}") }}}}\nWHERE status IS NOT NULL\n',
        streaming={"changelog_mode": "append", "deterministic": True},
    )  # fmt: skip


def hostile() -> Manifest:
    """Every text an attempt to leave the place where it is put: HTML, attributes, scripts, Markdown, templates, URLs, SVG."""
    sources = [
        source(f"s{number}", [column(attack, attack, description=attack, classification=attack)], description=attack, owner=attack,
               tags=[attack], domain=attack, topic=attack, path=attack, region=attack, key=[attack], freshness={attack: attack},
               security={"policies": [{"mask": {"column": attack, "method": attack, "for_roles": [attack]}}, {"allow": {"roles": [attack], "purpose": attack}}, {attack: {"roles": [attack]}}]})
        for number, attack in enumerate(ATTACKS)
    ]  # fmt: skip
    models = [
        model(attack, [column(attack, attack, f"source:s{number}.{attack}", expression=attack, influenced_by=influence((f"source:s{number}.{attack}", "filter")))],
              [f"source:s{number}"], id=f"model:{attack}", sql=attack, compiled_sql=f"-- {attack}", materialized_because=attack, description=attack, owner=attack, tags=[attack],
              deprecation_date=attack, group=attack, sink={"connector": attack, "config": {attack: attack}}, topic={"name": attack},
              streaming={"state": [{"operator": attack, "bounded_by": attack}], "time_attributes": {attack: "rowtime"}, "upsert_keys": [[attack]]})
        for number, attack in enumerate(ATTACKS)
    ]  # fmt: skip
    tests = [check(f"t{number}", f"source:s{number}", "schema", [{attack: {attack: attack}}, {"custom_sql": attack}], description=attack, on_failure={"severity": attack}) for number, attack in enumerate(ATTACKS)]
    exposures = [
        exposure(f"e{number}", "application", url=attack, repo=attack, language=attack, role="both", risk_level=attack, consumes=[{"node": f"source:s{number}", "columns": [attack]}],
                 sla={attack: attack}, access={"roles": [attack]}, data_requirements={attack: [attack]}, audit=attack, owner=attack, description=f"[{attack}]({attack})")
        for number, attack in enumerate(ATTACKS)
    ]  # fmt: skip
    findings = [{"rule": attack, "severity": "error", "message": attack, "url": attack, "path": attack, "line": 1, "node": f"source:s{number}", "help": attack} for number, attack in enumerate(ATTACKS)]
    owners = {attack: {"contact": attack, "slack": attack, "access_request": attack, attack: attack} for attack in ATTACKS}
    return manifest(project=ATTACKS[0], description=ATTACKS[1], owners=owners, sources=sources, models=models, tests=tests, exposures=exposures, findings=findings)


# Each would set window.hacked, open a dialog or show up as markup if it ever ran.
ATTACKS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    "\"><svg onload=window.hacked=3>",
    "' onmouseover='window.hacked=4' x='",
    "javascript:window.hacked=5",
    " jAvAsCrIpT:window.hacked=6",
    "java\tscript:window.hacked=7",
    "data:text/html,<script>window.hacked=8</script>",
    "</script><script>window.hacked=9</script>",
    "</title><script>window.hacked=10</script>",
    "[x](javascript:window.hacked=11)",
    "`</code><script>window.hacked=12</script>`",
    "{{ config }} {% raw %} {{ ''.__class__.__mro__ }}",
    "{: onclick=window.hacked=13 }",
    "\n\n<script>window.hacked=14</script>\n\n",
    "--8<-- \"/etc/passwd\"",
    "</h2><h2 id=\"x\">y</h2>",
    "<!-- --><script>window.hacked=15</script><!--",
    "\u2028\u2029';window.hacked=16;'",
    "&lt;script&gt;window.hacked=17&lt;/script&gt;",
    "https://example.com/\"onclick=\"window.hacked=18",
    "mailto:x@example.com?body=<script>window.hacked=19</script>",
    "*/window.hacked=20;/*",
    "../../../../etc/passwd",
    "x" * 3000,
    "\x00\x1b[31m\u202e",
    "<a href='https://evil.example' style='position:fixed;inset:0'>x</a>",
    "</style><style>*{display:none}",
    "<iframe srcdoc='<script>parent.hacked=21</script>'></iframe>",
    "vbscript:msgbox(1)",
    "#top",
    "..",
    "index",
)
