"""Jobs started, upgraded and stopped so that a crash at any point leaves neither two of them nor none without its state.

The id of a job and of the savepoint it is stopped with are chosen before (`details["token"]`): submitting or stopping
again is then the same request, and a cluster refuses a job whose id it has seen.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager

from streamt.runtimes.base import Change, Done, Event, Key, Learned, NotDone, Refusal, Waiting
from streamt.runtimes.flink.gateway import Rejected, Session, SqlGateway
from streamt.runtimes.flink.jobs import JobManager
from streamt.runtimes.flink.plan import Job, LiveJob, parameters_of

_POLL_SECONDS = 0.25
_SAVEPOINT_SECONDS = 600.0
_CANCEL_SECONDS = 60.0
_FIRST_CHECKPOINT_SECONDS = 60.0
_WITHOUT_CHECKPOINTS_SECONDS = 3.0
_RESTARTS_TOO_MANY = 3


class FlinkJobs:
    """The jobs of one project and environment on one cluster."""

    def __init__(self, rest_url: str, gateway_url: str, project: str, environment: str) -> None:
        self.jobs = JobManager(rest_url)
        self.gateway = SqlGateway(gateway_url)
        self._project = project
        self._environment = environment

    def observe(self, wanted: Sequence[Job]) -> dict[str, tuple[LiveJob, ...]]:
        """The jobs of ours by name, oldest first: one call, and one or two for each job of that name."""
        if not wanted:
            return {}
        names = {job.key.name for job in wanted}
        found: dict[str, tuple[LiveJob, ...]] = {}
        for listed in self.jobs.jobs():
            if listed.name not in names:
                continue
            written = self.jobs.parameters(listed.id)
            if (written.get("streamt.project"), written.get("streamt.environment")) != (
                self._project,
                self._environment,
            ):
                continue
            path = self.jobs.checkpoints(listed.id).latest if listed.is_over else None
            shape, fingerprint = written.get("streamt.shape", ""), written.get("streamt.fingerprint", "")
            job = LiveJob(listed.id, listed.state, fingerprint, shape, path)
            found[listed.name] = (*found.get(listed.name, ()), job)
        return found

    def check(self, changes: Sequence[Change], wanted: Sequence[Job]) -> Iterator[Refusal]:
        """Flink's own judgement of the SQL: EXPLAIN, which runs nothing."""
        jobs = {job.key: job for job in wanted}
        for change in changes:
            if change.action == "delete" or "job" in change.details:
                continue
            try:
                with self._prepared(jobs[change.key]) as session:
                    session.run(f"EXPLAIN {jobs[change.key].insert}", {})
            except Rejected as rejected:
                yield Refusal(change.key, change.node, f"Flink does not take the SQL: {rejected}")

    def apply(self, changes: Sequence[Change], wanted: Sequence[Job]) -> Iterator[Event]:
        jobs = {job.key: job for job in wanted}
        for change in changes:
            if change.action == "delete":
                yield from self._end(change)
            elif "job" in change.details:
                yield from self._until_works(change.key, str(change.details["job"]), jobs[change.key], None)
            else:
                yield from self._start(change, jobs[change.key])

    def _start(self, change: Change, job: Job) -> Iterator[Event]:
        restore = change.details.get("restore")
        if "stop" in change.details:
            stopped = yield from self._stop(change, str(change.details["stop"]))
            if isinstance(stopped, NotDone):
                yield stopped
                return
            yield Learned(change.key, {"state_path": stopped, "shape": str(change.details.get("shape", ""))})
            restore = None if change.details.get("stateless") else stopped
        token = str(change.details["token"])
        if self.jobs.job(token) is None:
            try:
                self._submit(job, token, restore)
            except Rejected as rejected:
                # Flink refuses an id it has seen: then this very change was submitted a moment ago, before a crash.
                if self.jobs.job(token) is None:
                    yield NotDone(change.key, str(rejected))
                    return
        yield from self._until_works(change.key, token, job, restore)

    def _submit(self, job: Job, id_: str, restore: str | None) -> None:
        written = ",".join(f"{name}:{value}" for name, value in parameters_of(job).items())
        settings = {
            "$internal.pipeline.job-id": id_,
            "pipeline.name": job.key.name,
            "pipeline.global-job-parameters": written,
        }
        if restore:
            settings["execution.state-recovery.path"] = restore
        with self._prepared(job) as session:
            session.run(job.insert, settings)

    @contextmanager
    def _prepared(self, job: Job) -> Iterator[Session]:
        """A session that knows the job's settings, functions and tables. Raises Rejected."""
        with self.gateway.session(job.settings) as session:
            for jar in job.jars:
                session.declare(f"ADD JAR '{jar}'")
            for statement in job.ddl:
                session.declare(statement)
            yield session

    def _stop(self, change: Change, id_: str) -> Generator[Event, None, str | NotDone]:
        """Stop a job and return where its state lies: a savepoint, else its last checkpoint."""
        trigger = _trigger(change)
        there = self.jobs.job(id_)
        if there is not None and not there.is_over:
            savepoint = self.jobs.stop_with_savepoint(id_, trigger)
            deadline = time.monotonic() + _SAVEPOINT_SECONDS
            while savepoint.path is None and savepoint.failure is None and time.monotonic() < deadline:
                yield Waiting(change.key, "stopping the running job with a savepoint")
                time.sleep(_POLL_SECONDS)
                savepoint = self.jobs.savepoint(id_, trigger)
            if savepoint.path is not None:
                return savepoint.path
            # A job that restarts all the time takes no savepoint: what it last checkpointed is what there is.
            latest = self.jobs.checkpoints(id_).latest
            if latest is None:
                return NotDone(
                    change.key, f"It takes no savepoint and has no checkpoint: {savepoint.failure}"
                )
            yield from self._cancel(change.key, id_)
        known = change.details.get("state_path") or self.jobs.checkpoints(id_).latest
        if known is None:
            return NotDone(change.key, f"Job {id_} is over and where its state lies is not known.")
        return str(known)

    def _cancel(self, key: Key, id_: str) -> Iterator[Event]:
        self.jobs.cancel(id_)
        deadline = time.monotonic() + _CANCEL_SECONDS
        while (there := self.jobs.job(id_)) is not None and not there.is_over and time.monotonic() < deadline:
            yield Waiting(key, "cancelling the running job")
            time.sleep(_POLL_SECONDS)

    def _until_works(self, key: Key, id_: str, job: Job, restore: str | None) -> Iterator[Event]:
        """All tasks running and a checkpoint completed since, the state that was asked for taken over.

        RUNNING alone proves little: a job whose broker or topic is missing runs too, or restarts for ever.
        """
        begun = time.monotonic()
        limit = _patience(job.settings)
        while (waited := time.monotonic() - begun) < limit:
            there = self.jobs.job(id_)
            failures = self.jobs.failures(id_) if there is not None else ()
            if there is None or there.is_over or len(failures) >= _RESTARTS_TOO_MANY:
                yield NotDone(key, _why_not(there.state if there else "gone", failures))
                return
            checkpoints = self.jobs.checkpoints(id_)
            proven = checkpoints.completed > 0 or (
                not _checkpoints(job.settings) and waited > _WITHOUT_CHECKPOINTS_SECONDS
            )
            if proven and self.jobs.all_tasks_run(id_):
                if restore and checkpoints.restored is None:
                    yield NotDone(key, "It runs, but did not take over the state it was given.")
                    return
                yield Done(key, {"job_id": id_, "shape": job.shape, "state_path": checkpoints.latest})
                return
            yield Waiting(key, f"{there.state.lower()}, waiting for its first checkpoint")
            time.sleep(_POLL_SECONDS)
        yield NotDone(
            key, f"No checkpoint within {limit:.0f} s. {_why_not('running', self.jobs.failures(id_))}"
        )

    def _end(self, change: Change) -> Iterator[Event]:
        for id_ in change.details.get("jobs", ()):
            yield from self._cancel(change.key, str(id_))
        yield Done(change.key)


def _trigger(change: Change) -> str:
    return hashlib.sha256(f"savepoint {change.details['token']}".encode()).hexdigest()[:32]


def _why_not(state: str, failures: Sequence[str]) -> str:
    if not failures:
        return f"The job is {state.lower()} and reports no failure."
    again = "keeps restarting" if len(failures) >= _RESTARTS_TOO_MANY else f"is {state.lower()}"
    return f"The job {again}: {failures[0]}"


def _checkpoints(settings: Mapping[str, str]) -> bool:
    return settings.get("execution.checkpointing.interval") not in ("0", "0 ms")


def _patience(settings: Mapping[str, str]) -> float:
    """How long the first checkpoint may take: a few intervals, and never less than a minute."""
    interval = settings.get("execution.checkpointing.interval", "").removesuffix("ms").strip()
    return max(_FIRST_CHECKPOINT_SECONDS, 3 * int(interval) / 1000 if interval.isdigit() else 0)
