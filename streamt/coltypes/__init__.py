"""Flink's data types: parse, print, common type, casts, arithmetic. Pure values; imports nothing of streamt.

Types are shared `DataType` values (equal means identical). UNKNOWN is one too: whatever meets it yields UNKNOWN or a
result that holds whatever it is. Types are parsed as declared; `as_column` is what the planner makes of them.

    parse_type(text) -> DataType                 raises TypeSyntaxError(offset, end, message, suggestion)
    str(t)       as Flink prints it              ROW<`a` INT NOT NULL> NOT NULL
    t.sql        the same without the outer NOT NULL
    t.display    t.sql with backticks only where a name needs them: what manifests and messages show

    common_type(types) -> DataType | None        CASE, UNION, IN, array constructors; None: they have none
    merged_type(types) -> DataType | None        COALESCE, GREATEST and other functions of Flink's own
    comparable(a, b)                             the planner validates = < IN of them
    castable(from, to), cast_problem, cast_type  CAST and TRY_CAST;  implicitly_castable(from, to): arguments
    arithmetic(op, a, b) -> DataType | None      + - * / %  over numbers, intervals and datetimes; None: refused
    literal_type(kind, text) -> DataType | None  'abc' CHAR(3) NOT NULL, 1.5 DECIMAL(2, 1) NOT NULL, ..
"""

from streamt.coltypes.arithmetic import arithmetic, average_type, rounded, sum_type, whole_number
from streamt.coltypes.casts import (
    CastProblem,
    cast_problem,
    cast_type,
    castable,
    comparable,
    equals_has_plan,
    implicitly_castable,
    order_has_plan,
)
from streamt.coltypes.common import common_type, merged_type
from streamt.coltypes.datatype import (
    BIGINT,
    BOOLEAN,
    BYTES,
    DATE,
    DESCRIPTOR,
    DOUBLE,
    FLOAT,
    INT,
    NULL,
    SMALLINT,
    STRING,
    SYMBOL,
    TIME,
    TINYINT,
    UNKNOWN,
    VARIANT,
    DataType,
    Kind,
    array,
    binary,
    char,
    data_type,
    decimal,
    interval,
    map_of,
    multiset,
    row,
    scalar,
    time,
    timestamp,
    timestamp_ltz,
    varbinary,
    varchar,
)
from streamt.coltypes.literals import LiteralKind, as_column, literal_type
from streamt.coltypes.parse import parse_type
from streamt.coltypes.syntax import TypeSyntaxError

__all__ = [
    "BIGINT", "BOOLEAN", "BYTES", "DATE", "DESCRIPTOR", "DOUBLE", "FLOAT", "INT", "NULL", "SMALLINT", "STRING",
    "SYMBOL", "TIME", "TINYINT", "UNKNOWN", "VARIANT",
    "CastProblem", "DataType", "Kind", "LiteralKind", "TypeSyntaxError",
    "arithmetic", "array", "as_column", "average_type", "binary", "cast_problem", "cast_type", "castable", "char",
    "common_type", "comparable", "data_type", "decimal", "equals_has_plan", "implicitly_castable", "interval",
    "literal_type", "map_of", "merged_type", "multiset", "order_has_plan", "parse_type", "rounded", "row", "scalar",
    "sum_type", "time", "timestamp", "timestamp_ltz", "varbinary", "varchar", "whole_number",
]  # fmt: skip
