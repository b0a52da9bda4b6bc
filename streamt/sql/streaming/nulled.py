"""A column that is NOT NULL and equal to one that a filter leaves NULL: the planner puts NULL for it, and stumbles over its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from streamt.sql.bind.plan import Aggregate, Filter, Join, Over, Plan, Project, Renumber
from streamt.sql.bind.terms import Column, Conjunct, ConstantMark
from streamt.sql.facts import Problem
from streamt.sql.streaming.equalities import equalities, plain

KEEPING = (Filter, Over)
NONE: frozenset[int] = frozenset()


def nulled(plans: list[Plan], met: Iterable[Plan]) -> Iterator[Problem]:
    """`plans`: inputs first; `met`: those that the planner looks at."""
    looked_at = {id(plan) for plan in met}
    null: dict[int, frozenset[int]] = {}
    required: dict[int, frozenset[int]] = {}
    compared: set[int] | None = None
    for plan in plans:
        found = _null(plan, null)
        if isinstance(plan, Join) and found:
            compared = _compared(plans) if compared is None else compared
            found |= frozenset(_equal(plan, found - compared)) - compared
            mine = found.intersection(column.id for column in plan.columns if not column.type.nullable)
            if mine and id(plan) in looked_at:
                required[id(plan)] = mine
        if found:
            null[id(plan)] = found
        if isinstance(plan, KEEPING) and id(plan.input) in required:
            required[id(plan)] = required[id(plan.input)]
        elif isinstance(plan, (Project, Aggregate)) and id(plan) in looked_at and not required.get(id(plan.input), NONE).isdisjoint(_handed_on(plan)):
            yield Problem("no_stream_plan", "a column that is NOT NULL is joined to one that is always NULL, and Flink fails on that",
                          plan.start, plan.end, help="drop the join: no rows meet in it")  # fmt: skip


def _handed_on(plan: Project | Aggregate) -> Iterator[int]:
    """The columns that come through as they are, or are aggregated so."""
    if isinstance(plan, Project):
        yield from (column.id for column in plan.columns)
    else:
        yield from (key.id for key in plan.keys)
        yield from (call.column for call in plan.calls if call.function != "COUNT")


def _null(plan: Plan, null: dict[int, frozenset[int]]) -> frozenset[int]:
    """The columns of the operator that are NULL in each of its rows."""
    if isinstance(plan, Filter) and not any(term.false for term in plan.conjuncts):
        own = (column.id for term in plan.conjuncts if term.op == "IS NULL" and (column := _one(term)) is not None)
        return null.get(id(plan.input), NONE).union(own)
    if isinstance(plan, Project):
        below = null.get(id(plan.input), NONE)
        return frozenset(column.id for column in plan.columns if column.id in below or _is_null(column))
    if isinstance(plan, Renumber):
        below = null.get(id(plan.input), NONE)
        return frozenset(plan.ids[id] for id in below if id in plan.ids)
    if isinstance(plan, Aggregate) and plan.sets == 1:
        below = null.get(id(plan.input), NONE)
        return frozenset(key.id for key in plan.keys if key.id in below)
    if isinstance(plan, Join) and plan.kind == "INNER":
        return null.get(id(plan.left), NONE) | null.get(id(plan.right), NONE)
    return null.get(id(plan.input), NONE) if isinstance(plan, Over) else NONE


def _is_null(column: Column) -> bool:
    return type(column.mark) is ConstantMark and column.mark.value is None


def _one(term: Conjunct) -> Column | None:
    return None if term.left is None or term.outer else plain(term.left)


def _equal(plan: Join, null: frozenset[int]) -> Iterator[int]:
    """What is equal to a column that is NULL."""
    for pair in equalities(plan.conjuncts, plan.left, plan.right):
        for one, other, cast in ((pair.left, pair.right, pair.casts[1]), (pair.right, pair.left, pair.casts[0])):
            if one is not None and one.id in null and other is not None and not cast:
                yield other.id


def _compared(plans: Iterable[Plan]) -> set[int]:
    """Columns in conditions that NULL does not pass: those empty the relation first."""
    terms = (term for plan in plans for term in getattr(plan, "conjuncts", ()))
    return {ref.id for term in terms if not _passes(term) for ref in term.refs}


def _passes(term: Conjunct) -> bool:
    if term.op in ("IS NULL", "IS NOT NULL"):
        return True
    return term.op == "=" and term.left is not None and term.right is not None and bool(plain(term.left)) and bool(plain(term.right))
