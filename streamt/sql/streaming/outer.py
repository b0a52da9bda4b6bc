"""What the filter above leaves of an outer join."""

from __future__ import annotations

from streamt.sql.bind.plan import Join
from streamt.sql.bind.terms import Column, Conjunct

STRICT = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS NOT NULL"})


def refusing(term: Conjunct) -> tuple[Column, ...]:
    """Columns that are not NULL in any row that passes."""
    if term.strict:
        return term.refs
    sides = (term.left, term.right) if term.op in STRICT else ()
    return tuple(side.column for side in sides if side is not None and side.column is not None)


def kind_left(plan: Join, waiting: list[Conjunct]) -> str:
    """The join's kind, given what the filter above drops: a row filled with nulls does not pass `column > 3`."""
    if plan.kind not in ("LEFT", "RIGHT", "FULL"):
        return plan.kind
    refused = {column.id for term in waiting if not term.outer for column in refusing(term)}
    if not refused:
        return plan.kind
    left = plan.kind != "LEFT" and any(column.id in refused for column in plan.left.columns)
    right = plan.kind != "RIGHT" and any(column.id in refused for column in plan.right.columns)
    if plan.kind == "FULL" and left != right:
        return "LEFT" if left else "RIGHT"
    return "INNER" if left or right else plan.kind
