"""Take away what this project created in this environment, and nothing else: the deployments topic knows what that is."""

from __future__ import annotations

from streamt.deploy.deployment import Deployment
from streamt.deploy.graph import ranks, reached
from streamt.deploy.journal import Journal
from streamt.deploy.order import ordered
from streamt.deploy.plan import Deletes, Plan, deletions
from streamt.runtimes.base import Change, Refusal


def destruction(deployment: Deployment, journal: Journal, topics: frozenset[str]) -> Plan:
    """A plan that only deletes. `topics` may go although others consume from them. Raises Unreachable."""
    owned = [entry for _, entry in sorted(journal.entries.items()) if entry.owned]
    found = list(deletions(owned, deployment, Deletes(allowed=True, topics=topics)))
    changes = [one for one in found if isinstance(one, Change)]
    return Plan(
        project=deployment.manifest.project,
        environment=deployment.manifest.environment,
        manifest_hash=deployment.manifest.content_hash,
        observed="",
        changes=ordered(changes, ranks(deployment.manifest.dag)),
        refusals=tuple(one for one in found if isinstance(one, Refusal)),
        dropped=(),
        orphans=(),
        reaches=reached(deployment.manifest, {change.node for change in changes}),
    )
