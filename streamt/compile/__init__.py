"""Facts -> manifest and artifacts. To compile to something new: a module that yields its artifacts, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from streamt import __version__
from streamt.analysis.model import Analysis
from streamt.compile import acls, connectors, coverage, gateway, nodes, schemas, topics
from streamt.compile.flink.jobs import job, needs_job
from streamt.diagnostics.formats.json import as_data
from streamt.diagnostics.model import Diagnostic
from streamt.manifest import io
from streamt.manifest import model as manifest
from streamt.project.model import Dependency

Digest = Callable[[str], "str | None"]  # sha256 of a file of the project, None when it is not there


def manifest_of(see: Analysis, diagnostics: Sequence[Diagnostic], digest: Digest) -> manifest.Manifest:
    """Everything about one project in one environment, sealed with its content hash."""
    project = see.project
    models = [nodes.model_node(model, see) for model in project.models]
    return io.sealed(
        manifest.Manifest(
            streamt_version=__version__, project=project.name, version=project.version, description=project.description,
            environment=project.environment, compiled_at=io.timestamp(), owners=nodes.owners(see),
            functions=nodes.declared_functions(see), dependencies=[_dependency(found) for found in project.dependencies],
            runtime=dict(project.runtime.declared), safety={key: nodes.plain(value) for key, value in project.safety.items()},
            alerting=dict(project.alerting),
            sources=[nodes.source_node(source, see) for source in project.sources],
            models=models,
            tests=[nodes.test_node(test, see) for test in project.tests],
            exposures=[nodes.exposure_node(exposure, see) for exposure in project.exposures],
            findings=[manifest.Finding.model_validate(as_data(found)) for found in diagnostics],
            dag=nodes.dag(see), lineage=coverage.lineage(models, see), artifacts=artifacts(see, digest),
        )
    )  # fmt: skip


def artifacts(see: Analysis, digest: Digest) -> manifest.Artifacts:
    jobs = [job(model, see, digest) for model in see.project.models if needs_job(model, see)]
    refusals = [found for found in jobs if isinstance(found, manifest.Refusal)]
    return manifest.Artifacts(
        topics=sorted(topics.topics(see), key=lambda topic: (topic.cluster or "", topic.name)),
        schemas=sorted(schemas.schemas(see), key=lambda schema: schema.subject),
        flink_jobs=[found for found in jobs if isinstance(found, manifest.FlinkJobArtifact)],
        connectors=list(connectors.connectors(see)),
        acls=list(acls.acls(see)),
        gateway_rules=sorted(gateway.gateway_rules(see), key=lambda found: found.name),
        refusals=[*refusals, *gateway.mask_refusals(see)],
    )


def _dependency(found: Dependency) -> dict[str, str]:
    return {"project": found.project, "manifest": found.manifest}
