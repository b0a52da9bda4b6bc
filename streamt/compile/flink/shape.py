"""What decides whether the state of a running job fits its new definition.

Found by stopping jobs with a savepoint and starting changed ones from it (Flink 1.20, 2.2, 2.3):

    fits        another name for a column, another filter or projection of a query without state, parallelism, delivery, format
    refused     another aggregate, a join with another filter or fewer columns, other operators (a union with the same table)
    loops       another type of a key: accepted, then restarted for ever
    mixes       another filter before an aggregate: restored, and the totals are neither the old ones nor the new

The last is kept apart like the refused ones: a total that means nothing is worse than a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.model import Analysis
from streamt.compile.nodes import plain
from streamt.project.model import Model
from streamt.sql.facts import OutputColumn, QueryFacts
from streamt.sql.lexer import canonical_text

_OPERATORS = frozenset({"UNION", "INTERSECT", "EXCEPT", "MINUS", "JOIN", "LATERAL", "UNNEST", "TABLE"})


def shape(model: Model, see: Analysis) -> Mapping[str, Any]:
    """Equal values: the new job takes over the state of the old one. Formatting, comments and output names do not count."""
    facts, rendered = see.queries.get(model.id), see.rendered.get(model.id)
    reads = sorted(read.target or "" for read in see.reads[model.id])
    if facts is None or rendered is None or rendered.sql is None or not facts.stateful:
        # The offsets of its sources are all it keeps; a writer of upserts is another operator, and so is a source after a union.
        words = canonical_text(rendered.sql).split() if rendered is not None and rendered.sql is not None else []
        operators = [word for word in words if word in _OPERATORS]
        return {"reads": reads, "operators": operators, "changelog": facts.changelog if facts else "append"}
    return {
        "sql": _unnamed(rendered.sql, facts.columns),
        "inputs": sorted(_input_types(model, facts, see)),
        "changelogs": sorted(f"{name} {see.tables[name].changelog}" for name in reads if name in see.tables),
        # Flink keeps the last rows of each key where the declared key is not the one it derives.
        "key": [number for number, column in enumerate(see.columns[model.id]) if column.name in see.keys[model.id]],
        "ttl": plain(model.flink.state_ttl_ms),
        # A masked column that is not read any more takes its aggregate with it.
        "masks": dict(sorted(see.masked.get(model.id, {}).items())),
        "aggregates": sorted(_own_aggregates(facts, see)),
    }


def _unnamed(sql: str, columns: tuple[OutputColumn, ...]) -> str:
    """The query without the names of its output, which are no part of any state unless it is sorted by them."""
    last = max((column.end for column in columns), default=len(sql))
    if "ORDER" in canonical_text(sql[last:]).split():
        return canonical_text(sql)
    pieces, at = [], 0
    for column in sorted(columns, key=lambda column: column.start):
        if column.start < at:
            continue  # one star, many columns
        expression = canonical_text(sql[column.start : column.end])
        pieces += [canonical_text(sql[at : column.start]), _without_alias(expression, column.name)]
        at = column.end
    return " ".join([*pieces, canonical_text(sql[at:])])


def _without_alias(expression: str, name: str) -> str:
    for spelled in (name, f"`{name}`"):
        if expression.endswith(f" AS {spelled}"):
            return expression.removesuffix(f" AS {spelled}")
    return expression


def _input_types(model: Model, facts: QueryFacts, see: Analysis) -> Iterator[tuple[str, str, str]]:
    """Table, column and type of everything the query uses: what is stored is made of these."""
    used = {(use.table, use.column) for use in facts.column_uses}
    used |= {(origin.table, origin.column) for column in facts.columns for origin in column.lineage}
    used |= {(edge.table, edge.column) for edge in facts.influences}
    nodes = {see.tables[read.target].name: read.target for read in see.reads[model.id] if read.target and read.target in see.tables}
    for table, name in used:
        column = see.columns_by_name.get(nodes.get(table, ""), {}).get(name)
        yield table, name, column.type.display if column is not None and column.type is not None else ""


def _own_aggregates(facts: QueryFacts, see: Analysis) -> Iterator[str]:
    """Accumulators of the project's own functions are written and read by their classes."""
    used = {use.name.upper() for use in facts.functions}
    for function in see.project.functions:
        if function.kind == "aggregate" and function.name.upper() in used:
            yield f"{function.name} {function.class_}"
