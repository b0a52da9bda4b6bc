"""Git repositories made for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_NAME": "test", "GIT_COMMITTER_NAME": "test",
    "GIT_AUTHOR_EMAIL": "test@example.com", "GIT_COMMITTER_EMAIL": "test@example.com",
}  # fmt: skip


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The process environment without what Git or streamt would pick up from the developer's."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "STREAMT_"))}
    return own | ISOLATED | dict(extra or {})


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment(), check=True, capture_output=True, text=True)
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, message: str = "as it is") -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def with_example(folder: Path, name: str, inside: str = "") -> Path:
    """A repository with a copy of an example, committed; the project's folder."""
    repository(folder)
    project = folder / inside if inside else folder
    shutil.copytree(ROOT / "examples" / name, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("generated", ".streamt"))
    commit(folder)
    return project
