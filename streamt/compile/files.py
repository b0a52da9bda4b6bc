"""`generated/`: the manifest, and one readable file per artifact."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from streamt.manifest.io import as_data, canonical, to_text
from streamt.manifest.model import Manifest

FOLDERS = ("topics", "schemas", "flink", "connect", "acls", "gateway")


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    path: str  # relative to generated/
    text: str


def generated_files(manifest: Manifest) -> Iterator[GeneratedFile]:
    artifacts = as_data(manifest)["artifacts"]
    for topic in artifacts["topics"]:
        yield GeneratedFile(f"topics/{_file(topic['name'])}.json", canonical(topic))
    for schema in artifacts["schemas"]:
        yield GeneratedFile(f"schemas/{_file(schema['subject'])}.json", canonical(schema))
    for job in manifest.artifacts.flink_jobs:
        yield GeneratedFile(f"flink/{_file(job.name)}.sql", job.script)
    for connector in artifacts["connectors"]:
        yield GeneratedFile(f"connect/{_file(connector['name'])}.json", canonical(connector))
    for rule in artifacts["gateway_rules"]:
        yield GeneratedFile(f"gateway/{_file(rule['name'])}.json", canonical(rule["body"]))
    if artifacts["acls"]:
        yield GeneratedFile("acls/acls.json", canonical(artifacts["acls"]))


def _file(name: str) -> str:
    """A file name for an artifact: a placeholder or a slash in its name does not reach the file system."""
    return "".join(c if c.isalnum() or c in "._-@" else "_" for c in name)


def write(manifest: Manifest, folder: Path) -> list[str]:
    """Write what differs from what is there and drop artifacts that are no more; the paths that changed, sorted.

    A manifest with the content hash of the file already there leaves the file as it is.
    """
    wanted = {file.path: file.text for file in generated_files(manifest)}
    changed = [path for path, text in wanted.items() if _replace(folder / PurePosixPath(path), text)]
    for stale in _stale(folder, wanted):
        (folder / stale).unlink()
        changed.append(stale)
    if f'"content_hash": "{manifest.content_hash}"' not in _text(folder / "manifest.json"):
        _replace(folder / "manifest.json", to_text(manifest))
        changed.append("manifest.json")
    return sorted(changed)


def _stale(folder: Path, wanted: dict[str, str]) -> list[str]:
    found = (path for name in FOLDERS for path in sorted((folder / name).glob("*.*")))
    return [relative for path in found if (relative := path.relative_to(folder).as_posix()) not in wanted]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _replace(path: Path, text: str) -> bool:
    """Write a file in one step, so that a reader never sees half of it. False when it says that already."""
    if _text(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, "utf-8", newline="\n")
    os.replace(temporary, path)
    return True
