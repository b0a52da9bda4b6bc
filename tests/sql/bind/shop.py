"""The tables these tests read: a small shop on Kafka."""

from __future__ import annotations

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, QueryFacts, TableDef, analyse_query


def column(text: str) -> ColumnDef:
    """`name TYPE [NOT NULL]`, or `name AS expression`."""
    name, _, rest = text.strip().partition(" ")
    if rest.startswith("AS "):
        return ColumnDef(name, None, expression=rest[3:])
    required = rest.endswith(" NOT NULL")
    return ColumnDef(name, parse_type(rest.removesuffix(" NOT NULL")), not required)


def table(name: str, columns: str, **more: object) -> TableDef:
    return TableDef(name, tuple(column(line) for line in columns.splitlines() if line.strip()), **more)  # type: ignore[arg-type]


ORDERS = table(
    "orders",
    """id BIGINT NOT NULL
    customer STRING
    amount DECIMAL(10, 2)
    items ARRAY<ROW<sku STRING, qty INT>>
    ts TIMESTAMP(3)
    proc AS PROCTIME()""",
    event_time="ts",
)
PAYMENTS = table(
    "payments",
    """order_id BIGINT
    paid DECIMAL(10, 2)
    channel STRING
    ts TIMESTAMP(3)""",
    event_time="ts",
)
CUSTOMERS = table(
    "customers",
    """name STRING NOT NULL
    tier STRING
    since TIMESTAMP(3)""",
    changelog="upsert",
    primary_key=("name",),
    event_time="since",
)
STOCK = table("stock", "sku STRING NOT NULL\non_hand INT", changelog="cdc", primary_key=("sku",))
SHOPS = table("shops", "name STRING NOT NULL\ncity STRING", lookup=True, primary_key=("name",))
CLICKS = table("clicks", "user_id STRING", complete=False)
CATALOG = Catalog({t.name: t for t in (ORDERS, PAYMENTS, CUSTOMERS, STOCK, SHOPS, CLICKS)})


def analysed(sql: str, catalog: Catalog = CATALOG) -> QueryFacts:
    return analyse_query(sql, catalog)


def accepted(sql: str) -> QueryFacts:
    facts = analysed(sql)
    assert facts.problems == ()
    return facts
