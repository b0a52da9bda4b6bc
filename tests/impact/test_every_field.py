"""Nothing of a manifest is left uncompared by accident: every field either makes a change or is left out here, with the reason."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from streamt.impact.compare import compare
from streamt.manifest.model import Exposure, Manifest, Model, Source
from streamt.manifest.model import Test as DataTest
from tests.manifests import check, exposure, model, project, source

_WHERE_IT_STANDS = {"path", "line", "kind", "id", "name"}
LEFT_OUT: dict[type[BaseModel], set[str]] = {
    Source: _WHERE_IT_STANDS,
    # the reason follows what is compared; the template and the fingerprints stand behind compiled_sql; the version is in the id
    Model: _WHERE_IT_STANDS
    | {"version", "materialized_because", "sql", "sql_fingerprint", "rows_fingerprint"},
    DataTest: _WHERE_IT_STANDS,
    Exposure: _WHERE_IT_STANDS,
    # facts of the tool; the DAG and the coverage of lineage are made of what is compared
    Manifest: {"manifest_version", "streamt_version", "environment", "compiled_at", "content_hash", "dag", "lineage"},
}
JOB = {
    "name": "j",
    "node": "model:n",
    "cluster": None,
    "version": "2",
    "insert": "",
    "script": "",
    "fingerprint": "f",
}
PLAIN: dict[type[BaseModel], dict[str, Any]] = {
    Source: project(source("n", "a INT")).sources[0].model_dump(by_alias=True),
    Model: project(model("n", "a INT", topic={"name": "t"})).models[0].model_dump(by_alias=True),
    DataTest: project(source("n"), check("n", of="n")).tests[0].model_dump(by_alias=True),
    Exposure: project(exposure("n")).exposures[0].model_dump(by_alias=True),
    Manifest: project(artifacts={"flink_jobs": [{**JOB, "shape": "x"}]}).model_dump(by_alias=True),
}
MAPPINGS = ("lookup", "freshness", "sla", "flink", "sink", "gateway", "contract", "on_failure", "contracts")
ANOTHER: dict[Any, Any] = {
    **{key: {"k": "v"} for key in MAPPINGS},
    **{key: {"k": {"l": "v"}} for key in ("runtime", "safety", "alerting", "owners")},
    **{key: ["other"] for key in ("tags", "key", "from", "allowed_clusters", "forbidden_sinks")},
    **{key: [{"node": "source:x"}] for key in ("consumes", "produces")},
    (Exposure, "access"): {"roles": ["a"]},
    (Exposure, "type"): "api",
    (DataTest, "type"): "sample",
    (Model, "topic"): {"name": "other"},
    (Manifest, "sources"): [{"id": "source:n", "name": "n", "path": "", "line": 1}],
    (Manifest, "models"): [
        {
            "id": "model:n",
            "name": "n",
            "path": "",
            "line": 1,
            "materialized": "topic",
            "materialized_because": "",
        }
    ],
    (Manifest, "tests"): [
        {"id": "test:n", "name": "n", "path": "", "line": 1, "model": "source:n", "type": "schema"}
    ],
    (Manifest, "exposures"): [{"id": "exposure:n", "name": "n", "path": "", "line": 1, "type": "api"}],
    "access": "public",
    "artifacts": {"flink_jobs": [{**JOB, "shape": "y"}]},
    "assertions": [{"a": 1}],
    "changelog": "cdc",
    "columns": [{"name": "b", "type": "INT"}],
    "columns_complete": False,
    "dependencies": [{"project": "p"}],
    "event_time": {"column": "at"},
    "findings": [{"rule": "r", "severity": "info", "message": "m", "url": ""}],
    "functions": [{"name": "f"}],
    "latest": False,
    "materialized": "flink",
    "role": "producer",
    "schema": {"format": "avro"},
    "security": {"policies": [{"deny": {"roles": ["a"]}}]},
    "streaming": {"changelog_mode": "append"},
}
FIELDS = [
    (kind, field.alias or name)
    for kind, left_out in LEFT_OUT.items()
    for name, field in kind.model_fields.items()
    if name not in left_out
]


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=[f"{kind.__name__}.{name}" for kind, name in FIELDS])
def test_field(kind: type[BaseModel], name: str) -> None:
    another = ANOTHER.get((kind, name), ANOTHER.get(name, "other"))
    assert PLAIN[kind][name] != another
    assert list(compare(*(_manifest(kind, data) for data in (PLAIN[kind], {**PLAIN[kind], name: another}))))


def _manifest(kind: type[BaseModel], data: dict[str, Any]) -> Manifest:
    if kind is Manifest:
        return Manifest.model_validate(data)
    collection = {Source: "sources", Model: "models", DataTest: "tests", Exposure: "exposures"}[kind]
    return project().model_copy(update={collection: [kind.model_validate(data)]})
