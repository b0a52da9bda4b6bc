"""SQL text and a catalog in, facts out: parse, bind once, then read the plan for what it means as a stream."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from streamt.sql.bind import bind, unkept
from streamt.sql.bind.names import uniquified
from streamt.sql.facts import (
    Catalog,
    ColumnUse,
    FunctionUse,
    Influence,
    OutputColumn,
    Problem,
    QueryFacts,
)
from streamt.sql.parse import SqlSyntaxError, parse_query
from streamt.sql.streaming import stream_facts, unplanned

if TYPE_CHECKING:
    from streamt.sql.bind import Binding, Relation


def analyse_query(sql: str, catalog: Catalog) -> QueryFacts:
    """Everything known of one query. A text that is no query yields one `syntax` problem, never an exception."""
    try:
        query = parse_query(sql, catalog.version)
    except SqlSyntaxError as error:
        return QueryFacts(problems=(Problem("syntax", error.message, error.start, error.end, help=error.help),))
    b, relation = bind(query, sql, catalog)
    return _facts(b, relation)


def _facts(b: Binding, relation: Relation) -> QueryFacts:
    used = b.used(relation.plan.columns)
    problems: list[Problem] = []
    pending: list[tuple[int, Problem]] = []
    folds: list[tuple[int, Problem]] = []
    reads: dict[str, None] = {}
    functions: dict[FunctionUse, None] = {}
    uses: dict[ColumnUse, None] = {}
    calls: dict[tuple[str, int, int], None] = {}
    rows: dict[Influence, None] = {}
    for part in b.gathered.all():
        problems.extend(part.problems)
        pending.extend((column, problem) for column, problem in part.pending if column in used)
        folds.extend(part.folds)
        reads.update(dict.fromkeys(part.reads))
        functions.update(dict.fromkeys(part.functions))
        uses.update(dict.fromkeys(part.columns))
        calls.update(dict.fromkeys(part.calls))
        rows.update(part.influences)
    problems.extend(unkept.coming_out(b, relation.plan.columns))
    columns = _columns(relation, tuple(sorted(rows)))
    everything = dict(rows)
    for column in columns:
        everything.update(dict.fromkeys(column.influenced_by))
    facts = QueryFacts(
        columns=columns,
        columns_known=not relation.open,
        problems=_ordered(problems),
        reads=tuple(reads),
        deterministic=_deterministic(functions, calls),
        non_deterministic_calls=tuple(sorted(calls, key=lambda call: call[1:])),
        influences=tuple(sorted(everything)),
        functions=tuple(sorted(functions, key=lambda use: use.start)),
        column_uses=tuple(sorted(uses, key=lambda use: use.start)),
    )
    if facts.problems or relation.open:
        conditions = (problem for plan in b.plans for problem in unplanned(plan))
        return replace(facts, problems=_ordered([*problems, *(problem for _, problem in (*pending, *folds)), *conditions]))
    asked = frozenset(column for column, _ in (*pending, *folds))
    stream = stream_facts(b, relation.plan, tuple(column.name for column in columns), used, asked)
    return replace(
        facts,
        problems=_ordered([
            *stream.problems,
            *(problem for column, problem in pending if column in stream.run),
            *(problem for column, problem in folds if column in stream.met),
        ]),
        changelog=stream.changelog,
        upsert_keys=stream.upsert_keys,
        state=stream.state,
        stateful=stream.stateful,
    )


def _columns(relation: Relation, rows: tuple[Influence, ...]) -> tuple[OutputColumn, ...]:
    plan = relation.plan
    names = uniquified([column.name for column in plan.columns])
    spans = relation.spans or ((plan.start, plan.end),) * len(plan.columns)
    found = []
    for name, column, (start, end) in zip(names, plan.columns, spans, strict=False):
        unknown = column.type.is_unknown
        influences = tuple(sorted({*rows, *column.influences})) if column.influences else rows
        found.append(
            OutputColumn(
                name,
                None if unknown else column.type,
                None if unknown else column.type.nullable,
                column.shown,
                column.origins,
                influences,
                start,
                end,
            )
        )
    return tuple(found)


def _ordered(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Each once, by place; of two at one place the first found tells the cause."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.start, problem.end)))


def _deterministic(functions: dict[FunctionUse, None], calls: dict[tuple[str, int, int], None]) -> bool | None:
    if calls:
        return False
    return True if all(use.known for use in functions) else None
