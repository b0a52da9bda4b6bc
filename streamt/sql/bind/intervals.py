"""The length of a constant interval."""

from __future__ import annotations

import re

from streamt.sql import ast
from streamt.sql.bind.interval_texts import singular

MILLISECONDS = {"WEEK": 604_800_000, "DAY": 86_400_000, "HOUR": 3_600_000, "MINUTE": 60_000, "SECOND": 1_000, "MILLISECOND": 1}
MONTHS = {"MONTH": 1, "QUARTER": 3, "YEAR": 12}
UNITS = ("DAY", "HOUR", "MINUTE", "SECOND")


def milliseconds(node: object) -> int | None:
    """None: not a constant, or of years and months. Units may be plural."""
    sign = 1
    while type(node) is ast.Unary and node.op in "+-":
        sign = -sign if node.op == "-" else sign
        node = node.value
    if type(node) is ast.Arithmetic:
        return _sum(node, sign)
    if type(node) is not ast.Interval or type(node.value) is not ast.Literal:
        return None
    text = node.value.value.strip()
    if text.startswith("-"):
        sign, text = -sign, text[1:]
    if node.negative:
        sign = -sign
    unit = singular(node.unit.unit)
    if not node.unit.until:
        return _single(text, unit, sign)
    return _compound(text, unit, singular(node.unit.until), sign)


def _sum(node: ast.Arithmetic, sign: int) -> int | None:
    total = 0
    for op, arg in zip(("+", *node.ops), node.args, strict=True):
        part = milliseconds(arg)
        if part is None or op not in "+-":
            return None
        total += part if op == "+" else -part
    return sign * total


def _single(text: str, unit: str, sign: int) -> int | None:
    if unit not in MILLISECONDS or not re.fullmatch(r"\d{1,15}(\.\d{1,9})?", text):
        return None
    return sign * int(float(text) * MILLISECONDS[unit])


def _compound(text: str, unit: str, until: str, sign: int) -> int | None:
    """`'1 02:03'` DAY TO MINUTE: one number for each unit of the range."""
    if unit not in UNITS or until not in UNITS:
        return None
    span = UNITS[UNITS.index(unit) : UNITS.index(until) + 1]
    parts = re.split(r"[ :]", text)
    if len(parts) != len(span) or not all(re.fullmatch(r"\d{1,15}(\.\d{1,9})?", part) for part in parts):
        return None
    return sign * sum(int(float(part) * MILLISECONDS[name]) for part, name in zip(parts, span, strict=True))


def added_ms(node: object) -> int | None:
    """What TIMESTAMPADD(unit, number, time) adds, with a month of 30 days; None where it is no constant."""
    if type(node) is not ast.Call or node.name != "TIMESTAMPADD" or len(node.args) != 3:
        return None
    unit, number = node.args[:2]
    if type(unit) is not ast.Symbol or type(number) is not ast.Literal or not re.fullmatch(r"-?\d{1,10}", number.value):
        return None
    name = singular(unit.name)
    one = MILLISECONDS.get(name) or MONTHS.get(name, 0) * 30 * MILLISECONDS["DAY"] or None
    return None if one is None else int(number.value) * one


def approximate_ms(node: object) -> int | None:
    """As `milliseconds`, with a month of 30 days: to tell which of two times is later."""
    exact = milliseconds(node)
    if exact is not None or type(node) is not ast.Interval or node.unit.until:
        return exact
    months = MONTHS.get(singular(node.unit.unit))
    text = getattr(node.value, "value", "")
    if months is None or not re.fullmatch(r"-?\d{1,6}", str(text)):
        return None
    return (-1 if node.negative else 1) * int(text) * months * 30 * MILLISECONDS["DAY"]
