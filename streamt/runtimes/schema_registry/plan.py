"""What has to change for schemas to be as declared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from streamt.runtimes.base import Change, Key


@dataclass(frozen=True, slots=True)
class Schema:
    """As declared; the key's name is the subject."""

    key: Key
    node: str
    type: Literal["AVRO", "JSON", "PROTOBUF"]
    definition: str
    compatibility: str | None


@dataclass(frozen=True, slots=True)
class LiveSchema:
    version: int
    is_same: bool
    """Whether the latest version is the declared one, by the registry's own judgement."""
    compatibility: str | None
    """The subject's own level; None where it has none, or nobody asked."""


def plan(wanted: Sequence[Schema], live: Mapping[str, LiveSchema]) -> Iterator[Change]:
    for schema in wanted:
        there = live.get(schema.key.name)
        if there is None:
            level = (f"compatibility {schema.compatibility}",) if schema.compatibility else ()
            yield Change(schema.key, "create", schema.node, (f"{schema.type} schema", *level))
            continue
        differences = tuple(_differences(schema, there))
        if differences:
            yield Change(schema.key, "update", schema.node, differences)


def _differences(schema: Schema, live: LiveSchema) -> Iterator[str]:
    if not live.is_same:
        yield f"a new version after {live.version}"
    if schema.compatibility is not None and schema.compatibility != live.compatibility:
        yield f"compatibility {live.compatibility or '(global)'} -> {schema.compatibility}"


def same_text(type_: str, one: str, other: str) -> bool:
    """Whether two definitions are the same beyond doubt; the registry decides about the others."""
    return one == other or (type_ != "PROTOBUF" and _parsed(one) == _parsed(other))


def _parsed(definition: str) -> Any:
    try:
        return json.loads(definition)
    except ValueError:
        return definition
