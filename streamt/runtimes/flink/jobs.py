"""Flink's JobManager: what runs, whether it works, stopping it.

https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/rest_api/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from streamt.runtimes.base import Unreachable
from streamt.runtimes.http import Answer, HttpSystem

_NOT_FOUND = 404
_OVER = frozenset({"FINISHED", "FAILED", "CANCELED"})


@dataclass(frozen=True, slots=True)
class Listed:
    id: str
    name: str
    state: str
    started: int

    @property
    def is_over(self) -> bool:
        return self.state in _OVER


@dataclass(frozen=True, slots=True)
class Checkpoints:
    completed: int
    failed: int
    latest: str | None
    """Where the newest state lies, savepoint or checkpoint."""
    restored: str | None


@dataclass(frozen=True, slots=True)
class Savepoint:
    """How a savepoint went: `path` when it is there, `failure` when it never will be, neither while it is written."""

    path: str | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    at: int
    """By the cluster's clock, in milliseconds since the epoch."""
    reason: str


class JobManager:
    def __init__(self, url: str) -> None:
        self._http = HttpSystem("Flink", url)

    def described(self) -> str:
        """Its version and slots. Raises Unreachable."""
        overview = self._expected(self._http.get("overview"))
        free, total = overview["slots-available"], overview["slots-total"]
        return f"Flink {overview['flink-version']}, {free} of {total} slots free, {overview['jobs-running']} jobs running"

    def jobs(self) -> tuple[Listed, ...]:
        """Every job the JobManager knows, oldest first."""
        listed = self._expected(self._http.get("jobs/overview"))["jobs"]
        found = (Listed(one["jid"], one["name"], one["state"], one["start-time"]) for one in listed)
        return tuple(sorted(found, key=lambda job: (job.started, job.id)))

    def job(self, id_: str) -> Listed | None:
        return next((job for job in self.jobs() if job.id == id_), None)

    def parameters(self, id_: str) -> Mapping[str, str]:
        """What its submitter wrote into a job; nothing for a job that is gone meanwhile."""
        answer = self._http.get(f"jobs/{id_}/config")
        if answer.status == _NOT_FOUND:
            return {}
        found = self._expected(answer).get("execution-config", {}).get("user-config", {})
        return {str(name): str(value) for name, value in found.items()}

    def all_tasks_run(self, id_: str) -> bool:
        answer = self._http.get(f"jobs/{id_}")
        if not answer.ok:
            return False
        return answer.body["state"] == "RUNNING" and all(
            vertex["status"] == "RUNNING" for vertex in answer.body["vertices"]
        )

    def checkpoints(self, id_: str) -> Checkpoints:
        answer = self._http.get(f"jobs/{id_}/checkpoints")
        if answer.status == _NOT_FOUND or not isinstance(answer.body, dict) or "counts" not in answer.body:
            return Checkpoints(0, 0, None, None)
        latest = answer.body.get("latest") or {}
        kept = [
            one
            for name in ("completed", "savepoint")
            if (one := latest.get(name)) and one.get("external_path")
        ]
        newest = max(kept, key=lambda one: int(one["id"]), default=None)
        restored = latest.get("restored") or {}
        counts = answer.body["counts"]
        return Checkpoints(
            completed=int(counts["completed"]),
            failed=int(counts["failed"]),
            latest=str(newest["external_path"]) if newest else None,
            restored=restored.get("external_path"),
        )

    def failures(self, id_: str) -> tuple[Failure, ...]:
        """The last failures (Flink keeps some), newest first."""
        answer = self._http.get(f"jobs/{id_}/exceptions")
        if not answer.ok:
            return ()
        entries = (answer.body.get("exceptionHistory") or {}).get("entries", ())
        found = (
            Failure(one["timestamp"], _innermost(str(one.get("stacktrace") or one["exceptionName"])))
            for one in entries
        )
        return tuple(sorted(found, key=lambda failure: -failure.at))

    def stop_with_savepoint(self, id_: str, trigger: str) -> Savepoint:
        """Ask for it; asking again with the same trigger (32 hex digits) is the same request."""
        answer = self._http.post(f"jobs/{id_}/stop", {"drain": False, "triggerId": trigger})
        return Savepoint() if answer.ok else Savepoint(failure=_message(answer))

    def savepoint(self, id_: str, trigger: str) -> Savepoint:
        answer = self._http.get(f"jobs/{id_}/savepoints/{trigger}")
        if not answer.ok:
            return Savepoint(failure=_message(answer))
        operation = answer.body.get("operation")
        if answer.body["status"]["id"] != "COMPLETED" or operation is None:
            return Savepoint()
        if "location" in operation:
            return Savepoint(path=str(operation["location"]))
        return Savepoint(
            failure=_innermost(str(operation.get("failure-cause", {}).get("stack-trace", "unknown")))
        )

    def trigger_checkpoint(self, id_: str) -> None:
        """Ask for a checkpoint now; a cluster that cannot (before Flink 1.17) makes the next one in its own time."""
        self._http.post(f"jobs/{id_}/checkpoints", {"checkpointType": "CONFIGURED"})

    def cancel(self, id_: str) -> None:
        """Cancel a job; one that is over or gone is left as it is."""
        answer = self._http.patch(f"jobs/{id_}?mode=cancel")
        if not answer.ok and answer.status not in (_NOT_FOUND, 409):
            raise Unreachable(
                f"{self._http.title} at {self._http.url} does not cancel a job: {_message(answer)}"
            )

    def _expected(self, answer: Answer) -> Any:
        if not answer.ok or not isinstance(answer.body, dict):
            raise Unreachable(
                f"{self._http.title} at {self._http.url} answers HTTP {answer.status}: {_message(answer)}"
            )
        return answer.body


def _innermost(trace: str) -> str:
    lines = [line.strip() for line in trace.splitlines() if line.strip()]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    return (causes or lines or ["unknown"])[-1 if causes else 0]


def _message(answer: Answer) -> str:
    errors = answer.body.get("errors", []) if isinstance(answer.body, dict) else [answer.body]
    return _innermost("\n".join(map(str, errors)))
