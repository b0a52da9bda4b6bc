"""One JSON object: the findings, each with every field, and how many there are of each severity."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from streamt.diagnostics.model import SEVERITIES, Diagnostic


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Sequence[str]]) -> str:
    counts = {severity: sum(found.severity == severity for found in diagnostics) for severity in SEVERITIES}
    data = {"diagnostics": [as_data(found) for found in diagnostics], "summary": counts}
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def as_data(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "node": found.node,
        "expected": found.expected,
        "got": found.got,
        "help": found.help,
        "fixable": found.fixable,
        "url": found.url,
    }
