"""What the planner makes of an aggregate: calls split into sums, a call over a key that becomes the key, keys that come twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project, Renumber, first_below
from streamt.sql.bind.shapes import without_place
from streamt.sql.bind.terms import AggregateCall, Column
from streamt.sql.streaming.keys import places
from streamt.sql.streaming.pushdown import SPLIT, SUMMED_UP
from streamt.sql.streaming.walk import Stream

OF_KEY = frozenset({"AVG", "MAX", "MIN", "ANY_VALUE", "FIRST_VALUE", "LAST_VALUE"})


def read_calls(stream: Stream, plan: Aggregate) -> list[AggregateCall]:
    """The calls whose result is read; OVER reads all that is below it."""
    return [call for call in plan.calls if not call.owner or call.owner in stream.kept]


def is_split(call: AggregateCall) -> bool:
    """Whether splitting makes something to be computed of the call, if the planner splits at all."""
    return call.function.startswith(SPLIT)


def splits(plan: Aggregate, read: Sequence[AggregateCall]) -> bool:
    """Whether the planner makes sums and counts of the calls: it must for a deviation, else where fewer of those that are read are left.

    It splits all or none of them, and a call over a key is the key then.
    """
    if any(call.function.startswith(SUMMED_UP) for call in read):
        return True
    if not any(is_split(call) for call in plan.calls):
        return False
    over = over_keys(plan, read)
    after = {part for position, call in enumerate(read) if position not in over for part in _parts(call)}
    return len(after) < len(different(read))


def over_keys(plan: Aggregate, calls: Sequence[AggregateCall]) -> dict[int, int]:
    """The place of the key that a call yields, by the call's position."""
    if plan.sets > 1:
        return {}
    keys = {(key.id, key.name): place for place, key in grouped_by(plan).items()}
    found = {}
    for position, call in enumerate(calls):
        if call.function in OF_KEY and call.plain and not call.filtered and len(call.refs) == 1:
            place = keys.get((call.refs[0].id, call.refs[0].name))
            if place is not None:
                found[position] = place
    return found


def grouped_by(plan: Aggregate) -> dict[int, Column]:
    """The keys by their places, twins too."""
    apart = {key.id: key for key in plan.keys}
    columns = (*apart.values(), *plan.twins)
    return dict(zip(places(columns), columns, strict=True))


def _parts(call: AggregateCall) -> Iterable[object]:
    arguments = _arguments(call)
    if not is_split(call):
        yield (call.function, arguments)
        return
    yield ("$SUM0", arguments)
    if call.function == "AVG" or call.filtered or not call.required:
        yield ("COUNT", (False, None) if call.required and not call.distinct and not call.filtered else arguments)


def _arguments(call: AggregateCall) -> object:
    """Calls of equal arguments are one."""
    refs = ((ref.id, ref.name) for ref in call.refs if call.form is None)
    return (call.distinct, None if call.form is None else without_place(call.form), *refs)


def different(calls: Iterable[AggregateCall]) -> set[object]:
    """The calls, those that are one once."""
    return {(call.function, _arguments(call)) for call in calls}


def paired(plan: Aggregate) -> bool:
    """Whether keys that come twice stay apart: the planner groups by one of them where it reads no column but plain ones."""
    source: Plan = plan.input
    ids = {key.id: key.id for key in plan.keys} | {ref.id: ref.id for call in plan.calls for ref in call.refs}
    while isinstance(source, (Project, Filter, Renumber)):
        if isinstance(source, Renumber):
            older = {new: old for old, new in source.ids.items()}
            ids = {id: older.get(below, below) for id, below in ids.items()}
        source = source.input
    there = Counter(column.id for column in source.columns)
    if any(there[ids[key.id]] > 1 for key in plan.twins):
        return True
    return not all(there[id] for id in ids.values()) or any(call.filtered or not call.plain for call in plan.calls)


def of_groups(plan: Plan) -> Aggregate | None:
    """The aggregate whose results these are in the same SELECT, HAVING between; not that of a DISTINCT below."""
    groups = first_below(plan, Filter)
    if not isinstance(groups, Aggregate):
        return None
    distinct = isinstance(groups.input, Project) and (groups.start, groups.end) == (groups.input.start, groups.input.end)
    return None if distinct else groups
