"""SELECT: FROM, WHERE, GROUP BY, HAVING, the select list, DISTINCT; one pass over each clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from streamt.sql import ast
from streamt.sql.bind import unkept
from streamt.sql.bind.conditions import conjuncts
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.distinct import distinct_keys, distinct_rows
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.grouping import Grouping, bind_group_by, positions_meant
from streamt.sql.bind.hints import check_hints
from streamt.sql.bind.idle_windows import check_idle_windows
from streamt.sql.bind.lineage import made
from streamt.sql.bind.order import order_keys
from streamt.sql.bind.over import computed_once, computes_keys
from streamt.sql.bind.plan import Aggregate, Filter, Join, Over, Plan, Project, Rows
from streamt.sql.bind.qualify import bind_qualify, qualified
from streamt.sql.bind.query import Relation
from streamt.sql.bind.relations import bind_relation
from streamt.sql.bind.scope import CommonTables, Scope
from streamt.sql.bind.shapes import shape, without_place
from streamt.sql.bind.star import Expanded, expand, renamed_apart
from streamt.sql.bind.terms import AggregateCall, Column, OverMark, SortColumn
from streamt.sql.bind.unnesting import joined
from streamt.sql.facts import Problem
from streamt.sql.functions import resolve


def bind_select(
    b: Binding,
    node: ast.Select,
    parent: Scope | None,
    ctes: CommonTables,
    order_by: tuple[ast.SortKey, ...],
    order_kept: bool,
) -> tuple[Relation, tuple[SortColumn, ...]]:
    scope = Scope(parent)
    scope.hinted = any(hint.name == "STATE_TTL" for hint in node.hints)
    scope.aliases = frozenset(item.alias for item in node.items if type(item) is ast.SelectItem and item.alias)
    plan = _from(b, node, scope, ctes)
    check_hints(b, node.hints, scope)
    _check_windows(b, node)
    check_idle_windows(b, node, order_by, scope, ctes)
    if node.where is not None:
        plan = _where(b, node.where, plan, scope, ctes)
    env = Env(scope, ctes, "SELECT")
    env.aggregates, env.overs, env.named_windows = [], [], node.windows
    env.shared = {} if b.windowed and computes_keys(node) else None
    problems = len(b.gathered.problems)
    grouping = _grouping(b, env, node)
    lost = len(b.gathered.problems) > problems  # a key that is not known: what is grouped cannot be told
    if lost:
        env.grouped = None
    columns, spans, open = _items(b, env, node)
    positions_meant(b, node.group_by, problems)
    having = _having(b, env, node)
    if node.group_by is None and having is None:
        _check_alone(b, env)
    qualify = bind_qualify(b, env, node, columns) if node.qualify is not None else None
    if not lost:
        _check_ungrouped(b, env, node)
    distinct = node.quantifier == "DISTINCT"
    keys = _order(b, env, node, order_by, columns, order_kept) if order_by else ()
    plan = _assemble(b, node, env, plan, grouping, having)
    if qualify is not None:
        plan = qualified(b, node, plan, columns, qualify)
    plan = b.add(Project(columns, node.start, node.end, plan))
    if distinct:
        plan = distinct_rows(b, node, plan)
        keys = distinct_keys(keys, plan.columns)
    return Relation(plan, open, spans), keys


def _order(
    b: Binding, env: Env, node: ast.Select, order_by: tuple[ast.SortKey, ...], columns: tuple[Column, ...], kept: bool
) -> tuple[SortColumn, ...]:
    twice = frozenset(name for name, count in Counter(column.name for column in columns).items() if count > 1)
    aggregated = env.aggregates or node.having is not None or node.group_by is not None
    keys = order_keys(b, env, order_by, columns, kept, twice, _distinct_shapes(b, env, node, columns))
    if env.aggregates and not aggregated:
        call = env.aggregates[0]
        b.report("aggregate_place", f"SELECT aggregates nothing, and ORDER BY asks for {call.function}", call.start, call.end,
                 help="aggregate in a subquery, or add GROUP BY")  # fmt: skip
    return keys


def _distinct_shapes(b: Binding, env: Env, node: ast.Select, columns: tuple[Column, ...]) -> dict[object, Column] | None:
    """With DISTINCT, the expressions that ORDER BY may repeat; None without."""
    if node.quantifier != "DISTINCT":
        return None
    if len(node.items) != len(columns) or any(type(item.value) is ast.Star for item in node.items):
        return {}
    return {shape(b, env, item.value): column for item, column in zip(node.items, columns, strict=True) if type(item.value) is not ast.Column}


def _check_windows(b: Binding, node: ast.Select) -> None:
    """Two names for one window: the planner refuses them."""
    seen: dict[object, str] = {}
    names: set[str] = set()
    for window in node.windows:
        if window.name in names:
            b.report("window", f"two windows are called `{window.name}`", window.start, window.end, got=window.name, help="give one of them another name")
        names.add(window.name)
        form = without_place(window.window)
        if form in seen:
            b.report("window", f"`{window.name}` is the same window as `{seen[form]}`", window.start, window.end, help=f"use `{seen[form]}`")
        seen.setdefault(form, window.name)


def _from(b: Binding, node: ast.Select, scope: Scope, ctes: CommonTables) -> Plan:
    if node.source is None:
        return b.add(Rows((), node.start, node.end, 1))
    plan, entries = bind_relation(b, node.source, scope, ctes)
    scope.entries = entries
    return plan


def _where(b: Binding, where: ast.Expr, plan: Plan, scope: Scope, ctes: CommonTables) -> Plan:
    env = Env(scope, ctes, "WHERE")
    before = len(b.plans)
    found = conjuncts(b, env, where, "WHERE", "filter")
    plan = joined(b, env, plan, env.tests)
    if any(term.false for term in found):
        b.moot.update(id(made) for made in b.plans[before:] if isinstance(made, Join))
    return b.add(Filter(plan.columns, where.start, where.end, plan, found))


def _grouping(b: Binding, env: Env, node: ast.Select) -> Grouping | None:
    if node.group_by is None:
        return None
    inner = Env(env.scope, env.ctes, "GROUP BY")
    grouping = bind_group_by(b, inner, node.group_by)
    env.tests.extend(inner.tests)
    if grouping.keys or grouping.windows:
        env.grouped, env.keys, env.windows = grouping.keys, grouping.shapes or None, grouping.windows
        env.nulled = frozenset(id for id, key in grouping.keys.items() if key.type.nullable) if grouping.sets > 1 else frozenset()
    return grouping


def _items(b: Binding, env: Env, node: ast.Select) -> tuple[tuple[Column, ...], tuple[tuple[int, int], ...], bool]:
    columns: list[Column] = []
    spans: list[tuple[int, int]] = []
    open = False
    used: set[str] = set()
    for item in node.items:
        value = item.value
        if type(value) is ast.Star:
            if item.alias:
                b.report("syntax", "`*` stands for many columns, so one name does not fit", item.alias_start, item.end, help="name the columns that are meant")
            expanded: Expanded = expand(b, env, value)
            open = open or expanded.open
            columns.extend(renamed_apart(expanded.columns, used))
            spans.extend([(item.start, item.end)] * len(expanded.columns))
            continue
        columns.append(_item(b, env, item, len(columns)))
        used.add(columns[-1].name)
        spans.append((item.start, item.end))
    return tuple(columns), tuple(spans), open


def _item(b: Binding, env: Env, item: ast.SelectItem, position: int) -> Column:
    env.refs, env.influences, env.folds = [], {}, False
    env.item = value = item.value
    calls, problems, aggregates = len(b.gathered.calls), len(b.gathered.problems), len(env.aggregates or ())
    arg = expression(b, env, value)
    for null in _untyped(value):
        b.report("untyped_null", "NULL alone has no type", null.start, null.end, help="give it one: CAST(NULL AS STRING)")
    name = item.alias or own_name(value) or f"EXPR${position}"
    column = computed_once(b, env, value, made(b, env, value, name, arg, calls, fold=True), calls)
    if type(value) is ast.Literal and env.keys and (key := env.keys.get(shape(b, env, value))) is not None:
        column = column._replace(id=key.id)  # GROUP BY 'a', with the same text here
    unkept.kept_for(b, env, column, value)
    if env.failing:
        b.gathered.folds.extend((column.id, problem) for problem in env.failing)
        env.failing = []
    if len(b.gathered.problems) > problems:
        b.set_aside(problems, column.id)
    if env.aggregates:
        at = (value.start, value.end)
        env.aggregates[aggregates:] = [
            call._replace(owner=column.id, whole=(call.start, call.end) == at) for call in env.aggregates[aggregates:]
        ]
    return column


def _untyped(node: ast.Expr) -> Iterator[ast.Expr]:
    """NULL as a column, or as a field of one."""
    stack = [node]
    while stack:
        part = stack.pop()
        if type(part) is ast.Row:
            stack.extend(part.items)
        elif type(part) is ast.Literal and part.kind == "NULL":
            yield part


def _check_alone(b: Binding, env: Env) -> None:
    """ROW_NUMBER or LAG without OVER: it is an aggregate only beside another, or under GROUP BY."""
    calls = env.aggregates or []
    if all(_needs_over(b, call.function) for call in calls):
        found = ((call.owner, _needs(call)) for call in calls)
        b.gathered.pending.extend(found)
        env.aggregates = []


def _needs(call: AggregateCall) -> Problem:
    help = f"{call.function}(..) OVER (PARTITION BY .. ORDER BY ..)"
    return Problem("no_stream_plan", f"{call.function} needs OVER", call.start, call.end, help=help)


def _needs_over(b: Binding, name: str) -> bool:
    function = resolve(name, b.catalog.version)
    return function is not None and function.needs_over


def own_name(node: ast.Expr) -> str:
    """The name of a column; a word alone is one too, a function (`CURRENT_DATE`) or not (`user`)."""
    if type(node) is ast.Column:
        return node.names[-1]
    if type(node) is ast.Call and not node.parens:
        return node.written[-1]
    return ""


def _having(b: Binding, env: Env, node: ast.Select) -> tuple[object, ...] | None:
    if node.having is None:
        return None
    kept, env.clause, env.overs = env.overs, "HAVING", None
    found = conjuncts(b, env, node.having, "HAVING", "filter")
    env.clause, env.overs, env.top = "SELECT", kept, None
    return found


def _check_ungrouped(b: Binding, env: Env, node: ast.Select) -> None:
    """Without GROUP BY an aggregate makes one row of all, and a plain column has no place in it."""
    aggregated = env.aggregates or node.having is not None or (node.group_by is not None and env.grouped is None)
    if env.grouped is None and aggregated and env.ungrouped:
        column, start, end = env.ungrouped[0]
        b.report("not_grouped", f"`{column.name}` is neither in GROUP BY nor inside an aggregate", start, end, got=column.name,
                 help=f"an aggregate without GROUP BY yields one row for all: add GROUP BY `{column.name}`, or aggregate it too")  # fmt: skip


def _assemble(
    b: Binding,
    node: ast.Select,
    env: Env,
    plan: Plan,
    grouping: Grouping | None,
    having: tuple[object, ...] | None,
) -> Plan:
    if grouping is not None or env.aggregates or having is not None:
        plan = _aggregate(b, node, env, plan, grouping)
    if having is not None and node.having is not None:
        plan = joined(b, env, plan, [test for test in env.tests if test.clause == "HAVING"])
        plan = b.add(Filter(plan.columns, node.having.start, node.having.end, plan, having))  # type: ignore[arg-type]
    plan = joined(b, env, plan, [test for test in env.tests if test.clause != "HAVING"])
    if env.overs:
        calls = tuple(column.mark.call for column in env.overs if type(column.mark) is OverMark)
        plan = b.add(Over(plan.columns + tuple(env.overs), calls[0].start, calls[0].end, plan, calls))
    return plan


def _aggregate(b: Binding, node: ast.Select, env: Env, plan: Plan, grouping: Grouping | None) -> Plan:
    at = node.group_by or node
    calls = tuple(env.aggregates or ())
    if grouping is None:
        return b.add(Aggregate((), at.start, at.end, plan, (), calls, hinted=env.scope.hinted))
    keys = tuple(grouping.keys.values())
    window = grouping.windows[0] if grouping.windows else None
    bounds = tuple(window.bounds.values()) if window is not None else ()
    spec = window.spec if window is not None else None
    time = window.time if window is not None else None
    hinted = env.scope.hinted
    return b.add(Aggregate(keys + bounds, at.start, at.end, plan, keys, calls, grouping.sets, spec, time, hinted, common=grouping.common, twins=grouping.twins))
