"""The command lines of the stack's Java processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from streamt.local.archive import archive_of, draft_of
from streamt.local.jars import class_path
from streamt.local.java import Java
from streamt.local.layout import Layout
from streamt.local.parts import Part

# Many small JVMs on one machine: start quickly, stay small.
_FRUGAL = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")


@dataclass(frozen=True, slots=True)
class Command:
    words: tuple[str, ...]
    archive_draft: str = ""
    """The class archive it writes when it ends, if it has none yet."""


def command_of(part: Part, layout: Layout, jars: Path, java: Java, ports: Mapping[str, int]) -> Command:
    values = {name: str(port) for name, port in ports.items()}
    values |= {"conf": str(layout.conf), "jars": str(jars), "classpath": class_path(jars / part.jars)}
    archive = archive_of(jars, java, part.name)
    draft = "" if archive.exists() else str(draft_of(archive))
    archive.parent.mkdir(parents=True, exist_ok=True)
    words = (
        java.executable,
        f"-Xmx{part.heap_mb}m",
        *_common_options(layout, part.name),
        f"-XX:ArchiveClassesAtExit={draft}" if draft else f"-XX:SharedArchiveFile={archive}",
        *(Template(word).substitute(values) for word in part.command),
    )
    return Command(words, draft)


def format_command(layout: Layout, jars: Path, java: Java, cluster_id: str) -> tuple[str, ...]:
    """What prepares an empty folder for the broker."""
    return (
        java.executable,
        *_common_options(layout, "kafka-format"),
        "-cp",
        class_path(jars / "kafka"),
        "kafka.tools.StorageTool",
        "format",
        f"--cluster-id={cluster_id}",  # in one word: an id may begin with a dash
        f"--config={layout.conf / 'server.properties'}",
    )


def _common_options(layout: Layout, name: str) -> tuple[str, ...]:
    logging = (layout.conf / "log4j2.properties").as_uri()
    return (
        *_FRUGAL,
        f"-XX:ErrorFile={layout.logs / f'{name}-crash.log'}",
        f"-Dlog4j2.configurationFile={logging}",
        f"-Dlog4j.configurationFile={logging}",
    )
