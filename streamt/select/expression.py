"""The text of `--select` as values. Blank is union, comma is intersection, `+` adds what is upstream or downstream.

payments_clean        any node of that name       tag:pii  owner:team-x      kind:flink  kind:exposure
+name  name+  +name+  with all of its up-/downstream            2+name  name+3   that many steps of it
source:x model:x test:x exposure:x       ids            payments_*  ?  globs, wherever a value stands
state:modified  state:new                compared with a base
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, TypeAlias, cast, get_args

from streamt.errors import CannotRun
from streamt.select.graph import EVERYTHING

Method: TypeAlias = Literal["name", "tag", "owner", "kind", "source", "model", "test", "exposure", "state"]
METHODS: tuple[Method, ...] = get_args(Method)
KINDS = ("source", "model", "test", "exposure", "topic", "virtual_topic", "flink", "sink")
STATES = ("modified", "new")

_TERM = re.compile(
    r"(?:(?P<up>\d*)(?P<plus_up>\+))?"
    r"(?:(?P<method>[^:+]*):)?"
    r"(?P<value>[^+]*)"
    r"(?:(?P<plus_down>\+)(?P<down>\d*))?"
)
_LONGEST_DEPTH = 9  # digits: no graph is a billion deep, and int() of more is work for nothing


class SelectorError(CannotRun):
    """The expression cannot be read, or a part of it names nothing. The message points at the part."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """`up` and `down` are steps to add in each direction: 0 is none. `start` and `end` are offsets in the text."""

    method: Method
    value: str
    up: int
    down: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Selection:
    """A union of intersections."""

    text: str
    terms: tuple[tuple[Criterion, ...], ...]


def parse_selection(text: str) -> Selection:
    terms = tuple(tuple(_intersection(text, found)) for found in re.finditer(r"\S+", text))
    if not terms:
        raise SelectorError(
            "Nothing is selected: --select is empty. Name a node, as in `--select payments_clean`."
        )
    return Selection(text, terms)


def _intersection(text: str, term: re.Match[str]) -> Iterator[Criterion]:
    start = term.start()
    for part in term.group().split(","):
        yield _criterion(text, part, start)
        start += len(part) + 1


def _criterion(text: str, part: str, start: int) -> Criterion:
    end = start + len(part)
    found = _TERM.fullmatch(part)
    if found is None:
        raise failure(text, start, end, f"cannot read {part!r}", "Write `+name`, `name+2` or `method:value`.")
    method, value = found["method"], found["value"]
    if method is not None and "/" in method:  # an id of another project: payments/model:clean
        method, value = None, f"{method}:{value}"
    if not value:
        raise failure(
            text, start, end, "a name or value is missing", "Write `+name`, `name+2` or `method:value`."
        )
    if method is not None and method not in METHODS:
        hint = did_you_mean(method, METHODS) or f"There are {', '.join(METHODS)}."
        raise failure(text, start, end, f"there is no method {method!r}", hint)
    for allowed_for, allowed in (("kind", KINDS), ("state", STATES)):
        if method == allowed_for and value not in allowed:
            hint = did_you_mean(value, allowed) or f"There are {', '.join(allowed)}."
            raise failure(text, start, end, f"there is no {method} {value!r}", hint)
    return Criterion(
        cast(Method, method or "name"),
        value,
        _depth(text, found["plus_up"], found["up"], start, end),
        _depth(text, found["plus_down"], found["down"], start, end),
        start,
        end,
    )


def _depth(text: str, plus: str | None, digits: str | None, start: int, end: int) -> int:
    if plus is None:
        return 0
    if digits and len(digits) > _LONGEST_DEPTH:
        raise failure(
            text, start, end, f"{digits[:12]}.. is more steps than any project has", "Leave the number out."
        )
    return int(digits) if digits else EVERYTHING


def failure(text: str, start: int, end: int, what: str, hint: str) -> SelectorError:
    marker = " " * start + "^" * max(1, end - start)
    return SelectorError(f"Cannot select: {what}. {hint}\n  {text}\n  {marker}".replace("\t", " "))


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """A sentence, or nothing when no known word is close."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"Did you mean {close[0]!r}?" if close else ""
