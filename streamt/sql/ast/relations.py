"""What can stand in FROM. Offsets and tuples as in `streamt.sql.ast.expressions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streamt.sql.ast.calls import Call, SortKey
    from streamt.sql.ast.expressions import Expr
    from streamt.sql.ast.literals import Interval
    from streamt.sql.ast.queries import Query, SelectItem


class Alias(NamedTuple):
    """`AS name(columns)`; `at` has the two offsets of the name, then those of each column."""

    start: int
    end: int
    name: str
    columns: tuple[str, ...]
    at: tuple[int, ...]


class HintArg(NamedTuple):
    """`'key' = 'value'`, or a value alone (`key` is None)."""

    start: int
    end: int
    key: str | None
    value: str


class Hint(NamedTuple):
    """One hint of `/*+ NAME(args), .. */`; `name` in upper case."""

    start: int
    end: int
    name: str
    args: tuple[HintArg, ...]


class Table(NamedTuple):
    """A table by name; `names` and `at` as in `Column`. `as_of`: the time of `FOR SYSTEM_TIME AS OF`."""

    start: int
    end: int
    names: tuple[str, ...]
    at: tuple[int, ...]
    hints: tuple[Hint, ...] = ()
    as_of: Expr | None = None
    alias: Alias | None = None


class Derived(NamedTuple):
    """A query in parentheses, VALUES included."""

    start: int
    end: int
    query: Query
    lateral: bool
    hints: tuple[Hint, ...] = ()
    as_of: Expr | None = None
    alias: Alias | None = None


class FunctionTable(NamedTuple):
    """`[LATERAL] TABLE(f(..))`, or the call alone; window functions and process table functions are such."""

    start: int
    end: int
    call: Call
    lateral: bool
    hints: tuple[Hint, ...] = ()
    alias: Alias | None = None


class Unnest(NamedTuple):
    start: int
    end: int
    args: tuple[Expr, ...]
    ordinality: bool
    lateral: bool
    alias: Alias | None = None


class Join(NamedTuple):
    """`left kind JOIN right`; a comma is a join of kind COMMA.

    kind: INNER, LEFT, RIGHT, FULL, CROSS, COMMA, LEFT SEMI ..; `using` has the names, `using_at` two
    offsets for each. A chain of joins is left-deep and is parsed without recursion: walk it by `left` in a loop.
    """

    start: int
    end: int
    kind: str
    natural: bool
    left: Relation
    right: Relation
    on: Expr | None
    using: tuple[str, ...]
    using_at: tuple[int, ...]


class Sample(NamedTuple):
    """`source TABLESAMPLE method (percent) [REPEATABLE (seed)]`; method BERNOULLI, SYSTEM or SUBSTITUTE."""

    start: int
    end: int
    source: Relation
    method: str
    amount: str
    seed: str


class Pivot(NamedTuple):
    """`source PIVOT (aggregates FOR axes IN (values))`; an alias in `aggregates` and `values` is ''
    where none is written."""

    start: int
    end: int
    source: Relation
    aggregates: tuple[SelectItem, ...]
    axes: tuple[str, ...]
    values: tuple[SelectItem, ...]
    alias: Alias | None = None


class Unpivot(NamedTuple):
    """`source UNPIVOT (measures FOR axes IN (columns AS labels))`."""

    start: int
    end: int
    source: Relation
    include_nulls: bool
    measures: tuple[str, ...]
    axes: tuple[str, ...]
    columns: tuple[SelectItem, ...]
    alias: Alias | None = None


class PatternVariable(NamedTuple):
    start: int
    end: int
    name: str


class PatternSequence(NamedTuple):
    start: int
    end: int
    items: tuple[Pattern, ...]


class PatternChoice(NamedTuple):
    """`A | B`."""

    start: int
    end: int
    items: tuple[Pattern, ...]


class PatternPermute(NamedTuple):
    start: int
    end: int
    items: tuple[Pattern, ...]


class PatternExclude(NamedTuple):
    """`{- A -}`."""

    start: int
    end: int
    item: Pattern


class PatternRepeat(NamedTuple):
    """`A{low,high}`; `*`, `+`, `?` are (0, None), (1, None), (0, 1); `high` None is unbounded.

    `from_any`: `A{,high}`, which says no lower bound.
    """

    start: int
    end: int
    item: Pattern
    low: int
    high: int | None
    greedy: bool
    from_any: bool = False


Pattern = PatternVariable | PatternSequence | PatternChoice | PatternPermute | PatternExclude | PatternRepeat


class PatternSubset(NamedTuple):
    """`name = (variables)`."""

    start: int
    end: int
    name: str
    variables: tuple[str, ...]


class PatternDefine(NamedTuple):
    """`name AS condition`."""

    start: int
    end: int
    name: str
    condition: Expr


class MatchRecognize(NamedTuple):
    """rows: ONE ROW PER MATCH, ALL ROWS PER MATCH [..] or ''.

    skip: TO NEXT ROW, PAST LAST ROW, TO FIRST, TO LAST or ''; `skip_to` names the variable of the last two.
    anchored_start, anchored_end: `^` and `$`.
    """

    start: int
    end: int
    source: Relation
    partition_by: tuple[Expr, ...]
    order_by: tuple[SortKey, ...]
    measures: tuple[SelectItem, ...]
    rows: str
    skip: str
    skip_to: str
    pattern: Pattern
    anchored_start: bool
    anchored_end: bool
    within: Interval | None
    subsets: tuple[PatternSubset, ...]
    defines: tuple[PatternDefine, ...]
    alias: Alias | None = None


Relation = Table | Derived | FunctionTable | Unnest | Join | Sample | Pivot | Unpivot | MatchRecognize
