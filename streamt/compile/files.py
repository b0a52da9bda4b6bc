"""`generated/`: the manifest, and one readable file per artifact."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from streamt.errors import CannotRun
from streamt.manifest.io import as_data, canonical, to_text
from streamt.manifest.model import Manifest

MAX_NAME = 150  # of a file name's stem: file systems take 255 bytes


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    path: str  # relative to generated/
    text: str


def generated_files(manifest: Manifest) -> Iterator[GeneratedFile]:
    artifacts = as_data(manifest)["artifacts"]
    taken: set[str] = set()
    for topic in artifacts["topics"]:
        yield GeneratedFile(_path("topics", topic["name"], "json", taken), canonical(topic))
    for schema in artifacts["schemas"]:
        yield GeneratedFile(_path("schemas", schema["subject"], "json", taken), canonical(schema))
    for job in artifacts["flink_jobs"]:
        yield GeneratedFile(_path("flink", job["name"], "sql", taken), job["script"])
    for connector in artifacts["connectors"]:
        yield GeneratedFile(_path("connect", connector["name"], "json", taken), canonical(connector))
    for rule in artifacts["gateway_rules"]:
        yield GeneratedFile(_path("gateway", rule["name"], "json", taken), canonical(rule["body"]))
    if artifacts["acls"]:
        yield GeneratedFile("acls/acls.json", canonical(artifacts["acls"]))


def _path(folder: str, name: str, ending: str, taken: set[str]) -> str:
    """A file for an artifact. What no file system takes becomes `_`; names that then fall together get a number."""
    stem = "".join(c if c.isascii() and (c.isalnum() or c in "._-@") else "_" for c in name)
    if len(stem) > MAX_NAME:
        stem = f"{stem[:MAX_NAME]}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    path, number = f"{folder}/{stem}.{ending}", 2
    while path.lower() in taken:
        path, number = f"{folder}/{stem}.{number}.{ending}", number + 1
    taken.add(path.lower())
    return path


def write(manifest: Manifest, folder: Path) -> list[str]:
    """Write what differs from what is there and drop artifacts that are no more; the paths that changed, sorted.

    A manifest with the content hash of the file already there leaves the file as it is. CannotRun when a file cannot be written.
    """
    wanted = {file.path: file.text for file in generated_files(manifest)}
    before = _manifest(folder)
    moved = before.get("content_hash") != manifest.content_hash
    try:
        _refuse_links(folder, wanted)
        changed = [path for path, text in wanted.items() if _replace(folder / PurePosixPath(path), text)]
        for stale in sorted(_listed(before) - set(wanted)) if moved else ():
            if (folder / stale).is_file():
                (folder / stale).unlink()
                changed.append(stale)
        if moved:
            _replace(folder / "manifest.json", to_text(manifest))
            changed.append("manifest.json")
    except OSError as error:
        raise CannotRun(f"Cannot write {error.filename or folder}: {error.strerror}.") from error
    return sorted(changed)


def _refuse_links(folder: Path, wanted: Mapping[str, str]) -> None:
    """A link in a stranger's branch could lead anywhere; nothing is written through one."""
    for name in sorted({PurePosixPath(path).parts[0] for path in wanted} | {"."}):
        if (folder / name).is_symlink() or (name == "." and folder.is_symlink()):
            raise CannotRun(f"{folder / name} is a symbolic link: nothing is written through it. Remove it, or choose --output.")


def _manifest(folder: Path) -> Mapping[str, Any]:
    """The manifest that an earlier compile left there, as data; empty where there is none."""
    try:
        data = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _listed(before: Mapping[str, Any]) -> set[str]:
    """The files that an earlier compile wrote: what else lies in the folder is the user's."""
    try:
        return {file.path for file in generated_files(Manifest.model_validate(before))} if before else set()
    except ValueError:
        return set()


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _replace(path: Path, text: str) -> bool:
    """Write a file in one step, so that a reader never sees half of it. False when it says that already."""
    if _text(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / ".streamt.tmp"
    temporary.write_text(text, "utf-8", newline="\n")
    os.replace(temporary, path)
    return True
