"""What is left of an expression when the planner has folded it, so that lineage names no column that cannot matter."""

from streamt.sql.folding.simplify import folded
from streamt.sql.folding.term import Term, columns_of, holds, literal

__all__ = ["Term", "columns_of", "folded", "holds", "literal"]
