"""Types that values share, what turns into what, and what can be compared."""

from __future__ import annotations

import pytest

from streamt.coltypes import (
    UNKNOWN,
    arithmetic,
    average_type,
    cast_problem,
    cast_type,
    castable,
    common_type,
    comparable,
    implicitly_castable,
    literal_type,
    merged_type,
    parse_type,
    rounded,
    sum_type,
)


@pytest.mark.parametrize(
    ("one", "other", "common", "merged"),
    [
        ("TINYINT", "SMALLINT", "SMALLINT", "SMALLINT"),
        ("INT", "BIGINT NOT NULL", "BIGINT", "BIGINT"),
        ("INT NOT NULL", "DECIMAL(2, 1) NOT NULL", "DECIMAL(11, 1) NOT NULL", "DECIMAL(11, 1) NOT NULL"),
        ("DECIMAL(38, 18)", "DECIMAL(20, 0)", "DECIMAL(38, 18)", "DECIMAL(38, 18)"),
        ("DECIMAL(38, 0)", "DECIMAL(10, 10)", "DECIMAL(38, 0)", "DECIMAL(38, 0)"),
        ("FLOAT", "DOUBLE", "FLOAT", "DOUBLE"),
        ("DOUBLE", "FLOAT", "DOUBLE", "DOUBLE"),
        ("DECIMAL(10, 2)", "FLOAT", "DOUBLE", "FLOAT"),
        ("FLOAT", "DECIMAL(10, 2)", "DOUBLE", "DOUBLE"),
        ("BIGINT", "FLOAT", "FLOAT", "FLOAT"),
        ("CHAR(3) NOT NULL", "CHAR(3) NOT NULL", "CHAR(3) NOT NULL", "CHAR(3) NOT NULL"),
        ("CHAR(3)", "CHAR(5)", "VARCHAR(5)", "VARCHAR(5)"),
        ("CHAR(5)", "VARCHAR(3)", "VARCHAR(5)", "VARCHAR(5)"),
        ("VARCHAR(3)", "STRING", "STRING", "STRING"),
        ("BINARY(4)", "VARBINARY(6)", "VARBINARY(6)", "VARBINARY(6)"),
        ("TIMESTAMP(3)", "TIMESTAMP(6)", "TIMESTAMP(6)", "TIMESTAMP(6)"),
        ("TIMESTAMP(3)", "TIMESTAMP_LTZ(3)", "TIMESTAMP(3)", "TIMESTAMP_LTZ(3)"),
        ("TIMESTAMP(3)", "TIMESTAMP_LTZ(6)", "TIMESTAMP_LTZ(6)", "TIMESTAMP_LTZ(6)"),
        ("DATE", "TIMESTAMP(3)", None, "DATE"),
        ("DATE", "TIMESTAMP_LTZ(3)", None, None),
        ("TIME(0)", "TIMESTAMP(3)", None, "TIME(0)"),
        ("BOOLEAN", "INT", None, None),
        ("INT", "STRING", None, None),
        ("INT", "NULL", "INT", "INT"),
        ("NULL", "NULL", None, None),
        ("ARRAY<INT>", "ARRAY<DOUBLE>", "ARRAY<DOUBLE>", "ARRAY<DOUBLE>"),
        ("ARRAY<INT>", "ARRAY<STRING>", None, None),
        ("ARRAY<INT>", "MULTISET<INT>", None, None),
        ("MAP<STRING, INT>", "MAP<INT, INT>", "MAP<INT, INT>", None),
        ("ROW<a INT, b CHAR(1)>", "ROW<x BIGINT, y CHAR(3)>", "ROW<`a` BIGINT, `b` VARCHAR(3)>", "ROW<`a` BIGINT, `b` VARCHAR(3)>"),
        ("ROW<a INT>", "ROW<a INT, b INT>", None, None),
        ("INTERVAL DAY", "INTERVAL HOUR", "INTERVAL DAY(2) TO HOUR", "INTERVAL DAY(2) TO HOUR"),
        ("INTERVAL DAY", "INTERVAL YEAR", None, None),
        ("INT", "UNKNOWN", "UNKNOWN", "UNKNOWN"),
        ("ROW<a INT>", "UNKNOWN", "UNKNOWN", "UNKNOWN"),
    ],
)  # fmt: skip
def test_the_type_two_values_share(one: str, other: str, common: str | None, merged: str | None) -> None:
    pair = [parse_type(one), parse_type(other)]
    assert str(common_type(pair)) == str(common)
    assert str(merged_type(pair)) == str(merged)


@pytest.mark.parametrize(
    ("operator", "one", "other", "result"),
    [
        ("+", "INT", "INT NOT NULL", "INT"),
        ("/", "INT NOT NULL", "INT NOT NULL", "INT NOT NULL"),
        ("*", "BIGINT", "FLOAT", "FLOAT"),
        ("+", "DECIMAL(10, 2)", "DECIMAL(20, 0)", "DECIMAL(23, 2)"),
        ("+", "DECIMAL(10, 2)", "INT", "DECIMAL(13, 2)"),
        ("*", "DECIMAL(10, 2)", "DECIMAL(10, 2)", "DECIMAL(21, 4)"),
        ("*", "DECIMAL(38, 18)", "DECIMAL(38, 18)", "DECIMAL(38, 6)"),
        ("/", "DECIMAL(10, 2)", "DECIMAL(20, 0)", "DECIMAL(31, 23)"),
        ("%", "DECIMAL(10, 2)", "DECIMAL(10, 2)", "DECIMAL(10, 2)"),
        ("%", "BIGINT", "TINYINT", "TINYINT"),
        ("%", "DOUBLE", "INT", None),
        ("+", "TIMESTAMP(3)", "INTERVAL DAY", "TIMESTAMP(3)"),
        ("+", "INTERVAL DAY", "DATE", "DATE"),
        ("+", "INTERVAL DAY", "TIMESTAMP_LTZ(3)", None),
        ("-", "INTERVAL DAY", "DATE", None),
        ("-", "TIMESTAMP(3)", "TIMESTAMP(3)", None),
        ("*", "INTERVAL DAY", "INT", "INTERVAL DAY(2)"),
        ("*", "INTERVAL DAY", "DOUBLE", None),
        ("/", "INTERVAL DAY", "INT", None),
        ("+", "INT", "STRING", None),
        ("+", "INT", "NULL", None),
        ("+", "INT", "UNKNOWN", "UNKNOWN"),
        ("+", "UNKNOWN", "STRING", None),
        ("*", "DATE", "UNKNOWN", None),
    ],
)
def test_arithmetic(operator: str, one: str, other: str, result: str | None) -> None:
    assert str(arithmetic(operator, parse_type(one), parse_type(other))) == str(result)


@pytest.mark.parametrize(
    ("source", "target", "problem"),
    [
        ("INT", "STRING", None),
        ("STRING", "INT", None),
        ("ROW<a INT>", "STRING", None),
        ("INT", "BYTES", "refused"),
        ("INT", "DATE", "refused"),
        ("BIGINT", "TIMESTAMP(3)", "no_plan"),
        ("TIMESTAMP(3)", "BIGINT", "no_plan"),
        ("TIMESTAMP(3)", "DATE", None),
        ("DATE", "TIME(0)", "refused"),
        ("INT", "INTERVAL DAY", None),
        ("INT", "INTERVAL DAY TO HOUR", "refused"),
        ("ARRAY<INT>", "ARRAY<STRING>", None),
        ("ARRAY<INT>", "ARRAY<BYTES>", "refused"),
        ("ROW<a INT, b STRING>", "ROW<x BIGINT, y INT>", None),
        ("ROW<a INT>", "ROW<x BIGINT, y INT>", "refused"),
        ("STRING", "VARIANT", "refused"),
        ("NULL", "ROW<a INT>", None),
        ("UNKNOWN", "DATE", None),
    ],
)
def test_casts(source: str, target: str, problem: str | None) -> None:
    assert cast_problem(parse_type(source), parse_type(target)) == problem
    assert castable(parse_type(source), parse_type(target)) is (problem is None)


def test_a_cast_is_nullable_as_its_operand_and_a_try_cast_always() -> None:
    source, target = parse_type("INT NOT NULL"), parse_type("STRING")
    assert str(cast_type(source, target)) == "STRING NOT NULL"
    assert str(cast_type(source, target, safe=True)) == "STRING"


@pytest.mark.parametrize(
    ("source", "target", "fits"),
    [
        ("INT NOT NULL", "BIGINT", True),
        ("INT", "BIGINT NOT NULL", False),
        ("BIGINT", "INT", False),
        ("DOUBLE", "DECIMAL(10, 2)", True),
        ("STRING", "VARCHAR(3)", True),
        ("STRING", "CHAR(3)", False),
        ("TIMESTAMP(3)", "TIMESTAMP_LTZ(3)", True),
        ("TIMESTAMP(3)", "DATE", True),
        ("DATE", "TIMESTAMP(3)", False),
        ("NULL", "INT", True),
        ("NULL", "INT NOT NULL", False),
        ("ARRAY<INT>", "ARRAY<BIGINT>", True),
        ("ARRAY<INT>", "ARRAY<BIGINT NOT NULL>", False),
        ("ROW<a INT>", "ROW<b BIGINT>", True),
        ("ROW<a INT>", "INT", False),
        ("UNKNOWN", "INT NOT NULL", True),
    ],
)
def test_what_an_argument_becomes_without_a_cast(source: str, target: str, fits: bool) -> None:
    assert implicitly_castable(parse_type(source), parse_type(target)) is fits


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("INT", "DECIMAL(3, 1)", True),
        ("INT", "STRING", True),
        ("DATE", "STRING", True),
        ("DATE", "TIMESTAMP(3)", False),
        ("TIMESTAMP(3)", "TIMESTAMP_LTZ(6)", True),
        ("BOOLEAN", "INT", False),
        ("BYTES", "STRING", False),
        ("ARRAY<INT>", "ARRAY<STRING>", True),
        ("ROW<a INT>", "ROW<b DATE>", False),
        ("ROW<a INT>", "ROW<b STRING>", True),
        ("UNKNOWN", "ROW<a INT>", True),
    ],
)
def test_what_can_be_compared(one: str, other: str, can: bool) -> None:
    assert comparable(parse_type(one), parse_type(other)) is can
    assert comparable(parse_type(other), parse_type(one)) is can


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("string", "abc", "CHAR(3) NOT NULL"),
        ("string", "", "CHAR(0) NOT NULL"),
        ("string", "é😀", "CHAR(3) NOT NULL"),
        ("binary", "ABCD", "BINARY(2) NOT NULL"),
        ("number", "1", "INT NOT NULL"),
        ("number", "-2147483648", "INT NOT NULL"),
        ("number", "2147483648", "BIGINT NOT NULL"),
        ("number", "9223372036854775808", None),
        ("number", "0012", "INT NOT NULL"),
        ("number", "100.", "INT NOT NULL"),
        ("number", "1.50", "DECIMAL(3, 2) NOT NULL"),
        ("number", "0.10", "DECIMAL(3, 2) NOT NULL"),
        ("number", "00.10", "DECIMAL(4, 2) NOT NULL"),
        ("number", ".05", "DECIMAL(2, 2) NOT NULL"),
        ("number", "012.5", "DECIMAL(4, 1) NOT NULL"),
        ("number", "12345678901234567890.5", None),
        ("number", "1e3", "DOUBLE NOT NULL"),
        ("number", "1E400", None),
        ("boolean", "TRUE", "BOOLEAN NOT NULL"),
        ("null", "", "NULL"),
        ("date", "2020-01-01", "DATE NOT NULL"),
        ("time", "12:00:00.123", "TIME(0) NOT NULL"),
        ("timestamp", "2020-01-01 00:00:00", "TIMESTAMP(0) NOT NULL"),
        ("timestamp", "2020-01-01 00:00:00.123456", "TIMESTAMP(6) NOT NULL"),
        ("timestamp", "2020-01-01 00:00:00.1234567890", "TIMESTAMP(9) NOT NULL"),
        ("interval", "DAY TO SECOND", "INTERVAL DAY(2) TO SECOND(6) NOT NULL"),
    ],
)
def test_literals(kind: str, text: str, found: str | None) -> None:
    assert str(literal_type(kind, text)) == str(found)  # type: ignore[arg-type]


def test_aggregates_widen_decimals_only() -> None:
    assert str(sum_type(parse_type("DECIMAL(10, 2)"))) == "DECIMAL(38, 2)"
    assert str(average_type(parse_type("DECIMAL(10, 2)"))) == "DECIMAL(38, 6)"
    assert str(sum_type(parse_type("INT NOT NULL"))) == "INT NOT NULL"


@pytest.mark.parametrize(
    ("places", "result"),
    [(0, "DECIMAL(9, 0)"), (1, "DECIMAL(10, 1)"), (2, "DECIMAL(10, 2)"), (-1, "DECIMAL(9, 0)"), (None, "DECIMAL(10, 2)")],
)  # fmt: skip
def test_rounding_narrows_a_decimal(places: int | None, result: str) -> None:
    assert str(rounded(parse_type("DECIMAL(10, 2)"), places)) == result


def test_unknown_stays_unknown() -> None:
    assert arithmetic("+", UNKNOWN, UNKNOWN.with_nullable(False)) is UNKNOWN
