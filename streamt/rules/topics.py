"""Topics: one producer each, and what the project asks of them."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import writes_topic
from streamt.placeholders import known
from streamt.project.model import Model, Project, Source
from streamt.rules.rule import Finding, place_of, rule, topic_violation


@rule("topics.single_producer", on=Project)
def single_producer(project: Project, see: Analysis) -> Iterator[Finding]:
    """Two models, or a model and a source, are on one topic.

    **Why.** Two writers of one topic race for keys, order and schema, and nobody is responsible for what is in it. Read it as a
    model (`ref`) instead of declaring it again as a source.

    Bad:
    ```yaml
    models:
      - {name: a, topic: {name: shared}, columns: [{name: id, type: STRING}]}
      - {name: b, topic: {name: shared}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    models:
      - {name: a, topic: {name: a.v1}, columns: [{name: id, type: STRING}]}
      - {name: b, topic: {name: b.v1}, columns: [{name: id, type: STRING}]}
    ```
    """
    owners: dict[tuple[str | None, str], Source | Model] = {}
    for source in project.sources:
        name = known(source.topic) if source.topic else None
        if name is not None:
            owners.setdefault((source.cluster or project.runtime.default_kafka, name), source)
    for model in project.models:
        name = known(model.topic.name)
        if name is None or not (writes_topic(model, see) or see.materialized(model) == "virtual_topic"):
            continue
        place = (model.cluster or project.runtime.default_kafka, name)
        other = owners.setdefault(place, model)
        if other.id != model.id:
            at = other.place.at("name").span
            there = f"{other.id} ({at.path}:{at.line})"
            way_out = f"Read it with `ref`, and take {other.id} away" if isinstance(other, Source) else "Give one of them another topic"
            yield Finding(
                place_of(model, "topic", "name"), f"{model.id} and {there} are both on the topic '{name}'",
                help=f"{way_out}: a topic has one writer.",
            )  # fmt: skip


@rule("topics.min_partitions", on=Model, setting=int)
def min_partitions(model: Model, see: Analysis, least: int) -> Iterator[Finding]:
    """A topic has fewer partitions than the project asks for.

    **Why.** Partitions bound how many consumers can share the work, and raising them later moves keys to other partitions. A
    topic without `partitions` gets the broker's default, which nobody here knows: say how many.

    Bad:
    ```yaml
    rules: {topics: {min_partitions: 6}}
    models:
      - {name: failed, topic: {partitions: 3}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {min_partitions: 6}}
    models:
      - {name: failed, topic: {partitions: 6}, columns: [{name: id, type: STRING}]}
    ```
    """
    if not writes_topic(model, see):
        return
    declared = model.topic.partitions
    if declared is None:
        yield topic_violation(model, "topics.min_partitions", "partitions", f">= {least}", "not set")
        return
    count = known(declared)
    if count is not None and count < least:
        yield topic_violation(model, "topics.min_partitions", "partitions", f">= {least}", str(count))


@rule("topics.max_partitions", on=Model, setting=int)
def max_partitions(model: Model, see: Analysis, most: int) -> Iterator[Finding]:
    """A topic has more partitions than the project allows.

    **Why.** Every partition costs the brokers memory and file handles, and slows down fail-over.

    Bad:
    ```yaml
    rules: {topics: {max_partitions: 12}}
    models:
      - {name: failed, topic: {partitions: 64}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {max_partitions: 12}}
    models:
      - {name: failed, topic: {partitions: 12}, columns: [{name: id, type: STRING}]}
    ```
    """
    count = known(model.topic.partitions) if model.topic.partitions is not None else None
    if count is not None and count > most and writes_topic(model, see):
        yield topic_violation(model, "topics.max_partitions", "partitions", f"<= {most}", str(count))


@rule("topics.min_replication_factor", on=Model, setting=int)
def min_replication_factor(model: Model, see: Analysis, least: int) -> Iterator[Finding]:
    """A topic has fewer replicas than the project asks for.

    **Why.** With one replica, one lost broker loses the data.

    Bad:
    ```yaml
    rules: {topics: {min_replication_factor: 3}}
    models:
      - {name: failed, topic: {replication_factor: 1}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {min_replication_factor: 3}}
    models:
      - {name: failed, topic: {replication_factor: 3}, columns: [{name: id, type: STRING}]}
    ```
    """
    if not writes_topic(model, see):
        return
    declared = model.topic.replication_factor
    count = known(declared) if declared is not None else None
    if declared is None:
        yield topic_violation(model, "topics.min_replication_factor", "replication_factor", f">= {least}", "not set")
    elif count is not None and count < least:
        yield topic_violation(model, "topics.min_replication_factor", "replication_factor", f">= {least}", str(count))


@rule("topics.required_config", on=Model, setting=list)
def required_config(model: Model, see: Analysis, keys: list[str]) -> Iterator[Finding]:
    """A topic leaves out a setting that the project requires.

    **Why.** What is left out is the broker's default, which differs from cluster to cluster.

    Bad:
    ```yaml
    rules: {topics: {required_config: [retention.ms]}}
    models:
      - {name: failed, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {required_config: [retention.ms]}}
    models:
      - {name: failed, topic: {config: {retention.ms: 604800000}}, columns: [{name: id, type: STRING}]}
    ```
    """
    missing = [key for key in keys if key not in model.topic.config]
    if missing and writes_topic(model, see):
        got = ", ".join(sorted(model.topic.config)) or "no config"
        yield topic_violation(model, "topics.required_config", "config", ", ".join(missing), got)
