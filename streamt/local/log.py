"""Reading logs: the line worth showing, the last lines, and what comes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

_TAIL_BYTES = 1 << 20
_POLL_SECONDS = 0.2

_CAUSE = re.compile(r"^\s*Caused by: (.+)$")
_THROWN = re.compile(r"^(?:Exception in thread \"[^\"]*\" )?((?:[\w$]+\.)+[\w$]*(?:Exception|Error)\b.*)$")
_COMPLAINT = re.compile(r"\b(?:FATAL|ERROR)\b|^Error[: ]")


def useful_line(log: str) -> str:
    """The line that says why: the innermost cause of the last exception, else that exception, else the first complaint."""
    lines = [line.rstrip() for line in log.splitlines() if line.strip()]
    for pattern in (_CAUSE, _THROWN):
        found = [match.group(1) for match in map(pattern.match, lines) if match]
        if found:
            return found[-1].strip()
    complaints = [line for line in lines if _COMPLAINT.search(line)]
    return (complaints or lines[-1:] or ["(nothing was written)"])[0].strip()


def tail(path: Path, lines: int) -> tuple[str, ...]:
    """The last lines of a file, none where there is no file; of a very long file only the last MB is looked at."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL_BYTES))
            text = file.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return ()
    return tuple(text.splitlines()[-lines:]) if lines > 0 else ()


def follow(logs: Mapping[str, Path], lines: int) -> Iterator[tuple[str, str]]:
    """(name, line) for the last lines of every log and then for every new one, without end."""
    positions: dict[str, int] = {}
    for name, path in logs.items():
        positions[name] = path.stat().st_size if path.exists() else 0
        yield from ((name, line) for line in tail(path, lines))
    while True:
        for name, path in logs.items():
            fresh, positions[name] = _whole_lines(path, positions[name])
            yield from ((name, line) for line in fresh)
        time.sleep(_POLL_SECONDS)


def _whole_lines(path: Path, position: int) -> tuple[list[str], int]:
    """The lines finished since `position`, and the position after them; from the start when the file began anew."""
    if not path.exists():
        return [], 0
    with path.open("rb") as file:
        size = file.seek(0, 2)
        start = position if position <= size else 0
        file.seek(start)
        finished, newline, _rest = file.read().rpartition(b"\n")
    return finished.decode("utf-8", "replace").splitlines(), start + len(finished) + len(newline)
