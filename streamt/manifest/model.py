"""The manifest: the one contract between what understands a project and what shows, compares, deploys and tests it.

PRODUCT: `generated/manifest.json`, canonical JSON. Nodes carry what was declared, as written (placeholders stay
placeholders), beside what was found out. What is not known is `UNKNOWN`, never absent or invented. Readers ignore keys they
do not know (`extra="ignore"`); removing or changing one raises `MANIFEST_VERSION`. The JSON Schema of this module is
published by `streamt jsonschema manifest`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

MANIFEST_VERSION = 1
UNKNOWN = "UNKNOWN"

Certainty = Literal["proven", "structural", "heuristic", "unknown"]
NodeKind = Literal["source", "model", "test", "exposure"]
Scalar = str | int | float | bool | None


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, protected_namespaces=())


class LineageEdge(_Value):
    """Where a value comes from: one column upstream."""

    column: str = Field(description="`column:source:s.c`; the column is all after the first dot")
    kind: Literal["identity", "transform", "aggregate", "mask"]
    certainty: Certainty = "proven"


class InfluenceEdge(_Value):
    """What decides which rows are there, how they are grouped or in which order, without giving a value."""

    column: str
    kind: Literal["filter", "join_key", "group_key", "order", "window"]
    certainty: Certainty = "proven"


class Column(_Value):
    name: str
    type: str = UNKNOWN
    nullable: bool | None = None
    description: str | None = None
    classification: str | None = None
    classification_from: str | None = Field(None, description="the column whose classification this one inherits; None: its own")
    lineage: list[LineageEdge] = []
    influenced_by: list[InfluenceEdge] = []
    expression: str | None = None
    metadata: str | bool | None = None
    primary_key: bool = False
    sql_fingerprint: str | None = Field(
        None, description="sha256 of the canonical text of the expression that a query makes it with; None where it has none of its own"
    )

    @property
    def edges(self) -> tuple[LineageEdge | InfluenceEdge, ...]:
        """What its value comes from, then what only decides."""
        return (*self.lineage, *self.influenced_by)


class StateOperator(_Value):
    operator: str
    bounded_by: str


class Streaming(_Value):
    changelog_mode: Literal["append", "upsert", "retract", "UNKNOWN"] = "UNKNOWN"
    upsert_keys: list[list[str]] = []
    time_attributes: dict[str, Literal["rowtime", "proctime"]] = {}
    state: list[StateOperator] = []
    deterministic: bool | Literal["UNKNOWN"] = "UNKNOWN"


class _Node(_Value):
    id: str
    name: str
    path: str
    line: int
    description: str | None = None
    owner: str | None = None
    tags: list[str] = []


class SchemaSpec(_Value):
    """As declared; `definition` holds the text of a schema that stood inline or in a file of the project."""

    format: str | None = None
    key_format: str | None = None
    registry: str | None = None
    subject: str | None = None
    version: Scalar = None
    definition: Any = None
    file: str | None = None
    compatibility: str | None = None


class TopicSpec(_Value):
    name: str
    cluster: str | None = None
    partitions: Scalar = None
    replication_factor: Scalar = None
    config: dict[str, Any] = {}


class Source(_Node):
    kind: Literal["source"] = "source"
    topic: str | None = None
    cluster: str | None = None
    domain: str | None = None
    key: list[str] = []
    changelog: Literal["append", "upsert", "cdc"] = "append"
    lookup: dict[str, Any] | None = None
    schema_: SchemaSpec | None = Field(None, alias="schema")
    columns: list[Column] = []
    columns_complete: bool = False
    freshness: dict[str, Any] | None = None
    event_time: dict[str, Any] | None = None
    region: str | None = None
    sla: dict[str, Any] = {}
    security: dict[str, Any] | None = None


class Model(_Node):
    kind: Literal["model"] = "model"
    version: int | None = None
    latest: bool = Field(True, description="what `ref(name)` without a version means")
    materialized: Literal["topic", "virtual_topic", "flink", "sink"]
    materialized_because: str
    domain: str | None = None
    from_: list[str] = Field([], alias="from", description="ids of the sources and models it reads")
    key: list[str] = []
    access: Literal["private", "protected", "public"] = "protected"
    group: str | None = None
    deprecation_date: str | None = None
    topic: TopicSpec | None = None
    cluster: str | None = None
    flink_cluster: str | None = None
    connect_cluster: str | None = None
    flink: dict[str, Any] = {}
    sink: dict[str, Any] | None = None
    gateway: dict[str, Any] | None = None
    schema_: SchemaSpec | None = Field(None, alias="schema")
    contract: dict[str, Any] | None = None
    event_time: dict[str, Any] | None = None
    region: str | None = None
    allowed_clusters: list[str] | None = None
    forbidden_sinks: list[str] = []
    sla: dict[str, Any] = {}
    security: dict[str, Any] | None = None
    sql: str | None = None
    compiled_sql: str | None = None
    sql_fingerprint: str | None = Field(
        None, description="sha256 of the query's canonical text: equal for queries that differ in comments and formatting alone"
    )
    rows_fingerprint: str | None = Field(
        None,
        description="sha256 of the query without its outermost SELECT list: while it stays, a change concerns single columns only",
    )
    columns: list[Column] = []
    columns_complete: bool = Field(False, description="the list of columns is all there is")
    streaming: Streaming = Streaming()


class Test(_Node):
    kind: Literal["test"] = "test"
    model: str = Field(description="id of the source or model under test")
    type: Literal["schema", "sample", "continuous"]
    assertions: list[dict[str, Any]] = []
    sample_size: Scalar = None
    flink_cluster: str | None = None
    on_failure: dict[str, Any] | None = None


class ExposureRead(_Value):
    node: str
    columns: list[str] | None = Field(None, description="None: not said, so all of them")


class Exposure(_Node):
    kind: Literal["exposure"] = "exposure"
    type: Literal["application", "dashboard", "ml_training", "ml_inference", "api"]
    role: Literal["producer", "consumer", "both"] | None = None
    domain: str | None = None
    url: str | None = None
    repo: str | None = None
    language: str | None = None
    tool: str | None = None
    produces: list[ExposureRead] = []
    consumes: list[ExposureRead] = Field([], description="`consumes` and `depends_on` together")
    sla: dict[str, Any] = {}
    freshness: dict[str, Any] | None = None
    access: dict[str, Any] | None = None
    contracts: dict[str, Any] | None = None
    consumer_group: str | None = None
    principal: str | None = None
    group: str | None = None
    schedule: str | None = None
    data_requirements: Any = None
    use_case: str | None = None
    risk_level: str | None = None
    audit: Any = None


class Finding(_Value):
    """A diagnostic that did not stop the compile (a warning)."""

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    node: str | None = None
    expected: str | None = None
    got: str | None = None
    help: str | None = None
    fixable: bool = False
    url: str


class DagNode(_Value):
    id: str
    kind: NodeKind
    name: str


class DagEdge(_Value):
    from_: str = Field(alias="from")
    to: str
    kind: Literal["reads", "produces", "consumes", "tests", "dlq"]
    certainty: Certainty = "proven"


class Dag(_Value):
    nodes: list[DagNode] = []
    edges: list[DagEdge] = []


class Jar(_Value):
    path: str
    sha256: str | None = Field(None, description="None: the file was not there at compile time; apply refuses it")


class TopicArtifact(_Value):
    name: str = Field(description="physical name, placeholders and all")
    cluster: str | None
    node: str
    partitions: Scalar = None
    replication_factor: Scalar = None
    config: dict[str, Any] = {}


class SchemaArtifact(_Value):
    subject: str
    node: str
    role: Literal["key", "value"]
    type: Literal["AVRO", "JSON", "PROTOBUF"]
    definition: str
    compatibility: str | None = None


class FlinkJobArtifact(_Value):
    """One job of one model. `script` is what a person reads; `settings`, `ddl` and `insert` are what apply sends."""

    name: str = Field(description="the job's name on the cluster: project.model")
    node: str
    cluster: str | None
    version: str
    settings: dict[str, str] = {}
    ddl: list[str] = []
    insert: str
    script: str
    fingerprint: str = Field(description="sha256 of what the job is: settings, ddl, insert; read back from the running job")
    shape: str = Field("", description="sha256 of the query's stateful shape: equal shapes resume from a savepoint")
    reads: list[str] = Field([], description="topics, `cluster/name`")
    writes: str | None = None
    upgrade: Literal["savepoint", "stateless", "blue_green"] = "savepoint"
    jars: list[Jar] = []


class ConnectorArtifact(_Value):
    name: str
    node: str
    cluster: str | None
    config: dict[str, Any]


class AclArtifact(_Value):
    cluster: str | None
    node: str
    principal: str
    resource_type: Literal["topic", "group"]
    resource: str
    operation: Literal["read", "write", "describe"]
    permission: Literal["allow", "deny"]


class GatewayRuleArtifact(_Value):
    name: str
    node: str
    kind: Literal["virtual_topic", "mask"]
    body: dict[str, Any]


class Refusal(_Value):
    """What was declared and nothing in this version can deploy: `plan` refuses it by name unless excluded."""

    name: str
    node: str
    what: str
    help: str


class Artifacts(_Value):
    topics: list[TopicArtifact] = []
    schemas: list[SchemaArtifact] = []
    flink_jobs: list[FlinkJobArtifact] = []
    connectors: list[ConnectorArtifact] = []
    acls: list[AclArtifact] = []
    gateway_rules: list[GatewayRuleArtifact] = []
    refusals: list[Refusal] = []


class LineageCoverage(_Value):
    """How far the columns of the models could be followed through their SQL."""

    queries: int = Field(0, description="models with SQL")
    unresolved: list[str] = Field([], description="models whose SQL has an error or whose columns could not be determined: edges may be missing")
    edges: dict[Certainty, int] = Field({}, description="edges between columns, values and influences, by how sure they are")

    @property
    def unproven(self) -> int:
        return sum(number for certainty, number in self.edges.items() if certainty != "proven")

    def sentences(self, names: Mapping[str, str]) -> Iterator[str]:
        """What a reader of the lineage has to know; `names` of the unresolved models."""
        if self.unresolved:
            missing = ", ".join(names.get(id, id) for id in self.unresolved)
            were = "query" if self.queries == 1 else "queries"
            yield f"{len(self.unresolved)} of {self.queries} {were} could not be resolved, so lineage may be missing there: {missing}."
        if self.unproven:
            total = sum(self.edges.values())
            yield f"{self.unproven} of {total} edges between columns {'is' if self.unproven == 1 else 'are'} not proven."


class Manifest(_Value):
    manifest_version: int = MANIFEST_VERSION
    streamt_version: str
    project: str
    version: str | None = None
    description: str | None = None
    environment: str
    compiled_at: str
    content_hash: str = ""
    owners: dict[str, dict[str, Any]] = {}
    functions: list[dict[str, Any]] = []
    dependencies: list[dict[str, Any]] = []
    runtime: dict[str, Any] = {}
    safety: dict[str, Any] = {}
    alerting: dict[str, Any] = {}
    sources: list[Source] = []
    models: list[Model] = []
    tests: list[Test] = []
    exposures: list[Exposure] = []
    findings: list[Finding] = []
    dag: Dag = Dag()
    lineage: LineageCoverage = LineageCoverage()
    artifacts: Artifacts = Artifacts()
