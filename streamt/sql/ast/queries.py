"""Queries. Offsets and tuples as in `streamt.sql.ast.expressions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streamt.sql.ast.calls import SortKey, Window
    from streamt.sql.ast.expressions import Expr
    from streamt.sql.ast.relations import Hint, Relation, Table


class SelectItem(NamedTuple):
    """`value AS alias`; `alias` is '' where none is written, else it starts at `alias_start` and ends the node."""

    start: int
    end: int
    value: Expr
    alias: str
    alias_start: int


class GroupingSets(NamedTuple):
    """`kind`: GROUPING SETS, CUBE or ROLLUP. A set of several columns is a `Row`, the empty set a `Row` of none;
    GROUPING SETS may hold another of these."""

    start: int
    end: int
    kind: str
    sets: tuple[Expr | GroupingSets, ...]


class GroupBy(NamedTuple):
    """`quantifier`: DISTINCT, ALL or ''; an item `()` is a `Row` of none."""

    start: int
    end: int
    quantifier: str
    items: tuple[Expr | GroupingSets, ...]


class NamedWindow(NamedTuple):
    """`name AS (window)` of the WINDOW clause; the name starts where the node does."""

    start: int
    end: int
    name: str
    window: Window


class Select(NamedTuple):
    """`quantifier`: DISTINCT, ALL or ''; `source` is None without FROM."""

    start: int
    end: int
    items: tuple[SelectItem, ...]
    source: Relation | None = None
    where: Expr | None = None
    group_by: GroupBy | None = None
    having: Expr | None = None
    windows: tuple[NamedWindow, ...] = ()
    qualify: Expr | None = None
    quantifier: str = ""
    stream: bool = False
    hints: tuple[Hint, ...] = ()


class Values(NamedTuple):
    """`VALUES (1, 'a'), (2, 'b')`: a row is a `Row`, or an expression when it has no parentheses."""

    start: int
    end: int
    rows: tuple[Expr, ...]


class TableQuery(NamedTuple):
    """`TABLE t`."""

    start: int
    end: int
    table: Table


class SetOperation(NamedTuple):
    """A left-associative chain of one precedence: `a UNION ALL b EXCEPT c`, or of INTERSECT, which binds tighter.

    ops: UNION, EXCEPT or INTERSECT, each with ` ALL` where it keeps duplicates; MINUS is given as EXCEPT.
    `len(ops) == len(inputs) - 1`; fold from the left. An input `Query` stood in parentheses.
    """

    start: int
    end: int
    ops: tuple[str, ...]
    inputs: tuple[QueryBody, ...]


class CommonTable(NamedTuple):
    """`name(columns) AS (query)`; `at` has the two offsets of the name, then those of each column."""

    start: int
    end: int
    name: str
    columns: tuple[str, ...]
    at: tuple[int, ...]
    query: Query


class Query(NamedTuple):
    """A body with what stands around it; wherever a query may stand there is one of these.

    `limit` is LIMIT or FETCH; LIMIT ALL is None.
    """

    start: int
    end: int
    body: QueryBody
    ctes: tuple[CommonTable, ...] = ()
    recursive: bool = False
    order_by: tuple[SortKey, ...] = ()
    offset: Expr | None = None
    limit: Expr | None = None


QueryBody = Select | Values | TableQuery | SetOperation | Query
