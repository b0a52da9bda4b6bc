"""Comparing what was declared: numbers that may be placeholders, nested settings, secrets that must not be shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from streamt.impact.change import Change

HIDDEN = "(hidden)"
_SECRET = re.compile(
    r"webhook|passw|passphrase|secret|token|credential|jaas|api[._-]?key|private[._-]?key|ssl[._-]?key|user[._-]?info",
    re.I,
)
_LOGIN = re.compile(r"(\w://)[^/\s@]+@")
_NUMBER = re.compile(r"-?\d{1,18}")


class Difference(NamedTuple):
    path: str
    before: Any
    after: Any


def differences(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, under: str = ""
) -> Iterator[Difference]:
    """Leaves that differ, by dotted path, sorted. Absent and null are the same; a list is one leaf."""
    old, new = leaves(before or {}, under), leaves(after or {}, under)
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path):
            yield Difference(path, _shown(path, old.get(path)), _shown(path, new.get(path)))


def leaves(values: Mapping[str, Any], under: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    waiting: list[tuple[str, Any]] = [(under, values)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [(f"{path}.{key}" if path else str(key), inner) for key, inner in value.items()]
        elif value is not None:
            found[path] = value
    return found


def _shown(path: str, value: Any) -> Any:
    if value is None:
        return None
    if _SECRET.search(path.rpartition(".")[2]) or _SECRET.search(path):
        return HIDDEN
    return _LOGIN.sub(rf"\1{HIDDEN}@", value) if isinstance(value, str) else value


def without_secrets(name: str, value: Any) -> Any:
    """A whole declaration with its secrets hidden, for showing."""
    if isinstance(value, Mapping):
        return {path: _shown(path, leaf) for path, leaf in sorted(leaves(value, "").items())}
    return _shown(name, value)


def whole(value: Any) -> int | None:
    """The number, when it is one whatever the environment: not for a placeholder, nor where nothing is declared."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None


def directed(
    node: str, subject: str, before: Any, after: Any, less: str, more: str, other: str
) -> Iterator[Change]:
    """A number that became less or more; `other`, of unknown certainty, when one of the two is not known."""
    if before == after:
        return
    old, new = whole(before), whole(after)
    if old is None or new is None:
        yield Change(other, node, subject, before, after, "unknown")
    elif old != new:
        yield Change(less if new < old else more, node, subject, before, after)


def plain(kind: str, node: str, subject: str, before: Any, after: Any) -> Iterator[Change]:
    """A value that is another; absent, null and empty are the same."""
    if before != after and (before or after):
        yield Change(kind, node, subject, before, after)


def numbered(names: Iterable[str]) -> Iterator[str]:
    """`a`, `b`, `a (2)`: the same name twice makes two subjects."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"
