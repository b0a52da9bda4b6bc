"""Every node knows its place in the text."""

from __future__ import annotations

import pytest

from streamt.sql.ast import Call, Column, Join, SelectItem, Table, Window, source_text, walk
from streamt.sql.parse import SqlSyntaxError, parse_query
from tests.sql.parse.cases import all_cases

ACCEPTED = [case.sql for case in all_cases() if case.expected.startswith("=>")]


@pytest.mark.parametrize("sql", ACCEPTED, ids=range(len(ACCEPTED)))
def test_a_node_lies_within_its_text_and_is_no_blank(sql: str):
    for node in walk(parse_query(sql)):
        text = source_text(sql, node)
        assert 0 <= node[0] <= node[1] <= len(sql)
        assert text == text.strip()
        assert text or type(node).__name__ == "Query"


@pytest.mark.parametrize("sql", ACCEPTED, ids=range(len(ACCEPTED)))
def test_names_are_where_they_are_said_to_be(sql: str):
    for node in walk(parse_query(sql)):
        if isinstance(node, (Column, Table)):
            for n, name in enumerate(node.names):
                written = sql[node.at[2 * n] : node.at[2 * n + 1]]
                assert written == name or written[1:-1].replace("``", "`") == name


def test_the_parts_of_a_path():
    sql = "SELECT t . `a``b`.c FROM t"
    column = next(node for node in walk(parse_query(sql)) if isinstance(node, Column))
    assert column.names == ("t", "a`b", "c")
    assert [sql[column.at[n] : column.at[n + 1]] for n in (0, 2, 4)] == ["t", "`a``b`", "c"]


def test_an_operator_spans_the_parentheses_of_its_sides():
    sql = "SELECT (a + b) * (c) AS x FROM t"
    item = parse_query(sql).body.items[0]
    assert source_text(sql, item.value) == "(a + b) * (c)"
    assert source_text(sql, item) == "(a + b) * (c) AS x"
    assert sql[item.alias_start : item.end] == "x"


def test_a_call_knows_its_name_and_its_window():
    sql = "SELECT x, cat.my_sum (a) OVER (PARTITION BY b) FROM t"
    call = next(node for node in walk(parse_query(sql)) if isinstance(node, Call))
    assert sql[call.start : call.name_end] == "cat.my_sum"
    assert call.name == "CAT.MY_SUM"
    assert source_text(sql, call) == "cat.my_sum (a) OVER (PARTITION BY b)"
    assert isinstance(call.over, Window)
    assert source_text(sql, call.over) == "(PARTITION BY b)"


def test_a_chain_of_joins_leans_to_the_left():
    sql = "SELECT * FROM a JOIN b ON x LEFT JOIN c USING (y), d"
    relation = parse_query(sql).body.source
    joined = []
    while isinstance(relation, Join):
        joined.append((relation.kind, source_text(sql, relation)))
        relation = relation.left
    assert joined == [
        ("COMMA", "a JOIN b ON x LEFT JOIN c USING (y), d"),
        ("LEFT", "a JOIN b ON x LEFT JOIN c USING (y)"),
        ("INNER", "a JOIN b ON x"),
    ]
    assert isinstance(relation, Table)


def test_items_without_alias_have_none():
    items = [
        node for node in walk(parse_query("SELECT a, b AS c, t.* FROM t")) if isinstance(node, SelectItem)
    ]
    assert [item.alias for item in items] == ["", "c", ""]


@pytest.mark.parametrize(
    ("sql", "also"),
    [
        ("SELECT f(a, (b + 1) FROM t", "FROM"),
        ("SELECT * FROM (SELECT a FROM t", "t"),
    ],
)
def test_an_open_parenthesis_is_named_with_the_place_where_it_is_missed(sql: str, also: str):
    with pytest.raises(SqlSyntaxError) as caught:
        parse_query(sql)
    error = caught.value
    assert sql[error.start : error.end] == "("
    assert error.also is not None
    assert sql[error.also[0] : error.also[1]] == also
