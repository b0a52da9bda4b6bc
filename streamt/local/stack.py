"""Start, stop and look at a project's stack."""

from __future__ import annotations

import base64
import os
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from streamt.errors import CannotRun
from streamt.local import jars as jar_store
from streamt.local.archive import discard, publish
from streamt.local.command import command_of, format_command
from streamt.local.env_file import variables, write_env_file
from streamt.local.java import Java, find_java
from streamt.local.layout import Layout, layout_of, purge, write_configuration
from streamt.local.lock import only_one
from streamt.local.log import tail, useful_line
from streamt.local.parts import PARTS, Part, modules_of, parts_of
from streamt.local.ports import choose_ports
from streamt.local.probe import answers
from streamt.local.process import Process, is_running, spawn
from streamt.local.process import stop as stop_processes
from streamt.local.record import Record, Started, read_record, write_record

READY_WITHIN_SECONDS = 180.0
_POLL_SECONDS = 0.1
_GRACE_SECONDS = 20.0
_ARCHIVING_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Stack:
    """A stack that answers."""

    project: Path
    ports: Mapping[str, int]
    variables: Mapping[str, str]
    """As in `.streamt/local.env`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a start is doing, and who answers already."""

    doing: str
    ready: tuple[str, ...]
    waiting: tuple[str, ...]
    seconds: float


def start(project: Path, groups: Sequence[str] = (), ports: Mapping[str, int] | None = None) -> Stack:
    """Start these parts (all by default) and return when every one answers. Raises CannotRun as `starting` does."""
    for _ in starting(project, groups, ports or {}):
        pass
    return running_stack(project)


def starting(project: Path, groups: Sequence[str], ports: Mapping[str, int]) -> Iterator[Progress]:
    """Start what is not running yet, yielding what goes on until every part answers.

    Raises CannotRun when Java, Maven or a port is missing, and when a part dies or stays silent; what this start
    started is stopped again then.
    """
    layout = layout_of(project)
    begun = time.monotonic()
    parts, java = parts_of(groups), find_java()
    layout.home.mkdir(parents=True, exist_ok=True)
    with only_one(layout.lock):
        record = _still_running(layout)
        alive = {one.part for one in record.started}
        in_use = {port: record.ports[port] for part in PARTS if part.name in alive for port in part.ports}
        every_port = [port for part in PARTS for port in part.ports]
        record = Record(choose_ports(every_port, ports, in_use, record.ports), record.started)
        fetch = jar_store.missing(modules_of(parts))
        if fetch:
            yield Progress(f"fetching the jars of {', '.join(fetch)}", (), (), time.monotonic() - begun)
            jar_store.fetch(fetch, java)
        write_configuration(layout, jar_store.jar_folder(), record.ports)
        write_record(layout.record, record)
        todo = tuple(part for part in parts if part.name not in alive)
        yield from _bring_up(layout, java, todo, begun)
        _write_variables(layout)


def stop(project: Path, *, forget: bool = False) -> tuple[str, ...]:
    """Stop what `start` started, and nothing else; returns the parts that were running.

    With `forget`, the data is removed as well.
    """
    layout = layout_of(project)
    if not layout.home.is_dir():
        return ()
    with only_one(layout.lock):
        record = _still_running(layout)
        _stop_parts(record.started)
        write_record(layout.record, Record(record.ports))
        layout.env_file.unlink(missing_ok=True)
        if forget:
            purge(layout)
    return tuple(one.part for one in record.started)


def running_stack(project: Path) -> Stack:
    """The stack as it runs now. Raises CannotRun when nothing runs."""
    layout = layout_of(project)
    record = _still_running(layout)
    parts = _parts_in(record)
    if not parts:
        raise CannotRun(f"No local stack runs for {layout.project}. Start it: streamt local up")
    return Stack(layout.project, record.ports, variables(parts, record.ports))


def _still_running(layout: Layout) -> Record:
    record = read_record(layout.record)
    return replace(record, started=tuple(one for one in record.started if is_running(one.process)))


def _parts_in(record: Record) -> tuple[Part, ...]:
    names = {one.part for one in record.started}
    return tuple(part for part in PARTS if part.name in names)


def _write_variables(layout: Layout) -> None:
    record = _still_running(layout)
    write_env_file(layout.env_file, variables(_parts_in(record), record.ports))


def _bring_up(layout: Layout, java: Java, parts: tuple[Part, ...], begun: float) -> Iterator[Progress]:
    if any(part.name == "kafka" for part in parts):
        _format_storage(layout, java)
    started: dict[str, Started] = {}
    answering: tuple[str, ...] = ()
    try:
        while len(answering) < len(parts):
            for part in parts:
                if part.name not in started and _may_start(part, parts, answering):
                    started[part.name] = _launch(layout, java, part)
            answering = _answering(layout, parts, started, answering)
            _check_alive(layout, started, answering)
            waiting = tuple(part.name for part in parts if part.name not in answering)
            seconds = time.monotonic() - begun
            yield Progress("starting", answering, waiting, seconds)
            if waiting and seconds > READY_WITHIN_SECONDS:
                raise CannotRun(_silent(layout, waiting))
            time.sleep(_POLL_SECONDS if waiting else 0)
    finally:
        if len(answering) < len(parts):
            _stop_parts(tuple(started.values()))


def _may_start(part: Part, parts: tuple[Part, ...], answering: tuple[str, ...]) -> bool:
    return not part.after or part.after in answering or all(part.after != other.name for other in parts)


def _answering(
    layout: Layout, parts: tuple[Part, ...], started: Mapping[str, Started], before: tuple[str, ...]
) -> tuple[str, ...]:
    ports = read_record(layout.record).ports
    fresh = (part for part in parts if part.name in started and part.name not in before)
    return (*before, *(part.name for part in fresh if answers(part.probe, ports)))


def _launch(layout: Layout, java: Java, part: Part) -> Started:
    record = read_record(layout.record)
    command = command_of(part, layout, jar_store.jar_folder(), java, record.ports)
    log = layout.log(part.name)
    if log.exists():
        log.replace(log.with_suffix(".log.1"))
    environment = {**os.environ, "FLINK_CONF_DIR": str(layout.conf / "flink")}
    one = Started(part.name, spawn(command.words, log, environment), command.archive_draft)
    write_record(layout.record, record.adding(one))
    return one


def _check_alive(layout: Layout, started: Mapping[str, Started], answering: tuple[str, ...]) -> None:
    for name, one in started.items():
        if not is_running(one.process):
            when = "after it had answered" if name in answering else "before it answered"
            reason = useful_line("\n".join(tail(layout.log(name), 2000)))
            raise CannotRun(f"{_title(name)} ended {when}:\n  {reason}\nThe whole log: {layout.log(name)}")


def _silent(layout: Layout, waiting: tuple[str, ...]) -> str:
    first = waiting[0]
    reason = useful_line("\n".join(tail(layout.log(first), 2000)))
    return (
        f"No answer within {READY_WITHIN_SECONDS:.0f} s from {', '.join(waiting)}. {_title(first)} says:\n"
        f"  {reason}\nThe whole log: {layout.log(first)}"
    )


def _title(name: str) -> str:
    return next(part.title for part in PARTS if part.name == name)


def _stop_parts(started: Sequence[Started]) -> None:
    """The broker last: the others take their leave from it."""
    brokers = [one for one in started if one.part == "kafka"]
    for wave in ([one for one in started if one not in brokers], brokers):
        writes_archive = any(one.archive for one in wave)
        grace = _ARCHIVING_SECONDS if writes_archive else _GRACE_SECONDS
        forced = stop_processes([one.process for one in wave], grace)
        for one in wave:
            _keep_archive(one, forced)


def _keep_archive(one: Started, forced: Sequence[Process]) -> None:
    if not one.archive:
        return
    if one.process in forced:
        discard(Path(one.archive))
    else:
        publish(Path(one.archive))


def _format_storage(layout: Layout, java: Java) -> None:
    if (layout.data / "kafka" / "meta.properties").exists():
        return
    cluster_id = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    command = format_command(layout, jar_store.jar_folder(), java, cluster_id)
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        raise CannotRun(
            f"Kafka could not prepare its folder:\n  {useful_line(answer.stdout + answer.stderr)}"
        )
