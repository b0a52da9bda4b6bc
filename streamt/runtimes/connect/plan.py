"""What has to change for connectors to be as declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from streamt.runtimes.base import Change, Key


@dataclass(frozen=True, slots=True)
class Connector:
    """As declared, with the values of placeholders; `hidden` names the settings whose value came from one."""

    key: Key
    node: str
    config: Mapping[str, str]
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LiveConnector:
    config: Mapping[str, str]
    state: str
    task_states: tuple[str, ...] = ()

    @property
    def runs(self) -> bool:
        return self.state == "RUNNING" and bool(self.task_states) and set(self.task_states) == {"RUNNING"}


_SECRET = ("password", "secret", "token", "credential", "private", ".key", "passphrase", "jaas")


def plan(wanted: Sequence[Connector], live: Mapping[str, LiveConnector]) -> Iterator[Change]:
    for connector in wanted:
        there = live.get(connector.key.name)
        if there is None:
            why = (f"class {connector.config.get('connector.class', '(none)')}",)
            yield Change(connector.key, "create", connector.node, why)
            continue
        differences = tuple(_differences(connector, there))
        if differences:
            yield Change(connector.key, "update", connector.node, differences)


def _differences(connector: Connector, live: LiveConnector) -> Iterator[str]:
    before = {name: value for name, value in live.config.items() if name != "name"}
    after = {name: value for name, value in connector.config.items() if name != "name"}
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            shown = name not in connector.hidden and not any(word in name.lower() for word in _SECRET)
            yield f"{name} {_old_and_new(before.get(name), after.get(name))}" if shown else f"{name} changes"
    if not live.runs:
        tasks = ", ".join(live.task_states) or "no tasks"
        yield f"it is {live.state} ({tasks}): start it again"


def _old_and_new(before: str | None, after: str | None) -> str:
    return f"{'(unset)' if before is None else before} -> {'(unset)' if after is None else after}"
