"""streamt as a library: the line from files to manifest as a few functions. Commands, the MkDocs plugin and tests call these.

    loaded = load(Folder(root), environment)        files -> projects (one per environment asked for) and diagnostics
    checked = check(loaded)                         -> analyses and every finding, loading's included
    manifest = compiled(checked)                    -> the manifest, for one environment
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from streamt.diagnostics.model import Diagnostic, has_errors, ordered
from streamt.errors import CannotRun, GateClosed
from streamt.garbage import uncollected

if TYPE_CHECKING:
    from streamt.analysis import Analysis
    from streamt.load.document import Document
    from streamt.load.tree import Tree
    from streamt.manifest.model import Manifest


@dataclass(frozen=True)
class Checked:
    """A project after lint. One analysis per environment that was asked for; `documents` by path, for code frames."""

    analyses: tuple[Analysis, ...]
    diagnostics: tuple[Diagnostic, ...]
    documents: Mapping[str, Document]
    tree: Tree

    @property
    def failed(self) -> bool:
        return has_errors(self.diagnostics)

    def only(self) -> Analysis:
        """The analysis of the one environment a command works in."""
        if len(self.analyses) == 1:
            return self.analyses[0]
        if not self.analyses:
            raise GateClosed("The project could not be loaded; `streamt lint` says why.")
        names = ", ".join(analysis.project.environment for analysis in self.analyses)
        raise CannotRun(f"The project has several environments ({names}): choose one with --env, or set project.default_environment.")


@uncollected()
def check(tree: Tree, environment: str | None = None) -> Checked:
    """Load, resolve, analyse and lint a project. Without an environment (and no default) all of them are linted."""
    from streamt.analysis import analyse
    from streamt.project import load_project
    from streamt.rules.engine import lint
    from streamt.rules.unread import without_consequences

    loaded = load_project(tree, environment)
    analyses = tuple(analyse(project) for project in loaded.projects)
    found = [lint(analysis) for analysis in analyses]
    documents: dict[str, Document] = {}
    for analysis in analyses:
        documents |= analysis.project.documents
    diagnostics = without_consequences([*loaded.diagnostics, *merged(found)], documents)
    return Checked(analyses, ordered(diagnostics), documents, tree)


def merged(found: Sequence[Sequence[Diagnostic]]) -> list[Diagnostic]:
    """Findings of several environments: what holds in all of them is said once."""
    return list(dict.fromkeys(diagnostic for findings in found for diagnostic in findings))


def project_root(start: Path | None) -> Path:
    """The root folder of the project that a folder belongs to. CannotRun when there is none."""
    from streamt.project import find_root

    return find_root(start or Path.cwd())


def project_tree(start: Path | None) -> Tree:
    return tree_at(project_root(start))


def tree_at(root: Path) -> Tree:
    from streamt.load.tree import Folder

    return Folder(root)


@uncollected()
def compiled(checked: Checked) -> Manifest:
    """The manifest of the one environment. It does not look at the gate: diagnostics are written down as findings."""
    from streamt.compile import manifest_of

    return manifest_of(checked.only(), checked.diagnostics, lambda path: digest(checked.tree, path))


def digest(tree: Tree, path: str) -> str | None:
    """sha256 of a file of the project; None when it cannot be read."""
    from streamt.load.tree import Unreadable

    try:
        return hashlib.sha256(tree.read(path)).hexdigest()
    except (FileNotFoundError, Unreadable):
        return None


def lines(documents: Mapping[str, Document]) -> dict[str, list[str]]:
    return {path: document.text.splitlines() for path, document in documents.items()}
