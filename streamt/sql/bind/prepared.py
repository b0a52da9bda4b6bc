"""What the planner has to work out of a row before it can hand it to an aggregate: the arguments of the call and its FILTER."""

from __future__ import annotations

from collections.abc import Iterable

from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env
from streamt.sql.bind.folded import term_of
from streamt.sql.folding import Term, folded
from streamt.sql.folding.term import holds

NOTHING, CASTS, CALLS = "", "casts", "calls"
FREE = frozenset({"COLUMN", "LITERAL", "CAST"})


def preparation(b: Binding, env: Env, nodes: Iterable[ast.Expr], filter: ast.Expr | None) -> str:
    """NOTHING where columns are taken as they are, CASTS for casts and constants, which to the planner cost nothing, else CALLS."""
    found = {_of(folded(term_of(b, env, node))) for node in nodes if type(node) is not ast.Star}
    if filter is not None:
        found.add(_of_filter(folded(term_of(b, env, filter), False)))
    return CALLS if CALLS in found else CASTS if CASTS in found else NOTHING


def _of(term: Term) -> str:
    if term.op == "COLUMN":
        return NOTHING
    while term.op == "CAST":
        term = term.args[0]
    return CASTS if term.op in FREE else CALLS


def _of_filter(term: Term) -> str:
    """A row counts where the condition IS TRUE, which has to be asked of what may be NULL."""
    return NOTHING if holds(term) or (term.op == "COLUMN" and not term.type.nullable) else CALLS
