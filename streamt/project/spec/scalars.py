"""The scalars of the DSL: names, and numbers and flags that may be written as `${VAR:-default}`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from streamt.load.scalars import number, plain
from streamt.placeholders import Bool, Deferred, Int, Number, has_placeholder, known_text

NAME = r"^[A-Za-z][A-Za-z0-9_-]{0,127}$"
WINDOW = r"[1-9][0-9]*\s*(?:millisecond|second|minute|hour|day|week)s?"
_PLACEHOLDER = {"type": "string", "pattern": r"\$\{"}


class Spec(BaseModel):
    """What every entity has in common: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, protected_namespaces=())


def wrong_type(expected: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_type", "{expected}", {"expected": expected})


def wrong_value(expected: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_value", "{expected}", {"expected": expected})


def placeholder_here(what: str) -> PydanticCustomError:
    return PydanticCustomError("placeholder", "{what}", {"what": what})


def _number(value: Any, expected: str, accepts: Callable[[Any], bool]) -> Any:
    """The number, or a Deferred when it is written with a placeholder."""
    if isinstance(value, str) and has_placeholder(value):
        text = known_text(value)
        default = None if text is None else number(text)
        if default is not None and not accepts(default):
            raise PydanticCustomError(
                "wrong_default",
                "{expected}",
                {"expected": f"{expected}, in the placeholder's default too", "got": f"'{text}'"},
            )
        return Deferred(value, default if isinstance(default, int | float) else None)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong_type(expected)
    if not accepts(value):
        raise wrong_value(expected)
    return value


def _whole(minimum: int) -> Callable[[Any], Any]:
    expected = f"a whole number, {minimum} or more"
    return lambda value: _number(value, expected, lambda read: type(read) is int and read >= minimum)


def _real(low: float, high: float, expected: str) -> Callable[[Any], Any]:
    return lambda value: _number(
        value, expected, lambda read: isinstance(read, int | float) and low <= read <= high
    )


def _flag(value: Any) -> Any:
    if isinstance(value, str) and has_placeholder(value):
        text = known_text(value)
        default = None if text is None else plain(text)
        if text is not None and not isinstance(default, bool):
            raise PydanticCustomError(
                "wrong_default", "{expected}", {"expected": "true or false", "got": f"'{text}'"}
            )
        return Deferred(value, default if isinstance(default, bool) else None)
    if not isinstance(value, bool):
        raise wrong_type("true or false")
    return value


def _version(value: Any) -> Any:
    if isinstance(value, str) and has_placeholder(value):
        raise placeholder_here("a version")
    if type(value) is not int or value < 1:
        raise wrong_type("a whole number, 1 or more")
    return value


def _names(value: Any) -> Any:
    """One column or several: `key: id`, `key: [a, b]`."""
    listed = value if isinstance(value, list) else [value]
    for name in listed:
        if not isinstance(name, str) or not name:
            raise wrong_type("a column, or a list of columns")
        if has_placeholder(name):
            raise placeholder_here("the name of a column")
    return tuple(listed)


def _reference(value: str) -> str:
    if "${" in value and has_placeholder(value):
        raise placeholder_here("a name")
    if not value:
        raise wrong_value("a name")
    return value


def _path(value: str) -> str:
    if has_placeholder(value):
        raise placeholder_here("the path of a file")
    return value


def _scalar(value: Any) -> Any:
    if not isinstance(value, str | int | float | bool):
        raise wrong_type("a single value")
    return value


def _window(value: Any) -> Any:
    if not isinstance(value, str) or not (
        has_placeholder(value) or re.fullmatch(WINDOW, value.strip(), re.IGNORECASE)
    ):
        raise wrong_value('a duration in words, such as "15 minutes"')
    return value


_COMPATIBILITY = (
    "none",
    "backward",
    "backward_transitive",
    "forward",
    "forward_transitive",
    "full",
    "full_transitive",
)


def _compatibility(value: Any) -> Any:
    if isinstance(value, str) and has_placeholder(value):
        raise placeholder_here("a choice")
    if not isinstance(value, str) or value.lower() not in _COMPATIBILITY:
        raise wrong_value(", ".join(_COMPATIBILITY[:-1]) + " or " + _COMPATIBILITY[-1])
    return value.lower()


def _number_schema(kind: str, minimum: float | None = None, maximum: float | None = None) -> dict[str, Any]:
    limits = {key: limit for key, limit in (("minimum", minimum), ("maximum", maximum)) if limit is not None}
    return {"anyOf": [{"type": kind, **limits}, _PLACEHOLDER]}


Name = Annotated[str, StringConstraints(pattern=NAME)]
Ref = Annotated[str, AfterValidator(_reference)]
"""The name of something declared elsewhere."""
ReadFile = Annotated[str, AfterValidator(_path)]
"""The path of a file of the project, relative to the one that names it."""
Text = str
Count = Annotated[Int, PlainValidator(_whole(1)), WithJsonSchema(_number_schema("integer", 1))]
Amount = Annotated[Int, PlainValidator(_whole(0)), WithJsonSchema(_number_schema("integer", 0))]
Real = Annotated[
    Number,
    PlainValidator(_real(0, float("inf"), "a number, 0 or more")),
    WithJsonSchema(_number_schema("number", 0)),
]
Ratio = Annotated[
    Number,
    PlainValidator(_real(0, 1, "a number from 0 to 1")),
    WithJsonSchema(_number_schema("number", 0, 1)),
]
AnyNumber = Annotated[
    Number,
    PlainValidator(_real(float("-inf"), float("inf"), "a number")),
    WithJsonSchema(_number_schema("number")),
]
Flag = Annotated[Bool, PlainValidator(_flag), WithJsonSchema({"anyOf": [{"type": "boolean"}, _PLACEHOLDER]})]
Version = Annotated[int, PlainValidator(_version), WithJsonSchema({"type": "integer", "minimum": 1})]
Columns = Annotated[
    tuple[str, ...],
    PlainValidator(_names),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Scalar = Annotated[Any, PlainValidator(_scalar), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Window = Annotated[
    str, PlainValidator(_window), WithJsonSchema({"type": "string", "examples": ["15 minutes"]})
]
Compatibility = Annotated[
    str,
    PlainValidator(_compatibility),
    WithJsonSchema({"type": "string", "enum": [*_COMPATIBILITY, *map(str.upper, _COMPATIBILITY)]}),
]
