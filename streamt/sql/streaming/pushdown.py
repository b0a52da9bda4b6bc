"""Which terms of a condition reach which operator: the planner moves a filter down before it chooses operators.

Column ids outlive projections, so a term goes as far down as all its columns are there.
"""

from __future__ import annotations

from typing import TypeAlias

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Over,
    Plan,
    Project,
    TableCall,
    TemporalJoin,
    WindowFunction,
    inputs_of,
)
from streamt.sql.bind.terms import Column, Conjunct, OverMark

Terms: TypeAlias = "dict[int, list[Conjunct]]"


class Reach:
    """`read`: ids of the operators the root needs; `terms`: what applies on top of each operator's input.

    `kinds`: joins that a filter above makes less of an outer join than is written.
    """

    __slots__ = ("kinds", "read", "terms", "used")

    def __init__(self, used: set[int]) -> None:
        self.used = used
        self.kinds: dict[int, str] = {}
        self.read: set[int] = set()
        self.terms: Terms = {}


def pushed_down(plans: list[Plan], root: Plan, used: set[int]) -> Reach:
    """One walk from the root: `plans` has every operator after its inputs; `used` columns matter to the result."""
    reach = Reach(used)
    reach.read.add(id(root))
    for plan in reversed(plans):
        if id(plan) in reach.read:
            reach.read.update(id(below) for below in inputs_of(plan))
            _pass_on(plan, reach)
    return reach


def _pass_on(plan: Plan, reach: Reach) -> None:
    terms = reach.terms
    waiting = terms.pop(id(plan), [])
    if isinstance(plan, Filter):
        waiting = [*waiting, *plan.conjuncts]
        _down(plan.input, waiting, terms)
    elif isinstance(plan, Join):
        _through_join(plan, waiting, reach)
    elif isinstance(plan, TemporalJoin):
        below, kept = _split(waiting, plan.left)
        _down(plan.left, below, terms)
        terms[id(plan)] = [*kept, *plan.conjuncts]
    elif not waiting:
        return
    elif isinstance(plan, (Project, WindowFunction)):
        below, kept = _split(waiting, plan.input)
        _down(plan.input, below, terms)
        terms[id(plan)] = kept
    elif isinstance(plan, Aggregate):
        keys = {column.id for column in plan.keys} if plan.sets == 1 else set()
        below = [term for term in waiting if term.refs and all(ref.id in keys for ref in term.refs)]
        _down(plan.input, below, terms)
        terms[id(plan)] = [term for term in waiting if term not in below]
    else:
        terms[id(plan)] = waiting


def _down(plan: Plan, found: list[Conjunct], terms: Terms) -> None:
    if found:
        terms.setdefault(id(plan), []).extend(found)


MAX_CARRIED = 100  # a generated query may stack thousands of filters: the rest stay where they are


def _split(waiting: list[Conjunct], plan: Plan) -> tuple[list[Conjunct], list[Conjunct]]:
    """(the terms that go below: the plan has every column they name, the others). One of an outer query stays."""
    if not waiting:
        return [], []
    ids = {column.id for column in plan.columns}
    below: list[Conjunct] = []
    kept: list[Conjunct] = []
    for term in waiting:
        goes = term.refs and not term.outer and term.deterministic and len(below) < MAX_CARRIED
        (below if goes and all(ref.id in ids for ref in term.refs) else kept).append(term)
    return below, kept


STRICT = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS NOT NULL"})


def _refusing(term: Conjunct) -> tuple[Column, ...]:
    """Columns that are not NULL in any row that passes."""
    if term.strict:
        return term.refs
    sides = (term.left, term.right) if term.op in STRICT else ()
    return tuple(side.column for side in sides if side is not None and side.column is not None)


def _simplified(plan: Join, waiting: list[Conjunct]) -> str:
    """The join's kind, given what the filter above drops: a row filled with nulls does not pass `column > 3`."""
    if plan.kind not in ("LEFT", "RIGHT", "FULL"):
        return plan.kind
    refused = {column.id for term in waiting for column in _refusing(term)}
    if not refused:
        return plan.kind
    left = plan.kind != "LEFT" and any(column.id in refused for column in plan.left.columns)
    right = plan.kind != "RIGHT" and any(column.id in refused for column in plan.right.columns)
    if plan.kind == "FULL" and left != right:
        return "LEFT" if left else "RIGHT"
    return "INNER" if left or right else plan.kind


def _through_join(plan: Join, waiting: list[Conjunct], reach: Reach) -> None:
    """A filter moves to the side it is about, unless that side may be filled with nulls; the rest ties the sides."""
    terms = reach.terms
    own = list(plan.conjuncts)
    kind = _simplified(plan, waiting)
    if kind != plan.kind:
        reach.kinds[id(plan)] = kind
    left_kept = kind in ("INNER", "LEFT", "SEMI", "ANTI")
    right_kept = kind in ("INNER", "RIGHT")
    if left_kept:
        below, waiting = _split(waiting, plan.left)
        _down(plan.left, below, terms)
    if right_kept:
        below, waiting = _split(waiting, plan.right)
        _down(plan.right, below, terms)
    terms[id(plan)] = own + waiting
    if not (isinstance(plan.right, TableCall) and plan.right.correlated):
        _own_down(plan, kind, own, terms)


def _own_down(plan: Join, kind: str, own: list[Conjunct], terms: Terms) -> None:
    """What ON says of one side alone filters that side, unless its rows come out anyway."""
    if kind in ("INNER", "RIGHT", "SEMI"):
        _down(plan.left, _split(own, plan.left)[0], terms)
    if kind in ("INNER", "LEFT", "SEMI", "ANTI"):
        _down(plan.right, _split(own, plan.right)[0], terms)
