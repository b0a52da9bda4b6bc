"""How tightly operators bind: the planner's own (Calcite's) numbers, higher is tighter."""

from __future__ import annotations

MULTISET = 14
MULTISET_INTERSECT = 18
OR = 22
AND = 24
NOT = 26
IS = 28
COMPARE = 30
LIKE = 32
ADD = 40
MULTIPLY = 60
SIGN = 80
MEMBER = 100
TIGHTEST = 200
"""Above every operator: the operand alone."""
