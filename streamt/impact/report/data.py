"""The report as JSON. Keys are only ever added; removing or changing one raises `format_version`.

    {"format_version": 1, "project", "environment",
     "base": {"label", "commit", "content_hash"}, "head": {the same},
     "summary": {"changes", "breaking", "risky", "safe", "exposures", "models", "owners": [name]},
     "gate": {"fail_on", "closed", "because": [change id]},
     "exposures": [{"id", "name", "type", "owner", "path", "line", "severity", "certainty", "changes": [change id]}],
     "changes": [{"id", "kind", "node", "subject", "before", "after", "severity", "certainty", "reason", "follows", "path", "line",
                  "reach": {"exposures": [{"id", "certainty"}], "models": [{"id", "certainty"}], "models_total"}}]}

`models` lists the first 100 reached, surest first; `models_total` counts them all. `follows` is the id of the upstream change
that this one is the consequence of. `path` and `line` are null for what is gone, or of the project as a whole.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from streamt.impact.assessment import (
    Affected,
    FailOn,
    Impact,
    Report,
    Side,
    closing,
)
from streamt.impact.report.words import severities
from streamt.select.graph import Node, nodes_by_id

FORMAT_VERSION = 1
MOST_MODELS = 100


def as_data(found: Report, fail_on: FailOn) -> dict[str, Any]:
    because = [impact.change.id for impact in closing(found, fail_on)]
    nodes = nodes_by_id(found.head.manifest)
    by_severity = severities(found)
    counts = {
        "changes": len(found.impacts),
        "breaking": by_severity["breaking"],
        "risky": by_severity["risky"],
        "safe": by_severity["safe"],
        "exposures": len(found.affected),
        "models": len(found.models),
        "owners": list(found.owners),
    }
    return {
        "format_version": FORMAT_VERSION,
        "project": found.head.manifest.project,
        "environment": found.head.manifest.environment,
        "base": _side(found.base),
        "head": _side(found.head),
        "summary": counts,
        "gate": {"fail_on": fail_on, "closed": bool(because), "because": because},
        "exposures": [_affected(each) for each in found.affected],
        "changes": [_change(impact, nodes.get(impact.change.node)) for impact in found.impacts],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"label": side.label, "commit": side.commit, "content_hash": side.manifest.content_hash}


def _affected(each: Affected) -> dict[str, Any]:
    exposure = each.exposure
    return {
        "id": exposure.id,
        "name": exposure.name,
        "type": exposure.type,
        "owner": exposure.owner,
        "path": exposure.path,
        "line": exposure.line,
        "severity": each.severity,
        "certainty": each.certainty,
        "changes": [impact.change.id for impact in each.impacts],
    }


def _change(impact: Impact, node: Node | None) -> dict[str, Any]:
    change = impact.change
    models = islice(impact.reach.models(), MOST_MODELS)
    return {
        "id": change.id,
        "kind": change.kind,
        "node": change.node,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
        "severity": change.severity,
        "certainty": change.certainty,
        "reason": change.reason,
        "follows": impact.follows,
        "path": node.path if node else None,
        "line": node.line if node else None,
        "reach": {
            "exposures": [
                {"id": each.id, "certainty": certainty} for each, certainty in impact.reach.exposures()
            ],
            "models": [{"id": each.id, "certainty": certainty} for each, certainty in models],
            "models_total": impact.reach.model_count,
        },
    }
