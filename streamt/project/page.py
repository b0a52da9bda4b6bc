"""The page of a rule: what `streamt explain` prints."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from streamt.diagnostics.model import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is Markdown and opens with the summary; then why, an example that fires and one that does not."""

    rule: str
    severity: Severity
    summary: str
    text: str


def page(rule: str, text: str, severity: Severity = "error") -> Page:
    clean = textwrap.dedent(text).strip()
    return Page(rule, severity, clean.partition("\n")[0], clean)
