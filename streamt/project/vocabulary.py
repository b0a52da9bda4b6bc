"""The words of the DSL, read off the specs: which keys and choices there are at a place, and which one was meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

from streamt.load.document import Route


def keys_at(spec: type[BaseModel], loc: Route) -> tuple[str, ...] | None:
    """The keys that the spec allows at `loc`; None where any may stand."""
    found: Any = spec
    for step in loc:
        if isinstance(found, type) and issubclass(found, BaseModel):
            found = _fields(found).get(str(step))
        else:
            found = next(
                (part for part in reversed(get_args(found)) if get_args(part) or _is_spec(part)), None
            )
        found = _unwrapped(found)
        if found is None:
            return None
    return tuple(_fields(found)) if _is_spec(found) else None


def _is_spec(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel)


def _fields(spec: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in spec.model_fields.items()}


def _unwrapped(annotation: Any) -> Any:
    """Without `| None` and `Annotated`."""
    while (
        annotation is not None
        and not _is_spec(annotation)
        and getattr(annotation, "__origin__", None) not in (list, dict, tuple)
    ):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if not inner:
            return annotation
        annotation = inner[0]
    return annotation


def choices_at(spec: type[BaseModel], loc: Route) -> tuple[str, ...]:
    """The words of the enumeration at `loc`."""
    names = tuple(step for step in loc if isinstance(step, str))
    parent = loc[: loc.index(names[-1])] if names else ()
    found: Any = spec
    for step in parent:
        found = (
            _unwrapped(_fields(found).get(str(step)))
            if _is_spec(found)
            else _unwrapped(next(iter(reversed(get_args(found))), None))
        )
    annotation = _fields(found).get(names[-1]) if _is_spec(found) and names else found
    return tuple(_literals(annotation))


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        elif part is not type(None):
            yield from _literals(part)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else None


def one_of(choices: tuple[str, ...]) -> str | None:
    if len(choices) < 2:
        return choices[0] if choices else None
    return ", ".join(choices[:-1]) + " or " + choices[-1]


def dotted(loc: Route) -> str:
    """`columns[2].type`"""
    text = ""
    for step in loc:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
