"""Flink's SQL Gateway: one session for one job.

https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql-gateway/rest/
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from streamt.runtimes.base import Unreachable
from streamt.runtimes.http import Answer, HttpSystem

_OVER = frozenset({"FINISHED", "CANCELED", "CLOSED", "ERROR", "TIMEOUT"})
_STATEMENT_SECONDS = 120.0
_POLL_SECONDS = 0.1


class Rejected(Exception):
    """A statement that Flink does not take: its innermost reason."""


class SqlGateway:
    def __init__(self, url: str) -> None:
        self._http = HttpSystem("Flink's SQL Gateway", url, timeout_seconds=60)

    def version(self) -> str:
        return str(self._expected(self._http.get("v1/info"))["version"])

    @contextmanager
    def session(self, settings: Mapping[str, str]) -> Iterator[Session]:
        """Raises Rejected for settings that Flink does not take."""
        answer = self._http.post("v2/sessions", {"sessionName": "streamt", "properties": dict(settings)})
        handle = self._expected(answer)["sessionHandle"]
        try:
            yield Session(self._http, str(handle))
        finally:
            self._http.delete(f"v2/sessions/{handle}")

    def _expected(self, answer: Answer) -> Any:
        if not answer.ok or not isinstance(answer.body, dict):
            raise Unreachable(
                f"{self._http.title} at {self._http.url} answers HTTP {answer.status}: {reason(answer)}"
            )
        return answer.body


class Session:
    def __init__(self, http: HttpSystem, handle: str) -> None:
        self._http = http
        self._path = f"v2/sessions/{handle}"

    def declare(self, statement: str) -> None:
        """Run a DDL statement. Raises Rejected."""
        answer = self._http.post(
            f"{self._path}/configure-session", {"statement": statement, "executionTimeout": 0}
        )
        if not answer.ok:
            raise Rejected(reason(answer))

    def run(self, statement: str, settings: Mapping[str, str]) -> Mapping[str, Any]:
        """Run any one statement and return its first result. Raises Rejected."""
        body = {"statement": statement, "executionTimeout": 0, "executionConfig": dict(settings)}
        answer = self._http.post(f"{self._path}/statements", body)
        if not answer.ok:
            raise Rejected(reason(answer))
        operation = f"{self._path}/operations/{answer.body['operationHandle']}"
        deadline = time.monotonic() + _STATEMENT_SECONDS
        while (status := self._http.get(f"{operation}/status")).ok and status.body["status"] not in _OVER:
            if time.monotonic() > deadline:
                raise Rejected(f"no result after {_STATEMENT_SECONDS:.0f} s")
            time.sleep(_POLL_SECONDS)
        result = self._http.get(f"{operation}/result/0?rowFormat=JSON")
        if not result.ok:
            raise Rejected(reason(result))
        first: Mapping[str, Any] = result.body
        return first


def reason(answer: Answer) -> str:
    """The innermost cause of the stack trace that Flink sends; several causes may be joined in it."""
    body = answer.body
    texts = body.get("errors", []) if isinstance(body, dict) else [str(body)]
    lines = [line.strip() for text in texts for line in str(text).splitlines() if line.strip()]
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    chosen = causes[-1] if causes else (lines[-1] if lines else f"HTTP {answer.status}")
    return chosen.removesuffix(">").strip()
