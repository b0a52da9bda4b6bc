"""One pull-request comment: who is affected first, then what changed, then a picture and the details.

Everything that comes from a project stands in code spans, where Markdown, mentions, links and HTML mean nothing. The whole is
never longer than GitHub takes, whatever the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from streamt.impact.assessment import Affected, Impact, Report
from streamt.impact.report import words
from streamt.lineage import mermaid
from streamt.lineage.columns import columns_known
from streamt.lineage.view import view_of
from streamt.select.graph import graph_of

LIMIT = 65_536  # characters GitHub takes; counted here in bytes, which are never fewer
_MOST_DRAWN = 30
_LONGEST_VALUE = 120
_MOST_NAMED = 3
_MARKS = {"breaking": "🛑", "risky": "⚠️", "safe": "✅"}
_SHARES = {
    "affected": 16_000,
    "breaking": 16_000,
    "risky": 12_000,
    "safe": 6_000,
    "follows": 6_000,
    "coverage": 2_000,
}
_BACKTICKS = re.compile(r"`+")
_PIPE = re.compile(r"(\\*)\|")


def render(found: Report) -> str:
    """Nothing when nothing changed."""
    if not found.impacts:
        return ""
    return "\n\n".join(filter(None, _sections(found))) + "\n"


def _sections(found: Report) -> Iterator[str]:
    manifest = found.head.manifest
    yield f"<!-- streamt:impact:{_marker(manifest.project)}:{_marker(manifest.environment)} -->"
    yield f"### {words.summary(found)}"
    yield f"{_compared(found)} {_who_answers(found)}".rstrip()
    yield _affected_table(found.affected)
    roots = [impact for impact in found.impacts if impact.follows is None]
    for severity, heading in (("breaking", "Breaking changes"), ("risky", "Risky changes")):
        yield _table(
            f"#### {_MARKS[severity]} {heading}",
            [each for each in roots if each.change.severity == severity],
            severity,
        )
    yield _picture(found)
    yield _folded("safe", "safe change", [each for each in roots if each.change.severity == "safe"])
    yield _folded(
        "follows",
        "change that follows from those above",
        [each for each in found.impacts if each.follows is not None],
    )
    yield _coverage(found)


def _marker(name: str) -> str:
    """What an HTML comment may hold: names are such anyway, unless someone means harm."""
    return re.sub(r"[^A-Za-z0-9_.]+", "-", name)[:80].strip("-")


def _compared(found: Report) -> str:
    base = found.base
    at = f" at {code(base.commit[:12])}" if base.commit else ""
    return f"{code(found.head.label)} compared with {code(base.label)}{at}, environment {code(found.head.manifest.environment)}."


def _who_answers(found: Report) -> str:
    names = found.owners
    if not names:
        return ""
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return f"Who answers for what is reached: {', '.join(map(code, names[:10]))}{more}."


def _affected_table(reached: Sequence[Affected]) -> str:
    if not reached:
        return ""
    rows = (_affected_row(each) for each in reached)
    head = "| | Exposure | Owner | Because of | How sure |\n|---|---|---|---|---|"
    return _fitted("#### Who is affected", head, rows, len(reached), _SHARES["affected"])


def _affected_row(each: Affected) -> str:
    reasons = [
        f"{code(words.where(impact.change))} {words.what(impact.change)}"
        for impact in each.causes[:_MOST_NAMED]
    ]
    more = f" and {len(each.causes) - _MOST_NAMED} more" if len(each.causes) > _MOST_NAMED else ""
    exposure = f"{code(each.exposure.name)} {each.exposure.type.replace('_', ' ')}"
    owner = code(each.exposure.owner) if each.exposure.owner else "nobody named"
    return f"| {_MARKS[each.severity]} | {exposure} | {owner} | {'<br>'.join(reasons)}{more} | {each.certainty} |"


def _table(heading: str, impacts: Sequence[Impact], share: str) -> str:
    if not impacts:
        return ""
    head = "| What | Where | Before | After | Reaches | Why it matters |\n|---|---|---|---|---|---|"
    return _fitted(heading, head, map(_row, impacts), len(impacts), _SHARES[share])


def _row(impact: Impact) -> str:
    change = impact.change
    before, after = words.shown(change)
    unsure = "" if change.certainty == "proven" else f" ({change.certainty})"
    cells = (
        f"{words.what(change)}{unsure}",
        code(words.where(change)),
        code(before),
        code(after),
        _reaches(impact),
        change.reason,
    )
    return f"| {' | '.join(cells)} |"


def _reaches(impact: Impact) -> str:
    exposures = [exposure.name for exposure, _ in impact.reach.exposures()]
    models = impact.reach.model_count
    named = [code(name) for name in exposures[:_MOST_NAMED]]
    if len(exposures) > _MOST_NAMED:
        named.append(words.counted(len(exposures) - _MOST_NAMED, "more exposure"))
    if models:
        named.append(words.counted(models, "model"))
    return ", ".join(named)


def _folded(share: str, noun: str, impacts: Sequence[Impact]) -> str:
    body = _table("", impacts, share)
    plural = noun if len(impacts) == 1 else noun.replace("change", "changes", 1).replace("follows", "follow")
    return _details(f"{len(impacts)} {plural}", body) if body else ""


def _details(title: str, body: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{body.strip()}\n\n</details>"


def _picture(found: Report) -> str:
    """Changed nodes, bold, with what they reach; only where there is something to see."""
    manifest = found.head.manifest
    there = set(graph_of(manifest).nodes)
    changed = [
        impact.change.node
        for impact in found.impacts
        if impact.change.severity != "safe" and impact.change.node in there
    ]
    reached = [
        *(model.id for model in found.models),
        *(each.exposure.id for each in found.affected),
    ]
    if not changed or not reached:
        return ""
    view = view_of(manifest, (*changed, *reached), "neither")
    around = tuple(
        node if node.id in changed else replace(node, relation="downstream") for node in view.nodes
    )
    drawing = mermaid.render(replace(view, nodes=around), _MOST_DRAWN, changed)
    return _details("What is reached, drawn", f"```mermaid\n{drawing}```")


def _coverage(found: Report) -> str:
    """Where the report could not look: no silence about what is not known."""
    unread = [model.id for model in found.head.manifest.models if not columns_known(model)]
    if not unread:
        return ""
    names = ", ".join(code(model.rpartition(":")[2]) for model in unread[:10]) + (
        " .." if len(unread) > 10 else ""
    )
    model, its = ("model", "its") if len(unread) == 1 else ("models", "their")
    body = f"{len(unread)} {model} whose columns are not all known: {names}. What passes through {its} columns is called structural."
    return _details("How far columns could be followed", body)


def _fitted(heading: str, head: str, rows: Iterable[str], count: int, budget: int) -> str:
    """As many rows as the budget takes, and how many there are besides."""
    kept: list[str] = []
    size = 0
    for row in rows:
        size += len(row.encode("utf-8", "surrogatepass")) + 1
        if size > budget:
            break
        kept.append(row)
    rest = (
        f"\n\n{count - len(kept)} more: `streamt impact --format json` lists them all."
        if len(kept) < count
        else ""
    )
    return "\n".join(filter(None, (heading and f"{heading}\n", head, *kept))) + rest


def code(text: str) -> str:
    """A code span that shows the text and cannot be left: no line breaks, a fence longer than any inside, pipes kept in the cell."""
    flat = "".join(character if character.isprintable() else " " for character in text)
    if not flat.strip():
        return ""
    if len(flat) > _LONGEST_VALUE:
        flat = flat[: _LONGEST_VALUE - 2] + ".."
    fence = "`" * (max(map(len, _BACKTICKS.findall(flat)), default=0) + 1)
    padding = " " if flat[0] in " `" or flat[-1] in " `" else ""
    inside = _PIPE.sub(lambda found: found[1] * 2 + "\\|", flat)
    return f"{fence}{padding}{inside}{padding}{fence}"
