"""`streamt lint`: the gate."""

from __future__ import annotations

from pathlib import Path

import click

from streamt.cli import options


@click.command()
@click.argument("files", nargs=-1, type=click.Path())
@options.project_dir
@options.env
@options.output_format("text", "json", "github")
@click.pass_context
def lint(ctx: click.Context, files: tuple[str, ...], project_dir: Path | None, environment: str | None, output_format: str) -> None:
    """Check the whole project: offline, with no cluster, no network, no secret and no variable set.

    Without --env all environments are checked. FILES are taken as a hint of what changed and do not narrow the check:
    a change of one file breaks others. Exit code 1 when there is an error.
    """
    from streamt import pipeline
    from streamt.diagnostics.formats import FORMATS

    checked = pipeline.check(pipeline.project_tree(project_dir), environment)
    click.echo(FORMATS[output_format](checked.diagnostics, pipeline.lines(checked.documents)), nl=False)
    ctx.exit(1 if checked.failed else 0)
