"""What has to change for jobs to be as declared.

A running job says itself what it is: project, environment, model, fingerprint and shape stand in its parameters
(`parameters_of`). Equal fingerprints are the same job; equal shapes can take over each other's state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from streamt.runtimes.base import Change, Key, Refusal

Upgrade = Literal["savepoint", "stateless", "blue_green"]


@dataclass(frozen=True, slots=True)
class Job:
    """As declared, placeholders filled in."""

    key: Key
    node: str
    project: str
    environment: str
    settings: Mapping[str, str]
    ddl: tuple[str, ...]
    insert: str
    fingerprint: str
    shape: str
    upgrade: Upgrade = "savepoint"
    jars: tuple[str, ...] = ()
    group: str = ""
    """The consumer group its sources commit to."""


@dataclass(frozen=True, slots=True)
class LiveJob:
    """A job of ours on the cluster. `checkpoint` is where its state can be taken from, if it ended."""

    id: str
    state: str
    fingerprint: str
    shape: str
    checkpoint: str | None = None

    @property
    def is_over(self) -> bool:
        return self.state in ("FINISHED", "FAILED", "CANCELED")


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier applies noted of a job."""

    jobs: frozenset[str]
    """The ids it had, or was about to get."""
    shape: str = ""
    state_path: str | None = None
    worked: bool = False
    """Whether an apply has seen it work: then it has state to lose."""


def parameters_of(job: Job) -> dict[str, str]:
    """What is written into a job so that it can be recognised. Values hold neither `:` nor `,`."""
    return {
        "streamt.project": job.project,
        "streamt.environment": job.environment,
        "streamt.model": job.node.replace(":", "/"),
        "streamt.fingerprint": job.fingerprint,
        "streamt.shape": job.shape,
    }


def plan(
    wanted: Sequence[Job], live: Mapping[str, Sequence[LiveJob]], known: Mapping[Key, Known]
) -> Iterator[Change | Refusal]:
    for job in wanted:
        mine = live.get(job.key.name, ())
        running = [one for one in mine if not one.is_over]
        if len(running) > 1:
            yield _several(job, running)
        elif running:
            yield from _with_running(job, running[0])
        else:
            yield from _without_running(job, mine, known.get(job.key))


def _with_running(job: Job, there: LiveJob) -> Iterator[Change | Refusal]:
    if there.fingerprint == job.fingerprint:
        if there.state != "RUNNING":
            yield Change(
                job.key, "update", job.node, (f"it is {there.state}: wait until it works",), {"job": there.id}
            )
        return
    stop = {"stop": there.id, "shape": there.shape}
    if _keeps_shape(job, there.shape):
        why = ("its definition changed: stop with a savepoint, start the new one from it",)
        yield Change(job.key, "update", job.node, why, stop)
    elif job.upgrade == "stateless":
        why = ("its definition changed: stop it, start the new one without its state (upgrade: stateless)",)
        yield Change(job.key, "replace", job.node, why, {**stop, "stateless": True})
    else:
        yield _cannot_resume(job, "The running job")


def _without_running(job: Job, over: Sequence[LiveJob], known: Known | None) -> Iterator[Change | Refusal]:
    if known is None:
        # Jobs of an earlier life, that was destroyed, may still be listed: their state is not ours to take over.
        yield Change(job.key, "create", job.node, ("not running yet",))
        return
    last = next((one for one in reversed(over) if one.id in known.jobs), None)
    shape = (last.shape if last else "") or known.shape
    state = (last.checkpoint if last else None) or known.state_path
    if state is None and not known.worked:
        yield Change(job.key, "create", job.node, ("not running; it has not worked yet",))
    elif job.upgrade == "stateless" and not (state and _keeps_shape(job, shape)):
        why = ("it is not running; starts without state (upgrade: stateless)",)
        yield Change(job.key, "create", job.node, why)
    elif state is None:
        what = "The job ran before, does not run now, and where its state lies is not known."
        yield Refusal(job.key, job.node, what, _WAYS_OUT)
    elif not _keeps_shape(job, shape):
        yield _cannot_resume(job, "The job that ran before")
    else:
        why = ("it is not running: start it from its last state",)
        yield Change(job.key, "create", job.node, why, {"restore": state})


_WAYS_OUT = "Ways out: `flink.upgrade: stateless` (starts without state, from its startup mode), or a new version of the model."


def _cannot_resume(job: Job, who: str) -> Refusal:
    blue_green = " blue_green is not supported yet." if job.upgrade == "blue_green" else ""
    return Refusal(
        job.key,
        job.node,
        f"{who} keeps state of another shape than the new SQL: it cannot be resumed.{blue_green}",
        _WAYS_OUT,
    )


def _keeps_shape(job: Job, shape: str) -> bool:
    """An unknown shape is no equal one."""
    return bool(job.shape) and job.shape == shape


def _several(job: Job, running: Sequence[LiveJob]) -> Refusal:
    ids = ", ".join(sorted(one.id for one in running))
    return Refusal(
        job.key,
        job.node,
        f"{len(running)} jobs of this model run at once: {ids}.",
        "Cancel all but one of them.",
    )
