"""A virtual environment in this repository with streamt in it: what the README's two commands stand on.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
OLDEST = (3, 10)


def python(wanted: Sequence[str], name: str) -> Path:
    """The interpreter of the environment, with these requirements installed (once: again only when they change)."""
    if sys.version_info < OLDEST:
        raise SystemExit(f"streamt needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    interpreter = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not interpreter.exists():
        _make()
    stamp = FOLDER / f"{name}.stamp"
    mark = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + repr(wanted).encode()).hexdigest()
    if not stamp.exists() or stamp.read_text() != mark:
        print(f"Installing what {name} needs into {FOLDER.name}/ (once) ...", flush=True)
        _run(interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "pip")
        _run(interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
        stamp.write_text(mark)
    return interpreter


def _make() -> None:
    made = subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], cwd=ROOT, capture_output=True, text=True, check=False)
    if made.returncode:
        raise SystemExit(
            "Python here cannot make virtual environments:\n"
            f"{(made.stderr or made.stdout).strip()}\n"
            "On Debian and Ubuntu: apt install python3-venv. Then run this again."
        )


def _run(*command: object) -> None:
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"That did not work: {' '.join(str(part) for part in command[1:])}")
