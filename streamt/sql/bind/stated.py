"""Values as the terms of a condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from streamt.sql.bind.terms import Column, Conjunct, Operand
from streamt.sql.values import FALSE, TRUE, Apply, Const, Ref, Value, both, columns_of

COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">=", "IS NOT DISTINCT FROM"})


def stated(term: Conjunct, value: Value, there: Mapping[int, Column] | None = None) -> Iterator[Conjunct]:
    """What the planner made of the term: one for each that is under AND. `there`: the columns it is about now."""
    columns = {ref.id: ref for ref in term.refs} if there is None else there
    for part in both(value) or (value,):
        refs = tuple({ref.column: columns[ref.column] for ref in columns_of(part) if ref.column in columns}.values())
        if part == TRUE:
            continue
        yield _stated(term, part, refs, columns)


def _stated(term: Conjunct, part: Value, refs: tuple[Column, ...], columns: Mapping[int, Column]) -> Conjunct:
    op = ""
    sides: tuple[Operand | None, Operand | None] = (None, None)
    if type(part) is Apply and part.op in COMPARISONS:
        op, sides = part.op, (_operand(part.args[0], columns), _operand(part.args[1], columns))
    elif type(part) is Apply and part.op in ("IS NULL", "IS NOT NULL"):
        op, sides = part.op, (_operand(part.args[0], columns),) * 2
    strict = type(part) is Ref or bool(op and op != "IS NULL")
    return term._replace(op=op, left=sides[0], right=sides[1], refs=refs, value=part, false=part == FALSE, true=False, strict=strict)


def _operand(value: Value, columns: Mapping[int, Column]) -> Operand:
    refs = tuple(columns[ref.column] for ref in columns_of(value) if ref.column in columns)
    column = columns.get(value.column) if type(value) is Ref else None
    literal = value.value if type(value) is Const else None
    return Operand(column, refs, type(value) is Const, literal, value.type, 0 if column is not None else None)
