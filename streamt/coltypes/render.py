"""Types as text, the way Flink's planner prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamt.coltypes.datatype import DataType

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_MAX_LENGTH = 2147483647


def render(data_type: DataType, *, plain_names: bool = False) -> str:
    """Parsing bounds the depth of a type, so the recursion here is bounded too."""
    text = _RENDERERS.get(data_type.kind, _by_kind)(data_type, plain_names)
    return text if data_type.nullable else text + " NOT NULL"


def _by_kind(data_type: DataType, _plain: bool) -> str:
    return data_type.kind


def _with_length(data_type: DataType, _plain: bool) -> str:
    if data_type.length == _MAX_LENGTH:
        return {"VARCHAR": "STRING", "VARBINARY": "BYTES"}.get(data_type.kind, data_type.kind)
    return f"{data_type.kind}({data_type.length})"


def _decimal(data_type: DataType, _plain: bool) -> str:
    return f"DECIMAL({data_type.precision}, {data_type.scale})"


def _with_precision(data_type: DataType, _plain: bool) -> str:
    return f"{data_type.kind}({data_type.precision})"


def _zoned_timestamp(data_type: DataType, _plain: bool) -> str:
    return f"TIMESTAMP({data_type.precision}) WITH TIME ZONE"


def _interval(data_type: DataType, _plain: bool) -> str:
    start, _, end = data_type.detail.partition(" TO ")
    leading = f"({data_type.precision})" if start in ("YEAR", "DAY") else ""
    fraction = f"({data_type.scale})"
    if not end:
        return f"INTERVAL {start}{leading or (fraction if start == 'SECOND' else '')}"
    return f"INTERVAL {start}{leading} TO {end}{fraction if end == 'SECOND' else ''}"


def _constructed(data_type: DataType, plain: bool) -> str:
    inner = ", ".join(render(child, plain_names=plain) for child in data_type.children)
    return f"{data_type.kind}<{inner}>"


def _row(data_type: DataType, plain: bool) -> str:
    comments = data_type.comments or ("",) * len(data_type.names)
    fields = (
        f"{quoted(name, plain)} {render(child, plain_names=plain)}" + (" '...'" if comment else "")
        for name, child, comment in zip(data_type.names, data_type.children, comments, strict=True)
    )
    return f"ROW<{', '.join(fields)}>"


def _structured(data_type: DataType, plain: bool) -> str:
    fields = (
        f"{quoted(name, plain)} {render(child, plain_names=plain)}"
        for name, child in zip(data_type.names, data_type.children, strict=True)
    )
    return f"STRUCTURED<'{data_type.detail}', {', '.join(fields)}>"


def _raw(data_type: DataType, _plain: bool) -> str:
    name = data_type.detail.partition("'")[0]
    return f"RAW('{name}', '...')"


def quoted(name: str, plain: bool = False) -> str:
    if plain and _PLAIN_NAME.match(name):
        return name
    return "`" + name.replace("`", "``") + "`"


_RENDERERS: dict[str, Callable[[DataType, bool], str]] = {
    "CHAR": _with_length,
    "VARCHAR": _with_length,
    "BINARY": _with_length,
    "VARBINARY": _with_length,
    "DECIMAL": _decimal,
    "TIME": _with_precision,
    "TIMESTAMP": _with_precision,
    "TIMESTAMP_LTZ": _with_precision,
    "TIMESTAMP_TZ": _zoned_timestamp,
    "INTERVAL_YEAR_MONTH": _interval,
    "INTERVAL_DAY_TIME": _interval,
    "ARRAY": _constructed,
    "MULTISET": _constructed,
    "MAP": _constructed,
    "ROW": _row,
    "STRUCTURED": _structured,
    "RAW": _raw,
}
