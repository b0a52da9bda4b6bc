"""Dates and timestamps as constants: their texts, read and written as the planner computes them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from streamt.coltypes import DataType
from streamt.sql.values.model import Const

WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?)?")
PLAIN = frozenset({"DATE", "TIMESTAMP"})


def moment(value: Const) -> datetime | None:
    """Of a date the midnight it begins with; None where it is no such constant."""
    return read(value.value) if value.type.kind in PLAIN and isinstance(value.value, str) else None


def read(text: str) -> datetime | None:
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        time = datetime.fromisoformat(f"{found[1]}T{found[2] or '00:00:00'}")
    except ValueError:
        return None
    return time.replace(microsecond=int((found[3] or "0").ljust(6, "0")))


def of_type(time: datetime, type: DataType) -> Const | None:
    """The moment as a DATE or a TIMESTAMP, which cut off what they do not hold."""
    if type.kind == "DATE":
        return Const(time.strftime("%Y-%m-%d"), type)
    if type.kind != "TIMESTAMP" or type.precision > 6:
        return None
    fraction = f"{time.microsecond:06}"[: type.precision]
    return Const(time.strftime("%Y-%m-%d %H:%M:%S") + (f".{fraction}" if fraction else ""), type)


def later(value: Const, milliseconds: int, type: DataType) -> Const | None:
    time = moment(value)
    return None if time is None else of_type(time + timedelta(milliseconds=milliseconds), type)
