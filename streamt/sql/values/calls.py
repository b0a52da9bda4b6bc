"""Functions of constants: each gives what the planner computes, OPEN where that is not sure here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from streamt.coltypes import DataType
from streamt.sql.values.model import Const
from streamt.sql.values.moments import of_type, read

OPEN: Final = object()
NUMBER_TEXT = re.compile(r"-?(0|[1-9]\d*)")
PLAIN_PATTERN = re.compile(r"[\w ()|]*")
DATE_LIKE = re.compile(r"\s*[+-]?\d+\s*-\s*\d+")


def called(name: str, args: Sequence[Const], type: DataType) -> Const | None:
    """NULL of a NULL; None where it is not known."""
    function = FUNCTIONS.get(name)
    if function is None:
        return None
    values = [arg.value for arg in args]
    if any(value is None for value in values):
        return Const(None, type)
    found = function(values, type)
    return found if isinstance(found, Const) else None if found is OPEN else Const(found, type)


def _position(values: list[object], type: DataType) -> object:
    if len(values) != 2 or not isinstance(values[0], str) or not isinstance(values[1], str):
        return OPEN
    return values[1].find(values[0]) + 1


def _json_value(values: list[object], type: DataType) -> object:
    """A number has no fields."""
    if len(values) != 2 or not isinstance(values[0], str) or not isinstance(values[1], str):
        return OPEN
    return None if NUMBER_TEXT.fullmatch(values[0]) and values[1].startswith("$.") else OPEN


def _regexp_extract(values: list[object], type: DataType) -> object:
    text, pattern, *groups = values
    group = groups[0] if groups else 0
    if not isinstance(text, str) or not isinstance(pattern, str) or not isinstance(group, int) or not PLAIN_PATTERN.fullmatch(pattern):
        return OPEN
    try:
        found = re.search(pattern, text)
        return None if found is None else found[group]
    except (re.error, IndexError):
        return OPEN


def _to_date(values: list[object], type: DataType) -> object:
    text = values[0]
    if len(values) != 1 or not isinstance(text, str):
        return OPEN
    time = read(text) if len(text) == len("2024-01-01") else None
    if time is not None:
        return of_type(time, type) or OPEN
    return OPEN if DATE_LIKE.match(text) else None


def _concat(values: list[object], type: DataType) -> object:
    return "".join(map(str, values)) if all(isinstance(value, str) for value in values) else OPEN


FUNCTIONS: Final[dict[str, Callable[[list[object], DataType], object]]] = {
    "POSITION": _position,
    "JSON_VALUE": _json_value,
    "REGEXP_EXTRACT": _regexp_extract,
    "TO_DATE": _to_date,
    "||": _concat,
    "CONCAT": _concat,
}
