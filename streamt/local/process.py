"""Processes that outlive this one, and that another command can recognise and stop.

A process is known by its number and the moment it started: numbers are used again. Each leads a session, so
that neither Ctrl-C in the terminal nor closing it reaches it, and stopping it takes its children along.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_HAS_PROC = (_PROC / "self" / "stat").exists()
_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Process:
    pid: int
    started: str
    """When, as the system says it; compared, never read."""


def spawn(command: tuple[str, ...], log: Path, environment: Mapping[str, str]) -> Process:
    """Start a command in a session of its own, its output going to `log`. Raises OSError when it cannot start."""
    truncate = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    pid = os.posix_spawn(
        command[0],
        command,
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(log), truncate, 0o644),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
    )
    return Process(pid, _start_time(pid) or "")


def is_running(process: Process) -> bool:
    _reap(process.pid)
    started = _start_time(process.pid)
    return started is not None and started == process.started


def resident_mb(process: Process) -> int | None:
    """Memory in use, in MB; nothing where the system does not say."""
    if _HAS_PROC:
        pages = _read_proc(process.pid, "statm").split()
        return int(pages[1]) * os.sysconf("SC_PAGESIZE") // 1_000_000 if pages else None
    kilobytes = _ps(process.pid, "rss")
    return int(kilobytes) // 1000 if kilobytes.isdigit() else None


def stop(processes: Iterable[Process], grace_seconds: float) -> tuple[Process, ...]:
    """Ask all to end, wait, and end those that did not by force; these are returned."""
    waiting = [process for process in processes if is_running(process)]
    for process in waiting:
        _signal_group(process.pid, signal.SIGTERM)
    deadline = time.monotonic() + grace_seconds
    while waiting and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)
        waiting = [process for process in waiting if is_running(process)]
    for process in waiting:
        _signal_group(process.pid, signal.SIGKILL)
    while any(is_running(process) for process in waiting):
        time.sleep(_POLL_SECONDS)
    return tuple(waiting)


def _signal_group(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it ended by itself meanwhile
        os.killpg(pid, number)


def _reap(pid: int) -> None:
    """Take note of the end of a child of ours; otherwise it would stay listed as a zombie."""
    with suppress(ChildProcessError):  # started by another command
        os.waitpid(pid, os.WNOHANG)


def _start_time(pid: int) -> str | None:
    """When a process started; nothing when there is none, or only its corpse."""
    if not _HAS_PROC:
        state, _, start = _ps(pid, "stat", "lstart").partition(" ")
        return start.strip() or None if not state.startswith("Z") else None
    # The second field is the program's name, in brackets, and may hold anything.
    fields = _read_proc(pid, "stat").rpartition(")")[2].split()
    return fields[19] if fields and fields[0] not in "ZX" else None


def _read_proc(pid: int, name: str) -> str:
    try:
        return (_PROC / str(pid) / name).read_text("ascii", "replace")
    except OSError:
        return ""


def _ps(pid: int, *columns: str) -> str:
    """What `ps` says of a process, for systems without /proc; empty when there is none."""
    options = [word for column in columns for word in ("-o", f"{column}=")]
    answer = subprocess.run(
        ["ps", *options, "-p", str(pid)], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}
    )
    return answer.stdout.strip()
