"""The plan of a bound query: relational operators as values, the ones the streaming passes read.

A column carries an `id` that stays the same while its value does (rename, projection, filter, join), so that keys,
time bounds and ranks are sets of ids and need no index mapping. Operators are named tuples that start with their
`columns` and their place in the text (`start`, `end`); a chain of them is as deep as the query is nested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streamt.sql.bind.asked import Test
    from streamt.sql.bind.terms import AggregateCall, Column, Conjunct, OverCall, SortColumn, WindowSpec
    from streamt.sql.facts import TableDef


class Scan(NamedTuple):
    columns: tuple[Column, ...]
    start: int
    end: int
    table: TableDef


class Rows(NamedTuple):
    """VALUES, or a query without FROM."""

    columns: tuple[Column, ...]
    start: int
    end: int
    number: int


class Unresolved(NamedTuple):
    """A relation nothing is known of: an unknown table, or one whose query has an error."""

    columns: tuple[Column, ...]
    start: int
    end: int


class Renumber(NamedTuple):
    """The same relation read once more: `ids` maps the input's column ids to the ones of this reading."""

    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    ids: dict[int, int]


class Project(NamedTuple):
    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    deterministic: bool = True


class Filter(NamedTuple):
    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    conjuncts: tuple[Conjunct, ...]


class Join(NamedTuple):
    """`kind`: INNER, LEFT, RIGHT, FULL, SEMI, ANTI; `correlated`: the right side reads the left (LATERAL).

    `hinted`: a STATE_TTL hint bounds its state; the same in an aggregate. `test`: the subquery this semi-join is made of.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    kind: str
    left: Plan
    right: Plan
    conjuncts: tuple[Conjunct, ...]
    correlated: bool = False
    hinted: bool = False
    test: Test | None = None


class TemporalJoin(NamedTuple):
    """A join FOR SYSTEM_TIME AS OF `time`, a column of the left side (None where it is something else)."""

    columns: tuple[Column, ...]
    start: int
    end: int
    kind: str
    left: Plan
    right: Plan
    conjuncts: tuple[Conjunct, ...]
    time: Column | None


class Aggregate(NamedTuple):
    """GROUP BY, DISTINCT. `sets`: how many grouping sets there are; `common`: ids of the keys that are in all of them;
    `window`: a legacy group window among the keys.

    `some`: it asks only whether there are rows, and makes none of none. `twins`: keys that have the id of another, as `b` has beside `a`
    in a query over SELECT k AS a, k AS b; they are no keys of their own here.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    keys: tuple[Column, ...]
    calls: tuple[AggregateCall, ...]
    sets: int = 1
    window: WindowSpec | None = None
    time: Column | None = None
    hinted: bool = False
    some: bool = False
    common: frozenset[int] = frozenset()
    twins: tuple[Column, ...] = ()


class WindowFunction(NamedTuple):
    """A window table function: the input's columns and the window's three."""

    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    window: WindowSpec
    time: Column | None


class Over(NamedTuple):
    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    calls: tuple[OverCall, ...]


class SetOp(NamedTuple):
    """`op`: UNION, INTERSECT, EXCEPT, each with or without ` ALL`."""

    columns: tuple[Column, ...]
    start: int
    end: int
    op: str
    inputs: tuple[Plan, ...]


class Sort(NamedTuple):
    """ORDER BY, LIMIT, OFFSET; `limit` is -1 for one that is no constant, None where there is none."""

    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    keys: tuple[SortColumn, ...]
    limit: int | None
    offset: int | None


class TopOfEach(NamedTuple):
    """The first rows of `input` for each row it is joined to (LATERAL with ORDER BY and LIMIT): one Top-N, no join.

    `ids`: the columns rows are ranked by, and the same on the left side.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    ids: dict[int, int]


class TableCall(NamedTuple):
    """A table function or UNNEST: rows from the values of one row; `input` is None unless it takes a table.

    `process`: a process table function; `keys`: the ids it partitions its table by; `correlated`: it is
    called for each row of the left side; `required`: it unnests declared rows with fields that are NOT NULL.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    name: str
    input: Plan | None
    process: bool = False
    keys: tuple[int, ...] = ()
    correlated: bool = False
    required: bool = False


class Match(NamedTuple):
    columns: tuple[Column, ...]
    start: int
    end: int
    input: Plan
    keys: tuple[Column, ...]
    order: tuple[SortColumn, ...]


Plan = (
    Scan
    | Rows
    | Unresolved
    | Renumber
    | Project
    | Filter
    | Join
    | TemporalJoin
    | Aggregate
    | WindowFunction
    | Over
    | SetOp
    | Sort
    | TopOfEach
    | TableCall
    | Match
)


def first_below(plan: Plan, kinds: type[Plan] | tuple[type[Plan], ...]) -> Plan:
    """The first operator from here down that is none of these kinds, each of which has one input."""
    while isinstance(plan, kinds):
        (plan,) = inputs_of(plan)
    return plan


def inputs_of(plan: Plan) -> tuple[Plan, ...]:
    """What the operator reads, left to right."""
    if isinstance(plan, (Join, TemporalJoin)):
        return (plan.left, plan.right)
    if isinstance(plan, SetOp):
        return plan.inputs
    below: Plan | None = getattr(plan, "input", None)
    return () if below is None else (below,)
