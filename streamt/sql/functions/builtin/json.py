"""JSON, VARIANT and object functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from streamt.coltypes import BOOLEAN, STRING, VARIANT, DataType, data_type
from streamt.coltypes.datatype import CHARACTER, INTERVAL
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import define, operator
from streamt.sql.functions.json_checks import (
    json_input,
    json_query_type,
    json_value_type,
    json_values,
    literal_json,
    literal_keys,
    literal_path,
    only_in_json,
)
from streamt.sql.functions.model import (
    Arg,
    CallProblem,
    Function,
    Inferred,
    Signature,
    Site,
    problem,
    said,
    wrong_count,
)
from streamt.sql.functions.parameters import one_of, or_null, signature
from streamt.sql.words import words

_JAVA_WORDS = words(
    """
    abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
    finally float for goto if implements import instanceof int interface long native new null package private protected public
    return short static strictfp super switch synchronized this throw throws transient true try void volatile while
    """
)


def infer_object_of(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """OBJECT_OF(class, field, value, ..): a structured type of that class."""
    if len(args) % 2 == 0:
        return wrong_count(function, args)
    wrong = _names_problem(function, args, (0, *range(1, len(args), 2)))
    if wrong is not None:
        return wrong
    if not _is_java_name(str(args[0].literal)):
        message = f"{args[0].literal!r} is no name of a class: letters, digits, _ and $, with points between"
        return problem(function, "argument_literal", 0, "the name of a class", str(args[0].literal), message)
    untyped = _untyped(function, args)
    if untyped is not None:
        return untyped
    names = tuple(str(arg.literal) for arg in args[1::2])
    return data_type(
        "STRUCTURED", children=tuple(arg.type for arg in args[2::2]), names=names, detail=str(args[0].literal)
    )


def _is_java_name(text: str) -> bool:
    parts = text.split(".")
    return all(part.replace("$", "_").isidentifier() and part not in _JAVA_WORDS for part in parts)


def infer_object_update(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
    """OBJECT_UPDATE(object, field, value, ..): the object with fields replaced, types too."""
    if len(args) < 3 or len(args) % 2 == 0:
        return wrong_count(function, args)
    found = args[0].type
    if found.is_unknown:
        return found
    if found.kind != "STRUCTURED":
        return problem(function, "argument_type", 0, "an object made by OBJECT_OF", said(args[0]))
    wrong = _names_problem(function, args, range(1, len(args), 2))
    if wrong is not None:
        return wrong
    untyped = _untyped(function, args)
    if untyped is not None:
        return untyped
    replaced = {str(arg.literal): value.type for arg, value in zip(args[1::2], args[2::2], strict=True)}
    unknown = next((name for name in replaced if name not in found.names), None)
    if unknown is not None:
        message = f"the object has no field {unknown!r}; its fields are {', '.join(found.names)}"
        return problem(function, "argument_literal", 1, "a field of the object", unknown, message)
    children = tuple(
        replaced.get(name, child) for name, child in zip(found.names, found.children, strict=True)
    )
    return data_type("STRUCTURED", found.nullable, children=children, names=found.names, detail=found.detail)


def _untyped(function: Function, args: Sequence[Arg]) -> CallProblem | None:
    for place in range(2, len(args), 2):
        if args[place].type.kind == "NULL":
            message = f"{function.name} needs typed values: write CAST(NULL AS ..) (argument {place + 1})"
            return problem(function, "argument_type", place, "a value with a type", "NULL", message)
    return None


def _names_problem(function: Function, args: Sequence[Arg], places: Iterable[int]) -> CallProblem | None:
    seen: set[str] = set()
    for place in places:
        name = args[place].literal
        if not isinstance(name, str) or args[place].type.kind not in CHARACTER or (place and name in seen):
            message = f"{function.name} takes the class and each field once, as literal strings (argument {place + 1})"
            return problem(
                function, "argument_literal", place, "a literal string", said(args[place]), message
            )
        if place:
            seen.add(name)
    return None


def _returning(args: Sequence[Arg], _site: Site) -> DataType:
    """RETURNING type, or STRING; NULL where the path finds nothing."""
    return (args[2].type if len(args) > 2 else STRING).with_nullable(True)


_TEXT = or_null(p.STRING)
_VALUE_PATH = one_of((p.ANY, p.STRING), (p.ANY, p.ANY, p.TYPE))  # RETURNING, and the path goes unchecked
_QUERY_PATH = one_of((p.ANY, p.ANY), (p.ANY, p.STRING, p.TYPE))
_VALUE = or_null(p.ANY)
_PARSED = one_of((_TEXT,), (_TEXT, or_null(p.BOOLEAN)))
_NOTHING = Signature(())

JSONS: tuple[Function, ...] = (
    *define("JSON_EXISTS", (signature(p.ANY, p.STRING),), r.always(BOOLEAN), json_input, literal_path),
    *define("JSON_VALUE", _VALUE_PATH, _returning, literal_json, json_value_type, text="JSON_VALUE(string, path [RETURNING type] ..)"),
    *define("JSON_QUERY", _QUERY_PATH, _returning, literal_json, json_query_type, text="JSON_QUERY(string, path [RETURNING type] ..)"),
    *define("JSON_STRING", (signature(_VALUE),), r.nullable_if_any(STRING), json_values(0, 1, INTERVAL | {"NULL"})),
    *define("JSON_OBJECT", (_NOTHING, signature(p.STRING, _VALUE, repeated=2)), r.never_null(STRING), literal_keys, json_values(1, 2),
            text="JSON_OBJECT(key VALUE value, ..)"),
    *define("JSON_ARRAY", (_NOTHING, signature(_VALUE, repeated=1)), r.never_null(STRING), json_values(0, 1)),
    *define("JSON_QUOTE JSON_UNQUOTE", (signature(_TEXT),), r.nullable_if_any(STRING), since="2.0"),
    *define("JSON", (signature(_TEXT),), r.nullable_if_any(STRING), only_in_json, since="2.1"),
    *define("PARSE_JSON", _PARSED, r.nullable_if_any(VARIANT), since="2.1"),
    *define("TRY_PARSE_JSON", one_of((p.STRING,), (p.STRING, p.BOOLEAN)), r.always(VARIANT), since="2.1"),
    operator("OBJECT_OF", infer_object_of, 1, "OBJECT_OF(class, field, value, ..)", since="2.2"),
    operator("OBJECT_UPDATE", infer_object_update, 3, "OBJECT_UPDATE(object, field, value, ..)", since="2.2"),
)  # fmt: skip
