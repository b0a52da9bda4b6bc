"""Projects written down in tests: YAML text in, findings out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from streamt import pipeline
from streamt.pipeline import Checked
from tests.trees import Memory

BASE: Mapping[str, Any] = {
    "project": {"name": "demo"},
    "runtime": {"kafka": {"bootstrap_servers": "localhost:9092"}, "flink": {"rest_url": "http://localhost:8081"}},
}


def checked(files: Mapping[str, str] | str, environment: str | None = None) -> Checked:
    """Lint a project given as path -> text; a single text is its stream_project.yml. No file touches the disk."""
    if isinstance(files, str):
        files = {"stream_project.yml": files}
    return pipeline.check(Memory(files), environment)


def completed(fragment: str) -> str:
    """A fragment (`sources:`, `models:`, ..) as a whole project: with a name, a Kafka and a Flink where it has none.

    The fragment comes first, so that its lines are those of the fragment.
    """
    given = yaml.safe_load(fragment) or {}
    missing = {key: value for key, value in BASE.items() if key not in given}
    return fragment.rstrip("\n") + "\n" + (yaml.safe_dump(missing, sort_keys=False) if missing else "")


def found(result: Checked) -> list[str]:
    """`path:line:column rule` of every finding, in order."""
    return [
        f"{at.path}:{at.line}:{at.column} {one.rule}" if (at := one.span) else one.rule for one in result.diagnostics
    ]
