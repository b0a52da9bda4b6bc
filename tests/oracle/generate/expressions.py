"""Typed random expressions: a grammar per type, and calls of every built-in function in turn."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.oracle.functions_cases import BASES, COLUMNS, TIME_COLUMNS, Base
from tests.oracle.functions_cases import cases as function_cases
from tests.oracle.generate.scope import COMMON, TYPES, Draw, Field

RECORDED_CALLS = Path(__file__).parents[2] / "sql" / "functions" / "recorded.json.gz"
FAILURES = ("refused", "no plan")
TO_ITSELF = re.compile(r"(?<![\w.`])(\S+) (?:[<>=]+|AND|OR|IS DISTINCT FROM) \(?\1(?![\w.`])")
HOLE = re.compile(r"\{(\w+)\}")

# {tag} is an expression of that type, {n} a small number, {w} a word, {text} a text that was one from the start: nobody casts a
# number to text to cast it on, and the planner has its own idea of that.
GRAMMAR: dict[str, tuple[str, ...]] = {
    "b": (
        "{i} > {i}", "{s} = {s}", "{dec} <= {d}", "{s} LIKE '%{w}%'", "{i} IS NULL", "{s} IS NOT NULL", "NOT {b}", "({b} AND {b})",
        "({b} OR {b})", "{i} BETWEEN {n} AND {bi}", "{s} IN ('a', '{w}')", "{i} IN ({n}, 7, {i})", "{ts3} < {ts3}", "{dt} = {dt}", "TRUE",
        "{b} IS TRUE", "{s} IS DISTINCT FROM {v}", "{d} <> {f}", "{c} = {v}", "{ti} >= {si}", "CASE WHEN {b} THEN {b} ELSE FALSE END",
    ),
    "ti": ("CAST({i} AS TINYINT)", "ABS({ti})", "COALESCE({ti}, {ti})"),
    "si": ("CAST({i} AS SMALLINT)", "ABS({si})", "NULLIF({si}, {si})"),
    "i": (
        "{i} + {i}", "{i} * {n}", "{n}", "CHAR_LENGTH({s})", "CAST({d} AS INT)", "CASE WHEN {b} THEN {i} ELSE {i} END", "ABS({i})", "-{i}",
        "COALESCE({i}, {n})", "CAST({text} AS INT)", "{i} - {si}", "TIMESTAMPDIFF(DAY, {ts3}, {ts3})", "POSITION('{w}' IN {s})", "NULLIF({i}, {n})", "{ti} + {i}",
    ),
    "bi": ("{bi} + {i}", "CAST({i} AS BIGINT)", "EXTRACT(HOUR FROM {ts3})", "{bi} * {n}", "COALESCE({bi}, {i})", "CASE WHEN {b} THEN {bi} END", "YEAR({dt})", "{i} - {bi}"),
    "f": ("CAST({d} AS FLOAT)", "{f} + {f}", "COALESCE({f}, {f})"),
    "d": ("{d} + {i}", "SQRT({d})", "{d} * {d}", "CAST({i} AS DOUBLE)", "{f} / {d}", "COALESCE({d}, {i})", "POWER({d}, {n})", "{d} / {n}", "CASE WHEN {b} THEN {d} ELSE {i} END"),
    "dec": ("CAST({d} AS DECIMAL(10, 2))", "ABS({dec})", "COALESCE({dec}, CAST({n} AS DECIMAL(10, 2)))", "CASE WHEN {b} THEN {dec} END", "{n}.25"),
    "dec0": ("CAST({bi} AS DECIMAL(20, 0))", "FLOOR({dec0})"),
    "dec38": ("{dec} * {dec}", "CAST({i} AS DECIMAL(38, 18))", "{dec} / {dec0}", "{dec} + {bi}", "{dec38} - {dec}", "{dec} * {i}"),
    "c": ("CAST({text} AS CHAR(5))", "'{w}'"),
    "v": ("CAST({text} AS VARCHAR(10))", "CASE WHEN {b} THEN {v} ELSE {c} END"),
    "s": (
        "UPPER({s})", "{s} || {s}", "CAST({i} AS STRING)", "SUBSTRING({s} FROM {n})", "'{w}'", "CONCAT({s}, '-', {s})", "COALESCE({s}, '{w}')",
        "CASE WHEN {b} THEN {s} ELSE '{w}' END", "TRIM({s})", "REPLACE({s}, 'a', '{w}')", "DATE_FORMAT({ts3}, 'yyyy')", "{s} || {v}", "LOWER({v})", "REGEXP_EXTRACT({s}, '({w})', 1)",
        "CASE {i} WHEN 1 THEN {s} WHEN 2 THEN {c} END", "IF({b}, {s}, {v})", "JSON_VALUE({s}, '$.{w}')",
    ),
    "bin": ("CAST({text} AS BINARY(4))",), "vb": ("CAST({text} AS VARBINARY(6))",), "bs": ("CAST({text} AS BYTES)", "ENCODE({s}, 'UTF-8')"),
    "dt": ("CAST({ts3} AS DATE)", "{dt} + INTERVAL '{n}' DAY", "DATE '2024-01-0{n}'", "TO_DATE({text})", "COALESCE({dt}, DATE '2020-02-29')"),
    "tm": ("CAST({ts3} AS TIME)", "TIME '10:0{n}:00'"),
    "ts0": ("CAST({ts3} AS TIMESTAMP(0))",), "ts6": ("CAST({ts3} AS TIMESTAMP(6))", "COALESCE({ts6}, {ts3})"), "ts9": ("CAST({ts3} AS TIMESTAMP(9))",),
    "ts3": ("{ts3} + INTERVAL '{n}' HOUR", "CAST({text} AS TIMESTAMP(3))", "TIMESTAMP '2024-01-01 00:0{n}:00'", "TIMESTAMPADD(MINUTE, {i}, {ts3})", "FLOOR({ts3} TO DAY)", "CASE WHEN {b} THEN {ts3} END"),
    "tz3": ("TO_TIMESTAMP_LTZ({bi}, 3)", "CAST({ts3} AS TIMESTAMP_LTZ(3))", "{tz3} - INTERVAL '{n}' MINUTE"), "tz6": ("CAST({ts6} AS TIMESTAMP_LTZ(6))",),
    "ai": ("ARRAY[{i}, {i}]", "ARRAY_APPEND({ai}, {i})", "ARRAY_DISTINCT({ai})"), "ain": ("ARRAY[{n}, {n}]",), "ad": ("ARRAY[{d}, {i}]",),
    "astr": ("ARRAY[{s}, '{w}']", "SPLIT({s}, ',')", "MAP_KEYS({m})"), "aai": ("ARRAY[{ai}, ARRAY[{i}]]",),
    "ar": ("CAST(ARRAY[ROW({i}, {s})] AS ARRAY<ROW<a INT, b STRING>>)",), "m": ("MAP[{s}, {i}]", "CAST(MAP['{w}', {n}] AS MAP<STRING, INT>)"),
    "mii": ("MAP[{i}, {i}]",), "mn": ("MAP[{n}, '{w}']",), "r": ("CAST(ROW({i}, {s}) AS ROW<a INT, b STRING>)",),
    "rn": ("CAST(ROW({n}, ROW({d})) AS ROW<a INT NOT NULL, r2 ROW<x DOUBLE>>)",), "va": ("PARSE_JSON({s})",),
}  # fmt: skip
WORDS = ("a", "ok", "fr", "gold", "x1", "2024", "north")


SOUND_ONLY = 0.97  # of the calls; the others are those the planner refuses or cannot plan


class Calls:
    """Every built-in function in turn, so that a long enough run has called each of them often enough."""

    def __init__(self, seed: int) -> None:
        self._draw = Draw(f"calls {seed}")
        answers = _answers()
        sound = {base for base in BASES if answers.get((base.function, base.args, base.site), "refused") not in FAILURES}
        working = {(base.function, base.site) for base in sound}
        self._turn = {}
        for site in sorted({base.site for base in BASES}):
            there = [base for base in BASES if base.site == site]
            usual = [base for base in there if base in sound or (base.function, site) not in working]
            self._turn[site] = (_forever(self._draw, usual), _forever(self._draw, there))

    def next(self, site: str) -> Base:
        usual, all_of_them = self._turn[site]
        return next(usual if self._draw.chance(SOUND_ONLY) else all_of_them)


def _answers() -> dict[tuple[str, tuple[str, ...], str], str]:
    """What the planner said of every base call: its type, "refused" or "no plan"."""
    recorded = json.loads(gzip.decompress(RECORDED_CALLS.read_bytes()))
    return {(case.function, case.args, case.site): recorded.get(case.query, "refused") for case in function_cases()}


def _forever(draw: Draw, bases: list[Base]) -> Iterator[Base]:
    while True:
        draw.source.shuffle(bases)
        yield from bases


def expression(draw: Draw, fields: Sequence[Field], tag: str, depth: int = 2) -> str:
    """Something of the type, most often with columns in it. Depth bounds the nesting."""
    columns = [column for column in fields if column.tag == tag]
    if columns and draw.chance(0.6 if depth else 0.95):
        return draw.one(columns).ref
    if depth and tag in GRAMMAR:
        return _filled(draw, fields, draw.one(GRAMMAR[tag]), depth - 1)
    return _converted(draw, fields, tag)


_NUMBERS = ("ti", "si", "i", "bi", "f", "d", "dec", "dec0", "dec38")
_TIMES = ("dt", "ts0", "ts3", "ts6", "ts9", "tz3", "tz6")
_TEXTS = ("s", "v", "c")
CASTABLE = {
    **dict.fromkeys(TYPES, _TEXTS),
    **dict.fromkeys(_TEXTS, (*_TEXTS, "i", "bi", "d", "dec", "b", "dt", "ts3", "tz3", "si")),
    **dict.fromkeys(_NUMBERS, (*_NUMBERS, *_TEXTS)),
    **dict.fromkeys(_TIMES, ("ts3", "tz3", "dt", "ts6", *_TEXTS)),
    "b": ("i", "bi", "s", "d", "v"),
}
MADE = {
    "ai": "ARRAY[{i}, {i}]", "ain": "ARRAY[{n}, {n}]", "ad": "ARRAY[{d}, {d}]", "astr": "ARRAY[{s}, {s}]", "aai": "ARRAY[ARRAY[{i}]]",
    "m": "MAP[{s}, {i}]", "mii": "MAP[{i}, {i}]", "mn": "MAP[{n}, '{w}']", "va": "PARSE_JSON({s})",
    "r": "CAST(ROW({i}, {s}) AS ROW<a INT, b STRING>)", "rn": "CAST(ROW({n}, ROW({d})) AS ROW<a INT NOT NULL, r2 ROW<x DOUBLE>>)",
    "ar": "CAST(ARRAY[ROW({i}, {s})] AS ARRAY<ROW<a INT, b STRING>>)",
}  # fmt: skip


def _converted(draw: Draw, fields: Sequence[Field], tag: str) -> str:
    """A column of another type, cast: constants alone would let the planner fold the query away."""
    if tag in MADE:
        return _filled(draw, fields, MADE[tag], 0)
    source = [column for column in fields if column.tag in CASTABLE[tag]]
    if not source:
        return f"CAST(NULL AS {TYPES[tag]})"
    return f"CAST({draw.one(source).ref} AS {TYPES[tag]})"


def condition(draw: Draw, fields: Sequence[Field], depth: int = 2) -> str:
    """A boolean that the planner cannot know beforehand: over a column, and not of a thing with itself."""
    for _ in range(8):
        text = expression(draw, fields, "b", depth)
        if "`" in text and "CAST(NULL" not in text and not TO_ITSELF.search(text):
            return text
    return f"{fields[0].ref} IS NOT NULL"


def _filled(draw: Draw, fields: Sequence[Field], template: str, depth: int) -> str:
    """The template with unlike operands where it can: `x < x` says nothing, and the planner folds it away."""
    tags = HOLE.findall(template)
    operands: list[str] = []
    for tag in tags:
        operand = _hole(draw, fields, tag, depth)
        for _ in range(3):
            if operand not in operands:
                break
            operand = _hole(draw, fields, tag, depth)
        operands.append(operand)
    following = iter(operands)
    return HOLE.sub(lambda _: next(following), template)


def _hole(draw: Draw, fields: Sequence[Field], tag: str, depth: int) -> str:
    if tag == "n":
        return str(draw.number(1, 9))
    if tag == "text":
        texts = [column.ref for column in fields if column.tag in _TEXTS]
        return draw.one(texts) if texts else "'2024-01-01'"
    return draw.one(WORDS) if tag == "w" else expression(draw, fields, tag, depth)


def call(draw: Draw, fields: Sequence[Field], base: Base, depth: int = 1) -> str:
    """The function with arguments of the types its example has."""
    arguments = [_argument(draw, fields, argument, depth) for argument in base.args]
    if base.template:
        return "(" + base.template.format(*arguments) + ")"
    distinct = "DISTINCT " if base.site == "distinct" else ""
    return f"{base.function}({distinct}{', '.join(arguments)})"


def _argument(draw: Draw, fields: Sequence[Field], argument: str, depth: int) -> str:
    tag = argument.removesuffix("_n")
    if argument[0] in ":>":
        return argument[1:]
    if tag in TYPES:
        return expression(draw, fields, tag, depth)
    if tag == "iym":
        return f"INTERVAL '{draw.number(1, 9)}' MONTH"
    if tag == "ids":
        return f"INTERVAL '{draw.number(1, 9)}' MINUTE"
    if argument in TIME_COLUMNS or tag in COLUMNS:
        times = [column.ref for column in fields if column.time == ("rowtime" if argument == "rt" else "proctime")]
        return draw.one(times) if times else "PROCTIME()"
    return argument


def anything(draw: Draw, fields: Sequence[Field]) -> tuple[str, str]:
    """An expression of a usual type, and its tag; "?" where the grammar's form may widen it."""
    tag = draw.one(COMMON)
    return expression(draw, fields, tag), tag
