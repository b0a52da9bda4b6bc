"""Where the files of a project are read from: a folder on the disk, or a tree in a Git repository's history."""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from streamt.errors import CannotRun

MAX_BYTES = 32 * 1024 * 1024

Kind = Literal["file", "folder", "link", "linked folder", "other"]


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A name in a folder. `path` is relative to the project, with `/`."""

    path: str
    kind: Kind


class Unreadable(Exception):
    """A file that is not read. `rule` names the reason's page, `reason` says it."""

    def __init__(self, rule: str, reason: str, help: str | None = None) -> None:
        super().__init__(reason)
        self.rule = rule
        self.reason = reason
        self.help = help


class Tree(Protocol):
    """The files of one project. Nothing outside of it can be asked for."""

    def entries(self, folder: str) -> Iterator[Entry]:
        """What stands in the folder ("" is the root), in order of names; nothing when there is no such folder."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a file. FileNotFoundError, or Unreadable: a link out of the project, a hidden, special or huge file."""
        ...


def outside(path: str) -> bool:
    """Does a path written in a project lead out of it? (Absolute ones do, on any system.)"""
    normal = posixpath.normpath(path.replace("\\", "/"))
    return (
        normal.startswith(("/", "../"))
        or normal == ".."
        or (len(normal) > 1 and normal[1] == ":")
        or "\0" in path
    )


def hidden(path: str) -> bool:
    """Is the file, or a folder on the way to it, a hidden one? `.env` and `.git/config` hold secrets, and no part of a project."""
    normal = posixpath.normpath(path.replace("\\", "/"))
    return any(step.startswith(".") and step not in (".", "..") for step in normal.split("/"))


def out_of_sight() -> Unreadable:
    return Unreadable(
        "load.hidden", "hidden files and folders are no part of a project", "give the file a name that does not start with a dot"
    )


LINKED_OUT = "the link leads out of the project"
SPECIAL = "this is no regular file"


def too_large(size: int) -> Unreadable:
    return Unreadable(
        "load.size",
        f"the file has {size / 1048576:.0f} MB; the limit is {MAX_BYTES // 1048576} MB",
        "split it into several files",
    )


class Folder:
    """A project on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real = os.path.realpath(root)

    def entries(self, folder: str) -> Iterator[Entry]:
        if outside(folder or "."):
            return
        try:
            with os.scandir(self.root / folder) as found:
                names = sorted(found, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise CannotRun(
                f"the folder {folder or '.'} of the project cannot be read: {error.strerror}"
            ) from error
        for name in names:
            yield Entry(posixpath.join(folder, name.name), _kind(name))

    def read(self, path: str) -> bytes:
        if outside(path):
            raise Unreadable("load.outside", "the path leads out of the project")
        real = os.path.realpath(self.root / path)
        if real != self._real and not real.startswith(self._real + os.sep):
            raise Unreadable("load.link", LINKED_OUT, "copy the file into the project")
        if hidden(path) or hidden(os.path.relpath(real, self._real)):
            raise out_of_sight()
        try:
            found = os.stat(real)
            if not stat.S_ISREG(found.st_mode):
                raise Unreadable("load.special", SPECIAL)
            if found.st_size > MAX_BYTES:
                raise too_large(found.st_size)
            with open(real, "rb") as file:
                return file.read()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise Unreadable(
                "load.unreadable", f"the file cannot be read: {error.strerror or error}"
            ) from error


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "linked folder" if os.path.isdir(entry.path) else "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"
