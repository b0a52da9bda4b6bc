"""Masks and classifications must be about something, sensitive data must not leak, secrets must not be written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.classify import RANK
from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.references import target
from streamt.load.document import Place
from streamt.placeholders import has_placeholder
from streamt.project.model import Exposure, Mask, Model, Project, Source
from streamt.rules.closest import did_you_mean
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


@rule("security.default_access", on=Exposure, setting=str)
def default_access(exposure: Exposure, see: Analysis, access: str) -> Iterator[Finding]:
    """An exposure reads what no `allow` opens to it, and the project's access is closed.

    **Why.** `default_access: closed` is zero trust: only a role that an `allow` names may read; `deny` always wins.

    Bad:
    ```yaml
    rules: {security: {default_access: closed}}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    exposures:
      - {name: app, type: dashboard, access: {roles: [risk]}, depends_on: [{source: payments}]}
    ```
    Good:
    ```yaml
    rules: {security: {default_access: closed}}
    sources:
      - name: payments
        topic: payments.v1
        columns: [{name: id, type: STRING}]
        security: {policies: [{allow: {roles: [risk]}}]}
    exposures:
      - {name: app, type: dashboard, access: {roles: [risk]}, depends_on: [{source: payments}]}
    ```
    """
    if access != "closed":
        return
    for reference in exposure.reads:
        node = see.nodes.get(target(see.project, reference.kind, reference.name, reference.version) or "")
        if not isinstance(node, (Source, Model)):
            continue
        allowed = {role for policy in _policies(node, "Allow") for role in policy.roles}
        if not allowed.intersection(exposure.roles):
            yield Finding(
                reference.place, violates(exposure, "security.default_access"),
                expected=f"one of the roles that {node.id} allows: {', '.join(sorted(allowed)) or 'none'}",
                got=", ".join(exposure.roles) or "no roles",
            )  # fmt: skip


def _policies(node: Source | Model, kind: str) -> list[Any]:
    return [policy for policy in node.security.policies if type(policy).__name__ == kind] if node.security else []


@rule("security.denied", on=Exposure)
def denied(exposure: Exposure, see: Analysis) -> Iterator[Finding]:
    """An exposure reads what a `deny` closes to one of its roles.

    **Why.** The declaration contradicts itself: the reader is declared, and forbidden.

    Bad:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        columns: [{name: id, type: STRING}]
        security: {policies: [{deny: {roles: [marketing]}}]}
    exposures:
      - {name: app, type: dashboard, access: {roles: [marketing]}, depends_on: [{source: payments}]}
    ```
    Good:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        columns: [{name: id, type: STRING}]
        security: {policies: [{deny: {roles: [marketing]}}]}
    exposures:
      - {name: app, type: dashboard, access: {roles: [risk]}, depends_on: [{source: payments}]}
    ```
    """
    for reference in exposure.reads:
        node = see.nodes.get(target(see.project, reference.kind, reference.name, reference.version) or "")
        if not isinstance(node, (Source, Model)):
            continue
        closed = sorted({role for policy in _policies(node, "Deny") for role in policy.roles}.intersection(exposure.roles))
        if closed:
            yield Finding(
                reference.place, f"{node.id} denies {', '.join(closed)}, and {exposure.id} reads it as such",
                help="Take the role away from the exposure, or the denial from the node.",
            )  # fmt: skip


SECRET_KEY = re.compile(
    r"(^|[._-])(password|passwd|secret|api[._-]?key|access[._-]?key|private[._-]?key|token|credentials?|sasl[._-]jaas[._-]config"
    r"|basic[._-]auth[._-]user[._-]info)$", re.IGNORECASE,
)  # fmt: skip
SECRET_VALUE = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|://[^/\s:@${}]+:[^/\s@${}]+@")


@rule("security.literal_secret", on=Project)
def literal_secret(project: Project, see: Analysis) -> Iterator[Finding]:
    """A secret is written into the project.

    **Why.** What is in Git is known to everybody who can read it, for ever. Write `${NAME}`: it is filled in at apply, and never
    shown.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092', security: {protocol: SASL_SSL, mechanism: PLAIN, username: u, password: hunter2}}}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092', security: {protocol: SASL_SSL, mechanism: PLAIN, username: u, password: '${KAFKA_PASSWORD}'}}}
    ```
    """
    for path in sorted(project.documents):
        document = project.documents[path]
        for route, value in _scalars(document.data):
            key = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
            if _is_secret(key, value):
                yield Finding(
                    Place(document, route), f"`{key}` looks like a secret written into the project",
                    help="Write ${NAME} and set it where plan and apply run; revoke what was in Git.",
                    confidential=True,
                )  # fmt: skip


def _is_secret(key: str, value: str) -> bool:
    if not value or has_placeholder(value) or value.startswith("${"):
        return False
    return bool(SECRET_KEY.search(key)) or bool(SECRET_VALUE.search(value))


def _scalars(data: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """(route, text) of every text in a document."""
    stack: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    while stack:
        route, value = stack.pop()
        if isinstance(value, str):
            yield route, value
        elif isinstance(value, Mapping):
            stack.extend(((*route, str(key)), child) for key, child in value.items())
        elif isinstance(value, list):
            stack.extend(((*route, index), child) for index, child in enumerate(value))
