"""Topics: names that Kafka takes, one producer each, and what the project asks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import writes_topic
from streamt.placeholders import known
from streamt.project.model import Model, Project, Source
from streamt.rules.rule import Finding, place_of, rule, violates

LEGAL = re.compile(r"[A-Za-z0-9._-]+")
MAX_NAME = 249


def _illegal(name: str) -> str | None:
    if name in (".", ".."):
        return "it is a folder name"
    if len(name) > MAX_NAME:
        return f"it has {len(name)} characters; Kafka takes {MAX_NAME}"
    if name.startswith("__"):
        return "names that start with __ are Kafka's own"
    if not LEGAL.fullmatch(name):
        return "Kafka takes letters, digits, '.', '_' and '-'"
    return None


@rule("topics.illegal_name", on=Model)
def illegal_name(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model's topic has a name that Kafka does not take.

    **Why.** The broker refuses it. Names are never escaped or changed behind your back.

    Bad:
    ```yaml
    models:
      - {name: failed, topic: {name: failed payments}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    models:
      - {name: failed, topic: {name: failed-payments}, columns: [{name: id, type: STRING}]}
    ```
    """
    name = known(model.topic.name)
    reason = _illegal(name) if name is not None else None
    if reason:
        yield Finding(place_of(model, "topic", "name"), f"The topic name '{name}' is not legal: {reason}")


@rule("topics.illegal_source_name", on=Source)
def illegal_source_name(source: Source, see: Analysis) -> Iterator[Finding]:
    """A source's topic has a name that no Kafka topic can have.

    **Why.** There is no such topic.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments/v1}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1}
    ```
    """
    name = known(source.topic) if source.topic else None
    reason = _illegal(name) if name is not None else None
    if reason:
        yield Finding(place_of(source, "topic"), f"The topic name '{name}' is not legal: {reason}")


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
    owners: dict[tuple[str | None, str], str] = {}
    for source in project.sources:
        name = known(source.topic) if source.topic else None
        if name is not None:
            owners.setdefault((source.cluster or project.runtime.default_kafka, name), source.id)
    for model in project.models:
        name = known(model.topic.name)
        if name is None or not (writes_topic(model, see) or see.materialized(model) == "virtual_topic"):
            continue
        place = (model.cluster or project.runtime.default_kafka, name)
        other = owners.setdefault(place, model.id)
        if other != model.id:
            yield Finding(place_of(model, "topic", "name"), f"{model.id} and {other} are both on the topic '{name}'")


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
        yield _violation(model, "topics.min_partitions", "partitions", f">= {least}", "not set")
        return
    count = known(declared)
    if count is not None and count < least:
        yield _violation(model, "topics.min_partitions", "partitions", f">= {least}", str(count))


def _violation(model: Model, rule_id: str, key: str, expected: str, got: str) -> Finding:
    return Finding(place_of(model, "topic", key), violates(model, rule_id), expected=expected, got=got)


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
        yield _violation(model, "topics.max_partitions", "partitions", f"<= {most}", str(count))


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
        yield _violation(model, "topics.min_replication_factor", "replication_factor", f">= {least}", "not set")
    elif count is not None and count < least:
        yield _violation(model, "topics.min_replication_factor", "replication_factor", f">= {least}", str(count))


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
        yield _violation(model, "topics.required_config", "config", ", ".join(missing), got)


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str] | None:
    try:
        return re.compile(text)
    except re.error:
        return None


@rule("topics.invalid_pattern", on=Project)
def invalid_pattern(project: Project, see: Analysis) -> Iterator[Finding]:
    """The project's `naming_pattern` is not a regular expression.

    **Why.** No name could be held against it.

    Bad:
    ```yaml
    rules: {topics: {naming_pattern: '[a-z'}}
    ```
    Good:
    ```yaml
    rules: {topics: {naming_pattern: '[a-z.]+'}}
    ```
    """
    block = project.rules.get("topics") or {}
    text = block.get("naming_pattern")
    if text is not None and project.rules_place is not None and _pattern(str(text)) is None:
        yield Finding(project.rules_place.at("topics", "naming_pattern"), f"'{text}' is not a regular expression")


@rule("topics.naming_pattern", on=Model, setting=str)
def naming_pattern(model: Model, see: Analysis, pattern: str) -> Iterator[Finding]:
    """A topic's name does not follow the project's pattern.

    **Why.** A topic's name is its API and cannot be changed later.

    Bad:
    ```yaml
    rules: {topics: {naming_pattern: '^[a-z]+\\.[a-z]+\\.v[0-9]+$'}}
    models:
      - {name: failed, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {naming_pattern: '^[a-z]+\\.[a-z]+\\.v[0-9]+$'}}
    models:
      - {name: failed, topic: {name: payments.failed.v1}, columns: [{name: id, type: STRING}]}
    ```
    """
    compiled, name = _pattern(pattern), known(model.topic.name)
    has_name = writes_topic(model, see) or see.materialized(model) == "virtual_topic"
    if compiled is not None and name is not None and has_name and not compiled.search(name):
        yield _violation(model, "topics.naming_pattern", "name", f"a name that matches {pattern}", name)


@rule("topics.forbidden_prefixes", on=Model, setting=list)
def forbidden_prefixes(model: Model, see: Analysis, prefixes: list[str]) -> Iterator[Finding]:
    """A topic's name starts with a prefix that the project forbids.

    **Why.** Prefixes such as `tmp.` or `test.` belong to somebody else, or are cleaned up.

    Bad:
    ```yaml
    rules: {topics: {forbidden_prefixes: [tmp.]}}
    models:
      - {name: failed, topic: {name: tmp.failed}, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {topics: {forbidden_prefixes: [tmp.]}}
    models:
      - {name: failed, topic: {name: payments.failed}, columns: [{name: id, type: STRING}]}
    ```
    """
    name = known(model.topic.name)
    has_name = writes_topic(model, see) or see.materialized(model) == "virtual_topic"
    found = next((prefix for prefix in prefixes if name is not None and name.startswith(prefix)), None)
    if found is not None and has_name:
        yield _violation(model, "topics.forbidden_prefixes", "name", f"not starting with {found}", str(name))
