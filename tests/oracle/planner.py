"""The Java side: built once per Flink version and source text, then asked as one JVM."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

from tests.oracle.corpus import Case

JAVA = Path(__file__).parent / "java"
VERSION = "2.2.1"
GAVE_UP = 3  # the exit code of a process that has a plan it cannot finish


def asked(cases: Iterable[Case], version: str = VERSION) -> Iterator[tuple[str, dict[str, Any]]]:
    """Id and answer of every case, in order. Neighbours with the same DDL share a catalog, which makes them cheap.

    A plan that is never finished is answered with the status `gave_up`, and the process is started anew after it.
    """
    waiting = deque(cases)
    while waiting:
        yield from _answers(waiting, version)


def _answers(waiting: deque[Case], version: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The answers of one process; what it has answered is no longer waiting."""
    process = subprocess.Popen(
        [*_lowest_priority(), "java", "-Xmx3g", "-Xss8m", "-cp", classpath(version), "streamt.oracle.Oracle"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    feeder = Thread(target=_feed, args=(process, tuple(waiting)), daemon=True)
    feeder.start()
    with process.stdout or io.StringIO() as answers:
        for line in answers:
            waiting.popleft()
            answer = json.loads(line)
            yield answer.pop("id"), answer
    feeder.join()
    if process.wait() not in (0, GAVE_UP):
        raise subprocess.CalledProcessError(process.returncode, process.args)


def _feed(process: subprocess.Popen[str], cases: Iterable[Case]) -> None:
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError), process.stdin as lines:
        for case in cases:
            lines.write(json.dumps({"id": case.id, "ddl": case.statements, "query": case.query}) + "\n")


def _lowest_priority() -> tuple[str, ...]:
    return ("nice", "-n", "10") if shutil.which("nice") else ()


def classpath(version: str = VERSION) -> str:
    """Compiles with Maven on first use; jars stay in Maven's own repository, classes in the user's cache folder."""
    build = cache_folder() / f"{version}-{_source_hash()}"
    listed = build / "classpath.txt"
    if not listed.exists():
        subprocess.run(
            ["mvn", "-q", "-B", "-Dstyle.color=never", "-f", str(JAVA / "pom.xml"), "compile", "dependency:build-classpath",
             f"-Dflink.version={version}", f"-Doracle.build={build}", f"-Dmdep.outputFile={listed}.part"],
            check=True,
            stdout=sys.stderr,
        )  # fmt: skip
        listed.with_name("classpath.txt.part").rename(listed)
    return f"{build / 'classes'}{os.pathsep}{listed.read_text(encoding='utf-8').strip()}"


def cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "streamt-oracle"


def _source_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(JAVA.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(JAVA).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
