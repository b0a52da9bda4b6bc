"""A project as it stood at a commit, read from Git's objects.

The working tree and the index are not touched; no hook and no filter runs; nothing is fetched.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from streamt.errors import CannotRun
from streamt.load.tree import (
    LINKED_OUT,
    MAX_BYTES,
    SPECIAL,
    Entry,
    Kind,
    Unreadable,
    hidden,
    out_of_sight,
    outside,
    too_large,
)

_KINDS: dict[str, Kind] = {"100644": "file", "100755": "file", "120000": "link", "040000": "folder"}
_MAX_LINKS = 8


class Commit:
    """The project whose root is the folder `root` of a working copy, at `ref`. CannotRun when Git knows no such commit."""

    def __init__(self, root: Path, ref: str) -> None:
        self.root = root
        self.ref = ref
        self.commit = (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
            .decode()
            .strip()
        )
        self._prefix = _git(root, "rev-parse", "--show-prefix").decode().rstrip("\n")

    @cached_property
    def _blobs(self) -> dict[str, tuple[str, str, int]]:
        """Path in the project -> (mode, object, size)."""
        top = ["--full-tree", self.commit] + ([self._prefix] if self._prefix else [])
        listed = _git(self.root, "ls-tree", "-r", "-z", "--long", *top)
        found = {}
        for row in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
            facts, path = row.split("\t", 1)
            mode, _, blob, size = facts.split()
            found[path.removeprefix(self._prefix)] = (mode, blob, int(size) if size.isdigit() else 0)
        return found

    @cached_property
    def _folders(self) -> dict[str, dict[str, Kind]]:
        """Folder -> what stands in it."""
        found: dict[str, dict[str, Kind]] = {"": {}}
        for path, (mode, _, _) in self._blobs.items():
            kind: Kind = _KINDS.get(mode, "other")
            while path:
                folder, path_here = posixpath.dirname(path), path
                known = found.setdefault(folder, {})
                if path_here in known:
                    break
                known[path_here] = kind
                path, kind = folder, "folder"
        return found

    def entries(self, folder: str) -> Iterator[Entry]:
        for path, kind in sorted(self._folders.get(folder, {}).items()):
            yield Entry(path, "linked folder" if kind == "link" and self._leads_to_folder(path) else kind)

    def _leads_to_folder(self, path: str) -> bool:
        target = self._blob(self._blobs[path][1]).decode("utf-8", "surrogateescape")
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in self._folders

    def read(self, path: str) -> bytes:
        for _ in range(_MAX_LINKS):
            if outside(path):
                raise Unreadable("load.link", LINKED_OUT, "copy the file into the project")
            path = posixpath.normpath(path)
            if hidden(path):
                raise out_of_sight()
            if path not in self._blobs:
                raise FileNotFoundError(path)
            mode, blob, size = self._blobs[path]
            if size > MAX_BYTES:
                raise too_large(size)
            if _KINDS.get(mode) == "file":
                return self._blob(blob)
            if mode != "120000":
                break
            target = self._blob(blob).decode("utf-8", "surrogateescape")
            path = target if target.startswith("/") else posixpath.join(posixpath.dirname(path), target)
        raise Unreadable("load.special", SPECIAL)

    def _blob(self, name: str) -> bytes:
        """One object, through one `git cat-file --batch` that stays open."""
        pipe = self._reader
        if pipe.stdin is None or pipe.stdout is None:
            raise CannotRun("git cat-file did not start")
        pipe.stdin.write(name.encode() + b"\n")
        pipe.stdin.flush()
        header = pipe.stdout.readline().split()
        if len(header) != 3:
            # Not Unreadable: with a file left out, whatever it declares would look added since.
            raise CannotRun(f"Git does not have the object {name[:12]} here (a partial clone?): fetch it, then try again.")
        content = pipe.stdout.read(int(header[2]))
        pipe.stdout.read(1)
        return content

    @cached_property
    def _reader(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", "cat-file", "--batch"],
            cwd=self.root,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        pipe = self.__dict__.pop("_reader", None)
        if pipe is not None:
            pipe.communicate()

    def __enter__(self) -> Commit:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def merge_base(folder: Path, ref: str) -> str | None:
    """The commit at which the checked-out branch left `ref`; None when Git sees none: no common history, or a shallow clone."""
    commit = (
        _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        .decode()
        .strip()
    )
    command = ["git", "merge-base", "HEAD", commit]
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, check=False)
    return done.stdout.decode().strip() or None if done.returncode == 0 else None


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, check=False)
    except FileNotFoundError as error:
        raise CannotRun(
            "Git is needed to read an earlier state of the project, and there is no `git` command"
        ) from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        last = arguments[-1].removesuffix("^{commit}")
        raise CannotRun(said or f"Git knows no commit '{last}' here: fetch it first, or check the name")
    return done.stdout
