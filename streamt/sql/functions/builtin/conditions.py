"""Functions that choose among values."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import STRING, DataType, common_type, merged_type
from streamt.coltypes import datatype as dt
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import define
from streamt.sql.functions.checks import (
    castable_to_merged,
    literal_flag,
    mutually_comparable,
    no_clock,
    no_clock_behind,
    no_null_beside_numbers,
)
from streamt.sql.functions.model import Arg, Function, Site
from streamt.sql.functions.parameters import one_of, or_null, signature


def _coalesced(args: Sequence[Arg], _site: Site) -> DataType | None:
    found = r.merged(args)
    return found and found.with_nullable(all(arg.type.nullable for arg in args))


def _if_null(args: Sequence[Arg], _site: Site) -> DataType | None:
    value, other = args[0].type, args[1].type
    if value.is_unknown:
        return value.with_nullable(value.nullable and other.nullable)
    if not value.nullable:
        kept = value.kind in dt.CHARACTER | dt.BINARY_STRING  # a text that is never NULL is not even cast
        return value if kept else merged_type((value, other.with_nullable(False)))
    found = merged_type((value, other))
    return found and found.with_nullable(other.nullable)


def _either(args: Sequence[Arg]) -> DataType | None:
    """IF keeps the type of its second argument but for numbers, strings and bytes, which are widened."""
    one, other = args[1].type, args[2].type
    if one.kind in dt.NUMERIC | dt.CHARACTER | dt.BINARY_STRING | {"UNKNOWN"}:
        return common_type((one, other))
    return dt.UNKNOWN if other.is_unknown else one


_VALUE = or_null(p.ANY)
_CHOICES = (p.NUMBER, p.STRING, p.BOOLEAN, p.BINARY, p.DATE, p.TIMESTAMP, p.TIME)

CONDITIONS: tuple[Function, ...] = (
    *define("COALESCE", (signature(_VALUE, repeated=1),), _coalesced, castable_to_merged, no_clock_behind),
    *define("IFNULL", (signature(_VALUE, _VALUE),), _if_null, castable_to_merged, no_clock),
    *define("IF", one_of(*((p.BOOLEAN, kind, kind) for kind in _CHOICES)), r.if_any(_either), text="IF(boolean, any, any)"),
    *define("GREATEST LEAST", (signature(_VALUE, repeated=1),), r.if_any(r.merged), mutually_comparable, no_null_beside_numbers),
    *define("TYPEOF", one_of((_VALUE,), (_VALUE, p.BOOLEAN)), r.always(STRING), literal_flag),
)  # fmt: skip
