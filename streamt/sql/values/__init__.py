"""What an expression is in every row, as far as the planner's simplifier sees it: constants, and conditions no row meets."""

from __future__ import annotations

from streamt.sql.values.conditions import FALSE, TRUE, both, conjunction, itself, met, moved, scalar, unmet
from streamt.sql.values.model import Apply, Const, Opaque, Ref, Value, columns_of, parts_of, replaced

__all__ = ["FALSE", "TRUE", "Apply", "Const", "Opaque", "Ref", "Value", "both", "columns_of", "conjunction", "itself", "met", "moved", "parts_of", "replaced", "scalar", "unmet"]
