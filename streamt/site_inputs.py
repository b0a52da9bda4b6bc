"""Where the manifests and templates of a site come from: manifest files as they are, project folders compiled in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from streamt.errors import CannotRun
from streamt.manifest import io
from streamt.manifest.model import Manifest


def manifests(paths: Sequence[Path], env: str | None = None) -> tuple[Manifest, ...]:
    """One manifest per path. A project is shown with its findings, errors too: a site gates nothing.

    CannotRun when a path can be neither read as a manifest nor found to be in a project, GateClosed when a project does not
    even load.
    """
    return tuple(_manifests(paths, env))


def _manifests(paths: Sequence[Path], env: str | None) -> Iterator[Manifest]:
    for path in paths:
        if path.is_dir():
            from streamt import pipeline

            checked = pipeline.check(pipeline.project_tree(path), env)
            yield pipeline.compiled(checked)
        else:
            yield io.read(path)


def overrides(paths: Sequence[Path]) -> Path | None:
    """The `site_templates/` of the one project that the site is made from. CannotRun when it is a link out of the project."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    from streamt import pipeline

    root = pipeline.project_root(paths[0])
    folder = root / "site_templates"
    if not folder.is_dir():
        return None
    if not folder.resolve().is_relative_to(root.resolve()):
        raise CannotRun(f"{folder} is a link to a folder outside of the project.")
    return folder
