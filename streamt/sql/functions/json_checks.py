"""What the JSON functions need beyond kinds: literals, and values that have a form in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import Arg, CallProblem, Check, Function, Site, no_plan, problem, said

_JSON_VALUES: Final = (
    dt.CHARACTER
    | dt.BINARY_STRING
    | dt.TIMESTAMPS
    | dt.CONSTRUCTED
    | dt.NUMERIC
    | {"STRUCTURED", "BOOLEAN", "UNKNOWN"}
)


def json_values(start: int, step: int, also: frozenset[str] = frozenset()) -> Check:
    """Each value must have a form in JSON: no DATE, TIME, interval, and only string keys in a MAP."""

    def check(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
        for index in range(start, len(args), step):
            found = args[index].type
            keyed = found.kind in ("MAP", "MULTISET") and found.children[0].kind not in dt.CHARACTER
            if (found.kind in _JSON_VALUES and not keyed) or found.kind in also:
                continue
            got = said(args[index])
            return no_plan(
                function, index, f"{got} has no form in JSON: CAST it to STRING (argument {index + 1})"
            )
        return None

    return check


def json_input(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if args[0].type.kind in dt.CHARACTER or args[0].type.is_unknown:
        return None
    return no_plan(function, 0, f"{function.name} reads JSON text; got {said(args[0])} (argument 1)")


def literal_json(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    """A literal that is no string cannot be read as JSON, though the planner validates it."""
    returns_array = len(args) > 2 and args[2].type.kind == "ARRAY"
    if not args[0].is_literal or returns_array or args[0].type.kind in dt.CHARACTER | {"DECIMAL", "UNKNOWN"}:
        return None
    return no_plan(function, 0, f"{function.name} reads JSON text; got {said(args[0])} (argument 1)")


def literal_path(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if isinstance(args[1].literal, str) or args[1].type.kind != "VARCHAR":
        return None
    return no_plan(function, 1, f"{function.name} takes the path as a literal string (argument 2)")


def literal_keys(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    for index in range(0, len(args), 2):
        if args[index].type.nullable and not args[index].type.is_unknown:
            message = f"{function.name} takes keys that are never NULL; key {index // 2 + 1} may be: write a literal, or a NOT NULL column"
            return problem(function, "argument_type", index, "a string that is never NULL", said(args[index]), message)
    return None


def only_in_json(function: Function, _args: Sequence[Arg], _site: Site) -> CallProblem | None:
    return no_plan(function, None, f"{function.name}() stands only inside JSON_OBJECT and JSON_ARRAY values")


def _returned(kinds: frozenset[str], names: str) -> Check:
    def check(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
        if len(args) < 3 or (args[2].type.kind in kinds and not args[2].is_literal):
            return None
        got = args[2].type.display
        message = f"{function.name} returns {names}, not {got}: CAST its result"
        return no_plan(function, 2, message)

    return check


json_value_type: Final = _returned(
    dt.CHARACTER | {"BOOLEAN", "INT", "DOUBLE", "UNKNOWN"}, "STRING, BOOLEAN, INT or DOUBLE"
)


def json_query_type(function: Function, args: Sequence[Arg], _site: Site) -> CallProblem | None:
    if len(args) < 3:
        return None
    found = args[2].type
    if (found.kind in dt.CHARACTER and not args[2].is_literal) or found.is_unknown:
        return None
    if found.kind == "ARRAY" and found.children[0].kind in dt.CHARACTER:
        return None
    message = f"{function.name} returns STRING or ARRAY<STRING>, not {found.display}"
    return problem(function, "argument_type", 2, "STRING or ARRAY<STRING>", found.display, message)
