"""Editors check project files with a schema that knows the keys loading knows."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from streamt.project.json_schema import project_json_schema
from tests.project.test_resolve import DEV, MODELS, PROD, ROOT

SCHEMA = project_json_schema()


def complaints(text):
    return list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(yaml.safe_load(text)))


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        ROOT.replace("version: 1.20", 'version: "1.20"'),
        DEV,
        PROD.replace("rest_url: null, version: null", ""),
        MODELS,
        "tests:\n  - {name: t, model: m, type: sample, assertions: [{not_null: {columns: [a]}}], on_failure: {actions: [tag, block_deploy]}}\n",
        "models:\n  - {name: m, topic: {partitions: '${P:-6}'}, key: [a, b], from: [{ref: x}], schema: {format: avro}}\n",
    ],
)
def test_what_loads_is_valid(text):
    assert complaints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "models:\n  - {nme: a}\n",
        "models:\n  - {name: a, topic: {partitions: x}}\n",
        "models:\n  - {name: a b}\n",
        "tests:\n  - {name: a, model: m, type: streaming, assertions: []}\n",
        "overrides: {models: {a: {owner: x}}}\n",
    ],
)
def test_what_does_not_load_is_not(text):
    assert complaints(text)


def test_keys_carry_descriptions():
    described = [
        field
        for definition in SCHEMA["$defs"].values()
        for field in definition.get("properties", {}).values()
        if "description" in field
    ]
    assert len(described) > 80
