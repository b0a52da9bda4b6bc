"""Older spellings of sources (and of what models share with them)."""

from __future__ import annotations

from typing import Any

from streamt.load.document import Route
from streamt.project.compat.spelling import Names, conflict, moved, older
from streamt.project.draft import Draft


def source_type(draft: Draft, _: Names) -> None:
    if draft.at("type") == "kafka_topic":
        older(draft, "source_type", ("type",), "`type: kafka_topic`", "no `type`: every source is a topic")
        draft.drop("type")


def schema_ref(draft: Draft, _: Names) -> None:
    value = draft.at("schema_ref")
    if not isinstance(value, str):
        return
    registry, separator, subject = value.partition("://") if "://" in value else value.partition(":")
    if not separator:
        registry, subject = "schema_registry", value
    registry = "schema_registry" if registry == "sr" else registry
    older(
        draft,
        "schema_ref",
        ("schema_ref",),
        f"`schema_ref: {value}`",
        f"`schema: {{registry: {registry}, subject: {subject}}}`",
    )
    origin = draft.origin(("schema_ref",))
    draft.drop("schema_ref")
    for key, part in (("registry", registry), ("subject", subject)):
        present = draft.at("schema", key)
        if present is None:
            draft.put(("schema", key), part, origin)
        elif present != part:
            conflict(draft, ("schema", key), part, origin)
    draft.moved.setdefault((*draft.route, "schema"), origin)


def pii_tags(draft: Draft, _: Names) -> None:
    value = draft.at("pii_tags")
    if not isinstance(value, dict | list):
        return
    older(draft, "pii_tags", ("pii_tags",), "`pii_tags`", "`security.classification`")
    origin = draft.origin(("pii_tags",))
    pairs: list[tuple[str, Any, Route]] = []
    if isinstance(value, dict):
        pairs += [(column, level, (*origin, column)) for column, level in value.items()]
    else:
        for index, item in enumerate(value):
            for column, level in item.items() if isinstance(item, dict) else [(str(item), "sensitive")]:
                pairs.append(
                    (column, level, (*origin, index, column) if isinstance(item, dict) else (*origin, index))
                )
    draft.drop("pii_tags")
    for column, level, written in pairs:
        present = draft.at("security", "classification", column)
        if present is None:
            draft.put(("security", "classification", column), level, written)
        elif present != level:
            conflict(draft, ("security", "classification", column), level, written)
    draft.moved.setdefault((*draft.route, "security"), origin)
    draft.moved.setdefault((*draft.route, "security", "classification"), origin)


def source_sla(draft: Draft, _: Names) -> None:
    if "max_lag_seconds" not in draft.mapping("sla"):
        return
    moved(draft, "source_sla", ("sla", "max_lag_seconds"), ("freshness", "max_lag_seconds"))
    draft.moved.setdefault((*draft.route, "freshness"), draft.origin(("sla",)))
    if not draft.at("sla"):
        draft.drop("sla")
