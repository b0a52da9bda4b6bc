"""The manifest's published JSON Schema (draft 2020-12)."""

from __future__ import annotations

from typing import Any

from streamt.manifest.model import MANIFEST_VERSION, Manifest


def manifest_json_schema() -> dict[str, Any]:
    schema = Manifest.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://streamt.dev/schema/manifest-v{MANIFEST_VERSION}.json",
    } | schema
