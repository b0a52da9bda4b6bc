"""Which files make a project, in one order, whatever tree they are read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from streamt.diagnostics.model import Diagnostic, Span
from streamt.errors import CannotRun
from streamt.load.tree import Entry, Tree

ROOT_FILE = "stream_project.yml"
YAML_ENDINGS = (".yml", ".yaml")

MAX_FOLDERS = 64  # levels of folders in folders


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of a project, relative to its root; `paths:` in the root file changes them."""

    sources: tuple[str, ...] = ("sources",)
    models: tuple[str, ...] = ("models",)
    tests: tuple[str, ...] = ("tests",)
    exposures: tuple[str, ...] = ("exposures",)
    macros: tuple[str, ...] = ("macros",)
    environments: tuple[str, ...] = ("environments",)

    @property
    def entities(self) -> tuple[str, ...]:
        return self.sources + self.models + self.tests + self.exposures


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """Paths relative to the root, sorted."""

    entities: tuple[str, ...]
    environments: tuple[str, ...]
    macros: tuple[str, ...]


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds stream_project.yml. CannotRun when there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / ROOT_FILE).is_file():
            return folder
    other = next(
        (folder for folder in (here, *here.parents) if (folder / "stream_project.yaml").is_file()), None
    )
    if other is not None:
        raise CannotRun(
            f"{other} holds stream_project.yaml; the root file of a project is called {ROOT_FILE}: rename it"
        )
    raise CannotRun(
        f"no {ROOT_FILE} in {here} or in any folder above it: go into a project, name one with --project-dir, or make one with `streamt init`"
    )


def project_files(tree: Tree, layout: Layout) -> tuple[ProjectFiles, tuple[Diagnostic, ...]]:
    """The files of the project and what stands among them but is not read."""
    found: list[Diagnostic] = []
    environments = _files(tree, layout.environments, YAML_ENDINGS, found, deep=False)
    macros = _files(tree, layout.macros, (".sql",), found, deep=True)
    entities = _files(tree, layout.entities, YAML_ENDINGS, found, deep=True)
    apart = {ROOT_FILE, *environments}
    return ProjectFiles(tuple(path for path in entities if path not in apart), environments, macros), tuple(
        found
    )


def _files(
    tree: Tree, folders: tuple[str, ...], endings: tuple[str, ...], found: list[Diagnostic], *, deep: bool
) -> tuple[str, ...]:
    paths = set()
    for folder in dict.fromkeys(folders):
        for entry in _walk(tree, folder, deep):
            if entry.kind == "linked folder":
                found.append(_linked_folder(entry.path))
            elif entry.path.endswith(endings):
                paths.add(entry.path)
    return tuple(sorted(paths))


def _walk(tree: Tree, folder: str, deep: bool) -> Iterator[Entry]:
    """All entries under the folder but hidden ones; links to folders are yielded, not followed."""
    linked = _link_on_the_way(tree, folder)
    if linked is not None:
        yield linked
        return
    pending = [(folder, 0)]
    while pending:
        here, depth = pending.pop()
        for entry in tree.entries(here):
            if entry.path.rpartition("/")[2].startswith("."):
                continue
            if entry.kind != "folder":
                yield entry
            elif deep and depth < MAX_FOLDERS:
                pending.append((entry.path, depth + 1))


def _link_on_the_way(tree: Tree, folder: str) -> Entry | None:
    parent = ""
    for step in filter(None, folder.split("/")):
        path = f"{parent}/{step}" if parent else step
        entry = next((entry for entry in tree.entries(parent) if entry.path == path), None)
        if entry is not None and entry.kind == "linked folder":
            return entry
        parent = path
    return None


def _linked_folder(path: str) -> Diagnostic:
    return Diagnostic(
        "load.link",
        "error",
        "this folder is a link, and links to folders are not followed",
        Span(path, 1, 1, 1, 1),
        help="put the folder itself into the project, or name its real path under `paths:`",
    )
