"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from streamt.impact.assessment import Affected, Impact, Report
from streamt.impact.kinds import SEVERITIES
from streamt.impact.report import words
from streamt.lineage.canvas import printable
from streamt.select.graph import title

_LONGEST_VALUE = 60
_MOST_NAMED = 5
_MOST_TOLD = 100  # of each severity
_COLOURS = {"breaking": "\x1b[31m", "risky": "\x1b[33m", "safe": "\x1b[32m"}


def render(found: Report, colour: bool = False) -> str:
    """Nothing when nothing changed."""
    if not found.impacts:
        return ""
    return "\n".join(_lines(found, colour)) + "\n"


def _lines(found: Report, colour: bool) -> Iterator[str]:
    yield f"{words.summary(found)}."
    yield printable(
        f"{words.compared_with(found.base, found.head)}, environment {found.head.manifest.environment}"
    )
    if found.affected:
        yield ""
        yield "Who is affected"
        for each in found.affected:
            yield from _exposure(each)
    for severity in SEVERITIES:
        impacts = [impact for impact in found.impacts if impact.change.severity == severity]
        if impacts:
            yield ""
            heading = f"{severity.capitalize()} ({len(impacts)})"
            yield f"{_COLOURS[severity]}{heading}\x1b[0m" if colour else heading
            yield from _changes(impacts)


def _exposure(each: Affected) -> Iterator[str]:
    owner = f", {each.exposure.owner}" if each.exposure.owner else ""
    yield printable(
        f"  {each.exposure.name} ({each.exposure.type}{owner}): {each.severity}, {each.certainty}"
    )
    for impact in each.causes[:_MOST_NAMED]:
        yield printable(f"    {words.where(impact.change)}: {words.what(impact.change)}")
    if len(each.causes) > _MOST_NAMED:
        yield f"    and {len(each.causes) - _MOST_NAMED} more"


def _changes(impacts: Sequence[Impact]) -> Iterator[str]:
    roots = [impact for impact in impacts if impact.follows is None]
    for impact in roots[:_MOST_TOLD]:
        change = impact.change
        unsure = "" if change.certainty == "proven" else f" ({change.certainty})"
        yield printable(f"  {words.where(change)}: {words.what(change)}{unsure}{_values(impact)}")
        if change.severity != "safe":
            yield f"    {change.reason}"
            if impact.reach.count:
                yield printable(f"    reaches {_reached(impact)}")
    if len(roots) > _MOST_TOLD:
        yield f"  and {len(roots) - _MOST_TOLD} more: --format json lists them all"
    if len(roots) < len(impacts):
        yield f"  and {len(impacts) - len(roots)} downstream that follow from these"


def _values(impact: Impact) -> str:
    before, after = (_short(each) for each in words.shown(impact.change))
    if before and after:
        return f", {before} -> {after}"
    return f", {before or after}" if before or after else ""


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else f"{value[: _LONGEST_VALUE - 2]}.."


def _reached(impact: Impact) -> str:
    exposures = (exposure.name for exposure, _ in impact.reach.exposures())
    models = (title(model) for model, _ in impact.reach.models())
    rest = impact.reach.count - _MOST_NAMED
    return ", ".join(islice(chain(exposures, models), _MOST_NAMED)) + (
        f" and {rest} more" if rest > 0 else ""
    )
