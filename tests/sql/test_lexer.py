"""Tokens, and the text that formatting does not change."""

from __future__ import annotations

import time

import pytest

from streamt.sql.lexer import canonical_text, tokenize
from streamt.sql.parse import parse_query
from tests.sql.parse.cases import all_cases
from tests.sql.parse.sexpr import sexpr

KINDS = [
    ("SELECT select Select", ["SELECT", "SELECT", "SELECT", "end"]),
    ("a _b $c d1 é 東京", ["name"] * 6 + ["end"]),
    ("`a b` `select` `a``b`", ["name"] * 3 + ["end"]),
    ("`` `a", ["bad", "bad", "end"]),
    ("'a' 'it''s' N'x' _utf8'x' U&'x' X'0f' E'\\''", ["string"] * 7 + ["end"]),
    ("1 1.5 .5 1. 1e3 1.5E-3", ["number"] * 6 + ["end"]),
    ("1a", ["number", "name", "end"]),
    ("a.b", ["name", ".", "name", "end"]),
    ("<= >= <> != => || /*+ */", ["<=", ">=", "<>", "!=", "=>", "||", "/*+", "*/", "end"]),
    ("a -- b\nc // d\r\ne /* f */ g /**/ h", ["name"] * 5 + ["end"]),
    ('a "b" c', ["name", "bad", "name", "end"]),
    ("a 'b", ["name", "bad", "end"]),
    ("a /* b", ["name", "bad", "end"]),
    ("@", ["bad", "end"]),
    ("한", ["bad", "end"]),
    ("", ["end"]),
]


@pytest.mark.parametrize(("sql", "kinds"), KINDS, ids=[sql for sql, _ in KINDS])
def test_kinds(sql: str, kinds: list[str]):
    assert tokenize(sql).kinds == kinds


SAME = [
    ("SELECT a FROM t", "select a\n  from t;"),
    ("SELECT a, b FROM t", "SELECT\ta , b -- the two\nFROM t /* all */"),
    ("SELECT SUM(a) FROM `t`", "select sum ( a ) from t"),
    ("SELECT a FROM t ORDER BY a DESC NULLS LAST", "SELECT a FROM t ORDER BY a desc nulls last"),
    ("SELECT a FROM t /*+ OPTIONS('a'='b') */", "SELECT a FROM t /*+ OPTIONS( 'a' = 'b' ) */"),
    ("SELECT COUNT(*) OVER (ROWS UNBOUNDED PRECEDING)", "SELECT count(*) OVER (rows unbounded preceding)"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_formatting_is_no_change(one: str, other: str):
    assert canonical_text(one) == canonical_text(other)


DIFFERENT = [
    ("SELECT a FROM t", "SELECT A FROM t"),
    ("SELECT 'a' FROM t", "SELECT 'A' FROM t"),
    ("SELECT key FROM t", "SELECT KEY FROM t"),
    ("SELECT a FROM t", "SELECT a FROM t /*+ OPTIONS('a'='b') */"),
    ("SELECT a b FROM t", "SELECT ab FROM t"),
    ("SELECT `a b` FROM t", "SELECT a b FROM t"),
    ("SELECT `user` FROM t", "SELECT user FROM t"),
    ("SELECT 1", "SELECT 1.0"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_may_mean_something_is_a_change(one: str, other: str):
    assert canonical_text(one) != canonical_text(other)


def test_the_canonical_text_reads_as_the_same_tree():
    for case in all_cases():
        if case.expected.startswith("=>"):
            assert sexpr(parse_query(canonical_text(case.sql))) == case.expected[3:]


@pytest.mark.parametrize(
    "text", ["_a:b-c.", "E'\\'", "U&'", "/*+", "/**/", "'", "`", "1e", "N'", "''", "- -", "\n"]
)
def test_a_long_text_is_cut_in_no_time(text: str):
    began = time.perf_counter()
    tokens = tokenize(text * 20_000)
    assert tokens.kinds[-1] == "end"
    assert time.perf_counter() - began < 2.0
