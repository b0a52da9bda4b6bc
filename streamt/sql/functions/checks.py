"""What arguments must satisfy beyond their kinds: units, literals, types that fit each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from streamt import coltypes as types
from streamt.coltypes import DataType
from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import (
    Arg,
    CallProblem,
    Check,
    Function,
    Site,
    no_common_type,
    no_plan,
    problem,
    said,
)


def rowtime_argument(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    arg = args[0]
    if arg.time == "rowtime" or arg.type.is_unknown:
        return None
    message = (
        f"{function.name} takes the column the table's watermark is on; got {said(arg)} that is no event time"
    )
    return problem(function, "argument_type", 0, "an event time column", said(arg), message)


def no_multiset(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if args[0].type.kind != "MULTISET":
        return None
    return no_plan(function, 0, f"{function.name} has no code for a MULTISET")


def places_have_plan(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """ROUND(number, places): places must be an INT."""
    if len(args) < 2 or args[1].type.kind != "BIGINT" or args[0].type.is_unknown:
        return None
    return no_plan(
        function, 1, f"{function.name} has code for an INT number of places; got BIGINT (argument 2)"
    )


def one_family(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """OVERLAY: two strings or two binaries, with code for strings; a binary first passes for a string."""
    one, other = args[0].type.kind, args[1].type.kind
    if one in dt.CHARACTER and other in dt.BINARY_STRING:
        return problem(function, "argument_type", 1, "a string", said(args[1]))
    return None


def index_from_zero(at: int) -> Check:
    def check(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
        value = args[at].literal
        if isinstance(value, int) and value < 0:
            message = f"{function.name} counts from 0; got {value} (argument {at + 1})"
            return problem(function, "argument_literal", at, "0 or more", str(value), message)
        return None

    return check


def castable_to_merged(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """COALESCE, IFNULL: every argument must become the common type by itself."""
    merged = types.merged_type([arg.type for arg in args])
    if merged is None:
        return _untyped_null(function, args) or no_common_type(function, args)
    target = merged.with_nullable(True)
    if not all(_castable_interval(arg.type, target) for arg in args):
        return no_common_type(function, args)
    if all(types.implicitly_castable(arg.type, target) for arg in args):
        return None
    return no_common_type(function, args)


def _castable_interval(source: DataType, target: DataType) -> bool:
    """The planner's cast of a number to an interval fails."""
    return target.kind not in dt.INTERVAL or source.kind not in dt.NUMERIC


def _untyped_null(function: Function, args: Sequence[Arg]) -> CallProblem | None:
    if any(arg.type.kind != "NULL" for arg in args):
        return None
    message = f"{function.name} needs a value with a type: write CAST(NULL AS ..)"
    return problem(function, "argument_type", 0, "a value with a type", "NULL", message)


def mutually_comparable(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """GREATEST, LEAST."""
    wrong = _untyped_null(function, args)
    if wrong is not None:
        return wrong
    for one, other in zip(args, args[1:] or args, strict=False):
        if not _orderable(one.type, other.type):
            return no_common_type(function, args)
    for index, arg in enumerate(args):
        if arg.type.kind in dt.CONSTRUCTED or arg.type.kind == "VARIANT":
            return no_plan(
                function, index, f"{function.name} cannot order {said(arg)} (argument {index + 1})"
            )
    return None


def _orderable(one: DataType, other: DataType) -> bool:
    a, b = one.kind, other.kind
    if a == b or "NULL" in (a, b) or "UNKNOWN" in (a, b):
        return True
    families = (dt.NUMERIC, dt.DATETIME, dt.CHARACTER, dt.BINARY_STRING)
    return any(a in family and b in family for family in families)


CLOCK_PRECISION: Final = 3


def no_clock(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """The planner forgets that PROCTIME() is never NULL, and then misses it; what is cast to a finer time is another value."""
    at = next((index for index, arg in enumerate(args) if arg.time == "proctime"), None)
    finer = any(arg.type.kind in ("TIMESTAMP", "TIMESTAMP_LTZ") and arg.type.precision > CLOCK_PRECISION for arg in args)
    return None if at is None or finer else no_plan(function, at, f"{function.name} cannot take the processing time: CAST it to TIMESTAMP_LTZ(3)")


def no_clock_behind(function: Function, args: Sequence[Arg], site: Site) -> CallProblem | None:
    """COALESCE stops at the first value that is never NULL."""
    read = next((index for index, arg in enumerate(args) if not arg.type.nullable), len(args))
    return no_clock(function, args[: read + 1], site) if read else None


def no_null_beside_numbers(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    known = [arg for arg in args if arg.type.kind != "NULL"]
    constant = all(arg.is_literal for arg in known)
    if len(known) < len(args) and (constant or any(arg.type.kind in dt.NUMERIC for arg in known)):
        return no_plan(
            function, None, f"{function.name} has no code for an untyped NULL: write CAST(NULL AS ..)"
        )
    return None


def element_fits(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """ARRAY_CONTAINS and its like: the second argument must become an element of the first by itself."""
    array, value = args[0].type, args[1].type
    if array.is_unknown or value.is_unknown:
        return None
    wanted = array.children[0]
    fits = types.implicitly_castable(value, wanted.with_nullable(wanted.nullable or value.nullable))
    if fits and _castable_interval(value, wanted):
        return None
    message = f"the elements of this ARRAY are {wanted.display}; got {said(args[1])} (argument 2)"
    return problem(function, "argument_type", 1, wanted.display, said(args[1]), message)


_ORDERED_ELEMENTS: Final = dt.NUMERIC | dt.DATETIME | dt.CHARACTER | dt.BINARY_STRING | {"UNKNOWN"}


def orderable_elements(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    array = args[0].type
    if array.is_unknown or array.children[0].kind in _ORDERED_ELEMENTS:
        return None
    expected = "an ARRAY of numbers, strings, bytes, dates or times"
    return problem(function, "argument_type", 0, expected, said(args[0]))


def array_of_strings(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    array = args[0].type
    if array.is_unknown or array.children[0].kind in dt.CHARACTER:
        return None
    return problem(function, "argument_type", 0, "an ARRAY of strings", said(args[0]))


def literal_flag(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if len(args) < 2 or isinstance(args[1].literal, bool):
        return None
    message = f"{function.name} takes TRUE or FALSE (argument 2)"
    return problem(function, "argument_literal", 1, "TRUE or FALSE", said(args[1]), message)


def literal_string(at: int, what: str) -> Check:
    def check(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
        if len(args) <= at or isinstance(args[at].literal, str):
            return None
        message = f"{function.name} takes {what} as a literal string (argument {at + 1})"
        return problem(
            function, "argument_literal", at, f"{what} as a literal string", said(args[at]), message
        )

    return check


def on_each(*kinds: frozenset[str], message: Callable[[str], str]) -> Check:
    """No plan when the first argument is of these kinds."""
    refused = frozenset[str]().union(*kinds)

    def check(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
        if not args or args[0].type.kind not in refused:
            return None
        return no_plan(function, 0, message(said(args[0])))

    return check


_NO_DISTINCT: Final = dt.BINARY_STRING | {"MULTISET", "MAP", "ROW", "STRUCTURED"}


def distinct_has_plan(function: Function, args: Sequence[Arg], site: Site) -> CallProblem | None:
    if not site.distinct or not args or args[0].type.kind not in _NO_DISTINCT:
        return None
    return no_plan(function, 0, f"Flink cannot tell DISTINCT values of {said(args[0])} apart")


def percentage(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """PERCENTILE's second argument: literals from 0 to 1, one or an array; never NULL."""
    found = args[1].type
    of_array = found.kind == "ARRAY"
    inner = found.children[0] if of_array and found.children else found
    values = args[1].literal if isinstance(args[1].literal, tuple) else (args[1].literal,)
    out_of_range = args[1].is_literal and any(not _share(value) for value in values)
    if inner.is_unknown or (
        inner.kind in dt.NUMERIC and not inner.nullable and not found.nullable and not out_of_range
    ):
        return None
    message = f"{function.name} takes a share from 0 to 1, or an ARRAY of them, that cannot be NULL; got {said(args[1])}"
    return problem(function, "argument_literal", 1, "a share from 0 to 1", said(args[1]), message)


def _share(value: object) -> bool:
    try:
        return 0.0 <= float(value) <= 1.0  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False


def precision_of_epoch(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """TO_TIMESTAMP_LTZ(number, precision): an INT, 0 for seconds or 3 for milliseconds."""
    if len(args) != 2 or args[0].type.kind in dt.CHARACTER or args[1].type.kind in ("INT", "UNKNOWN"):
        return None
    if args[1].type.kind in dt.CHARACTER:
        return None
    return problem(function, "argument_type", 1, "0 for seconds or 3 for milliseconds", said(args[1]))


def neighbour(function: Function, args: Sequence[Arg], site: Site) -> CallProblem | None:
    """LAG, LEAD: a whole number of rows, and a default of the value's very type."""
    if len(args) > 1 and args[1].type.kind not in ("TINYINT", "SMALLINT", "INT", "UNKNOWN"):
        return no_plan(
            function, 1, f"{function.name} goes back an INT number of rows; got {said(args[1])} (argument 2)"
        )
    if len(args) < 3:
        return None
    value, other = args[0].type.with_nullable(True), args[2].type.with_nullable(True)
    if types.merged_type((value, other)) is None:
        return no_common_type(function, (args[0], args[2]))
    if (
        value is other
        or (value.kind in dt.CHARACTER and other.kind in dt.CHARACTER)
        or value.is_unknown
        or other.is_unknown
    ):
        return None
    message = f"Flink takes a default of the value's type only: CAST(.. AS {value.display}), not {said(args[2])} (argument 3)"
    return no_plan(function, 2, message)


def int_has_plan(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """RAND, RAND_INTEGER: validated for any number, run for INTs."""
    for index, arg in enumerate(args):
        if arg.type.kind not in ("TINYINT", "SMALLINT", "INT", "UNKNOWN"):
            return no_plan(
                function, index, f"{function.name} runs with INT only; got {said(arg)} (argument {index + 1})"
            )
    return None


def alike_or_no_decimal(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """ATAN2 has code for two DECIMALs and for none."""
    kinds = [arg.type.kind == "DECIMAL" for arg in args]
    if any(kinds) and not all(kinds) and not any(arg.type.is_unknown for arg in args):
        return no_plan(
            function,
            None,
            f"{function.name} of a DECIMAL and another number has no code: CAST both to DOUBLE",
        )
    return None


def hash_has_plan(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if args[0].type.kind != "TIMESTAMP_LTZ":
        return None
    return no_plan(function, 0, f"{function.name} has no code for TIMESTAMP_LTZ: CAST it to TIMESTAMP")
