"""GROUP BY with its grouping sets."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
from streamt.sql.ast import Expr, GroupBy, GroupingSets, Row
from streamt.sql.parse.cursor import Cursor


def group_by_clause(p: Cursor) -> GroupBy:
    start = p.starts[p.i]
    p.i += 1
    p.expect("BY")
    quantifier = ""
    if p.kinds[p.i] in {"DISTINCT", "ALL"}:
        quantifier = p.kinds[p.i]
        p.i += 1
    items = _grouping_elements(p)
    return GroupBy(start, p.ends[p.i - 1], quantifier, items)


def _grouping_elements(p: Cursor) -> tuple[Expr | GroupingSets, ...]:
    items = [_grouping_element(p)]
    while p.kinds[p.i] == ",":
        p.i += 1
        items.append(_grouping_element(p))
    return tuple(items)


def _grouping_element(p: Cursor) -> Expr | GroupingSets:
    start = p.starts[p.i]
    kind = p.kinds[p.i]
    if kind == "GROUPING" and p.kinds[p.i + 1] == "SETS":
        depth = p.deeper(2)
        p.i += 2
        p.expect("(")
        sets = _grouping_elements(p)
        p.expect(")", "a comma or )")
        p.depth = depth
        return GroupingSets(start, p.end(), "GROUPING SETS", sets)
    if kind in {"CUBE", "ROLLUP"}:
        p.i += 1
        p.expect("(")
        columns = expressions.expressions(p)
        p.expect(")", "a comma or )")
        return GroupingSets(start, p.end(), kind, columns)
    if kind == "(" and p.kinds[p.i + 1] == ")":
        p.i += 2
        return Row(start, p.end(), (), False)
    return expressions.expression(p)
