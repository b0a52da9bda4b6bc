"""`streamt status`: declared against live."""

from __future__ import annotations

from pathlib import Path

import click

from streamt.cli import deploying, options
from streamt.errors import GATE_CLOSED


@click.command()
@deploying.from_project
@deploying.exclude
@options.output_format("text", "json")
@click.pass_context
def status(
    ctx: click.Context,
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    exclude: tuple[str, ...],
    output_format: str,
) -> None:
    """What is there, whether it works, and how far behind it is. Changes nothing.

    Exit code 1 when something is missing, differs from what is declared, or does not work.
    """
    with deploying.deployment(project_dir, environment, manifest_file, exclude) as deployment:
        from streamt.deploy.formats import json, text
        from streamt.deploy.status import status_of

        found = status_of(deployment, deployment.journal())
        render = json.status if output_format == "json" else text.status
        click.echo(render(found, deployment.hide), nl=False)
        if not found.is_well:
            ctx.exit(GATE_CLOSED)
