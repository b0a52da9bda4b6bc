"""Asking the real SQL Gateway: every statement of a compiled job, and EXPLAIN of its INSERT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from streamt.deploy.deployment import deployment_of
from streamt.local.stack import Stack
from streamt.manifest.model import Manifest
from streamt.runtimes.flink import Job
from streamt.runtimes.flink.gateway import Rejected, SqlGateway


def jobs_of(manifest: Manifest, folder: Path) -> tuple[Job, ...]:
    """As apply would send them: the variables of the stack have to be in the environment."""
    return deployment_of(manifest, folder).desired.jobs


def rejected(stack: Stack, jobs: Iterable[Job], jars: Iterable[Path] = ()) -> Mapping[str, str]:
    """Job -> why Flink does not take it. A session for each, as apply has it."""
    gateway = SqlGateway(stack.variables["FLINK_SQL_GATEWAY_URL"])
    before = [f"ADD JAR '{jar}'" for jar in jars]
    return {job.key.name: reason for job in jobs if (reason := _reason(gateway, job, before))}


def _reason(gateway: SqlGateway, job: Job, before: Iterable[str]) -> str | None:
    try:
        with gateway.session(job.settings) as session:
            for statement in (*before, *job.ddl):
                session.declare(statement)
            session.run(f"EXPLAIN {job.insert}", {})
    except Rejected as reason:
        return f"{reason}\n{job.insert}"
    return None
