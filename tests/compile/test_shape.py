"""What decides whether a running job's state fits: its inputs' types do, names of its output do not."""

from __future__ import annotations

import pytest

from streamt import pipeline
from tests.projects import checked, completed

PROJECT = """\
sources:
  - {name: orders, topic: o, columns: [{name: id, type: TYPE}, {name: n, type: INT}]}
models:
  - {name: counted, key: id, sql: "SELECT"}
"""
SQL = "SELECT id, SUM(n) AS total FROM {{ source('orders') }} GROUP BY id"


def shape(type: str = "INT", sql: str = SQL) -> str | None:
    (job,) = pipeline.compiled(checked(completed(PROJECT.replace("TYPE", type).replace("SELECT", sql)))).artifacts.flink_jobs
    return job.shape


def test_another_type_of_what_is_stored_is_another_state() -> None:
    assert shape("INT") != shape("BIGINT")


@pytest.mark.parametrize(
    "sql", [SQL.replace("total", "amount"), SQL.replace(" FROM", "  -- all of them\\n FROM"), SQL.replace("SUM(n) AS total", "SUM( n ) AS t")]
)
def test_names_and_layout_are_not(sql: str) -> None:
    assert shape() == shape(sql=sql)


def test_another_aggregate_is() -> None:
    assert shape() != shape(sql=SQL.replace("SUM", "MAX"))
