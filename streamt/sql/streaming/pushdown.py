"""Which terms of a condition reach which operator: the planner moves a filter down before it chooses operators.

Column ids outlive projections, so a term goes as far down as all its columns are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from streamt.sql.bind.plan import (
    Aggregate,
    Filter,
    Join,
    Over,
    Plan,
    Project,
    SetOp,
    TableCall,
    TemporalJoin,
    WindowFunction,
    first_below,
    inputs_of,
)
from streamt.sql.bind.stated import stated
from streamt.sql.bind.terms import Column, Conjunct, Operand
from streamt.sql.bind.values import value_of
from streamt.sql.streaming.held import held_by
from streamt.sql.streaming.outer import kind_left
from streamt.sql.streaming.refuted import refuted
from streamt.sql.values import FALSE, Ref, aggregated, columns_of, conjunction, met, moved, replaced, scalar

if TYPE_CHECKING:
    from streamt.sql.bind import Binding
    from streamt.sql.values import Value

SUMMED_UP = ("STDDEV", "VAR")
SPLIT = ("SUM", "AVG", *SUMMED_UP)
Terms: TypeAlias = "dict[int, list[Conjunct]]"


class Reach:
    """`read`: ids of the operators the root needs; `terms`: what applies on top of each operator's input; `nothing`: where no row meets it.

    `above`: what stays above an outer join, or what a window function hands down; `asked`: what filters above ask of a join's rows;
    `kinds`: joins that a filter above makes less of an outer join than is written; `contradict`: which terms do, by the ids of their values.
    """

    __slots__ = ("above", "asked", "b", "contradict", "kinds", "nothing", "read", "terms", "values")

    def __init__(self, b: Binding) -> None:
        self.b = b
        self.values: dict[int, Value] = {}
        self.nothing: set[int] = set()
        self.above: Terms = {}
        self.asked: Terms = {}
        self.kinds: dict[int, str] = {}
        self.read: set[int] = set()
        self.terms: Terms = {}
        self.contradict: dict[tuple[int, ...], tuple[tuple[Value, ...], bool]] = {}


    def value(self, column: int) -> Value | None:
        """What a computed column is; None where that depends on more than the row."""
        if column not in self.values and column in self.b.written:
            self.values[column] = scalar(value_of(self.b, self.b.written[column]))
        return self.values.get(column)


def pushed_down(b: Binding, root: Plan) -> Reach:
    """One walk from the root: the plans of `b` have every operator after its inputs."""
    reach = Reach(b)
    reach.read.add(id(root))
    for plan in reversed(b.plans):
        if id(plan) in reach.read:
            reach.read.update(id(below) for below in inputs_of(plan))
            _pass_on(plan, reach)
            if _meets_nothing(plan, reach):
                reach.nothing.add(id(plan))
    return reach


def _meets_nothing(plan: Plan, reach: Reach) -> bool:
    """Whether the terms on top of the operator contradict each other."""
    if isinstance(plan, (Join, TemporalJoin)) and (reach.kinds.get(id(plan), plan.kind) not in ("INNER", "SEMI") or _calls(plan)):
        return False
    return _contradict(reach.terms.get(id(plan), ()), reach)


def _calls(plan: Join | TemporalJoin) -> bool:
    """Whether the right side is a function called for each row of the left one: that is run, whatever is left of its rows."""
    return isinstance(plan.right, TableCall) and plan.right.correlated


def _contradict(terms: Iterable[Conjunct], reach: Reach) -> bool:
    values = tuple(term.value for term in terms if term.value is not None and not term.outer)
    if not values:
        return False
    same = tuple(map(id, values))  # the same terms wait at each operator that they pass
    if same not in reach.contradict:
        reach.contradict[same] = values, conjunction(values) == FALSE
    return reach.contradict[same][1]


def _pass_on(plan: Plan, reach: Reach) -> None:
    terms = reach.terms
    waiting = terms.pop(id(plan), [])
    if _contradict(waiting, reach) and not (isinstance(plan, (Join, TemporalJoin)) and _calls(plan)):
        reach.nothing.add(id(plan))
    if isinstance(plan, Filter):
        if refuted(reach, waiting, tuple(held_by(plan.conjuncts))):
            reach.nothing.add(id(plan))
        _down(plan.input, [*waiting, *plan.conjuncts], terms, moves=not isinstance(plan.input, (Aggregate, Filter)))
    elif isinstance(plan, Join):
        _through_join(plan, waiting, reach)
    elif isinstance(plan, TemporalJoin):
        below, kept = _split(waiting, plan.left)
        _down(plan.left, below, terms)
        terms[id(plan)] = [*kept, *plan.conjuncts]
    elif not waiting:
        return
    elif isinstance(plan, (Project, WindowFunction)):
        if isinstance(plan, WindowFunction):
            reach.above[id(plan)] = waiting
        below, kept = _split(waiting, plan.input)
        if isinstance(plan, WindowFunction):
            below = [term._replace(value=None) for term in below]  # the planner leaves it above: what is below does not contradict it
        if kept and isinstance(plan, Project):
            below, kept = _expanded(below, kept, plan.input, reach)
        _down(plan.input, below, terms)
        terms[id(plan)] = kept
    elif isinstance(plan, SetOp):
        for side in plan.inputs:
            _down(side, [moved for term in waiting if (moved := _of_side(term, plan, side)) is not None], terms)
    elif isinstance(plan, Aggregate):
        below, kept = _of_keys(waiting, plan)
        _down(plan.input, below, terms)
        terms[id(plan)] = kept
    else:
        terms[id(plan)] = waiting


def _of_keys(waiting: list[Conjunct], plan: Aggregate) -> tuple[list[Conjunct], list[Conjunct]]:
    """(the terms about what rows are grouped by, the others). Where the planner splits sums, the greatest of a key becomes the key."""
    keys = {column.id for column in plan.keys} if plan.sets == 1 else set()
    known = keys if any(call.function.startswith(SPLIT) for call in plan.calls) else set()
    below: list[Conjunct] = []
    kept: list[Conjunct] = []
    for term in waiting:
        goes = term.refs and all(ref.id in keys for ref in term.refs) and not (term.value is not None and aggregated(term.value, known))
        (below if goes else kept).append(term)
    return below, kept


def _aggregates(plan: Plan) -> bool:
    return isinstance(first_below(plan, (Filter, Over)), Aggregate)


def _expanded(
    below: list[Conjunct], kept: list[Conjunct], plan: Plan, reach: Reach
) -> tuple[list[Conjunct], list[Conjunct]]:
    """A term over computed columns goes below as one over what they are made of."""
    there = {column.id: column for column in plan.columns}
    aggregates = _aggregates(plan)
    down, stay = list(below), []
    for term in kept:
        if not term.deterministic or term.outer or len(down) >= MAX_CARRIED:
            stay.append(term)
            continue
        value = _written_out(term, there, reach)
        if value is not None and all(ref.column in there for ref in columns_of(value)):
            down.extend(stated(term, value, there))
            continue
        if value is not None:
            stay.append(term._replace(value=value, false=value == FALSE))
            continue
        refs = () if aggregates else _sources(term, there, reach.b.made_of)
        if refs:
            down.append(term._replace(op="", left=None, right=None, refs=refs, strict=False, value=None))
        else:
            stay.append(term)
    return down, stay


def _written_out(term: Conjunct, there: Mapping[int, Column], reach: Reach) -> Value | None:
    """The term over what the computed columns are; None where that is not known."""
    if term.value is None:
        return None
    computed = {ref.column: value for ref in columns_of(term.value) if ref.column not in there and (value := reach.value(ref.column)) is not None}
    value = replaced(term.value, computed)
    return None if value is None else met(value)


def _sources(term: Conjunct, there: Mapping[int, Column], made_of: Mapping[int, tuple[int, ...]]) -> tuple[Column, ...]:
    """The columns below that the term is about; none where one of them is not there."""
    found: dict[int, Column] = {}
    stack = [ref.id for ref in term.refs]
    while stack:
        id = stack.pop()
        if id in there:
            found[id] = there[id]
        elif id in made_of:
            stack.extend(made_of[id])
        else:
            return ()
    return tuple(found.values())


def _of_side(term: Conjunct, plan: SetOp, side: Plan) -> Conjunct | None:
    """The term as one input of a union has it; None where every row of that input passes."""
    columns = {column.id: own for column, own in zip(plan.columns, side.columns, strict=False)}
    refs = tuple(columns.get(ref.id, ref) for ref in term.refs)
    if term.op == "IS NOT NULL" and len(refs) == 1 and not refs[0].type.nullable:
        return None
    value = term.value
    if value is not None:
        value = replaced(value, {id: Ref(own.type, own.id) for id, own in columns.items()})
    return term._replace(refs=refs, left=_operand(term.left, columns), right=_operand(term.right, columns), value=None if value is None else met(value))


def _operand(operand: Operand | None, columns: Mapping[int, Column]) -> Operand | None:
    if operand is None:
        return None
    column = None if operand.column is None else columns.get(operand.column.id, operand.column)
    return operand._replace(column=column, refs=tuple(columns.get(ref.id, ref) for ref in operand.refs))


def _down(plan: Plan, found: list[Conjunct], terms: Terms, moves: bool = True) -> None:
    if found:
        terms.setdefault(id(plan), []).extend(map(_moved, found) if moves else found)


def _moved(term: Conjunct) -> Conjunct:
    value = None if term.value is None else moved(term.value)
    return term if value is term.value else term._replace(value=value)


MAX_CARRIED = 100  # a generated query may stack thousands of filters: the rest stay where they are


def _split(waiting: list[Conjunct], plan: Plan) -> tuple[list[Conjunct], list[Conjunct]]:
    """(the terms that go below: the plan has every column they name, the others). One of an outer query stays."""
    if not waiting:
        return [], []
    ids = {column.id for column in plan.columns}
    below: list[Conjunct] = []
    kept: list[Conjunct] = []
    for term in waiting:
        goes = (term.refs or term.false) and not term.outer and term.deterministic and len(below) < MAX_CARRIED
        (below if goes and all(ref.id in ids for ref in term.refs) else kept).append(term)
    return below, kept


def _through_join(plan: Join, waiting: list[Conjunct], reach: Reach) -> None:
    """A filter moves to the side it is about, unless that side may be filled with nulls; the rest ties the sides."""
    terms = reach.terms
    own = list(plan.conjuncts)
    reach.asked[id(plan)] = waiting
    kind = kind_left(plan, waiting)
    if kind != plan.kind:
        reach.kinds[id(plan)] = kind
    if kind == "INNER" and not _calls(plan) and _contradict([*own, *waiting], reach):
        reach.nothing.add(id(plan))
    left_kept = kind in ("INNER", "LEFT", "SEMI", "ANTI")
    right_kept = kind in ("INNER", "RIGHT")
    if left_kept:
        below, waiting = _split(waiting, plan.left)
        _down(plan.left, below, terms)
    if right_kept:
        below, waiting = _split(waiting, plan.right)
        _down(plan.right, below, terms)
    terms[id(plan)] = own + waiting
    if kind != "INNER":
        ids = {column.id for column in plan.columns}  # a subquery's own term names what is no column here
        reach.above[id(plan)] = [term for term in waiting if all(ref.id in ids for ref in term.refs)]
    if not _calls(plan):
        _own_down(plan, kind, own, terms)


def _own_down(plan: Join, kind: str, own: list[Conjunct], terms: Terms) -> None:
    """What ON says of one side alone filters that side, unless its rows come out anyway."""
    if kind in ("INNER", "RIGHT", "SEMI"):
        _down(plan.left, _split(own, plan.left)[0], terms)
    if kind in ("INNER", "LEFT", "SEMI", "ANTI"):
        _down(plan.right, _split(own, plan.right)[0], terms)
