"""Connectors read and written. https://kafka.apache.org/41/kafka-connect/user-guide/#rest-api"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streamt.runtimes.base import Change, Done, Event, NotDone, Refusal, Unreachable, Waiting
from streamt.runtimes.connect.plan import Connector, LiveConnector
from streamt.runtimes.http import Answer, HttpSystem, segment

_REBALANCING = (409,)
_NOT_FOUND = 404
_RUNS_WITHIN_SECONDS = 60.0
_STEADY_SECONDS = 1.0
_POLL_SECONDS = 0.25


class KafkaConnect:
    def __init__(self, url: str, credentials: tuple[str, str] | None = None) -> None:
        self._http = HttpSystem("Kafka Connect", url, credentials=credentials)

    def described(self) -> str:
        """Its version and how many connector classes it has. Raises Unreachable."""
        version = self._expected(self._http.get(""))["version"]
        plugins = self._http.get("connector-plugins")
        count = len(plugins.body) if plugins.ok else 0
        return f"Kafka Connect {version}, {count} connector classes"

    def classes(self) -> frozenset[str]:
        """The connector classes that are installed. Raises Unreachable."""
        answer = self._http.get("connector-plugins")
        listed = answer.body if isinstance(answer.body, list) else self._expected(answer)
        return frozenset(str(one["class"]) for one in listed)

    def observe(self, wanted: Sequence[Connector]) -> dict[str, LiveConnector]:
        """Those of these connectors that exist, in one call."""
        if not wanted:
            return {}
        names = {connector.key.name for connector in wanted}
        everything = self._expected(
            self._http.get("connectors?expand=info&expand=status", again_on=_REBALANCING)
        )
        return {
            name: _live(one["info"]["config"], one["status"])
            for name, one in everything.items()
            if name in names and "info" in one
        }

    def check(self, changes: Sequence[Change], wanted: Sequence[Connector]) -> Iterator[Refusal]:
        """The connector's own validation of its settings; 200 with errors inside, 400 and 500 for a bad class."""
        connectors = {connector.key: connector for connector in wanted}
        for change in changes:
            if change.action != "delete":
                yield from self._objections(change, connectors[change.key])

    def apply(self, changes: Sequence[Change], wanted: Sequence[Connector]) -> Iterator[Event]:
        connectors = {connector.key: connector for connector in wanted}
        for change in changes:
            if change.action == "delete":
                yield self._delete(change)
            else:
                yield from self._put(connectors[change.key])

    def _objections(self, change: Change, connector: Connector) -> Iterator[Refusal]:
        class_name = connector.config.get("connector.class", "")
        config = {**connector.config, "name": connector.key.name}
        answer = self._http.put(
            f"connector-plugins/{segment(class_name)}/config/validate", config, again_on=_REBALANCING
        )
        if not answer.ok:
            yield Refusal(change.key, change.node, *self._bad_class(class_name, answer))
            return
        for setting in answer.body["configs"]:
            value = setting["value"]
            for error in value["errors"]:
                yield Refusal(change.key, change.node, error, f"Setting {value['name']}.")

    def _bad_class(self, class_name: str, answer: Answer) -> tuple[str, str]:
        plugins = self._http.get("connector-plugins")
        known = sorted({plugin["class"] for plugin in plugins.body}) if plugins.ok else []
        if class_name in known or answer.status == _NOT_FOUND:
            return f"Connect cannot validate it: {_message(answer)}", ""
        listed = ", ".join(known) or "none"
        return (
            f"Connect has no connector class {class_name!r}.",
            f"Install its plugin; installed are: {listed}.",
        )

    def _put(self, connector: Connector) -> Iterator[Event]:
        name = segment(connector.key.name)
        config = {**connector.config, "name": connector.key.name}
        before = self._http.get(f"connectors/{name}/config", again_on=_REBALANCING)
        if not before.ok or before.body != config:
            answer = self._http.put(f"connectors/{name}/config", config, again_on=_REBALANCING)
            if not answer.ok:
                yield NotDone(connector.key, _message(answer))
                return
        yield from self._until_running(connector)

    def _until_running(self, connector: Connector) -> Iterator[Event]:
        """Connector and at least one and all tasks running, and still so a moment later; one restart of what failed."""
        deadline = time.monotonic() + _RUNS_WITHIN_SECONDS
        steady_since: float | None = None
        restarted = False
        while time.monotonic() < deadline:
            status = self._http.get(f"connectors/{segment(connector.key.name)}/status", again_on=_REBALANCING)
            live = _live({}, status.body) if status.ok else LiveConnector({}, "UNASSIGNED")
            now = time.monotonic()
            steady_since = (steady_since or now) if live.runs else None
            if steady_since is not None and now - steady_since >= _STEADY_SECONDS:
                yield Done(connector.key)
                return
            if "FAILED" in (live.state, *live.task_states):
                if restarted:
                    yield NotDone(connector.key, _first_trace(status.body))
                    return
                restarted = True
                self._restart(connector.key.name)
            elif live.state in ("PAUSED", "STOPPED"):
                self._http.put(f"connectors/{segment(connector.key.name)}/resume", again_on=_REBALANCING)
            yield Waiting(
                connector.key, f"{live.state.lower()}, tasks: {', '.join(live.task_states).lower() or 'none'}"
            )
            time.sleep(_POLL_SECONDS)
        yield NotDone(connector.key, f"It does not run after {_RUNS_WITHIN_SECONDS:.0f} s.")

    def _restart(self, name: str) -> None:
        self._http.post(f"connectors/{segment(name)}/restart?includeTasks=true&onlyFailed=true")
        time.sleep(1)  # the status shows the old failure for a moment

    def _delete(self, change: Change) -> Event:
        answer = self._http.delete(f"connectors/{segment(change.key.name)}", again_on=_REBALANCING)
        if answer.ok or answer.status == _NOT_FOUND:
            return Done(change.key)
        return NotDone(change.key, _message(answer))

    def _expected(self, answer: Answer) -> Any:
        if not answer.ok or not isinstance(answer.body, dict):
            raise Unreachable(
                f"{self._http.title} at {self._http.url} answers HTTP {answer.status}: {_message(answer)}"
            )
        return answer.body


def _live(config: Mapping[str, str], status: Mapping[str, Any]) -> LiveConnector:
    tasks = tuple(task["state"] for task in status.get("tasks", ()))
    return LiveConnector(config, status["connector"]["state"], tasks)


def _first_trace(status: Mapping[str, Any]) -> str:
    """The innermost cause of the first failure."""
    traces = [one["trace"] for one in (status["connector"], *status["tasks"]) if one.get("trace")]
    lines = traces[0].splitlines() if traces else ["it failed and does not say why"]
    causes = [line.partition("Caused by: ")[2] for line in lines if "Caused by: " in line]
    return str(causes[-1] if causes else lines[0]).strip()


def _message(answer: Answer) -> str:
    body = answer.body
    text = body.get("message") if isinstance(body, dict) else str(body)
    lines = [line.strip() for line in str(text or f"HTTP {answer.status}").splitlines() if line.strip()]
    # "... contains the following 2 error(s):" says nothing; what follows does.
    return next((line for line in lines if not line.endswith(":")), f"HTTP {answer.status}")
