"""Cases of tests.oracle.functions_cases as calls of `Function.infer`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from streamt.coltypes import DataType, as_column, literal_type, parse_type
from streamt.sql.functions import Arg, CallProblem, Site, resolve, symbol
from tests.oracle.functions_cases import COLUMNS, TIME_COLUMNS

SITES = {
    "scalar": Site(),
    "global": Site(grouped=False),
    "grouped": Site(),
    "filtered": Site(filtered=True),
    "distinct": Site(distinct=True),
    "over": Site(over=True),
}


def answer(function: str, args: Sequence[str], site: str) -> str:
    """`type` | "refused" | "no plan" in the words of the recorded answers."""
    found = resolve(function)
    if found is None:
        return "refused"
    if found.needs_over and site != "over":
        return "no plan"
    result = found.infer([argument(arg) for arg in args], SITES[site])
    if isinstance(result, CallProblem):
        return "no plan" if result.kind == "no_plan" else "refused"
    return str(as_column(result))


def argument(text: str) -> Arg:
    name = text.removesuffix("_n")
    if text in TIME_COLUMNS:
        type_text, time = TIME_COLUMNS[text]
        return Arg(parse_type(type_text), time=time)  # type: ignore[arg-type]
    if name in COLUMNS:
        return Arg(parse_type(COLUMNS[name]).with_nullable(name == text))
    if text[0] == ":":
        return symbol(text[1:])
    if text[0] == ">":
        return Arg(parse_type(text[1:]))
    return _literal(text)


def _literal(text: str) -> Arg:
    if text == "NULL":
        return Arg(_type("null"), None)
    if text[0] == "'":
        return Arg(_type("string", text[1:-1]), text[1:-1])
    if text in ("TRUE", "FALSE"):
        return Arg(_type("boolean"), text == "TRUE")
    if text.startswith("DATE"):
        return Arg(_type("date"), text)
    if text.startswith("INTERVAL"):
        return Arg(_type("interval", text.rpartition("' ")[2]), text)
    if text.startswith("OBJECT_OF("):
        return _made("OBJECT_OF", text[10:-1])
    if text.startswith("ARRAY["):
        return _made("ARRAY", text[6:-1])
    value = float(text) if "e" in text else Decimal(text) if "." in text else int(text)
    return Arg(_type("number", text), value)


def _made(constructor: str, inside: str) -> Arg:
    elements = [_literal(element.strip()) for element in inside.split(",")]
    function = resolve(constructor)
    assert function is not None
    found = function.infer(elements)
    assert isinstance(found, DataType)
    return (
        Arg(found, tuple(element.literal for element in elements)) if constructor == "ARRAY" else Arg(found)
    )


def _type(kind: str, text: str = "") -> DataType:
    found = literal_type(kind, text)  # type: ignore[arg-type]
    assert found is not None
    return found
