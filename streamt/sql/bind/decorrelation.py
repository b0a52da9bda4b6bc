"""A subquery about the row around it, as the relation that joins with all rows: what the planner's decorrelator makes.

Where the subquery says `own = outer`, its own column stands for the outer one. Any other use of an outer column is met
by the distinct values of that column, which are joined to the subquery's rows. Either way the value becomes a column
that is handed up to the join. Only operators that can hand it up may stand between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from streamt.sql.bind.context import Binding
from streamt.sql.bind.correlation import OuterUse
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
    TemporalJoin,
    inputs_of,
)
from streamt.sql.bind.terms import Column, Conjunct, Operand

CALLED = frozenset({"UNNEST", "a table function"})


class Frame(NamedTuple):
    """`found`: by the id of an outer column, the column here that has its value."""

    plan: Plan
    found: Mapping[int, Column]


def decorrelated(b: Binding, root: Plan, since: int, uses: Iterable[OuterUse], left: Plan) -> Frame | None:
    """The relation without columns of `left`, and where their values are; None where the planner finds none.

    The subquery's operators stand in `b.plans` from `since` on, inputs first.
    """
    near = [use for use in uses if use.depth == 1]
    outer = {use.column.id: use.column for use in near}
    if any(use.clause in CALLED for use in near) or all(use.nested for use in near):
        return None
    frames: dict[int, Frame] = {}
    plans = reachable(b.plans[since:], root)
    pushed = _pushed(plans, outer)
    for plan in plans:
        if _ends(plan):
            return None
        below = [frames.get(id(item)) or Frame(item, {}) for item in inputs_of(plan)]
        if isinstance(plan, Join):
            below = [_Step(b, left, outer).under(pushed.get(id(item)), frame) for item, frame in zip(inputs_of(plan), below, strict=True)]
        own = names_of(b, plan, outer)
        if not own and all(frame.plan is item for frame, item in zip(below, inputs_of(plan), strict=True)):
            continue
        frame = _Step(b, left, outer, own).over(plan, below)
        if frame is None:
            return None
        frames[id(plan)] = frame
    return frames.get(id(root)) or Frame(root, {})


def _ends(plan: Plan) -> bool:
    """Rows without a source, the first of all rows, what is called for each row: the planner's decorrelator gives up there."""
    if isinstance(plan, Sort):
        return plan.limit is not None or plan.offset is not None
    return isinstance(plan, (Rows, TemporalJoin)) or (isinstance(plan, TableCall) and plan.correlated)


def _pushed(plans: list[Plan], outer: Mapping[int, Column]) -> dict[int, list[Conjunct]]:
    """What filters above joins say of outer columns and of one side: the planner filters that side before."""
    found: dict[int, list[Conjunct]] = {}
    for plan in reversed(plans):
        if isinstance(plan, Filter) and isinstance(plan.input, Join):
            found[id(plan.input)] = [term for term in plan.conjuncts if any(ref.id in outer for ref in term.refs)]
        elif isinstance(plan, Join) and id(plan) in found:
            for side, kinds in ((plan.left, ("INNER", "LEFT")), (plan.right, ("INNER", "RIGHT"))):
                ids = {column.id for column in side.columns} & {column.id for column in plan.columns}
                terms = [term for term in found[id(plan)] if all(ref.id in ids or ref.id in outer for ref in term.refs)]
                about = [term for term in terms if any(ref.id in ids for ref in term.refs)]
                if about and plan.kind in kinds:
                    found[id(side)] = about
    return found


def reachable(plans: list[Plan], root: Plan) -> list[Plan]:
    """The operators below the root, inputs first."""
    wanted = {id(root)}
    found = []
    for plan in reversed(plans):
        if id(plan) in wanted:
            found.append(plan)
            wanted.update(id(below) for below in inputs_of(plan))
    return found[::-1]


def names_of(b: Binding, plan: Plan, outer: Mapping[int, Column]) -> dict[int, Column]:
    """The outer columns that the operator itself names."""
    ids: list[int] = []
    if isinstance(plan, (Filter, Join, TemporalJoin)):
        ids = [ref.id for term in plan.conjuncts for ref in term.refs]
    elif isinstance(plan, Project):
        ids = list(_computed_of(b, plan.columns, plan.input))
    elif isinstance(plan, Aggregate):
        ids = [ref.id for call in plan.calls for ref in call.refs]
        ids.extend(_computed_of(b, plan.keys, plan.input))
    return {id: outer[id] for id in ids if id in outer}


def _computed_of(b: Binding, columns: Iterable[Column], below: Plan) -> Iterable[int]:
    there = {column.id for column in below.columns}
    for column in columns:
        if column.id not in there:
            yield column.id
            yield from b.made_of.get(column.id, ())


class _Step(NamedTuple):
    """One operator over inputs that have been rewritten; `own`: the outer columns that it names."""

    b: Binding
    left: Plan
    outer: Mapping[int, Column]
    own: Mapping[int, Column] = {}

    def under(self, terms: list[Conjunct] | None, below: Frame) -> Frame:
        """The input with a filter that came from above."""
        if not terms:
            return below
        ids = {ref.id for term in terms for ref in term.refs}
        own = {id: column for id, column in self.outer.items() if id in ids}
        plan = below.plan
        return self._replace(own=own)._filter(Filter(plan.columns, plan.start, plan.end, plan, tuple(terms)), below)

    def over(self, plan: Plan, below: list[Frame]) -> Frame | None:
        if isinstance(plan, Filter):
            return self._filter(plan, below[0])
        if isinstance(plan, Project):
            return self._project(plan, below[0])
        if isinstance(plan, Aggregate):
            return self._aggregate(plan, below[0])
        if isinstance(plan, (Join, TemporalJoin)):
            return self._join(plan, *below)
        if isinstance(plan, (Over, Sort)):
            return self._above(plan, below[0])
        if any(frame.found for frame in below) or self.own:
            return None
        return Frame(self.b.add(with_inputs(plan, [frame.plan for frame in below])), {})

    def _filter(self, plan: Filter, below: Frame) -> Frame:
        if any(term.false for term in plan.conjuncts):
            return Frame(self.b.add(plan._replace(columns=below.plan.columns, input=below.plan)), {})
        missing = {id: column for id, column in self.own.items() if id not in below.found}
        equal = {id: side for id in missing if (side := _equivalent(plan.conjuncts, id, self.outer)) is not None}
        if len(equal) == len(missing):
            below = self._with_equivalents(below, equal)
        else:
            below = self._with_values(below)
        terms = _over(plan.conjuncts, below.found, below.plan)
        return Frame(self.b.add(plan._replace(columns=below.plan.columns, input=below.plan, conjuncts=terms)), below.found)

    def _with_equivalents(self, below: Frame, equal: Mapping[int, Operand]) -> Frame:
        found, made = dict(below.found), []
        for id, side in equal.items():
            if side.column is not None and side.offset_ms == 0:
                found[id] = side.column
                continue
            column = Column("", side.type, self.b.new_id())
            self.b.made_of[column.id] = tuple(ref.id for ref in side.refs)
            found[id] = column
            made.append(column)
        if not made:
            return Frame(below.plan, found)
        plan = below.plan
        return Frame(self.b.add(Project((*plan.columns, *made), plan.start, plan.end, plan)), found)

    def _with_values(self, below: Frame) -> Frame:
        """Joined to the distinct values of the outer columns: each row meets each of them."""
        b, plan = self.b, below.plan
        columns = tuple(self.own.values())
        ids = {column.id: b.new_id() for column in self.left.columns}
        b.made_of.update((new, (old,)) for old, new in ids.items())
        again = tuple(column._replace(id=ids[column.id], time=None) for column in self.left.columns)
        source = b.add(Renumber(again, plan.start, plan.end, self.left, ids))
        values = tuple(column._replace(id=ids[column.id], time=None) for column in columns)
        picked = b.add(Project(values, plan.start, plan.end, source))
        distinct = b.add(Aggregate(values, plan.start, plan.end, picked, values, ()))
        joined = b.add(Join(plan.columns + values, plan.start, plan.end, "INNER", plan, distinct, ()))
        return Frame(joined, {**below.found, **{old.id: new for old, new in zip(columns, values, strict=True)}})

    def _project(self, plan: Project, below: Frame) -> Frame:
        if self.own:
            below = self._with_values(below)
        for column in plan.columns:
            parts = self.b.made_of.get(column.id)
            if parts is not None and any(part in below.found for part in parts):
                self.b.made_of[column.id] = (*parts, *(below.found[part].id for part in parts if part in below.found))
        return self._above(plan, below)

    def _aggregate(self, plan: Aggregate, below: Frame) -> Frame:
        if self.own:
            below = self._with_values(below)
        columns, keys = _renamed(plan.columns, below.found), _renamed(plan.keys, below.found)
        there = {column.id for column in columns}
        more = tuple(column for column in below.found.values() if column.id not in there)
        changed = plan._replace(columns=columns + more, input=below.plan, keys=keys + more)
        return Frame(self.b.add(changed), below.found)

    def _join(self, plan: Join | TemporalJoin, left: Frame, right: Frame) -> Frame | None:
        found = {**left.found, **right.found}
        if any(id not in found for id in self.own) or plan.kind in ("SEMI", "ANTI"):
            return None
        columns = tuple({column.id: column for column in (*_renamed(plan.columns, found), *found.values())}.values())
        terms = _over(plan.conjuncts, found, left.plan, right.plan)
        return Frame(self.b.add(plan._replace(columns=columns, left=left.plan, right=right.plan, conjuncts=terms)), found)

    def _above(self, plan: Project | Over | Sort, below: Frame) -> Frame:
        columns = _renamed(plan.columns, below.found)
        there = {column.id for column in columns}
        more = tuple(column for column in below.found.values() if column.id not in there)
        changed = plan._replace(columns=columns + more, input=below.plan)
        return Frame(self.b.add(changed), below.found)


def with_inputs(plan: Plan, inputs: list[Plan]) -> Plan:
    if isinstance(plan, SetOp):
        return plan._replace(inputs=tuple(inputs))
    if isinstance(plan, (Join, TemporalJoin)):
        return plan._replace(left=inputs[0], right=inputs[1])
    return plan if isinstance(plan, Scan) or not inputs else plan._replace(input=inputs[0])  # type: ignore[call-arg]


def _equivalent(terms: Iterable[Conjunct], id: int, outer: Mapping[int, Column]) -> Operand | None:
    """The other side of `outer column = ..`."""
    for term in terms:
        if term.op != "=" or term.left is None or term.right is None:
            continue
        for one, other in ((term.left, term.right), (term.right, term.left)):
            if one.column is not None and one.column.id == id and one.offset_ms == 0 and not any(ref.id in outer for ref in other.refs):
                return other
    return None


def _renamed(columns: tuple[Column, ...], found: Mapping[int, Column]) -> tuple[Column, ...]:
    return tuple(found[column.id]._replace(name=column.name) if column.id in found else column for column in columns)


def _over(terms: tuple[Conjunct, ...], found: Mapping[int, Column], *inputs: Plan) -> tuple[Conjunct, ...]:
    """The terms over the columns here that have the outer ones' values."""
    there = {column.id for plan in inputs for column in plan.columns}
    return tuple(_substituted(term, found, there) for term in terms)


def _substituted(term: Conjunct, found: Mapping[int, Column], there: set[int]) -> Conjunct:
    if not any(ref.id in found for ref in term.refs):
        return term
    refs = tuple(found.get(ref.id, ref) for ref in term.refs)
    outer = 0 if all(ref.id in there for ref in refs) else term.outer
    return term._replace(refs=refs, left=_side(term.left, found), right=_side(term.right, found), outer=outer)


def _side(operand: Operand | None, found: Mapping[int, Column]) -> Operand | None:
    if operand is None:
        return None
    column = operand.column and found.get(operand.column.id, operand.column)
    return operand._replace(column=column, refs=tuple(found.get(ref.id, ref) for ref in operand.refs))
