"""One `up` or `down` at a time in a project."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamt.errors import CannotRun


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Held until the block ends, or this process does. Raises CannotRun when another one holds it."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotRun(
                f"Another `streamt local up` or `down` is at work in {path.parent.parent.parent}."
            ) from None
        yield
