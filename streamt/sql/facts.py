"""What is known of a query: the catalog it is read against, and the facts that come out.

Offsets (`start`, `end`) count characters in the SQL text that was analysed; `end` is exclusive.
`None` and "UNKNOWN" mean that nothing can be said: whoever reads such a value stays silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from streamt.coltypes import DataType
    from streamt.sql.functions import Function

UNKNOWN = "UNKNOWN"
TimeKind: TypeAlias = Literal["rowtime", "proctime"]


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """One column of a table that a query reads; `time` is "rowtime" or "proctime".

    `expression` is Flink SQL over the table's other columns: the type is inferred from it where `type` is None.
    """

    name: str
    type: DataType | None
    nullable: bool = True
    time: TimeKind | None = None
    metadata: bool = False
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class TableDef:
    """A table as the SQL names it (the text inside the backticks, case-sensitive).

    `complete` is False for an open source: a column it does not list is UNKNOWN, never an error.
    `changelog` is append, upsert (UA and D by key), cdc (I, UB, UA, D; `retract` is the same) or UNKNOWN.
    `lookup` tables can be read FOR SYSTEM_TIME AS OF a processing time. `readings`: what binding makes of the columns, kept
    for the next query that reads the table.
    """

    name: str
    columns: tuple[ColumnDef, ...]
    complete: bool = True
    changelog: str = "append"
    primary_key: tuple[str, ...] = ()
    upsert_keys: tuple[tuple[str, ...], ...] = ()
    lookup: bool = False
    event_time: str | None = None
    watermark_delay_ms: int | None = None
    readings: dict[int, Any] = field(init=False, repr=False, compare=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalog:
    tables: Mapping[str, TableDef]
    functions: Mapping[str, Function] = field(default_factory=dict)
    version: str = "2.2"
    state_ttl_ms: int | None = None


class Origin(NamedTuple):
    """A column whose value reaches an output column. `kind`: identity, transform, aggregate.

    `certainty`: proven (the column is declared), structural (named in the SQL, of an open source), unknown.
    """

    table: str
    column: str
    kind: str
    certainty: str = "proven"


class Influence(NamedTuple):
    """A column that decides which rows there are. `kind`: filter, join_key, group_key, order, window."""

    table: str
    column: str
    kind: str


class OutputColumn(NamedTuple):
    name: str
    type: DataType | None
    nullable: bool | None
    time: TimeKind | None
    lineage: tuple[Origin, ...]
    influenced_by: tuple[Influence, ...]
    start: int
    end: int


class Problem(NamedTuple):
    """Why the planner would refuse the query, or could not plan it as a stream (`no_stream_plan`)."""

    code: str
    message: str
    start: int
    end: int
    expected: str | None = None
    got: str | None = None
    help: str | None = None
    certain: bool = True


class StateOperator(NamedTuple):
    """An operator that keeps state. `operator` is the planner's name of it (GroupAggregate, Join, Rank, ..);

    `bounded_by`: window, interval, time (watermark or processing time frees it), ttl, limit, nothing.
    """

    operator: str
    bounded_by: str
    start: int
    end: int


class FunctionUse(NamedTuple):
    name: str
    start: int
    end: int
    known: bool


class ColumnUse(NamedTuple):
    """A reference in the SQL to a column of a catalog table."""

    table: str
    column: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QueryFacts:
    """`columns_known` is False when the output could not be determined: `columns` may then lack some or be empty.

    `changelog`: append, upsert (there is an upsert key), retract or UNKNOWN. `non_deterministic_calls`: (name, start, end).
    `influences` are those of the whole query.
    """

    columns: tuple[OutputColumn, ...] = ()
    columns_known: bool = False
    problems: tuple[Problem, ...] = ()
    reads: tuple[str, ...] = ()
    changelog: str = UNKNOWN
    upsert_keys: tuple[tuple[str, ...], ...] = ()
    state: tuple[StateOperator, ...] = ()
    deterministic: bool | None = None
    non_deterministic_calls: tuple[tuple[str, int, int], ...] = ()
    stateful: bool | None = None
    influences: tuple[Influence, ...] = ()
    functions: tuple[FunctionUse, ...] = ()
    column_uses: tuple[ColumnUse, ...] = ()
