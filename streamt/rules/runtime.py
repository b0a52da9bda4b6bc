"""What a project uses must be configured under `runtime:`."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.project.model import Model, Source, Test
from streamt.rules.places import sql_span
from streamt.rules.rule import Finding, place_of, rule
from streamt.sql.gateway import GatewayRefusal


@rule("runtime.flink_missing", on=Model)
def flink_missing(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model transforms data, and no Flink is configured to do it.

    **Why.** A transformation runs on Flink or, where it keeps no state and the SQL allows it, on a Conduktor Gateway.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, flink: {rest_url: 'http://localhost:8081'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    """
    runtime = see.project.runtime
    if runtime.flink_clusters or not see.runs_on_flink(model):
        return
    yield Finding(
        place_of(model, "materialized"), f"Model '{model.name}' needs Flink, and no Flink is configured",
        help="Add `runtime.flink` (rest_url, sql_gateway_url); or, for SQL without state, a Gateway under `runtime.conduktor`.",
    )  # fmt: skip


@rule("runtime.gateway_missing", on=Model)
def gateway_missing(model: Model, see: Analysis) -> Iterator[Finding]:
    """A virtual topic is declared, and no Gateway is configured to serve it.

    **Why.** A virtual topic exists only in a Conduktor Gateway.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, materialized: virtual_topic, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, materialized: topic, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    """
    if see.materialized(model) == "virtual_topic" and not see.project.runtime.has_gateway:
        yield Finding(
            place_of(model, "materialized"), f"Model '{model.name}' is a virtual topic, and no Gateway is configured",
            help="Add `runtime.conduktor.gateway`; or leave `materialized` out (or `topic`), and Flink fills a real topic.",
        )  # fmt: skip


@rule("runtime.gateway_sql", on=Model)
def gateway_sql(model: Model, see: Analysis) -> Iterator[Finding]:
    """A virtual topic's SQL is more than the Gateway can run.

    **Why.** The Gateway runs a projection (of JSON) and a WHERE of comparisons and REGEXP joined by AND; `IN` over text literals
    is rewritten to that. Everything else needs Flink.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, conduktor: {proxy_url: 'http://localhost:8888'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, materialized: virtual_topic, sql: 'SELECT UPPER(id) AS id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, conduktor: {proxy_url: 'http://localhost:8888'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, materialized: virtual_topic, sql: "SELECT id FROM {{ source('payments') }} WHERE id <> ''"}
    ```
    """
    found = see.gateway.get(model.id)
    if see.materialized(model) == "virtual_topic" and isinstance(found, GatewayRefusal) and see.project.runtime.has_gateway:
        yield Finding(
            sql_span(model, see, found.start, found.end), f"The Gateway cannot run this: {found.reason}",
            help="Leave `materialized` out (or `topic`), and Flink runs it into a real topic; or simplify the SQL.",
        )  # fmt: skip


@rule("runtime.connect_missing", on=Model)
def connect_missing(model: Model, see: Analysis) -> Iterator[Finding]:
    """A sink is declared, and no Kafka Connect is configured to run it.

    **Why.** A sink is a connector.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: out, from: [{source: payments}], sink: {connector: jdbc-sink, config: {connection.url: 'jdbc:postgresql://db/x'}}}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, connect: {rest_url: 'http://localhost:8083'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: out, from: [{source: payments}], sink: {connector: jdbc-sink, config: {connection.url: 'jdbc:postgresql://db/x'}}}
    ```
    """
    if see.materialized(model) == "sink" and not see.project.runtime.connect_clusters:
        yield Finding(
            place_of(model, "sink"), f"Model '{model.name}' is a sink, and no Kafka Connect is configured",
            help="Add `runtime.connect` with its rest_url.",
        )  # fmt: skip


@rule("runtime.continuous_test", on=Test)
def continuous_test(test: Test, see: Analysis) -> Iterator[Finding]:
    """A continuous test is declared, and no Flink is configured to run it.

    **Why.** A continuous test is a Flink job that watches every record.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: continuous, assertions: [{not_null: {columns: [id]}}]}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: sample, sample_size: 100, assertions: [{not_null: {columns: [id]}}]}
    ```
    """
    if test.type == "continuous" and not see.project.runtime.flink_clusters:
        yield Finding(
            place_of(test, "type"), f"Test '{test.name}' is continuous, and no Flink is configured to run it",
            help="Add `runtime.flink`, or make it `type: sample`.",
        )  # fmt: skip


@rule("runtime.registry_missing", on=Source)
def source_registry(source: Source, see: Analysis) -> Iterator[Finding]:
    """A source's schema is in a registry, and no schema registry is configured.

    **Why.** Avro and Protobuf records name their schema by the registry's id: nobody can read them without it.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, schema: {format: avro}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, schema_registry: {url: 'http://localhost:8081'}}
    sources:
      - {name: payments, topic: payments.v1, schema: {format: avro}, columns: [{name: id, type: STRING}]}
    ```
    """
    yield from _registry(source, see)


@rule("runtime.model_registry_missing", on=Model)
def model_registry(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model's records need a schema registry, and none is configured.

    **Why.** Avro and Protobuf records name their schema by the registry's id: nobody can write them without it.

    Bad:
    ```yaml
    models:
      - {name: failed, schema: {format: avro}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    models:
      - {name: failed, schema: {format: json}, columns: [{name: id, type: STRING}]}
    ```
    """
    yield from _registry(model, see)


def _registry(node: Source | Model, see: Analysis) -> Iterator[Finding]:
    schema = node.schema
    if schema is None or see.project.runtime.has_registry:
        return
    if schema.registry is not None or "avro" in schema.format or schema.format == "protobuf":
        why = f"subject '{schema.subject}'" if schema.registry and schema.subject else f"format {schema.format}"
        yield Finding(
            schema.place, f"{node.id} needs a schema registry ({why}), and none is configured",
            help="Add `runtime.schema_registry` with its url.",
        )  # fmt: skip
