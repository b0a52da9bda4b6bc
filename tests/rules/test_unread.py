"""A file that cannot be read is reported alone, without what would follow from its absence."""

from __future__ import annotations

import pytest

from tests.projects import checked, completed, found

ROOT = completed("rules: {models: {require_tests: true}}")
TESTS = "tests:\n  - {name: t, model: paid, type: schema, assertions: [{not_null: {columns: [id]}}]}\n"
EXPOSURES = "exposures:\n  - {name: board, type: dashboard, depends_on: [{ref: paid}, {source: gone}]}\n"
READERS = "models:\n  - {name: large, sql: 'SELECT id FROM {{ ref(\"paid\") }}'}\n"


@pytest.mark.parametrize(
    ("models", "cause"),
    [
        ("models:\n\t- name: paid\n", "models/a.yml:2:1 yaml.tab"),
        ("models:\n  - name: paid: x\n", "models/a.yml:2:15 yaml.syntax"),
        ("model:\n  - name: paid\n", "models/a.yml:1:1 project.unknown_key"),
        ("models: []\n---\nmodels: [{name: paid}]\n", "models/a.yml:2:1 yaml.documents"),
        ("models: []\nmodels: [{name: paid}]\n", "models/a.yml:2:1 yaml.duplicate_key"),
    ],
)
def test_the_cause_stands_alone(models: str, cause: str) -> None:
    files = {"stream_project.yml": ROOT, "models/a.yml": models, "models/b.yml": READERS, "tests/t.yml": TESTS, "exposures/e.yml": EXPOSURES}
    assert found(checked(files)) == [cause]


def test_names_that_are_unknown_in_files_that_were_read_are_findings() -> None:
    files = {"stream_project.yml": ROOT, "models/b.yml": READERS.replace("name: large", "name: large, descripton: x"), "tests/t.yml": TESTS}
    assert found(checked(files)) == [
        "models/b.yml:2:12 models.require_tests",
        "models/b.yml:2:19 project.unknown_key",
        "models/b.yml:2:55 refs.unknown_model",
        "tests/t.yml:2:22 tests.unknown_target",
    ]
