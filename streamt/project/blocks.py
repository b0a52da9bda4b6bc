"""Blocks that several entities have, as values: columns, schema, security, references, ..."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from streamt.load.document import Document, Place
from streamt.placeholders import Deferred, Number, known
from streamt.project import model as values
from streamt.project.spec.model import ContractSpec
from streamt.project.spec.shared import (
    ColumnSpec,
    EventTimeSpec,
    FreshnessSpec,
    PolicySpec,
    ReferenceSpec,
    SchemaSpec,
    SecuritySpec,
    SlaSpec,
)

Files = Mapping[str, Document]
"""Text files that entries name, by path in the project."""


def columns(specs: Sequence[ColumnSpec], place: Place) -> tuple[values.Column, ...]:
    return tuple(
        values.Column(
            name=spec.name,
            place=place.at("columns", index),
            type=spec.type,
            description=spec.description,
            classification=spec.classification,
            nullable=spec.nullable is True or flag(spec.nullable, True),
            expression=spec.expression,
            metadata=spec.metadata,
            primary_key=spec.primary_key is True or flag(spec.primary_key, False),
        )
        for index, spec in enumerate(specs)
    )


def schema(spec: SchemaSpec | None, place: Place, files: Files) -> values.Schema | None:
    if spec is None:
        return None
    path = beside(place.path, spec.file) if spec.file else None
    document = files.get(path) if path else None
    return values.Schema(
        place=place,
        format=spec.format or "json",
        key_format=spec.key_format,
        registry=spec.registry,
        subject=spec.subject,
        version=spec.version,
        definition=spec.definition,
        file=path,
        definition_text=document.text if document else None,
        compatibility=spec.compatibility,
    )


def event_time(spec: EventTimeSpec | None, place: Place) -> values.EventTime | None:
    if spec is None:
        return None
    delay = spec.watermark.max_out_of_orderness_ms if spec.watermark else None
    return values.EventTime(spec.column, place, delay, spec.idle_timeout_ms)


def freshness(spec: FreshnessSpec | None, place: Place) -> values.Freshness | None:
    if spec is None:
        return None
    lag = spec.max_lag_seconds if spec.max_lag_minutes is None else _seconds(spec.max_lag_minutes)
    return values.Freshness(place, lag, spec.warn_after_seconds)


def _seconds(minutes: Number) -> Number:
    if isinstance(minutes, Deferred):
        return replace(minutes, value=None if minutes.value is None else minutes.value * 60)
    return minutes * 60


def sla(spec: SlaSpec | None) -> dict[str, Any]:
    """The levels that are set: numbers, or Deferred."""
    return {} if spec is None else {key: value for key, value in spec if value is not None}


def security(spec: SecuritySpec | None, place: Place) -> values.Security | None:
    if spec is None:
        return None
    policies = [_policy(policy, place.at("policies", index)) for index, policy in enumerate(spec.policies)]
    return values.Security(
        place, dict(spec.classification), tuple(policy for policy in policies if policy is not None)
    )


def _policy(spec: PolicySpec, place: Place) -> values.Policy | None:
    if spec.mask is not None:
        return values.Mask(spec.mask.column, spec.mask.method, place.at("mask"), tuple(spec.mask.for_roles))
    if spec.allow is not None:
        return values.Allow(tuple(spec.allow.roles), place.at("allow"), spec.allow.purpose)
    return values.Deny(tuple(spec.deny.roles), place.at("deny")) if spec.deny is not None else None


def references(specs: Sequence[ReferenceSpec], place: Place) -> tuple[values.Reference, ...]:
    found = []
    for index, spec in enumerate(specs):
        columns = None if spec.columns is None else tuple(spec.columns)
        if spec.ref is not None:
            found.append(values.Reference("ref", spec.ref, spec.version, place.at(index), columns))
        elif spec.source is not None:
            found.append(values.Reference("source", spec.source, spec.version, place.at(index), columns))
    return tuple(found)


def flag(value: bool | Deferred, unknown: bool) -> bool:
    """The flag, or what it is taken for while a placeholder hides it."""
    read = known(value)
    return unknown if read is None else bool(read)


def beside(path: str, named: str) -> str:
    """The path in the project of a file that the file at `path` names."""
    folder = path.rpartition("/")[0]
    steps: list[str] = folder.split("/") if folder else []
    for step in named.replace("\\", "/").split("/"):
        if step == ".." and steps and steps[-1] != "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def contract(spec: ContractSpec | None, place: Place) -> values.Contract | None:
    if spec is None:
        return None
    return values.Contract(place, flag(spec.enforced, False), spec.schema_, spec.compatibility, sla(spec.sla))
