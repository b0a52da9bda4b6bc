"""What is read must exist, must not go in circles, and must be what `from` says."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.analysis.references import Read, target
from streamt.closest import did_you_mean
from streamt.diagnostics.model import Span
from streamt.load.document import Place
from streamt.project.model import Exposure, Model, Project
from streamt.rules.places import template_span
from streamt.rules.rule import Finding, rule


def _where(model: Model, read: Read) -> Place | Span:
    return read.place if read.use is None else template_span(model, read.use.start, read.use.end)


def _all_reads(model: Model, see: Analysis) -> Iterator[Read]:
    yield from see.declared_reads.get(model.id, ())
    if model.id in see.rendered:
        yield from (read for read in see.reads[model.id] if read.use is not None)


@rule("refs.unknown_source", on=Model)
def unknown_source(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model reads a source that the project does not declare.

    **Why.** Nothing says which topic that is, so nothing can be compiled or checked.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1}
    models:
      - name: paid
        sql: SELECT * FROM {{ source("paymnts") }}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: paid
        sql: SELECT * FROM {{ source("payments") }}
    ```
    """
    for read in _all_reads(model, see):
        if read.kind == "source" and read.target is None:
            yield unknown_node(read.kind, read.name, _where(model, read), see.project)


@rule("refs.unknown_model", on=Model)
def unknown_model(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model reads a model that the project does not declare.

    **Why.** `ref()` names a model of this project; nothing of that name is declared.

    Bad:
    ```yaml
    models:
      - name: paid
        sql: SELECT * FROM {{ ref("payments_cleen") }}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: payments_clean, sql: 'SELECT id FROM {{ source("payments") }}'}
      - name: paid
        sql: SELECT * FROM {{ ref("payments_clean") }}
    ```
    """
    for read in _all_reads(model, see):
        if read.kind == "ref" and read.target is None and read.name not in see.project.models_by_name:
            yield unknown_node(read.kind, read.name, _where(model, read), see.project)


@rule("refs.unknown_version", on=Model)
def unknown_version(model: Model, see: Analysis) -> Iterator[Finding]:
    """A model reads a version of a model that does not exist.

    **Why.** Versions of a model live side by side; `ref("x", v=3)` means exactly that one.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: clean, version: 1, sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: paid, sql: 'SELECT id FROM {{ ref("clean", v=2) }}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: clean, version: 1, sql: 'SELECT id FROM {{ source("payments") }}'}
      - {name: paid, sql: 'SELECT id FROM {{ ref("clean", v=1) }}'}
    ```
    """
    for read in _all_reads(model, see):
        versions = see.project.models_by_name.get(read.name, ())
        if read.kind == "ref" and read.target is None and versions:
            yield _no_version(read.name, read.version, _where(model, read), versions)


def _no_version(name: str, version: int | None, at: Place | Span, versions: tuple[Model, ...]) -> Finding:
    there = [str(model.version) for model in versions if model.version is not None]
    expected = f"version {' or '.join(there)}" if there else "no version: the model has none"
    return Finding(at, f"Model '{name}' has no version {version}", expected=expected, got=f"version {version}")


def unknown_node(kind: str, name: str, at: Place | Span, project: Project) -> Finding:
    """The finding for a name that nothing has; it tells when the name is there under the other kind."""
    if kind == "source":
        if project.model(name):
            return Finding(at, f"'{name}' is a model, not a source", help=f'Write ref("{name}") (or `ref: {name}`).')
        return Finding(at, f"Unknown source '{name}'", help=did_you_mean(name, project.sources_by_name))
    if project.source(name):
        return Finding(at, f"'{name}' is a source, not a model", help=f'Write source("{name}") (or `source: {name}`).')
    if "." in name:
        return Finding(
            at,
            f"'{name}' names a model of another project, which this version does not read yet",
            help="Declare the topic it writes as a source.",
        )
    return Finding(at, f"Unknown model '{name}'", help=did_you_mean(name, project.models_by_name))


@rule("refs.exposure_unknown", on=Exposure)
def exposure_unknown(exposure: Exposure, see: Analysis) -> Iterator[Finding]:
    """An exposure names a source, model or version that the project does not declare.

    **Why.** An exposure is the promise that a change of what it reads will reach its owner. One that names nothing gets
    no warning.

    Bad:
    ```yaml
    exposures:
      - {name: app, type: application, role: consumer, consumes: [{ref: paid}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1}
    exposures:
      - {name: app, type: application, role: consumer, consumes: [{source: payments}]}
    ```
    """
    project = see.project
    for reference in exposure.produces + exposure.reads:
        if reference.kind == "source":
            found = project.source(reference.name) is not None
        else:
            found = project.model(reference.name, reference.version) is not None
        if found:
            continue
        versions = project.models_by_name.get(reference.name, ())
        if reference.kind == "ref" and versions:
            yield _no_version(reference.name, reference.version, reference.place, versions)
        else:
            yield unknown_node(reference.kind, reference.name, reference.place, project)


@rule("refs.exposure_unknown_column", on=Exposure)
def exposure_unknown_column(exposure: Exposure, see: Analysis) -> Iterator[Finding]:
    """An exposure says that it reads a column which is not there.

    **Why.** `columns:` decides which changes reach the exposure; a misspelt one hides them. Of a source whose columns are not
    all known nothing is said.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    exposures:
      - {name: app, type: application, role: consumer, consumes: [{source: payments, columns: [ids]}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    exposures:
      - {name: app, type: application, role: consumer, consumes: [{source: payments, columns: [id]}]}
    ```
    """
    for reference in exposure.reads:
        node = target(see.project, reference.kind, reference.name, reference.version)
        if node is None or not see.complete.get(node) or reference.columns is None:
            continue
        there = see.columns_by_name[node]
        for index, column in enumerate(reference.columns):
            if column not in there:
                at = reference.place.at("columns", index)
                yield Finding(at, f"{node} has no column '{column}'", help=did_you_mean(column, there))


@rule("refs.from_mismatch", on=Model)
def from_mismatch(model: Model, see: Analysis) -> Iterator[Finding]:
    """`from` and the SQL disagree about what the model reads.

    **Why.** `from` is optional beside SQL, which says it all; where it is written, people trust it.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
      - {name: customers, topic: customers.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: paid
        from: [{source: payments}, {source: customers}]
        sql: SELECT id FROM {{ source("payments") }}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - name: paid
        from: [{source: payments}]
        sql: SELECT id FROM {{ source("payments") }}
    ```
    """
    declared = see.declared_reads.get(model.id)
    rendered = see.rendered.get(model.id)
    if declared is None or rendered is None or rendered.sql is None:
        return
    used = {read.target for read in see.reads[model.id] if read.target}
    for read in declared:
        if read.target and read.target not in used:
            yield Finding(read.place, f"`from` names {read.target}, which the SQL does not read")
    named = {read.target for read in declared if read.target}
    if None in {read.target for read in declared}:
        return
    for read in see.reads[model.id]:
        if read.target and read.target not in named:
            yield Finding(_where(model, read), f"The SQL reads {read.target}, which `from` does not name")


@rule("refs.cycle", on=Project)
def cycle(project: Project, see: Analysis) -> Iterator[Finding]:
    """Models read each other in a circle.

    **Why.** None of them can be deployed first, and a record could go round for ever.

    Bad:
    ```yaml
    models:
      - {name: a, from: [{ref: b}]}
      - {name: b, from: [{ref: a}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1}
    models:
      - {name: a, from: [{source: payments}]}
      - {name: b, from: [{ref: a}]}
    ```
    """
    for path in see.cycles:
        first = see.nodes[path[0]]
        shown = path if len(path) <= 40 else (*path[:20], f"... {len(path) - 40} more ...", *path[-20:])
        yield Finding(
            first.place.at("name"),
            f"Models read each other in a circle: {' -> '.join(shown)}",
            help="Take one of these reads away, or read the topic of an earlier run as a source.",
        )


@rule("refs.dependency", on=Project)
def dependency(project: Project, see: Analysis) -> Iterator[Finding]:
    """The project depends on another project, whose manifest this version does not read yet.

    **Why.** It would look as if models of the other project could be read. Until then declare the topics they write as sources.

    Bad:
    ```yaml
    dependencies: [{project: payments, manifest: ../payments/generated/manifest.json}]
    ```
    Good:
    ```yaml
    sources:
      - {name: payments_clean, topic: payments.clean.v1, columns: [{name: id, type: STRING}]}
    ```
    """
    for found in project.dependencies:
        yield Finding(
            found.place, f"The manifest of project '{found.project}' is not read by this version",
            help="Declare the topics it writes as sources.",
        )  # fmt: skip
