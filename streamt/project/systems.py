"""The runtime block -> which systems there are, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.diagnostics.model import Diagnostic
from streamt.load.document import Place
from streamt.placeholders import known_text
from streamt.project.model import Runtime
from streamt.project.spec.runtime import (
    ConnectSpec,
    FlinkRuntimeSpec,
    KafkaClusterSpec,
    KafkaSpec,
    RuntimeSpec,
)
from streamt.project.vocabulary import did_you_mean

ONLY = "default"  # the name of a cluster that has none


def runtime(spec: RuntimeSpec, data: Mapping[str, Any], place: Place | None) -> Runtime:
    kafka, flink, connect, conduktor = spec.kafka, spec.flink, spec.connect, spec.conduktor
    flinks = {} if flink is None else dict(flink.clusters) or {ONLY: flink}
    kafkas = {} if kafka is None else dict(kafka.clusters) or {ONLY: kafka}
    versions = {name: known_text(cluster.version) for name, cluster in flinks.items() if cluster.version}
    regions = {name: known_text(cluster.region) for name, cluster in kafkas.items() if cluster.region}
    return Runtime(
        place=place,
        kafka_clusters=tuple(kafkas),
        default_kafka=_default(kafka),
        flink_clusters=tuple(flinks),
        default_flink=_default(flink),
        connect_clusters=() if connect is None else tuple(connect.clusters) or (ONLY,),
        default_connect=_default(connect),
        has_registry=spec.schema_registry is not None,
        has_gateway=conduktor is not None and bool(conduktor.gateway or conduktor.proxy_url),
        has_console=conduktor is not None and bool(conduktor.console or conduktor.console_url),
        flink_versions={name: version for name, version in versions.items() if version is not None},
        regions={name: region for name, region in regions.items() if region is not None},
        declared=_canonical(data),
    )


def _default(spec: KafkaSpec | FlinkRuntimeSpec | ConnectSpec | None) -> str | None:
    """The cluster that is meant where none is named: the declared default, else the only one."""
    if spec is None:
        return None
    if not spec.clusters:
        return ONLY
    if spec.default is not None:
        return spec.default if spec.default in spec.clusters else None
    return next(iter(spec.clusters)) if len(spec.clusters) == 1 else None


def _canonical(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The block with Conduktor's short form written out."""
    conduktor = data.get("conduktor")
    if not isinstance(conduktor, Mapping) or not {"proxy_url", "console_url", "api_key"} & set(conduktor):
        return data
    gateway = {"api_url": conduktor.get("proxy_url"), **conduktor.get("gateway", {})}
    console = {
        "url": conduktor.get("console_url"),
        "api_key": conduktor.get("api_key"),
        **conduktor.get("console", {}),
    }
    written = {"gateway": gateway, "console": console}
    kept = {
        key: {name: value for name, value in block.items() if value is not None}
        for key, block in written.items()
    }
    return {**data, "conduktor": {key: block for key, block in kept.items() if block}}


def problems(spec: RuntimeSpec, place: Place, environment: str | None) -> Iterator[Diagnostic]:
    """What a runtime block lacks or says twice, once root and environment are laid together."""
    of = f" of environment '{environment}'" if environment else ""
    if spec.kafka is None:
        yield Diagnostic("project.missing_key", "error", f"the runtime{of} needs 'kafka'", place.key_span)
    for key, block in (("kafka", spec.kafka), ("flink", spec.flink), ("connect", spec.connect)):
        if block is not None:
            yield from _clusters(key, block, place.at(key))
    if spec.schema_registry is not None and spec.schema_registry.url is None:
        yield Diagnostic(
            "project.missing_key",
            "error",
            f"the runtime{of} needs 'schema_registry.url'",
            place.at("schema_registry").key_span,
        )


def _clusters(
    key: str, block: KafkaSpec | FlinkRuntimeSpec | ConnectSpec, place: Place
) -> Iterator[Diagnostic]:
    single = sorted(block.model_fields_set - {"default", "clusters"})
    if block.clusters and single:
        message = f"'runtime.{key}' has both clusters by name and the settings of a single one"
        help_ = f"move '{single[0]}' into one of the clusters"
        yield Diagnostic("project.conflict", "error", message, place.at(single[0]).key_span, help=help_)
    if block.default is not None and block.default not in (block.clusters or {ONLY: block}):
        message = f"'runtime.{key}' has no cluster '{block.default}'"
        names = tuple(block.clusters)
        help_ = did_you_mean(block.default, names) or f"its clusters: {', '.join(names) or 'none'}"
        yield Diagnostic("project.unknown_default", "error", message, place.at("default").span, help=help_)
    if isinstance(block, KafkaSpec):
        named: list[tuple[tuple[str, ...], KafkaClusterSpec]] = [
            (("clusters", name), one) for name, one in block.clusters.items()
        ]
        for steps, cluster in named or [((), block)]:
            if cluster.bootstrap_servers is None:
                at = ".".join(("runtime", key, *steps))
                yield Diagnostic(
                    "project.missing_key",
                    "error",
                    f"'{at}' needs 'bootstrap_servers'",
                    place.at(*steps).key_span,
                )
