"""From Maven coordinates (`stack/`) to folders of jars.

The folders are shared by all projects of a user and named by a digest of the coordinates, so a second start
copies nothing. Each module is fetched once; a folder appears only when it is complete.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path

from streamt.errors import CannotRun
from streamt.local.java import Java, find_maven
from streamt.local.log import useful_line

MODULES: tuple[tuple[str, str], ...] = (
    ("kafka", "kafka"),
    ("flink", "flink"),
    ("registry", "registry"),
    ("connect-file", "plugins/file"),
    ("connect-jdbc", "plugins/jdbc"),
)
"""Each Maven module and the folder it fills."""


def coordinates() -> Iterator[tuple[str, str]]:
    """(path, text) of every pom of the stack."""
    root = files("streamt.local") / "stack"
    yield "pom.xml", (root / "pom.xml").read_text("utf-8")
    for module, _ in MODULES:
        yield f"{module}/pom.xml", (root / module / "pom.xml").read_text("utf-8")


def jar_folder() -> Path:
    """Where the jars of these coordinates are kept: `$XDG_CACHE_HOME/streamt/stack/<digest>`."""
    digest = hashlib.sha256("\0".join(part for pom in coordinates() for part in pom).encode()).hexdigest()
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "streamt" / "stack" / digest[:16]


def missing(modules: Iterable[str]) -> tuple[str, ...]:
    """Those of these modules whose folders are not there yet."""
    folder, places = jar_folder(), dict(MODULES)
    return tuple(module for module in modules if not (folder / places[module]).is_dir())


def fetch(modules: Iterable[str], java: Java) -> None:
    """Fill the folders of these modules. Raises CannotRun with Maven's reason."""
    wanted = tuple(modules)
    folder = jar_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch:
        filled = Path(scratch) / "filled"
        with as_file(files("streamt.local") / "stack") as poms:
            shutil.copytree(poms, Path(scratch) / "poms")
        _run_maven(Path(scratch) / "poms", filled, wanted, java)
        for module, place in MODULES:
            if module in wanted:
                _publish(filled / place, folder / place)


def _run_maven(poms: Path, output: Path, modules: tuple[str, ...], java: Java) -> None:
    command = [
        find_maven(),
        "--quiet",
        "--batch-mode",
        f"-Dstack.output={output}",
        "--projects",
        ",".join(modules),
        "package",
    ]
    answer = subprocess.run(
        command, cwd=poms, env={**os.environ, "JAVA_HOME": java.home}, capture_output=True, text=True
    )
    if answer.returncode != 0:
        reason = useful_line(answer.stdout + answer.stderr)
        raise CannotRun(
            f"Maven could not fetch the jars of {', '.join(modules)}.\n  {reason}\n"
            "Maven needs its repository or a mirror (~/.m2/settings.xml) once; after that the jars are kept."
        )


def _publish(filled: Path, place: Path) -> None:
    """Put a complete folder in its place; when another start was first, theirs is the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        filled.rename(place)
    except OSError:
        if not place.is_dir():
            raise


def class_path(jars: Path) -> str:
    return os.pathsep.join(sorted(str(jar) for jar in jars.glob("*.jar")))
