"""Changes of exposures: what they read and write, and what they expect of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamt.impact.change import Change
from streamt.impact.values import differences, plain
from streamt.manifest.model import Exposure, ExposureRead

_EXPECTATIONS = ("sla", "freshness", "contracts", "data_requirements")
_ACCESS = ("access", "principal", "group")
_FACTS = (
    "type",
    "role",
    "url",
    "repo",
    "language",
    "tool",
    "consumer_group",
    "schedule",
    "use_case",
    "risk_level",
    "audit",
)


def exposure_changes(old: Exposure, new: Exposure) -> Iterator[Change]:
    yield from _reads(new.id, old.consumes, new.consumes)
    yield from _produces(new.id, old.produces, new.produces)
    for names, kind in (
        (_EXPECTATIONS, "exposure.expectation_changed"),
        (_ACCESS, "exposure.access_changed"),
        (_FACTS, "exposure.changed"),
    ):
        for name in names:
            yield from _facts(kind, new.id, name, getattr(old, name), getattr(new, name))


def _facts(kind: str, node: str, name: str, before: Any, after: Any) -> Iterator[Change]:
    if isinstance(before or {}, dict) and isinstance(after or {}, dict):
        for path, was, becomes in differences(before, after, name):
            yield from plain(kind, node, path, _unordered(was), _unordered(becomes))
    else:
        yield from plain(kind, node, name, before, after)


def _unordered(value: Any) -> Any:
    """Roles and the like have no order."""
    return sorted(value, key=str) if isinstance(value, list) else value


def _reads(node: str, before: list[ExposureRead], after: list[ExposureRead]) -> Iterator[Change]:
    old, new = _by_node(before), _by_node(after)
    for read in sorted(new.keys() - old.keys()):
        yield Change("exposure.read_added", node, read, None, new[read] or "every column")
    for read in sorted(old.keys() - new.keys()):
        yield Change("exposure.read_removed", node, read, old[read] or "every column", None)
    for read in sorted(old.keys() & new.keys()):
        if old[read] != new[read]:
            shown = (old[read] or "every column", new[read] or "every column")
            yield Change("exposure.columns_changed", node, read, *shown)


def _by_node(reads: list[ExposureRead]) -> dict[str, list[str] | None]:
    """Node -> its columns; None where one of the entries does not say which."""
    found: dict[str, list[str] | None] = {}
    for read in reads:
        known = found.get(read.node, [])
        found[read.node] = None if known is None or read.columns is None else sorted({*known, *read.columns})
    return found


def _produces(node: str, before: list[ExposureRead], after: list[ExposureRead]) -> Iterator[Change]:
    old, new = ({read.node for read in reads} for reads in (before, after))
    for written in sorted(new - old):
        yield Change("exposure.produce_added", node, written, None, written)
    for written in sorted(old - new):
        yield Change("exposure.produce_removed", node, written, written, None)
