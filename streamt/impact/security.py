"""Changes of policies and of who may reference a node. Policies have no order; each role is compared for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.impact.change import Change
from streamt.manifest.model import Model, Source

_WIDER = ("private", "protected", "public")


def policy_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    if old.security == new.security:
        return
    before, after = _policies(old), _policies(new)
    yield from _masks(new.id, _by_column(before), _by_column(after))
    yield from _roles(new.id, "allow", _by_role(before, "allow"), _by_role(after, "allow"))
    yield from _roles(new.id, "deny", _by_role(before, "deny"), _by_role(after, "deny"))


def _policies(node: Source | Model) -> list[Mapping[str, Any]]:
    declared = (node.security or {}).get("policies") or []
    return [policy for policy in declared if isinstance(policy, Mapping)]


def _by_column(policies: list[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for policy in policies:
        mask = policy.get("mask")
        if isinstance(mask, Mapping):
            found.setdefault(str(mask.get("column")), []).append(mask)
    return found


def _masks(
    node: str, before: Mapping[str, list[Mapping[str, Any]]], after: Mapping[str, list[Mapping[str, Any]]]
) -> Iterator[Change]:
    for column in sorted(before.keys() | after.keys()):
        old, new = _told(before.get(column)), _told(after.get(column))
        if old != new:
            kind = "added" if old is None else "removed" if new is None else "changed"
            masks = (*before.get(column, ()), *after.get(column, ()))
            everyone = any(not mask.get("for_roles") for mask in masks)
            roles = sorted({role for mask in masks for role in mask.get("for_roles") or ()})
            yield Change(
                f"policy.mask_{kind}", node, column, old, new, roles=() if everyone else tuple(roles)
            )


def _told(masks: list[Mapping[str, Any]] | None) -> str | None:
    """`partial for analytics, support`; several masks of one column in a fixed order."""
    if not masks:
        return None
    return "; ".join(sorted(f"{mask.get('method')} for {_audience(mask)}" for mask in masks))


def _audience(mask: Mapping[str, Any]) -> str:
    return ", ".join(sorted(map(str, mask.get("for_roles") or ()))) or "everyone"


def _by_role(policies: list[Mapping[str, Any]], policy: str) -> dict[str, str]:
    """Role -> purposes."""
    found: dict[str, set[str]] = {}
    for each in policies:
        body = each.get(policy)
        if isinstance(body, Mapping):
            for role in body.get("roles") or ():
                found.setdefault(str(role), set()).add(str(body.get("purpose") or "any purpose"))
    return {role: ", ".join(sorted(purposes)) for role, purposes in found.items()}


def _roles(node: str, policy: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for role in sorted(before.keys() | after.keys()):
        old, new = before.get(role), after.get(role)
        if old != new:
            kind = "added" if old is None else "removed" if new is None else "changed"
            yield Change(f"policy.{policy}_{kind}", node, role, old, new, roles=(role,))


def access_changes(old: Model, new: Model) -> Iterator[Change]:
    if old.access != new.access:
        kind = "access.widened" if _WIDER.index(new.access) > _WIDER.index(old.access) else "access.narrowed"
        yield Change(kind, new.id, "access", old.access, new.access)
    if old.group != new.group:
        yield Change("access.group_changed", new.id, "group", old.group, new.group)
