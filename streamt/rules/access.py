"""Who may read whom."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.references import target
from streamt.project.model import Exposure, Model
from streamt.rules.places import template_span
from streamt.rules.rule import Finding, rule


def _same_side(reader: Model | Exposure, read: Model) -> bool:
    """`private` is for the same group; where the model has none, for the same owner."""
    if read.group is not None:
        return reader.group == read.group
    return reader.owner is not None and reader.owner == read.owner


def _whose(model: Model) -> str:
    if model.group is not None:
        return f"group '{model.group}'"
    return f"owner '{model.owner}'" if model.owner else "nobody (it has no group and no owner)"


@rule("access.private_model", on=Model)
def private_model(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model reads a private model of another group.

    **Why.** `access: private` keeps a model for its own `group` (without one, for its own owner), so that it can change
    without asking anybody.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: raw, access: private, group: payments, sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: risk, group: risk, sql: 'SELECT id FROM {{ ref("raw") }}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: raw, access: private, group: payments, sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: paid, group: payments, sql: 'SELECT id FROM {{ ref("raw") }}'}
    ```
    """
    for read in see.reads[model.id]:
        other = see.nodes.get(read.target) if read.target else None
        if isinstance(other, Model) and other.access == "private" and not _same_side(model, other):
            at = read.place if read.use is None else template_span(model, read.use.start, read.use.end)
            yield Finding(
                at, f"Model '{other.name}' is private: only {_whose(other)} may read it",
                help="Ask its owner for `access: protected`, or read a model that is meant for others.",
            )  # fmt: skip


@rule("access.private_exposure", on=Exposure)
def private_exposure(exposure: Exposure, see: Analysis) -> Iterator[Finding]:
    """An exposure reads a private model of another group.

    **Why.** What is private may change at any time; an application that reads it would break without warning.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: raw, access: private, group: payments, sql: 'SELECT id FROM {{ source("payments") }}'}
    exposures:
      - {name: app, type: application, role: consumer, group: risk, consumes: [{ref: raw}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: raw, access: private, group: payments, sql: 'SELECT id FROM {{ source("payments") }}'}
    exposures:
      - {name: app, type: application, role: consumer, group: payments, consumes: [{ref: raw}]}
    ```
    """
    for reference in exposure.reads:
        node = target(see.project, reference.kind, reference.name, reference.version)
        other = see.nodes.get(node) if node else None
        if isinstance(other, Model) and other.access == "private" and not _same_side(exposure, other):
            yield Finding(reference.place, f"Model '{other.name}' is private: only {_whose(other)} may read it")
