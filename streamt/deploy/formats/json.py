"""Plans and statuses as JSON, and saved plans back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from streamt.deploy.plan import Plan
from streamt.deploy.status import Status
from streamt.errors import CannotRun
from streamt.runtimes.base import Key

Hide = Callable[[str], str]


def plan(found: Plan, hide: Hide) -> str:
    return _text(
        {
            "project": found.project,
            "environment": found.environment,
            "manifest": found.manifest_hash,
            "observed": found.observed,
            "changes": [
                {
                    **_key(change.key),
                    "action": change.action,
                    "node": change.node,
                    "why": list(map(hide, change.why)),
                }
                for change in found.changes
            ],
            "refusals": [
                {**(_key(one.key) if one.key else {}), "node": one.node, "what": one.what, "help": one.help}
                for one in found.refusals
            ],
            "excluded": list(found.dropped),
            "no_longer_declared": [_key(key) for key in found.orphans],
            "reaches": list(found.reaches),
        }
    )


def status(found: Status, hide: Hide) -> str:
    return _text(
        {
            "project": found.project,
            "environment": found.environment,
            "at_work": found.lease or None,
            "things": [
                {
                    **_key(thing.key),
                    "node": thing.node,
                    "state": thing.state,
                    "well": thing.is_well,
                    "differences": list(map(hide, thing.differences)),
                    "lag": thing.lag,
                }
                for thing in found.things
            ],
            "unfinished": [_key(key) for key in found.unfinished],
        }
    )


def moved(saved: str, now: Plan) -> str | None:
    """Why a saved plan no longer holds; nothing when it does. Raises CannotRun for a file that is no plan."""
    try:
        before = json.loads(saved)
        manifest, observed = before["manifest"], before["observed"]
    except (ValueError, KeyError, TypeError) as error:
        raise CannotRun("This file is not a plan. Write one with `streamt plan --out FILE`.") from error
    if (before.get("project"), before.get("environment")) != (now.project, now.environment):
        return f"it is for {before.get('project')}, environment {before.get('environment')}"
    if manifest != now.manifest_hash:
        return "the manifest is another one"
    return "the systems are not as they were" if observed != now.observed else None


def _key(key: Key) -> dict[str, str]:
    return {"kind": key.kind, "cluster": key.cluster, "name": key.name}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
