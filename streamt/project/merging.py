"""How defaults, nodes and environments are laid over each other: mappings deep, lists replaced, null unsets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with `over` laid over it; neither is changed. A null in `over` stays, to unset what lies below."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        result[key] = (
            merged(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
        )
    return result


FOREIGN = "definition"  # a schema's own text: what null means in it (`default: null`) is not ours to say


def without_nulls(value: Any) -> Any:
    """The value without the keys that have none; the same object when there are none. Depth is bounded by the loader."""
    if isinstance(value, dict):
        kept = {
            key: item if key == FOREIGN else without_nulls(item) for key, item in value.items() if item is not None
        }
        return (
            value
            if len(kept) == len(value) and all(kept[key] is item for key, item in value.items())
            else kept
        )
    if isinstance(value, list):
        items = [without_nulls(item) for item in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    return value
