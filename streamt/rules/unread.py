"""What a file that cannot be read declares is UNKNOWN: findings that rest on it are held back, so that the cause stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from streamt.diagnostics.model import Diagnostic
from streamt.load.document import Document

SECTIONS = frozenset(("sources", "models", "tests", "exposures", "functions"))
LOSES_ENTRIES = frozenset(("yaml.documents", "yaml.duplicate_key"))  # the rest of the file is read
REST_ON_NAMES = frozenset(
    (
        "models.require_tests", "refs.exposure_unknown", "refs.unknown_model", "refs.unknown_source", "refs.unknown_version",
        "tests.unknown_model", "tests.unknown_reference", "tests.unknown_target",
    )
)  # fmt: skip


def unread(diagnostics: Iterable[Diagnostic], documents: Mapping[str, Document]) -> tuple[Diagnostic, ...]:
    """The errors because of which declarations are missing from the project."""
    return tuple(found for found in diagnostics if found.severity == "error" and _loses(found, documents))


def _loses(found: Diagnostic, documents: Mapping[str, Document]) -> bool:
    if found.rule in LOSES_ENTRIES:
        return True
    document = documents.get(found.span.path) if found.span else None
    if document is None or not document.path.endswith((".yml", ".yaml")):
        return False
    if found.rule.startswith(("yaml.", "load.")):
        return document.data is None
    return found.rule == "project.unknown_key" and isinstance(document.data, dict) and SECTIONS.isdisjoint(document.data)


def without_consequences(diagnostics: Iterable[Diagnostic], documents: Mapping[str, Document]) -> list[Diagnostic]:
    """The findings that hold whatever the unread files say. Never empty where something was unread."""
    found = list(diagnostics)
    if not unread(found, documents):
        return found
    return [each for each in found if each.rule not in REST_ON_NAMES]
