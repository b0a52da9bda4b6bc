"""What runs, where, and whether it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from streamt.local.env_file import variables
from streamt.local.layout import layout_of
from streamt.local.log import tail, useful_line
from streamt.local.parts import PARTS, Part
from streamt.local.probe import answers
from streamt.local.process import is_running, resident_mb
from streamt.local.record import Record, Started, read_record

State = Literal["answers", "silent", "ended", "stopped"]


@dataclass(frozen=True, slots=True)
class PartStatus:
    name: str
    group: str
    title: str
    state: State
    """`silent` runs without answering; `ended` was started and ended by itself; `stopped` was not started."""
    pid: int | None
    memory_mb: int | None
    ports: Mapping[str, int]
    log: Path
    reason: str
    """The useful line of the log of a part that is silent or ended."""
    loses: str


@dataclass(frozen=True, slots=True)
class StackStatus:
    parts: tuple[PartStatus, ...]
    variables: Mapping[str, str]

    @property
    def is_well(self) -> bool:
        """Whether all that was started answers."""
        return all(part.state in ("answers", "stopped") for part in self.parts)


def status(project: Path) -> StackStatus:
    layout = layout_of(project)
    record = read_record(layout.record)
    started = {one.part: one for one in record.started}
    parts = tuple(_status_of(part, started.get(part.name), record, layout.log(part.name)) for part in PARTS)
    alive = {part.name for part in parts if part.state in ("answers", "silent")}
    return StackStatus(parts, variables((part for part in PARTS if part.name in alive), record.ports))


def _status_of(part: Part, one: Started | None, record: Record, log: Path) -> PartStatus:
    state = _state(part, one, record)
    running = one is not None and state in ("answers", "silent")
    return PartStatus(
        name=part.name,
        group=part.group,
        title=part.title,
        state=state,
        pid=one.process.pid if one is not None and running else None,
        memory_mb=resident_mb(one.process) if one is not None and running else None,
        ports={name: record.ports[name] for name in part.ports} if running else {},
        log=log,
        reason=useful_line("\n".join(tail(log, 2000))) if state in ("silent", "ended") else "",
        loses=part.loses,
    )


def _state(part: Part, one: Started | None, record: Record) -> State:
    if one is None:
        return "stopped"
    if not is_running(one.process):
        return "ended"
    return "answers" if answers(part.probe, record.ports) else "silent"
