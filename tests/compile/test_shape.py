"""Which changes of a model keep the state of its running job."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from streamt import pipeline
from tests.projects import checked, completed

SOURCES: list[dict[str, Any]] = [
    {
        "name": "payments",
        "topic": "payments",
        "columns": [
            {"name": "id", "type": "BIGINT"},
            {"name": "card", "type": "STRING"},
            {"name": "amount", "type": "DOUBLE"},
            {"name": "t", "type": "TIMESTAMP(3)"},
        ],
        "event_time": {"column": "t", "watermark": {"max_out_of_orderness_ms": 1000}},
    },
    {"name": "refunds", "topic": "refunds", "columns": [{"name": "id", "type": "BIGINT"}, {"name": "reason", "type": "STRING"}]},
    {
        "name": "cards",
        "topic": "cards",
        "key": "card",
        "changelog": "upsert",
        "columns": [{"name": "card", "type": "STRING"}, {"name": "band", "type": "STRING"}],
    },
]
PAYMENTS, REFUNDS, CARDS = (f'{{{{ source("{name}") }}}}' for name in ("payments", "refunds", "cards"))
WINDOW = f"SELECT card, window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE {PAYMENTS}, DESCRIPTOR(t), INTERVAL '%s' MINUTE)) GROUP BY card, window_start, window_end"
COUNTED = f"SELECT card, COUNT(*) AS n FROM {PAYMENTS} GROUP BY card"
JOINED = f"SELECT p.id, r.reason FROM {PAYMENTS} AS p JOIN {REFUNDS} AS r ON p.id = r.id"
PLAIN = f"SELECT id, card FROM {PAYMENTS} WHERE amount > 1"


def shape_of(sql: str, sources: list[dict[str, Any]] = SOURCES, **model: Any) -> str:
    fragment = yaml.safe_dump({"sources": sources, "models": [{"name": "m", "materialized": "flink", "sql": sql, **model}]})
    manifest = pipeline.compiled(checked(completed(fragment)))
    assert manifest.artifacts.refusals == []
    return manifest.artifacts.flink_jobs[0].shape


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(PLAIN, f"SELECT id, UPPER(card) AS card, t FROM {PAYMENTS} WHERE amount > 2", id="a query without state"),
        pytest.param(PLAIN, f"SELECT * FROM {PAYMENTS}", id="a filter dropped"),
        pytest.param(WINDOW % 5, "-- spent\n" + (WINDOW % 5).replace("SELECT", "select"), id="comments and case"),
        pytest.param(WINDOW % 5, (WINDOW % 5).replace("AS n", "AS payments"), id="another name"),
        pytest.param(JOINED, JOINED.replace("r.reason", "r.reason AS why"), id="a name where there was none"),
    ],
)
def test_state_fits(before: str, after: str) -> None:
    assert shape_of(before) == shape_of(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(WINDOW % 5, WINDOW % 10, id="another window"),
        pytest.param(WINDOW % 5, (WINDOW % 5).replace("COUNT(*)", "SUM(amount)"), id="another aggregate"),
        pytest.param(WINDOW % 5, (WINDOW % 5).replace("COUNT(*) AS n", "COUNT(*) AS n, MAX(id) AS m"), id="one more aggregate"),
        pytest.param(WINDOW % 5, (WINDOW % 5).replace("card", "id"), id="another group key"),
        pytest.param(WINDOW % 5, (WINDOW % 5).replace("GROUP", "WHERE amount > 1 GROUP"), id="a filter before an aggregate"),
        pytest.param(WINDOW % 5, PLAIN, id="no state any more"),
        pytest.param(JOINED, f"{JOINED} WHERE r.reason <> 'x'", id="a filter on a side of a join"),
        pytest.param(JOINED, JOINED.replace(", r.reason", ""), id="a column of a join less"),
        pytest.param(PLAIN, f"SELECT id, reason FROM {REFUNDS}", id="another input"),
        pytest.param(PLAIN, f"{PLAIN} UNION ALL {PLAIN.replace('> 1', '< 0')}", id="a union with the same table"),
    ],
)
def test_state_does_not_fit(before: str, after: str) -> None:
    assert shape_of(before) != shape_of(after)


def test_names_that_decide_the_order_count() -> None:
    first = f"SELECT id AS a, amount AS b FROM {PAYMENTS} ORDER BY a LIMIT 3"
    assert shape_of(first, key="a") != shape_of(first.replace("AS a", "AS c").replace("AS b", "AS a").replace("AS c", "AS b"), key="b")


def test_the_types_of_what_is_kept_count_and_of_nothing_else() -> None:
    def typed(column: str, kind: str) -> list[dict[str, Any]]:
        first = SOURCES[0]
        columns = [{**one, "type": kind} if one["name"] == column else one for one in first["columns"]]
        return [{**first, "columns": columns}, *SOURCES[1:]]

    assert shape_of(COUNTED, key="card") != shape_of(COUNTED, typed("card", "INT"), key="card")
    assert shape_of(COUNTED, key="card") == shape_of(COUNTED, typed("amount", "INT"), key="card")


def test_time_to_live_counts_where_there_is_state() -> None:
    hour = {"state_ttl_ms": 3_600_000}
    assert shape_of(COUNTED, key="card") != shape_of(COUNTED, key="card", flink=hour)
    assert shape_of(PLAIN) == shape_of(PLAIN, flink=hour)


def test_an_upsert_source_that_is_filtered_has_state() -> None:
    """Flink keeps the last row of each key then, to take back the ones that the filter let through."""
    passed, filtered = f"SELECT card, band FROM {CARDS}", f"SELECT card, band FROM {CARDS} WHERE band = 'HIGH'"
    assert shape_of(passed, key="card") != shape_of(filtered, key="card")
    assert shape_of(filtered, key="card") != shape_of(filtered.replace("HIGH", "LOW"), key="card")


def test_delivery_and_parallelism_do_not_count() -> None:
    plain = {"parallelism": 4, "delivery": "exactly_once", "checkpoint_interval_ms": 1000}
    assert shape_of(COUNTED, key="card") == shape_of(COUNTED, key="card", flink=plain)
