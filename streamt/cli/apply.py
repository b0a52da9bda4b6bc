"""`streamt apply`: make the changes of a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt.cli import deploying
from streamt.errors import CannotRun, GateClosed

if TYPE_CHECKING:
    from streamt.deploy.deployment import Deployment
    from streamt.deploy.journal import Journal
    from streamt.deploy.plan import Plan


@click.command()
@deploying.from_project
@deploying.exclude
@click.option("--allow-delete", is_flag=True, help="Also take away what is ours and no longer declared.")
@deploying.delete_topic
@deploying.confirm
@click.option(
    "--plan", "plan_file", type=click.Path(path_type=Path), help="Only if this saved plan still holds."
)
def apply(
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    exclude: tuple[str, ...],
    allow_delete: bool,
    topics: tuple[str, ...],
    confirm: str | None,
    plan_file: Path | None,
) -> None:
    """Deploy: schemas, topics, then jobs and connectors along the DAG, each waited for until it works.

    Killed at any point, the next apply finishes it. Exit code 3 when something could not be done: what does not depend on
    it is done all the same.
    """
    with deploying.deployment(project_dir, environment, manifest_file, exclude) as deployment:
        deploying.refuse_unconfirmed(deployment.manifest, confirm)
        from streamt.deploy.formats import json
        from streamt.deploy.plan import Deletes, make_plan

        journal = deployment.journal()
        found = make_plan(deployment, journal, Deletes(allow_delete, frozenset(topics)))
        if plan_file is not None:
            reason = json.moved(_saved(plan_file), found)
            if reason is not None:
                raise GateClosed(f"The plan {plan_file} no longer holds: {reason}. Plan again.")
        carry_out(deployment, found, journal)


def carry_out(deployment: Deployment, plan: Plan, journal: Journal) -> None:
    """Show the plan, make its changes and tell what happens."""
    from streamt.deploy.apply import apply as happenings
    from streamt.deploy.formats import text

    click.echo(text.plan(plan, deployment.hide), nl=False)
    on_terminal = sys.stderr.isatty()
    for event in happenings(deployment, plan, journal):
        line = text.happening(event, plan.changes)
        if on_terminal and (going_on := text.waiting(event)):
            click.echo(f"\r\033[K{going_on}", nl=False, err=True)
        if line is not None:
            click.echo(f"\r\033[K{line}" if on_terminal else line, err=on_terminal)
    if on_terminal:
        click.echo("\r\033[K", nl=False, err=True)


def _saved(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"Cannot read the plan {path}: {type(error).__name__}.") from error
