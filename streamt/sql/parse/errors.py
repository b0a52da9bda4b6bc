"""The one error a query can have here, with its place and a way out."""

from __future__ import annotations

from streamt.errors import StreamtError


class SqlSyntaxError(StreamtError):
    """`start` and `end` are character offsets into the SQL text; `also` the span of what it refers to,
    such as the parenthesis that is not closed."""

    def __init__(
        self, message: str, start: int, end: int, help: str | None = None, also: tuple[int, int] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.help = help
        self.also = also
