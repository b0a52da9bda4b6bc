"""The files of a project: the root file, files of entities, environments."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from streamt.project.spec.exposure import ExposureSpec
from streamt.project.spec.function import FunctionSpec
from streamt.project.spec.governance import AlertingSpec, DependencySpec, OwnerSpec, PathsSpec, SafetySpec
from streamt.project.spec.model import ModelDefaultsSpec, ModelSpec, OverrideSpec, TopicSpec
from streamt.project.spec.runtime import RuntimeSpec
from streamt.project.spec.scalars import Name, Ref, Spec, Text
from streamt.project.spec.source import SourceSpec
from streamt.project.spec.test import TestDefaultsSpec, TestSpec


class ProjectSpec(Spec):
    name: Name
    version: Text | None = None
    description: Text | None = None
    default_environment: Ref | None = Field(
        None, description="The environment that commands use when none is named."
    )


class DefaultsSpec(Spec):
    """Keys that are filled in where a node leaves them out."""

    models: ModelDefaultsSpec | None = None
    topics: TopicSpec | None = None
    tests: TestDefaultsSpec | None = None


class EntitiesFile(Spec):
    sources: list[SourceSpec] | None = None
    models: list[ModelSpec] | None = None
    tests: list[TestSpec] | None = None
    exposures: list[ExposureSpec] | None = None
    functions: list[FunctionSpec] | None = None


class RootBlocks(Spec):
    """What stands in stream_project.yml alone."""

    project: ProjectSpec | None = None
    owners: dict[str, OwnerSpec] | None = None
    runtime: RuntimeSpec | None = None
    defaults: DefaultsSpec | None = None
    vars: dict[str, Any] | None = Field(None, description='What var("x") gives in SQL.')
    rules: dict[str, Any] | None = Field(None, description="The rules that the project must keep, by family.")
    dependencies: list[DependencySpec] | None = None
    alerting: AlertingSpec | None = None
    paths: PathsSpec | None = None


class RootFile(EntitiesFile, RootBlocks):
    """stream_project.yml: a whole project may be this one file."""


class OverridesSpec(Spec):
    models: dict[str, OverrideSpec] = Field(default_factory=dict)


class EnvironmentFile(Spec):
    runtime: RuntimeSpec | None = None
    vars: dict[str, Any] | None = None
    alerting: AlertingSpec | None = None
    safety: SafetySpec | None = None
    overrides: OverridesSpec | None = None
