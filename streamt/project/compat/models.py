"""Older spellings of models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from streamt.load.document import Place, Route
from streamt.project.compat.spelling import Names, conflict, move, moved, older, replaced
from streamt.project.draft import Draft


@dataclass(frozen=True, slots=True)
class UpstreamTopic:
    """A sink that says the topic of what it reads (`sink.topic`)."""

    sink: Draft
    topic: str
    origin: Route


def advanced(draft: Draft, _: Names) -> None:
    """`advanced:` around keys of the model."""
    block = draft.at("advanced")
    if not isinstance(block, dict):
        return
    older(draft, "advanced", ("advanced",), "`advanced:`", "its keys, directly in the model")
    _connector_block(draft, ("advanced", "connector"))
    for key in list(draft.mapping("advanced")):
        if isinstance(draft.at("advanced", key), dict) and isinstance(draft.at(key), dict):
            for inner in list(draft.mapping("advanced", key)):
                move(draft, ("advanced", key, inner), (key, inner))
        else:
            move(draft, ("advanced", key), (key,))
    draft.drop("advanced")
    if draft.mapping("gateway").get("virtual_topic") is True:
        origin = draft.origin(("gateway", "virtual_topic"))
        draft.drop("gateway", "virtual_topic")
        if draft.at("materialized") is None:
            draft.put(("materialized",), "virtual_topic", origin)
    for old, new in (
        (("flink", "cluster"), ("flink_cluster",)),
        (("flink", "checkpoint_interval"), ("flink", "checkpoint_interval_ms")),
    ):
        if draft.at(*old) is not None:
            move(draft, old, new)


def _connector_block(draft: Draft, block: Route) -> None:
    """`connector: {type, tasks_max, config}` for `sink: {connector, config}`."""
    connector = draft.at(*block)
    if isinstance(connector, str):
        move(draft, block, ("sink", "connector"))
    if not isinstance(connector, dict):
        return
    renamed = {"type": ("sink", "connector"), "tasks_max": ("sink", "config", "tasks.max")}
    for key in list(connector):
        if key == "config" and isinstance(draft.at("sink", "config"), dict):
            for inner in list(draft.mapping(*block, "config")):
                move(draft, (*block, "config", inner), ("sink", "config", inner))
        else:
            move(draft, (*block, key), renamed.get(key, ("sink", key)))
    draft.drop(*block)


def flink_stream(draft: Draft, _: Names) -> None:
    if draft.at("materialized") == "flink_stream":
        replaced(draft, "flink_stream", ("materialized",), "flink")


def public(draft: Draft, _: Names) -> None:
    value = draft.at("public")
    if not isinstance(value, bool):
        return
    word = "public" if value else "protected"
    older(draft, "public", ("public",), f"`public: {str(value).lower()}`", f"`access: {word}`")
    origin = draft.origin(("public",))
    draft.drop("public")
    present = draft.at("access")
    if present is None:
        draft.put(("access",), word, origin)
    elif (present == "public") != value:
        conflict(draft, ("access",), word, origin)


def sink_keys(draft: Draft, names: Names) -> None:
    """`sink.type` names the target, which the connector says; `sink.cluster` is the model's cluster."""
    if "type" in draft.mapping("sink"):
        older(draft, "sink_keys", ("sink", "type"), "`sink.type`", "no `type`: the connector says it")
        draft.drop("sink", "type")
    if "cluster" in draft.mapping("sink"):
        connect = names.is_connect_cluster(draft.at("sink", "cluster"))
        moved(draft, "sink_keys", ("sink", "cluster"), ("connect_cluster",) if connect else ("cluster",))


def upstream_topic(draft: Draft) -> UpstreamTopic | None:
    """Take `sink.topic` out of a model: it is the topic of what the sink reads."""
    topic = (
        draft.mapping("sink").get("topic")
        if isinstance(draft.data, dict) and draft.section == "models"
        else None
    )
    if not isinstance(topic, str):
        return None
    older(
        draft,
        "sink_topic",
        ("sink", "topic"),
        f"`sink.topic: {topic}`",
        f"`topic.name: {topic}` in the model that it reads",
    )
    origin = draft.origin(("sink", "topic"))
    draft.drop("sink", "topic")
    return UpstreamTopic(draft, topic, origin)


def name_upstream(wanted: UpstreamTopic, drafts: Mapping[str, Draft]) -> None:
    """Give the model that a sink reads the topic's name that the sink says; a different one is an error."""
    sink = wanted.sink
    entries = sink.at("from")
    read = (
        entries[0] if isinstance(entries, list) and len(entries) == 1 and isinstance(entries[0], dict) else {}
    )
    upstream = drafts.get(str(read.get("ref") or read.get("source")))
    if upstream is None:
        _conflicting_topic(wanted, "one declared `from`, whose topic it is")
        return
    steps: Route = ("topic",) if upstream.section == "sources" else ("topic", "name")
    present = upstream.at(*steps)
    if present is None and upstream.section == "models" and isinstance(upstream.at("topic"), dict | None):
        upstream.put(steps, wanted.topic, upstream.origin(("name",)))
        upstream.moved.setdefault((*upstream.route, "topic"), upstream.origin(("name",)))
    elif present != wanted.topic:
        _conflicting_topic(wanted, f"'{present}', the topic of {upstream.label}")


def _conflicting_topic(wanted: UpstreamTopic, expected: str) -> None:
    sink = wanted.sink
    sink.report(
        "compat.conflict",
        Place(sink.document, wanted.origin).span,
        f"`sink.topic` of {sink.label} is not the topic of what it reads",
        expected=expected,
        got=f"'{wanted.topic}'",
        help="delete `sink.topic`; name the topic in the model that the sink reads",
    )
