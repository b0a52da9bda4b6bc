"""Whether a string literal reads as a date, time or timestamp, the way the planner's constant folding reads it."""

from __future__ import annotations

import calendar
import re
from typing import Final

from streamt.coltypes.datatype import Kind

_DATE = re.compile(r"\s*(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:\s.*)?\Z", re.DOTALL)
_TIMESTAMP = re.compile(r"\d{1,4}-(\d{1,2})-(\d{1,2})(?: \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d{0,9})?)?\Z")
_TIME = re.compile(r"(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d*)?)?)?\Z")

FORMATS: Final[dict[Kind, str]] = {
    "DATE": "'yyyy-MM-dd'",
    "TIME": "'HH:mm:ss'",
    "TIMESTAMP": "'yyyy-MM-dd HH:mm:ss[.fff]'",
    "TIMESTAMP_LTZ": "'yyyy-MM-dd HH:mm:ss[.fff]'",
}


def reads_as(kind: Kind, text: str) -> bool:
    """True for kinds other than DATE, TIME and TIMESTAMP(_LTZ)."""
    if kind == "DATE":
        return _is_date(text)
    if kind == "TIME":
        match = _TIME.match(text)
        return (
            match is not None and int(match[1]) < 24 and int(match[2] or 0) < 60 and int(match[3] or 0) < 60
        )
    if kind in ("TIMESTAMP", "TIMESTAMP_LTZ"):
        match = _TIMESTAMP.match(text)  # the 30th of February is taken
        return match is not None and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31
    return True


def _is_date(text: str) -> bool:
    match = _DATE.match(text)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]
