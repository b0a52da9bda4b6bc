"""What is no change."""

from __future__ import annotations

import pytest

from streamt.impact.compare import compare
from streamt.impact.meaning import tokens
from streamt.manifest.model import Manifest
from tests.manifests import check, exposure, model, project, source

SAME: list[tuple[str, Manifest, Manifest]] = [
    ("order of nodes", project(source("a"), source("b")), project(source("b"), source("a"))),
    ("order of columns", project(source("a", "x INT", "y INT")), project(source("a", "y INT", "x INT"))),
    ("place in a file", project(source("a", path="x.yml", line=1)), project(source("a", path="y.yml", line=9))),
    (
        "comments and blanks of a query that could not be read",
        project(model("m", compiled_sql="SELECT a -- the id\nFROM t;")),
        project(model("m", compiled_sql="SELECT a /* x */ FROM   t")),
    ),
    (
        "formatting, by the fingerprint",
        project(model("m", compiled_sql="select a", sql_fingerprint="1")),
        project(model("m", compiled_sql="SELECT a", sql_fingerprint="1")),
    ),
    (
        "order of a SELECT list",
        project(model("m", compiled_sql="SELECT a, b", sql_fingerprint="1", rows_fingerprint="r")),
        project(model("m", compiled_sql="SELECT b, a", sql_fingerprint="2", rows_fingerprint="r")),
    ),
    (
        "state of a query that cannot be analysed on one side",
        project(model("m", streaming={"state": [{"operator": "join", "bounded_by": "ttl"}]})),
        project(model("m")),
    ),
    (
        "order of lineage",
        project(source("s", "a INT", "b INT"), model("m", "c INT <transform s.a> <transform s.b>")),
        project(source("s", "a INT", "b INT"), model("m", "c INT <transform s.b> <transform s.a>")),
    ),
    (
        "order of policies and roles",
        project(
            model(
                "m",
                security={"policies": [{"allow": {"roles": ["a", "b"]}}, {"mask": {"column": "c", "method": "hash", "for_roles": ["x", "y"]}}]},
            )
        ),
        project(
            model(
                "m",
                security={"policies": [{"mask": {"column": "c", "method": "hash", "for_roles": ["y", "x"]}}, {"allow": {"roles": ["b", "a"]}}]},
            )
        ),
    ),
    (
        "order of assertions",
        project(source("s"), check("t", of="s", assertions=[{"a": 1}, {"b": 2}])),
        project(source("s"), check("t", of="s", assertions=[{"b": 2}, {"a": 1}])),
    ),
    (
        "order of reads and their columns",
        project(source("s"), source("r"), exposure("e", reads={"s": ["a", "b"], "r": None})),
        project(source("s"), source("r"), exposure("e", reads={"r": None, "s": ["b", "a"]})),
    ),
    ("blanks of a schema", project(model("m", schema={"definition": "a {\n}"})), project(model("m", schema={"definition": "a { }"}))),
    (
        "order of a schema's keys",
        project(model("m", schema={"definition": {"a": 1, "b": 2}})),
        project(model("m", schema={"definition": {"b": 2, "a": 1}})),
    ),
    ("a key that is null", project(model("m", flink={"parallelism": None})), project(model("m", flink={}))),
    ("another spelling of a type", project(source("s", "a VARCHAR(2147483647)")), project(source("s", "a STRING"))),
    ("when it was compiled", project(compiled_at="2026-01-01T00:00:00Z"), project(compiled_at="2027-01-01T00:00:00Z")),
    ("the line of a finding", project(findings=[{"rule": "r", "severity": "warning", "message": "m", "url": "", "line": 1}]), project(findings=[{"rule": "r", "severity": "warning", "message": "m", "url": "", "line": 2}])),
]  # fmt: skip


@pytest.mark.parametrize(("case", "old", "new"), SAME, ids=[row[0] for row in SAME])
def test_no_change(case: str, old: Manifest, new: Manifest) -> None:
    assert list(compare(old, new)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT 'a  b'", "SELECT 'a b'"),
        ("SELECT '--x'", "SELECT ''"),
        ("SELECT `a b`", "SELECT `ab`"),
        ("a b", "ab"),
    ],
)
def test_what_stands_between_quotes_counts(one: str, other: str) -> None:
    assert tokens(one) != tokens(other)
