"""Who may read whom."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.references import target
from streamt.project.model import Allow, Deny, Exposure, Model, Source
from streamt.rules.places import template_span
from streamt.rules.rule import Finding, rule, violates


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
        allowed = _roles(node, Allow)
        if not allowed.intersection(exposure.roles):
            yield Finding(
                reference.place, violates(exposure, "security.default_access"),
                expected=f"one of the roles that {node.id} allows: {', '.join(sorted(allowed)) or 'none'}",
                got=", ".join(exposure.roles) or "no roles",
            )  # fmt: skip


def _roles(node: Source | Model, kind: type[Allow] | type[Deny]) -> set[str]:
    policies = node.security.policies if node.security else ()
    return {role for policy in policies if isinstance(policy, kind) for role in policy.roles}


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
        closed = sorted(_roles(node, Deny).intersection(exposure.roles))
        if closed:
            yield Finding(
                reference.place, f"{node.id} denies {', '.join(closed)}, and {exposure.id} reads it as such",
                help="Take the role away from the exposure, or the denial from the node.",
            )  # fmt: skip
