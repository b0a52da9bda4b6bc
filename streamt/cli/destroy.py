"""`streamt destroy`: take away what this project created."""

from __future__ import annotations

from pathlib import Path

import click

from streamt.cli import deploying
from streamt.cli.apply import carry_out
from streamt.errors import GateClosed


@click.command()
@deploying.from_project
@deploying.delete_topic
@deploying.confirm
def destroy(
    project_dir: Path | None,
    environment: str | None,
    manifest_file: Path | None,
    topics: tuple[str, ...],
    confirm: str | None,
) -> None:
    """Delete what this project created in this environment, as its deployments topic says, and nothing else.

    Always asks for the environment's name: --confirm ENV. Connectors and jobs go first, then topics, then schemas.
    """
    with deploying.deployment(project_dir, environment, manifest_file) as deployment:
        from streamt.deploy.destroy import destruction

        name = deployment.manifest.environment
        journal = deployment.journal()
        found = destruction(deployment, journal, frozenset(topics))
        if confirm != name and found.changes:
            names = ", ".join(str(change.key) for change in found.changes)
            raise GateClosed(f"This deletes {names}. To go on: --confirm {name}")
        carry_out(deployment, found, journal)
