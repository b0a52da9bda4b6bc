"""What an apply is about to do and what came of it, written to the deployments topic as it goes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from streamt.deploy.journal import Entry, Journal
from streamt.deploy.journal.records import Record, entry_record, forgotten
from streamt.deploy.lease import Held
from streamt.runtimes.base import Change, Done, Event, Key, Learned, NotDone, Waiting


class Intents:
    def __init__(self, held: Held, journal: Journal) -> None:
        self._held = held
        self._entries: dict[Key, Entry] = dict(journal.entries)

    def begin(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Commit what is about to be done; returns the changes with the ids they must use. Raises LostLease."""
        ready = tuple(self._with_ids(change) for change in changes)
        for change in ready:
            self._entries[change.key] = self._intent(change)
        self._held.write([entry_record(self._entries[change.key]) for change in ready])
        return ready

    def note(self, event: Event, change: Change) -> None:
        """Write down what came of it; waiting only keeps the lease."""
        if isinstance(event, Waiting):
            self._held.renew()
        else:
            self._held.write([self._outcome(event, change)])

    def _with_ids(self, change: Change) -> Change:
        """An attempt that died keeps its ids: what it may have begun is then recognised, not done twice."""
        before = self._entries.get(change.key)
        if before is not None and before.state == "intent" and "token" in before.details:
            learned = {name: value for name, value in before.facts.items() if name == "state_path"}
            return replace(change, details={**learned, **change.details, "token": before.details["token"]})
        token = hashlib.sha256(f"{self._held.apply_id} {change.key!r}".encode()).hexdigest()[:32]
        return replace(change, details={**change.details, "token": token})

    def _intent(self, change: Change) -> Entry:
        before = self._entries.get(change.key)
        return Entry(
            key=change.key,
            state="intent",
            apply=self._held.apply_id,
            action=change.action,
            node=change.node,
            # A job says itself whose it is; other things are ours when we made them.
            owned=change.action == "create"
            or change.key.kind == "flink_job"
            or (before is not None and before.owned),
            details=change.details,
            facts=before.facts if before is not None else {},
        )

    def _outcome(self, event: Learned | Done | NotDone, change: Change) -> Record:
        entry = self._entries[change.key]
        if isinstance(event, Done) and change.action == "delete":
            del self._entries[change.key]
            return forgotten(change.key)
        if isinstance(event, NotDone):
            entry = replace(entry, state="failed")
        else:
            state = "done" if isinstance(event, Done) else entry.state
            entry = replace(entry, state=state, facts={**entry.facts, **event.facts})
        self._entries[change.key] = entry
        return entry_record(entry)
