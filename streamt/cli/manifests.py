"""Where a command's manifest comes from: a file, the project in this folder, or the project as it stood at a commit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt.errors import CannotRun

if TYPE_CHECKING:
    from streamt.impact.assessment import Side
    from streamt.manifest.model import Manifest
    from streamt.pipeline import Checked

manifest_file = click.option(
    "--manifest", "manifest_path", type=click.Path(path_type=Path), default=None, help="Read this manifest instead of the project."
)


def here(manifest_path: Path | None, project_dir: Path | None, environment: str | None, *, whole: bool = False) -> Manifest:
    """Findings do not stop it. They go to stderr: whole when there is an error, else their number.

    A `whole` project has no file that cannot be read: CannotRun, else what that file declares would count as removed.
    """
    from streamt import pipeline
    from streamt.diagnostics.formats import FORMATS, text
    from streamt.manifest.io import read, sealed

    if manifest_path is not None:
        return read(manifest_path)
    checked = pipeline.check(pipeline.project_tree(project_dir), environment)
    if checked.failed:
        click.echo(FORMATS["text"](checked.diagnostics, pipeline.lines(checked.documents)), nl=False, err=True)
    elif checked.diagnostics:
        click.echo(text.summary(checked.diagnostics), err=True)
    if whole:
        for path in _unread(checked):
            raise CannotRun(f"{path} cannot be read whole: what it declares would count as removed. Correct it first.")
    return sealed(pipeline.compiled(checked))


def base_of(base: str, head: Manifest, project_dir: Path | None) -> Side:
    """A manifest's file, or the commit at which this branch left a Git ref."""
    from streamt.impact.assessment import Side
    from streamt.manifest.io import read

    path = Path(base)
    if path.is_file():
        found = read(path)
        if found.environment != head.environment:
            both = f"{found.environment}, this one of {head.environment}"
            click.echo(f"{base} is of the environment {both}: what differs between the two is told as changed.", err=True)
        return Side(base, found)
    if base.endswith(".json"):
        raise CannotRun(f"There is no manifest {base}.")
    return at_commit(base, head, project_dir)


def at_commit(ref: str, head: Manifest, project_dir: Path | None) -> Side:
    """The working tree and the index are not touched. A commit without the project counts as an empty project."""
    from streamt import pipeline
    from streamt.impact.assessment import Side
    from streamt.load.files import ROOT_FILE
    from streamt.load.git import Commit, merge_base
    from streamt.manifest.io import sealed

    root = pipeline.project_root(project_dir)
    left = merge_base(root, ref)
    if left is None:
        click.echo(f"'{ref}' and HEAD have no common commit here (a shallow clone?): comparing with '{ref}' itself.", err=True)
    with Commit(root, left or ref) as tree:
        label = f"{ref} (merge base)" if left is not None and tree.commit != _commit(root, ref) else ref
        if not any(entry.path == ROOT_FILE for entry in tree.entries("")):
            return Side(label, without_nodes(head), tree.commit)
        checked = pipeline.check(tree, head.environment)
        if not checked.analyses:
            first = checked.diagnostics[0].message if checked.diagnostics else "it is empty"
            raise CannotRun(f"The project at {ref} ({tree.commit[:12]}) cannot be loaded: {first}")
        for path in _unread(checked):
            click.echo(f"{path} at {ref} ({tree.commit[:12]}) cannot be read whole: what it declares counts as added since.", err=True)
        return Side(label, sealed(pipeline.compiled(checked)), tree.commit)


def _unread(checked: Checked) -> tuple[str, ...]:
    from streamt.rules.unread import unread

    found = unread(checked.diagnostics, checked.documents)
    return tuple(dict.fromkeys(each.span.path for each in found if each.span is not None))


def _commit(root: Path, ref: str) -> str:
    from streamt.load.git import Commit

    with Commit(root, ref) as tree:
        return tree.commit


def without_nodes(manifest: Manifest) -> Manifest:
    """The same project and settings with nothing in it."""
    from streamt.manifest.model import Artifacts, Dag

    emptied: dict[str, object] = {name: [] for name in ("sources", "models", "tests", "exposures", "functions", "findings")}
    return manifest.model_copy(update={**emptied, "dag": Dag(), "artifacts": Artifacts(), "content_hash": ""})
