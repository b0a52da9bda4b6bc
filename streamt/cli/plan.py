"""`streamt plan`: what apply would change."""

from __future__ import annotations

from pathlib import Path

import click

from streamt.cli import deploying, options
from streamt.errors import GATE_CLOSED


@click.command()
@deploying.from_project
@deploying.exclude
@click.option("--allow-delete", is_flag=True, help="Also take away what is ours and no longer declared.")
@deploying.delete_topic
@click.option("--check", is_flag=True, help="Exit code 1 when there are changes.")
@click.option("--out", type=click.Path(path_type=Path), help="Keep the plan in a file, for apply --plan.")
@options.output_format("text", "json")
@click.pass_context
def plan(
    ctx: click.Context,
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    exclude: tuple[str, ...],
    allow_delete: bool,
    topics: tuple[str, ...],
    check: bool,
    out: Path | None,
    output_format: str,
) -> None:
    """Read every system, compare with what is declared, and change nothing.

    Asks the systems themselves too: Kafka validates topics, the registry schemas, Flink explains the SQL, Connect
    validates connectors. Exit code 1 when something is refused.
    """
    with deploying.deployment(project_dir, environment, manifest_file, exclude) as deployment:
        from streamt.deploy.formats import json, text
        from streamt.deploy.plan import Deletes, make_plan

        found = make_plan(deployment, deployment.journal(), Deletes(allow_delete, frozenset(topics)))
        if out is not None:
            out.write_text(json.plan(found, deployment.hide), "utf-8")
        render = json.plan if output_format == "json" else text.plan
        click.echo(render(found, deployment.hide), nl=False)
        if found.refusals or (check and found.changes):
            ctx.exit(GATE_CLOSED)
