"""Type text -> DataType -> text, and where the text is wrong."""

from __future__ import annotations

import copy
import pickle

import pytest

from streamt.coltypes import UNKNOWN, TypeSyntaxError, array, as_column, parse_type


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("int", "INT"),
        ("INTEGER", "INT"),
        ("STRING", "STRING"),
        ("VARCHAR", "STRING"),
        ("VARCHAR(2147483647)", "STRING"),
        ("varchar(10)", "VARCHAR(10)"),
        ("CHAR", "CHAR(1)"),
        ("CHARACTER VARYING(3)", "VARCHAR(3)"),
        ("BYTES", "BYTES"),
        ("BINARY VARYING(4)", "VARBINARY(4)"),
        ("BINARY", "BINARY(1)"),
        ("DEC", "DECIMAL(10, 0)"),
        ("NUMERIC(5)", "DECIMAL(5, 0)"),
        ("DECIMAL(38, 18)", "DECIMAL(38, 18)"),
        ("DOUBLE PRECISION", "DOUBLE"),
        ("TIME", "TIME(0)"),
        ("TIMESTAMP", "TIMESTAMP(6)"),
        ("TIMESTAMP(3) WITHOUT TIME ZONE", "TIMESTAMP(3)"),
        ("TIMESTAMP(3) WITH LOCAL TIME ZONE", "TIMESTAMP_LTZ(3)"),
        ("TIMESTAMP_LTZ", "TIMESTAMP_LTZ(6)"),
        ("TIMESTAMP(3) WITH TIME ZONE", "TIMESTAMP(3) WITH TIME ZONE"),
        ("INTERVAL YEAR", "INTERVAL YEAR(2)"),
        ("INTERVAL YEAR(4) TO MONTH", "INTERVAL YEAR(4) TO MONTH"),
        ("INTERVAL MONTH", "INTERVAL MONTH"),
        ("INTERVAL DAY(3) TO SECOND(6)", "INTERVAL DAY(3) TO SECOND(6)"),
        ("INTERVAL SECOND(3)", "INTERVAL SECOND(3)"),
        ("INT ARRAY", "ARRAY<INT>"),
        ("INT NOT NULL ARRAY NOT NULL ARRAY", "ARRAY<ARRAY<INT NOT NULL> NOT NULL>"),
        ("INT MULTISET", "MULTISET<INT>"),
        ("MAP<STRING, ARRAY<INT NOT NULL>>", "MAP<STRING, ARRAY<INT NOT NULL>>"),
        ("ROW<a INT NOT NULL, b STRING>", "ROW<`a` INT NOT NULL, `b` STRING>"),
        ("ROW(a INT, b STRING NOT NULL)", "ROW<`a` INT, `b` STRING NOT NULL>"),
        ("ROW<`a b` INT, `c``d` INT>", "ROW<`a b` INT, `c``d` INT>"),
        ("ROW<>", "ROW<>"),
        ("ROW<größe INT, $a INT>", "ROW<`größe` INT, `$a` INT>"),
        ("ROW<a INT 'the ''first'' one'>", "ROW<`a` INT '...'>"),
        ("RAW('java.lang.Object', 'AA==')", "RAW('java.lang.Object', '...')"),
        ("STRUCTURED<'com.User', name STRING>", "STRUCTURED<'com.User', `name` STRING>"),
        ("VARIANT", "VARIANT"),
        ("NULL", "NULL"),
        ("BIGINT NOT NULL", "BIGINT NOT NULL"),
        ("BIGINT NULL", "BIGINT"),
        ("  BIGINT\n NOT\tNULL ", "BIGINT NOT NULL"),
    ],
)
def test_printed_as_flink_prints(text: str, printed: str) -> None:
    assert str(parse_type(text)) == printed


def test_display_quotes_only_names_that_need_it() -> None:
    found = parse_type("ROW<a INT NOT NULL, `b c` INT> NOT NULL")
    assert found.display == "ROW<a INT NOT NULL, `b c` INT>"
    assert found.sql == "ROW<`a` INT NOT NULL, `b c` INT>"


@pytest.mark.parametrize(
    ("text", "offset", "end", "says", "suggestion"),
    [
        ("STRNG", 0, 5, "did you mean STRING?", "STRING"),
        ("ARRAY<BIGNIT>", 6, 12, "did you mean BIGINT?", "BIGINT"),
        ("text", 0, 4, "did you mean STRING?", "STRING"),
        ("long", 0, 4, "did you mean BIGINT?", "BIGINT"),
        ("DECIMAL(40)", 8, 10, "a precision from 1 to 38", None),
        ("DECIMAL(5, 6)", 11, 12, "a scale from 0 to 5", None),
        ("TIMESTAMP(10)", 10, 12, "a precision from 0 to 9", None),
        ("VARCHAR(0)", 8, 9, "a length from 1 to", None),
        ("VARCHAR(x)", 8, 9, "a length", None),
        ("ROW<a INT", 9, 9, "',' or '>', got the end", None),
        ("ROW<a INT, a STRING>", 11, 12, "'a' is there twice", None),
        ("ROW<1 INT>", 4, 5, "a field name", None),
        ("MAP<INT>", 7, 8, "','", None),
        ("INT INT", 4, 7, "the end of the type", None),
        ("INTERVAL FORTNIGHT", 9, 18, "interval units", None),
        ("INT;", 3, 4, "unexpected ';'", None),
        ("", 0, 0, "a type, got the end", None),
    ],
)
def test_a_wrong_type_says_where(text: str, offset: int, end: int, says: str, suggestion: str | None) -> None:
    with pytest.raises(TypeSyntaxError) as caught:
        parse_type(text)
    assert (caught.value.offset, caught.value.end, caught.value.suggestion) == (offset, end, suggestion)
    assert says in caught.value.message


def test_nesting_is_bounded() -> None:
    with pytest.raises(TypeSyntaxError, match="nested deeper than 100"):
        parse_type("ARRAY<" * 5000 + "INT" + ">" * 5000)


def test_a_type_built_too_deep_is_unknown() -> None:
    found = parse_type("INT")
    for _ in range(5000):
        found = array(found)
    assert found.is_unknown


def test_equal_types_are_one_object() -> None:
    one = parse_type("ROW<a INT, b ARRAY<STRING>>")
    assert parse_type("row < a integer , b string array >") is one
    assert pickle.loads(pickle.dumps(one)) is one
    assert copy.deepcopy(one) is one


def test_what_contains_unknown_is_unknown() -> None:
    assert array(UNKNOWN, nullable=False) is UNKNOWN.with_nullable(False)


@pytest.mark.parametrize(
    ("declared", "column"),
    [
        ("TIME(3)", "TIME(0)"),
        ("INTERVAL DAY TO SECOND(6) NOT NULL", "INTERVAL SECOND(3) NOT NULL"),
        ("INTERVAL YEAR", "INTERVAL MONTH"),
        ("ROW<a TIME(3) NOT NULL 'a comment'>", "ROW<`a` TIME(0) NOT NULL>"),
        ("MAP<STRING, INTERVAL HOUR>", "MAP<STRING, INTERVAL SECOND(3)>"),
    ],
)
def test_what_the_planner_makes_of_a_declared_type(declared: str, column: str) -> None:
    assert str(as_column(parse_type(declared))) == column
