"""What the project asks of its sources."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.project.model import Source
from streamt.rules.rule import Finding, place_of, rule, violates


@rule("sources.require_schema", on=Source, setting=bool)
def require_schema(source: Source, see: Analysis, required: bool) -> Iterator[Finding]:
    """A source says nothing about its schema.

    **Why.** Without columns or a schema nobody can tell what a change breaks.

    Bad:
    ```yaml
    rules: {sources: {require_schema: true}}
    sources:
      - {name: payments, topic: payments.v1}
    ```
    Good:
    ```yaml
    rules: {sources: {require_schema: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    ```
    """
    if source.schema is None and not see.complete.get(source.id):
        yield Finding(
            place_of(source), violates(source, "sources.require_schema"),
            expected="`schema:`, or `columns:` with types", got="neither",
        )  # fmt: skip


@rule("sources.require_owner", on=Source, setting=bool)
def require_owner(source: Source, see: Analysis, required: bool) -> Iterator[Finding]:
    """A source has no owner.

    **Why.** When it is late or broken, somebody has to be asked.

    Bad:
    ```yaml
    rules: {sources: {require_owner: true}}
    sources:
      - {name: payments, topic: payments.v1}
    ```
    Good:
    ```yaml
    rules: {sources: {require_owner: true}}
    sources:
      - {name: payments, topic: payments.v1, owner: team-payments}
    ```
    """
    if not source.owner:
        yield Finding(place_of(source), violates(source, "sources.require_owner"), expected="`owner:`", got="no owner")


@rule("sources.require_freshness", on=Source, setting=bool)
def require_freshness(source: Source, see: Analysis, required: bool) -> Iterator[Finding]:
    """A source does not say how fresh it has to be.

    **Why.** Without an expectation nobody notices that a stream has stopped.

    Bad:
    ```yaml
    rules: {sources: {require_freshness: true}}
    sources:
      - {name: payments, topic: payments.v1}
    ```
    Good:
    ```yaml
    rules: {sources: {require_freshness: true}}
    sources:
      - {name: payments, topic: payments.v1, freshness: {max_lag_seconds: 60}}
    ```
    """
    if source.freshness is None and source.topic is not None:
        yield Finding(
            place_of(source), violates(source, "sources.require_freshness"),
            expected="`freshness:` with max_lag_seconds", got="no freshness",
        )  # fmt: skip


@rule("sources.require_description", on=Source, setting=bool)
def require_description(source: Source, see: Analysis, required: bool) -> Iterator[Finding]:
    """A source has no description.

    **Why.** The catalog is only as good as what people write into it.

    Bad:
    ```yaml
    rules: {sources: {require_description: true}}
    sources:
      - {name: payments, topic: payments.v1}
    ```
    Good:
    ```yaml
    rules: {sources: {require_description: true}}
    sources:
      - {name: payments, topic: payments.v1, description: Card payments as the terminal sends them}
    ```
    """
    if not (source.description or "").strip():
        yield Finding(
            place_of(source), violates(source, "sources.require_description"), expected="`description:`", got="no description"
        )


@rule("sources.require_classification", on=Source, setting=bool)
def require_classification(source: Source, see: Analysis, required: bool) -> Iterator[Finding]:
    """A column of a source has no classification.

    **Why.** What is sensitive is decided where data comes in; everything downstream inherits it.

    Bad:
    ```yaml
    rules: {sources: {require_classification: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {sources: {require_classification: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING, classification: internal}]}
    ```
    """
    columns = see.columns.get(source.id, ())
    if not columns:
        yield Finding(
            place_of(source), violates(source, "sources.require_classification"),
            expected="columns with a classification", got="no columns",
        )  # fmt: skip
    for column in columns:
        if column.classification is None:
            at = column.declared.place if column.declared and column.declared.place.route != source.place.route else place_of(source)
            yield Finding(
                at, violates(source, "sources.require_classification"),
                expected=f"a classification of column '{column.name}'", got="none",
            )  # fmt: skip
