"""Changes of columns."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.impact.change import Change
from streamt.impact.types import verdict
from streamt.manifest.model import Certainty, Column, Model, Source

CLASSIFICATIONS = ("public", "internal", "confidential", "sensitive", "highly_sensitive")
_UNKNOWN = "UNKNOWN"


def column_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    before = {column.name: column for column in old.columns}
    after = {column.name: column for column in new.columns}
    if before.keys() != after.keys():
        gone = [before[name] for name in sorted(before.keys() - after.keys())]
        fresh = [after[name] for name in sorted(after.keys() - before.keys())]
        yield from _removed(new, gone)
        for column in fresh:
            yield Change("column.added", new.id, column.name, None, column.type)
        yield from _renamed(new.id, gone, fresh)
    for name in sorted(before.keys() & after.keys()):
        for part in _PARTS if _known_alike(before[name], after[name]) else (_type, _description):
            yield from part(new.id, before[name], after[name])
    if old.columns_complete != new.columns_complete and (old.columns or new.columns):
        kind = "columns.closed" if new.columns_complete else "columns.opened"
        yield Change(kind, new.id, "", old.columns_complete, new.columns_complete)


def _known_alike(old: Column, new: Column) -> bool:
    """Not when all that was known of a column went away at once, or came: nothing else can be said of it then."""
    return not any(
        one.type != _UNKNOWN and other.type == _UNKNOWN and one.lineage and not other.lineage
        for one, other in ((old, new), (new, old))
    )


def _removed(new: Source | Model, gone: list[Column]) -> Iterator[Change]:
    """Of a node whose list of columns is not all there is, a column that left the list may still be there."""
    for column in gone:
        yield Change(
            "column.removed",
            new.id,
            column.name,
            column.type,
            None,
            "proven" if new.columns_complete else "unknown",
        )


def _renamed(node: str, gone: list[Column], fresh: list[Column]) -> Iterator[Change]:
    """One column gone and one come with the same known type and origin, and no other candidate for either."""
    for old in gone:
        twins = [new for new in fresh if _alike(old, new)]
        if len(twins) == 1 and sum(_alike(other, twins[0]) for other in gone) == 1:
            yield Change("column.renamed", node, old.name, old.name, twins[0].name, "heuristic")


def _alike(old: Column, new: Column) -> bool:
    return (
        old.type == new.type != _UNKNOWN
        and _origins(old) == _origins(new)
        and old.expression == new.expression
    )


def _origins(column: Column) -> list[tuple[str, str]]:
    return sorted({(edge.column, edge.kind) for edge in column.lineage})


def _type(node: str, old: Column, new: Column) -> Iterator[Change]:
    found = verdict(old.type, new.type)
    if found != "same":
        certainty: Certainty = "unknown" if found in ("lost", "learnt") else "proven"
        yield Change(f"column.type_{found}", node, new.name, old.type, new.type, certainty)


def _nullability(node: str, old: Column, new: Column) -> Iterator[Change]:
    if old.nullable != new.nullable and None not in (old.nullable, new.nullable):
        kind = "column.became_nullable" if new.nullable else "column.became_not_null"
        yield Change(kind, node, new.name, _null(old), _null(new))


def _null(column: Column) -> str:
    return "NULL" if column.nullable else "NOT NULL"


def _classification(node: str, old: Column, new: Column) -> Iterator[Change]:
    if old.classification == new.classification:
        return
    before, after = _level(old.classification), _level(new.classification)
    if before is None or after is None:
        kind = "column.classification_changed"
    else:
        kind = "column.classification_raised" if after > before else "column.classification_lowered"
    yield Change(kind, node, new.name, old.classification, new.classification)


def _level(classification: str | None) -> int | None:
    """Unclassified is below public; None: a level of the project's own."""
    if classification is None:
        return -1
    return CLASSIFICATIONS.index(classification) if classification in CLASSIFICATIONS else None


def _origin(node: str, old: Column, new: Column) -> Iterator[Change]:
    before, after = _origins(old), _origins(new)
    if [column for column, _ in before] != [column for column, _ in after]:
        was, becomes = ([column for column, _ in each] for each in (before, after))
        yield Change("column.origin_changed", node, new.name, was, becomes, _how_sure(old, new))
    elif before != after:
        was, becomes = (sorted({kind for _, kind in each}) for each in (before, after))
        yield Change("column.computation_changed", node, new.name, was, becomes, _how_sure(old, new))
    elif (
        None not in (old.sql_fingerprint, new.sql_fingerprint) and old.sql_fingerprint != new.sql_fingerprint
    ):
        # Other text over the same origins: whether other values come out is not worked out.
        yield Change("column.computation_changed", node, new.name, None, None, "structural")


def _how_sure(old: Column, new: Column) -> Certainty:
    return (
        "proven" if all(edge.certainty == "proven" for edge in (*old.lineage, *new.lineage)) else "structural"
    )


def _computation(node: str, old: Column, new: Column) -> Iterator[Change]:
    if old.expression != new.expression:
        yield Change("column.expression_changed", node, new.name, old.expression, new.expression)
    if old.metadata != new.metadata:
        yield Change("column.metadata_changed", node, new.name, old.metadata, new.metadata)


def _description(node: str, old: Column, new: Column) -> Iterator[Change]:
    if old.description != new.description:
        yield Change("description.changed", node, new.name, old.description, new.description)


_PARTS = (_type, _nullability, _classification, _origin, _computation, _description)
