"""Where the parser stands in the tokens, and what it says when it cannot go on."""

from __future__ import annotations

from streamt.sql.lexer import END, NAME_KINDS, Tokens
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.explain import explain, explain_name
from streamt.sql.versions import Version, ordered

MAX_DEPTH = 200
"""How deep a query may nest. What takes more calls of the parser counts more: a parenthesis once, a call twice, a
query four times. So the parser never meets the interpreter's own limit."""

NEST_LESS = "move inner parts to WITH tables, or to a model of their own"


class Cursor:
    """The position is public: the rules of the grammar read `kinds[i]` and move `i` themselves."""

    __slots__ = ("depth", "ends", "i", "kinds", "params", "sql", "starts", "texts", "version")

    def __init__(self, tokens: Tokens, version: str = "2.2") -> None:
        self.version = version
        self.sql, self.kinds, self.texts, self.starts, self.ends = tokens
        # Rules look one or two tokens ahead without asking whether there are any.
        self.kinds = [*tokens.kinds, END, END]
        self.i = 0
        self.depth = 0
        self.params = 0

    def accept(self, kind: str) -> bool:
        """Step over a token of this kind, if it is here."""
        if self.kinds[self.i] == kind:
            self.i += 1
            return True
        return False

    def expect(self, kind: str, expected: str = "") -> None:
        if self.kinds[self.i] != kind:
            raise self.unexpected(expected or kind)
        self.i += 1

    def end(self) -> int:
        """Where the token before the current one ends."""
        return self.ends[self.i - 1]

    def name(self, what: str) -> str:
        """Step over an identifier: its text, without quotes. `what` completes "expected .."."""
        if self.kinds[self.i] not in NAME_KINDS:
            raise explain_name(self.tokens(), self.i, what)
        text = self.texts[self.i]
        self.i += 1
        return unquoted(text) if text[0] == "`" else text

    def deeper(self, by: int) -> int:
        """Go down `by` levels; returns the depth to come back to."""
        depth = self.depth
        self.depth = depth + by
        if self.depth > MAX_DEPTH:
            raise self.too_deep()
        return depth

    def tokens(self) -> Tokens:
        return Tokens(self.sql, self.kinds, self.texts, self.starts, self.ends)

    def unexpected(self, expected: str) -> SqlSyntaxError:
        """The error that the current token is not `expected`, in words ("a table", "ON or USING")."""
        return explain(self.tokens(), self.i, expected)

    def since(self, version: Version, i: int, what: str, help: str | None = None) -> None:
        """The form that starts at token `i` is read from this version on."""
        if ordered(self.version) < version:
            message = f"Flink {self.version} has no {what}: it came with {'.'.join(map(str, version))}"
            raise SqlSyntaxError(message, self.starts[i], self.ends[i], help=help)

    def too_deep(self) -> SqlSyntaxError:
        return SqlSyntaxError(
            "the query nests too deeply here",
            self.starts[self.i],
            self.ends[self.i],
            help=NEST_LESS,
        )


def unquoted(text: str) -> str:
    """The identifier between backticks."""
    return text[1:-1].replace("``", "`")
