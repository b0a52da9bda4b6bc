"""Which upsert sources are completed to full changes: the planner does so only where something needs the row before.

An operator asks of its inputs either the new row only ("after") or the old one too ("both"). The planner tries the
first from the root down and goes back to the nearest choice where an operator cannot do with it.
"""

from __future__ import annotations

from streamt.sql.bind.plan import (
    Aggregate,
    Join,
    Match,
    Over,
    Plan,
    Scan,
    SetOp,
    Sort,
    TableCall,
    TemporalJoin,
    inputs_of,
)
from streamt.sql.streaming.keys import own
from streamt.sql.streaming.traits import Keys, Traits, containing
from streamt.sql.streaming.walk import Distributed, Stream

Joins = dict[int, tuple[Distributed, Distributed]]
Asked = dict[int, tuple[bool, int]]  # operator -> (both rows are asked for, whose choice it was)
COMPLETE = (Aggregate, Over, Sort, Match, TableCall)


def normalized(stream: Stream, plans: list[Plan], joins: Joins) -> None:
    """Adds the state of the sources that are completed. `joins`: what each join distributes its sides by."""
    if not any(map(_completed, plans)):
        return
    forced: set[int] = set()
    while True:
        asked, failed = _ask(stream, plans, joins, forced)
        if failed is None or failed in forced:
            break
        forced.add(failed)
    for plan in plans:
        if _completed(plan) and id(plan) in asked:
            both, _ = asked[id(plan)]
            if both or not _by_key(stream, plan, stream.of(plan)):
                stream.keeps(plan, "ChangelogNormalize")


def _ask(
    stream: Stream, plans: list[Plan], joins: Joins, forced: set[int]
) -> tuple[Asked, int | None]:
    """What each operator is asked for, and whose choice has to be taken back."""
    root = stream.root
    asked: Asked = {id(root): (id(root) in forced, id(root))}
    for plan in reversed(plans):
        if id(plan) not in asked:
            continue
        both, owner = asked[id(plan)]
        traits = stream.of(plan)
        if not both and traits.updates and not _completed(plan) and not _by_key(stream, plan, traits):
            return asked, owner
        if isinstance(plan, TemporalJoin):
            _tell(asked, plan.left, both, owner)
            _tell(asked, plan.right, id(plan) in forced, id(plan))
        elif isinstance(plan, Join) and not _join(stream, plan, joins, both, owner, asked):
            return asked, owner
        elif isinstance(plan, SetOp) and id(plan) in stream.removed:
            if not both and any(_lacks_key(stream.of(below), below) for below in plan.inputs):
                return asked, owner
            for below in plan.inputs:
                _tell(asked, below, both, owner)
        elif not isinstance(plan, Join):
            complete = _completes(stream, plan)
            for below in inputs_of(plan):
                _tell(asked, below, complete or both, owner)
    return asked, None


def _completed(plan: Plan) -> bool:
    """A source that is completed filters its rows then, when it has the ones before."""
    return isinstance(plan, Scan) and plan.table.changelog == "upsert"


def _lacks_key(traits: Traits, plan: Plan) -> bool:
    """Whether rows change and are compared as a whole, where a key would be all of the columns."""
    return traits.updates and not containing(traits.keys, (column.id for column in plan.columns))


def _completes(stream: Stream, plan: Plan) -> bool:
    """Whether the operator needs the row before."""
    if id(plan) in stream.removed:
        return False
    if isinstance(plan, Sort) and plan.keys and plan.limit is not None:
        ids = {key.column.id for key in plan.keys if key.column is not None}
        return not any(ids <= key for key in stream.of(plan.input).keys)
    return isinstance(plan, COMPLETE) or (isinstance(plan, SetOp) and plan.op != "UNION ALL")


def _tell(asked: Asked, plan: Plan, both: bool, owner: int) -> None:
    known = asked.get(id(plan))
    if known is None or (both and not known[0]):
        asked[id(plan)] = (both, owner)


def _join(
    stream: Stream,
    plan: Join,
    joins: Joins,
    both: bool,
    owner: int,
    asked: Asked,
) -> bool:
    """False: the join needs the row before of a side whose keys lack the join's."""
    sides = joins.get(id(plan))
    for position, below in enumerate((plan.left, plan.right)):
        traits = stream.of(below)
        by_key = sides is not None and any(sides[position].by <= key for key in _read(stream, sides[position].keys))
        if not both and sides is not None and traits.updates and not by_key:
            return False
        _tell(asked, below, both, owner)
    return True


def _read(stream: Stream, keys: Keys) -> Keys:
    """The keys that the planner has not dropped with a column nobody reads."""
    return frozenset(key for key in keys if all(id < 0 or id in stream.used for id in map(own, key)))


def _by_key(stream: Stream, plan: Plan, traits: Traits) -> bool:
    """Whether what filters the rows here is about a key only: then the old row passes where the new one does."""
    terms = stream.reach.above.get(id(plan), []) if isinstance(plan, (Join, TemporalJoin)) else stream.terms(plan)
    own = {column.id for column in plan.columns}
    found = ({ref.id for ref in term.refs} for term in terms)
    refs = {id for ids in found if ids <= own for id in ids}  # what names a row around a subquery is the join's
    if not refs:
        return True
    keys = sorted(traits.keys, key=lambda key: (len(key), sorted(key)))
    return bool(keys) and refs <= keys[0]
