"""What a model's output means to those who read its topic."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.project.model import Model
from streamt.rules.rule import Finding, place_of, rule


@rule("streaming.key_required", on=Model, severity="warning")
def key_required(model: Model, see: Analysis) -> Iterator[Finding]:
    """The output is updated, and no key says which record an update replaces.

    **Why.** A result that changes goes to Kafka as upserts by key. Without a key each change would be one more record, and every
    reader would count it twice. The query itself is valid, so this is a warning; `plan` refuses to deploy the model.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: n, type: INT}]}
    models:
      - {name: total, sql: 'SELECT COUNT(*) + 0 AS n FROM {{ source("payments") }} GROUP BY id'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: n, type: INT}]}
    models:
      - {name: total, key: id, sql: 'SELECT id, COUNT(*) AS n FROM {{ source("payments") }} GROUP BY id'}
    ```
    """
    facts = see.queries.get(model.id)
    if facts is None or facts.changelog not in ("upsert", "retract") or see.keys[model.id]:
        return
    if see.materialized(model) not in ("flink", "topic"):
        return
    yield Finding(
        place_of(model, "sql"),
        f"The output of {model.id} is updated, but it has no key",
        expected="`key:` with the columns that identify a row, all of them in the SELECT",
        got=f"changelog mode {facts.changelog}, no key",
        help="Select the columns of the GROUP BY (or the primary key of what is read) and name them in `key:`.",
    )


@rule("streaming.key_not_unique", on=Model)
def key_not_unique(model: Model, see: Analysis) -> Iterator[Finding]:
    """The `key` of an updating output is not one of its upsert keys.

    **Why.** Two rows with the same key would overwrite each other in the topic, and the one that stays depends on timing.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: shop, type: STRING}]}
    models:
      - {name: total, key: shop, sql: 'SELECT id, MAX(shop) AS shop, COUNT(*) AS n FROM {{ source("payments") }} GROUP BY id'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: shop, type: STRING}]}
    models:
      - {name: total, key: id, sql: 'SELECT id, MAX(shop) AS shop, COUNT(*) AS n FROM {{ source("payments") }} GROUP BY id'}
    ```
    """
    facts = see.queries.get(model.id)
    if facts is None or not model.key or facts.changelog not in ("upsert", "retract") or not facts.upsert_keys:
        return
    if any(set(key) <= set(model.key) for key in facts.upsert_keys):
        return
    keys = " or ".join(", ".join(key) for key in facts.upsert_keys)
    yield Finding(
        place_of(model, "key"), f"The key of {model.id} does not tell its rows apart",
        expected=keys, got=", ".join(model.key),
    )  # fmt: skip


@rule("streaming.several_event_times", on=Model, severity="warning")
def several_event_times(model: Model, see: Analysis) -> Iterator[Finding]:
    """The output has more than one event-time attribute.

    **Why.** Flink refuses to write such a result: a topic's records have one timestamp. Keep one and cast the others to a plain
    timestamp. The query itself is valid, so this is a warning; `plan` refuses to deploy the model.

    Bad:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        event_time: {column: ts, watermark: {max_out_of_orderness_ms: 0}}
        columns: [{name: id, type: STRING}, {name: ts, type: TIMESTAMP(3)}]
    models:
      - {name: paid, sql: 'SELECT id, ts, ts AS again FROM {{ source("payments") }}'}
    ```
    Good:
    ```yaml
    sources:
      - name: payments
        topic: payments.v1
        event_time: {column: ts, watermark: {max_out_of_orderness_ms: 0}}
        columns: [{name: id, type: STRING}, {name: ts, type: TIMESTAMP(3)}]
    models:
      - {name: paid, sql: 'SELECT id, ts, CAST(ts AS TIMESTAMP(3)) AS again FROM {{ source("payments") }}'}
    ```
    """
    facts = see.queries.get(model.id)
    times = [column.name for column in facts.columns if column.time == "rowtime"] if facts else []
    if len(times) < 2 or model.sql is None:
        return
    yield Finding(
        place_of(model, "sql"), f"The output of {model.id} has {len(times)} event times: {', '.join(times)}",
        expected="one", got=str(len(times)), help=f"Cast the others: CAST({times[-1]} AS TIMESTAMP(3)).",
    )  # fmt: skip
