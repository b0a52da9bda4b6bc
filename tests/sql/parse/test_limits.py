"""Queries as no human writes them: read, or refused in their place, at once."""

from __future__ import annotations

import inspect
import sys
import time

import pytest

from streamt.sql.ast import SetOperation, height, walk
from streamt.sql.parse import MAX_HEIGHT, SqlSyntaxError, parse_query

N = 5000
SECONDS = 5.0

WIDE = {
    "10,000 columns": "SELECT " + ", ".join(f"t.c{i} AS x{i}" for i in range(10_000)) + " FROM t",
    "5,000 WITH tables": "WITH a0 AS (SELECT 1), "
    + ", ".join(f"a{i} AS (SELECT * FROM a{i - 1})" for i in range(1, N))
    + " SELECT * FROM a1",
    "AND": "SELECT " + " AND ".join(["a = 1"] * N),
    "OR of AND": "SELECT " + " AND a OR ".join(["a"] * N),
    "plus": "SELECT " + " + ".join(["a"] * N),
    "plus and times": "SELECT " + " + a * ".join(["a"] * N),
    "concatenation": "SELECT " + " || ".join(["a"] * N),
    "UNION ALL": " UNION ALL ".join(["SELECT 1"] * N),
    "UNION of parentheses": " UNION ".join(["(SELECT 1)"] * N),
    "joins": "SELECT * FROM t0 " + " ".join(f"JOIN t{i} ON t{i}.a = t0.a" for i in range(1, N)),
    "comma joins": "SELECT * FROM " + ", ".join(f"t{i}" for i in range(N)),
    "IN list": "SELECT a IN (" + ", ".join(map(str, range(N))) + ")",
    "CASE branches": "SELECT CASE " + " ".join(f"WHEN a = {i} THEN {i}" for i in range(N)) + " END",
    "name path": "SELECT a" + ".a" * N,
    "blanks": "SELECT" + " " * 1_000_000 + "1",
    "semicolons": "SELECT 1" + ";" * N,
}

DEEP = {
    "parentheses": "SELECT " + "(" * N + "1" + ")" * N,
    "open parentheses": "SELECT " + "(" * N,
    "calls": "SELECT " + "f(" * N + "1" + ")" * N,
    "reserved calls": "SELECT " + "ABS(" * N + "1" + ")" * N,
    "window calls": "SELECT " + "SUM(" * N + "a" + ") OVER (ORDER BY b)" * N,
    "CASE": "SELECT " + "CASE WHEN a THEN b ELSE " * N + "1" + " END" * N,
    "NOT": "SELECT " + "NOT " * N + "a",
    "minus": "SELECT " + "- " * N + "a",
    "derived tables": "SELECT * FROM " + "(SELECT * FROM " * N + "t" + ")" * N,
    "joins in parentheses": "SELECT * FROM " + "(" * N + "t JOIN u" + ")" * N,
    "scalar queries": "SELECT " + "(SELECT " * N + "1" + ")" * N,
    "EXISTS": "SELECT 1 FROM t WHERE " + "EXISTS (SELECT 1 FROM t WHERE " * N,
    "IN": "SELECT " + "a IN (" * N + "1" + ")" * N,
    "arrays": "SELECT " + "ARRAY[" * N + "1" + "]" * N,
    "rows": "SELECT " + "ROW(" * N + "1" + ")" * N,
    "items": "SELECT a" + "[1]" * N,
    "items in items": "SELECT " + "a[" * N + "1" + "]" * N,
    "fields": "SELECT f(x)" + ".a" * N,
    "comparisons": "SELECT " + " = ".join(["a"] * N),
    "IS NULL": "SELECT a" + " IS NULL" * N,
    "BETWEEN": "SELECT a" + " BETWEEN 1 AND 2" * N,
    "types": "SELECT CAST(a AS " + "ROW<a " * N + "INT" + ">" * N + ")",
    "patterns": "SELECT * FROM t MATCH_RECOGNIZE (PATTERN ("
    + "(" * N
    + "A"
    + ")" * N
    + ") DEFINE A AS TRUE)",
    "grouping sets": "SELECT 1 FROM t GROUP BY " + "GROUPING SETS (" * N + "a" + ")" * N,
    "every operator": "SELECT " + "(a OR b AND NOT c = d + e * - (f || CASE WHEN x THEN " * N,
    "JSON": "SELECT " + "JSON_OBJECT(KEY a VALUE " * N,
    "comparisons in parentheses": "SELECT " + "(" * 100 + "a" + (" = a" * 100 + ")") * 100,
    "WITH": "WITH a AS (" * N,
    "table arguments": "SELECT * FROM " + "f(TABLE t, (SELECT * FROM " * N,
    "intervals": "SELECT " + "INTERVAL (" * N,
}

BROKEN = {
    "unclosed comments": "SELECT " + "/*" * N,
    "quotes": "SELECT " + "''" * N + "'",
    "strings": "SELECT " + "'a' " * N,
    "backticks": "SELECT " + "`" * (2 * N + 1),
    "commas": "SELECT " + "," * N,
    "closing parentheses": "SELECT 1" + ")" * N,
    "dots": "SELECT " + "." * N,
    "a length of many digits": "SELECT CAST(a AS VARCHAR(" + "1" * 100_000 + "))",
}


def refused(sql: str) -> SqlSyntaxError:
    with pytest.raises(SqlSyntaxError) as caught:
        parse_query(sql)
    return caught.value


@pytest.mark.parametrize("sql", WIDE.values(), ids=WIDE)
def test_wide_queries_are_read(sql: str):
    began = time.perf_counter()
    assert height(parse_query(sql))[0] <= 10
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("sql", DEEP.values(), ids=DEEP)
def test_deep_queries_are_refused_where_they_get_too_deep(sql: str):
    began = time.perf_counter()
    error = refused(sql)
    assert error.message == "the query nests too deeply here"
    assert 0 < error.start < error.end <= len(sql)
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("sql", BROKEN.values(), ids=BROKEN)
def test_broken_queries_are_refused_at_once(sql: str):
    began = time.perf_counter()
    error = refused(sql)
    assert 0 <= error.start < error.end <= len(sql)
    assert time.perf_counter() - began < SECONDS


def test_a_hundred_parentheses_and_forty_queries_are_no_problem():
    parse_query("SELECT " + "(" * 150 + "1" + ")" * 150)
    parse_query("SELECT " + "COALESCE(a, " * 90 + "1" + ")" * 90)
    parse_query("SELECT " + "CASE WHEN a THEN b ELSE " * 90 + "1" + " END" * 90)
    parse_query("SELECT * FROM " + "(SELECT * FROM " * 25 + "t" + ")" * 25)


def test_the_deepest_tree_there_is_can_be_walked_by_recursion():
    def count(node: tuple) -> int:
        return 1 + sum(count(child) for child in node if isinstance(child, tuple))

    sql = "SELECT " + "f(" * 90 + "1" + ")" * 90
    tree = parse_query(sql)
    assert height(tree)[0] <= MAX_HEIGHT
    assert count(tree) > sum(1 for _ in walk(tree))


def test_a_chain_of_unions_is_one_node():
    body = parse_query(WIDE["UNION ALL"]).body
    assert isinstance(body, SetOperation)
    assert len(body.inputs) == N


@pytest.mark.parametrize("sql", DEEP.values(), ids=DEEP)
def test_the_parser_leaves_a_third_of_the_interpreter_s_stack_to_others(sql: str):
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 700)
    try:
        assert refused(sql).message == "the query nests too deeply here"
    finally:
        sys.setrecursionlimit(limit)
