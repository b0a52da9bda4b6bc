"""One apply at a time: a lease in the deployments topic, renewed while at work."""

from __future__ import annotations

import getpass
import os
import socket
import time
from collections.abc import Sequence

from streamt.deploy.deployment import Deployment
from streamt.deploy.journal import Journal, Lease, Writer, create_topic
from streamt.deploy.journal.records import Record, lease_record
from streamt.errors import CannotRun, GateClosed

_SECONDS = 60.0
_RENEW_AFTER_SECONDS = 15.0


class Held:
    """The lease, and with it the right to write."""

    def __init__(self, writer: Writer, apply_id: str) -> None:
        self.apply_id = apply_id
        self._writer = writer
        self._renewed = 0.0

    def write(self, records: Sequence[Record]) -> None:
        """Write and renew the lease, at once. Raises LostLease."""
        self._writer.write([lease_record(_lease(self.apply_id)), *records])
        self._renewed = time.monotonic()

    def renew(self) -> None:
        if time.monotonic() - self._renewed > _RENEW_AFTER_SECONDS:
            self.write([])

    def release(self, records: Sequence[Record] = ()) -> None:
        self._writer.write([*records, lease_record(None)])


def take(deployment: Deployment, seen: Journal, apply_id: str) -> Held:
    """Become the one who applies. `seen` is the journal the plan was made from.

    Raises CannotRun while another one is at work, GateClosed when another one was since.
    """
    refuse_if_held(seen)
    create_topic(deployment.journal_settings, deployment.journal_topic)
    writer = Writer(deployment.journal_settings, deployment.journal_topic)
    now = deployment.journal()
    refuse_if_held(now)
    if (now.entries, now.deployments) != (seen.entries, seen.deployments):
        raise GateClosed("Another apply changed things since this plan was made. Plan again.")
    held = Held(writer, apply_id)
    held.write([])
    return held


def refuse_if_held(journal: Journal) -> None:
    lease = journal.lease
    if lease is None or lease.expires < time.time() or _died_here(lease):
        return
    left = max(1, round(lease.expires - time.time()))
    raise CannotRun(
        f"{lease.who} on {lease.host} is applying (process {lease.pid}). "
        f"If that one died, its lease ends in {left} s; then apply again."
    )


def _lease(apply_id: str) -> Lease:
    return Lease(apply_id, _user(), socket.gethostname(), os.getpid(), time.time() + _SECONDS)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user need not have a name
        return f"user {os.getuid()}"


def _died_here(lease: Lease) -> bool:
    """A process of this very machine that is no more does not come back."""
    if lease.host != socket.gethostname():
        return False
    try:
        os.kill(lease.pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
