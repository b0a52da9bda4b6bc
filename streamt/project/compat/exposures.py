"""Older spellings of exposures."""

from __future__ import annotations

from streamt.project.compat.spelling import Names, moved, older, replaced
from streamt.project.draft import Draft


def words(draft: Draft, _: Names) -> None:
    if draft.at("role") == "producer_consumer":
        replaced(draft, "role", ("role",), "both")
    if draft.at("type") == "ml_model":
        replaced(draft, "exposure_type", ("type",), "ml_inference")


def keys(draft: Draft, _: Names) -> None:
    for rule, source, target in (
        ("allowed_roles", ("access", "allowed_roles"), ("access", "roles")),
        ("versioning", ("contracts", "versioning"), ("contracts", "compatibility")),
        ("consumer_config", ("consumer_config", "consumer_group"), ("consumer_group",)),
        ("consumer_config", ("consumer_config", "max_lag_messages"), ("sla", "max_lag_messages")),
    ):
        if draft.at(*source) is not None:
            moved(draft, rule, source, target)
    if "consumer_config" in draft.mapping() and not draft.at("consumer_config"):
        draft.drop("consumer_config")


def inferred_role(draft: Draft, _: Names) -> None:
    if draft.at("type") != "application" or draft.at("role") is not None:
        return
    writes, reads = bool(draft.at("produces")), bool(draft.at("consumes") or draft.at("depends_on"))
    role = {(True, True): "both", (True, False): "producer", (False, True): "consumer"}.get((writes, reads))
    if role:
        older(draft, "inferred_role", ("type",), "an application without `role`", f"`role: {role}`")
        draft.put(("role",), role, draft.origin(("type",)))
