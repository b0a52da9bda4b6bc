"""MATCH_RECOGNIZE: pattern variables as names of the input, measures as columns."""

from __future__ import annotations

from collections.abc import Iterable

from streamt.sql import ast
from streamt.sql.bind.conditions import terms
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import condition, expression
from streamt.sql.bind.lineage import made
from streamt.sql.bind.match_calls import MatchScope
from streamt.sql.bind.patterns import check_pattern, variables
from streamt.sql.bind.plan import Match, Plan
from streamt.sql.bind.relations import Bound, bind_relation, check_alias
from streamt.sql.bind.scope import CommonTables, Entry, Scope
from streamt.sql.bind.terms import Column, SortColumn


def bind_match(b: Binding, node: ast.MatchRecognize, scope: Scope, ctes: CommonTables) -> Bound:
    plan, entries = bind_relation(b, node.source, scope, ctes)
    base = Scope(scope.parent, entries)
    keys = tuple(_column(b, base, ctes, item, "group_key") for item in node.partition_by)
    order = tuple(
        SortColumn(_column(b, base, ctes, item.value, "order"), item.descending, item.nulls) for item in node.order_by
    )
    _check_order(b, node)
    check_pattern(b, node)
    patterns = [variable.name for variable in variables(node.pattern)] + [define.name for define in node.defines]
    subsets = [subset.name for subset in node.subsets]
    inner = _variables(scope, entries, (*patterns, *subsets))
    match = MatchScope(order[0].column if order else None, frozenset((*patterns, *subsets)))
    _defines(b, node, _variables(scope, entries, patterns), ctes, match)
    columns = keys + tuple(_measure(b, inner, ctes, item, match) for item in node.measures)
    made_plan: Plan = b.add(Match(columns, node.start, node.end, plan, keys, order))
    alias = node.alias
    name = alias.name if alias is not None else ""
    check_alias(b, alias, "MATCH_RECOGNIZE")
    return made_plan, [Entry(name, columns, False)]


def _column(b: Binding, scope: Scope, ctes: CommonTables, node: ast.Expr, kind: str) -> Column:
    env = Env(scope, ctes, "MATCH_RECOGNIZE")
    arg = expression(b, env, node)
    column = made(b, env, node, node.names[-1] if type(node) is ast.Column else "", arg, -1)
    b.influence((column,), kind)
    return column


def _variables(scope: Scope, entries: list[Entry], names: Iterable[str]) -> Scope:
    """The rows under each variable's name, and without one."""
    columns = tuple(column for entry in entries for column in entry.columns)
    opened = next((entry for entry in entries if entry.open), None)
    found = list(entries)
    for name in dict.fromkeys(names):
        entry = Entry(name, columns, opened is not None, opened.table if opened is not None else "")
        entry.variable = True
        found.append(entry)
    return Scope(scope.parent, found)


def _check_order(b: Binding, node: ast.MatchRecognize) -> None:
    """Rows are parted and ordered by columns, and nothing else."""
    for clause, items in (("PARTITION BY", node.partition_by), ("ORDER BY", tuple(key.value for key in node.order_by))):
        for item in items:
            if type(item) is not ast.Column:
                b.report("unsupported", f"{clause} of MATCH_RECOGNIZE takes columns only", item.start, item.end,
                         help="compute it before: FROM (SELECT .. AS name, * FROM t) MATCH_RECOGNIZE (..)")  # fmt: skip
    for key in node.order_by:
        if key.nulls:
            b.report("unsupported", "ORDER BY of MATCH_RECOGNIZE takes no NULLS FIRST or LAST", key.start, key.end, help="leave it out: a time column is never NULL")
    for part in (*(item.value for item in node.measures), *(define.condition for define in node.defines)):
        query = next((inner for inner in ast.walk(part) if type(inner) is ast.Query), None)
        if query is not None:
            b.report("unsupported", "a subquery cannot stand in MATCH_RECOGNIZE", query.start, query.end, help="join before or after the match")


def _defines(b: Binding, node: ast.MatchRecognize, scope: Scope, ctes: CommonTables, match: MatchScope) -> None:
    for define in node.defines:
        for term in terms(define.condition):
            env = Env(scope, ctes, "DEFINE")
            env.match = match._replace(defined=define.name)
            condition(b, env, term, "DEFINE")
            b.influence([column for column, _ in env.refs], "filter")


def _measure(b: Binding, scope: Scope, ctes: CommonTables, item: ast.SelectItem, match: MatchScope) -> Column:
    env = Env(scope, ctes, "MEASURES")
    env.match = match
    arg = expression(b, env, item.value)
    name = item.alias or (item.value.names[-1] if type(item.value) is ast.Column else "")
    column = made(b, env, item.value, name, arg, -1)
    if column.time is None or env.plain_at is not item.value or type(item.value) is ast.Call:
        return column
    return column._replace(id=b.new_id(), time=None)
