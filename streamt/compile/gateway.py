"""Virtual topics and masks at read: interceptors of a Conduktor Gateway (API v2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from streamt.analysis.model import Analysis
from streamt.analysis.references import target
from streamt.manifest.model import GatewayRuleArtifact, Refusal
from streamt.placeholders import known
from streamt.project.model import Mask, Model, Source
from streamt.sql.gateway import GatewayStatement

SQL_TOPIC = "io.conduktor.gateway.interceptor.VirtualSqlTopicPlugin"
MASKING = "io.conduktor.gateway.interceptor.FieldLevelDataMaskingPlugin"
RULES: dict[str, dict[str, Any]] = {
    "redact": {"type": "MASK_ALL", "maskingChar": "*"},
    "null": {"type": "MASK_ALL", "maskingChar": "*"},
    "partial": {"type": "MASK_FIRST_N", "maskingChar": "*", "numberOfChars": 12},
}


def gateway_rules(see: Analysis) -> Iterator[GatewayRuleArtifact]:
    if not see.project.runtime.has_gateway:
        return
    for model in see.project.models:
        statement = see.gateway.get(model.id)
        if see.materialized(model) == "virtual_topic" and isinstance(statement, GatewayStatement):
            yield _virtual_topic(model, statement, see)
    for node in see.data:
        for mask in node.security.masks if node.security else ():
            if mask.method in RULES:
                yield from _mask(node, mask, see)


def _virtual_topic(model: Model, statement: GatewayStatement, see: Analysis) -> GatewayRuleArtifact:
    read = next(read.target for read in see.reads[model.id] if read.target)
    config = {"virtualTopic": model.topic.name, "statement": statement.text.replace("{topic}", _quoted(_topic(see, read)))}
    priority = known(model.gateway.priority) if model.gateway and model.gateway.priority is not None else None
    return GatewayRuleArtifact(
        name=f"{see.project.name}.{model.key_name}",
        node=model.id,
        kind="virtual_topic",
        body=_interceptor(f"{see.project.name}.{model.key_name}", SQL_TOPIC, config, priority or 100, _scope(model)),
    )


def _mask(node: Source | Model, mask: Mask, see: Analysis) -> Iterator[GatewayRuleArtifact]:
    topic = _topic(see, node.id)
    roles: list[str | None] = [*sorted(mask.for_roles)] or [None]
    for role in roles:
        owner = node.key_name if isinstance(node, Model) else node.name
        name = f"{see.project.name}.{owner}.{mask.column}" + (f".{role}" if role else "")
        policy = {"name": f"{mask.column}-{mask.method}", "fields": [mask.column], "rule": RULES[mask.method]}
        config = {"topic": f"^{_escaped(topic)}$", "policies": [policy], "errorPolicy": "fail_fetch"}
        scope = {"group": role} if role else {}
        yield GatewayRuleArtifact(name=name, node=node.id, kind="mask", body=_interceptor(name, MASKING, config, 200, scope))


def _interceptor(name: str, plugin: str, config: dict[str, Any], priority: int, scope: dict[str, Any]) -> dict[str, Any]:
    metadata: dict[str, Any] = {"name": name} | ({"scope": scope} if scope else {})
    spec = {"pluginClass": plugin, "priority": priority, "config": config}
    return {"kind": "Interceptor", "apiVersion": "gateway/v2", "metadata": metadata, "spec": spec}


def _scope(model: Model) -> dict[str, Any]:
    return dict(model.gateway.scope) if model.gateway else {}


def _topic(see: Analysis, node: str) -> str:
    found = see.nodes[node]
    assert isinstance(found, (Source, Model))
    return found.topic.name if isinstance(found, Model) else str(found.topic)


def _quoted(topic: str) -> str:
    return f'"{topic}"'


def _escaped(topic: str) -> str:
    """The topic as a regular expression of Java: a dot is a dot; a placeholder stays one."""
    return topic if "${" in topic else topic.replace(".", "\\.")


def mask_refusals(see: Analysis) -> Iterator[Refusal]:
    """Masks that nothing enforces for a declared reader: plan refuses them by name."""
    for node in see.data:
        for mask in node.security.masks if node.security else ():
            reason = _unenforced(node, mask, see)
            if reason:
                yield Refusal(name=f"{node.name}.{mask.column}", node=node.id, what=reason[0], help=reason[1])


def _unenforced(node: Source | Model, mask: Mask, see: Analysis) -> tuple[str, str] | None:
    if mask.method == "tokenize":
        return (f"nothing here can tokenize {mask.column}", "Use hash, redact, partial or null.")
    if see.project.runtime.has_gateway:
        if mask.method == "hash":
            return (f"a Gateway cannot hash {mask.column} at read", "Use redact, partial or null, or mask it in a sink.")
        return None
    for exposure in see.project.exposures:
        reads = {target(see.project, reference.kind, reference.name, reference.version) for reference in exposure.reads}
        wanted = not mask.for_roles or set(mask.for_roles) & set(exposure.roles)
        if node.id in reads and wanted and not (isinstance(node, Model) and see.materialized(node) == "sink"):
            who = ", ".join(sorted(set(mask.for_roles) & set(exposure.roles))) or "everyone"
            return (
                f"the mask of {mask.column} for {who} is not enforced: {exposure.id} reads the topic itself",
                "Let it read a masked sink, or configure a Gateway.",
            )
    return None
