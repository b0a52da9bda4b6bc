"""What every runtime takes and gives back.

observed = runtime.observe(wanted, known)      few calls, changes nothing
changes  = plan(wanted, observed)              pure, in each runtime's plan.py
refused  = runtime.check(changes)              the system's own dry runs
outcomes = runtime.apply(changes, ...)         one at a time, each waited for until it works
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, Protocol, TypeVar

from streamt.errors import CannotRun

Kind = Literal["schema", "topic", "flink_job", "connector"]
Action = Literal["create", "update", "replace", "delete"]

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Unreachable(CannotRun):
    """A system that does not answer, or does not let us in."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A deployed thing: `topic payments on cluster default`."""

    kind: Kind
    cluster: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind.replace('_', ' ')} {self.name}"


@dataclass(frozen=True, slots=True)
class Change:
    key: Key
    action: Action
    node: str
    why: tuple[str, ...]
    """One line per difference, fit to be shown: no value that came from the environment."""
    details: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    """What the runtime needs to do it, and to finish it after a crash: ids chosen beforehand, paths. JSON."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that cannot be deployed as it is, and what to do instead."""

    key: Key | None
    """None for what has no backend here: then the node says what it is."""
    node: str
    what: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Still at it."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True)
class Learned:
    """A fact that must survive a crash of this apply, such as where a savepoint lies."""

    key: Key
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    key: Key
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class NotDone:
    key: Key
    reason: str


Event = Waiting | Learned | Done | NotDone

Wanted_contra = TypeVar("Wanted_contra", contravariant=True)
Observed_co = TypeVar("Observed_co", covariant=True)


class Runtime(Protocol[Wanted_contra, Observed_co]):
    """One system, connected."""

    def observe(self, wanted: Sequence[Wanted_contra]) -> Observed_co:
        """What exists now of what is wanted. Raises Unreachable."""
        ...

    def check(self, changes: Sequence[Change], wanted: Sequence[Wanted_contra]) -> Iterator[Refusal]:
        """What the system itself says against these changes, without making them."""
        ...

    def apply(self, changes: Sequence[Change], wanted: Sequence[Wanted_contra]) -> Iterator[Event]:
        """Make these changes. Ends with one Done or NotDone for each; doing it twice is doing it once."""
        ...
