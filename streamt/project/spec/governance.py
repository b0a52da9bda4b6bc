"""Owners, alerting, safety, dependencies, folders."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from streamt.project.spec.scalars import Amount, Flag, Name, Spec, Text, wrong_type


def _folders(value: Any) -> Any:
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(folder, str) and folder for folder in listed):
        raise wrong_type("a folder, or a list of folders")
    return tuple(listed)


Folders = Annotated[
    tuple[str, ...],
    PlainValidator(_folders),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class OwnerSpec(Spec):
    contact: Text | None = None
    slack: Text | None = None
    github: Text | None = None
    access_request: Text | None = Field(None, description="Where access is asked for: a URL.")


class AlertingSpec(Spec):
    slack_webhook_url: Text | None = None
    webhook_url: Text | None = None
    max_event_age_seconds: Amount | None = Field(None, description="Older violations do not alert.")
    mode: Literal["live", "backfill"] | None = None


class SafetySpec(Spec):
    protected: Flag | None = Field(None, description="Apply needs --confirm with the environment's name.")
    allow_destructive: Flag | None = Field(None, description="Whether apply may delete.")


class DependencySpec(Spec):
    project: Name
    manifest: Text = Field(description="A path to its manifest, or git+https://...@ref.")


class PathsSpec(Spec):
    sources: Folders | None = None
    models: Folders | None = None
    tests: Folders | None = None
    exposures: Folders | None = None
    macros: Folders | None = None
    environments: Folders | None = None
