"""MATCH_RECOGNIZE: pattern variables as names of the input, measures as columns."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.sql import ast
from streamt.sql.bind.conditions import terms
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.expressions import expression
from streamt.sql.bind.lineage import made
from streamt.sql.bind.match_calls import MatchScope
from streamt.sql.bind.plan import Match, Plan
from streamt.sql.bind.query import renamed
from streamt.sql.bind.relations import Bound, bind_relation
from streamt.sql.bind.scope import CommonTables, Entry, Scope
from streamt.sql.bind.terms import Column, SortColumn


def bind_match(b: Binding, node: ast.MatchRecognize, scope: Scope, ctes: CommonTables) -> Bound:
    plan, entries = bind_relation(b, node.source, scope, ctes)
    open = any(entry.open for entry in entries)
    base = Scope(scope.parent, entries)
    keys = tuple(_column(b, base, ctes, item, "group_key") for item in node.partition_by)
    order = tuple(
        SortColumn(_column(b, base, ctes, item.value, "order"), item.descending, item.nulls) for item in node.order_by
    )
    inner = _variables(b, node, scope, entries, open)
    match = MatchScope(order[0].column if order else None)
    _defines(b, node, inner, ctes, match)
    _check_pattern(b, node)
    columns = keys + tuple(_measure(b, inner, ctes, item, match) for item in node.measures)
    made_plan: Plan = b.add(Match(columns, node.start, node.end, plan, keys, order))
    alias = node.alias
    name = alias.name if alias is not None else ""
    if alias is not None and alias.columns:
        columns = renamed(b, columns, alias.columns, False, name, alias.at)
    if node.rows.startswith("ALL"):
        b.report("unsupported", "Flink knows ONE ROW PER MATCH only", node.start, node.end)
    return made_plan, [Entry(name, columns, False)]


def _column(b: Binding, scope: Scope, ctes: CommonTables, node: ast.Expr, kind: str) -> Column:
    env = Env(scope, ctes, "MATCH_RECOGNIZE")
    arg = expression(b, env, node)
    column = made(b, env, node, node.names[-1] if type(node) is ast.Column else "", arg, -1)
    b.influence((column,), kind)
    return column


def _variables(b: Binding, node: ast.MatchRecognize, scope: Scope, entries: list[Entry], open: bool) -> Scope:
    """The rows under each variable's name, and without one."""
    columns = tuple(column for entry in entries for column in entry.columns)
    table = next((entry.table for entry in entries if entry.open), "")
    names = [variable.name for variable in variables(node.pattern)]
    names += [subset.name for subset in node.subsets]
    names += [define.name for define in node.defines]
    found = list(entries)
    for name in dict.fromkeys(names):
        entry = Entry(name, columns, open, table)
        entry.variable = True
        found.append(entry)
    return Scope(scope.parent, found)


def variables(pattern: ast.Pattern) -> Iterator[ast.PatternVariable]:
    for item in _parts(pattern):
        if type(item) is ast.PatternVariable:
            yield item


def _defines(b: Binding, node: ast.MatchRecognize, scope: Scope, ctes: CommonTables, match: MatchScope) -> None:
    for define in node.defines:
        for term in terms(define.condition):
            env = Env(scope, ctes, "DEFINE")
            env.match = match
            expression(b, env, term)
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


UNPLANNED: dict[type, str] = {
    ast.PatternChoice: "alternatives (A | B)",
    ast.PatternPermute: "PERMUTE",
    ast.PatternExclude: "exclusion ({- A -})",
}


def _check_pattern(b: Binding, node: ast.MatchRecognize) -> None:
    for part in _parts(node.pattern):
        what = UNPLANNED.get(type(part))
        if what is not None:
            b.report("no_stream_plan", f"Flink's patterns have no {what}", part.start, part.end, help="use UNION ALL of two patterns")
    last = _last(node.pattern)
    if type(last) is ast.PatternRepeat and last.greedy and (last.low, last.high) != (0, 1) and last.low != last.high:
        b.report("no_stream_plan", "a pattern cannot end with a greedy repetition: it would never be complete", last.start, last.end,
                 help="end with a single variable, or make it reluctant: A+?")  # fmt: skip
    names = {variable.name for variable in variables(node.pattern)} | {subset.name for subset in node.subsets}
    if node.skip_to and node.skip_to not in names:
        b.report("match", f"AFTER MATCH SKIP names `{node.skip_to}`, which is no variable of the pattern", node.start, node.end, got=node.skip_to,
                 help=f"variables: {', '.join(sorted(names))}")  # fmt: skip
    if _may_be_empty(node.pattern):
        b.report("no_stream_plan", "the pattern matches nothing at all too", node.pattern.start, node.pattern.end,
                 help="make at least one variable obligatory: A+ instead of A*")  # fmt: skip
    for repeat in _parts(node.pattern):
        if type(repeat) is ast.PatternRepeat and not repeat.greedy and (repeat.low, repeat.high) == (0, 1):
            b.report("no_stream_plan", "Flink has no reluctant optional variable (`??`)", repeat.start, repeat.end, help="write `?`")


def _parts(pattern: ast.Pattern) -> Iterator[ast.Pattern]:
    stack: list[ast.Pattern] = [pattern]
    while stack:
        item = stack.pop()
        yield item
        if isinstance(item, (ast.PatternRepeat, ast.PatternExclude)):
            stack.append(item.item)
        elif not isinstance(item, ast.PatternVariable):
            stack.extend(reversed(item.items))


def _last(pattern: ast.Pattern) -> ast.Pattern:
    while type(pattern) is ast.PatternSequence and pattern.items:
        pattern = pattern.items[-1]
    return pattern


def _may_be_empty(pattern: ast.Pattern) -> bool:
    if type(pattern) is ast.PatternVariable:
        return False
    if type(pattern) is ast.PatternRepeat:
        return pattern.low == 0 or _may_be_empty(pattern.item)
    if type(pattern) is ast.PatternExclude:
        return _may_be_empty(pattern.item)
    if type(pattern) is ast.PatternChoice:
        return any(_may_be_empty(item) for item in pattern.items)
    return all(_may_be_empty(item) for item in pattern.items)  # type: ignore[union-attr]
