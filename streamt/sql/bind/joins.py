"""Joins: what each side may see, USING and NATURAL, nulls of the outer side, and joins in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.coltypes import common_type
from streamt.sql import ast
from streamt.sql.bind.asked import REWRITE
from streamt.sql.bind.conditions import conjuncts
from streamt.sql.bind.context import TRANSFORM, Binding, Env
from streamt.sql.bind.decorrelation import decorrelated
from streamt.sql.bind.expressions import apply, column_arg, expression
from streamt.sql.bind.lineage import merged, through
from streamt.sql.bind.plan import Join, Plan, Sort, TemporalJoin
from streamt.sql.bind.relations import Bound, bind_relation
from streamt.sql.bind.scope import CommonTables, Entry, Scope
from streamt.sql.bind.terms import Column, Conjunct, Operand
from streamt.sql.bind.tops import top_of_each
from streamt.sql.bind.unnesting import joined, tied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamt.sql.bind.correlation import OuterUse

KINDS = {"COMMA": "INNER", "CROSS": "INNER", "LEFT SEMI": "SEMI", "LEFT ANTI": "ANTI"}


def bind_join(b: Binding, node: ast.Join, scope: Scope, ctes: CommonTables) -> Bound:
    """A chain of joins hangs to the left: it is walked down in a loop and bound on the way up."""
    chain = [node]
    while type(chain[-1].left) is ast.Join:
        chain.append(chain[-1].left)
    plan, entries = bind_relation(b, chain[-1].left, scope, ctes)
    outer = list(scope.entries)
    for join in reversed(chain):
        plan, entries = _one(b, join, plan, entries, scope, outer, ctes)
    return plan, entries


def _one(
    b: Binding, node: ast.Join, left: Plan, lefts: list[Entry], scope: Scope, outer: list[Entry], ctes: CommonTables
) -> Bound:
    seen = Scope(scope.parent, outer + lefts)
    lateral = type(node.right) is ast.Derived and node.right.lateral
    seen.lateral = lateral
    kept, b.correlated = b.correlated, []
    outward, b.outward = b.outward, []
    since = len(b.plans)
    right, rights = bind_relation(b, node.right, seen, ctes)
    ties = tuple(b.correlated) if lateral else ()
    b.correlated = kept if lateral else kept + b.correlated
    uses = tuple(b.outward)
    b.outward = outward + [use.further_in(False) for use in uses if use.depth > 1] if lateral else outward + b.outward
    if lateral:
        right, ties = _lateral(b, node, left, right, ties, uses, since)
    _check_aliases(b, node, lefts, rights)
    kind = KINDS.get(node.kind, node.kind)
    terms = ties
    both = Scope(scope.parent, lefts + rights)
    both.merged, both.hinted = scope.merged, scope.hinted
    if node.on is not None:
        env = Env(both, ctes, "ON")
        terms = (*terms, *conjuncts(b, env, node.on, "ON", "join_key"))
        left = joined(b, env, left, env.tests)
    names = _shared(lefts, rights) if node.natural else node.using
    if node.on is None and not names and not node.natural and node.kind not in ("CROSS", "COMMA"):
        b.report("syntax", f"{node.kind} JOIN needs ON or USING", node.right.start, node.right.end,
                 help="say which rows belong together; CROSS JOIN pairs every row with every other")  # fmt: skip
    _check_form(b, node)
    if names:
        terms = (*terms, *_using(b, node, names, lefts, rights, scope))
    lefts, rights = _outer(kind, lefts, rights)
    columns = tuple(column for entry in lefts + rights for column in entry.columns)
    if kind in ("SEMI", "ANTI"):
        columns, rights = left.columns, []
    plan = _plan(b, node, kind, left, right, columns, terms, both, ctes)
    return plan, lefts + rights


def _check_form(b: Binding, node: ast.Join) -> None:
    """Conditions where there is none, and sides that cannot be kept whole."""
    conditions = (node.natural, node.on is not None, bool(node.using))
    if node.kind == "CROSS" and any(conditions):
        b.report("syntax", "CROSS JOIN pairs every row with every other and takes no condition", node.right.start, node.end, help="write JOIN .. ON")
    elif sum(conditions) > 1:
        b.report("syntax", "NATURAL is the condition of the join: no ON or USING besides", node.right.start, node.end, help="leave out NATURAL")
    lateral = type(node.right) is ast.Unnest or getattr(node.right, "lateral", False)
    if lateral and node.kind in ("RIGHT", "FULL"):
        b.report("unsupported", f"{node.kind} JOIN cannot stand before what is computed for each row of the left", node.right.start, node.right.end,
                 help="CROSS JOIN keeps rows with results, LEFT JOIN .. ON TRUE keeps all rows of the left")  # fmt: skip


def _lateral(
    b: Binding, node: ast.Join, left: Plan, right: Plan, ties: tuple[Conjunct, ...], uses: tuple[OuterUse, ...], since: int
) -> tuple[Plan, tuple[Conjunct, ...]]:
    """The LATERAL query as the right side of a plain join, and what ties it to the left."""
    assert type(node.right) is ast.Derived
    if isinstance(right, Sort) and right.limit is not None and ties:
        return top_of_each(b, node, left, right, ties), ties
    outer = {use.column.id: use.column for use in uses if use.depth == 1}
    frame = decorrelated(b, right, since, uses, left) if outer else None
    if frame is None and outer:
        query = node.right.query
        b.report("no_stream_plan", "the planner cannot make a join of this LATERAL query", query.start, query.end, help=REWRITE)
    if frame is not None and outer:
        b.apart.append(frame.plan)
    return (right, ()) if frame is None else (frame.plan, tied(frame, outer, node.right.start, node.right.end))


def _plan(
    b: Binding,
    node: ast.Join,
    kind: str,
    left: Plan,
    right: Plan,
    columns: tuple[Column, ...],
    terms: tuple[Conjunct, ...],
    scope: Scope,
    ctes: CommonTables,
) -> Plan:
    as_of = getattr(node.right, "as_of", None)
    if as_of is None:
        lateral = bool(getattr(node.right, "lateral", False)) or type(node.right) in (ast.Unnest, ast.FunctionTable)
        return b.add(Join(columns, node.start, node.end, kind, left, right, terms, lateral, scope.hinted))
    env = Env(scope, ctes, "FOR SYSTEM_TIME AS OF")
    expression(b, env, as_of)
    if type(as_of) is ast.Call and as_of.name == "PROCTIME":
        b.report("unsupported", "FOR SYSTEM_TIME AS OF takes a column of the left table, not PROCTIME() itself", as_of.start, as_of.end,
                 help="give the left table the column: (SELECT *, PROCTIME() AS pt FROM ..) AS t, and AS OF t.pt")  # fmt: skip
    b.influence([column for column, _ in env.refs], "join_key")
    time = env.plain if env.plain_at is as_of else None
    if kind in ("RIGHT", "FULL"):
        b.report("unsupported", f"a temporal join is INNER or LEFT, not {kind}", node.right.start, node.right.end,
                 help="the side that is looked up cannot be kept whole: swap the tables or use a plain join")  # fmt: skip
    return b.add(TemporalJoin(columns, node.start, node.end, kind, left, right, terms, time))


def _check_aliases(b: Binding, node: ast.Join, lefts: list[Entry], rights: list[Entry]) -> None:
    names = {entry.name for entry in lefts if entry.name}
    for entry in rights:
        if entry.name in names:
            b.report("duplicate_alias", f"two tables in FROM are called `{entry.name}`", node.right.start, node.right.end,
                     got=entry.name, help="give one of them an alias")  # fmt: skip


def _outer(kind: str, lefts: list[Entry], rights: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    if kind in ("LEFT", "FULL"):
        rights = [entry.replaced(_nullable(entry.columns)) for entry in rights]
    if kind in ("RIGHT", "FULL"):
        lefts = [entry.replaced(_nullable(entry.columns)) for entry in lefts]
    return lefts, rights


def _nullable(columns: Iterable[Column]) -> Iterable[Column]:
    return (c if c.type.nullable else c._replace(type=c.type.with_nullable(True)) for c in columns)


def _shared(lefts: list[Entry], rights: list[Entry]) -> tuple[str, ...]:
    """NATURAL: the names both sides have."""
    right = {column.name for entry in rights for column in entry.columns}
    names = (c.name for entry in lefts for c in entry.columns if c.name not in entry.hidden)
    return tuple(dict.fromkeys(name for name in names if name in right))


def _using(
    b: Binding, node: ast.Join, names: tuple[str, ...], lefts: list[Entry], rights: list[Entry], scope: Scope
) -> list[Conjunct]:
    """Equal names make one column, COALESCE of both; the parts are named with their table only."""
    terms: list[Conjunct] = []
    for position, name in enumerate(names):
        start, end = (node.using_at[2 * position : 2 * position + 2] if node.using_at else (node.start, node.end))[:2]
        left = scope.merged.get(name) or _side(b, lefts, name, start, end)
        right = _side(b, rights, name, start, end)
        if left is None or right is None:
            continue
        env = Env(scope, CommonTables(None), "USING")
        apply(b, env, "=", [column_arg(left), column_arg(right)], node.right)
        terms.append(_equality(left, right, start, end))
        scope.merged[name] = _coalesce(b, left, right, both=node.kind == "FULL")
    merged_names = frozenset(names)
    for entry in lefts + rights:
        entry.hidden = entry.hidden | merged_names
    b.influence([column for term in terms for column in term.refs], "join_key")
    return terms


def _side(b: Binding, entries: list[Entry], name: str, start: int, end: int) -> Column | None:
    found = [column for entry in entries if isinstance(column := entry.find(name), Column)]
    if len(found) == 1:
        return found[0]
    if not found and not any(entry.open for entry in entries):
        own = [column.name for entry in entries for column in entry.columns]
        b.report("unknown_column", f"USING needs `{name}` on both sides", start, end, got=name,
                 help=f"one side has no such column: {', '.join(own[:8])}{', ..' if len(own) > 8 else ''}")  # fmt: skip
    elif len(found) > 1:
        b.report("ambiguous_column", f"more than one table has `{name}` on one side", start, end, got=name)
    return None


def _equality(left: Column, right: Column, start: int, end: int) -> Conjunct:
    sides = [Operand(column, (column,), False, None, column.type, 0) for column in (left, right)]
    return Conjunct("=", sides[0], sides[1], (left, right), start, end)


def _coalesce(b: Binding, left: Column, right: Column, both: bool) -> Column:
    """`both`: either side may be missing."""
    found = common_type([left.type, right.type])
    type = left.type if found is None else found.with_nullable(both or (left.type.nullable and right.type.nullable))
    origins = merged([through(left.origins, TRANSFORM), through(right.origins, TRANSFORM)])
    new = b.new_id()
    b.made_of[new] = (left.id, right.id)
    return Column(left.name, type, new, origins, None, left.shown)
