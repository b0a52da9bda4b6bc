"""`streamt debug`: what is configured, reachable and supported."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from streamt.cli import deploying, options
from streamt.errors import CANNOT_RUN


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
    """Ask every system of the environment who it is. Changes nothing and shows no value of a variable.

    Exit code 2 when one does not answer.
    """
    manifest, folder = deploying.manifest_of(project_dir, environment, manifest_file, gate=False)
    from streamt.deploy.debug import debug as checks
    from streamt.deploy.debug import variables_in_use
    from streamt.deploy.variables import read_variables

    variables = read_variables(folder)
    found = list(checks(manifest.runtime, variables))
    in_use = dict(variables_in_use(manifest.runtime, variables))
    if output_format == "json":
        systems = [asdict(one) for one in found]
        click.echo(json.dumps({"systems": systems, "variables": in_use}, indent=2, sort_keys=True))
    else:
        click.echo(f"{manifest.project}, environment {manifest.environment}\n")
        for one in found:
            click.echo(f"  {'ok' if one.answers else '!!'} {one.system:<18} {one.says}")
        unset = [name for name, is_set in in_use.items() if not is_set]
        if unset:
            click.echo(f"\nNot set: {', '.join(unset)}. `streamt local up` sets those of a local stack.")
    if not all(one.answers for one in found):
        ctx.exit(CANNOT_RUN)
