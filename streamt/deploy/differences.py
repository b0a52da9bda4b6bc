"""What changed in the definition of a running job: the lines of its SQL, as deployed last and as declared now.

Both come from manifests, so placeholders stand in them as written: no value of a variable can show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import unified_diff

from streamt.deploy.journal.records import Journal
from streamt.errors import CannotRun
from streamt.manifest.io import parse
from streamt.manifest.model import FlinkJobArtifact, Manifest
from streamt.runtimes.base import Change

MAX_LINES = 40


def with_differences(changes: Iterable[Change], declared: Manifest, journal: Journal) -> Iterator[Change]:
    """The changes; a changed job with the lines that differ from what was deployed last, where that is known."""
    before: dict[str, FlinkJobArtifact] | None = None
    now = {job.name: job for job in declared.artifacts.flink_jobs}
    for change in changes:
        if change.key.kind != "flink_job" or change.action not in ("update", "replace") or change.key.name not in now:
            yield change
            continue
        if before is None:
            before = _deployed(journal)
        lines = differences(before.get(change.key.name), now[change.key.name])
        yield replace(change, why=(*change.why, *lines)) if lines else change


def differences(before: FlinkJobArtifact | None, now: FlinkJobArtifact) -> tuple[str, ...]:
    """Lines of the script that went (`- `) and came (`+ `), without the fingerprint, which changes with anything."""
    if before is None:
        return ()
    found = unified_diff(_lines(before), _lines(now), lineterm="", n=0)
    shown = [f"{line[0]} {line[1:].strip()}" for line in found if line[0] in "+-" and not line.startswith(("+++", "---"))]
    cut = [f"... and {len(shown) - MAX_LINES} lines more"] if len(shown) > MAX_LINES else []
    return (*shown[:MAX_LINES], *cut)


def _lines(job: FlinkJobArtifact) -> list[str]:
    return [line for line in job.script.splitlines() if line.strip() and "pipeline.global-job-parameters" not in line]


def _deployed(journal: Journal) -> dict[str, FlinkJobArtifact]:
    """Jobs of the manifest that was deployed last; none when there is none that this streamt can read."""
    if journal.last_manifest is None:
        return {}
    try:
        return {job.name: job for job in parse(journal.last_manifest, "the deployed manifest").artifacts.flink_jobs}
    except CannotRun:
        return {}
