"""Indented trees of any depth and width, without recursion. What was drawn before is only referred to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

DRAWN_BEFORE = " ↑"
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Branch:
    key: str
    label: str


def tree(roots: Sequence[Branch], below: Callable[[str], Sequence[Branch]], width: int) -> Iterator[str]:
    """Lines. Beyond half of `width` the indentation stops growing and the level is written instead."""
    seen: set[str] = set()
    # One entry per line still to come: the last one is next.
    waiting = [(root, "", "", 0) for root in reversed(roots)]
    deepest = max(4, width // 2 // _INDENT)
    while waiting:
        branch, stem, fork, level = waiting.pop()
        children = below(branch.key)
        again = branch.key in seen and bool(children)
        yield f"{stem}{fork}{branch.label}{DRAWN_BEFORE if again else ''}"
        if branch.key in seen:
            continue
        seen.add(branch.key)
        inner = _stem(stem, fork, level, deepest)
        for place, child in enumerate(reversed(children)):
            waiting.append((child, inner, "├── " if place else "└── ", level + 1))


def _stem(stem: str, fork: str, level: int, deepest: int) -> str:
    if level >= deepest:
        return f"⋯ {level + 1} ".ljust(deepest * _INDENT)
    return stem + {"": "", "├── ": "│   ", "└── ": "    "}[fork]
