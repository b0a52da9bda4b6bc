"""Which masks a sink has to enforce, and the topic of records that failed a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from streamt.analysis.model import NodeColumn
from streamt.analysis.references import target, tested
from streamt.coltypes import DataType, parse_type
from streamt.project.model import Mask, Model, Project, Source
from streamt.sql.facts import ColumnDef, TableDef

STRENGTH = ("partial", "tokenize", "hash", "redact", "null")  # where two masks meet, the stronger one holds

DEAD_LETTER_COLUMNS: tuple[tuple[str, str], ...] = (
    ("streamt_test", "STRING"),
    ("streamt_assertion", "STRING"),
    ("streamt_failed_at", "TIMESTAMP_LTZ(3)"),
)


def roles_by_node(project: Project) -> Mapping[str, frozenset[str]]:
    """Roles of the exposures that read each source or model."""
    roles: dict[str, set[str]] = {}
    for exposure in project.exposures:
        for reference in exposure.reads:
            node = target(project, reference.kind, reference.name, reference.version)
            if node:
                roles.setdefault(node, set()).update(exposure.roles)
    return {node: frozenset(found) for node, found in roles.items()}


def sink_masks(sink: Model, upstream: Sequence[Source | Model], roles: frozenset[str]) -> dict[str, str]:
    """Column -> method for a sink: its own masks, and those of what it reads that are meant for one of its readers' roles."""
    own = list(sink.security.masks) if sink.security else []
    passed = [
        mask
        for node in upstream
        if node.security
        for mask in node.security.masks
        if not mask.for_roles or roles.intersection(mask.for_roles)
    ]
    return _strongest([*own, *passed])


def _strongest(masks: Sequence[Mask]) -> dict[str, str]:
    found: dict[str, str] = {}
    for mask in masks:
        present = found.get(mask.column)
        if present is None or STRENGTH.index(mask.method) > STRENGTH.index(present):
            found[mask.column] = mask.method
    return found


def masked_column(column: NodeColumn, method: str) -> NodeColumn:
    """What is left of a column behind a mask: its edges say `mask`, a hash is text, a null is nullable."""
    kind: DataType | None = column.type
    if method in ("hash", "tokenize") and kind is not None:
        kind = parse_type("STRING").with_nullable(column.nullable is not False)
    nullable = True if method == "null" else column.nullable
    lineage = tuple(origin._replace(kind="mask") for origin in column.lineage)
    return replace(column, type=kind.with_nullable(nullable is not False) if kind else None, nullable=nullable, lineage=lineage)


def tested_by_dlq(project: Project) -> Mapping[str, str]:
    """Dead-letter model -> the node whose failing records it takes (the first by test name)."""
    found: dict[str, str] = {}
    for test in project.tests:
        about = tested(project, test.model, test.version)
        for action in test.actions:
            model = project.model(str(action.parameters.get("model"))) if action.kind == "dlq" else None
            if model and about:
                found.setdefault(model.id, about)
    return found


def dead_letter_table(model: Model, about: TableDef) -> TableDef:
    """The tested node's columns, as plain nullable values, and what went wrong."""
    columns = [
        replace(column, type=column.type.with_nullable(True) if column.type else None, nullable=True, time=None,
                metadata=False, expression=None)
        for column in about.columns
    ]  # fmt: skip
    present = {column.name for column in columns}
    extra = [ColumnDef(name, parse_type(kind)) for name, kind in DEAD_LETTER_COLUMNS if name not in present]
    return TableDef(name=model.key_name, columns=(*columns, *extra), complete=about.complete)
