"""Jobs started, upgraded and stopped so that a crash at any point leaves neither two of them nor none without its state.

The id of a job and of the savepoint it is stopped with are chosen before (`details["token"]`): submitting or stopping
again is then the same request, and a cluster refuses a job whose id it has seen.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from streamt.runtimes.base import Change, Done, Event, Key, Learned, NotDone, Refusal, Waiting
from streamt.runtimes.flink.gate import until_works
from streamt.runtimes.flink.gateway import Rejected, Session, SqlGateway
from streamt.runtimes.flink.jobs import JobManager
from streamt.runtimes.flink.plan import Job, LiveJob, parameters_of

_POLL_SECONDS = 0.25
_SAVEPOINT_SECONDS = 600.0
_CANCEL_SECONDS = 60.0


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
                yield from until_works(self.jobs, jobs[change.key], str(change.details["job"]), is_new=False)
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
        token = self._unused(str(change.details["token"]))
        if token != change.details["token"]:
            yield Learned(change.key, {"job_id": token})
        if self.jobs.job(token) is None:
            try:
                self._submit(job, token, restore)
            except Rejected as rejected:
                # Flink refuses an id it has seen: then this very change was submitted a moment ago, before a crash.
                if self.jobs.job(token) is None:
                    yield NotDone(change.key, str(rejected))
                    return
        yield from until_works(self.jobs, job, token, restore=restore)

    def _unused(self, token: str) -> str:
        """The job's id; another one where that job is over already. Always the same after a crash."""
        while (there := self.jobs.job(token)) is not None and there.is_over:
            token = _derived("again", token)
        return token

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
        trigger = _derived("savepoint", str(change.details["token"]))
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

    def _end(self, change: Change) -> Iterator[Event]:
        for id_ in change.details.get("jobs", ()):
            yield from self._cancel(change.key, str(id_))
        yield Done(change.key)


def _derived(purpose: str, token: str) -> str:
    return hashlib.sha256(f"{purpose} {token}".encode()).hexdigest()[:32]
