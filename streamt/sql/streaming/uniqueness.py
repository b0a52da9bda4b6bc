"""Whether no two rows are alike in some columns, as the planner finds out before it chooses operators.

That is another question than what the keys of a stream are: a rank or a join that moves rows keeps them apart all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Over,
    Plan,
    Project,
    Renumber,
    Rows,
    Scan,
    SetOp,
    Sort,
    TableCall,
    TopOfEach,
)
from streamt.sql.streaming.equalities import columns_of, equalities
from streamt.sql.streaming.held import constants, fixed, held_by
from streamt.sql.streaming.sums import paired
from streamt.sql.streaming.walk import Stream

MAX_OPERATORS = 200  # looked at for one answer: of a longer chain nothing is claimed
Wanted = list[tuple[Plan, frozenset[int]]]


def differ(stream: Stream, plan: Plan, columns: Iterable[int]) -> bool:
    """Whether the planner knows that no two rows of the plan are alike in all the columns (ids)."""
    wanted: Wanted = [(plan, frozenset(columns))]
    for _ in range(MAX_OPERATORS):
        if not wanted:
            return True
        below = _below(stream, *wanted.pop())
        if below is None:
            return False
        wanted.extend(below)
    return False


def _below(stream: Stream, plan: Plan, ids: frozenset[int]) -> Wanted | None:
    """What must hold of the inputs for it to hold here; None: it does not, or nobody knows."""
    if isinstance(plan, Scan):
        known = plan.table.event_time is None  # a watermark hides the keys of its table
        return [] if known and ids and any(key <= ids for key in stream.of(plan).keys) else None
    if isinstance(plan, Rows):
        return [] if plan.number <= 1 else None
    if isinstance(plan, Renumber):
        return [(plan.input, frozenset(old for old, new in plan.ids.items() if new in ids))]
    if isinstance(plan, (Project, Over)):
        there = ids & {column.id for column in plan.input.columns}
        return [(plan.input, there)] if there or isinstance(plan.input, (Rows, Aggregate)) else None
    if isinstance(plan, Filter):
        constant = fixed(tuple(item for item in held_by(plan.conjuncts) if item.op == "="))
        return [(plan.input, ids - constant)]
    if isinstance(plan, Sort):
        return [(plan.input, ids)]
    if isinstance(plan, Join):
        return _below_join(stream, plan, ids)
    if isinstance(plan, Aggregate):
        return _below_aggregate(stream, plan, ids)
    return _below_set(stream, plan, ids) if isinstance(plan, SetOp) else None


def _below_join(stream: Stream, plan: Join, ids: frozenset[int]) -> Wanted | None:
    """Columns of both sides must tell rows apart on each side; those of one, where it meets one row of the other."""
    if isinstance(plan.right, TopOfEach) or (isinstance(plan.right, TableCall) and plan.right.correlated):
        return None
    kind = stream.reach.kinds.get(id(plan), plan.kind)
    dropped = stream.dropped.get(id(plan))
    if kind in ("SEMI", "ANTI") or dropped == id(plan.right):
        return [(plan.left, ids)]
    if dropped == id(plan.left):
        return [(plan.right, ids)]
    lefts = ids & {column.id for column in plan.left.columns}
    rights = ids & {column.id for column in plan.right.columns}
    if lefts and rights:
        return [(plan.left, lefts), (plan.right, rights)]
    left_keys, right_keys = columns_of(equalities(stream.terms(plan), plan.left, plan.right))
    if lefts and kind in ("INNER", "LEFT"):
        return [(plan.left, lefts), (plan.right, right_keys)]
    if rights and kind in ("INNER", "RIGHT"):
        return [(plan.right, rights), (plan.left, left_keys)]
    return None


def _below_aggregate(stream: Stream, plan: Aggregate, ids: frozenset[int]) -> Wanted | None:
    if id(plan) in stream.removed:
        return [(plan.input, ids)]
    if plan.sets > 1:
        return None
    if plan.window is not None:
        bounds = {column.id for column in plan.columns} - {column.id for column in plan.keys}
        return [] if {column.id for column in plan.keys} <= ids and ids & bounds else None
    varying = {column.id for column in plan.keys} - constants(plan.keys, stream.of(plan.input).held)
    return [] if varying <= ids and not (plan.twins and paired(plan)) else None


def _below_set(stream: Stream, plan: SetOp, ids: frozenset[int]) -> Wanted | None:
    if plan.op not in ("UNION", "INTERSECT", "EXCEPT"):
        return None
    if id(plan) in stream.removed:
        left = plan.inputs[0]
        return [(left, frozenset(own.id for own, column in zip(left.columns, plan.columns, strict=False) if column.id in ids))]
    return [] if {column.id for column in plan.columns} <= ids else None
