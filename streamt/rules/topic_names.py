"""Names of topics: those that Kafka takes, and the form that the project asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from streamt.analysis.model import Analysis
from streamt.analysis.sinks import writes_topic
from streamt.placeholders import known
from streamt.project.model import Model, Project, Source
from streamt.rules.patterns import PatternError, compiled, matches
from streamt.rules.rule import Finding, place_of, rule, topic_violation

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


@rule("topics.invalid_pattern", on=Project)
def invalid_pattern(project: Project, see: Analysis) -> Iterator[Finding]:
    """The project's `naming_pattern` is not a regular expression, or one that cannot be matched in bounded time.

    **Why.** No name could be held against it. Back references and looking back are left out on purpose: what anybody can write
    into a pull request must not keep lint busy.

    Bad:
    ```yaml
    rules: {topics: {naming_pattern: '[a-z'}}
    ```
    Good:
    ```yaml
    rules: {topics: {naming_pattern: '[a-z.]+'}}
    ```
    """
    block = project.rules.get("topics")
    text = block.get("naming_pattern") if isinstance(block, Mapping) else None
    if not isinstance(text, str) or project.rules_place is None:
        return
    try:
        compiled(text)
    except PatternError as error:
        at = project.rules_place.at("topics", "naming_pattern")
        yield Finding(at, f"'{text}' cannot be used as a pattern: {error}")


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
    name = known(model.topic.name)
    if name is None or not (writes_topic(model, see) or see.materialized(model) == "virtual_topic"):
        return
    try:
        follows = matches(compiled(pattern), name)
    except PatternError:
        return  # topics.invalid_pattern says so, once
    if not follows:
        yield topic_violation(model, "topics.naming_pattern", "name", f"a name that matches {pattern}", name)


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
        yield topic_violation(model, "topics.forbidden_prefixes", "name", f"not starting with {found}", str(name))
