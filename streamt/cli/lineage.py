"""`streamt lineage`: what reads what."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt.cli import manifests, options
from streamt.errors import CannotRun

if TYPE_CHECKING:
    from streamt.lineage.view import Direction
    from streamt.manifest.model import Manifest

WIDTH = 100  # where there is no terminal to ask


@click.command()
@click.option("--model", metavar="NAME", help="Draw around this node: any source, model, test or exposure, by name or id.")
@click.option("--select", "selection", metavar="SELECTOR", help="Draw these: name, tag:x, owner:x, kind:flink, +name+2, state:modified+ ..")
@click.option("--base", metavar="REF|MANIFEST", help="What `state:` compares with.")
@click.option("--column", metavar="NODE.COLUMN", help="Follow one column instead.")
@click.option("--upstream", is_flag=True, help="Only what it comes from.")
@click.option("--downstream", is_flag=True, help="Only what it feeds.")
@click.option("--depth", type=click.IntRange(min=1), help="At most so many steps.")
@click.option("--tests", is_flag=True, help="With the tests.")
@manifests.manifest_file
@options.project_dir
@options.env
@options.output_format("text", "json", "mermaid", "dot")
def lineage(
    model: str | None, selection: str | None, base: str | None, column: str | None, upstream: bool, downstream: bool, depth: int | None,
    tests: bool, manifest_path: Path | None, project_dir: Path | None, environment: str | None, output_format: str,
) -> None:  # fmt: skip
    """Draw the lineage of the project, of one node, or of one column.

    \b
    streamt lineage --model payments_enriched
    streamt lineage --select 'tag:pii+' --format mermaid
    streamt lineage --column payments_enriched.amount --downstream
    """
    from streamt.select.graph import EVERYTHING

    if sum(given is not None for given in (model, selection, column)) > 1:
        raise CannotRun("Give one of --model, --select and --column.")
    if column is not None and output_format in ("mermaid", "dot"):
        raise CannotRun(f"--column is shown as text or json, not as {output_format}.")
    manifest = manifests.here(manifest_path, project_dir, environment)
    steps = EVERYTHING if depth is None else depth
    if column is not None:
        click.echo(_column(manifest, column, upstream, downstream, steps, output_format), nl=False)
        return
    focus, direction = _focus(manifest, model, selection, base, upstream, downstream, project_dir)
    click.echo(_drawn(manifest, focus, direction, steps, tests, output_format), nl=False)


def _focus(
    manifest: Manifest, model: str | None, selection: str | None, base: str | None, upstream: bool, downstream: bool, project_dir: Path | None
) -> tuple[tuple[str, ...] | None, Direction]:
    """What to draw around, and how far: a selection is drawn as selected unless a direction is given."""
    from streamt.impact.assessment import state
    from streamt.select import parse_selection, selected

    direction: Direction = "both" if upstream == downstream else "upstream" if upstream else "downstream"
    if model is not None:
        return _named(manifest, model), direction
    if selection is None:
        return None, direction
    against = state(manifests.base_of(base, manifest, project_dir).manifest, manifest) if base is not None else None
    chosen = selected(parse_selection(selection), manifest, against)
    if not chosen:
        click.echo("Nothing is selected.", err=True)
    return chosen, direction if upstream or downstream else "neither"


def _named(manifest: Manifest, model: str) -> tuple[str, ...]:
    from streamt.select import parse_selection, selected

    if any(character in model for character in " ,+*?[") or not model:
        raise CannotRun(f"--model takes one name, not {model!r}; for several, --select.")
    return selected(parse_selection(model), manifest)


def _drawn(
    manifest: Manifest, focus: tuple[str, ...] | None, direction: Direction, depth: int, tests: bool, output_format: str
) -> str:
    from streamt.lineage import data, dot, mermaid, text, view_of

    view = view_of(manifest, focus, direction, depth, tests)
    if output_format == "json":
        return json.dumps(data.as_data(view, manifest), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if output_format == "text":
        return text.render(view, _width(), _colour()) if view.nodes else ""
    return {"mermaid": mermaid.render, "dot": dot.render}[output_format](view)


def _column(manifest: Manifest, column: str, upstream: bool, downstream: bool, depth: int, output_format: str) -> str:
    from streamt.lineage.trace import as_data, render, trace

    both = upstream == downstream
    found = trace(manifest, column, upstream or both, downstream or both, depth)
    if output_format == "json":
        return json.dumps(as_data(found), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    return render(found, manifest, _width(), _colour())


def _width() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
