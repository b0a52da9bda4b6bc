"""JSON over HTTP, for the systems that speak it: one client, and errors that name the system and not its password."""

from __future__ import annotations

import time
import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import httpx

from streamt.runtimes.base import Unreachable

_TRIES = 3
_PAUSE_SECONDS = 0.3


def segment(name: str) -> str:
    """A name as one piece of a path, slashes and all."""
    return quote(name, safe="")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any
    """Parsed JSON, or text where it is none."""

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300


class HttpSystem:
    """A system under a base URL. Every call returns an Answer, whatever its status, or raises Unreachable."""

    def __init__(
        self,
        title: str,
        url: str,
        *,
        credentials: tuple[str, str] | None = None,
        content_type: str = "application/json",
        timeout_seconds: float = 30.0,
    ) -> None:
        self.title = title
        self.url = without_credentials(url)
        self._client = httpx.Client(
            base_url=url.rstrip("/") + "/",
            auth=credentials,
            headers={"Accept": "application/json", "Content-Type": content_type},
            timeout=timeout_seconds,
            follow_redirects=False,
        )
        self._closed = weakref.finalize(self, self._client.close)

    def get(self, path: str, *, again_on: Iterable[int] = ()) -> Answer:
        """Read, a few times over when the connection breaks or the status is one of `again_on`."""
        return self._repeated("GET", path, None, {503, *again_on})

    def post(self, path: str, body: Mapping[str, Any] | None = None) -> Answer:
        return self._once("POST", path, body)

    def put(
        self, path: str, body: Mapping[str, Any] | None = None, *, again_on: Iterable[int] = ()
    ) -> Answer:
        """Write what may be written twice, again when the status is one of `again_on`."""
        return self._repeated("PUT", path, body, set(again_on))

    def patch(self, path: str) -> Answer:
        return self._once("PATCH", path, None)

    def delete(self, path: str, *, again_on: Iterable[int] = ()) -> Answer:
        return self._repeated("DELETE", path, None, set(again_on))

    def close(self) -> None:
        """Let go of the connections; they are let go of in any case when nobody holds the system any more."""
        self._closed()

    def _repeated(self, method: str, path: str, body: Mapping[str, Any] | None, again_on: set[int]) -> Answer:
        pause = _PAUSE_SECONDS
        for tries_left in reversed(range(_TRIES)):
            try:
                answer = self._once(method, path, body)
            except Unreachable:
                if not tries_left:
                    raise
            else:
                if answer.status not in again_on or not tries_left:
                    return answer
            time.sleep(pause)
            pause *= 2
        raise AssertionError("the last try returns or raises")

    def _once(self, method: str, path: str, body: Mapping[str, Any] | None) -> Answer:
        try:
            response = self._client.request(method, path.lstrip("/"), json=body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Unreachable(f"{self.title} at {self.url} does not answer: {_reason(error)}.") from error
        if response.status_code in (401, 403):
            raise Unreachable(
                f"{self.title} at {self.url} does not let us in (HTTP {response.status_code}): check its username and password."
            )
        return Answer(response.status_code, _body(response))


def without_credentials(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _body(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return response.text


def _reason(error: httpx.HTTPError | httpx.InvalidURL) -> str:
    if isinstance(error, httpx.ConnectError):
        return "the connection is refused" if "refused" in str(error).lower() else str(error)
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    return str(error) or type(error).__name__
