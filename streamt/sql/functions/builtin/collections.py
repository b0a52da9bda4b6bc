"""Functions of arrays, maps, rows and structured objects."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import BOOLEAN, INT, STRING, DataType, array, map_of, row
from streamt.coltypes.datatype import CHARACTER
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import define
from streamt.sql.functions.checks import array_of_strings, element_fits, no_multiset, orderable_elements
from streamt.sql.functions.model import Arg, Function, Returns, Site
from streamt.sql.functions.parameters import one_of, or_null, signature


def _with_element(args: Sequence[Arg]) -> DataType:
    """ARRAY_APPEND, ARRAY_PREPEND: a nullable element makes the elements nullable."""
    found, added = args[0].type, args[1].type
    if found.is_unknown or not added.nullable:
        return found
    return array(found.children[0].with_nullable(True))


def _as_element(returns: Returns) -> Returns:
    """What is put beside elements of another type is cast to theirs, and may be NULL then if they may."""

    def returned(args: Sequence[Arg], site: Site) -> DataType | None:
        array, added = args[0].type, args[1]
        if array.is_unknown or not array.children[0].nullable or added.type.nullable or not _is_cast(added.type, array.children[0]):
            return returns(args, site)
        return returns((args[0], added._replace(type=added.type.with_nullable(True))), site)

    return returned


def _is_cast(added: DataType, element: DataType) -> bool:
    return added.kind != element.kind and not (added.kind in CHARACTER and element.kind in CHARACTER) and not added.is_unknown


def _only_element(args: Sequence[Arg], _site: Site) -> DataType:
    return r.element(args)


def _entries(args: Sequence[Arg]) -> DataType:
    found = args[0].type
    if found.is_unknown:
        return found
    return array(row((("key", found.children[0]), ("value", found.children[1]))))


def _zipped(args: Sequence[Arg]) -> DataType:
    keys, values = args[0].type, args[1].type
    if keys.is_unknown or values.is_unknown:
        return keys if keys.is_unknown else values
    return map_of(keys.children[0], values.children[0])


_VALUE = or_null(p.ANY)
_FLAG = or_null(p.BOOLEAN)
_INT = or_null(p.SMALL_INTEGER)
_TEXT = or_null(p.STRING)
_WITH_ELEMENT = (signature(p.ARRAY, _VALUE),)
_ARRAY = (signature(p.ARRAY),)
_MAP = (signature(p.MAP),)
_TWO_ARRAYS = (signature(p.ARRAY, p.ARRAY),)

COLLECTIONS: tuple[Function, ...] = (
    *define("CARDINALITY", (signature(p.COLLECTION_OR_MAP),), r.nullable_if_any(INT), no_multiset),
    *define("ELEMENT", (signature(p.COLLECTION),), _only_element, no_multiset),
    *define("ARRAY_APPEND ARRAY_PREPEND", _WITH_ELEMENT, _as_element(r.if_any(_with_element)), element_fits),
    *define("ARRAY_CONTAINS", _WITH_ELEMENT, r.nullable_if_first(BOOLEAN), element_fits),
    *define("ARRAY_POSITION", _WITH_ELEMENT, _as_element(r.nullable_if_any(INT)), element_fits),
    *define("ARRAY_REMOVE", _WITH_ELEMENT, r.first, element_fits),
    *define("ARRAY_DISTINCT ARRAY_REVERSE", _ARRAY, r.first),
    *define("ARRAY_MAX ARRAY_MIN", _ARRAY, r.nullable(r.element), orderable_elements),
    *define("ARRAY_SORT", one_of((p.ARRAY,), (p.ARRAY, _FLAG), (p.ARRAY, _FLAG, _FLAG)), r.first_nullable_if_any,
            orderable_elements),
    *define("ARRAY_SLICE", one_of((p.ARRAY, _INT), (p.ARRAY, _INT, _INT)), r.first_nullable_if_any),
    *define("ARRAY_UNION", _TWO_ARRAYS, r.if_any(r.merged)),
    *define("ARRAY_EXCEPT ARRAY_INTERSECT", _TWO_ARRAYS, r.if_any(r.merged)),
    *define("ARRAY_CONCAT", (signature(p.ARRAY, repeated=1),), r.if_any(r.merged)),
    *define("ARRAY_JOIN", one_of((p.ARRAY, _TEXT), (p.ARRAY, _TEXT, _TEXT)), r.nullable_if_any(STRING), array_of_strings),
    *define("MAP_KEYS", _MAP, r.if_any(r.array_of_child(0))),
    *define("MAP_VALUES", _MAP, r.if_any(r.array_of_child(1))),
    *define("MAP_ENTRIES", _MAP, r.if_any(_entries)),
    *define("MAP_UNION", (signature(p.MAP, repeated=1),), r.if_any(r.merged)),
    *define("MAP_FROM_ARRAYS", _TWO_ARRAYS, r.if_any(_zipped)),
)  # fmt: skip
