"""UNION, INTERSECT, EXCEPT and VALUES: rows of several queries under the names of the first."""

from __future__ import annotations

from streamt.coltypes import common_type
from streamt.sql import ast
from streamt.sql.bind import unkept
from streamt.sql.bind.context import TRANSFORM, Binding, Env, shown
from streamt.sql.bind.expressions import UNKNOWN_ARG, common_time, expression
from streamt.sql.bind.lineage import merged, origins_of, through
from streamt.sql.bind.plan import Rows, SetOp
from streamt.sql.bind.query import Relation, Spans, bind_query
from streamt.sql.bind.scope import CommonTables, Scope
from streamt.sql.bind.terms import Column, ConstantMark
from streamt.sql.functions import Arg


def bind_set_operation(b: Binding, node: ast.SetOperation, parent: Scope | None, ctes: CommonTables) -> Relation:
    """Folded from the left; a run of one operation is one operator, as a generated union may be long."""
    relations = [_input(b, item, parent, ctes) for item in node.inputs]
    result, position = relations[0], 0
    while position < len(node.ops):
        op, run = node.ops[position], [result]
        while position < len(node.ops) and node.ops[position] == op:
            run.append(relations[position + 1])
            position += 1
        ats = node.inputs[position - len(run) + 1 : position + 1]
        result = _combine(b, op, run, ats, node)
    return result


def _input(b: Binding, node: ast.QueryBody, parent: Scope | None, ctes: CommonTables) -> Relation:
    query = node if type(node) is ast.Query else ast.Query(node.start, node.end, node)
    return bind_query(b, query, parent, ctes)


def _combine(b: Binding, op: str, run: list[Relation], ats: tuple[ast.QueryBody, ...], node: ast.SetOperation) -> Relation:
    open = any(relation.open for relation in run)
    first = run[0].plan.columns
    plans = tuple(relation.plan for relation in run)
    if not open and not _same_width(b, op, run, ats):
        open = True
    if open:
        return Relation(b.add(SetOp(first, node.start, node.end, op, plans)), True, run[0].spans)
    columns = tuple(
        _column(b, op, tuple(plan.columns[i] for plan in plans), ats, i) for i in range(len(first))
    )
    if op != "UNION ALL":
        b.influence((column for plan in plans for column in plan.columns), "group_key")
    return Relation(b.add(SetOp(columns, node.start, node.end, op, plans)), False, run[0].spans)


def _same_width(b: Binding, op: str, run: list[Relation], ats: tuple[ast.QueryBody, ...]) -> bool:
    width = len(run[0].plan.columns)
    for relation, at in zip(run[1:], ats[-len(run) + 1 :], strict=True):
        if len(relation.plan.columns) != width:
            got = len(relation.plan.columns)
            b.report("union_mismatch", f"{op}: the first query has {width} columns, this one {got}", at.start, at.end,
                     expected=f"{width} columns", got=f"{got} columns")  # fmt: skip
            return False
    return True


def _column(b: Binding, op: str, parts: tuple[Column, ...], ats: tuple[ast.QueryBody, ...], position: int) -> Column:
    first = parts[0]
    type = common_type([part.type for part in parts])
    if type is None:
        other, at = _clash(parts, ats)
        b.report("union_mismatch", f"{op}: column {position + 1}, `{first.name}`, is {shown(first.type)} first and {shown(other.type)} here",
                 at.start, at.end, expected=shown(first.type), got=shown(other.type), help="cast one of the two")  # fmt: skip
        type = UNKNOWN_ARG.type
    lineage = [part.origins for part in parts if part.origins] if op.startswith("UNION") else [first.origins]
    shown_time = common_time([(part.type, part.shown) for part in parts])
    new = b.new_id()
    b.made_of[new] = tuple(part.id for part in parts)
    column = Column(
        first.name, type, new, merged(lineage) if lineage else (),
        shown_time if op.endswith(" ALL") else None,
        shown_time,
        _one_value(parts), tuple(dict.fromkeys(i for part in parts for i in part.influences)),
    )  # fmt: skip
    if b.unkept and op.startswith("UNION"):
        unkept.united(b, column, parts)
    return column


def _one_value(parts: tuple[Column, ...]) -> ConstantMark | None:
    """A constant that every query has."""
    values = {part.mark.value for part in parts if type(part.mark) is ConstantMark and isinstance(part.mark.value, (str, int))}
    known = all(type(part.mark) is ConstantMark and part.mark.value in values for part in parts)
    return ConstantMark(values.pop()) if known and len(values) == 1 else None


def _clash(parts: tuple[Column, ...], ats: tuple[ast.QueryBody, ...]) -> tuple[Column, ast.QueryBody]:
    for part, at in zip(parts[1:], ats[-len(parts) + 1 :], strict=True):
        if common_type([parts[0].type, part.type]) is None:
            return part, at
    return parts[-1], ats[-1]


def bind_values(b: Binding, node: ast.Values, parent: Scope | None, ctes: CommonTables) -> Relation:
    env = Env(Scope(parent), ctes, "VALUES")
    rows = [_row(item) for item in node.rows]
    width = len(rows[0])
    for row, at in zip(rows, node.rows, strict=True):
        if len(row) != width:
            b.report("union_mismatch", f"the first row of VALUES has {width} values, this one {len(row)}", at.start, at.end,
                     expected=f"{width} values", got=f"{len(row)} values")  # fmt: skip
            return Relation(b.add(Rows((), node.start, node.end, len(rows))), True)
    cells = [[_cell(b, env, item) for item in row] for row in rows]
    columns, spans = [], []
    for position in range(width):
        at = rows[0][position]
        columns.append(_values_column(b, [row[position] for row in cells], position, at))
        spans.append((at.start, at.end))
    found: Spans = tuple(spans)
    return Relation(b.add(Rows(tuple(columns), node.start, node.end, len(rows))), False, found)


def _row(node: ast.Expr) -> tuple[ast.Expr, ...]:
    """`(1, 2)`, `ROW(1, 2)` and `(ROW(1, 2))` are all a row of two."""
    while type(node) is ast.Row:
        if len(node.items) != 1 or type(node.items[0]) is not ast.Row:
            return node.items
        node = node.items[0]
    return (node,)


def _cell(b: Binding, env: Env, node: ast.Expr) -> tuple[Arg, tuple[object, ...]]:
    env.refs = []
    arg = expression(b, env, node)
    if type(node) is ast.Literal and node.kind == "NULL":
        b.report("untyped_null", "NULL alone has no type in VALUES", node.start, node.end, help="give it one: CAST(NULL AS STRING)")
        arg = UNKNOWN_ARG
    return arg, origins_of(env.refs)


def _values_column(b: Binding, cells: list[tuple[Arg, tuple[object, ...]]], position: int, at: ast.Expr) -> Column:
    type = common_type([arg.type for arg, _ in cells])
    if type is None:
        b.report("union_mismatch", f"column {position + 1} of VALUES has types that do not go together", at.start, at.end,
                 got=", ".join(sorted({shown(arg.type) for arg, _ in cells})))  # fmt: skip
        type = UNKNOWN_ARG.type
    parts = [through(origins, TRANSFORM) for _, origins in cells if origins]
    return Column(f"EXPR${position}", type, b.new_id(), merged(parts) if parts else ())
