"""What placeholders stand for at plan and apply; nowhere else, and never written down.

Precedence: the process environment, `.env` beside the project file, `.streamt/local.env`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamt.errors import CannotRun
from streamt.local.parts import PARTS
from streamt.placeholders import VARIABLE

FILES = (".streamt/local.env", ".env")
"""Later ones win."""

_ASSIGNMENT = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$")
_SHORTEST_HIDDEN = 4
_LOCAL = frozenset(name for part in PARTS for name, _ in part.variables)


@dataclass(frozen=True, slots=True)
class Variables:
    values: Mapping[str, str]

    def fill(self, text: str, quote: Callable[[str], str] = str) -> str:
        """The text with values for placeholders, each passed through `quote`. KeyError for a variable that is not set."""
        return VARIABLE.sub(lambda match: "${" if match.group(1) is None else quote(self._value(match)), text)

    def hide(self, text: str, names: Iterable[str]) -> str:
        """The text with placeholders for values: messages of engines repeat what they were given."""
        known = [
            (self.values[name], name) for name in names if len(self.values.get(name, "")) >= _SHORTEST_HIDDEN
        ]
        for value, name in sorted(known, key=lambda pair: (-len(pair[0]), pair[1])):
            text = text.replace(value, f"${{{name}}}")
        return text

    def _value(self, match: re.Match[str]) -> str:
        name, default = match.group(1), match.group(2)
        return self.values[name] if default is None else self.values.get(name) or default


def read_variables(project: Path) -> Variables:
    """Raises CannotRun for a file that cannot be read."""
    values: dict[str, str] = {}
    for name in FILES:
        values.update(_assignments(project / name))
    return Variables({**values, **os.environ})


def origins(project: Path) -> dict[str, str]:
    """Variable -> the file its value comes from, or "process environment". Raises CannotRun as `read_variables` does."""
    found = {name: file for file in FILES for name, _ in _assignments(project / file)}
    return {**found, **dict.fromkeys(os.environ, "process environment")}


def needed(value: Any) -> Iterator[tuple[str, str | None]]:
    """(variable, default) of every placeholder in the texts of a JSON value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield from (
                (match.group(1), match.group(2)) for match in VARIABLE.finditer(one) if match.group(1)
            )
        elif isinstance(one, Mapping):
            waiting.extend(one.values())
        elif isinstance(one, (list, tuple)):
            waiting.extend(one)


def require(variables: Variables, value: Any) -> frozenset[str]:
    """The names of the variables in use. Raises CannotRun that names all that are not set."""
    found = list(needed(value))
    missing = sorted({name for name, default in found if default is None and name not in variables.values})
    if missing:
        some = "These variables are" if len(missing) > 1 else "This variable is"
        hint = " (`streamt local up` sets those of a local stack)" if _LOCAL & set(missing) else ""
        raise CannotRun(
            f"{some} not set: {', '.join(missing)}.\nSet {'them' if len(missing) > 1 else 'it'} in the environment or in .env{hint}."
        )
    return frozenset(name for name, _ in found)


def _assignments(path: Path) -> Iterator[tuple[str, str]]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"Cannot read {path}: {type(error).__name__}.") from error
    for line in text.splitlines():
        match = _ASSIGNMENT.match(line)
        if match is not None and not line.lstrip().startswith("#"):
            yield match.group(1), _unquoted(match.group(2))


def _unquoted(value: str) -> str:
    """Quotes around a value go; ` # ...` after an unquoted one is a comment."""
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value
    return re.split(r"\s+#", value, maxsplit=1)[0]
