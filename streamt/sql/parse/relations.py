"""What stands in FROM."""

from __future__ import annotations

import streamt.sql.parse.calls as calls
import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.queries as queries
from streamt.sql.ast import (
    Alias,
    Call,
    Derived,
    Expr,
    FunctionTable,
    Join,
    NamedArg,
    Query,
    Relation,
    Subquery,
    Table,
    TableArg,
    Unnest,
)
from streamt.sql.lexer import NAME_KINDS
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain_name
from streamt.sql.parse.hints import hints
from streamt.sql.parse.match_recognize import match_recognize
from streamt.sql.parse.names import name_list, path
from streamt.sql.parse.pivots import pivot, sample, unpivot
from streamt.sql.words import RESERVED_FUNCTIONS

_JOIN_STARTS = frozenset({"JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL"})
_FUNCTIONS = (NAME_KINDS | RESERVED_FUNCTIONS) - {"CEIL", "CEILING", "FLOOR", "MAP", "MODEL"}
_AFTER_RELATION = NAME_KINDS | {"AS", "MATCH_RECOGNIZE", "PIVOT", "UNPIVOT", "TABLESAMPLE"}


def source(p: Cursor, commas: bool) -> Relation:
    """A relation and what is joined to it; commas join only outside of parentheses."""
    depth = p.deeper(3)
    kinds = p.kinds
    start = p.starts[p.i]
    left = _relation(p)
    while True:
        kind = kinds[p.i]
        if kind in _JOIN_STARTS:
            left = _join(p, left, start)
        elif kind == "," and commas:
            p.i += 1
            right = _relation(p)
            left = Join(start, p.end(), "COMMA", False, left, right, None, (), ())
        else:
            break
    p.depth = depth
    return left


def _join(p: Cursor, left: Relation, start: int) -> Join:
    kinds = p.kinds
    natural = p.accept("NATURAL")
    kind = _join_kind(p)
    right = _relation(p)
    on = None
    using: tuple[str, ...] = ()
    using_at: tuple[int, ...] = ()
    if kinds[p.i] == "ON":
        p.i += 1
        on = expressions.expression(p)
    elif kinds[p.i] == "USING":
        p.i += 1
        using, using_at = name_list(p, "the name of a column")
    return Join(start, p.ends[p.i - 1], kind, natural, left, right, on, using, using_at)


def _join_kind(p: Cursor) -> str:
    kind = p.kinds[p.i]
    if kind == "JOIN":
        p.i += 1
        return "INNER"
    if kind not in _JOIN_STARTS:
        raise p.unexpected("JOIN")
    p.i += 1
    if kind in {"LEFT", "RIGHT", "FULL"}:
        p.accept("OUTER")
    p.expect("JOIN", "JOIN")
    return kind


def _relation(p: Cursor) -> Relation:
    kind = p.kinds[p.i]
    made: Relation
    if kind in NAME_KINDS:
        made = _named(p)
    elif kind == "(":
        made = _parenthesized(p, p.starts[p.i], lateral=False)
    elif kind == "LATERAL":
        made = _lateral(p)
    elif kind == "UNNEST":
        made = _unnest(p, p.starts[p.i], lateral=False)
    elif kind == "TABLE":
        made = _function_table(p, p.starts[p.i], lateral=False)
    else:
        raise explain_name(p.tokens(), p.i, "a table")
    return _modified(p, made) if p.kinds[p.i] in _AFTER_RELATION else made


def _modified(p: Cursor, made: Relation) -> Relation:
    """MATCH_RECOGNIZE, PIVOT, an alias and TABLESAMPLE behind a relation."""
    if p.kinds[p.i] == "MATCH_RECOGNIZE":
        made = match_recognize(p, made)
    if p.kinds[p.i] == "PIVOT":
        made = pivot(p, made)
    if p.kinds[p.i] == "UNPIVOT":
        made = unpivot(p, made)
    if _alias_follows(p) and not (isinstance(made, Table) and made.alias):
        made = _aliased(p, made)
        if p.kinds[p.i] == "MATCH_RECOGNIZE":
            made = match_recognize(p, made)
            made = _aliased(p, made) if _alias_follows(p) else made
    if p.kinds[p.i] == "TABLESAMPLE":
        made = sample(p, made)
    return made


def _alias_follows(p: Cursor) -> bool:
    return p.kinds[p.i] in NAME_KINDS or p.kinds[p.i] == "AS"


def _aliased(p: Cursor, made: Relation) -> Relation:
    if isinstance(made, Join):
        raise SqlSyntaxError(
            "joined tables in parentheses cannot have an alias",
            p.starts[p.i],
            p.ends[p.i],
            help="give each table its own, or write (SELECT * FROM ..) AS name",
        )
    start = p.starts[p.i]
    p.accept("AS")
    name_start = p.starts[p.i]
    name = p.name("an alias")
    at: tuple[int, ...] = (name_start, p.ends[p.i - 1])
    columns: tuple[str, ...] = ()
    if p.kinds[p.i] == "(":
        columns, column_at = name_list(p, "the name of a column")
        at += column_at
    alias = Alias(start, p.ends[p.i - 1], name, columns, at)
    # Nothing that reaches this place lacks the field: a sample comes after the alias.
    return made._replace(end=alias.end, alias=alias)  # type: ignore[call-arg]


def _named(p: Cursor) -> Relation:
    """A table, or the call of a table function."""
    names, at, _ = path(p, "a table")
    start = at[0]
    kinds = p.kinds
    if kinds[p.i] == "(":
        return _called(p, names, start, start, lateral=False, wrapped=False)
    found = hints(p) if kinds[p.i] == "/*+" else ()
    as_of = None
    if kinds[p.i] == "FOR":
        p.i += 1
        p.expect("SYSTEM_TIME", "SYSTEM_TIME AS OF")
        p.expect("AS", "AS OF")
        p.expect("OF")
        as_of = expressions.value(p)
    alias = None
    end = p.ends[p.i - 1]
    if kinds[p.i] == "AS" and kinds[p.i + 1] in NAME_KINDS and kinds[p.i + 2] != "(":
        alias_start = p.starts[p.i]
        p.i += 1
    elif kinds[p.i] in NAME_KINDS and kinds[p.i + 1] != "(":
        alias_start = p.starts[p.i]
    else:
        return Table(start, end, names, at, found, as_of)
    name_start = p.starts[p.i]
    name = p.name("an alias")
    end = p.ends[p.i - 1]
    alias = Alias(alias_start, end, name, (), (name_start, end))
    return Table(start, end, names, at, found, as_of, alias)


def _called(
    p: Cursor, names: tuple[str, ...], name_start: int, start: int, lateral: bool, wrapped: bool
) -> FunctionTable:
    """The name was read; the current token is the parenthesis."""
    opening = p.i
    if not wrapped:
        form = f"LATERAL TABLE({'.'.join(names)}(..))" if lateral else f"TABLE({'.'.join(names)}(..))"
        p.since((2, 0), p.i - 1, "function in FROM without TABLE(..)", f"write {form}")
    if not wrapped and p.kinds[p.i + 2] == "(" and p.kinds[p.i + 1] in _FUNCTIONS:
        raise SqlSyntaxError(
            "Flink takes the result of a function as first argument only inside TABLE(..)",
            p.starts[p.i + 1],
            p.ends[p.i + 1],
            help=f"write TABLE({'.'.join(names)}(..))",
        )
    if p.kinds[p.i + 1] in {"DISTINCT", "ALL", "*"}:
        p.i += 1
        raise p.unexpected("an argument")
    made = calls.call(p, names, name_start)
    if not isinstance(made, Call):
        raise SqlSyntaxError("this is no table", name_start, p.ends[opening - 1])
    made = made._replace(args=tuple(map(_table_argument, made.args)))
    return FunctionTable(start, p.end(), made, lateral)


def _table_argument(arg: Expr) -> Expr:
    """To a table function a query in parentheses is a table."""
    if isinstance(arg, Subquery):
        return TableArg(arg.start, arg.end, arg.query, (), ())
    if isinstance(arg, NamedArg) and isinstance(arg.value, Subquery):
        return arg._replace(value=_table_argument(arg.value))
    return arg


def _lateral(p: Cursor) -> Relation:
    start = p.starts[p.i]
    p.i += 1
    kind = p.kinds[p.i]
    if kind == "UNNEST":
        p.since((2, 0), p.i, "LATERAL UNNEST", "write UNNEST alone: it sees the tables to its left")
        return _unnest(p, start, lateral=True)
    if kind == "TABLE":
        return _function_table(p, start, lateral=True)
    if kind == "(":
        made = _parenthesized(p, start, lateral=True)
        if isinstance(made, Join):
            raise SqlSyntaxError("LATERAL takes one query", made.start, made.end)
        return made
    raise p.unexpected("TABLE(..), UNNEST(..) or a query in parentheses after LATERAL")


def _unnest(p: Cursor, start: int, lateral: bool) -> Unnest:
    p.i += 1
    opening = p.starts[p.i]
    p.expect("(", "( and the array, map or multiset to unnest")
    if p.kinds[p.i] in queries.QUERY_STARTS:
        inner = queries.query_in_parentheses(p, opening)
        args: tuple[Expr, ...] = (Subquery(opening, p.end(), inner),)
    else:
        args = expressions.expressions(p)
        p.expect(")", "a comma or )")
    ordinality = p.kinds[p.i] == "WITH"
    if ordinality:
        p.i += 1
        p.expect("ORDINALITY")
    return Unnest(start, p.end(), args, ordinality, lateral)


def _function_table(p: Cursor, start: int, lateral: bool) -> FunctionTable:
    """`TABLE(f(..))`."""
    if p.kinds[p.i + 1] != "(":
        raise explain_name(p.tokens(), p.i, "a table")
    p.i += 2
    p.accept("SPECIFIC")
    names, at, _ = path(p, "a table function")
    if p.kinds[p.i] != "(":
        raise p.unexpected("( and the arguments of the function")
    made = _called(p, names, at[0], start, lateral, wrapped=True)
    p.expect(")")
    return made._replace(end=p.end())


def _parenthesized(p: Cursor, start: int, lateral: bool) -> Relation:
    """A query or joined tables in parentheses."""
    opening = p.i
    p.i += 1
    kind = p.kinds[p.i]
    if kind in queries.QUERY_STARTS and not (kind == "TABLE" and p.kinds[p.i + 1] == "("):
        inner = queries.query_in_parentheses(p, p.starts[opening])
        return Derived(start, p.end(), inner, lateral)
    made = source(p, commas=False)
    if isinstance(made, Join) and p.kinds[p.i] == ")":
        p.i += 1
        return made._replace(start=start, end=p.end())
    query = _plain_query(made)
    if query is None:
        p.expect(")", "JOIN or )")
        raise SqlSyntaxError(
            "one table needs no parentheses: they hold a query or joined tables",
            p.starts[opening],
            p.end(),
            help="remove the parentheses, or write (SELECT * FROM ..)",
        )
    if p.kinds[p.i] in queries.SET_OPERATORS:
        query = queries.combined(p, query)
    p.expect(")", "UNION, JOIN or )")
    return Derived(start, p.end(), query, lateral)


def _plain_query(made: Relation) -> Query | None:
    """The query of `(SELECT ..)` without anything around it."""
    if isinstance(made, Derived) and made.alias is None and not made.lateral:
        return made.query
    return None
