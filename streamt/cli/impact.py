"""`streamt impact`: what a change breaks, and for whom."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from streamt.cli import manifests, options

FAIL_ON = ("none", "proven", "exposure", "breaking", "any")


@click.command()
@click.option("--base", required=True, metavar="REF|MANIFEST", help="What to compare with: a Git ref (its merge base), or a manifest.")
@click.option("--head", "head_path", type=click.Path(path_type=Path), default=None, help="A manifest (default: the project here).")
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), default="proven", show_default=True,
    help="Exit 1 on: a proven break of an exposure; any break of an exposure; any breaking change; any change that is not safe.",
)  # fmt: skip
@options.project_dir
@options.env
@options.output_format("text", "markdown", "json", "github")
@click.pass_context
def impact(
    ctx: click.Context, base: str, head_path: Path | None, fail_on: str, project_dir: Path | None, environment: str | None, output_format: str
) -> None:
    """Compare the project with an earlier state: what breaks, for whom, and who must agree.

    A Git ref is read from Git's objects: the working tree and the index are not touched. Prints nothing when nothing changed.
    """
    from streamt.impact import Side, assess, closing

    head = manifests.here(head_path, project_dir, environment, whole=True)
    before = manifests.base_of(base, head, project_dir)
    found = assess(before, Side(str(head_path) if head_path else "this project", head))
    closes = tuple(closing(found, fail_on))  # type: ignore[arg-type]  # click has checked the choice
    click.echo(_rendered(found, fail_on, output_format), nl=False)
    if closes:
        names = dict.fromkeys(each.name for impact in closes for each, _ in impact.reach.exposures())
        exposures = ", ".join(list(names)[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
        what = f"{len(closes)} change{'' if len(closes) == 1 else 's'}"
        click.echo(f"The gate is closed (--fail-on {fail_on}): {what}{f', reaching {exposures}' if exposures else ''}.", err=True)
        ctx.exit(1)


def _rendered(found, fail_on, output_format: str) -> str:  # type: ignore[no-untyped-def]
    from streamt.impact.report import data, github, markdown, text

    if output_format == "json":
        return json.dumps(data.as_data(found, fail_on), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if output_format == "text":
        return text.render(found, colour=sys.stdout.isatty())
    return {"markdown": markdown.render, "github": github.render}[output_format](found)
