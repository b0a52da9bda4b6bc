"""Which of Flink's types a name that is none most likely means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

_FOREIGN: Final = {  # what people coming from other systems write -> Flink's name for it
    "TEXT": "STRING",
    "LONG": "BIGINT",
    "BOOL": "BOOLEAN",
    "INT8": "BIGINT",
    "INT64": "BIGINT",
    "INT4": "INT",
    "INT32": "INT",
    "REAL": "FLOAT",
    "FLOAT64": "DOUBLE",
    "DATETIME": "TIMESTAMP",
    "TIMESTAMPTZ": "TIMESTAMP_LTZ",
    "JSON": "STRING",
    "UUID": "STRING",
    "NUMBER": "DECIMAL",
    "BLOB": "BYTES",
    "BYTEA": "BYTES",
    "STRUCT": "ROW",
    "OBJECT": "ROW",
    "LIST": "ARRAY",
}
_UNSAID: Final = frozenset({"NULL", "UNKNOWN", "DESCRIPTOR"})  # types that nobody means to declare


def closest(name: str, known: Iterable[str]) -> str | None:
    if name in _FOREIGN:
        return _FOREIGN[name]
    names = [other for other in known if other not in _UNSAID]
    return next(iter(difflib.get_close_matches(name[:40], names, 1, 0.6)), None)
