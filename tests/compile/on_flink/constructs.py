"""The recorded queries as projects: each one a model over the recorded tables."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.oracle.corpus import RECORDED, Case, recorded_cases
from tests.oracle.planner import classpath
from tests.oracle.subject import facts_of
from tests.oracle.tables import Column, Table, UserFunction, read_yaml

RUNTIME = {
    "kafka": {"bootstrap_servers": "${KAFKA_BOOTSTRAP}"},
    "flink": {"rest_url": "${FLINK_REST_URL}", "sql_gateway_url": "${FLINK_SQL_GATEWAY_URL}"},
}
CONNECTOR = "streamt.oracle.StandIns$Oracle"  # the only one with look-ups here: the real ones need a database
NOT_IN_JSON = ("c_multiset",)
UNKNOWN_HINTS = "OPTIONS('a' = 'b')"  # the planner's stand-ins take any option


def project(name: str) -> str:
    """A `stream_project.yml` with a model for every accepted query that can be written to a topic, named as its case."""
    tables, functions = read_yaml(RECORDED / "tables.yml")
    cases = [case for case in recorded_cases() if case.accepted and UNKNOWN_HINTS not in case.query]
    written = {
        "project": {"name": name},
        "runtime": RUNTIME,
        "sources": [_source(table) for table in tables],
        "functions": [_function(function) for function in functions],
        "models": [_model(case, [table.name for table in tables]) for case in cases],
    }
    return yaml.safe_dump(written, sort_keys=False)


def model_name(case: Case) -> str:
    return re.sub(r"\W", "_", case.id)


def constructs() -> Mapping[str, str]:
    """Model -> construct, of the queries that the planner accepted."""
    return {model_name(case): case.feature for case in recorded_cases() if case.accepted}


def build_jar(path: Path) -> None:
    """The user functions of the recorded queries and the connector, without the stand-ins for Kafka."""
    classes = Path(classpath().partition(":")[0])
    with zipfile.ZipFile(path, "w") as jar:
        for file in sorted(classes.rglob("*.class")):
            jar.write(file, file.relative_to(classes).as_posix())
        jar.writestr("META-INF/services/org.apache.flink.table.factories.Factory", f"{CONNECTOR}\n")


def _model(case: Case, tables: list[str]) -> dict[str, Any]:
    sql = case.query
    for table in tables:
        sql = re.sub(rf"(?<![.\w`']){re.escape(table)}(?![\w`'])", f'{{{{ source("{table}") }}}}', sql)
    facts = facts_of(case)
    found: dict[str, Any] = {"name": model_name(case), "materialized": "flink", "sql": sql}
    if facts.changelog == "append":
        return found
    key = next((key for key in facts.upsert_keys if key), ())
    if not key and facts.columns:
        # Its rows have no key: how many there are of each has one.
        first = f"`{facts.columns[0].name}`"
        found["sql"] = f"SELECT {first}, COUNT(*) AS how_many FROM ({sql}) AS t GROUP BY {first}"
        key = (facts.columns[0].name,)
    return {**found, "key": list(key)}


def _source(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {"name": table.name, "columns": list(_columns(table))}
    if table.lookup:
        found["lookup"] = {"connector": "oracle", "options": {"lookup": "true", "changelog-mode": "I"}}
    else:
        found["topic"] = f"raw.{table.name}"
    if table.key:
        found["key"] = list(table.key)
    if table.changelog != "append":
        found["changelog"] = table.changelog
    if table.changelog == "cdc":
        found["schema"] = {"format": "debezium-json"}
    if table.event_time:
        found["event_time"] = {"column": table.event_time, "watermark": {"max_out_of_orderness_ms": table.delay_ms}}
    return found


def _columns(table: Table) -> Iterator[dict[str, Any]]:
    return (_column(column) for column in table.columns if column.name not in NOT_IN_JSON)


def _column(column: Column) -> dict[str, Any]:
    metadata = None if column.metadata is None else column.metadata or True
    given = {"type": column.type, "expression": column.expression, "metadata": metadata}
    nullable = {} if column.nullable else {"nullable": False}
    return {"name": column.name, **{key: value for key, value in given.items() if value is not None}, **nullable}


def _function(function: UserFunction) -> dict[str, Any]:
    return {
        "name": function.name,
        "kind": function.kind,
        "arguments": [{"name": name, "type": kind} for name, kind in function.arguments],
        "returns": function.returns,
        "deterministic": function.deterministic,
        "class": function.java_class,
        "jar": "functions.jar",
    }
