"""The tables of Flink's built-in functions and operators, as data."""

from streamt.sql.functions.builtin.aggregates import AGGREGATES
from streamt.sql.functions.builtin.collections import COLLECTIONS
from streamt.sql.functions.builtin.conditions import CONDITIONS
from streamt.sql.functions.builtin.json import JSONS
from streamt.sql.functions.builtin.numbers import NUMBERS
from streamt.sql.functions.builtin.older import OLDER
from streamt.sql.functions.builtin.operators import OPERATORS
from streamt.sql.functions.builtin.strings import STRINGS
from streamt.sql.functions.builtin.times import TIMES
from streamt.sql.functions.builtin.windows import WINDOWS

BUILTIN = (
    *OPERATORS, *STRINGS, *NUMBERS, *TIMES, *CONDITIONS, *COLLECTIONS, *JSONS, *AGGREGATES, *WINDOWS,
)  # fmt: skip

__all__ = ["BUILTIN", "OLDER"]
