"""Project -> Analysis: render every template, walk the graph once from the sources on, know every column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from streamt.analysis import masks
from streamt.analysis.classify import Classification, declared, inherited
from streamt.analysis.materialize import Materialization, materialization
from streamt.analysis.model import Analysis, NodeColumn, column_id
from streamt.analysis.references import Read, declared_reads, project_graph, sql_name, sql_reads
from streamt.analysis.schema_columns import schema_columns
from streamt.analysis.tables import (
    Watermark,
    bare_table,
    declared_watermark,
    inherited_watermark,
    merged,
    model_table,
    source_table,
)
from streamt.analysis.user_functions import declared_functions
from streamt.graph.graph import Edge, Graph, graph_of
from streamt.placeholders import known
from streamt.project.model import Column, Model, Project, Source
from streamt.sql.analyse import analyse_query
from streamt.sql.facts import Catalog, ColumnDef, Origin, OutputColumn, QueryFacts, TableDef
from streamt.sql.functions import Function
from streamt.sql.gateway import GatewayRefusal, GatewayStatement, gateway_statement
from streamt.sql.template import Rendered, Scope, render


def analyse(project: Project) -> Analysis:
    rendered = {model.id: _rendered(project, model) for model in project.models if model.sql is not None}
    from_ = {model.id: found for model in project.models if (found := declared_reads(project, model)) is not None}
    reads = {model.id: _reads(project, model, rendered, from_) for model in project.models}
    graph = project_graph(project, reads)
    walk = _Walk(project, graph, rendered, reads)
    for node in _order(graph, walk.dead_letters):
        walk.visit(node)
    return Analysis(
        project=project,
        graph=graph,
        rendered=rendered,
        queries=walk.queries,
        reads=reads,
        declared_reads=from_,
        materializations=walk.materializations,
        gateway=walk.gateway,
        columns=walk.columns,
        complete=walk.complete,
        tables=walk.tables,
        watermarks=walk.watermarks,
        keys=walk.keys,
        cycles=tuple(graph.cycles()),
        masked=walk.masked,
    )


def _order(graph: Graph, dead_letters: Mapping[str, str]) -> tuple[str, ...]:
    """What is read first, first; a dead-letter model after what it takes the failures of, where that makes no circle."""
    if not dead_letters:
        return graph.order
    extra = [Edge(about, model, "reads") for model, about in dead_letters.items()]
    widened = graph_of(graph.nodes, [*graph.edges, *extra])
    return graph.order if any(widened.cycles()) else widened.order


def _rendered(project: Project, model: Model) -> Rendered:
    assert model.sql is not None
    scope = Scope(lambda use: sql_name(project, use), project.variables, model.declared)
    return render(model.sql.text, scope, tuple(macro.text for macro in project.macros))


def _reads(
    project: Project, model: Model, rendered: Mapping[str, Rendered], from_: Mapping[str, tuple[Read, ...]]
) -> tuple[Read, ...]:
    if model.id in rendered and rendered[model.id].sql is not None:
        return sql_reads(project, model, rendered[model.id])
    return from_.get(model.id, ())


class _Walk:
    """Fills in each node after everything it reads. One pass; nothing is looked at twice."""

    def __init__(
        self, project: Project, graph: Graph, rendered: Mapping[str, Rendered], reads: Mapping[str, tuple[Read, ...]]
    ) -> None:
        self._project = project
        self._rendered = rendered
        self._reads = reads
        self._sources = {source.id: source for source in project.sources}
        self._models = {model.id: model for model in project.models}
        self._nodes: dict[str, Source | Model] = {**self._sources, **self._models}
        self._roles = masks.roles_by_node(project)
        self._functions = declared_functions(project)
        self.dead_letters = masks.tested_by_dlq(project)
        self.queries: dict[str, QueryFacts] = {}
        self.materializations: dict[str, Materialization] = {}
        self.gateway: dict[str, GatewayStatement | GatewayRefusal] = {}
        self.columns: dict[str, tuple[NodeColumn, ...]] = {}
        self.complete: dict[str, bool] = {}
        self.tables: dict[str, TableDef] = {}
        self.watermarks: dict[str, Watermark | None] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.masked: dict[str, dict[str, str]] = {}
        self._classified: dict[str, Classification] = {}

    def visit(self, node: str) -> None:
        if node in self._sources:
            self._visit_source(self._sources[node])
        elif node in self._models:
            self._visit_model(self._models[node])

    def _visit_source(self, source: Source) -> None:
        derived = schema_columns(source.schema, source.place)
        table = source_table(source, derived)
        facts = _facts(f"SELECT * FROM `{table.name}`", (table,), self._functions, "2.2", None)
        table = replace(table, columns=tuple(map(_with_type, table.columns, _padded(facts.columns, len(table.columns)))))
        self.tables[source.id] = table
        self.watermarks[source.id] = declared_watermark(source.event_time)
        self.keys[source.id] = source.key
        self.complete[source.id] = table.complete
        entries = {column.name: column for column in merged(derived, source.columns)}
        columns = tuple(
            NodeColumn(column.name, column.type, column.nullable, entries.get(column.name), column.time)
            for column in table.columns
        )
        self.columns[source.id] = self._classify(source, source.id, columns)

    def _visit_model(self, model: Model) -> None:
        rendered = self._rendered.get(model.id)
        facts = self._query(model, rendered)
        if facts is not None:
            self.queries[model.id] = facts
        statement = gateway_statement(rendered.sql, _format(model, self._project)) if rendered and rendered.sql else None
        if statement is not None:
            self.gateway[model.id] = statement
        self.materializations[model.id] = materialization(model, self._project.runtime, facts, statement)
        table, columns, watermark = self._outcome(model, facts)
        self.tables[model.id] = table
        self.watermarks[model.id] = watermark
        self.complete[model.id] = table.complete
        self.keys[model.id] = self._key(model, facts)
        self.columns[model.id] = self._classify(model, model.id, columns)

    def _query(self, model: Model, rendered: Rendered | None) -> QueryFacts | None:
        """The facts of the model's SQL; of `SELECT *` where it copies what `from` names."""
        if rendered is not None:
            sql = rendered.sql
        else:
            only = self._reads[model.id]
            sql = f"SELECT * FROM `{_table_name(only[0], self._project)}`" if len(only) == 1 and only[0].target else None
        if sql is None:
            return None
        targets = sorted({read.target for read in self._reads[model.id] if read.target})
        tables = tuple(self.tables[target] for target in targets if target in self.tables)
        version = self._project.runtime.flink_version(model.flink_cluster)
        ttl = known(model.flink.state_ttl_ms) if model.flink.state_ttl_ms is not None else None
        return _facts(sql, tables, self._functions, version, ttl)

    def _outcome(
        self, model: Model, facts: QueryFacts | None
    ) -> tuple[TableDef, tuple[NodeColumn, ...], Watermark | None]:
        if facts is None:
            return self._bare(model)
        ids = {self.tables[read.target].name: read.target for read in self._reads[model.id] if read.target in self.tables}
        by_table = {name: self.watermarks[node] for name, node in ids.items()}
        watermark = declared_watermark(model.event_time) or inherited_watermark(facts, by_table)
        table = model_table(model, facts, watermark, self._key(model, facts))
        entries = {column.name: column for column in model.columns}
        columns = tuple(_node_column(column, ids, entries) for column in facts.columns)
        return table, self._masked(model, columns), watermark

    def _masked(self, model: Model, columns: tuple[NodeColumn, ...]) -> tuple[NodeColumn, ...]:
        if self.materializations[model.id].kind != "sink":
            return columns
        upstream = [self._nodes[read.target] for read in self._reads[model.id] if read.target in self._nodes]
        names = {column.name for column in columns}
        wanted = masks.sink_masks(model, upstream, self._roles.get(model.id, frozenset()))
        applied = {column: method for column, method in sorted(wanted.items()) if column in names}
        if applied:
            self.masked[model.id] = applied
        return tuple(masks.masked_column(column, applied[column.name]) if column.name in applied else column for column in columns)

    def _bare(self, model: Model) -> tuple[TableDef, tuple[NodeColumn, ...], Watermark | None]:
        table = bare_table(model)
        tested = self.dead_letters.get(model.id)
        if tested and not model.columns and tested in self.tables:
            table = masks.dead_letter_table(model, self.tables[tested])
        entries = {column.name: column for column in model.columns}
        columns = tuple(
            NodeColumn(
                column.name, column.type, column.nullable, entries.get(column.name), column.time,
                _dead_letter_lineage(tested, column.name, self.columns),
            )
            for column in table.columns
        )  # fmt: skip
        return table, columns, declared_watermark(model.event_time)

    def _key(self, model: Model, facts: QueryFacts | None) -> tuple[str, ...]:
        """Declared, else the first upsert key of an updating output; a copy keeps the key of what it copies."""
        if model.key:
            return model.key
        if model.sql is None and len(self._reads[model.id]) == 1:
            return self.keys.get(self._reads[model.id][0].target or "", ())
        if facts is not None and facts.changelog in ("upsert", "retract") and facts.upsert_keys:
            return facts.upsert_keys[0]
        return ()

    def _classify(self, node: Source | Model, id_: str, columns: tuple[NodeColumn, ...]) -> tuple[NodeColumn, ...]:
        own = declared(node, node.columns)
        out = []
        for column in columns:
            level = own.get(column.name)
            origins = (column_id(origin.table, origin.column) for origin in column.lineage if origin.kind != "mask")
            found = Classification(level) if level else inherited(origins, self._classified)
            if found:
                self._classified[column_id(id_, column.name)] = found
            out.append(replace(column, classification=found) if found else column)
        return tuple(out)


def _node_column(column: OutputColumn, ids: Mapping[str, str], entries: Mapping[str, Column]) -> NodeColumn:
    return NodeColumn(
        name=column.name,
        type=None if column.type is None or column.type.is_unknown else column.type,
        nullable=column.nullable,
        declared=entries.get(column.name),
        time=column.time,
        lineage=tuple(sorted(origin._replace(table=ids[origin.table]) for origin in column.lineage if origin.table in ids)),
        influenced_by=tuple(
            sorted(found._replace(table=ids[found.table]) for found in column.influenced_by if found.table in ids)
        ),
    )


def _dead_letter_lineage(
    tested: str | None, name: str, columns: Mapping[str, tuple[NodeColumn, ...]]
) -> tuple[Origin, ...]:
    if tested is None or all(column.name != name for column in columns.get(tested, ())):
        return ()
    return (Origin(tested, name, "identity"),)


def _with_type(column: ColumnDef, output: OutputColumn | None) -> ColumnDef:
    """A computed column's type is inferred; a time attribute shows its own."""
    if output is None or output.name != column.name or output.type is None or output.type.is_unknown:
        return column
    nullable = output.nullable is not False
    return replace(column, type=output.type, nullable=nullable, time=output.time or column.time)


def _padded(columns: tuple[OutputColumn, ...], length: int) -> tuple[OutputColumn | None, ...]:
    return columns if len(columns) == length else (None,) * length


def _table_name(read: Read, project: Project) -> str:
    model = project.model(read.name, read.version) if read.kind == "ref" else None
    return model.key_name if model else read.name


def _format(model: Model, project: Project) -> str:
    """The format of the topic a virtual topic reads: its own schema block, else that of the only source it reads."""
    if model.schema is not None:
        return model.schema.format
    return "json"


@lru_cache(maxsize=20_000)
def _facts(
    sql: str, tables: tuple[TableDef, ...], functions: tuple[Function, ...], version: str, state_ttl_ms: int | None
) -> QueryFacts:
    """One analysis per distinct question: environments of one project mostly ask the same."""
    catalog = Catalog(
        tables={table.name: table for table in tables},
        functions={function.name: function for function in functions},
        version=version,
        state_ttl_ms=state_ttl_ms,
    )
    return analyse_query(sql, catalog)
