"""What a plain YAML scalar means: the core schema of YAML 1.2, minus what surprises.

`yes`, `no`, `on`, `off`, dates, `1_000` and `1:30` are text. So are `.inf`, `.nan` and numbers too large for a float, which no
JSON document could hold, and `007`, whose zeros somebody meant.
"""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_REAL = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MAX_DIGITS = 40


MEANINGFUL = frozenset(["", *"~ntfNTF-+.0123456789"])  # what a plain scalar that is not text starts with


def plain(text: str) -> Scalar:
    """The value of a scalar written without quotes."""
    if not text or text[0] in "~ntfNTF":
        return _WORDS.get(text, text)
    return number(text) if text[0] in "-+.0123456789" else text


def number(text: str) -> str | int | float:
    """The number that the text writes, else the text."""
    if len(text) > _MAX_DIGITS:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _REAL.fullmatch(text):
        value = float(text)
        return value if math.isfinite(value) else text
    return int(text, 0) if _BASED.fullmatch(text) else text
