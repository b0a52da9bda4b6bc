"""How far the columns of a project could be followed: counted, so that what is missing is not taken for what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from streamt.analysis.model import Analysis
from streamt.manifest import model as manifest
from streamt.project.model import Model

NO_LOSS = frozenset({"no_stream_plan"})
"""The query is understood, though it cannot run."""


def lineage(models: Sequence[manifest.Model], see: Analysis) -> manifest.LineageCoverage:
    queries = [model for model in see.project.models if model.sql is not None]
    edges = Counter(edge.certainty for model in models for column in model.columns for edge in column.edges)
    unresolved = sorted(model.id for model in queries if not _resolved(model, see))
    return manifest.LineageCoverage(queries=len(queries), unresolved=unresolved, edges=dict(sorted(edges.items())))


def _resolved(model: Model, see: Analysis) -> bool:
    """Whether every edge of its columns is there: no error, and no column that could not be determined."""
    facts = see.queries.get(model.id)
    if facts is None or not facts.columns_known:
        return False
    return all(problem.code in NO_LOSS or not problem.certain for problem in facts.problems)
