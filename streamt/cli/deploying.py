"""What plan, apply, status and destroy share: their options, and from a project or a manifest to a deployment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from streamt.cli import options
from streamt.errors import CannotRun, GateClosed, StreamtError

if TYPE_CHECKING:
    from streamt.deploy.deployment import Deployment
    from streamt.manifest.model import Manifest

exclude = click.option(
    "--exclude",
    metavar="NAME",
    multiple=True,
    help="Leave out a node or an artifact, by name. Can be repeated.",
)
delete_topic = click.option(
    "--delete-topic",
    "topics",
    metavar="NAME",
    multiple=True,
    help="A topic that may go although others read it.",
)
confirm = click.option(
    "--confirm", metavar="ENV", help="Name the environment again; protected ones ask for it."
)


def from_project(command: Callable[..., Any]) -> Callable[..., Any]:
    """--project-dir, --env and --manifest."""
    manifest = click.option(
        "--manifest",
        "manifest_file",
        type=click.Path(path_type=Path),
        help="A compiled manifest, instead of the project.",
    )
    return options.project_dir(options.env(manifest(command)))


@contextmanager
def deployment(
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    without: tuple[str, ...] = (),
) -> Iterator[Deployment]:
    """The manifest of a file, or of the project, which is linted first. Raises GateClosed and CannotRun.

    No error that leaves the block says what a variable holds.
    """
    manifest, folder = manifest_of(project_dir, environment, manifest_file)
    from streamt.deploy.deployment import deployment_of

    found = deployment_of(manifest, folder, without)
    try:
        yield found
    except StreamtError as error:
        raise type(error)(found.hide(str(error))) from error


def manifest_of(
    project_dir: Path | None, environment: str | None, manifest_file: Path | None, *, gate: bool = True
) -> tuple[Manifest, Path]:
    """A manifest and the folder that its `.env` and jars are in. With `gate`, a project with errors is refused."""
    try:
        import confluent_kafka  # noqa: F401
        import httpx  # noqa: F401
    except ImportError as missing:
        raise CannotRun(f"This needs {missing.name}: pip install 'streamt[apply]'") from missing
    if manifest_file is not None:
        from streamt.manifest.io import read

        return _of(read(manifest_file), environment), project_dir or Path.cwd()
    return _compiled(project_dir, environment, gate), _root(project_dir)


def refuse_unconfirmed(manifest: Manifest, confirmed: str | None) -> None:
    if manifest.safety.get("protected") and confirmed != manifest.environment:
        raise GateClosed(
            f"The environment {manifest.environment} is protected. To go on: --confirm {manifest.environment}"
        )


def _of(manifest: Manifest, environment: str | None) -> Manifest:
    if environment is not None and manifest.environment != environment:
        raise CannotRun(f"The manifest is for environment {manifest.environment}, not {environment}.")
    return manifest


def _root(project_dir: Path | None) -> Path:
    from streamt import pipeline

    return pipeline.project_root(project_dir)


def _compiled(project_dir: Path | None, environment: str | None, gate: bool) -> Manifest:
    from streamt import pipeline
    from streamt.diagnostics.formats import FORMATS

    checked = pipeline.check(pipeline.tree_at(_root(project_dir)), environment)
    checked.only()
    if checked.failed and gate:
        click.echo(
            FORMATS["text"](checked.diagnostics, pipeline.lines(checked.documents)), nl=False, err=True
        )
        raise GateClosed("The project has errors; nothing was sent.")
    return pipeline.compiled(checked)
