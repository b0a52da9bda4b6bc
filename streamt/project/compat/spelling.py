"""What the rewrites share: how an older spelling is reported, moved, replaced; how a contradiction is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streamt.diagnostics.model import Span
from streamt.load.document import Place, Route
from streamt.project.draft import Draft


@dataclass(frozen=True, slots=True)
class Names:
    """What the project declares, read before anything is checked."""

    sources: frozenset[str]
    models: frozenset[str]
    connect_clusters: frozenset[str] = frozenset()

    def reference(self, name: str, otherwise: str = "ref") -> str:
        """`ref` or `source`, by what the name is."""
        if name in self.models:
            return "ref"
        return "source" if name in self.sources else otherwise

    def is_connect_cluster(self, name: Any) -> bool:
        return isinstance(name, str) and name in self.connect_clusters


Rewrite = Callable[[Draft, Names], None]


def older(draft: Draft, rule: str, steps: Route, got: str, expected: str, key: bool = True) -> None:
    place = draft.place(*steps)
    span = place.key_span if key else place.span
    draft.report(f"compat.{rule}", span, f"{draft.label} uses an older spelling", "warning", expected, got)


def moved(draft: Draft, rule: str, source: Route, target: Route) -> None:
    """Move a key to its canonical place, and say so."""
    older(draft, rule, source, f"`{_dotted(source)}`", f"`{_dotted(target)}`")
    move(draft, source, target)


def move(draft: Draft, source: Route, target: Route) -> None:
    """Move a key; where its canonical place holds something else, that wins and the contradiction is an error."""
    span, value = draft.place(*source).key_span, draft.at(*source)
    if not draft.move(source, target):
        _contradiction(draft, span, target, value)


def replaced(draft: Draft, rule: str, steps: Route, value: str) -> None:
    """Write another word for a value."""
    key = steps[-1]
    older(draft, rule, steps, f"`{key}: {draft.at(*steps)}`", f"`{key}: {value}`", key=False)
    draft.put(steps, value, draft.origin(steps))


def conflict(draft: Draft, steps: Route, value: Any, origin: Route) -> None:
    """The older spelling at `origin` says another value than the canonical one at `steps`."""
    _contradiction(draft, Place(draft.document, origin).span, steps, value)


def _contradiction(draft: Draft, span: Span, steps: Route, value: Any) -> None:
    where = _dotted(steps)
    message = (
        f"{draft.label} says '{where}' twice, in an older spelling and in the canonical one, and they differ"
    )
    expected, got = _shown(draft.at(*steps)), _shown(value)
    draft.report("compat.conflict", span, message, expected=expected, got=got, help="keep one of the two")


def _dotted(steps: Route) -> str:
    return ".".join(map(str, steps))


def _shown(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)
