"""Every older way of naming what is read or written."""

from __future__ import annotations

import re
from typing import Any

from streamt.load.document import Route
from streamt.project.compat.spelling import Names, Rewrite, move, older
from streamt.project.draft import Draft

_CALL = re.compile(
    r"""\s*(?:\{\{\s*)?(ref|source)\(\s*["']([^"']+)["']\s*(?:,\s*v(?:ersion)?\s*=\s*([0-9]+)\s*)?\)(?:\s*\}\})?\s*"""
)


def references(key: str, otherwise: str = "ref") -> Rewrite:
    """Every older way of naming what is read or written, as a list of `ref:` and `source:`."""

    def step(draft: Draft, names: Names) -> None:
        value = draft.at(key)
        if isinstance(value, str | dict):
            _one_reference(draft, key, value)
        if isinstance(draft.at(key), list):
            for index in range(len(draft.at(key))):
                _reference(draft, key, index, names, otherwise)

    return step


def _one_reference(draft: Draft, key: str, value: str | dict[str, Any]) -> None:
    """`from: x`, `from: {source: x}`, `from: {sources: [..]}` become lists of what they hold."""
    origin = draft.origin((key,))
    rule = "from" if key == "from" else "references"
    entries: list[tuple[Any, Route]] = []
    if isinstance(value, str):
        entries.append((value, origin))
    else:
        single = {name: item for name, item in value.items() if name not in ("sources", "models", "refs")}
        if single:
            entries.append((single, origin))
        for name, kind in (("sources", "source"), ("models", "ref"), ("refs", "ref")):
            listed = value.get(name)
            for index, item in enumerate(listed if isinstance(listed, list) else []):
                entries.append(({kind: item} if isinstance(item, str) else item, (*origin, name, index)))
    got = f"`{key}: {value}`" if isinstance(value, str) else f"`{key}: {{{_shown(value)}}}`"
    older(draft, rule, (key,), got, f"`{key}:` with a list of `ref:` and `source:`")
    draft.put((key,), [entry for entry, _ in entries], origin)
    for index, (_, start) in enumerate(entries):
        draft.moved[(*draft.route, key, index)] = start
        for name in ("source", "ref"):
            if isinstance(value, dict) and name not in value:
                draft.moved[(*draft.route, key, index, name)] = start


def _reference(draft: Draft, key: str, index: int, names: Names, otherwise: str) -> None:
    steps: Route = (key, index)
    entry, origin = draft.at(*steps), draft.origin(steps)
    if isinstance(entry, str):
        kind, name, version = _called(entry) or (names.reference(entry, otherwise), entry, None)
        said_already = origin == (*draft.route, key)  # `from: x` was reported as a whole
        if not said_already:
            older(draft, "references", steps, f"`{entry}`", f"`{kind}: {name}`", key=False)
        read: dict[str, Any] = {kind: name} if version is None else {kind: name, "version": version}
        draft.put(steps, read, origin)
        draft.moved[(*draft.route, *steps, kind)] = origin
    elif isinstance(entry, dict) and isinstance(entry.get("model"), str):
        if origin[-1] != key:
            older(draft, "references", (*steps, "model"), "`model:`", "`ref:`")
        move(draft, (*steps, "model"), (*steps, "ref"))
    entry = draft.at(*steps)
    if isinstance(entry, dict) and isinstance(entry.get("source"), str):
        _source_of_a_model(draft, steps, entry["source"], names)


def _source_of_a_model(draft: Draft, steps: Route, name: str, names: Names) -> None:
    called = _called(name)
    if called:
        draft.put((*steps, called[0]), called[1], draft.origin((*steps, "source")))
        if called[0] == "ref":
            draft.drop(*steps, "source")
    elif name in names.models and name not in names.sources:
        older(
            draft,
            "source_of_a_model",
            (*steps, "source"),
            f"`source: {name}`, which is a model",
            f"`ref: {name}`",
        )
        move(draft, (*steps, "source"), (*steps, "ref"))


def _called(text: str) -> tuple[str, str, int | None] | None:
    """`ref("x", v=1)` -> ("ref", "x", 1)."""
    match = _CALL.fullmatch(text)
    return (match[1], match[2], int(match[3]) if match[3] else None) if match else None


def _shown(value: dict[str, Any]) -> str:
    return ", ".join(
        f"{name}: {item}" if isinstance(item, str) else f"{name}: [..]" for name, item in value.items()
    )
