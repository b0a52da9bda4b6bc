"""One entry of a project file while it is being read: data that may be rewritten, and where each part of it was written."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from streamt.diagnostics.model import Diagnostic, Severity, Span
from streamt.load.document import Document, Place, Route

KINDS = {
    "sources": "source",
    "models": "model",
    "tests": "test",
    "exposures": "exposure",
    "functions": "function",
}


class Draft:
    """`route` leads to the entry in its document. Parts of `data` that moved keep the place where they were written."""

    __slots__ = ("_owned", "damaged", "data", "document", "found", "moved", "route", "section")

    def __init__(self, section: str, document: Document, route: Route, data: Any) -> None:
        self.section = section  # sources, models, ...
        self.document = document
        self.route = route
        self.data = data
        self.moved: dict[Route, Route] = {}
        self.found: list[Diagnostic] = []
        self.damaged: set[Route] = set()  # where, in the file, something wrong was taken out
        self._owned = False

    @property
    def kind(self) -> str:
        return KINDS.get(self.section, self.section)

    @property
    def name(self) -> str | None:
        name = self.data.get("name") if isinstance(self.data, dict) else None
        return name if isinstance(name, str) else None

    @property
    def node(self) -> str | None:
        if not self.name or self.section not in KINDS:
            return None
        version = self.data.get("version") if self.section == "models" else None
        return f"{self.kind}:{self.name}" + (f"@v{version}" if type(version) is int else "")

    @property
    def label(self) -> str:
        """As messages name it: `model 'orders'`."""
        return f"{self.kind} '{self.name}'" if self.name else self.kind

    def at(self, *steps: str | int) -> Any:
        """The value there, None when there is none."""
        value = self.data
        for step in steps:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def mapping(self, *steps: str | int) -> Mapping[str, Any]:
        value = self.at(*steps)
        return value if isinstance(value, dict) else {}

    def origin(self, steps: Route) -> Route:
        """Where in the file the part at `steps` was written."""
        route = self.route + steps
        for length in range(len(route), len(self.route), -1):
            start = self.moved.get(route[:length])
            if start is not None:
                return start + route[length:]
        return route

    def place(self, *steps: str | int) -> Place:
        return Place(self.document, self.origin(steps))

    def own(self) -> Any:
        """The data, free to be changed."""
        if not self._owned:
            self.data = copy.deepcopy(self.data)
            self._owned = True
        return self.data

    def put(self, steps: Route, value: Any, origin: Route) -> None:
        """Set the value at `steps` (missing parents are made); `origin` is where in the file it was written.

        Nothing happens where a parent is no mapping: whoever reads the draft will say so.
        """
        target = self.own()
        for step in steps[:-1]:
            if isinstance(target, dict) and target.get(step) is None:
                target[step] = {}
            target = target[step] if _holds(target, step) else None
        if isinstance(target, dict) or _holds(target, steps[-1]):
            target[steps[-1]] = value
            self.moved[self.route + steps] = origin

    def drop(self, *steps: str | int) -> Any:
        """Take a key out of its mapping; its value."""
        self.own()
        parent = self.at(*steps[:-1])
        return parent.pop(steps[-1], None) if isinstance(parent, dict) else None

    def move(self, source: Route, target: Route) -> bool:
        """Move a value. False when there already is a different one at the target: both stay reported, the target's wins."""
        value, origin = self.at(*source), self.origin(source)
        inner = {
            route: start
            for route, start in self.moved.items()
            if route[: len(self.route + source)] == self.route + source
        }
        self.drop(*source)
        present = self.at(*target)
        if present is not None:
            return bool(present == value)
        self.put(target, value, origin)
        for route, start in inner.items():
            self.moved[self.route + target + route[len(self.route + source) :]] = start
        return True

    def keep(self, steps: Route, kept: Iterable[int]) -> None:
        """Only these entries of a list stay."""
        self.own()
        entries = self.at(*steps)
        numbered = [(new, old, self.origin((*steps, old))) for new, old in enumerate(kept)]
        entries[:] = [entries[old] for _, old, _ in numbered]
        stale = self.route + steps
        shifted = {}
        for new, old, origin in numbered:
            inside = (*stale, old)
            for route, start in self.moved.items():
                if len(route) > len(inside) and route[: len(inside)] == inside:
                    shifted[(*stale, new, *route[len(inside) :])] = start
            shifted[(*stale, new)] = origin
        self.moved = {
            route: start
            for route, start in self.moved.items()
            if route[: len(stale)] != stale or route == stale
        }
        self.moved.update(shifted)

    def report(
        self,
        rule: str,
        span: Span,
        message: str,
        severity: Severity = "error",
        expected: str | None = None,
        got: str | None = None,
        help: str | None = None,
    ) -> None:
        self.found.append(Diagnostic(rule, severity, message, span, self.node, expected, got, help))


def _holds(target: Any, step: str | int) -> bool:
    """Is there something at this step of the mapping or list?"""
    if isinstance(target, dict):
        return step in target
    return isinstance(target, list) and isinstance(step, int) and step < len(target)
