"""Changes that concern no single node: owners' contacts, functions, dependencies, settings, and what the lint finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from streamt.impact.change import PROJECT, Change
from streamt.impact.values import differences, numbered, plain, without_secrets
from streamt.manifest.model import Finding, Manifest


def project_changes(old: Manifest, new: Manifest) -> Iterator[Change]:
    for name in ("project", "version", "description"):
        yield from plain("project.changed", PROJECT, name, getattr(old, name), getattr(new, name))
    for path, before, after in differences(old.owners, new.owners, "owners"):
        yield Change("owner.contact_changed", PROJECT, path, before, after)
    yield from _named("function", "name", old.functions, new.functions)
    yield from _named("dependency", "project", old.dependencies, new.dependencies)
    for name in ("runtime", "safety", "alerting"):
        for path, before, after in differences(getattr(old, name), getattr(new, name), name):
            yield Change(f"{name}.changed", PROJECT, path, before, after)


def _named(
    kind: str, key: str, before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> Iterator[Change]:
    old, new = _by(key, before), _by(key, after)
    for name in sorted(old.keys() | new.keys()):
        was, becomes = old.get(name), new.get(name)
        if was is not None and becomes is not None:
            for path, one, other in differences(was, becomes, name):
                yield Change(f"{kind}.changed", PROJECT, path, one, other)
        else:
            shown = (without_secrets(name, each) for each in (was, becomes))
            yield Change(f"{kind}.{'added' if was is None else 'removed'}", PROJECT, name, *shown)


def _by(key: str, entries: list[dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    return {str(entry.get(key)): entry for entry in entries}


def finding_changes(old: Manifest, new: Manifest) -> Iterator[Change]:
    """Findings are the same wherever in a file they stand."""
    before, after = Counter(map(_told, old.findings)), Counter(map(_told, new.findings))
    for node, subject, message in _by_node(after - before):
        yield Change("finding.added", node, subject, None, message)
    for node, subject, message in _by_node(before - after):
        yield Change("finding.resolved", node, subject, message, None)


def _by_node(told: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Node, rule (numbered where it fires more than once there), message."""
    for node, group in groupby(sorted(told), key=itemgetter(0)):
        findings = tuple(group)
        subjects = numbered(rule for _, rule, _ in findings)
        yield from (
            (node, subject, message) for subject, (_, _, message) in zip(subjects, findings, strict=True)
        )


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.node or PROJECT, finding.rule, finding.message
