"""Where a project's stack keeps its files, and the text of its configuration files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

from streamt.errors import CannotRun

CONFIGURATION = ("server.properties", "connect.properties", "flink/config.yaml", "log4j2.properties")

# Java separates class paths with it, properties and YAML give the others a meaning.
_TROUBLESOME = frozenset(":\\\"'#$\n\r")


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one project's stack, all under `<project>/.streamt`."""

    project: Path

    @property
    def home(self) -> Path:
        return self.project / ".streamt" / "local"

    @property
    def env_file(self) -> Path:
        return self.project / ".streamt" / "local.env"

    @property
    def conf(self) -> Path:
        return self.home / "conf"

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def record(self) -> Path:
        return self.home / "running.json"

    @property
    def lock(self) -> Path:
        return self.home / "lock"

    def log(self, part: str) -> Path:
        return self.logs / f"{part}.log"


def layout_of(project: Path) -> Layout:
    """Raises CannotRun for a path that Java's configuration files cannot hold."""
    resolved = project.resolve()
    bad = sorted(_TROUBLESOME & set(str(resolved)))
    if bad or not str(resolved).isascii():
        raise CannotRun(
            f"The local stack cannot live under {resolved}: its configuration files cannot hold "
            f"{bad[0] if bad else 'characters beyond ASCII'!r} in a path. Pass another folder with --project-dir."
        )
    return Layout(resolved)


def write_configuration(layout: Layout, jars: Path, ports: Mapping[str, int]) -> None:
    values = {name: str(port) for name, port in ports.items()}
    values |= {"data": str(layout.data), "plugins": str(jars / "plugins")}
    root = files("streamt.local") / "stack" / "conf"
    for name in CONFIGURATION:
        text = (root / name).read_text("utf-8")
        target = layout.conf / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(text).substitute(values), "utf-8")
    (layout.data / "flink" / "tmp").mkdir(parents=True, exist_ok=True)
    layout.logs.mkdir(parents=True, exist_ok=True)


def purge(layout: Layout) -> None:
    """Remove all that the stack wrote: data, logs, configuration, record."""
    for folder in (layout.data, layout.logs, layout.conf):
        shutil.rmtree(folder, ignore_errors=True)
    layout.record.unlink(missing_ok=True)
