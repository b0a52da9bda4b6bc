"""Flink SQL text -> the tree of `streamt.sql.ast`.

A recursive descent over the tokens of `streamt.sql.lexer`, with operators by precedence. It follows the grammar of
Flink's planner (1.20 and 2.x); what it refuses is one `SqlSyntaxError` with its place, never a guess.

`cursor` holds the position, `explain` words the errors; each other module is a part of the grammar.
"""

from __future__ import annotations

from streamt.sql.ast import Query
from streamt.sql.lexer import END, tokenize
from streamt.sql.parse.cursor import MAX_DEPTH, Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import QUERY_STARTS, explain_no_query, explain_rest
from streamt.sql.parse.queries import query

__all__ = ["MAX_DEPTH", "SqlSyntaxError", "parse_query"]


def parse_query(sql: str) -> Query:
    """One query; semicolons may end it. Offsets count characters of `sql`.

    Raises SqlSyntaxError at the first place the grammar cannot go on.
    """
    p = Cursor(tokenize(sql))
    if p.kinds[0] not in QUERY_STARTS:
        raise explain_no_query(p.tokens(), 0)
    parsed = query(p)
    rest = p.i
    while p.kinds[p.i] == ";":
        p.i += 1
    if p.kinds[p.i] != END:
        raise explain_rest(p.tokens(), rest)
    return parsed
