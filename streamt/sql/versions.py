"""Versions of Flink, as "1.20" or "2.2" in a project."""

from __future__ import annotations

from functools import lru_cache

Version = tuple[int, ...]


@lru_cache(maxsize=64)
def ordered(version: str) -> Version:
    """1.20.1 < 2.0 < 2.10; "2.x" is the newest 2."""
    return tuple(int(part) if part.isdigit() else 10_000 for part in version.split(".")[:2])
