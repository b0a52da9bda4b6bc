"""QUALIFY: a filter above the OVER calls of its SELECT, which may name what SELECT computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.conditions import conjuncts
from streamt.sql.bind.plan import Filter, Plan, Project

if TYPE_CHECKING:
    from streamt.sql.bind.context import Binding, Env
    from streamt.sql.bind.terms import Column, Conjunct

MAX_COLUMNS = 5  # the conversion sorts the columns of a wider SELECT, which cannot be sorted
INSTEAD = "number the rows in a subquery, and filter outside: SELECT .. FROM (SELECT *, ROW_NUMBER() OVER (..) AS rn FROM ..) WHERE rn = 1"


def bind_qualify(b: Binding, env: Env, node: ast.Select, columns: tuple[Column, ...]) -> tuple[Conjunct, ...]:
    condition = node.qualify
    assert condition is not None
    aliased = {item.alias: item.value for item in node.items if type(item) is ast.SelectItem and item.alias}
    kept, env.clause = env.clause, "QUALIFY"
    env.outputs = {column.name: column for column in columns}
    found = conjuncts(b, env, condition, "QUALIFY", "filter")
    env.clause, env.outputs, env.top = kept, {}, None
    named = [aliased[name] for name in _names(condition) if name in aliased]
    if not any(map(_has_over, (condition, *named))):
        b.report("window", "QUALIFY filters by a function with OVER, and here is none", condition.start, condition.end, help="filter rows in WHERE, groups in HAVING")
    elif env.grouped is not None or env.aggregates:
        b.report("unsupported", "Flink fails on QUALIFY beside GROUP BY or an aggregate", condition.start, condition.end, help=INSTEAD)
    elif len(columns) > MAX_COLUMNS and _has_over(condition):
        b.report("unsupported", f"Flink fails on QUALIFY where SELECT has more than {MAX_COLUMNS} columns, and here are {len(columns)}",
                 condition.start, condition.end, help=INSTEAD)  # fmt: skip
    elif any(type(value) is not ast.Column for value in named) and len({ref.id for term in found for ref in term.refs}) > 1:
        b.report("no_stream_plan", "Flink fails on QUALIFY that names a computed column of SELECT beside another column",
                 condition.start, condition.end, help=INSTEAD)  # fmt: skip
    return found


def qualified(b: Binding, node: ast.Select, plan: Plan, columns: tuple[Column, ...], terms: tuple[Conjunct, ...]) -> Plan:
    """The rows that pass. What SELECT computes is there before the filter."""
    assert node.qualify is not None
    everything = {column.id: column for column in (*plan.columns, *columns)}
    plan = b.add(Project(tuple(everything.values()), node.start, node.end, plan))
    return b.add(Filter(plan.columns, node.qualify.start, node.qualify.end, plan, terms))


def _names(node: ast.Expr) -> set[str]:
    return {item.names[0] for item in walk(node) if type(item) is ast.Column and len(item.names) == 1}


def _has_over(node: ast.Expr) -> bool:
    return any(type(item) is ast.Call and item.over is not None for item in walk(node))
