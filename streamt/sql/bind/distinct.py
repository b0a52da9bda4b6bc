"""SELECT DISTINCT: each row once, as grouped by all its columns."""

from __future__ import annotations

from collections import Counter

from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.plan import Aggregate, Filter, Plan, Project, Scan, first_below
from streamt.sql.bind.terms import Column, SortColumn


def distinct_rows(b: Binding, node: ast.Select, plan: Project) -> Plan:
    if not _without_twins(plan):
        b.influence(plan.columns, "group_key")
    columns = tuple(column._replace(time=None) if column.time else column for column in plan.columns)
    return b.add(Aggregate(columns, node.start, node.end, plan, columns, (), twins=_twins(plan)))


def _twins(plan: Project) -> tuple[Column, ...]:
    """Columns with the id of another: as many as there are of that id below, for what is written twice is one."""
    left = Counter(column.id for column in plan.input.columns)
    seen: set[int] = set()
    found = []
    for column in plan.columns:
        left[column.id] -= 1
        if column.id in seen and left[column.id] >= 0:
            found.append(column)
        seen.add(column.id)
    return tuple(found)


def _without_twins(plan: Plan) -> bool:
    """Whether no two of its rows can be equal, so that DISTINCT decides on none."""
    ids = {column.id for column in plan.columns}
    plan = first_below(plan, (Project, Filter))
    if isinstance(plan, Aggregate):
        return plan.sets == 1 and plan.window is None and all(key.id in ids for key in plan.keys)
    names = plan.table.primary_key if isinstance(plan, Scan) and plan.table.event_time is None else ()
    return bool(names) and all(column.id in ids for column in plan.columns if column.name in names)


def distinct_keys(keys: tuple[SortColumn, ...], columns: tuple[Column, ...]) -> tuple[SortColumn, ...]:
    by_id = {column.id: column for column in columns}
    return tuple(key._replace(column=by_id.get(key.column.id, key.column)) if key.column else key for key in keys)
