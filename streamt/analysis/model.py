"""Everything known of one project in one environment: what rules check and compile writes down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from streamt.analysis.classify import Classification
from streamt.analysis.materialize import Materialization
from streamt.analysis.references import Read
from streamt.analysis.tables import Watermark
from streamt.coltypes import DataType
from streamt.graph.graph import Graph
from streamt.project.model import Column, Exposure, Model, Project, Source, Test
from streamt.sql.facts import Influence, Origin, QueryFacts, TableDef
from streamt.sql.gateway import GatewayRefusal, GatewayStatement
from streamt.sql.template import Rendered

Node = Source | Model | Test | Exposure


@dataclass(frozen=True, slots=True)
class NodeColumn:
    """One column of a source or model. `declared` is its entry in `columns:`, when it has one.

    Lineage and influences name columns by id, `column:source:s.c`. A `mask` edge is a value a masked sink hides.
    """

    name: str
    type: DataType | None
    nullable: bool | None
    declared: Column | None
    time: str | None = None
    lineage: tuple[Origin, ...] = ()  # tables are node ids here
    influenced_by: tuple[Influence, ...] = ()
    classification: Classification | None = None


@dataclass(frozen=True, eq=False)
class Analysis:
    """Mappings are keyed by node id; `queries` and `rendered` hold models with SQL only."""

    project: Project
    graph: Graph
    rendered: Mapping[str, Rendered]
    queries: Mapping[str, QueryFacts]
    reads: Mapping[str, tuple[Read, ...]]  # what each model really reads: its SQL where it has one, else `from`
    declared_reads: Mapping[str, tuple[Read, ...]]  # `from`, where it is written
    materializations: Mapping[str, Materialization]
    gateway: Mapping[str, GatewayStatement | GatewayRefusal]
    columns: Mapping[str, tuple[NodeColumn, ...]]
    complete: Mapping[str, bool]  # the list of columns is all there is
    tables: Mapping[str, TableDef]
    watermarks: Mapping[str, Watermark | None]
    keys: Mapping[str, tuple[str, ...]]  # Kafka message key; of an updating output also its primary key
    cycles: tuple[tuple[str, ...], ...] = ()
    masked: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # sink id -> column -> method

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        project = self.project
        groups: tuple[tuple[Node, ...], ...] = (project.sources, project.models, project.tests, project.exposures)
        return {node.id: node for group in groups for node in group}

    @cached_property
    def columns_by_name(self) -> Mapping[str, Mapping[str, NodeColumn]]:
        return {node: {column.name: column for column in columns} for node, columns in self.columns.items()}

    @property
    def data(self) -> tuple[Source | Model, ...]:
        """What has columns: sources, then models."""
        return (*self.project.sources, *self.project.models)

    def materialized(self, model: Model) -> str:
        return self.materializations[model.id].kind

    def runs_on_flink(self, model: Model) -> bool:
        """The model is a Flink job: stateful SQL, or a real topic filled by a stateless one."""
        kind = self.materialized(model)
        return kind == "flink" or (kind == "topic" and bool(self.reads.get(model.id)))


def column_id(node: str, column: str) -> str:
    return f"column:{node}.{column}"
