"""Reading YAML: every text works or is one located diagnostic, with either of PyYAML's parsers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from streamt.load.document import Place, text_document
from streamt.load.syntax import MAX_DEPTH
from streamt.load.yaml import MAX_ALIASED, read_yaml
from tests.trees import line

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected.yml").read_text("utf-8"))


def content(case):
    return bytes(case["bytes"]) if "bytes" in case else case["text"].encode()


@pytest.mark.parametrize("name", CASES)
def test_reads_or_says_where_it_cannot(name):
    document, found = read_yaml("f.yml", content(CASES[name]))
    assert [line(diagnostic) for diagnostic in found] == EXPECTED.get(name, [])
    if "data" in CASES[name]:
        assert document.data == CASES[name]["data"]


def test_every_expectation_has_its_case():
    assert set(EXPECTED) <= set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_both_parsers_agree(name):
    fast, slow = (read_yaml("f.yml", content(CASES[name]), loader) for loader in (None, yaml.SafeLoader))
    assert fast[0].data == slow[0].data
    assert [diagnostic.rule for diagnostic in fast[1]] == [diagnostic.rule for diagnostic in slow[1]]
    if not fast[1]:
        assert dict(fast[0].marks) == dict(slow[0].marks)


def spans(text):
    """Every route of a text with what its spans cover."""
    document, found = read_yaml("f.yml", text.encode())
    assert not found
    rows = document.text.splitlines()

    def covered(span):
        if span.line == span.end_line:
            return rows[span.line - 1][span.column - 1 : span.end_column - 1]
        return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"

    return {
        route: (covered(mark.key) if mark.key else None, covered(mark.value))
        for route, mark in document.marks.items()
    }


def test_keys_and_values_have_their_places():
    text = 'é: "x y"\nlist:\n  - {ü: 1}\n  - plain text  # comment\nempty:\n'
    assert spans(text) == {
        (): (None, "1:1-5:7"),
        ("é",): ("é", '"x y"'),
        ("list",): ("list", "3:3-4:15"),
        ("list", 0): (None, "{ü: 1}"),
        ("list", 0, "ü"): ("ü", "1"),
        ("list", 1): (None, "plain text"),
        ("empty",): ("empty", ""),
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_shift_places(end, mark):
    text = mark + end.join(["a: 1", "b:", "  - c: [2, 3]", "d: x", ""])
    document, found = read_yaml("f.yml", text.encode())
    assert not found
    assert [
        (place.line, place.column)
        for place in (document.marks[route].value for route in [("a",), ("b", 0, "c", 1), ("d",)])
    ] == [
        (1, 4),
        (3, 12),
        (4, 4),
    ]


def test_a_merged_key_stands_where_it_was_written():
    document, _ = read_yaml("f.yml", b"a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n")
    assert (Place(document, ("b", "k")).line, Place(document, ("b", "l")).line) == (1, 4)


def test_a_route_that_is_not_there_stands_at_its_nearest_parent():
    document, _ = read_yaml("f.yml", b"a:\n  b: 1\n")
    assert Place(document, ("a", "c", 3)).span == Place(document, ("a",)).span


SQL = "SELECT é,\n  amount\nFROM t"


@pytest.mark.parametrize(
    ("text", "route", "sought", "place"),
    [
        ("sql: |\n  SELECT é,\n    amount\n\n  FROM t\n", ("sql",), "amount", (3, 5)),
        ("sql: |\n  SELECT é,\n    amount\n\n  FROM t\n", ("sql",), "FROM", (5, 3)),
        ("sql: |\r\n  SELECT é,\r\n    amount\r\n\r\n  FROM t\r\n", ("sql",), "FROM", (5, 3)),
        ("m:\n  - sql: |2-\n        x\n      FROM t\n", ("m", 0, "sql"), "FROM", (4, 7)),
        ("m:\n- sql: |1\n    x\n   FROM t\n", ("m", 0, "sql"), "FROM", (4, 4)),
        ("sql: |\n\n\n  FROM t\n", ("sql",), "FROM", (4, 3)),
        ("sql: SELECT a FROM t\n", ("sql",), "FROM", (1, 15)),
        ("sql: 'SELECT ''a'' FROM t'\n", ("sql",), "FROM", (1, 20)),
        ('sql: "SELECT \\"a\\", \\u00e9 FROM t"\n', ("sql",), "FROM", (1, 28)),
        ("sql: >\n  SELECT a\n  FROM t\n", ("sql",), "FROM", (1, 6)),
        ("sql: SELECT a\n  FROM t\n", ("sql",), "FROM", (1, 6)),
    ],
)
def test_characters_of_a_scalar_have_their_places(text, route, sought, place):
    document, found = read_yaml("f.yml", text.encode())
    assert not found
    value = document.data
    for step in route:
        value = value[step]
    start = value.index(sought)
    span = Place(document, route).within(start, start + len(sought))
    assert (span.line, span.column) == place


def test_characters_of_a_text_file_have_their_places():
    document = text_document("a.sql", "SELECT é\r\nFROM t")
    span = Place(document).within(document.text.index("FROM"), document.text.index("FROM") + 4)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 1, 2, 5)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_a_located_diagnostic(opening):
    text = "a:\n  " + opening * 20_000
    document, (found,) = read_yaml("f.yml", text.encode())
    assert document.data is None
    assert (found.rule, found.span.line) == ("yaml.depth", 2)


def test_the_deepest_that_is_allowed_is_read():
    document, found = read_yaml("f.yml", ("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).encode())
    assert not found
    assert document.data


def test_a_billion_laughs_are_refused_at_the_alias_that_is_too_much():
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    document, (found,) = read_yaml("f.yml", "\n".join(rows).encode())
    assert document.data is None
    assert (found.rule, found.span.line) == ("yaml.alias", 5)
    assert f"{MAX_ALIASED:,}" in found.message


def test_aliases_that_only_nest_are_refused_too():
    rows = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 200)]
    _, (found,) = read_yaml("f.yml", "\n".join(rows).encode())
    assert (found.rule, found.span.line) == ("yaml.alias", MAX_DEPTH - 1)
