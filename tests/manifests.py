"""Small manifests for tests, in few words.

    project(
        source("payments", "id BIGINT", "amount DECIMAL(10, 2) NOT NULL", owner="team-pay"),
        model("clean", "id BIGINT <identity payments.id>", "cents BIGINT <transform payments.amount> <filter payments.id>"),
        exposure("dash", reads={"clean": ["cents"]}),
    )

A column is its name, its type and, between angles, where it comes from: the kind of the edge and `node.column`; a `?` behind
the column makes the edge structural. A model reads what its columns come from, or what `reads=` says.
"""

from __future__ import annotations

import re
from typing import Any

from streamt.manifest.model import (
    Column,
    Dag,
    DagEdge,
    DagNode,
    Exposure,
    ExposureRead,
    InfluenceEdge,
    LineageEdge,
    Manifest,
    Model,
    Source,
    Test,
)

_ORIGIN = re.compile(r"<(\w+) ([^<>]+?)\.([^<>.?]+)(\??)>")
_VALUES = ("identity", "transform", "aggregate", "mask")


def column(text: str, **facts: Any) -> dict[str, Any]:
    declared, _, _ = text.partition("<")
    name, _, type_ = declared.strip().partition(" ")
    not_null = type_.endswith(" NOT NULL")
    origins = [
        {"node": node, "name": origin, "kind": kind, "certainty": "structural" if unsure else "proven"}
        for kind, node, origin, unsure in _ORIGIN.findall(text)
    ]
    return {
        "name": name,
        "type": type_.removesuffix(" NOT NULL") or "UNKNOWN",
        "nullable": not not_null,
        "origins": origins,
        **facts,
    }


def _columns(columns: tuple[str | dict[str, Any], ...]) -> list[dict[str, Any]]:
    return [column(each) if isinstance(each, str) else each for each in columns]


def source(name: str, *columns: str | dict[str, Any], **facts: Any) -> dict[str, Any]:
    given = _columns(columns)
    return {
        "kind": "source",
        "id": f"source:{name}",
        "name": name,
        "path": f"sources/{name}.yml",
        "line": 2,
        "topic": f"{name}.v1",
        "columns": given,
        "columns_complete": bool(given),
        **facts,
    }


def model(
    name: str, *columns: str | dict[str, Any], reads: tuple[str, ...] | None = None, **facts: Any
) -> dict[str, Any]:
    bare, _, version = name.partition("@v")
    given = _columns(columns)
    origins = dict.fromkeys(origin["node"] for each in given for origin in each["origins"])
    return {
        "kind": "model",
        "id": f"model:{name}",
        "name": bare,
        "version": int(version) if version else None,
        "path": f"models/{bare}.yml",
        "line": 2,
        "materialized": "topic",
        "materialized_because": "declared",
        "columns": given,
        "columns_complete": bool(given),
        "reads": tuple(origins) if reads is None else reads,
        **facts,
    }


def check(name: str, of: str, dlq: tuple[str, ...] = (), **facts: Any) -> dict[str, Any]:
    place = {"path": f"tests/{name}.yml", "line": 2}
    return {
        "kind": "test",
        "id": f"test:{name}",
        "name": name,
        "of": of,
        "dlq": dlq,
        "type": "schema",
        **place,
        **facts,
    }


def exposure(
    name: str,
    reads: dict[str, list[str] | None] | None = None,
    produces: tuple[str, ...] = (),
    **facts: Any,
) -> dict[str, Any]:
    return {
        "kind": "exposure",
        "id": f"exposure:{name}",
        "name": name,
        "path": f"exposures/{name}.yml",
        "line": 2,
        "type": "dashboard",
        "reads": reads or {},
        "writes": produces,
        **facts,
    }


def project(*nodes: dict[str, Any], **facts: Any) -> Manifest:
    ids = {node["id"].partition(":")[2]: node["id"] for node in nodes if node["kind"] in ("source", "model")}
    built = [_built(node, ids) for node in nodes]
    edges = [
        DagEdge(from_=start, to=end, kind=kind) for node in nodes for start, end, kind in _edges(node, ids)
    ]
    settings = {
        "streamt_version": "0",
        "project": "shop",
        "environment": "default",
        "compiled_at": "",
        **facts,
    }
    return Manifest(
        sources=[node for node in built if isinstance(node, Source)],
        models=[node for node in built if isinstance(node, Model)],
        tests=[node for node in built if isinstance(node, Test)],
        exposures=[node for node in built if isinstance(node, Exposure)],
        dag=Dag(nodes=[DagNode(id=node.id, kind=node.kind, name=node.name) for node in built], edges=edges),
        **settings,
    )


def _built(node: dict[str, Any], ids: dict[str, str]) -> Source | Model | Test | Exposure:
    facts = {
        key: value for key, value in node.items() if key not in ("reads", "writes", "of", "dlq", "columns")
    }
    if node["kind"] == "source":
        return Source(columns=[_column(each, ids) for each in node["columns"]], **facts)
    if node["kind"] == "model":
        columns = [_column(each, ids) for each in node["columns"]]
        return Model(columns=columns, from_=[ids.get(name, name) for name in node["reads"]], **facts)
    if node["kind"] == "test":
        return Test(model=ids[node["of"]], **facts)
    consumes = [
        ExposureRead(node=ids.get(name, name), columns=columns) for name, columns in node["reads"].items()
    ]
    return Exposure(
        consumes=consumes, produces=[ExposureRead(node=ids[name]) for name in node["writes"]], **facts
    )


def _column(column: dict[str, Any], ids: dict[str, str]) -> Column:
    lineage, influences = [], []
    for origin in column["origins"]:
        where = f"column:{ids[origin['node']]}.{origin['name']}"
        if origin["kind"] in _VALUES:
            lineage.append(LineageEdge(column=where, kind=origin["kind"], certainty=origin["certainty"]))
        else:
            influences.append(InfluenceEdge(column=where, kind=origin["kind"], certainty=origin["certainty"]))
    facts = {key: value for key, value in column.items() if key != "origins"}
    return Column(lineage=lineage, influenced_by=influences, **facts)


def _edges(node: dict[str, Any], ids: dict[str, str]) -> list[tuple[str, str, str]]:
    if node["kind"] == "model":
        return [(ids.get(name, name), node["id"], "reads") for name in node["reads"]]
    if node["kind"] == "test":
        feeds = [(node["id"], ids[name], "dlq") for name in node["dlq"]]
        return [(ids[node["of"]], node["id"], "tests"), *feeds]
    if node["kind"] == "exposure":
        produced = [(node["id"], ids[name], "produces") for name in node["writes"]]
        return [(ids.get(name, name), node["id"], "consumes") for name in node["reads"]] + produced
    return []
