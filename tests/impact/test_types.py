from __future__ import annotations

import pytest

from streamt.impact.types import verdict


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("INT", "INT", "same"),
        ("STRING", "VARCHAR(2147483647)", "same"),
        ("ROW<a INT>", "ROW<`a` INT>", "same"),
        ("ROW<a INT, b INT>", "ROW<b INT, a INT>", "same"),
        ("INT", "BIGINT", "widened"),
        ("BIGINT", "INT", "narrowed"),
        ("INT", "DOUBLE", "widened"),
        ("INT", "FLOAT", "changed"),
        ("BIGINT", "DOUBLE", "changed"),
        ("FLOAT", "DOUBLE", "widened"),
        ("INT", "DECIMAL(10, 0)", "widened"),
        ("INT", "DECIMAL(10, 2)", "changed"),
        ("DECIMAL(10, 2)", "DECIMAL(12, 2)", "widened"),
        ("DECIMAL(10, 2)", "DECIMAL(10, 1)", "changed"),
        ("DECIMAL(10, 2)", "DECIMAL(9, 1)", "narrowed"),
        ("CHAR(3)", "VARCHAR(3)", "widened"),
        ("VARCHAR(10)", "VARCHAR(5)", "narrowed"),
        ("VARCHAR(10)", "STRING", "widened"),
        ("BYTES", "STRING", "changed"),
        ("INT", "STRING", "changed"),
        ("INT", "BOOLEAN", "changed"),
        ("TIMESTAMP(3)", "TIMESTAMP(6)", "widened"),
        ("TIMESTAMP(3)", "TIMESTAMP_LTZ(3)", "changed"),
        ("DATE", "TIMESTAMP(3)", "changed"),
        ("ARRAY<INT>", "ARRAY<BIGINT>", "widened"),
        ("ARRAY<INT>", "MULTISET<INT>", "changed"),
        ("MAP<STRING, BIGINT>", "MAP<STRING, INT>", "narrowed"),
        ("MAP<STRING, INT>", "MAP<INT, STRING>", "changed"),
        ("ROW<a INT>", "ROW<a INT, b INT>", "widened"),
        ("ROW<a INT, b INT>", "ROW<a INT>", "narrowed"),
        ("ROW<a INT>", "ROW<b INT>", "changed"),
        ("ROW<a ROW<b INT>>", "ROW<a ROW<b BIGINT>>", "widened"),
        ("INT", "UNKNOWN", "lost"),
        ("UNKNOWN", "INT", "learnt"),
        ("a type of tomorrow", "INT", "changed"),
    ],
)
def test_verdict(before: str, after: str, expected: str) -> None:
    assert verdict(before, after) == expected
