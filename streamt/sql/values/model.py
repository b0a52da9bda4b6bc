"""Values of a row: a column, a constant, a function of other values. Equal values are the same in every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from streamt.coltypes import DataType

OF_GROUP = "()"
MAX_SIZE = 150  # parts of one value: what is larger is not looked into


class Ref(NamedTuple):
    """The column with this id. The type stands first: a column is not to equal a number."""

    type: DataType
    column: int


class Const(NamedTuple):
    """`value` None is NULL; a time is its text."""

    value: object
    type: DataType


class Apply(NamedTuple):
    """An operator or a deterministic function of values; CAST has the type it yields. That of an aggregate ends in `OF_GROUP`."""

    op: str
    args: tuple[Value, ...]
    type: DataType


class Opaque(NamedTuple):
    """A value nothing is known of but the columns it is made of; `at` tells one from another."""

    at: int
    columns: tuple[Ref, ...]
    type: DataType


Value: TypeAlias = "Ref | Const | Apply | Opaque"


def parts_of(value: Value) -> Iterator[Value]:
    """The value and all it is made of."""
    stack = [value]
    while stack:
        item = stack.pop()
        yield item
        if type(item) is Apply:
            stack.extend(item.args)


def columns_of(value: Value) -> Iterator[Ref]:
    for item in parts_of(value):
        if type(item) is Ref:
            yield item
        elif type(item) is Opaque:
            yield from item.columns


OF_EQUALS = frozenset({f"MIN{OF_GROUP}", f"MAX{OF_GROUP}"})


def aggregated(value: Value, keys: set[int]) -> bool:
    """Whether it needs all rows of a group; the greatest of one of the `keys` does not."""
    found = [item for item in parts_of(value) if type(item) is Apply and item.op.endswith(OF_GROUP)]
    return any(item.op not in OF_EQUALS or type(item.args[-1]) is not Ref or item.args[-1].column not in keys for item in found)


def size_of(value: Value) -> int:
    return sum(1 for _ in parts_of(value))


def replaced(value: Value, by: Mapping[int, Value]) -> Value | None:
    """The value with some columns given as what they are made of; None where that would be too large, or is not seen through."""
    found = _replaced(value, by)
    return found if found is None or size_of(found) <= MAX_SIZE else None


def _replaced(value: Value, by: Mapping[int, Value]) -> Value | None:
    if type(value) is Ref:
        return by.get(value.column, value)
    if type(value) is Opaque:
        return None if any(ref.column in by for ref in value.columns) else value
    if type(value) is Apply:
        args = [_replaced(arg, by) for arg in value.args]
        known = tuple(arg for arg in args if arg is not None)
        return value._replace(args=known) if len(known) == len(args) else None
    return value
