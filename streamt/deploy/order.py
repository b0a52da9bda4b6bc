"""In which order changes are made, and which of them in one go.

Schemas first and topics next (nothing may run without them, and a thousand topics are one request); then jobs and
connectors one by one along the DAG; deletes last, readers before what they read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from streamt.runtimes.base import Change, Kind

_PHASE: Mapping[Kind, int] = {"schema": 0, "topic": 1, "flink_job": 2, "connector": 2}
_TOGETHER = frozenset({"topic"})
_MOST_TOGETHER = 1000


def ordered(changes: Iterable[Change], ranks: Mapping[str, int]) -> tuple[Change, ...]:
    def place(change: Change) -> tuple[int, int, int, str, str]:
        phase, rank = _PHASE[change.key.kind], ranks.get(change.node, len(ranks))
        if change.action == "delete":
            return 1, -phase, -rank, change.key.cluster, change.key.name
        return 0, phase, rank, change.key.cluster, change.key.name

    return tuple(sorted(changes, key=place))


def stages(changes: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
    """Changes that are made in one go, in their order: topics of one cluster together, everything else alone."""
    for (kind, _, _), some in groupby(
        changes, key=lambda one: (one.key.kind, one.key.cluster, one.action == "delete")
    ):
        several = list(some)
        size = _MOST_TOGETHER if kind in _TOGETHER else 1
        yield from (tuple(several[start : start + size]) for start in range(0, len(several), size))
