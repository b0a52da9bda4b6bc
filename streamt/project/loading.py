"""From a project's files to its resolved values: gather once, resolve each environment asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from streamt.diagnostics.model import Diagnostic, ordered
from streamt.garbage import uncollected
from streamt.load.tree import Folder, Tree
from streamt.project.gather import gather
from streamt.project.model import Project
from streamt.project.resolve import environments, prepare, resolve, unknown_default


@dataclass(frozen=True, slots=True)
class Loaded:
    """One Project per environment that was asked for, and all that is wrong with how they are written."""

    projects: tuple[Project, ...]
    diagnostics: tuple[Diagnostic, ...]


@uncollected()
def load_project(where: Tree | Path, environment: str | None = None) -> Loaded:
    """The project in a folder (its root: see `find_root`) or tree.

    Without an environment: the project's default, else the only one, else all. CannotRun when it has no such environment.
    """
    gathered = gather(Folder(where) if isinstance(where, Path) else where)
    resolver = prepare(gathered)
    found = [*gathered.diagnostics, *resolver.diagnostics, *unknown_default(gathered)]
    projects = []
    for chosen in environments(gathered, environment):
        project, problems = resolve(resolver, chosen)
        projects.append(project)
        found += problems
    return Loaded(tuple(projects), ordered(map(_as_sentence, found)))


def _as_sentence(found: Diagnostic) -> Diagnostic:
    """Messages are built from labels (`model 'orders'`) that stand inside sentences too: the first word is ours to capitalise."""
    return replace(found, message=found.message[:1].upper() + found.message[1:])
