"""A YAML file with positions: every key and value can be asked where it stands.

A *route* is the way from the root of a document to a value: mapping keys and list indices, `("models", 2, "topic", "name")`.
A `Place` is a document plus a route. Rules narrow places (`model.place.at("topic", "partitions")`) and never compute a line;
only `Place.span` turns a route into a line and a column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from streamt.diagnostics.model import Span
from streamt.load.offsets import TEXT_FILE, span_within
from streamt.load.text import line_and_column

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one key or value stands. `key` is the span of the key that leads to it (None in lists and at the root)."""

    value: Span
    key: Span | None = None
    style: str = ""  # YAML scalar style: "" plain, "'" and '"' quoted, "|" literal, ">" folded; "file": a text file's whole text
    content_line: int = 0  # literal blocks: file line of the first content line
    content_indent: int = 0  # literal blocks: columns of indentation before the content
    route: Route = ()  # as the file has it, which differs where an older spelling was rewritten


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One file of the project. `path` is relative to the project, with `/`. `data` is what YAML says; `marks` where it says it."""

    path: str
    text: str = field(repr=False)
    data: object = field(default=None, repr=False)
    marks: Mapping[Route, Mark] = field(default_factory=dict, repr=False)

    def mark(self, route: Route) -> Mark | None:
        """The mark of the longest part of the route that the document has."""
        for length in range(len(route), -1, -1):
            found = self.marks.get(route[:length])
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Place:
    document: Document
    route: Route = ()

    def at(self, *steps: str | int) -> Place:
        return Place(self.document, self.route + steps)

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def span(self) -> Span:
        """Span of the value (of its nearest parent when the document has no such value)."""
        mark = self.document.mark(self.route)
        return mark.value if mark else Span(self.document.path, 1, 1, 1, 1)

    @property
    def key_span(self) -> Span:
        """Span of the key that leads to the value; of the value where there is no key."""
        mark = self.document.mark(self.route)
        if mark is None:
            return Span(self.document.path, 1, 1, 1, 1)
        return mark.key or mark.value

    @property
    def line(self) -> int:
        return self.span.line

    def within(self, start: int, end: int) -> Span:
        """The span of `value[start:end]` of a scalar; of the whole scalar where its style does not tell (folded)."""
        mark = self.document.mark(self.route)
        if mark is None:
            return self.span
        block = (mark.content_line, mark.content_indent)
        return span_within(self.document.path, self.document.text, mark.value, mark.style, block, start, end)


def text_document(path: str, text: str) -> Document:
    """A file that is no YAML (SQL, a macro, a schema): its only value is its text."""
    whole = Span(path, 1, 1, *line_and_column(text, len(text)))
    return Document(path, text, text, {(): Mark(whole, style=TEXT_FILE)})
