"""What may stand in and behind the parentheses of a call: DISTINCT, names of arguments, WITHIN GROUP, IGNORE NULLS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.words import RESERVED_FUNCTIONS

if TYPE_CHECKING:
    from streamt.sql.bind.context import Binding
    from streamt.sql.functions import Function

ORDERED = frozenset({"COLLECT", "JSON_ARRAYAGG"})
NULLS_CHOSEN = frozenset({"LAG", "LEAD", "ARRAY_AGG"})
SKIP_NULLS = frozenset({"FIRST_VALUE", "LAST_VALUE"})


def clauses_fit(b: Binding, node: ast.Call, function: Function) -> bool:
    """False after a report."""
    name = ".".join(node.written)
    if node.quantifier and function.kind != "aggregate" and not function.needs_over:
        b.report("aggregate_place", f"{node.quantifier} stands in aggregates, and {name} is none", node.start, node.end,
                 help="SELECT DISTINCT .. leaves out rows that come twice" if node.quantifier == "DISTINCT" else None)  # fmt: skip
    elif node.within and function.name not in ORDERED:
        b.report("unsupported", f"{name} takes no WITHIN GROUP (ORDER BY ..)", node.within[0].start, node.within[-1].end,
                 help=_unordered(function.name))  # fmt: skip
    elif node.nulls and function.name not in NULLS_CHOSEN:
        skips = node.nulls == "IGNORE" and function.name in SKIP_NULLS
        b.report("unsupported", f"{name} takes no {node.nulls} NULLS", node.start, node.end,
                 help=f"leave it out: Flink's {function.name} skips NULL anyway" if skips else "leave it out")  # fmt: skip
    elif function.name == "COUNT" and not node.args:
        b.report("argument_count", "COUNT has nothing to count", node.start, node.end, help="COUNT(*) counts rows")
    elif (first := _wordy_key(node)) is not None:
        b.report("syntax", "a key of JSON_OBJECT begins with no key word", first.start, first.end,
                 help="write a literal or a column; compute it in a subquery")  # fmt: skip
    else:
        return _names_fit(b, node, function)
    return False


def _wordy_key(node: ast.Call) -> ast.Expr | None:
    """The grammar reads a name there first: no CASE, and no function that is a reserved word."""
    if node.name != "JSON_OBJECT":
        return None
    for key in node.args[::2]:
        first = key
        while isinstance(first, ast.Arithmetic):
            first = first.args[0]
        if type(first) is ast.Case or (type(first) is ast.Call and first.name in RESERVED_FUNCTIONS):
            return first
    return None


def _unordered(name: str) -> str:
    if name in ("LISTAGG", "ARRAY_AGG"):
        return f"leave it out: {name} takes values in the order in which they arrive"
    return "leave it out"


def _names_fit(b: Binding, node: ast.Call, function: Function) -> bool:
    """`name => value`: of declared functions, and then for all arguments."""
    named = [arg for arg in node.args if type(arg) is ast.NamedArg]
    if not named:
        return True
    if not function.declared:
        b.report("unsupported", f"{function.name} takes its arguments by their place, not by name", named[0].start, named[0].name_end,
                 help=function.signature)  # fmt: skip
        return False
    if len(named) < len(node.args):
        other = next(arg for arg in node.args if type(arg) is not ast.NamedArg)
        b.report("unsupported", "either all arguments have a name or none", other.start, other.end, help=function.signature)
        return False
    return True
