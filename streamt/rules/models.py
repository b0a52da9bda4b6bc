"""What the project asks of its models."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.project.model import Model
from streamt.rules.rule import Finding, place_of, rule, violates


@rule("models.require_description", on=Model, setting=bool)
def require_description(model: Model, see: Analysis, required: bool) -> Iterator[Finding]:
    """A model has no description.

    **Why.** A name says what it is called; only a description says what it means.

    Bad:
    ```yaml
    rules: {models: {require_description: true}}
    models:
      - {name: failed, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {models: {require_description: true}}
    models:
      - {name: failed, description: Payments that failed a test, columns: [{name: id, type: STRING}]}
    ```
    """
    if not (model.description or "").strip():
        yield Finding(
            place_of(model), violates(model, "models.require_description"), expected="`description:`", got="no description"
        )


@rule("models.require_owner", on=Model, setting=bool)
def require_owner(model: Model, see: Analysis, required: bool) -> Iterator[Finding]:
    """A model has no owner.

    **Why.** Somebody has to agree when it changes and to be woken when it breaks.

    Bad:
    ```yaml
    rules: {models: {require_owner: true}}
    models:
      - {name: failed, columns: [{name: id, type: STRING}]}
    ```
    Good:
    ```yaml
    rules: {models: {require_owner: true}}
    models:
      - {name: failed, owner: team-payments, columns: [{name: id, type: STRING}]}
    ```
    """
    if not model.owner:
        yield Finding(place_of(model), violates(model, "models.require_owner"), expected="`owner:`", got="no owner")


@rule("models.require_tests", on=Model, setting=bool)
def require_tests(model: Model, see: Analysis, required: bool) -> Iterator[Finding]:
    """A model has no test. (A model that only takes the failing records of a test needs none.)

    **Why.** What nobody checks is wrong sooner or later.

    Bad:
    ```yaml
    rules: {models: {require_tests: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    rules: {models: {require_tests: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    tests:
      - {name: paid_ids, model: paid, type: schema, assertions: [{not_null: {columns: [id]}}]}
    ```
    """
    edges = see.graph.downstream[model.id]
    tested = any(node.startswith("test:") for node in edges)
    takes_failures = any(node.startswith("test:") for node in see.graph.upstream[model.id])
    if not tested and not takes_failures:
        yield Finding(place_of(model), violates(model, "models.require_tests"), expected=">= 1 test", got="0")


@rule("models.max_dependencies", on=Model, setting=int)
def max_dependencies(model: Model, see: Analysis, most: int) -> Iterator[Finding]:
    """A model reads more sources and models than the project allows.

    **Why.** Each input is one more stream that can be late, and one more state to keep. Split it.

    Bad:
    ```yaml
    rules: {models: {max_dependencies: 1}}
    sources:
      - {name: a, topic: a.v1, columns: [{name: id, type: STRING}]}
      - {name: b, topic: b.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: both
        sql: SELECT id FROM {{ source("a") }} UNION ALL SELECT id FROM {{ source("b") }}
    ```
    Good:
    ```yaml
    rules: {models: {max_dependencies: 1}}
    sources:
      - {name: a, topic: a.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: one
        sql: SELECT id FROM {{ source("a") }}
    ```
    """
    count = len({(read.kind, read.name, read.version) for read in see.reads[model.id]})
    if count > most:
        yield Finding(
            place_of(model, "sql"), violates(model, "models.max_dependencies"), expected=f"<= {most}", got=str(count)
        )
