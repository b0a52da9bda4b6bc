"""LATERAL (SELECT .. ORDER BY .. LIMIT n): a Top-N where the left side is the distinct keys of the same relation, else nothing."""

from __future__ import annotations

from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project, Renumber, Scan, Sort, TopOfEach
from streamt.sql.bind.terms import Conjunct, Operand
from streamt.sql.bind.unnesting import exposing

INNER = frozenset({"COMMA", "CROSS", "INNER"})
MAX_COMPARED = 50


def top_of_each(b: Binding, node: ast.Join, left: Plan, right: Sort, ties: tuple[Conjunct, ...]) -> Plan:
    """The rows ranked by what they are tied by."""
    ids = _ranked_by(right, left, ties) if node.kind in INNER and not node.natural else None
    if ids is None or not right.keys or right.offset:
        query = node.right.query if isinstance(node.right, ast.Derived) else node.right
        b.report("no_stream_plan", "ORDER BY .. LIMIT for each row has a plan only where the left side is SELECT DISTINCT of the same table",
                 query.start, query.end, help="use ROW_NUMBER() OVER (PARTITION BY key ORDER BY ..) and filter by it")  # fmt: skip
    ids = ids or {}
    wanted = tuple(ref for term in ties for ref in term.refs if ref.id in ids)
    return b.add(TopOfEach(right.columns, right.start, right.end, exposing(b, right.input, wanted), ids))


def _ranked_by(right: Sort, left: Plan, ties: tuple[Conjunct, ...]) -> dict[int, int] | None:
    """The right side's columns that are tied, and the left side's; None where the planner sees no Top-N in it."""
    picked = right.input
    if not isinstance(picked, Project) or not isinstance(picked.input, Filter) or not _picks(picked, picked.input):
        return None
    filter, keys = picked.input, left
    while isinstance(keys, Project) and _picks(keys, keys.input):
        keys = keys.input
    if not isinstance(keys, Aggregate) or keys.calls or keys.sets > 1 or keys.window is not None:
        return None
    sources = [keys.input]
    if isinstance(keys.input, Project) and _picks(keys.input, keys.input.input):
        sources.append(keys.input.input)
    same = any(_form(source) == _form(filter.input) for source in sources)
    whole = {column.id for column in keys.input.columns}.issuperset(key.id for key in keys.keys)
    if not whole or not same or len(filter.conjuncts) != len(ties):
        return None
    there = {column.id for column in filter.columns}
    ids: dict[int, int] = {}
    for term in ties:
        sides = [side.column.id for side in (term.left, term.right) if side is not None and side.column is not None and side.offset_ms == 0]
        if term.op != "=" or len(sides) != 2 or (sides[0] in there) == (sides[1] in there):
            return None
        own, other = sides if sides[0] in there else reversed(sides)
        ids[own] = other
    return ids


def _picks(plan: Project, below: Plan) -> bool:
    """Whether it does no more than to pick columns, each once."""
    there = {column.id for column in below.columns}
    ids = [column.id for column in plan.columns]
    return len(set(ids)) == len(ids) and there.issuperset(ids)


def _form(plan: Plan) -> list[object]:
    """What the relation is made of, without the ids of this reading; an operator that is no more than itself ends it."""
    found: list[object] = []
    while len(found) < MAX_COMPARED:
        if isinstance(plan, Renumber):
            plan = plan.input
        elif isinstance(plan, Scan):
            return [*found, plan.table.name]
        elif isinstance(plan, (Project, Filter)):
            places = {column.id: place for place, column in enumerate(plan.input.columns)}
            if isinstance(plan, Filter):
                found.extend((term.op, _side(term.left, places), _side(term.right, places)) for term in plan.conjuncts)
            else:
                found.append(tuple(places.get(column.id) for column in plan.columns))
            plan = plan.input
        else:
            return [*found, id(plan)]
    return found


def _side(side: Operand | None, places: dict[int, int]) -> object:
    return None if side is None else (None if side.column is None else places.get(side.column.id), side.literal)
