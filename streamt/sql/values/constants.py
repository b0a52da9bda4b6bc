"""Constants the planner computes before it chooses operators. What is not computed here stays what it is."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, cast

from streamt.coltypes import DataType
from streamt.sql.values.calls import called
from streamt.sql.values.model import Const, Value
from streamt.sql.values.moments import later, moment, of_type, read

Number = int | Decimal
WHOLE = {"TINYINT": 8, "SMALLINT": 16, "INT": 32, "BIGINT": 64}
TEXT = frozenset({"CHAR", "VARCHAR"})
TIMES = frozenset({"DATE", "TIME", "TIMESTAMP"})
STRICT = frozenset({"+", "-", "*", "/", "%", "NEGATE", "CAST", "ABS", "FLOOR", "CEIL", "SQRT", "UPPER", "LOWER", "CHAR_LENGTH", "||"})
EXACT = 1 << 24
"""Below it every whole number is a FLOAT, too."""


def number(value: Value) -> Number | None:
    """The number that the value is; None for any other value."""
    if type(value) is Const and isinstance(value.value, (int, Decimal)) and not isinstance(value.value, bool):
        return value.value
    return None


def computed(op: str, args: tuple[Value, ...], type: DataType) -> Const | None:
    """The function of constants as a constant, where it is sure."""
    known = tuple(arg for arg in args if isinstance(arg, Const))
    if op in STRICT and any(arg.value is None for arg in known):
        return Const(None, type)
    if len(known) < len(args) or not known:
        return None
    if op == "CAST":
        return cast_to(known[0], type)
    if op == "COALESCE":
        first = next((arg for arg in known if arg.value is not None), None)
        return Const(None, type) if first is None else cast_to(first, type)
    numbers = [number(arg) for arg in known]
    if len(known) == 2 and op in ("+", "-") and isinstance(numbers[1], int) and known[1].type.kind == "INTERVAL_DAY_TIME":
        return later(known[0], numbers[1] if op == "+" else -numbers[1], type)
    if all(isinstance(item, int) for item in numbers):
        return _of_whole(op, cast("list[int]", numbers), type)
    if op == "ABS" and numbers[0] is not None:
        return Const(abs(numbers[0]), type)
    if op in ("UPPER", "LOWER", "CHAR_LENGTH") and isinstance(known[0].value, str) and known[0].type.kind in TEXT:
        text = known[0].value
        return Const(len(text) if op == "CHAR_LENGTH" else text.upper() if op == "UPPER" else text.lower(), type)
    return called(op, known, type)


def _of_whole(op: str, numbers: list[int], type: DataType) -> Const | None:
    first = numbers[0]
    if op in ("ABS", "NEGATE"):
        return _counted(abs(first) if op == "ABS" else -first, type)
    if len(numbers) != 2 or op not in ("+", "-", "*", "/"):
        return None
    second = numbers[1]
    if op == "/":
        return None if not second or first % second else _counted(first // second, type)
    return _counted(first + second if op == "+" else first - second if op == "-" else first * second, type)


def _counted(value: int, type: DataType) -> Const | None:
    """A whole number in the type, if it is there as exactly that."""
    if type.kind in ("FLOAT", "DOUBLE"):
        return Const(value, type) if abs(value) < EXACT else None
    return Const(value, type) if type.kind == "DECIMAL" and abs(value) < 10 ** (type.precision - type.scale) else _whole(value, type)


def cast_to(value: Const, type: DataType) -> Const | None:
    known, source, target = value.value, value.type.kind, type.kind
    if known is None:
        return Const(None, type)
    if source in TEXT and isinstance(known, str):
        return _of_text(known, type)
    if target in TEXT:
        text = _text(value)
        return None if text is None else _of_text(text, type)
    if (time := moment(value)) is not None:
        return of_type(time, type)
    found = number(value)
    if found is not None and target in WHOLE:
        return _whole(int(found), type)
    if found is not None and target == "DECIMAL":
        return Const(Decimal(found).quantize(Decimal(1).scaleb(-type.scale), ROUND_HALF_UP), type)
    if found is not None and target in ("DOUBLE", "FLOAT"):
        return Const(found, type)
    if found is not None and target == "BOOLEAN":
        return Const(found != 0, type)
    return value._replace(type=type) if source == target else None


def _of_text(text: str, type: DataType) -> Const | None:
    if type.kind in TEXT:
        short = text[: type.length]
        return Const(short.ljust(type.length) if type.kind == "CHAR" and len(short) < type.length else short, type)
    if type.kind in ("DATE", "TIMESTAMP"):
        time = read(text.strip())
        return None if time is None else of_type(time, type)
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    if type.kind in WHOLE and found.is_finite():
        return _whole(int(found.to_integral_value(ROUND_DOWN)), type)
    return None


def _text(value: Const) -> str | None:
    if isinstance(value.value, bool):
        return "TRUE" if value.value else "FALSE"
    if value.type.kind in WHOLE:
        return str(value.value)
    if value.type.kind == "DECIMAL" and isinstance(value.value, (int, Decimal)):
        return format(Decimal(value.value).quantize(Decimal(1).scaleb(-value.type.scale)), "f")
    time = moment(value)
    written = None if time is None else of_type(time, value.type)
    return None if written is None else str(written.value)


def _whole(value: int, type: DataType) -> Const | None:
    bits = WHOLE.get(type.kind)
    return None if bits is None or not -(1 << bits - 1) <= value < 1 << bits - 1 else Const(value, type)


def like(text: str, pattern: str) -> bool:
    parts = (".*" if sign == "%" else "." if sign == "_" else re.escape(sign) for sign in pattern)
    return re.fullmatch("".join(parts), text, re.DOTALL) is not None


def compared(op: str, left: Const, right: Const) -> bool | None:
    """None where it cannot be told."""
    if (left.type.kind in TEXT) != (right.type.kind in TEXT) or (left.type.kind in TIMES) != (right.type.kind in TIMES):
        return None
    a, b = left.value, right.value
    if isinstance(a, bool) or isinstance(b, bool):
        return _ordered(op, a, b) if isinstance(a, bool) and isinstance(b, bool) and op in ("=", "<>") else None
    if number(left) is not None and number(right) is not None:
        return _ordered(op, a, b)
    times = moment(left), moment(right)
    if times[0] is not None and times[1] is not None:
        return _ordered(op, times[0], times[1])
    if isinstance(a, str) and isinstance(b, str) and (left.type.kind == right.type.kind or left.type.kind in TEXT):
        if left.type.kind in TEXT:
            return _ordered(op, a.rstrip(), b.rstrip())
        return _ordered(op, a, b) if len(a) == len(b) else None
    return None


def _ordered(op: str, a: Any, b: Any) -> bool:
    same = bool(a == b)
    if op in ("=", "<>"):
        return same == (op == "=")
    less = bool(a < b)
    return {"<": less, "<=": less or same, ">": not less and not same, ">=": not less}[op]
