"""From the syntax tree to a plan: names, types, lineage and what the planner would refuse, in one pass over the query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.sql import ast
from streamt.sql.bind import calls, casts, columns, literals, operators, subqueries
from streamt.sql.bind.context import Binding
from streamt.sql.bind.expressions import BINDERS
from streamt.sql.bind.query import Relation, bind_query
from streamt.sql.bind.scope import CommonTables
from streamt.sql.bind.unnesting import check_apart
from streamt.sql.parse import SqlSyntaxError, parse_query

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.facts import Catalog


BINDERS.update(
    {
        ast.Column: columns.column,
        ast.Row: columns.row,
        ast.Item: columns.item,
        ast.Field: columns.field,
        ast.Literal: literals.literal,
        ast.Interval: literals.interval_literal,
        ast.Symbol: literals.key_word,
        ast.Param: literals.parameter,
        ast.Default: literals.default,
        ast.Arithmetic: operators.arithmetic,
        ast.Logical: operators.logical,
        ast.Unary: operators.unary,
        ast.Binary: operators.binary,
        ast.Is: operators.is_test,
        ast.Between: operators.between,
        ast.Like: operators.like,
        ast.Case: operators.case,
        ast.Cast: casts.cast,
        ast.Star: operators.star,
        ast.NamedArg: operators.named,
        ast.Descriptor: operators.descriptor,
        ast.TableArg: operators.table_argument,
        ast.ModelArg: operators.table_argument,
        ast.Call: calls.call,
        ast.Subquery: subqueries.scalar,
        ast.Exists: subqueries.exists,
        ast.In: subqueries.is_in,
        ast.Quantified: subqueries.quantified,
        ast.Collection: subqueries.collection,
    }
)


def bind(query: ast.Query, sql: str, catalog: Catalog) -> tuple[Binding, Relation]:
    """`sql`: the text of the query."""
    b = Binding(catalog, windowed="OVER" in sql.upper())
    relation = bind_query(b, query, None, CommonTables(None), root=True)
    check_apart(b, relation.plan)
    return b, relation


def analyse_plan(sql: str, catalog: Catalog) -> Plan | None:
    """The plan of a query without errors, for the expression of a computed column."""
    try:
        query = parse_query(sql)
    except SqlSyntaxError:
        return None
    b, relation = bind(query, sql, catalog)
    return None if b.gathered.problems else relation.plan


__all__ = ["Binding", "Relation", "analyse_plan", "bind"]
