"""The elements of a constant array beside rows that may have none: the planner pushes what is computed below the join, and mistakes the type."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.sql.bind.plan import Aggregate, Filter, Join, Project, TableCall, first_below
from streamt.sql.bind.terms import ConstantMark
from streamt.sql.streaming.walk import Stream


def check_elements(stream: Stream, plan: Project | Aggregate) -> None:
    """An element that is handed on as it is, beside something that is computed."""
    join = first_below(plan.input, Filter)
    if not isinstance(join, Join) or join.kind != "LEFT" or not isinstance(join.right, TableCall):
        return
    call = join.right
    elements = {column.id for column in call.columns if not column.type.nullable}
    if call.name != "UNNEST" or call.correlated or elements.isdisjoint(_plain(plan)) or not _computes(plan):
        return
    stream.refuse(plan, "Flink fails on LEFT JOIN UNNEST of an array of constants when its elements are read beside an expression",
                  "use CROSS JOIN UNNEST, or compute in the query around", at=(call.start, call.end))  # fmt: skip


def _plain(plan: Project | Aggregate) -> Iterator[int]:
    if isinstance(plan, Project):
        yield from (column.id for column in plan.columns)
    else:
        yield from (key.id for key in plan.keys)
        yield from (call.column for call in plan.calls)


def _computes(plan: Project | Aggregate) -> bool:
    if isinstance(plan, Aggregate):
        return any(call.refs and not call.column for call in plan.calls)
    there = {column.id for column in plan.input.columns}
    return any(column.id not in there and type(column.mark) is not ConstantMark for column in plan.columns)
