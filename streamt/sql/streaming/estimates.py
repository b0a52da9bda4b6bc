"""Where the planner fails as it estimates how many values there are.

Grouping sets that aggregate one of their own keys hand that key on twice, and the planner asks the operator below for the values of
the second one, which that does not have. It asks for what rows are grouped, ranked or joined by, and not at all once it came to a
column of which it knows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project, Renumber, first_below
from streamt.sql.bind.terms import AggregateCall
from streamt.sql.streaming.pushdown import SUMMED_UP
from streamt.sql.streaming.walk import Stream


def check_estimate(stream: Stream, plan: Plan, source: Plan, ids: Iterable[int]) -> None:
    """`ids`: the columns of `source` by which `plan` tells rows apart."""
    if _fails(source, frozenset(ids)):
        message = "Flink fails on grouping sets that aggregate one of their keys, when the result is grouped or joined by"
        stream.refuse(plan, message, "aggregate a copy of the key: `MAX(key || '')`, `SUM(key + 0)`")


def _fails(plan: Plan, ids: frozenset[int]) -> bool:
    while ids:
        if isinstance(plan, Renumber):
            old = {new: own for own, new in plan.ids.items()}
            ids = frozenset(old[id] for id in ids if id in old)
        elif isinstance(plan, Project):
            ids &= {column.id for column in plan.input.columns} | {call.owner for call in _calls_below(plan)}
        elif isinstance(plan, Aggregate):
            return plan.sets > 1 and plan.window is None and _twice(plan, ids)
        elif not isinstance(plan, Filter):
            return False
        plan = plan.input
    return False


def _calls_below(plan: Project) -> Iterator[AggregateCall]:
    aggregate = first_below(plan.input, Filter)
    return iter(aggregate.calls if isinstance(aggregate, Aggregate) else ())


def _twice(plan: Aggregate, ids: frozenset[int]) -> bool:
    """Whether all that is asked for are calls, and the first of them that is looked below for is of a key that some set leaves out."""
    asked = [call for call in plan.calls if call.owner in ids]
    if not all(call.whole for call in asked) or not ids <= {call.owner for call in asked}:
        return False
    first = next((call for call in asked if call.function != "COUNT"), None)
    if first is None or first.function.startswith(SUMMED_UP):  # computed of more than one sum: that is guessed, not asked for
        return False
    return first.column in {key.id for key in plan.keys} - plan.common
