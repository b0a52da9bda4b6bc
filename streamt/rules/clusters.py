"""Clusters named by nodes must be configured under `runtime:`."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.closest import did_you_mean
from streamt.project.model import Model, Source, Test
from streamt.rules.rule import Finding, place_of, rule


def _unknown(at_keys: tuple[str, ...], node: Source | Model | Test, name: str | None, known: tuple[str, ...], what: str) -> Iterator[Finding]:
    if name is not None and known and name not in known:
        yield Finding(
            place_of(node, *at_keys), f"Unknown {what} cluster '{name}'", expected=", ".join(known), got=name,
            help=did_you_mean(name, known),
        )  # fmt: skip


@rule("runtime.unknown_cluster", on=Model)
def unknown_cluster(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model names a Kafka, Flink or Connect cluster that the runtime does not have.

    **Why.** Nothing could be deployed there.

    Bad:
    ```yaml
    runtime:
      kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'localhost:9092'}}}
      flink: {rest_url: 'http://localhost:8081'}
    models:
      - {name: failed, cluster: us, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    runtime:
      kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'localhost:9092'}}}
      flink: {rest_url: 'http://localhost:8081'}
    models:
      - {name: failed, cluster: eu, columns: [{name: id, type: STRING}]}
    ```
    """
    runtime = see.project.runtime
    yield from _unknown(("cluster",), model, model.cluster, runtime.kafka_clusters, "Kafka")
    yield from _unknown(("flink_cluster",), model, model.flink_cluster, runtime.flink_clusters, "Flink")
    yield from _unknown(("connect_cluster",), model, model.connect_cluster, runtime.connect_clusters, "Connect")
    if model.allowed_clusters is not None and model.cluster is not None and model.cluster not in model.allowed_clusters:
        yield Finding(
            place_of(model, "cluster"), f"Model '{model.name}' may not be on cluster '{model.cluster}'",
            expected=", ".join(model.allowed_clusters), got=model.cluster,
        )  # fmt: skip


@rule("runtime.source_unknown_cluster", on=Source)
def source_unknown_cluster(source: Source, see: Analysis) -> Iterator[Finding]:
    """A source names a Kafka cluster that the runtime does not have.

    **Why.** Nobody knows where its topic is.

    Bad:
    ```yaml
    runtime: {kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'localhost:9092'}}}}
    sources:
      - {name: payments, cluster: us, topic: payments.v1}
    ```
    Good:
    ```yaml
    runtime: {kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'localhost:9092'}}}}
    sources:
      - {name: payments, cluster: eu, topic: payments.v1}
    ```
    """
    yield from _unknown(("cluster",), source, source.cluster, see.project.runtime.kafka_clusters, "Kafka")


@rule("runtime.test_unknown_cluster", on=Test)
def test_unknown_cluster(test: Test, see: Analysis) -> Iterator[Finding]:
    """A test names a Flink cluster that the runtime does not have.

    **Why.** Nothing could run it.

    Bad:
    ```yaml
    runtime:
      kafka: {bootstrap_servers: 'localhost:9092'}
      flink: {default: a, clusters: {a: {rest_url: 'http://localhost:8081'}}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: continuous, flink_cluster: b, assertions: [{not_null: {columns: [id]}}]}
    ```
    Good:
    ```yaml
    runtime:
      kafka: {bootstrap_servers: 'localhost:9092'}
      flink: {default: a, clusters: {a: {rest_url: 'http://localhost:8081'}}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: continuous, flink_cluster: a, assertions: [{not_null: {columns: [id]}}]}
    ```
    """
    yield from _unknown(("flink_cluster",), test, test.flink_cluster, see.project.runtime.flink_clusters, "Flink")
