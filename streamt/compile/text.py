"""Names and texts in Flink SQL: quoted once, here."""

from __future__ import annotations

from collections.abc import Mapping


def identifier(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def with_clause(options: Mapping[str, str]) -> str:
    return ",\n".join(f"  {literal(key)} = {literal(value)}" for key, value in options.items())
