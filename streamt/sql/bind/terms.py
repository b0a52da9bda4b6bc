"""Columns and the terms of conditions, as the operators of a plan hold them. Ids as in `streamt.sql.bind.plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from streamt.coltypes import DataType
    from streamt.sql.facts import Influence, Origin, Problem, TimeKind
    from streamt.sql.values import Value

class WindowSpec(NamedTuple):
    """A window of time over one column. `kind`: TUMBLE, HOP, CUMULATE, SESSION; sizes in ms, None where not constant.

    `rowtime`: event time, else processing time (None: unknown). `partition`: ids of a session's PARTITION BY.
    """

    kind: str
    rowtime: bool | None
    sizes: tuple[int | None, ...]
    partition: tuple[int, ...]
    start: int
    end: int


class WindowMark(NamedTuple):
    """The column is a bound of a window: `part` is start, end or time."""

    window: WindowSpec
    part: str


class SortColumn(NamedTuple):
    column: Column | None
    descending: bool
    nulls: str


class OverCall(NamedTuple):
    """One call with OVER. `function` in upper case; `keys` and `order` columns, None for an expression of constants.

    `frame`: "ROWS", "RANGE" or ""; `bounded`: the lower bound is not UNBOUNDED PRECEDING; `shape` compares windows.
    """

    function: str
    keys: tuple[Column | None, ...]
    order: tuple[SortColumn, ...]
    frame: str
    bounded: bool
    shape: tuple[object, ...]
    start: int
    end: int
    deterministic: bool = True


class OverMark(NamedTuple):
    """The column is the result of an OVER call."""

    call: OverCall


class ConstantMark(NamedTuple):
    """The column has one value in every row."""

    value: object


class Column(NamedTuple):
    """`shown` is the time attribute as the planner's schema shows it; `time` is what operators can still use.

    `source`: id of the column this one is a cast of that loses nothing.
    """

    name: str
    type: DataType
    id: int
    origins: tuple[Origin, ...] = ()
    time: TimeKind | None = None
    shown: TimeKind | None = None
    mark: WindowMark | OverMark | ConstantMark | None = None
    influences: tuple[Influence, ...] = ()
    source: int = 0


def add_made_of(found: set[int], ids: Iterable[int], made_of: Mapping[int, tuple[int, ...]]) -> None:
    """Adds the columns, and all that they are made of."""
    stack = list(ids)
    while stack:
        id = stack.pop()
        if id not in found:
            found.add(id)
            stack.extend(made_of.get(id, ()))


class Operand(NamedTuple):
    """One side of a comparison: `column` where it is a plain reference, `base` and `offset_ms` for `column +- interval`."""

    column: Column | None
    refs: tuple[Column, ...]
    constant: bool
    literal: object
    type: DataType
    offset_ms: int | None = None
    cast: bool = False


class Conjunct(NamedTuple):
    """One term of a condition under AND. `op` is a comparison, IS NOT DISTINCT FROM, or "" for anything else.

    `value`: the term itself, simplified; None where that is not known. `strict`: no row passes in which one of `refs` is NULL.
    `unplanned`: what it has no stream plan for.
    `either`: a column of a query around stands under OR in it.
    """

    op: str
    left: Operand | None
    right: Operand | None
    refs: tuple[Column, ...]
    start: int
    end: int
    outer: int = 0
    deterministic: bool = True
    false: bool = False
    true: bool = False
    strict: bool = False
    unplanned: tuple[Problem, ...] = ()
    either: bool = False
    value: Value | None = None


class AggregateCall(NamedTuple):
    """`args`: how many there are; `owner`: id of the output column it is part of, 0 where it decides on rows (HAVING).

    `whole`: the output column is the call's result as it is; `column`: id of the one column it is called with, 0 for anything else;
    `plain`: it is of columns as they are; `required`: of none that can be null; `form`: else what it is of, as it is written;
    `preparation`: what has to be worked out below for it, as in `streamt.sql.bind.prepared`. `refs` has the columns of its FILTER, too.
    """

    function: str
    distinct: bool
    args: int
    refs: tuple[Column, ...]
    filtered: bool
    start: int
    end: int
    owner: int = 0
    whole: bool = False
    column: int = 0
    plain: bool = False
    required: bool = False
    form: object = None
    preparation: str = ""
