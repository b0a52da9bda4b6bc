"""`${VAR}` and `${VAR:-default}`: known from their default alone, never from the environment.

Only plan and apply resolve placeholders. Before that a default counts as the value, and a placeholder without one makes the
value UNKNOWN: `known(...)` is None and rules that need it stay silent. `$${` is a literal `${`. Other `${...}`, such as
Connect's `${file:path:key}`, is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import overload

VARIABLE = re.compile(r"\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-((?:[^{}]|\{[^{}]*\})*))?\}")


@dataclass(frozen=True, slots=True)
class Deferred:
    """A typed scalar (number, boolean) written with a placeholder: its text, and its value if the defaults alone tell it."""

    text: str
    value: int | float | bool | None = None


Int = int | Deferred
Number = int | float | Deferred
Bool = bool | Deferred


@overload
def known(value: str) -> str | None: ...
@overload
def known(value: int | Deferred) -> int | None: ...  # type: ignore[overload-overlap]
@overload
def known(value: None) -> None: ...
@overload
def known(value: float | Deferred | None) -> float | None: ...
def known(value: object) -> object:
    """The value with defaults filled in; None when it depends on a variable without one (or is None already)."""
    if isinstance(value, Deferred):
        return value.value
    if isinstance(value, str):
        return known_text(value)
    return value


def known_text(text: str) -> str | None:
    if "${" not in text:
        return text
    out: list[str] = []
    end = 0
    for match in VARIABLE.finditer(text):
        out.append(text[end : match.start()])
        end = match.end()
        if match.group(0) == "$${":
            out.append("${")
        elif match.group(2) is None:
            return None
        else:
            out.append(match.group(2))
    return "".join(out) + text[end:]


def variables(text: str) -> tuple[str, ...]:
    """Names of the variables a text needs, in order, defaults or not."""
    return tuple(dict.fromkeys(match.group(1) for match in VARIABLE.finditer(text) if match.group(1)))


def has_placeholder(text: str) -> bool:
    return any(match.group(1) for match in VARIABLE.finditer(text))
