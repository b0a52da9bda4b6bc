"""A rule: one small function that yields findings, with its documentation as its docstring.

    @rule("topics.min_partitions", on=Model, setting=int)
    def min_partitions(model: Model, see: Analysis, least: int) -> Iterator[Finding]:
        '''A topic has fewer partitions than the project asks for.
        ... (Why, Bad, Good: what `streamt explain` prints)'''

A rule with a `setting` runs where the project's `rules:` block sets it, and gets the value; one without runs always. A rule
reads `Analysis` and nothing else, reports places and never computes a line, and stays silent about what is UNKNOWN.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from streamt.coltypes import TypeSyntaxError
from streamt.diagnostics.model import Severity, Span
from streamt.load.document import Place
from streamt.project.model import Exposure, Function, Model, Project, Source, Test

Subject = Source | Model | Test | Exposure | Function | Project
KINDS: tuple[type, ...] = (Project, Function, Source, Model, Test, Exposure)  # the order in which rules run


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. `at` is the value's place, or a span (inside SQL, or of a key)."""

    at: Place | Span
    message: str
    expected: str | None = None
    got: str | None = None
    help: str | None = None
    severity: Severity | None = None  # None: the rule's own
    confidential: bool = False  # the place holds a secret: its line is not shown


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    on: type
    check: Callable[..., Iterator[Finding]]
    severity: Severity
    setting: type | None

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]

    @property
    def page(self) -> str:
        """The rule's documentation, Markdown."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        return self.page.partition("\n")[0]


def rule(
    id: str, *, on: type, setting: type | None = None, severity: Severity = "error"
) -> Callable[[Callable[..., Iterator[Finding]]], Rule]:
    def wrapped(check: Callable[..., Iterator[Finding]]) -> Rule:
        return Rule(id, on, check, severity, setting)

    return wrapped


def rules_of(module: Any) -> tuple[Rule, ...]:
    """The rules a module defines, in the order it defines them."""
    return tuple(value for value in vars(module).values() if isinstance(value, Rule))


def violates(subject: Source | Model | Test | Exposure, rule_id: str) -> str:
    """The sentence a governance rule opens with, as the user drew it."""
    return f"{type(subject).__name__} '{subject.name}' violates rule '{rule_id}'"


def not_a_type(text: str, error: TypeSyntaxError) -> str:
    """The suggestion, where there is one, is the finding's help."""
    return f"'{text}' is no Flink type" + ("" if error.suggestion else f": {error.message}")


def place_of(subject: Source | Model | Test | Exposure, *keys: str) -> Place:
    """The place of the deepest of those keys that is written, else of the node's name."""
    route = subject.place.route
    marks = subject.place.document.marks
    for length in range(len(keys), 0, -1):
        if route + tuple(keys[:length]) in marks:
            return subject.place.at(*keys[:length])
    return subject.place.at("name")


def topic_violation(model: Model, rule_id: str, key: str, expected: str, got: str) -> Finding:
    """What a model's `topic:` block says differs from what the project asks of it."""
    return Finding(place_of(model, "topic", key), violates(model, rule_id), expected=expected, got=got)
