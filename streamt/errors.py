"""What can stop a command, and the exit code that says so.

StreamtError
|- CannotRun          2: usage, unreadable project, unreachable system, lease held
|- GateClosed         1: lint errors, impact gate, failed data test, refused or stale plan
`- StoppedPartWay     3: an apply that stopped half-way, with what was done and how to go on

Anything else that reaches `cli.main` is a bug in streamt: exit 70 with a report that can be pasted.
"""

from __future__ import annotations

OK = 0
GATE_CLOSED = 1
CANNOT_RUN = 2
STOPPED_PART_WAY = 3
BUG = 70


class StreamtError(Exception):
    """A known reason to stop. `str(error)` is the whole message: what, where, what to do."""

    exit_code = CANNOT_RUN


class CannotRun(StreamtError):
    exit_code = CANNOT_RUN


class GateClosed(StreamtError):
    exit_code = GATE_CLOSED


class StoppedPartWay(StreamtError):
    exit_code = STOPPED_PART_WAY
