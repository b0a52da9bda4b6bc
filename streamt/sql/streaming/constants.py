"""Columns that turn out to be constant: the planner writes the literal for them."""

from __future__ import annotations

from collections.abc import Iterable

from streamt.sql.bind.plan import Plan
from streamt.sql.bind.terms import Column, ConstantMark
from streamt.sql.streaming.traits import Held
from streamt.sql.streaming.walk import Stream

NO_LITERAL = frozenset({"ARRAY", "MAP", "MULTISET", "ROW"})
TEXT = frozenset({"VARCHAR"})
WHOLE = frozenset({"INT", "BIGINT"})  # other numbers are compared with one by a cast


def constant(column: Column, held: Held) -> bool:
    """What the planner can make a literal of, or what a filter holds to one; of one that could be NULL, and is not, it forgets that."""
    if type(column.mark) is ConstantMark:
        return column.type.kind not in NO_LITERAL or column.mark.value is None
    kind = str if column.type.kind in TEXT else int if column.type.kind in WHOLE else None
    return any(
        item.column == column.id and (item.op == "IS NULL" or (item.op == "=" and type(item.value) is kind and not column.type.nullable))
        for item in held
    )


def check_constants(stream: Stream, plan: Plan, made: Iterable[int], held: Held) -> None:
    """`made`: the columns that `plan` computes."""
    if stream.reach.b.fragile:
        for column_id in dict.fromkeys(made):
            for columns, problem in stream.reach.b.fragile.get(column_id, ()):
                if column_id in stream.used and all(constant(column, held) for column in columns):
                    stream.found_wrong(plan, problem)
