"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

project_dir = click.option(
    "--project-dir", type=click.Path(path_type=Path), default=None,
    help="Folder of the project, or any folder inside it (default: the current one).",
)  # fmt: skip
env = click.option(
    "--env", "environment", metavar="NAME", envvar="STREAMT_ENV", default=None, help="Environment to work in (or STREAMT_ENV)."
)


def output_format(*choices: str, default: str = "text") -> Callable[[Command], Command]:
    return click.option(
        "--format", "output_format", type=click.Choice(choices), default=default, show_default=True, help="Form of the result."
    )


def shown(path: Path) -> str:
    """A path as the user would type it: relative to where they are, where it is below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
