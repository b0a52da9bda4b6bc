"""A diagnostic: one thing that is wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

DOCUMENTATION = "https://streamt.dev/rules/"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a project file. Lines and columns count from 1; the end is exclusive; `path` is relative to the project."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `node` is an id such as `model:payments`; `expected` and `got` are ready to print."""

    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    node: str | None = None
    expected: str | None = None
    got: str | None = None
    help: str | None = None
    fixable: bool = False
    confidential: bool = False  # the place holds a secret: no format shows the line

    @property
    def url(self) -> str:
        return f"{DOCUMENTATION}{self.rule}"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By place in the project, then severity, rule and message: the same on every run. Exact repetitions are dropped."""
    return tuple(sorted(set(diagnostics), key=_rank))


def _rank(found: Diagnostic) -> tuple[object, ...]:
    span = found.span or Span("", 0, 0, 0, 0)
    return (
        span.path,
        span.line,
        span.column,
        SEVERITIES.index(found.severity),
        found.rule,
        found.message,
        found.node or "",
        found.expected or "",
        found.got or "",
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(found.severity == "error" for found in diagnostics)
