"""`streamt compile`: lint, then write `generated/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt.cli import options

if TYPE_CHECKING:
    from streamt.manifest.model import Manifest


@click.command("compile")
@click.option("--output", type=click.Path(path_type=Path), default=None, help="Folder to write (default: generated/ in the project).")
@options.project_dir
@options.env
@options.output_format("text", "json")
@click.pass_context
def compile_(
    ctx: click.Context, output: Path | None, project_dir: Path | None, environment: str | None, output_format: str
) -> None:
    """Lint the project, then write the manifest and one readable file per artifact.

    One error stops it: exit code 1, and nothing is written.
    """
    from streamt import pipeline
    from streamt.compile.files import write
    from streamt.diagnostics.formats import FORMATS, text
    from streamt.manifest.io import to_text

    root = pipeline.project_root(project_dir)
    checked = pipeline.check(pipeline.tree_at(root), environment)
    if checked.analyses:
        checked.only()  # several environments and none chosen: say so before anything else
    if checked.failed:
        click.echo(FORMATS["text"](checked.diagnostics, pipeline.lines(checked.documents)), nl=False, err=True)
        click.echo("Nothing was compiled.", err=True)
        ctx.exit(1)
    manifest = pipeline.compiled(checked)
    folder = output.resolve() if output else root / "generated"
    changed = write(manifest, folder)
    if checked.diagnostics:
        click.echo(text.summary(checked.diagnostics), err=True)
    if output_format == "json":
        click.echo(to_text(manifest), nl=False)
        return
    where = options.shown(folder)
    what = f"{len(changed)} file{'' if len(changed) == 1 else 's'} written" if changed else "up to date"
    click.echo(f"{where}: {what} ({manifest.environment}: {_counts(manifest)})")


def _counts(manifest: Manifest) -> str:
    artifacts = manifest.artifacts
    found = (
        (len(artifacts.topics), "topic"), (len(artifacts.schemas), "schema"), (len(artifacts.flink_jobs), "Flink job"),
        (len(artifacts.connectors), "connector"), (len(artifacts.gateway_rules), "Gateway rule"), (len(artifacts.acls), "ACL"),
    )  # fmt: skip
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in found if count) or "no artifacts"
