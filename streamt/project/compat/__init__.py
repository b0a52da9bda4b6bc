"""Older spellings, rewritten to the canonical ones before anything is checked.

Each rewrite below knows one older spelling: it changes the draft, keeps the places, and reports one `compat.*` warning that
shows the canonical form. An older and a canonical spelling that disagree are the error `compat.conflict`.
"""

from __future__ import annotations

from collections.abc import Mapping

from streamt.project.compat import exposures, models, security, sources, tests
from streamt.project.compat.models import UpstreamTopic, name_upstream, upstream_topic
from streamt.project.compat.references import references
from streamt.project.compat.spelling import Names, Rewrite
from streamt.project.draft import Draft

REWRITES: Mapping[str, tuple[Rewrite, ...]] = {
    "sources": (
        sources.source_type,
        sources.schema_ref,
        sources.pii_tags,
        sources.source_sla,
        security.policies,
    ),
    "models": (
        models.advanced,
        models.flink_stream,
        models.public,
        sources.schema_ref,
        sources.pii_tags,
        references("from"),
        models.sink_keys,
        security.policies,
    ),
    "tests": (tests.streaming, tests.assertions, tests.actions),
    "exposures": (
        exposures.words,
        exposures.keys,
        references("depends_on"),
        references("consumes"),
        references("produces", "source"),
        exposures.inferred_role,
    ),
}


def rewrite(draft: Draft, names: Names) -> None:
    """Bring one entry to canonical spelling."""
    if isinstance(draft.data, dict):
        for step in REWRITES.get(draft.section, ()):
            step(draft, names)


__all__ = ["Names", "UpstreamTopic", "name_upstream", "rewrite", "upstream_topic"]
