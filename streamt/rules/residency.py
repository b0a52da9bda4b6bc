"""Where data may go: regions, and sinks that a model forbids."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import SHORT_NAMES, connector_class
from streamt.graph.graph import reachable
from streamt.project.model import Model, Source
from streamt.rules.rule import Finding, place_of, rule


def cluster_region(node: Source | Model, see: Analysis) -> str | None:
    """Region of the Kafka cluster a node's topic is on; None where the runtime does not say."""
    return see.project.runtime.regions.get(node.cluster or see.project.runtime.default_kafka or "")


@rule("residency.region", on=Model)
def region(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model's data lies in another region than it may.

    **Why.** `region` on a model says where its data has to stay; a Kafka cluster's `region` says where it is. A cluster that
    does not say is not judged.

    Bad:
    ```yaml
    runtime: {kafka: {default: us, clusters: {us: {bootstrap_servers: 'localhost:9092', region: US}}}}
    models:
      - {name: failed, region: EU, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    runtime: {kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'localhost:9092', region: EU}}}}
    models:
      - {name: failed, region: EU, columns: [{name: id, type: STRING}]}
    ```
    """
    where = cluster_region(model, see)
    if model.region is not None and where is not None and where != model.region:
        yield Finding(
            place_of(model, "region"), f"Model '{model.name}' has to stay in {model.region}, and its cluster is in {where}",
            expected=model.region, got=where,
        )  # fmt: skip


@rule("residency.crossing", on=Model)
def crossing(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model takes data out of the region it has to stay in.

    **Why.** What is read from a model or source with a `region` and written on a cluster (or by a model) of another one has left
    it. Only a model that says its own `region` can be held against its readers.

    Bad:
    ```yaml
    runtime:
      kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'e:9092', region: EU}, us: {bootstrap_servers: 'u:9092', region: US}}}
      flink: {rest_url: 'http://localhost:8081'}
    sources:
      - {name: payments, region: EU, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, cluster: us, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    runtime:
      kafka: {default: eu, clusters: {eu: {bootstrap_servers: 'e:9092', region: EU}, us: {bootstrap_servers: 'u:9092', region: US}}}
      flink: {rest_url: 'http://localhost:8081'}
    sources:
      - {name: payments, region: EU, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    """
    goes_to = model.region or cluster_region(model, see)
    for read in see.reads[model.id]:
        node = see.nodes.get(read.target) if read.target else None
        if isinstance(node, (Source, Model)) and node.region and goes_to and goes_to != node.region:
            yield Finding(
                place_of(model, "region"), f"{node.id} has to stay in {node.region}; model '{model.name}' takes it to {goes_to}",
                expected=node.region, got=goes_to,
            )  # fmt: skip


@rule("residency.forbidden_sink", on=Model)
def forbidden_sink(model: Model, see: Analysis) -> Iterator[Finding]:
    """A sink exports what a model upstream forbids it to.

    **Why.** `forbidden_sinks` names connectors (or sink models) that a model's data must never reach, however many models lie
    between.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, flink: {rest_url: 'http://localhost:8081'}, connect: {rest_url: 'http://localhost:8083'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, forbidden_sinks: [snowflake-sink], sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: out, from: [{ref: paid}], sink: {connector: snowflake-sink, config: {}}}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092'}, flink: {rest_url: 'http://localhost:8081'}, connect: {rest_url: 'http://localhost:8083'}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, forbidden_sinks: [snowflake-sink], sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: out, from: [{ref: paid}], sink: {connector: file-sink, config: {}}}
    ```
    """
    if model.sink is None or not _some_forbid(see):
        return
    names = {model.name, model.sink.connector, connector_class(model.sink.connector)}
    for node in sorted(reachable([model.id], see.graph.reads)):
        upstream = see.nodes[node]
        forbidden = upstream.forbidden_sinks if isinstance(upstream, Model) else ()
        found = next((name for name in forbidden if name in names or connector_class(name) in names & _classes()), None)
        if found is not None:
            yield Finding(
                place_of(model, "sink", "connector"), f"{node} must not be exported by '{found}', and sink '{model.name}' does it",
                help="Take another connector, or ask the model's owner.",
            )  # fmt: skip


def _some_forbid(see: Analysis) -> bool:
    return any(model.forbidden_sinks for model in see.project.models)


@lru_cache(maxsize=1)
def _classes() -> frozenset[str | None]:
    return frozenset(kind.class_name for kind in SHORT_NAMES.values())
