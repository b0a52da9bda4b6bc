"""Changes of tests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from streamt.impact.change import Change
from streamt.impact.values import numbered, plain, without_secrets
from streamt.manifest.model import Test


def test_changes(old: Test, new: Test) -> Iterator[Change]:
    yield from plain("test.target_changed", new.id, "model", old.model, new.model)
    yield from plain("test.type_changed", new.id, "type", old.type, new.type)
    yield from _assertions(old, new)
    reactions = (_told(old.on_failure), _told(new.on_failure))
    if reactions[0] != reactions[1]:
        shown = (without_secrets("on_failure", each.on_failure) for each in (old, new))
        yield Change("test.reaction_changed", new.id, "on_failure", *shown)
    yield from plain("test.setting_changed", new.id, "sample_size", old.sample_size, new.sample_size)
    yield from plain("test.setting_changed", new.id, "flink_cluster", old.flink_cluster, new.flink_cluster)


def _assertions(old: Test, new: Test) -> Iterator[Change]:
    """Assertions have no order and no name: one that changed is one gone and one come."""
    before, after = (Counter(map(_told, test.assertions)) for test in (old, new))
    gone, fresh = sorted((before - after).elements()), sorted((after - before).elements())
    for subject, told in zip(numbered(map(_name, gone)), gone, strict=True):
        yield Change("test.assertion_removed", new.id, subject, json.loads(told), None)
    for subject, told in zip(numbered(map(_name, fresh)), fresh, strict=True):
        yield Change("test.assertion_added", new.id, subject, None, json.loads(told))


def _told(declared: Any) -> str:
    return json.dumps(declared, sort_keys=True, ensure_ascii=False, default=str)


def _name(told: str) -> str:
    return ", ".join(sorted(json.loads(told)))
