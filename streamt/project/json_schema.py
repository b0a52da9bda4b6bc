"""The JSON Schema of project files, for editors: generated from the specs."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from streamt.project.compat.tests import ACTIONS_WITHOUT_SETTINGS
from streamt.project.spec.project import EntitiesFile, EnvironmentFile, RootFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "https://streamt.dev/schemas/project.json"


def project_json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of any YAML file of a project: the root file, files of entities, environments."""
    files = (RootFile, EntitiesFile, EnvironmentFile)
    _, generated = models_json_schema([(file, "validation") for file in files], by_alias=True)
    definitions = generated["$defs"]
    definitions["TestSpec"]["required"] = ["name"]  # `defaults.tests` may give the rest
    actions = definitions["OnFailureSpec"]["properties"]["actions"]
    actions["items"] = {"anyOf": [actions["items"], {"enum": list(ACTIONS_WITHOUT_SETTINGS)}]}
    for definition in definitions.values():
        _without_values(definition)
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "streamt project",
        "description": "A file of a streamt project.",
        "anyOf": [{"$ref": f"#/$defs/{file.__name__}"} for file in files],
        "$defs": definitions,
    }


def _without_values(definition: dict[str, Any]) -> None:
    """A key with no value counts as absent: null may stand wherever the key may be left out."""
    required = definition.get("required", ())
    for key, field in definition.get("properties", {}).items():
        if key in required or {"type": "null"} in field.get("anyOf", ()):
            continue
        about = {word: field.pop(word) for word in ("title", "description", "default") if word in field}
        definition["properties"][key] = {**about, "anyOf": [field, {"type": "null"}]} if field else about
