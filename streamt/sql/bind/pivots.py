"""PIVOT: one aggregate for each value of a column; UNPIVOT, which has no plan."""

from __future__ import annotations

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.lineage import made
from streamt.sql.bind.plan import Aggregate, Plan, Project, Unresolved
from streamt.sql.bind.relations import Bound, bind_relation, check_alias
from streamt.sql.bind.scope import CommonTables, Entry, Scope
from streamt.sql.bind.terms import Column
from streamt.sql.versions import ordered


def bind_unpivot(b: Binding, node: ast.Unpivot, scope: Scope, ctes: CommonTables) -> Bound:
    """The planner validates it, and then casts a NULL that it cannot cast."""
    bind_relation(b, node.source, scope, ctes)
    check_alias(b, node.alias, "UNPIVOT")
    b.report("no_stream_plan", "Flink has no plan for UNPIVOT", node.source.end, node.end,
             help="CROSS JOIN UNNEST(ARRAY[ROW('a', a), ROW('b', b)]) AS t (name, value)")  # fmt: skip
    return _unknown(b, node)


def bind_pivot(b: Binding, node: ast.Pivot, scope: Scope, ctes: CommonTables) -> Bound:
    """GROUP BY every column that is not named in it, and `aggregate FILTER (WHERE axis = value)` for each value."""
    source, entries = bind_relation(b, node.source, scope, ctes)
    check_alias(b, node.alias, "PIVOT")
    if ordered(b.catalog.version) >= (2, 2):
        b.report("unsupported", f"Flink {b.catalog.version} fails on PIVOT", node.source.end, node.end,
                 help="write an aggregate for each value: SUM(x) FILTER (WHERE axis = 'value') AS name, and GROUP BY the other columns")  # fmt: skip
        return _unknown(b, node)
    values = [(value, _parts(value.value), _name(value)) for value in node.values]
    odd = next((value for value, parts, _ in values if len(parts) != len(node.axes)), None)
    if odd is not None:
        b.report("argument_count", f"PIVOT is FOR {len(node.axes)} columns, and this is of {len(_parts(odd.value))}", odd.start, odd.end)
    if odd is not None or any(entry.open for entry in entries) or any(not name for _, _, name in values):
        return _unknown(b, node)
    keys = _keys(node, entries)
    env = Env(Scope(scope.parent, entries), ctes, "PIVOT")
    env.aggregates, env.grouped = [], {key.id: key for key in keys}
    columns = list(keys)
    for _, parts, name in values:
        test = _test(node, parts)
        columns.extend(_column(b, env, item, test, name) for item in node.aggregates)
    b.influence(keys, "group_key")
    plan: Plan = b.add(Aggregate(keys, node.start, node.end, source, keys, tuple(env.aggregates)))
    plan = b.add(Project(tuple(columns), node.start, node.end, plan))
    return plan, [Entry(node.alias.name if node.alias is not None else "", plan.columns, False)]


def _unknown(b: Binding, node: ast.Pivot | ast.Unpivot) -> Bound:
    plan = b.add(Unresolved((), node.start, node.end))
    return plan, [Entry(node.alias.name if node.alias is not None else "", (), True)]


def _keys(node: ast.Pivot, entries: list[Entry]) -> tuple[Column, ...]:
    used = {*node.axes}
    used.update(part.names[-1] for item in node.aggregates for part in ast.walk(item) if isinstance(part, ast.Column))
    columns = (column for entry in entries for column in entry.columns if column.name not in used)
    return tuple(column._replace(time=None, mark=None) for column in columns)


def _parts(value: ast.Expr) -> tuple[ast.Expr, ...]:
    return value.items if type(value) is ast.Row else (value,)


def _name(value: ast.SelectItem) -> str:
    """The alias, or the values as the planner writes them; empty where that is not known."""
    if value.alias:
        return value.alias
    written = []
    for part in _parts(value.value):
        if type(part) is not ast.Literal or part.kind not in ("STRING", "INTEGER", "DECIMAL", "NULL"):
            return ""
        quoted = part.value.replace("'", "''")
        written.append({"STRING": f"'{quoted}'", "NULL": "NULL"}.get(part.kind, part.value))
    return "_".join(written)


def _test(node: ast.Pivot, parts: tuple[ast.Expr, ...]) -> ast.Expr:
    tests = tuple(
        ast.Binary(part.start, part.end, "=", ast.Column(part.start, part.end, (axis,), (part.start, part.end)), part)
        for axis, part in zip(node.axes, parts, strict=True)
    )
    return tests[0] if len(tests) == 1 else ast.Logical(tests[0].start, tests[-1].end, "AND", tests)


def _column(b: Binding, env: Env, item: ast.SelectItem, test: ast.Expr, name: str) -> Column:
    call = item.value
    assert type(call) is ast.Call
    both = test if call.filter is None else ast.Logical(call.start, call.end, "AND", (call.filter, test))
    env.refs, env.influences = [], {}
    before = len(env.aggregates or ())
    filtered = call._replace(filter=both)
    arg = expression(b, env, filtered)
    column = made(b, env, filtered, f"{name}_{item.alias}" if item.alias else name, arg, len(b.gathered.calls))
    if env.aggregates:
        env.aggregates[before:] = [found._replace(owner=column.id) for found in env.aggregates[before:]]
    return column
