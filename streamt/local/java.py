"""Java and Maven, as this machine has them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from streamt.errors import CannotRun

OLDEST = 17

_HOW_TO_GET = """\
  Debian, Ubuntu   apt install {package}
  Fedora           dnf install {fedora}
  macOS            brew install {brew}"""
_GET_JAVA = _HOW_TO_GET.format(
    package="openjdk-17-jre-headless", fedora="java-17-openjdk-headless", brew="openjdk@17"
)
_GET_MAVEN = _HOW_TO_GET.format(package="maven", fedora="maven", brew="maven")


@dataclass(frozen=True, slots=True)
class Java:
    executable: str
    home: str
    version: str
    """As Java prints it: `17.0.15`."""


def find_java() -> Java:
    """The Java of JAVA_HOME, else of PATH. Raises CannotRun when there is none, or only older ones than 17."""
    found = [java for java in map(_described, _candidates()) if java is not None]
    for java in found:
        if _major(java.version) >= OLDEST:
            return java
    if found:
        old = "; ".join(f"{java.executable} is Java {java.version}" for java in found)
        raise CannotRun(
            f"The local stack needs Java {OLDEST} or newer ({old}).\n{_GET_JAVA}\nor set JAVA_HOME to a newer one."
        )
    raise CannotRun(
        f"The local stack needs Java {OLDEST} or newer, and none was found (JAVA_HOME, then PATH).\n{_GET_JAVA}"
    )


def find_maven() -> str:
    """The path of `mvn`. Raises CannotRun when there is none."""
    executable = shutil.which("mvn")
    if executable is None:
        raise CannotRun(
            "The jars of the local stack are fetched with Maven, and `mvn` is not on the PATH.\n" + _GET_MAVEN
        )
    return executable


def _candidates() -> list[str]:
    home = os.environ.get("JAVA_HOME", "")
    named = [str(Path(home) / "bin" / "java")] if home else []
    on_path = shutil.which("java")
    return [*named, *([on_path] if on_path else [])]


def _described(executable: str) -> Java | None:
    """What an executable says it is; nothing when it does not run (macOS has a `java` that only says to install one)."""
    try:
        answer = subprocess.run(
            [executable, "-XshowSettings:properties", "-version"], capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = re.search(r"^\s*java\.version = (\S+)", answer.stderr, re.MULTILINE)
    home = re.search(r"^\s*java\.home = (.+)$", answer.stderr, re.MULTILINE)
    if answer.returncode != 0 or version is None or home is None:
        return None
    return Java(executable, home.group(1).strip(), version.group(1))


def _major(version: str) -> int:
    """`17.0.15` and `21-ea` begin with it; before Java 9 it stands second, as in `1.8.0_392`."""
    numbers = [int(number) for number in re.findall(r"\d+", version)[:2]]
    if numbers[0] == 1 and len(numbers) > 1:
        return numbers[1]
    return numbers[0]
