"""Mathematical functions."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import DOUBLE, INT, STRING, DataType, arithmetic, rounded, whole_number
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.checks import alike_or_no_decimal, int_has_plan, places_have_plan
from streamt.sql.functions.model import Arg, Function
from streamt.sql.functions.parameters import one_of, signature
from streamt.sql.functions.units import floored_unit


def _rounded(args: Sequence[Arg]) -> DataType:
    if len(args) == 1:
        return rounded(args[0].type, 0)
    places = args[1].literal
    return rounded(args[0].type, places if isinstance(places, int) else None)


def _modulo(args: Sequence[Arg]) -> DataType | None:
    return arithmetic("%", args[0].type, args[1].type)


_NUMBER = (signature(p.NUMBER),)
_TO_DOUBLE = r.nullable_if_any(DOUBLE)
_DOUBLES = (
    "SQRT LN LOG10 LOG2 EXP SIN SINH COS COSH TAN TANH COT ASIN ACOS ATAN DEGREES RADIANS"  # of one number
)

NUMBERS: tuple[Function, ...] = (
    *define(_DOUBLES, _NUMBER, _TO_DOUBLE),
    *define("LOG", one_of((p.NUMBER,), (p.NUMBER, p.NUMBER)), _TO_DOUBLE),
    *define("POWER", (signature(p.NUMBER, p.NUMBER),), _TO_DOUBLE),
    *define("ATAN2", (signature(p.NUMBER, p.NUMBER),), _TO_DOUBLE, alike_or_no_decimal),
    *define("ABS", (signature(p.NUMBER_OR_INTERVAL),), r.first, floored_unit),
    *define("SIGN", _NUMBER, r.first),
    *define("MOD", (signature(p.EXACT, p.EXACT),), r.if_any(_modulo)),
    *define("FLOOR CEIL CEILING", one_of((p.NUMBER_OR_INTERVAL,), (p.DATETIME, p.UNIT)),
            r.if_any(lambda args: whole_number(args[0].type)), floored_unit, text="FLOOR(number) | FLOOR(datetime TO unit)"),
    *define("ROUND TRUNCATE", one_of((p.NUMBER,), (p.NUMBER, p.INTEGER)), r.if_any(_rounded), places_have_plan),
    *define("E", NILADIC, r.never_null(DOUBLE)),
    *define("PI", NILADIC, r.never_null(DOUBLE), parentheses=False),
    *define("RAND", one_of((), (p.NUMBER,)), _TO_DOUBLE, int_has_plan, determinism="non_deterministic"),
    *define("RAND_INTEGER", one_of((p.NUMBER,), (p.NUMBER, p.NUMBER)), r.nullable_if_any(INT), int_has_plan,
            determinism="non_deterministic"),
    *define("BIN", (signature(p.INTEGER),), r.nullable_if_any(STRING)),
    *define("HEX", one_of((p.INTEGER,), (p.STRING,)), r.nullable_if_any(STRING)),
)  # fmt: skip
