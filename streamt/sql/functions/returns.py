"""How a call's type follows from its arguments: the type, and whether it may be NULL."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from streamt.coltypes import DataType, array, merged_type, varbinary, varchar
from streamt.coltypes.datatype import BINARY_STRING
from streamt.sql.functions.model import Arg, Returns, Site

Typed = Callable[[Sequence[Arg]], "DataType | None"]


def nullable_if_any(data_type: DataType) -> Returns:
    """`data_type`, nullable when an argument is."""
    nullable, never = data_type.with_nullable(True), data_type.with_nullable(False)

    def returns(args: Sequence[Arg], _site: Site) -> DataType:
        for arg in args:
            if arg.type.nullable:
                return nullable
        return never

    return returns


def nullable_if_first(data_type: DataType) -> Returns:
    nullable, never = data_type.with_nullable(True), data_type.with_nullable(False)
    return lambda args, _site: nullable if args[0].type.nullable else never


def always(data_type: DataType) -> Returns:
    """This very type, whatever the arguments."""
    return lambda _args, _site: data_type


def never_null(data_type: DataType) -> Returns:
    return always(data_type.with_nullable(False))


def first(args: Sequence[Arg], _site: Site) -> DataType:
    return args[0].type


def second(args: Sequence[Arg], _site: Site) -> DataType:
    return args[1].type.with_nullable(args[0].type.nullable or args[1].type.nullable)


def first_nullable_if_any(args: Sequence[Arg], _site: Site) -> DataType:
    return args[0].type.with_nullable(any(arg.type.nullable for arg in args))


def first_nullable(args: Sequence[Arg], _site: Site) -> DataType:
    return args[0].type.with_nullable(True)


def if_any(typed: Typed) -> Returns:
    """`typed`, nullable when an argument is."""

    def returns(args: Sequence[Arg], _site: Site) -> DataType | None:
        found = typed(args)
        return found and found.with_nullable(any(arg.type.nullable for arg in args))

    return returns


def nullable(typed: Typed) -> Returns:
    def returns(args: Sequence[Arg], _site: Site) -> DataType | None:
        found = typed(args)
        return found and found.with_nullable(True)

    return returns


def of_group(typed: Callable[[DataType], DataType]) -> Returns:
    """An aggregate of its first argument: NULL when that is, or when there may be no rows."""

    def returns(args: Sequence[Arg], site: Site) -> DataType:
        found = typed(args[0].type)
        return found.with_nullable(found.nullable or site.may_be_empty)

    return returns


def varying(data_type: DataType) -> DataType:
    """CHAR(n) as VARCHAR(n)."""
    return varchar(data_type.length, data_type.nullable) if data_type.kind == "CHAR" else data_type


def varying_first(args: Sequence[Arg]) -> DataType:
    return varying(args[0].type)


def types_of(args: Sequence[Arg]) -> tuple[DataType, ...]:
    return tuple(arg.type for arg in args)


def merged(args: Sequence[Arg]) -> DataType | None:
    return merged_type(types_of(args))


def element(args: Sequence[Arg]) -> DataType:
    """The element of a collection, or UNKNOWN."""
    found = args[0].type
    return found.children[0] if found.children else found


def array_of_child(index: int) -> Typed:
    def typed(args: Sequence[Arg]) -> DataType:
        found = args[0].type
        return array(found.children[index]) if found.children else found

    return typed


def merged_from(start: int) -> Returns:
    """The merged type of the arguments from `start` on, nullable; an untyped NULL counts as the shortest string."""

    def returns(args: Sequence[Arg], _site: Site) -> DataType | None:
        known = [arg.type for arg in args[start:] if arg.type.kind != "NULL"]
        untyped = len(args) - start - len(known)
        null = varbinary(1) if known and known[0].kind in BINARY_STRING else varchar(1)
        found = merged_type([*known, *([null] if untyped else [])])
        return found and found.with_nullable(True)

    return returns
