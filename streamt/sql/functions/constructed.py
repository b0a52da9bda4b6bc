"""Calls on arrays, maps and rows that signatures cannot describe: element access, constructors, and ||."""

from __future__ import annotations

from collections.abc import Sequence

from streamt import coltypes as types
from streamt.coltypes import DataType
from streamt.coltypes import datatype as dt
from streamt.sql.functions.model import (
    NOT_LITERAL,
    Arg,
    Function,
    Inferred,
    Site,
    no_common_type,
    no_plan,
    problem,
    said,
    types_beside_times,
    unless,
)


def infer_item(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """collection[index], map[key], row[index or name]."""
    collection, index = args
    kind = collection.type.kind
    if kind == "UNKNOWN":
        return types.UNKNOWN
    if kind == "ARRAY":
        return _array_item(function, collection.type, index)
    if kind == "MAP":
        return _map_item(function, collection.type, index)
    if kind == "ROW":
        return _row_item(function, collection.type, index)
    got = said(collection)
    message = f"[..] reads an element of an ARRAY, MAP or ROW; got {got}"
    return problem(function, "argument_type", 0, "an ARRAY, MAP or ROW", got, message)


def _array_item(function: Function, array: DataType, index: Arg) -> Inferred:
    if index.type.kind not in dt.INTEGER and not index.type.is_unknown:
        message = f"an ARRAY is read by position, a whole number from 1; got {said(index)}"
        return problem(function, "argument_type", 1, "a whole number", said(index), message)
    if index.is_literal and isinstance(index.literal, int) and index.literal < 1:
        message = f"positions in an ARRAY start at 1; got {index.literal}"
        return problem(function, "argument_literal", 1, "a position from 1", str(index.literal), message)
    wrong = None
    if index.type.kind not in ("INT", "UNKNOWN"):
        wrong = no_plan(function, 1, f"an ARRAY is read by an INT position; got {said(index)}: CAST it AS INT")
    return unless(wrong, array.children[0].with_nullable(True), [index])


def _map_item(function: Function, map_type: DataType, key: Arg) -> Inferred:
    wanted = map_type.children[0]
    if not types.comparable(wanted, key.type) or not _same_family(wanted, key.type):
        message = f"the keys of this MAP are {wanted.display}; got {said(key)}"
        return problem(function, "argument_type", 1, wanted.display, said(key), message)
    return map_type.children[1].with_nullable(True)


def _same_family(one: DataType, other: DataType) -> bool:
    if one.is_unknown or other.is_unknown:
        return True
    return one.kind == other.kind or any(
        one.kind in family and other.kind in family
        for family in (dt.CHARACTER, dt.BINARY_STRING, dt.NUMERIC, dt.TIMESTAMPS)
    )


def _row_item(function: Function, row: DataType, index: Arg) -> Inferred:
    found: DataType | None = None
    if isinstance(index.literal, str):
        found = row.field(index.literal)
    elif (
        index.type.kind in dt.INTEGER
        and isinstance(index.literal, int)
        and 1 <= index.literal <= len(row.children)
    ):
        found = row.children[index.literal - 1]
    elif index.literal is NOT_LITERAL and index.type.is_unknown:
        return types.UNKNOWN
    if found is None:
        fields = ", ".join(row.names)
        message = f"a ROW is read by a literal field name or position; its fields are {fields}"
        return problem(function, "argument_literal", 1, f"one of {fields}", said(index), message)
    return found.with_nullable(found.nullable or row.nullable)


def infer_row(_function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """A NULL among the values stays NULL until CASE, CAST or an array gives it a type."""
    return types.row(((f"EXPR${index}", arg.type) for index, arg in enumerate(args)), nullable=False)


def infer_array(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    if not args:
        return problem(function, "argument_count", None, "1 or more", "0", "ARRAY[..] needs an element")
    element = types.common_type(types_beside_times(args, dt.TIMESTAMPS))
    return types.array(element, nullable=False) if element is not None else no_common_type(function, args)


def infer_multiset(function: Function, args: Sequence[Arg], site: Site) -> Inferred:
    made = infer_array(function, args, site)
    if not isinstance(made, DataType):
        return made
    return unless(no_plan(function, None, "Flink has no plan for MULTISET[..]: use ARRAY[..]"), types.multiset(made.children[0], False), ())


def infer_map(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    if not args or len(args) % 2:
        message = f"MAP[..] takes keys and values in turn; got {len(args)} of them"
        return problem(function, "argument_count", None, "keys and values in turn", str(len(args)), message)
    if all(arg.type.kind == "NULL" for arg in args[::2]):
        return _untyped(function, 0)
    key = types.common_type([arg.type for arg in args[::2]])
    if key is None:
        return no_common_type(function, args[::2])
    # The planner gives a NULL among the values the keys' type.
    nulls = [at for at, arg in enumerate(args) if at % 2 and arg.type.kind == "NULL"]
    values = types_beside_times(args[1::2], dt.TIMESTAMPS)
    value = types.common_type([key.with_nullable(True) if found.kind == "NULL" else found for found in values])
    if value is None:
        return _untyped(function, nulls[0]) if nulls else no_common_type(function, args[1::2])
    return types.map_of(key, value, nullable=False)


def _untyped(function: Function, at: int) -> Inferred:
    message = f"MAP[..] needs typed values: write CAST(NULL AS ..) for number {at + 1}"
    return problem(function, "argument_type", at, "a value with a type", "NULL", message)


def infer_join(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """a || b: lengths add up; CHAR stays CHAR only beside CHAR."""
    one, other = args[0].type, args[1].type
    nullable = one.nullable or other.nullable
    if one.is_unknown or other.is_unknown:
        return types.UNKNOWN.with_nullable(nullable)
    if one.kind in dt.CHARACTER and other.kind in dt.CHARACTER:
        return joined(one, other, nullable)
    if (one.kind in dt.BINARY_STRING and other.kind in dt.BINARY_STRING) or one.kind == other.kind == "ARRAY":
        if one.kind == "ARRAY" and types.common_type([one, other]) is None:
            return no_common_type(function, args)
        use = "ARRAY_CONCAT" if one.kind == "ARRAY" else "a string"
        return no_plan(function, None, f"Flink joins strings only by ||; got {said(args[0])}: use {use}")
    got = f"{said(args[0])} || {said(args[1])}"
    message = f"|| joins strings; got {got}: CAST the other value to STRING"
    return problem(function, "argument_type", None, "two strings", got, message)


def joined(one: DataType, other: DataType, nullable: bool) -> DataType:
    length = min(one.length + other.length, dt.MAX_LENGTH)
    kind: dt.Kind = "CHAR" if one.kind == other.kind == "CHAR" else "VARCHAR"
    return types.data_type(kind, nullable, length)
