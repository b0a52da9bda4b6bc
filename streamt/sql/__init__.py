"""What a Flink SQL query yields, without Flink: columns, types, lineage, changelog, state, and what the planner would refuse."""

from streamt.sql.analyse import analyse_query
from streamt.sql.facts import (
    UNKNOWN,
    Catalog,
    ColumnDef,
    ColumnUse,
    FunctionUse,
    Influence,
    Origin,
    OutputColumn,
    Problem,
    QueryFacts,
    StateOperator,
    TableDef,
)

__all__ = [
    "UNKNOWN",
    "Catalog",
    "ColumnDef",
    "ColumnUse",
    "FunctionUse",
    "Influence",
    "Origin",
    "OutputColumn",
    "Problem",
    "QueryFacts",
    "StateOperator",
    "TableDef",
    "analyse_query",
]
