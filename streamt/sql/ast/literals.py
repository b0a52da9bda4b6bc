"""Constants and the words that stand like one. Offsets and tuples as in `streamt.sql.ast.expressions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streamt.sql.ast.expressions import Expr


class Literal(NamedTuple):
    """A constant. `kind` tells how to read `value`.

    INTEGER, DECIMAL, DOUBLE: the digits as written (`1`, `1.50`, `1e3`), behind a `-` where the number is negative.
    STRING: the text without quotes, escapes decoded. BINARY: the hexadecimal digits of `X'..'`.
    BOOLEAN: TRUE or FALSE; UNKNOWN is BOOLEAN with the value UNKNOWN. NULL: empty.
    DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ: the text between the quotes.
    """

    start: int
    end: int
    kind: str
    value: str


class IntervalUnit(NamedTuple):
    """`DAY(3) TO SECOND(2)`: `until`, `precision` and `scale` are '' / None where nothing is written."""

    start: int
    end: int
    unit: str
    until: str
    precision: int | None
    scale: int | None


class Interval(NamedTuple):
    """`INTERVAL '1' DAY`, `INTERVAL -'1:30' HOUR TO MINUTE`, or with an expression: `INTERVAL n DAY`."""

    start: int
    end: int
    value: Expr
    negative: bool
    unit: IntervalUnit


class Param(NamedTuple):
    """`?`, counted from 0."""

    start: int
    end: int
    number: int


class Symbol(NamedTuple):
    """A keyword in place of an argument: the unit of `EXTRACT(DAY FROM t)`, the side of `TRIM(BOTH ..)`.

    Also a time unit as plain argument, `TIMESTAMPDIFF(DAY, a, b)`. Upper case, words parted by one blank.
    """

    start: int
    end: int
    name: str


class TypeName(NamedTuple):
    """A data type as written, for `streamt.coltypes.parse_type`."""

    start: int
    end: int
    text: str
