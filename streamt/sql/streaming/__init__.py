"""What a plan means as a stream: changes, keys, state, and what has no stream plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.sql.facts import UNKNOWN, Problem, StateOperator

if TYPE_CHECKING:
    from streamt.sql.bind import Binding
    from streamt.sql.bind.plan import Plan


class StreamFacts(NamedTuple):
    problems: tuple[Problem, ...] = ()
    changelog: str = UNKNOWN
    upsert_keys: tuple[tuple[str, ...], ...] = ()
    state: tuple[StateOperator, ...] = ()
    stateful: bool | None = None


def stream_facts(b: Binding, root: Plan, names: tuple[str, ...]) -> StreamFacts:
    return StreamFacts()
