"""Work that only adds, without the garbage collector.

A project of thousands of models is millions of small values that stay alive to the end: walking them again and again to find
no garbage takes as long as making them. Memory is freed by reference counts all the same.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """As a `with` block or a decorator."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
