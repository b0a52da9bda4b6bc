"""Flink SQL text -> the tree of `streamt.sql.ast`.

A recursive descent over the tokens of `streamt.sql.lexer`, with operators by precedence. It follows the grammar of
Flink's planner (1.20 and 2.x); what it refuses is one `SqlSyntaxError` with its place, never a guess.

`cursor` holds the position, `explain` and `strays` word the errors; each other module is a part of the grammar.
"""

from __future__ import annotations

from streamt.sql.ast import Query, height
from streamt.sql.lexer import END, as_read_by, tokenize
from streamt.sql.parse.cursor import MAX_DEPTH, NEST_LESS, Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import QUERY_STARTS, explain_no_query, explain_rest
from streamt.sql.parse.names import check_length
from streamt.sql.parse.queries import query

__all__ = ["MAX_DEPTH", "MAX_HEIGHT", "SqlSyntaxError", "parse_query"]

MAX_HEIGHT = 300
"""How many nodes may lie on the way from the query to a leaf (`streamt.sql.ast.height`)."""


def parse_query(sql: str, version: str = "2.2") -> Query:
    """One query; semicolons may end it. Offsets count characters of `sql`; `version` is Flink's.

    Raises SqlSyntaxError at the first place the grammar cannot go on.
    """
    p = Cursor(as_read_by(tokenize(sql), version), version)
    if p.kinds[0] not in QUERY_STARTS:
        raise explain_no_query(p.tokens(), 0)
    check_length(p)
    parsed = query(p)
    rest = p.i
    while p.kinds[p.i] == ";":
        p.i += 1
    if p.kinds[p.i] != END:
        raise explain_rest(p.tokens(), rest)
    # A tree cannot be higher than there are tokens, so the usual query needs no look.
    if len(p.kinds) > MAX_HEIGHT:
        _check_height(parsed)
    return parsed


def _check_height(parsed: Query) -> None:
    """Operators in a row, `a = b = c ..`, make a tree high without nesting."""
    peak, node = height(parsed)
    if peak > MAX_HEIGHT:
        raise SqlSyntaxError("the query nests too deeply here", node[0], node[1], help=NEST_LESS)
