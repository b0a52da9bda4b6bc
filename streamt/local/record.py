"""Which processes run on which ports: `.streamt/local/running.json`.

Written after every start of a process, so that `down` finds it whatever happened to the `up` that started it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from streamt.errors import CannotRun
from streamt.local.process import Process

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Started:
    part: str
    process: Process
    archive: str = ""
    """The class archive it writes when it ends."""


@dataclass(frozen=True, slots=True)
class Record:
    ports: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    started: tuple[Started, ...] = ()

    def adding(self, one: Started) -> Record:
        others = tuple(other for other in self.started if other.part != one.part)
        return Record(self.ports, (*others, one))


def read_record(path: Path) -> Record:
    """The record, empty where there is none. Raises CannotRun for a file that is not one."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Record()
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise CannotRun(
                f"{path} was written by another version of streamt. Stop the stack with that one."
            )
        started = tuple(
            Started(str(one["part"]), Process(int(one["pid"]), str(one["started"])), str(one["archive"]))
            for one in data["started"]
        )
        return Record({str(name): int(port) for name, port in data["ports"].items()}, started)
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise CannotRun(
            f"{path} is damaged ({type(broken).__name__}). Look for java processes of the stack with `ps`, stop them, "
            "and remove the file."
        ) from None


def write_record(path: Path, record: Record) -> None:
    """Replace the file at once: a reader never sees half of it."""
    data = {
        "version": _VERSION,
        "ports": dict(record.ports),
        "started": [
            {"part": one.part, "pid": one.process.pid, "started": one.process.started, "archive": one.archive}
            for one in record.started
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", "utf-8")
    draft.replace(path)
