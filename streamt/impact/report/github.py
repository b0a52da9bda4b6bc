"""The report as annotations of a GitHub workflow: breaking and risky changes at the node they happen to."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.impact.assessment import Impact, Report
from streamt.impact.report import words
from streamt.lineage.canvas import printable
from streamt.select.graph import Node, nodes_by_id

_LEVELS = {"breaking": "error", "risky": "warning"}
_MOST = 50  # GitHub shows ten of each level a step, and fifty a job


def render(found: Report) -> str:
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Report) -> Iterator[str]:
    nodes = nodes_by_id(found.head.manifest)
    told = [impact for impact in found.impacts if impact.change.severity != "safe" and impact.follows is None]
    for impact in told[:_MOST]:
        yield _annotation(impact, nodes.get(impact.change.node))
    if len(told) > _MOST:
        yield f"::notice::{len(told) - _MOST} more changes are in the report"


def _annotation(impact: Impact, node: Node | None) -> str:
    change = impact.change
    place = f"file={_property(node.path)},line={node.line}," if node else ""
    reached = ", ".join(exposure.name for exposure, _ in impact.reach.exposures())
    message = f"{words.where(change)}: {change.reason}{f'; reaches {reached}' if reached else ''}"
    return f"::{_LEVELS[change.severity]} {place}title={_property(words.what(change))}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
