"""Mathematical functions."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import DOUBLE, INT, STRING, DataType, arithmetic, decimal, rounded, whole_number
from streamt.coltypes.datatype import INTERVAL
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.checks import alike_or_no_decimal, int_has_plan, places_have_plan
from streamt.sql.functions.model import Arg, CallProblem, Function, Site, problem, said
from streamt.sql.functions.parameters import one_of, or_null, signature
from streamt.sql.functions.units import floored_unit


def _rounded(args: Sequence[Arg]) -> DataType:
    if len(args) == 1:
        return rounded(args[0].type, 0)
    places = args[1].literal
    return rounded(args[0].type, places if isinstance(places, int) else None)


def _modulo(args: Sequence[Arg]) -> DataType | None:
    return arithmetic("%", args[0].type, args[1].type)


_DIGITS = {"TINYINT": (3, 0), "SMALLINT": (5, 0), "INT": (10, 0), "BIGINT": (19, 0), "FLOAT": (14, 7), "DOUBLE": (30, 15)}


def _as_decimal(found: DataType) -> DataType:
    digits = (found.precision, found.scale) if found.kind == "DECIMAL" else _DIGITS.get(found.kind, (1, 0))
    return found if found.is_unknown else decimal(*digits, found.nullable)


def _added(args: Sequence[Arg], _site: Site) -> DataType:
    """The planner's own sum of what it has and one more, by whose type it goes."""
    found = _as_decimal(args[1].type)
    return found if found.is_unknown else decimal(38, found.scale, found.nullable)


def _no_literal_interval(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """The planner casts it to a number at once, and fails."""
    at = next((at for at, arg in enumerate(args) if arg.is_literal and arg.type.kind in INTERVAL), None)
    return None if at is None else problem(function, "argument_type", at, "a number", said(args[at]))


_TO_ADD = (signature(or_null(p.NUMBER_OR_INTERVAL), or_null(p.NUMBER_OR_INTERVAL)),)
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
    *define("AGG_DECIMAL_PLUS AGG_DECIMAL_MINUS", _TO_ADD, _added, _no_literal_interval),
    *define("HIVE_AGG_DECIMAL_PLUS", _TO_ADD, lambda args, _site: _as_decimal(args[1].type), _no_literal_interval),
    *define("BIN", (signature(p.INTEGER),), r.nullable_if_any(STRING)),
    *define("HEX", one_of((p.INTEGER,), (p.STRING,)), r.nullable_if_any(STRING)),
)  # fmt: skip
