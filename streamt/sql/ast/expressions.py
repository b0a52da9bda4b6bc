"""Expressions of a Flink query, as the planner's grammar groups them.

Every node starts with `start, end`: character offsets into the text that was parsed, `end` past the last
character. A chain of left-associative operators is one flat node (`a + b - c`, `p AND q AND r`), so that a
generated query with ten thousand terms is wide, never deep; no way down passes more than
`streamt.sql.parse.MAX_HEIGHT` nodes, chains of joins apart, so a recursive walk is safe.

Nodes are named tuples: they are built in hot loops, compare by value and unpack. A plain `tuple` in a field
is a sequence of nodes, a subclass is a node: `streamt.sql.ast.walk` rests on that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.sql.ast.calls import Call, Default, Descriptor, ModelArg, NamedArg, TableArg
from streamt.sql.ast.literals import Interval, Literal, Param, Symbol

if TYPE_CHECKING:
    from streamt.sql.ast.literals import TypeName
    from streamt.sql.ast.queries import Query


class Column(NamedTuple):
    """A name path: `a`, `t.a`, `row_column.field`; which part is what only a scope can tell.

    `at` has two offsets per name: where it starts and where it ends, quotes included.
    """

    start: int
    end: int
    names: tuple[str, ...]
    at: tuple[int, ...]


class Star(NamedTuple):
    """`*`, `t.*` or the `*` of `COUNT(*)`; `names` and `at` as in `Column`, without the star."""

    start: int
    end: int
    names: tuple[str, ...]
    at: tuple[int, ...]


class Arithmetic(NamedTuple):
    """A left-associative chain of one precedence: `a + b - c` (`+ -`) or `a * b / c % d || e` (`* / % ||`).

    `len(ops) == len(args) - 1`; fold from the left.
    """

    start: int
    end: int
    ops: tuple[str, ...]
    args: tuple[Expr, ...]


class Logical(NamedTuple):
    """`AND` or `OR` over two arguments or more; a nested chain of the other operator is an argument."""

    start: int
    end: int
    op: str
    args: tuple[Expr, ...]


class Unary(NamedTuple):
    """Prefix `+`, `-`, `NOT`, and the `RUNNING` or `FINAL` of a pattern measure."""

    start: int
    end: int
    op: str
    value: Expr


class Binary(NamedTuple):
    """A comparison (`=`, `<>`, `<`, `<=`, `>`, `>=`) or another operator of two sides.

    Those are: OVERLAPS, CONTAINS, EQUALS, PRECEDES, SUCCEEDS, IMMEDIATELY PRECEDES, IMMEDIATELY SUCCEEDS,
    MEMBER OF, SUBMULTISET OF, MULTISET UNION|INTERSECT|EXCEPT (with ALL or DISTINCT where written),
    IS DISTINCT FROM, IS NOT DISTINCT FROM. `!=` is given as `<>`.
    """

    start: int
    end: int
    op: str
    left: Expr
    right: Expr


class Is(NamedTuple):
    """`value IS [NOT] test`: NULL, TRUE, FALSE, UNKNOWN, A SET, EMPTY, JSON [VALUE|OBJECT|ARRAY|SCALAR]."""

    start: int
    end: int
    value: Expr
    test: str
    negated: bool


class Between(NamedTuple):
    start: int
    end: int
    value: Expr
    low: Expr
    high: Expr
    negated: bool
    symmetric: bool


class Like(NamedTuple):
    """`op`: LIKE, SIMILAR TO, ILIKE or RLIKE."""

    start: int
    end: int
    op: str
    value: Expr
    pattern: Expr
    escape: Expr | None
    negated: bool


class In(NamedTuple):
    """`value [NOT] IN (..)`: either `items` or `query`."""

    start: int
    end: int
    value: Expr
    items: tuple[Expr, ...]
    query: Query | None
    negated: bool


class Quantified(NamedTuple):
    """`value op SOME|ANY|ALL (..)`: either `items` or `query`; `quantifier` is SOME or ALL."""

    start: int
    end: int
    op: str
    quantifier: str
    value: Expr
    items: tuple[Expr, ...]
    query: Query | None


class Exists(NamedTuple):
    start: int
    end: int
    query: Query


class Subquery(NamedTuple):
    """A query in parentheses where an expression stands: scalar, or a row for a comparison."""

    start: int
    end: int
    query: Query


class When(NamedTuple):
    """`WHEN a THEN b`; only a CASE with an operand may list several tests, `WHEN 1, 2 THEN b`."""

    start: int
    end: int
    tests: tuple[Expr, ...]
    result: Expr


class Case(NamedTuple):
    start: int
    end: int
    operand: Expr | None
    whens: tuple[When, ...]
    otherwise: Expr | None


class Cast(NamedTuple):
    """`CAST(value AS type)`, or `TRY_CAST` when `safe`."""

    start: int
    end: int
    value: Expr
    type: TypeName
    safe: bool


class Row(NamedTuple):
    """`ROW(a, b)` when `explicit`, else `(a, b)`; `()` stands only in grouping sets."""

    start: int
    end: int
    items: tuple[Expr, ...]
    explicit: bool


class Collection(NamedTuple):
    """`ARRAY[..]`, `MAP[k, v, ..]`, `MULTISET[..]` by `kind`, or `ARRAY(query)` when there is a query."""

    start: int
    end: int
    kind: str
    items: tuple[Expr, ...]
    query: Query | None


class Item(NamedTuple):
    """`base[key]`."""

    start: int
    end: int
    base: Expr
    key: Expr


class Field(NamedTuple):
    """`base.name` where `base` is no name path: `f(x).name`, `a[1].name`; `name` is `*` for all fields."""

    start: int
    end: int
    base: Expr
    name: str
    name_start: int


Expr = (
    Literal
    | Interval
    | Column
    | Star
    | Param
    | Symbol
    | Arithmetic
    | Logical
    | Unary
    | Binary
    | Is
    | Between
    | Like
    | In
    | Quantified
    | Exists
    | Subquery
    | Case
    | Cast
    | Row
    | Collection
    | Item
    | Field
    | NamedArg
    | Default
    | Descriptor
    | TableArg
    | ModelArg
    | Call
)
