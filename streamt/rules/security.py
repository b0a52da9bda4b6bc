"""Masks and classifications must be about something, and sensitive data must not leak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.classify import RANK
from streamt.analysis.model import Analysis, NodeColumn
from streamt.closest import did_you_mean
from streamt.project.model import Mask, Model, Source
from streamt.rules.rule import Finding, place_of, rule, violates

SENSITIVE = RANK["sensitive"]


def _unknown_columns(node: Source | Model, see: Analysis) -> Iterator[Finding]:
    if node.security is None or not see.complete.get(node.id) or node.id not in see.columns:
        return
    there = see.columns_by_name[node.id]
    for column in node.security.classification:
        if column not in there:
            at = node.security.place.at("classification", column)
            yield Finding(at, f"{node.id} has no column '{column}' to classify", help=_gone(column, there))
    for mask in node.security.masks:
        if mask.column not in there:
            yield Finding(mask.place.at("column"), f"{node.id} has no column '{mask.column}' to mask", help=_gone(mask.column, there))


def _gone(column: str, there: Mapping[str, Any]) -> str:
    near = did_you_mean(column, there)
    return near or "Take the policy away, or select the column."


@rule("security.unknown_column", on=Model)
def unknown_column(model: Model, see: Analysis) -> Iterator[Finding]:
    """A mask or a classification is about a column that the model does not have.

    **Why.** It looks protected and is not: the column has another name, or the SELECT drops it.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: card, type: STRING}]}
    models:
      - name: paid
        sql: SELECT id FROM {{ source("payments") }}
        security: {policies: [{mask: {column: card, method: hash, for_roles: [support]}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: card, type: STRING}]}
    models:
      - name: paid
        sql: SELECT id, card FROM {{ source("payments") }}
        security: {policies: [{mask: {column: card, method: hash, for_roles: [support]}}]}
    ```
    """
    yield from _unknown_columns(model, see)


@rule("security.source_unknown_column", on=Source)
def source_unknown_column(source: Source, see: Analysis) -> Iterator[Finding]:
    """A mask or a classification is about a column that the source does not have.

    **Why.** It looks protected and is not. Of a source whose columns are not all known nothing is said.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: card, type: STRING}], security: {classification: {crad: sensitive}}}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: card, type: STRING}], security: {classification: {card: sensitive}}}
    ```
    """
    yield from _unknown_columns(source, see)


def _mask_types(node: Source | Model, see: Analysis) -> Iterator[Finding]:
    columns = see.columns_by_name.get(node.id, {})
    for mask in node.security.masks if node.security else ():
        kind = columns[mask.column].type if mask.column in columns else None
        if kind is None or mask.method not in ("partial", "redact") or kind.kind in ("CHAR", "VARCHAR"):
            continue
        yield Finding(
            mask.place.at("method"), f"The mask '{mask.method}' is for text; '{mask.column}' is {kind.display}",
            expected="`hash` or `null` for a column that is no text", got=mask.method,
        )  # fmt: skip


@rule("security.mask_type", on=Model)
def mask_type(model: Model, see: Analysis) -> Iterator[Finding]:
    """A mask does not fit the type of its column.

    **Why.** `partial` and `redact` write text in place of the value; a number cannot hold it.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: amount, type: INT}]}
    models:
      - name: paid
        sql: SELECT amount FROM {{ source("payments") }}
        security: {policies: [{mask: {column: amount, method: partial, for_roles: [support]}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: amount, type: INT}]}
    models:
      - name: paid
        sql: SELECT amount FROM {{ source("payments") }}
        security: {policies: [{mask: {column: amount, method: "null", for_roles: [support]}}]}
    ```
    """
    yield from _mask_types(model, see)


@rule("security.source_mask_type", on=Source)
def source_mask_type(source: Source, see: Analysis) -> Iterator[Finding]:
    """A mask does not fit the type of the source's column.

    **Why.** `partial` and `redact` write text in place of the value; a number cannot hold it.

    Bad:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        columns: [{name: amount, type: INT}]
        security: {policies: [{mask: {column: amount, method: redact, for_roles: [support]}}]}
    ```
    Good:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        columns: [{name: amount, type: INT}]
        security: {policies: [{mask: {column: amount, method: hash, for_roles: [support]}}]}
    ```
    """
    yield from _mask_types(source, see)


@rule("security.require_classification", on=Model, setting=bool)
def require_classification(model: Model, see: Analysis, required: bool) -> Iterator[Finding]:
    """A column of a model has no classification, neither its own nor one it inherits.

    **Why.** Without a classification nobody can decide who may see it. A column inherits the highest level of the columns its
    value comes from, so most need none of their own.

    Bad:
    ```yaml
    rules: {security: {require_classification: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    rules: {security: {require_classification: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING, classification: internal}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }}'}
    ```
    """
    masked = see.masked.get(model.id, {})
    missing = [
        column.name
        for column in see.columns.get(model.id, ())
        if column.classification is None and column.lineage and column.name not in masked
    ]
    if missing:
        yield Finding(
            place_of(model, "columns"), violates(model, "security.require_classification"),
            expected=f"a classification of {', '.join(missing)}", got="none",
            help="Classify the column here, or the source's column it comes from.",
        )  # fmt: skip


def _masks(node: Source | Model) -> dict[str, Mask]:
    return {mask.column: mask for mask in node.security.masks} if node.security else {}


def _unmasked(node: Source | Model, see: Analysis) -> Iterator[NodeColumn]:
    masks, enforced = _masks(node), see.masked.get(node.id, {})
    for column in see.columns.get(node.id, ()):
        level = column.classification
        if level and RANK.get(level.level, 0) >= SENSITIVE and column.name not in masks and column.name not in enforced:
            yield column


@rule("security.sensitive_columns_require_masking", on=Model, setting=bool)
def sensitive_columns_require_masking(model: Model, see: Analysis, required: bool) -> Iterator[Finding]:
    """A sensitive column has no mask.

    **Why.** Data classified `sensitive` or `highly_sensitive` is for few eyes; a mask says for whose it is not. The level may be
    inherited: the column's value comes from a sensitive one.

    Bad:
    ```yaml
    rules: {security: {sensitive_columns_require_masking: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: card, type: STRING, classification: sensitive}]}
    models:
      - {name: paid, sql: 'SELECT card FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    rules: {security: {sensitive_columns_require_masking: true}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: card, type: STRING, classification: sensitive}]}
    models:
      - name: paid
        sql: SELECT card FROM {{ source("payments") }}
        security: {policies: [{mask: {column: card, method: hash, for_roles: [support]}}]}
    ```
    """
    for column in _unmasked(model, see):
        assert column.classification is not None
        origin = column.classification.inherited_from
        yield Finding(
            place_of(model, "security"), violates(model, "security.sensitive_columns_require_masking"),
            expected=f"a mask on '{column.name}' ({column.classification.level}{f', from {origin}' if origin else ''})",
            got="no mask",
        )  # fmt: skip
