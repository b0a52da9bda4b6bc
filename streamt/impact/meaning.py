"""Changes of what a row means: its key, its updates, its time, the query that makes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from streamt.impact.change import Change
from streamt.impact.values import differences, directed, plain
from streamt.manifest.model import Model, Source

_UNKNOWN = "UNKNOWN"
_TOKEN = re.compile(
    r"--[^\n]*|/\*.*?\*/|(?P<token>'(?:[^']|'')*'|`(?:[^`]|``)*`|\"(?:[^\"]|\"\")*\"|\w+|[^\s\w])", re.DOTALL
)


def key_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    yield from plain("key.changed", new.id, "key", old.key, new.key)


def changelog_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    before, after = _changelog(old), _changelog(new)
    if before == after:
        return
    if _UNKNOWN in (before, after):
        kind = "changelog.lost" if after == _UNKNOWN else "changelog.learnt"
        yield Change(kind, new.id, "changelog", before, after, "unknown")
        return
    kinds = {"append": "changelog.became_append"} if before != "append" else {}
    kind = kinds.get(after, "changelog.changed" if before != "append" else "changelog.became_updating")
    yield Change(kind, new.id, "changelog", before, after)


def _changelog(node: Source | Model) -> str:
    return node.changelog if isinstance(node, Source) else node.streaming.changelog_mode


def streaming_changes(old: Model, new: Model) -> Iterator[Change]:
    before, after = old.streaming, new.streaming
    if _UNKNOWN in (before.changelog_mode, after.changelog_mode):  # a query that could not be analysed
        return
    yield from plain("upsert_key.changed", new.id, "upsert_keys", _keys(old), _keys(new))
    for column in sorted(before.time_attributes.keys() | after.time_attributes.keys()):
        yield from _time_attribute(
            new.id, column, before.time_attributes.get(column), after.time_attributes.get(column)
        )
    if before.deterministic != after.deterministic and _UNKNOWN not in (
        before.deterministic,
        after.deterministic,
    ):
        kind = "determinism.gained" if after.deterministic else "determinism.lost"
        yield Change(kind, new.id, "deterministic", before.deterministic, after.deterministic)
    yield from _state(old, new)


def _keys(model: Model) -> list[list[str]]:
    """Columns of a key, and keys, have no order."""
    return sorted(sorted(key) for key in model.streaming.upsert_keys)


def _time_attribute(node: str, column: str, before: str | None, after: str | None) -> Iterator[Change]:
    if before != after:
        kind = "added" if before is None else "removed" if after is None else "changed"
        yield Change(f"time_attribute.{kind}", node, column, before, after)


def _state(old: Model, new: Model) -> Iterator[Change]:
    before, after = (
        Counter(f"{each.operator}, bounded by {each.bounded_by}" for each in model.streaming.state)
        for model in (old, new)
    )
    if before != after:
        fresh = after - before
        unbounded = any(each.endswith(", bounded by nothing") for each in fresh)
        kind = "state.unbounded" if unbounded else "state.changed"
        yield Change(kind, new.id, "state", sorted(before.elements()), sorted(after.elements()))


def sql_changes(old: Model, new: Model) -> Iterator[Change]:
    """Comments and formatting are no change, and what changed in the SELECT list alone is told column by column.

    What any other change does to the rows is not worked out: structural.
    """
    if _same_query(old, new) or (
        old.rows_fingerprint is not None and old.rows_fingerprint == new.rows_fingerprint
    ):
        return
    yield Change("sql.changed", new.id, "sql", old.compiled_sql, new.compiled_sql, "structural")


def _same_query(old: Model, new: Model) -> bool:
    if old.compiled_sql == new.compiled_sql:
        return True
    if old.sql_fingerprint is not None and new.sql_fingerprint is not None:
        return old.sql_fingerprint == new.sql_fingerprint
    return tokens(old.compiled_sql or "") == tokens(new.compiled_sql or "")


def tokens(sql: str) -> list[str]:
    """For queries that could not be read: their words, without comments and blanks."""
    found = (match["token"] for match in _TOKEN.finditer(sql))
    return [token for token in found if token is not None and token != ";"]


def input_changes(old: Model, new: Model) -> Iterator[Change]:
    for node in sorted(set(new.from_) - set(old.from_)):
        yield Change("input.added", new.id, node, None, node)
    for node in sorted(set(old.from_) - set(new.from_)):
        yield Change("input.removed", new.id, node, node, None)


def lookup_changes(old: Source, new: Source) -> Iterator[Change]:
    for path, before, after in differences(old.lookup, new.lookup, "lookup"):
        yield Change("lookup.changed", new.id, path, before, after)


def event_time_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    before, after = old.event_time or {}, new.event_time or {}
    if before.get("column") != after.get("column"):
        kind = "added" if not before else "removed" if not after else "changed"
        yield Change(f"event_time.{kind}", new.id, "event_time", before.get("column"), after.get("column"))
        return
    yield from directed(
        new.id, "max_out_of_orderness_ms", _delay(before), _delay(after),
        "watermark.delay_reduced", "watermark.delay_extended", "watermark.delay_changed",
    )  # fmt: skip
    idle = (before.get("idle_timeout_ms"), after.get("idle_timeout_ms"))
    yield from plain("watermark.idleness_changed", new.id, "idle_timeout_ms", *idle)


def _delay(event_time: dict[str, Any]) -> Any:
    watermark = event_time.get("watermark")
    return watermark.get("max_out_of_orderness_ms") if isinstance(watermark, dict) else None
