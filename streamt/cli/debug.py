"""`streamt debug`: what is configured, reachable and supported."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt import __version__
from streamt.cli import deploying, options
from streamt.errors import CANNOT_RUN

if TYPE_CHECKING:
    from streamt.deploy.debug import System, Variable

EXTRAS: Mapping[str, tuple[str, ...]] = {"apply": ("confluent-kafka", "httpx"), "docs": ("mkdocs", "mkdocs-material")}
MARKS = {"answers": "ok", "fails": "!!", "not deployed to": "--"}


@click.command()
@deploying.from_project
@options.output_format("text", "json")
@click.pass_context
def debug(
    ctx: click.Context,
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    output_format: str,
) -> None:
    """Say what is installed, ask every system of the environment who it is, and tell where each variable comes from.

    Changes nothing and shows no value of a variable. Exit code 2 when a system does not answer or a variable is missing.
    """
    manifest, folder = deploying.manifest_of(project_dir, environment, manifest_file, gate=False)
    from streamt.deploy import debug as asking
    from streamt.deploy.variables import origins, read_variables

    known = read_variables(folder)
    variables = tuple(asking.variables_needed(manifest, known, origins(folder)))
    systems = asking.systems(manifest, known)
    if output_format == "json":
        found = {
            "streamt": __version__, "python": platform.python_version(), "extras": {name: _installed(name) for name in EXTRAS},
            "project": manifest.project, "environment": manifest.environment,
            "systems": [asdict(one) for one in systems], "variables": [asdict(one) for one in variables],
        }  # fmt: skip
        click.echo(json.dumps(found, indent=2))
    else:
        head = f"{manifest.project}, environment {manifest.environment}"
        click.echo("\n".join([*_tools(), "", head, *_systems(systems), *_variables(variables)]))
    if any(one.state == "fails" for one in systems) or any(one.origin == "missing" for one in variables):
        ctx.exit(CANNOT_RUN)


def _installed(extra: str) -> dict[str, str | None]:
    """Package -> version, or None where it is not installed."""
    return {package: _version(package) for package in EXTRAS[extra]}


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _tools() -> Iterator[str]:
    yield f"streamt {__version__}, Python {platform.python_version()}"
    for extra in EXTRAS:
        packages = _installed(extra)
        if None in packages.values():
            yield f"  streamt[{extra}]: not installed (pip install 'streamt[{extra}]')"
        else:
            yield f"  streamt[{extra}]: {', '.join(f'{name} {version}' for name, version in packages.items())}"


def _systems(systems: Iterable[System]) -> Iterator[str]:
    rows = list(systems)
    wide = max((len(one.name) for one in rows), default=0)
    for one in rows:
        yield f"  {MARKS[one.state]} {one.name:<{wide}}  {one.says}"


def _variables(variables: Iterable[Variable]) -> Iterator[str]:
    rows = list(variables)
    wide = max((len(one.name) for one in rows), default=0)
    if rows:
        yield from ("", "Variables, and where each has its value from")
    for one in rows:
        yield f"  {'!!' if one.origin == 'missing' else 'ok'} {one.name:<{wide}}  {one.origin}"
    if any(one.origin == "missing" for one in rows):
        yield "  Set what is missing in the environment or in .env; `streamt local up` sets those of a local stack."
