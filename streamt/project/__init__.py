"""The project: as written (`spec/`), and with every name filled in (`model.py`).

`load_project` is imported when it is first asked for, since reading needs pydantic and the values do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from streamt.load.files import find_root

if TYPE_CHECKING:
    from streamt.project.loading import Loaded, load_project

__all__ = ["Loaded", "find_root", "load_project"]


def __getattr__(name: str) -> Any:
    if name not in ("Loaded", "load_project"):
        raise AttributeError(name)
    from streamt.project import loading

    return getattr(loading, name)
