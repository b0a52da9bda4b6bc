"""Older spellings, rewritten to the canonical ones before anything is checked.

Each rewrite below knows one older spelling: it changes the draft, keeps the places, and reports one `compat.*` warning that
shows the canonical form. An older and a canonical spelling that disagree are the error `compat.conflict`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from streamt.load.document import Place, Route
from streamt.load.text import line_text
from streamt.project.draft import Draft

_CALL = re.compile(
    r"""\s*(?:\{\{\s*)?(ref|source)\(\s*["']([^"']+)["']\s*(?:,\s*v(?:ersion)?\s*=\s*([0-9]+)\s*)?\)(?:\s*\}\})?\s*"""
)


@dataclass(frozen=True, slots=True)
class Names:
    """What the project declares, read before anything is checked."""

    sources: frozenset[str]
    models: frozenset[str]
    connect_clusters: frozenset[str] = frozenset()

    def reference(self, name: str, otherwise: str = "ref") -> str:
        """`ref` or `source`, by what the name is."""
        if name in self.models:
            return "ref"
        return "source" if name in self.sources else otherwise


@dataclass(frozen=True, slots=True)
class UpstreamTopic:
    """A sink that says the topic of what it reads (`sink.topic`)."""

    sink: Draft
    topic: str
    origin: Route


ACTIONS_WITHOUT_SETTINGS = ("pause_model", "tag", "block_deploy")

Rewrite = Callable[[Draft, Names], None]


def rewrite(draft: Draft, names: Names) -> None:
    """Bring one entry to canonical spelling."""
    if isinstance(draft.data, dict):
        for step in REWRITES.get(draft.section, ()):
            step(draft, names)


def _old(draft: Draft, rule: str, steps: Route, got: str, expected: str, key: bool = True) -> None:
    place = draft.place(*steps)
    span = place.key_span if key else place.span
    draft.report(f"compat.{rule}", span, f"{draft.label} uses an older spelling", "warning", expected, got)


def _moved(draft: Draft, rule: str, source: Route, target: Route) -> None:
    """Move a key to its canonical place, and say so."""
    old, new = ".".join(map(str, source)), ".".join(map(str, target))
    _old(draft, rule, source, f"`{old}`", f"`{new}`")
    _move(draft, source, target)


def _move(draft: Draft, source: Route, target: Route) -> None:
    span, value = draft.place(*source).key_span, draft.at(*source)
    if not draft.move(source, target):
        new = ".".join(map(str, target))
        message = f"{draft.label} says '{new}' twice, in an older spelling and in the canonical one, and they differ"
        draft.report(
            "compat.conflict",
            span,
            message,
            expected=_shown(draft.at(*target)),
            got=_shown(value),
            help="keep one of the two",
        )


def _shown(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


def _replaced(draft: Draft, rule: str, steps: Route, value: str) -> None:
    """Write another word for a value."""
    key = steps[-1]
    _old(draft, rule, steps, f"`{key}: {draft.at(*steps)}`", f"`{key}: {value}`", key=False)
    draft.put(steps, value, draft.origin(steps))


# --- all entries


def _advanced(draft: Draft, _: Names) -> None:
    """`advanced:` around keys of the model."""
    block = draft.at("advanced")
    if not isinstance(block, dict):
        return
    _old(draft, "advanced", ("advanced",), "`advanced:`", "its keys, directly in the model")
    _connector_block(draft, ("advanced", "connector"))
    for key in list(draft.mapping("advanced")):
        if isinstance(draft.at("advanced", key), dict) and isinstance(draft.at(key), dict):
            for inner in list(draft.mapping("advanced", key)):
                _move(draft, ("advanced", key, inner), (key, inner))
        else:
            _move(draft, ("advanced", key), (key,))
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
            _move(draft, old, new)


def _connector_block(draft: Draft, block: Route) -> None:
    """`connector: {type, tasks_max, config}` for `sink: {connector, config}`."""
    connector = draft.at(*block)
    if isinstance(connector, str):
        _move(draft, block, ("sink", "connector"))
    if not isinstance(connector, dict):
        return
    renamed = {"type": ("sink", "connector"), "tasks_max": ("sink", "config", "tasks.max")}
    for key in list(connector):
        if key == "config" and isinstance(draft.at("sink", "config"), dict):
            for inner in list(draft.mapping(*block, "config")):
                _move(draft, (*block, "config", inner), ("sink", "config", inner))
        else:
            _move(draft, (*block, key), renamed.get(key, ("sink", key)))
    draft.drop(*block)


# --- references


def references(key: str, otherwise: str = "ref") -> Rewrite:
    """Every older way of naming what is read or written, as a list of `ref:` and `source:`."""

    def step(draft: Draft, names: Names) -> None:
        value = draft.at(key)
        if isinstance(value, str | dict):
            _one_reference(draft, key, value)
        if isinstance(draft.at(key), list):
            for index in range(len(draft.at(key))):
                _reference(draft, key, index, names, otherwise)

    return step


def _one_reference(draft: Draft, key: str, value: str | dict[str, Any]) -> None:
    """`from: x`, `from: {source: x}`, `from: {sources: [..]}` become lists of what they hold."""
    origin = draft.origin((key,))
    rule = "from" if key == "from" else "references"
    entries: list[tuple[Any, Route]] = []
    if isinstance(value, str):
        entries.append((value, origin))
    else:
        single = {name: item for name, item in value.items() if name not in ("sources", "models", "refs")}
        if single:
            entries.append((single, origin))
        for name, kind in (("sources", "source"), ("models", "ref"), ("refs", "ref")):
            listed = value.get(name)
            for index, item in enumerate(listed if isinstance(listed, list) else []):
                entries.append(({kind: item} if isinstance(item, str) else item, (*origin, name, index)))
    got = f"`{key}: {value}`" if isinstance(value, str) else f"`{key}: {{{', '.join(value)}}}`"
    _old(draft, rule, (key,), got, f"`{key}:` with a list of `ref:` and `source:`")
    draft.put((key,), [entry for entry, _ in entries], origin)
    for index, (_, start) in enumerate(entries):
        draft.moved[(*draft.route, key, index)] = start
        for name in ("source", "ref"):
            if isinstance(value, dict) and name not in value:
                draft.moved[(*draft.route, key, index, name)] = start


def _reference(draft: Draft, key: str, index: int, names: Names, otherwise: str) -> None:
    steps: Route = (key, index)
    entry, origin = draft.at(*steps), draft.origin(steps)
    if isinstance(entry, str):
        kind, name, version = _called(entry) or (names.reference(entry, otherwise), entry, None)
        said_already = origin == (*draft.route, key)  # `from: x` was reported as a whole
        if not said_already:
            _old(draft, "references", steps, f"`{entry}`", f"`{kind}: {name}`", key=False)
        read: dict[str, Any] = {kind: name} if version is None else {kind: name, "version": version}
        draft.put(steps, read, origin)
        draft.moved[(*draft.route, *steps, kind)] = origin
    elif isinstance(entry, dict) and isinstance(entry.get("model"), str):
        if origin[-1] != key:
            _old(draft, "references", (*steps, "model"), "`model:`", "`ref:`")
        _move(draft, (*steps, "model"), (*steps, "ref"))
    entry = draft.at(*steps)
    if isinstance(entry, dict) and isinstance(entry.get("source"), str):
        _source_of_a_model(draft, steps, entry["source"], names)


def _source_of_a_model(draft: Draft, steps: Route, name: str, names: Names) -> None:
    called = _called(name)
    if called:
        draft.put((*steps, called[0]), called[1], draft.origin((*steps, "source")))
        if called[0] == "ref":
            draft.drop(*steps, "source")
    elif name in names.models and name not in names.sources:
        _old(
            draft,
            "source_of_a_model",
            (*steps, "source"),
            f"`source: {name}`, which is a model",
            f"`ref: {name}`",
        )
        _move(draft, (*steps, "source"), (*steps, "ref"))


def _called(text: str) -> tuple[str, str, int | None] | None:
    """`ref("x", v=1)` -> ("ref", "x", 1)."""
    match = _CALL.fullmatch(text)
    return (match[1], match[2], int(match[3]) if match[3] else None) if match else None


# --- sources


def _source_type(draft: Draft, _: Names) -> None:
    if draft.at("type") == "kafka_topic":
        _old(draft, "source_type", ("type",), "`type: kafka_topic`", "no `type`: every source is a topic")
        draft.drop("type")


def _schema_ref(draft: Draft, _: Names) -> None:
    value = draft.at("schema_ref")
    if not isinstance(value, str):
        return
    registry, separator, subject = value.partition("://") if "://" in value else value.partition(":")
    if not separator:
        registry, subject = "schema_registry", value
    registry = "schema_registry" if registry == "sr" else registry
    _old(
        draft,
        "schema_ref",
        ("schema_ref",),
        f"`schema_ref: {value}`",
        f"`schema: {{registry: {registry}, subject: {subject}}}`",
    )
    origin = draft.origin(("schema_ref",))
    draft.drop("schema_ref")
    for key, part in (("registry", registry), ("subject", subject)):
        present = draft.at("schema", key)
        if present is None:
            draft.put(("schema", key), part, origin)
        elif present != part:
            _conflict(draft, ("schema", key), part, origin)
    draft.moved.setdefault((*draft.route, "schema"), origin)


def _conflict(draft: Draft, steps: Route, value: Any, origin: Route) -> None:
    where, message = (
        ".".join(map(str, steps)),
        f"{draft.label} says '{{}}' twice, in an older spelling and in the canonical one, and they differ",
    )
    span = Place(draft.document, origin).span
    draft.report(
        "compat.conflict",
        span,
        message.format(where),
        expected=_shown(draft.at(*steps)),
        got=_shown(value),
        help="keep one of the two",
    )


def _pii_tags(draft: Draft, _: Names) -> None:
    value = draft.at("pii_tags")
    if not isinstance(value, dict | list):
        return
    _old(draft, "pii_tags", ("pii_tags",), "`pii_tags`", "`security.classification`")
    origin = draft.origin(("pii_tags",))
    pairs: list[tuple[str, Any, Route]] = []
    if isinstance(value, dict):
        pairs += [(column, level, (*origin, column)) for column, level in value.items()]
    else:
        for index, item in enumerate(value):
            for column, level in item.items() if isinstance(item, dict) else [(str(item), "sensitive")]:
                pairs.append(
                    (column, level, (*origin, index, column) if isinstance(item, dict) else (*origin, index))
                )
    draft.drop("pii_tags")
    for column, level, written in pairs:
        present = draft.at("security", "classification", column)
        if present is None:
            draft.put(("security", "classification", column), level, written)
        elif present != level:
            _conflict(draft, ("security", "classification", column), level, written)
    draft.moved.setdefault((*draft.route, "security"), origin)
    draft.moved.setdefault((*draft.route, "security", "classification"), origin)


def _source_sla(draft: Draft, _: Names) -> None:
    if "max_lag_seconds" not in draft.mapping("sla"):
        return
    _moved(draft, "source_sla", ("sla", "max_lag_seconds"), ("freshness", "max_lag_seconds"))
    draft.moved.setdefault((*draft.route, "freshness"), draft.origin(("sla",)))
    if not draft.at("sla"):
        draft.drop("sla")


# --- models


def _flink_stream(draft: Draft, _: Names) -> None:
    if draft.at("materialized") == "flink_stream":
        _replaced(draft, "flink_stream", ("materialized",), "flink")


def _public(draft: Draft, _: Names) -> None:
    value = draft.at("public")
    if not isinstance(value, bool):
        return
    word = "public" if value else "protected"
    _old(draft, "public", ("public",), f"`public: {str(value).lower()}`", f"`access: {word}`")
    origin = draft.origin(("public",))
    draft.drop("public")
    present = draft.at("access")
    if present is None:
        draft.put(("access",), word, origin)
    elif (present == "public") != value:
        _conflict(draft, ("access",), word, origin)


def _sink_keys(draft: Draft, names: Names) -> None:
    """`sink.type` names the target, which the connector says; `sink.cluster` is the model's cluster."""
    if "type" in draft.mapping("sink"):
        _old(draft, "sink_keys", ("sink", "type"), "`sink.type`", "no `type`: the connector says it")
        draft.drop("sink", "type")
    if "cluster" in draft.mapping("sink"):
        connect = draft.at("sink", "cluster") in names.connect_clusters
        _moved(draft, "sink_keys", ("sink", "cluster"), ("connect_cluster",) if connect else ("cluster",))


def upstream_topic(draft: Draft) -> UpstreamTopic | None:
    """Take `sink.topic` out of a model: it is the topic of what the sink reads."""
    topic = (
        draft.mapping("sink").get("topic")
        if isinstance(draft.data, dict) and draft.section == "models"
        else None
    )
    if not isinstance(topic, str):
        return None
    _old(
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


# --- security


def _policies(draft: Draft, _: Names) -> None:
    _masking(draft)
    policies = draft.at("security", "policies")
    if not isinstance(policies, list):
        return
    refused = [
        index for index, policy in enumerate(policies) if isinstance(policy, dict) and "encrypt" in policy
    ]
    for index in refused:
        draft.report(
            "compat.encrypt",
            draft.place("security", "policies", index, "encrypt").key_span,
            f"{draft.label} asks for encryption, which is not supported; masking is",
            expected="a `mask:` policy",
            got="`encrypt:`",
            help="mask the column (hash, redact, partial, tokenize, null), or leave it out of the SELECT",
        )
    if refused:
        draft.keep(
            ("security", "policies"), [index for index in range(len(policies)) if index not in refused]
        )
    for index, policy in enumerate(draft.at("security", "policies")):
        if isinstance(policy, dict) and isinstance(policy.get("mask"), dict):
            _mask(draft, ("security", "policies", index, "mask"))


def _masking(draft: Draft) -> None:
    """`masking: [{column, policy}]` for `policies: [{mask: {column, method}}]`."""
    masking = draft.at("security", "masking")
    if not isinstance(masking, list) or not all(isinstance(mask, dict) for mask in masking):
        return
    _old(
        draft,
        "mask",
        ("security", "masking"),
        "`security.masking`",
        "`security.policies` with `mask:` entries",
    )
    origin = draft.origin(("security", "masking"))
    draft.drop("security", "masking")
    present = draft.at("security", "policies")
    first = len(present) if isinstance(present, list) else 0
    if not first:
        draft.put(("security", "policies"), [], origin)
    for index, mask in enumerate(masking):
        renamed = {"method" if key == "policy" else key: value for key, value in mask.items()}
        draft.at("security", "policies").append({"mask": renamed})
        draft.moved[(*draft.route, "security", "policies", first + index)] = (*origin, index)
        draft.moved[(*draft.route, "security", "policies", first + index, "mask")] = (*origin, index)
        draft.moved[(*draft.route, "security", "policies", first + index, "mask", "method")] = (
            *origin,
            index,
            "policy",
        )


def _mask(draft: Draft, steps: Route) -> None:
    mask = draft.mapping(*steps)
    if mask.get("method") == "tokenization":
        _replaced(draft, "mask", (*steps, "method"), "tokenize")
    elif "method" in mask and mask["method"] is None and _written(draft, (*steps, "method")) == "null":
        draft.put((*steps, "method"), "null", draft.origin((*steps, "method")))
    applied = mask.get("applied_in")
    if not isinstance(applied, list | dict):
        return
    parts = applied if isinstance(applied, list) else [applied]
    roles = [role for part in parts if isinstance(part, dict) for role in part.get("roles") or ()]
    _old(
        draft, "mask", (*steps, "applied_in"), "`applied_in`", f"`for_roles: [{', '.join(map(str, roles))}]`"
    )
    origin = draft.origin((*steps, "applied_in"))
    draft.drop(*steps, "applied_in")
    present = draft.at(*steps, "for_roles")
    if present is None:
        draft.put((*steps, "for_roles"), list(dict.fromkeys(roles)), origin)
    elif present != roles:
        _conflict(draft, (*steps, "for_roles"), roles, origin)


def _written(draft: Draft, steps: Route) -> str:
    """The text of a scalar, as in the file."""
    mark = draft.document.mark(draft.origin(steps))
    if mark is None or mark.value.line != mark.value.end_line:
        return ""
    return line_text(draft.document.text, mark.value.line)[mark.value.column - 1 : mark.value.end_column - 1]


# --- tests


def _streaming(draft: Draft, _: Names) -> None:
    if draft.at("type") == "streaming":
        _replaced(draft, "test_type", ("type",), "continuous")


def _assertions(draft: Draft, _: Names) -> None:
    assertions = draft.at("assertions")
    for index in range(len(assertions) if isinstance(assertions, list) else 0):
        steps: Route = ("assertions", index)
        if "allowed_values" in draft.mapping(*steps):
            _old(draft, "allowed_values", (*steps, "allowed_values"), "`allowed_values`", "`accepted_values`")
            _move(draft, (*steps, "allowed_values"), (*steps, "accepted_values"))
        if "seconds" in draft.mapping(*steps, "max_lag"):
            _old(
                draft, "max_lag", (*steps, "max_lag", "seconds"), "`max_lag.seconds`", "`max_lag.max_seconds`"
            )
            _move(draft, (*steps, "max_lag", "seconds"), (*steps, "max_lag", "max_seconds"))


def _actions(draft: Draft, _: Names) -> None:
    actions = draft.at("on_failure", "actions")
    if not isinstance(actions, list):
        return
    dropped = []
    for index, action in enumerate(list(actions)):
        steps: Route = ("on_failure", "actions", index)
        _without_settings(draft, steps)
        if action == "tag_bad_data" or (isinstance(action, dict) and "tag_bad_data" in action):
            _action(draft, steps, "tag_bad_data", "`tag_bad_data`", "`tag`", {"tag": {}})
        elif isinstance(action, dict) and isinstance(action.get("pause_model"), bool):
            on = action["pause_model"]
            _action(
                draft,
                steps,
                "pause_model",
                f"`pause_model: {str(on).lower()}`",
                "`pause_model: {}`" if on else "nothing",
                {"pause_model": {}},
            )
            dropped += [] if on else [index]
        elif isinstance(action, dict) and isinstance(action.get("send_alert"), str):
            alert = _alert(action["send_alert"])
            shown = ", ".join(f'{key}: "{value}"' for key, value in alert.items())
            _action(draft, steps, "send_alert", "`send_alert`", f"`alert: {{{shown}}}`", {"alert": alert})
    if dropped:
        draft.keep(
            ("on_failure", "actions"), [index for index in range(len(actions)) if index not in dropped]
        )


def _without_settings(draft: Draft, steps: Route) -> None:
    """`- tag`, `- tag:` and `- tag: true` are actions with nothing to set."""
    action, origin = draft.at(*steps), draft.origin(steps)
    if isinstance(action, str) and action in ACTIONS_WITHOUT_SETTINGS:
        draft.put(steps, {action: {}}, origin)
        draft.moved[(*draft.route, *steps, action)] = origin
    elif isinstance(action, dict) and len(action) == 1:
        ((kind, settings),) = action.items()
        if settings is None or (settings is True and kind in ACTIONS_WITHOUT_SETTINGS[1:]):
            draft.put((*steps, kind), {}, draft.origin((*steps, kind)))


def _action(draft: Draft, steps: Route, key: str, got: str, expected: str, value: dict[str, Any]) -> None:
    entry = draft.at(*steps)
    origin = draft.origin((*steps, key) if isinstance(entry, dict) else steps)
    _old(draft, "actions", (*steps, key), got, expected)
    draft.put(steps, value, draft.origin(steps))
    for kind, parameters in value.items():
        draft.moved[(*draft.route, *steps, kind)] = origin
        for parameter in parameters:
            draft.moved[(*draft.route, *steps, kind, parameter)] = origin


def _alert(target: str) -> dict[str, str]:
    scheme, separator, rest = target.partition("://")
    if separator and scheme == "slack":
        return {"type": "slack", "channel": rest}
    if separator and scheme == "webhook":
        return {"type": "webhook", "url": rest if "://" in rest else f"https://{rest}"}
    return {"type": "webhook", "url": target} if separator else {"type": "slack", "channel": target}


# --- exposures


def _exposure_words(draft: Draft, _: Names) -> None:
    if draft.at("role") == "producer_consumer":
        _replaced(draft, "role", ("role",), "both")
    if draft.at("type") == "ml_model":
        _replaced(draft, "exposure_type", ("type",), "ml_inference")


def _exposure_keys(draft: Draft, _: Names) -> None:
    for rule, source, target in (
        ("allowed_roles", ("access", "allowed_roles"), ("access", "roles")),
        ("versioning", ("contracts", "versioning"), ("contracts", "compatibility")),
        ("consumer_config", ("consumer_config", "consumer_group"), ("consumer_group",)),
        ("consumer_config", ("consumer_config", "max_lag_messages"), ("sla", "max_lag_messages")),
    ):
        if draft.at(*source) is not None:
            _moved(draft, rule, source, target)
    if "consumer_config" in draft.mapping() and not draft.at("consumer_config"):
        draft.drop("consumer_config")


def _inferred_role(draft: Draft, _: Names) -> None:
    if draft.at("type") != "application" or draft.at("role") is not None:
        return
    writes, reads = bool(draft.at("produces")), bool(draft.at("consumes") or draft.at("depends_on"))
    role = {(True, True): "both", (True, False): "producer", (False, True): "consumer"}.get((writes, reads))
    if role:
        _old(draft, "inferred_role", ("type",), "an application without `role`", f"`role: {role}`")
        draft.put(("role",), role, draft.origin(("type",)))


REWRITES: Mapping[str, tuple[Rewrite, ...]] = {
    "sources": (_source_type, _schema_ref, _pii_tags, _source_sla, _policies),
    "models": (
        _advanced,
        _flink_stream,
        _public,
        _schema_ref,
        _pii_tags,
        references("from"),
        _sink_keys,
        _policies,
    ),
    "tests": (_streaming, _assertions, _actions),
    "exposures": (
        _exposure_words,
        _exposure_keys,
        references("depends_on"),
        references("consumes"),
        references("produces", "source"),
        _inferred_role,
    ),
}
