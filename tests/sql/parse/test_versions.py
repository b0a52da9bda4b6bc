"""Words that one version of Flink reserves and another does not."""

from __future__ import annotations

import pytest

from streamt.sql.parse import SqlSyntaxError, parse_query
from streamt.sql.words import RESERVED, RESERVED_SINCE

VERSIONS = ("1.20", "2.0", "2.1", "2.2", "2.3")


def read(sql: str, version: str) -> str:
    """`name` or what is wrong with it."""
    try:
        parse_query(sql, version)
    except SqlSyntaxError as error:
        return error.message
    return "name"


@pytest.mark.parametrize(
    ("word", "answers"),
    [
        ("monday", ("name", "reserved", "reserved", "reserved", "reserved")),
        ("variant", ("name", "name", "reserved", "reserved", "reserved")),
        ("ordinal", ("name", "name", "name", "reserved", "reserved")),
        ("model", ("reserved", "reserved", "name", "name", "name")),
        ("user", ("reserved",) * 5),
        ("label", ("name",) * 5),
    ],
)
def test_a_word_in_five_versions(word: str, answers: tuple[str, ...]):
    found = [read(f"SELECT t.{word} FROM t", version) for version in VERSIONS]
    reserved = f"{word} is a reserved word, it cannot be a name after the dot as it stands"
    assert found == ["name" if answer == "name" else reserved for answer in answers]


@pytest.mark.parametrize("word", sorted(RESERVED_SINCE))
def test_a_word_that_was_free_is_an_alias_in_1_20(word: str):
    item = parse_query(f"SELECT {word.lower()} {word} FROM t", "1.20").body.items[0]
    assert (item.value.names, item.alias) == ((word.lower(),), word)


def test_the_table_of_versions_is_about_reserved_words():
    assert set(RESERVED_SINCE) <= RESERVED


def test_qualify_is_a_clause_since_2_0():
    sql = "SELECT a FROM t AS x QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1"
    assert parse_query(sql, "2.0").body.qualify is not None
    assert read(sql, "1.20") == "found `QUALIFY`, expected an operator, a comma or the next clause"
