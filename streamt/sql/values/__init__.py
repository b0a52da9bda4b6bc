"""What an expression is in every row, as far as the planner's simplifier sees it: constants, and conditions no row meets."""

from __future__ import annotations

from streamt.sql.values.conditions import FALSE, TRUE, both, conjunction, itself, met, moved, scalar, unmet
from streamt.sql.values.model import (
    OF_GROUP,
    Apply,
    Const,
    Opaque,
    Ref,
    Value,
    aggregated,
    columns_of,
    parts_of,
    replaced,
)

__all__ = [
    "FALSE", "OF_GROUP", "TRUE", "Apply", "Const", "Opaque", "Ref", "Value", "aggregated", "both", "columns_of", "conjunction", "itself", "met", "moved", "parts_of",
    "replaced", "scalar", "unmet",
]  # fmt: skip
