"""Conditions that no row meets, given what is held below: the planner puts a column's one value in its place, and NULL too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from streamt.sql.bind.terms import Conjunct
from streamt.sql.streaming.traits import Held, Holds
from streamt.sql.values import FALSE, Const, Ref, Value, columns_of, conjunction, met, replaced
from streamt.sql.values.constants import TEXT, WHOLE

if TYPE_CHECKING:
    from streamt.sql.streaming.pushdown import Reach

MAX_STEPS = 8  # projections between the column that is held and the condition
PUT_IN = frozenset({*WHOLE, "VARCHAR", "BOOLEAN"})


def refuted(reach: Reach, terms: Iterable[Conjunct], held: Held) -> bool:
    """Whether no row meets all of the terms."""
    known = one_values(held)
    values = [term.value for term in terms if term.value is not None and not term.outer] if known else []
    found = [_put_in(reach, value, known) for value in values]
    if all(value is None for value in found):
        return False
    return conjunction(old if new is None else met(new) for old, new in zip(values, found, strict=True)) == FALSE


def nulls(held: Iterable[Holds]) -> frozenset[int]:
    """The columns that are NULL in every row."""
    return frozenset(item.column for item in held if item.op == "IS NULL")


def one_values(held: Held) -> dict[int, object]:
    """The columns that have one value, and which; none for a column said to have several."""
    found: dict[int, object] = {}
    for column, op, value in held:
        if op == "IS NULL" or (op == "=" and value is not None):
            found.setdefault(column, value)
    return found


def _put_in(reach: Reach, value: Value, known: dict[int, object]) -> Value | None:
    """The value with what is known of its columns, and of those they are computed of."""
    changed = False
    for _ in range(MAX_STEPS):
        by: dict[int, Value] = {}
        for ref in columns_of(value):
            if ref.column in known:
                constant = _constant(ref, known[ref.column])
                by.update({} if constant is None else {ref.column: constant})
                changed = changed or constant is not None
            elif (computed := reach.value(ref.column)) is not None:
                by[ref.column] = computed
        if not by:
            break
        found = replaced(value, by)
        if found is None:
            return None
        value = found
    return value if changed else None


def _constant(ref: Ref, value: object) -> Const | None:
    kind = ref.type.kind
    if value is None:
        return Const(None, ref.type)
    fits = isinstance(value, str) if kind in TEXT else isinstance(value, int)
    return Const(value, ref.type) if kind in PUT_IN and fits else None
