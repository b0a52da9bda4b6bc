"""Make a plan's changes, in order, each with its intent committed before and its outcome after.

Killed anywhere, the next apply finds what was begun and finishes it: steps are idempotent, and the ids they use
(of jobs, of savepoints) are those of the first attempt. What depends on a failure is left out; the rest goes on.
"""

from __future__ import annotations

import uuid
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone

from streamt.deploy.deployment import Deployment
from streamt.deploy.graph import below
from streamt.deploy.intents import Intents
from streamt.deploy.journal import Journal, LostLease
from streamt.deploy.journal.records import Record, deployment_records
from streamt.deploy.lease import take
from streamt.deploy.order import stages
from streamt.deploy.plan import Plan
from streamt.deploy.send import send
from streamt.errors import CannotRun, GateClosed, StoppedPartWay
from streamt.manifest.io import to_text
from streamt.runtimes.base import Change, Done, Event, NotDone, Unreachable


@dataclass(frozen=True, slots=True)
class Begun:
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    change: Change


Happening = Begun | Skipped | Event


@dataclass(frozen=True, slots=True)
class Outcome:
    done: tuple[Change, ...] = ()
    failed: tuple[Change, ...] = ()
    skipped: tuple[Change, ...] = ()


def apply(deployment: Deployment, plan: Plan, seen: Journal) -> Iterator[Happening]:
    """Yields what happens. `seen` is the journal that the plan was made from.

    Raises GateClosed for a plan with refusals, CannotRun while another apply is at work, StoppedPartWay at the end when
    something could not be done, or at once when another apply took over. A plan without changes writes nothing.
    """
    if plan.refusals:
        raise GateClosed("The plan has refusals; nothing was changed.")
    if not plan.changes:
        return
    held = take(deployment, seen, uuid.uuid4().hex)
    intents = Intents(held, seen)
    finished = False
    try:
        outcome = yield from _make(deployment, plan.changes, intents)
        finished = True
        held.release(_recorded(deployment, held.apply_id, outcome))
    except LostLease:
        finished = True
        raise
    except CannotRun as error:
        raise StoppedPartWay(f"{error}\nGo on with: streamt apply") from error
    finally:
        if not finished:  # Ctrl-C too: nobody shall have to wait for the lease to end
            with suppress(CannotRun, LostLease):
                held.release()
    if outcome.failed:
        raise StoppedPartWay(_summary(outcome))


def _make(
    deployment: Deployment, changes: Sequence[Change], intents: Intents
) -> Generator[Happening, None, Outcome]:
    """Stage by stage; what stands below a failure is skipped."""
    done: list[Change] = []
    failed: list[Change] = []
    skipped: list[Change] = []
    for stage in stages(changes):
        blocked = below(deployment.manifest.dag, {change.node for change in failed})
        out = [change for change in stage if change.node in blocked]
        todo = tuple(change for change in stage if change.node not in blocked)
        skipped += out
        yield from (Skipped(change) for change in out)
        if not todo:
            continue
        yield Begun(todo)
        todo = intents.begin(todo)
        by_key = {change.key: change for change in todo}
        for event in _sent(todo, deployment):
            intents.note(event, by_key[event.key])
            yield event
            if isinstance(event, Done):
                done.append(by_key[event.key])
            elif isinstance(event, NotDone):
                failed.append(by_key[event.key])
    return Outcome(tuple(done), tuple(failed), tuple(skipped))


def _sent(changes: tuple[Change, ...], deployment: Deployment) -> Iterator[Event]:
    """The runtime's events, with nothing in a reason that came from the environment; a system that is gone fails its changes."""
    left = {change.key for change in changes}
    try:
        for event in send(changes, deployment):
            if isinstance(event, (Done, NotDone)):
                left.discard(event.key)
            yield (
                replace(event, reason=deployment.hide(event.reason)) if isinstance(event, NotDone) else event
            )
    except Unreachable as error:
        yield from (NotDone(key, deployment.hide(str(error))) for key in sorted(left))


def _recorded(deployment: Deployment, apply_id: str, outcome: Outcome) -> list[Record]:
    about = {
        "apply": apply_id,
        "when": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "manifest": deployment.manifest.content_hash,
        "result": "part-way" if outcome.failed else "done",
        "done": [str(change.key) for change in outcome.done],
        "failed": [str(change.key) for change in outcome.failed],
        "skipped": [str(change.key) for change in outcome.skipped],
    }
    return list(deployment_records(apply_id, about, to_text(deployment.manifest)))


def _summary(outcome: Outcome) -> str:
    lines = [f"The apply stopped part-way: {len(outcome.done)} done, {len(outcome.failed)} failed."]
    if outcome.skipped:
        names = ", ".join(str(change.key) for change in outcome.skipped)
        lines.append(f"Left out, because they depend on a failure: {names}.")
    lines.append("What is done is live. Mend what failed and go on with: streamt apply")
    return "\n".join(lines)
