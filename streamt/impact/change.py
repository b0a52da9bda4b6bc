"""One difference between two manifests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from streamt.impact.kinds import KINDS, Scope, Severity
from streamt.manifest.model import Certainty

PROJECT = "project"  # the node of a change that concerns no node

Value: TypeAlias = Any  # what JSON can hold


@dataclass(frozen=True, slots=True)
class Change:
    """`subject` is the part of the node that differs: a column, a setting, a role; empty for the node itself.

    `certainty` is of the claim that it changed, not of what it does to readers. `roles` are those a policy speaks of.
    """

    kind: str
    node: str
    subject: str
    before: Value
    after: Value
    certainty: Certainty = "proven"
    roles: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return ":".join(filter(None, (self.kind, self.node, self.subject)))

    @property
    def severity(self) -> Severity:
        return KINDS[self.kind].severity

    @property
    def scope(self) -> Scope:
        return KINDS[self.kind].scope

    @property
    def reason(self) -> str:
        return KINDS[self.kind].reason
