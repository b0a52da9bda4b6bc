"""Whether the text of an interval literal is one: the form of its units, and how many digits they have."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from streamt.sql import ast

YEARS: Final = ("YEAR", "MONTH")
DAYS: Final = ("DAY", "HOUR", "MINUTE", "SECOND")
SEPARATORS: Final = {"MONTH": "-", "HOUR": " ", "MINUTE": ":", "SECOND": ":"}
LIMITS: Final = {"MONTH": 12, "HOUR": 24, "MINUTE": 60, "SECOND": 60}
"""Of what does not come first: how many make one of the unit before."""
SHOWN: Final = {"YEAR": "1", "MONTH": "6", "DAY": "1", "HOUR": "2", "MINUTE": "30", "SECOND": "15"}
DIGITS: Final = 2
"""Of the first unit, where none are written."""
FRACTION: Final = 6
MOST_OF_DAYS: Final = 3
MOST_OF_YEARS: Final = 10


class Wrong(NamedTuple):
    code: str
    message: str
    help: str


def wrong_precision(unit: ast.IntervalUnit) -> Wrong | None:
    """Of DAY(3): Calcite takes 1 to 10 digits, and Flink's days to seconds have 3 at most."""
    most = MOST_OF_YEARS if singular(unit.unit) in ("YEAR", "QUARTER", "MONTH") else MOST_OF_DAYS
    if unit.precision is not None and not 1 <= unit.precision <= most:
        return Wrong("number_range", f"{singular(unit.unit)} has 1 to {most} digits in Flink; got {unit.precision}",
                     "write a larger unit, or a number without quotes: INTERVAL 5000 DAY" if unit.precision else "leave (0) out")  # fmt: skip
    if unit.scale is not None and not 1 <= unit.scale <= 9:
        return Wrong("number_range", f"a second has 1 to 9 digits behind the point; got {unit.scale}", "leave the number out: it is 6 then")
    return None


def wrong_text(node: ast.Interval) -> Wrong | None:
    """What is wrong with the text in quotes, if its precision is right."""
    text = getattr(node.value, "value", "").strip()
    unit, until = singular(node.unit.unit), singular(node.unit.until)
    found = _form(unit, until, node.unit.scale).fullmatch(text)
    name = f"{unit} TO {until}" if until else unit
    if found is None and _form(unit, until, 30).fullmatch(text):
        most = FRACTION if node.unit.scale is None else node.unit.scale
        return Wrong("number_range", f"'{text}' has more than {most} digits behind the point", "write fewer, or the number there may be: SECOND(2, 9)")
    if found is None:
        return Wrong("syntax", f"'{text}' is no interval of {name}", f"write {_example(unit, until)}")
    for part, number in zip(_span(unit, until)[1:], found.groups()[1:], strict=True):
        if int(number) >= LIMITS[part]:
            return Wrong("syntax", f"'{text}' has {number} {part.lower()}s, and the most is {LIMITS[part] - 1}", f"write {_example(unit, until)}")
    return _too_long(node.unit, unit, until, text, found[1])


def singular(unit: str) -> str:
    return unit.removesuffix("S")


def _too_long(written: ast.IntervalUnit, unit: str, until: str, text: str, first: str) -> Wrong | None:
    digits = len(first.lstrip("0"))
    allowed = DIGITS if written.precision is None else written.precision
    if digits <= allowed:
        return None if int(first) < 2**31 else Wrong("number_range", f"{first} is too large for an interval", "write a larger unit")
    most = MOST_OF_DAYS if unit in (*DAYS, "WEEK") else MOST_OF_YEARS
    if digits <= most:
        instead = f"write INTERVAL '{text}' {unit}({digits})" + (f" TO {until}" if until else "")
    else:
        instead = f"write a larger unit, or the number without quotes: INTERVAL {first} {unit}"
    return Wrong("number_range", f"{first} has {digits} digits, and {unit} has {allowed} here", instead)


def _span(unit: str, until: str) -> tuple[str, ...]:
    if not until:
        return (unit,)
    units = YEARS if unit in YEARS else DAYS
    return units[units.index(unit) : units.index(until) + 1]


def _form(unit: str, until: str, scale: int | None) -> re.Pattern[str]:
    fraction = FRACTION if scale is None else scale  # digits behind the point
    pattern = r"[+-]?([0-9]+)"
    for part in _span(unit, until)[1:]:
        pattern += SEPARATORS[part] + "([0-9]{1,2})"
    if "SECOND" in (unit, until):
        pattern += rf"(?:\.[0-9]{{1,{fraction}}})?"
    return re.compile(pattern)


def _example(unit: str, until: str) -> str:
    first, *others = _span(unit, until)
    text = SHOWN.get(first, "1") + "".join(SEPARATORS[part] + SHOWN[part] for part in others)
    return f"INTERVAL '{text}' {unit}" + (f" TO {until}" if until else "")
