"""What all forms of the report say alike: counts, a change in a few words, values short enough to read."""

from __future__ import annotations

import json
import re
from typing import Any

from streamt.impact.assessment import Report, Side
from streamt.impact.change import PROJECT, Change
from streamt.impact.kinds import SEVERITIES, Severity

_ID = re.compile(r"^(?:column:)?(?:source|model|test|exposure):(?=[A-Za-z])")
# Subjects that the kind of change already names.
_SAID = (
    "materialized",
    "upsert_keys",
    "deterministic",
    "cluster",
    "flink_cluster",
    "connect_cluster",
    "deprecation_date",
    "latest_version",
)
_LONG = ("sql.changed", "schema.definition_changed", "description.changed")  # read them in the diff


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def summary(found: Report) -> str:
    """One sentence: how bad, for whom."""
    by_severity = severities(found)
    worst: Severity = next((severity for severity in SEVERITIES if by_severity[severity]), "safe")
    reached = [each for each in found.affected if each.severity == worst]
    text = counted(by_severity[worst], f"{worst} change")
    if reached:
        text += f" reaching {counted(len(reached), 'exposure')}"
        owners = {each.exposure.owner for each in reached if each.exposure.owner}
        text += f" of {counted(len(owners), 'owner')}" if owners else ""
    rest = [
        f"{by_severity[severity]} {severity}"
        for severity in SEVERITIES
        if severity != worst and by_severity[severity]
    ]
    return f"{text}; {' and '.join(rest)} besides" if rest else text


def severities(found: Report) -> dict[Severity, int]:
    counts = dict.fromkeys(SEVERITIES, 0)
    for impact in found.impacts:
        counts[impact.change.severity] += 1
    return counts


def what(change: Change) -> str:
    """`column removed`, `topic partitions increased`."""
    return change.kind.replace(".", " ").replace("_", " ")


def where(change: Change) -> str:
    """`payments_clean.amount`, `payments_clean topic.partitions`; the node alone where the kind says the rest."""
    node = change.node.rpartition(":")[2] if change.node != PROJECT else ""
    if change.scope == "column" or change.kind.startswith(("column.", "time_attribute.")):
        return f"{node}.{change.subject}"
    said = (
        change.subject in _SAID
        or change.kind == "flink.state_incompatible"
        or change.kind.startswith(f"{change.subject}.")
    )
    return node if node and said else " ".join(filter(None, (node, plain(change.subject))))


def shown(change: Change) -> tuple[str, str]:
    """Before and after, on one line each; nothing of what is too long to read in a table."""
    if change.kind in _LONG or change.kind.startswith(("source.", "model.", "test.added", "test.removed")):
        return "", ""
    return text(change.before), text(change.after)


def text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(map(plain, value))
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def plain(value: str) -> str:
    """Ids as people write them: `payments.amount` for `column:source:payments.amount`."""
    return _ID.sub("", value)


def compared_with(base: Side, head: Side) -> str:
    return f"{head.label} compared with {base.label}{f' at {base.commit[:12]}' if base.commit else ''}"
