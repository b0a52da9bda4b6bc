"""Hashes that tell what of a query changed: all of it, the expression of one column, or what rows there are."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from streamt.sql.facts import OutputColumn
from streamt.sql.lexer import canonical_text

# With these, what is selected decides which rows there are, or their order.
_SELECT_DECIDES = frozenset({"DISTINCT", "UNION", "INTERSECT", "EXCEPT", "MINUS", "ORDER"})


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """`rows` is of everything but the outermost SELECT list: while it stays, a change concerns single columns only. None, and
    no `columns`, where the two cannot be told apart."""

    query: str
    rows: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def fingerprints(sql: str, output: Sequence[OutputColumn]) -> Fingerprints:
    """Comments, blanks and the case of keywords do not count."""
    query = _hash(canonical_text(sql))
    spans = Counter((column.start, column.end) for column in output)
    if not spans:
        return Fingerprints(query)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    around = f"{canonical_text(sql[:first])} ? {canonical_text(sql[last:])}"
    if _SELECT_DECIDES.intersection(around.split()):
        return Fingerprints(query)
    stars = sorted(canonical_text(sql[start:end]) for (start, end), count in spans.items() if count > 1)
    columns = {
        column.name: _hash(_expression(sql[column.start : column.end], column.name))
        for column in output
        if spans[column.start, column.end] == 1
    }
    return Fingerprints(query, _hash("\n".join((around, *stars))), columns)


def _expression(written: str, name: str) -> str:
    return canonical_text(written).removesuffix(f" AS {name}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
