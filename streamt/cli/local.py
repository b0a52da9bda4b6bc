"""`streamt local`: a real stack on this machine."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from streamt.cli import options
from streamt.errors import GATE_CLOSED, CannotRun
from streamt.local.layout import layout_of
from streamt.local.log import follow, tail
from streamt.local.parts import GROUPS, PARTS, Part
from streamt.local.record import read_record
from streamt.local.stack import Progress, running_stack, starting, stop
from streamt.local.status import PartStatus, StackStatus, status

_project_dir = click.option(
    "--project-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project, if not here.",
)


@click.group()
def local() -> None:
    """A real Kafka, Schema Registry, Connect and Flink on this machine, without containers.

    Where they listen is written to .streamt/local.env, which the placeholders of any environment pick up:
    KAFKA_BOOTSTRAP, KAFKA_SASL_BOOTSTRAP, SCHEMA_REGISTRY_URL, CONNECT_REST_URL, FLINK_REST_URL,
    FLINK_SQL_GATEWAY_URL.
    """


@local.command()
@_project_dir
@click.option("--only", metavar="PARTS", default="", help=f"Some of {','.join(GROUPS)} (comma-separated).")
@click.option("--port", "ports", metavar="NAME=PORT", multiple=True, help="A fixed port, such as kafka=9092.")
def up(project_dir: Path | None, only: str, ports: tuple[str, ...]) -> None:
    """Start what is not running yet and return when it answers.

    Needs Java 17 and, the first time, Maven. Ports are last time's, else free ones. Names of ports: kafka,
    kafka_sasl, kafka_controller, registry, connect, flink, sql_gateway, jobmanager_rpc, jobmanager_blob,
    taskmanager_rpc, taskmanager_data.
    """
    project = _project(project_dir)
    groups = [group.strip() for group in only.split(",") if group.strip()]
    on_terminal = sys.stderr.isatty()
    last = ""
    for progress in starting(project, groups, dict(_port(text) for text in ports)):
        line = _progress_line(progress)
        if on_terminal:
            click.echo(f"\r\033[K{line} {progress.seconds:.0f} s", nl=False, err=True)
        elif line != last:
            click.echo(line, err=True)
        last = line
    if on_terminal:
        click.echo("\r\033[K", nl=False, err=True)
    for name, value in sorted(running_stack(project).variables.items()):
        click.echo(f"{name}={value}")


@local.command()
@_project_dir
@options.env
def topics(project_dir: Path | None, environment: str | None) -> None:
    """Create the sources' topics on the local Kafka: apply never creates what others write, and here nobody else does."""
    from streamt import pipeline
    from streamt.local.topics import create_topics
    from streamt.placeholders import known

    project = _project(project_dir)
    bootstrap_servers = running_stack(project).variables.get("KAFKA_BOOTSTRAP")
    if bootstrap_servers is None:
        raise CannotRun("No local Kafka runs here: streamt local up --only kafka")
    manifest = pipeline.compiled(pipeline.check(pipeline.project_tree(project), environment))
    named = [known(source.topic) for source in manifest.sources if source.topic]
    for name in create_topics(bootstrap_servers, filter(None, named)):
        click.echo(name)


@local.command(name="status")
@_project_dir
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show_status(project_dir: Path | None, output: str) -> None:
    """What runs, where it listens, and whether it answers.

    Exit code 1 when something that was started no longer answers.
    """
    seen = status(_project(project_dir))
    click.echo(_as_json(seen) if output == "json" else _as_text(seen))
    if not seen.is_well:
        raise SystemExit(GATE_CLOSED)


@local.command()
@_project_dir
@click.argument("part", required=False)
@click.option("-f", "--follow", "following", is_flag=True, help="Go on with what comes, until Ctrl-C.")
@click.option(
    "-n", "--lines", default=40, show_default=True, type=click.IntRange(min=0), help="How many last lines."
)
def logs(project_dir: Path | None, part: str | None, following: bool, lines: int) -> None:
    """The last lines of every part's log, or of one part's (kafka, flink, jobmanager, ...)."""
    layout = layout_of(_project(project_dir))
    chosen = {one.name: layout.log(one.name) for one in _parts_called(part)}
    if not any(path.exists() for path in chosen.values()):
        raise CannotRun(f"No logs in {layout.logs}: nothing was started yet (streamt local up).")
    width = max(map(len, chosen))
    last = ((name, line) for name, path in chosen.items() for line in tail(path, lines))
    for name, line in follow(chosen, lines) if following else last:
        click.echo(line if len(chosen) == 1 else f"{name:{width}} | {line}")


@local.command()
@_project_dir
@click.option("--purge", is_flag=True, help="Remove the data, logs and configuration too.")
def down(project_dir: Path | None, purge: bool) -> None:
    """Stop what `up` started, and nothing else. The data is kept unless --purge."""
    project = _project(project_dir)
    if any(one.archive for one in read_record(layout_of(project).record).started):
        click.echo("Stopping; this once it takes half a minute: Java writes its class archives.", err=True)
    stopped = stop(project, forget=purge)
    click.echo(f"Stopped {', '.join(stopped)}." if stopped else "Nothing was running.", err=True)


def _project(given: Path | None) -> Path:
    """The folder as given, which need not hold a project, else the project that the current one belongs to."""
    if given is not None:
        return given
    from streamt.load.files import find_root

    return find_root(Path.cwd())


def _port(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if not number.isdecimal() or not 0 < int(number) < 65536:
        raise CannotRun(f"--port {text}: expected NAME=PORT, such as kafka=9092.")
    return name.replace("-", "_"), int(number)


def _parts_called(name: str | None) -> tuple[Part, ...]:
    found = tuple(part for part in PARTS if name is None or name in (part.name, part.group))
    if not found:
        names = dict.fromkeys(name for part in PARTS for name in (part.group, part.name))
        raise CannotRun(f"There is no part {name!r}. Parts are: {', '.join(names)}.")
    return found


def _progress_line(progress: Progress) -> str:
    if not progress.waiting:
        return f"{progress.doing}"
    ready = f", ready: {', '.join(progress.ready)}" if progress.ready else ""
    return f"{progress.doing} {', '.join(progress.waiting)}{ready}"


def _as_text(seen: StackStatus) -> str:
    lines = [_part_line(part) for part in seen.parts]
    running = [part for part in seen.parts if part.pid is not None]
    notes = [f"{part.title}: when stopped, {part.loses}." for part in running if part.loses]
    values = [f"{name}={value}" for name, value in sorted(seen.variables.items())]
    blocks = [lines, notes, values]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _part_line(part: PartStatus) -> str:
    memory = f"{part.memory_mb} MB" if part.memory_mb is not None else ""
    ports = " ".join(f"{name}={port}" for name, port in part.ports.items())
    line = f"{part.title:<18} {part.state:<8} {memory:>7}  {ports}".rstrip()
    return f"{line}\n  {part.reason}\n  {part.log}" if part.reason else line


def _as_json(seen: StackStatus) -> str:
    parts = [
        {
            "name": part.name,
            "group": part.group,
            "state": part.state,
            "pid": part.pid,
            "memory_mb": part.memory_mb,
            "ports": dict(part.ports),
            "log": str(part.log),
            "reason": part.reason or None,
            "loses_when_stopped": part.loses or None,
        }
        for part in seen.parts
    ]
    return json.dumps({"parts": parts, "variables": dict(seen.variables)}, indent=2, sort_keys=True)
