"""What the manifest says of columns that could not be followed."""

from __future__ import annotations

from streamt import pipeline
from streamt.lineage import view_of
from streamt.manifest.model import Manifest
from tests.projects import checked, completed

FRAGMENT = """
sources:
  - name: pays
    topic: pays.v1
    columns: [{name: id, type: STRING, nullable: false}, {name: amount, type: BIGINT}]
  - {name: feed, topic: feed.v1}
models:
  - name: total
    sql: SELECT id, SUM(amount) AS total FROM {{ source("pays") }} GROUP BY id
  - name: mistaken
    sql: SELECT id, amont FROM {{ source("pays") }}
  - name: no_sql
    sql: SELECT FROM WHERE {{ source("pays") }}
  - name: named
    sql: SELECT UPPER(page) AS page FROM {{ source("feed") }} WHERE country = 'FR'
  - name: everything
    sql: SELECT * FROM {{ source("feed") }}
"""


def manifest() -> Manifest:
    return pipeline.compiled(checked(completed(FRAGMENT)))


def test_queries_that_could_not_be_resolved_are_counted_and_named() -> None:
    found = manifest().lineage
    assert found.queries == 5
    assert found.unresolved == ["model:everything", "model:mistaken", "model:no_sql"]


def test_every_edge_is_proven_or_counted_as_not() -> None:
    compiled = manifest()
    edges = [edge for model in compiled.models for column in model.columns for edge in column.edges]
    assert compiled.lineage.edges["structural"] == sum(edge.certainty == "structural" for edge in edges) == 2
    assert {edge.column for edge in edges if edge.certainty != "proven"} == {"column:source:feed.page", "column:source:feed.country"}
    assert compiled.lineage.edges["proven"] == len(edges) - 2


def test_the_drawing_says_so() -> None:
    assert view_of(manifest()).notes == (
        "3 of 5 queries could not be resolved, so lineage may be missing there: everything, mistaken, no_sql.",
        "2 edges between columns are not proven; --column shows which.",
    )
    assert view_of(manifest(), ["model:total"], "downstream").notes == ()
