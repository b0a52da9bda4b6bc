"""`streamt jsonschema`: what editors and other programs check files against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click


def _project() -> dict[str, Any]:
    from streamt.project.json_schema import project_json_schema

    return project_json_schema()


def _manifest() -> dict[str, Any]:
    from streamt.manifest.json_schema import manifest_json_schema

    return manifest_json_schema()


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {"project": _project, "manifest": _manifest}


@click.command()
@click.argument("what", type=click.Choice(tuple(SCHEMAS)), default="project")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), default=None, help="File to write (default: print it).")
def jsonschema(what: str, output: Path | None) -> None:
    """Print the JSON Schema of project files (for the editor) or of the manifest.

    An editor with YAML support uses it when a file starts with
    `# yaml-language-server: $schema=PATH/project.schema.json`.
    """
    from streamt.manifest.io import canonical

    text = canonical(SCHEMAS[what]())
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, "utf-8", newline="\n")
