"""What the planner reads as the text of DATE '..', TIME '..' and TIMESTAMP '..'."""

from __future__ import annotations

import calendar
import re
from typing import Final

MOMENTS: Final = {
    "DATE": "2024-01-31",
    "TIME": "12:30:00",
    "TIMESTAMP": "2024-01-31 12:30:00",
    "TIMESTAMP_LTZ": "2024-01-31 12:30:00",
}
"""Kinds of such literals, and what one looks like."""
_DAY: Final = r"(\d{1,9})-(\d{1,9})-(\d{1,9})"
_CLOCK: Final = r"(\d{1,9}):(\d{1,9}):(\d{1,9})(?:\.\d*)?"
_DATE: Final = re.compile(_DAY)
_TIME: Final = re.compile(_CLOCK)
_TIMESTAMP: Final = re.compile(f"{_DAY}(?: +{_CLOCK})?")


def is_moment(kind: str, text: str) -> bool:
    pattern = _DATE if kind == "DATE" else _TIME if kind == "TIME" else _TIMESTAMP
    match = pattern.fullmatch(text.strip())
    if match is None:
        return False
    numbers = [int(number or 0) for number in match.groups()]
    if kind == "TIME":
        return _is_clock(*numbers)
    return _is_day(*numbers[:3]) and (kind == "DATE" or _is_clock(*numbers[3:]))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _is_clock(hour: int, minute: int, second: int) -> bool:
    return hour < 24 and minute < 60 and second < 60
