"""Function calls and what only they hold. Offsets and tuples as in `streamt.sql.ast.expressions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streamt.sql.ast.expressions import Expr
    from streamt.sql.ast.literals import TypeName
    from streamt.sql.ast.queries import Query


class NamedArg(NamedTuple):
    """`name => value`; the name starts where the node does and ends at `name_end`."""

    start: int
    end: int
    name: str
    name_end: int
    value: Expr


class Default(NamedTuple):
    """`DEFAULT` in place of an argument."""

    start: int
    end: int


class Descriptor(NamedTuple):
    """`DESCRIPTOR(a, b)`; `at` as in `Column`."""

    start: int
    end: int
    names: tuple[str, ...]
    at: tuple[int, ...]


class TableArg(NamedTuple):
    """A table given to a function: `TABLE t`, `TABLE(t)` or a query, and how the function takes its rows."""

    start: int
    end: int
    query: Query
    partition_by: tuple[Expr, ...]
    order_by: tuple[SortKey, ...]


class ModelArg(NamedTuple):
    """`MODEL m`, a machine learning model given to a function; `names` and `at` as in `Column`."""

    start: int
    end: int
    names: tuple[str, ...]
    at: tuple[int, ...]


class SortKey(NamedTuple):
    """`nulls`: FIRST, LAST or ''."""

    start: int
    end: int
    value: Expr
    descending: bool
    nulls: str


class Bound(NamedTuple):
    """`kind`: UNBOUNDED PRECEDING, PRECEDING, CURRENT ROW, FOLLOWING, UNBOUNDED FOLLOWING."""

    start: int
    end: int
    kind: str
    value: Expr | None


class Frame(NamedTuple):
    """`unit`: ROWS or RANGE; `high` is None where only a lower bound is written (up to the current row)."""

    start: int
    end: int
    unit: str
    low: Bound
    high: Bound | None


class Window(NamedTuple):
    """What stands after OVER, or in the WINDOW clause. `OVER w` is a window with nothing but `base`."""

    start: int
    end: int
    base: str
    partition_by: tuple[Expr, ...] = ()
    order_by: tuple[SortKey, ...] = ()
    frame: Frame | None = None
    partial: str = ""


class CallOption(NamedTuple):
    """A clause few functions have.

    RETURNING: `value` is a `TypeName`. ON EMPTY, ON ERROR: `word` is NULL, ERROR, EMPTY ARRAY, EMPTY OBJECT, TRUE,
    FALSE, UNKNOWN, or DEFAULT with a `value`. WRAPPER: WITHOUT, CONDITIONAL, UNCONDITIONAL. NULLS (`.. ON NULL`):
    NULL, ABSENT. FORMAT: JSON, of the argument `value`. PASSING: `value` under the name `word`.
    WITHIN DISTINCT: `value` is a `Row`.
    """

    start: int
    end: int
    name: str
    word: str
    value: Expr | TypeName | None = None


class Call(NamedTuple):
    """A function call, special syntax included: its arguments in the order written, a keyword as `Symbol`.

    So EXTRACT is (unit, time), FLOOR and CEIL (time, unit), TRIM (side?, characters?, text), POSITION (part, text,
    from?), OVERLAY (text, part, from, for?), SUBSTRING (text, from, for?), CONVERT and TRANSLATE (text, charset),
    JSON_OBJECT (key, value, ..), and `(a - b) DAY` is MINUS_DATE (a, b, unit).

    name: upper case, dots between the parts of a path; for look-ups.
    written: the parts as written; they end at `name_end`.
    parens: False for `CURRENT_DATE` and the like.
    quantifier: DISTINCT, ALL or ''.
    order_by: the ORDER BY inside the parentheses; within: the one of WITHIN GROUP.
    nulls: RESPECT, IGNORE or ''.
    options: clauses of the JSON functions, and WITHIN DISTINCT, in the order written.
    """

    start: int
    end: int
    name: str
    written: tuple[str, ...]
    name_end: int
    args: tuple[Expr, ...] = ()
    parens: bool = True
    quantifier: str = ""
    order_by: tuple[SortKey, ...] = ()
    within: tuple[SortKey, ...] = ()
    filter: Expr | None = None
    nulls: str = ""
    over: Window | None = None
    options: tuple[CallOption, ...] = ()
