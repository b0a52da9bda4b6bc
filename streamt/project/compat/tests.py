"""Older spellings of tests."""

from __future__ import annotations

from typing import Any

from streamt.load.document import Route
from streamt.project.compat.spelling import Names, move, older, replaced
from streamt.project.draft import Draft

ACTIONS_WITHOUT_SETTINGS = ("pause_model", "tag", "block_deploy")


def streaming(draft: Draft, _: Names) -> None:
    if draft.at("type") == "streaming":
        replaced(draft, "test_type", ("type",), "continuous")


def assertions(draft: Draft, _: Names) -> None:
    assertions = draft.at("assertions")
    for index in range(len(assertions) if isinstance(assertions, list) else 0):
        steps: Route = ("assertions", index)
        if "allowed_values" in draft.mapping(*steps):
            older(
                draft, "allowed_values", (*steps, "allowed_values"), "`allowed_values`", "`accepted_values`"
            )
            move(draft, (*steps, "allowed_values"), (*steps, "accepted_values"))
        if "seconds" in draft.mapping(*steps, "max_lag"):
            older(
                draft, "max_lag", (*steps, "max_lag", "seconds"), "`max_lag.seconds`", "`max_lag.max_seconds`"
            )
            move(draft, (*steps, "max_lag", "seconds"), (*steps, "max_lag", "max_seconds"))


def actions(draft: Draft, _: Names) -> None:
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
    older(draft, "actions", (*steps, key), got, expected)
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
