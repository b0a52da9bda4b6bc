"""Plans, what happens in an apply, and statuses as lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from streamt.deploy.apply import Begun, Happening, Skipped
from streamt.deploy.plan import Plan
from streamt.deploy.status import Status, ThingStatus
from streamt.runtimes.base import Action, Change, Learned, NotDone, Refusal, Waiting

_SIGNS: dict[Action, str] = {"create": "+", "update": "~", "replace": "!", "delete": "-"}
_DONE: dict[Action, str] = {
    "create": "created",
    "update": "updated",
    "replace": "replaced",
    "delete": "deleted",
}
_MOST_NAMES = 3

Hide = Callable[[str], str]


def plan(found: Plan, hide: Hide) -> str:
    blocks = [
        [f"{found.project}, environment {found.environment}"],
        [line for change in found.changes for line in _change(change, hide)],
        _listed("Left out by --exclude:", found.dropped),
        _listed("No longer declared, kept (--allow-delete takes them away):", map(str, found.orphans)),
        _listed("Refused:", (line for refusal in found.refusals for line in _refusal(refusal))),
        [f"Reaches: {', '.join(found.reaches)}"] if found.reaches else [],
        [_counts(found)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def happening(event: Happening, changes: Sequence[Change]) -> str | None:
    """One line for what just happened; nothing for what only takes time."""
    if isinstance(event, (Waiting, Learned, Begun)):
        return None
    if isinstance(event, Skipped):
        return f"skipped   {event.change.key}: it depends on a failure"
    if isinstance(event, NotDone):
        return f"failed    {event.key}: {event.reason}"
    action = next(change.action for change in changes if change.key == event.key)
    return f"{_DONE[action]:<9} {event.key}"


def waiting(event: Happening) -> str | None:
    """What is going on, for the one line of a terminal that changes."""
    if isinstance(event, Waiting):
        return f"{event.key}: {event.text}"
    if isinstance(event, Begun):
        names = ", ".join(str(change.key) for change in event.changes[:_MOST_NAMES])
        more = len(event.changes) - _MOST_NAMES
        return f"{names} and {more} more" if more > 0 else names
    return None


def status(found: Status, hide: Hide) -> str:
    lines = [line for thing in found.things for line in _thing(thing, hide)]
    tail = _listed("Not finished by an earlier apply:", map(str, found.unfinished))
    blocks = [[f"{found.project}, environment {found.environment}"], lines, tail]
    if found.lease:
        blocks.append([f"At work: {found.lease}"])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _thing(thing: ThingStatus, hide: Hide) -> Iterator[str]:
    mark = "ok" if thing.is_well else "!!"
    lag = f", {thing.lag} behind" if thing.lag is not None else ""
    yield f"  {mark} {thing.key}: {thing.state}{lag}"
    yield from (f"       {hide(line)}" for line in thing.differences)


def _change(change: Change, hide: Hide) -> Iterator[str]:
    yield f"  {_SIGNS[change.action]} {change.key}   ({change.node})"
    yield from (f"      {hide(line)}" for line in change.why)


def _refusal(refusal: Refusal) -> Iterator[str]:
    subject = f"{refusal.key} ({refusal.node})" if refusal.key else refusal.node
    yield f"{subject}: {refusal.what}"
    if refusal.help:
        yield f"  {refusal.help}"


def _listed(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return [title, *found] if found else []


def _counts(found: Plan) -> str:
    if found.is_empty:
        return "Nothing to change."
    words = {"create": "to create", "update": "to update", "replace": "to replace", "delete": "to delete"}
    counts = [
        f"{count} {words[action]}"
        for action in words
        if (count := sum(1 for change in found.changes if change.action == action))
    ]
    if found.refusals:
        counts.append(f"{len(found.refusals)} refused: nothing can be applied")
    return ", ".join(counts) + "."
