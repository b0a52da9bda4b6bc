"""Whether a job works, not only runs.

RUNNING proves little: a job whose broker or topic is missing runs too, or restarts for ever. A completed checkpoint proves
that every task reads and writes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence

from streamt.runtimes.base import Done, Event, NotDone, Waiting
from streamt.runtimes.flink.jobs import Failure, JobManager
from streamt.runtimes.flink.plan import Job

_POLL_SECONDS = 0.25
_FIRST_CHECKPOINT_SECONDS = 60.0
_WITHOUT_CHECKPOINTS_SECONDS = 3.0
_RESTARTS_TOO_MANY = 3
_SETTLED_SECONDS = 2.5
"""A checkpoint may complete before the first record is read: only tasks that go on running have met one."""


def until_works(
    jobs: JobManager, job: Job, id_: str, *, restore: str | None = None, is_new: bool = True
) -> Iterator[Event]:
    """Wait until all tasks run and a checkpoint was completed since, and the state in `restore` was taken over.

    Ends with Done or NotDone. Of a job that is not new, only what happens from now on counts.
    """
    begun, limit = time.monotonic(), _patience(job.settings)
    old_failure = 0 if is_new else max((failure.at for failure in jobs.failures(id_)), default=0)
    earlier = 0 if is_new else jobs.checkpoints(id_).completed
    asked = False
    known_failures, steady_since = 0, begun
    while (waited := time.monotonic() - begun) < limit:
        there = jobs.job(id_)
        failures = [failure for failure in jobs.failures(id_) if failure.at > old_failure]
        if there is None or there.is_over or len(failures) >= _RESTARTS_TOO_MANY:
            yield NotDone(job.key, _why_not(there.state if there else "gone", failures))
            return
        checkpoints = jobs.checkpoints(id_)
        all_run = jobs.all_tasks_run(id_)
        proven = checkpoints.completed > earlier or (
            not _checkpoints(job.settings) and waited > _WITHOUT_CHECKPOINTS_SECONDS
        )
        if not all_run or len(failures) != known_failures:
            known_failures, steady_since = len(failures), time.monotonic()
        if proven and all_run and time.monotonic() - steady_since >= _SETTLED_SECONDS:
            if restore and checkpoints.restored is None:
                yield NotDone(job.key, "It runs, but did not take over the state it was given.")
            else:
                yield Done(job.key, {"job_id": id_, "shape": job.shape, "state_path": checkpoints.latest})
            return
        if all_run and not asked:
            # Its own interval may be minutes: no need to wait for it.
            asked = True
            jobs.trigger_checkpoint(id_)
        yield Waiting(job.key, f"{there.state.lower()}, waiting for a checkpoint")
        time.sleep(_POLL_SECONDS)
    why = _why_not("running", jobs.failures(id_))
    yield NotDone(job.key, f"No checkpoint within {limit:.0f} s. {why}")


def _why_not(state: str, failures: Sequence[Failure]) -> str:
    if not failures:
        return f"The job is {state.lower()} and reports no failure."
    again = "keeps restarting" if len(failures) >= _RESTARTS_TOO_MANY else f"is {state.lower()}"
    return f"The job {again}: {failures[0].reason}"


def _checkpoints(settings: Mapping[str, str]) -> bool:
    return settings.get("execution.checkpointing.interval") not in ("0", "0 ms")


def _patience(settings: Mapping[str, str]) -> float:
    """How long the first checkpoint may take: a few intervals, and never less than a minute."""
    interval = settings.get("execution.checkpointing.interval", "").removesuffix("ms").strip()
    return max(_FIRST_CHECKPOINT_SECONDS, 3 * int(interval) / 1000 if interval.isdigit() else 0)
