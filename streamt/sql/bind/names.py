"""Names of a query's own columns."""

from __future__ import annotations


def uniquified(names: list[str]) -> tuple[str, ...]:
    """As the planner renames what comes twice: a, a, a0 -> a, a0, a00."""
    if len(set(names)) == len(names):
        return tuple(names)
    used: set[str] = set()
    tries: dict[str, int] = {}
    found = []
    for name in names:
        new = name
        while new in used:
            number = tries.get(name, 0)
            tries[name] = number + 1
            new = f"{name}{number}"
        used.add(new)
        found.append(new)
    return tuple(found)
