"""Tokens that tell by themselves what went wrong: open quotes and brackets, signs of other dialects."""

from __future__ import annotations

import unicodedata

from streamt.sql.lexer import BAD, END, NAME_KINDS, STRING, Tokens
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.words import RESERVED


def error_at(tokens: Tokens, i: int, message: str, help: str | None = None) -> SqlSyntaxError:
    return SqlSyntaxError(message, tokens.starts[i], tokens.ends[i], help=help)


def shown(tokens: Tokens, i: int) -> str:
    text = tokens.texts[i]
    kind = tokens.kinds[i]
    if kind == END:
        return "the end of the query"
    if kind == STRING:
        return f"the string {text if len(text) <= 30 else text[:27] + '...'}"
    return (
        text.upper() if kind in RESERVED else f"`{text}`" if kind in NAME_KINDS and text[0] != "`" else text
    )


def never_closed(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    """The clause at `i` begins behind a bracket that nothing closes."""
    opened = _open_bracket(tokens, i)
    if opened is None:
        return None
    depth = 1
    for kind in tokens.kinds[i:]:
        depth += (kind in {"(", "["}) - (kind in {")", "]"})
        if not depth:
            return None
    span = tokens.starts[opened], tokens.ends[opened]
    message = f"this {tokens.texts[opened]} is not closed before {shown(tokens, i)}"
    return SqlSyntaxError(message, *span, also=(tokens.starts[i], tokens.ends[i]))


def _bad(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError:
    text = tokens.texts[i]
    if text[0] == '"':
        message = "double quotes mean nothing in Flink SQL"
        error = error_at(
            tokens, i, message, "text stands in single quotes 'like this', a name in backticks `like this`"
        )
    elif text[0] == "'":
        error = _opened(
            tokens, i, 1, "this quote is never closed", "add ' where the text ends; a quote in it is ''"
        )
    elif text[0] == "`":
        error = _opened(
            tokens, i, 1, "this backtick is never closed", "add ` where the name ends, on the same line"
        )
        if text.startswith("``"):
            error = _opened(tokens, i, 2, "there is no name between these backticks")
    elif text.startswith("/*"):
        error = _opened(tokens, i, 2, "this comment is never closed", "add */ where it ends")
    else:
        matches = text == "~" and tokens.kinds[i - 1] in NAME_KINDS | {")", STRING}
        help = "to match a pattern write REGEXP(text, 'pattern')" if matches else _lookalike(text)
        help = "a comment begins with --" if text == "#" else help
        error = error_at(tokens, i, f"the character {text!a} means nothing in Flink SQL", help)
    return error


def _lookalike(text: str) -> str | None:
    """What a word processor may have put in its place."""
    if text in "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u00b4":
        return "it looks like a quote: write ', or ` around a name"
    if text.isspace() or unicodedata.category(text) in {"Zs", "Cf"}:
        return "it looks like a blank, or like nothing: replace it by a blank"
    return None


def _opened(tokens: Tokens, i: int, width: int, message: str, help: str | None = None) -> SqlSyntaxError:
    return SqlSyntaxError(message, tokens.starts[i], tokens.starts[i] + width, help=help)


def _end(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    opened = _open_bracket(tokens, i)
    at = max(len(tokens.sql.rstrip()) - 1, 0)
    if opened is None:
        return SqlSyntaxError(f"the query ends where {expected} is expected", at, at + 1)
    span = tokens.starts[opened], tokens.ends[opened]
    bracket = tokens.texts[opened]
    return SqlSyntaxError(
        f"this {bracket} is never closed",
        *span,
        help=f"the query ends where {expected} is expected",
        also=(at, at + 1),
    )


def _semicolon(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    opened = _open_bracket(tokens, i)
    if opened is not None:
        span = tokens.starts[opened], tokens.ends[opened]
        return SqlSyntaxError(
            f"this {tokens.texts[opened]} is never closed", *span, help="the query ends at the ;"
        )
    if expected == "the end of the query":
        return error_at(
            tokens, i, "a model is one query, here a second one starts", "keep one, make models of the others"
        )
    return error_at(tokens, i, f"the query ends where {expected} is expected")


def _closing(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    if _open_bracket(tokens, i) is None:
        return error_at(
            tokens, i, f"this {tokens.texts[i]} closes nothing", "remove it, or add the one that opens"
        )
    return None


def _bang(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError:
    return error_at(tokens, i, "Flink SQL has no !=", "write <>")


def _double_equals(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    if tokens.kinds[i - 1] == "=":
        return error_at(tokens, i, "Flink SQL has no ==", "write =")
    return None


def _colon(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    if tokens.kinds[i + 1] == ":":
        return SqlSyntaxError(
            "Flink SQL has no ::", tokens.starts[i], tokens.ends[i + 1], help="write CAST(.. AS ..)"
        )
    return None


def _open_bracket(tokens: Tokens, i: int) -> int | None:
    """The innermost bracket before `i` that is still open there."""
    stack: list[int] = []
    for at, kind in enumerate(tokens.kinds[:i]):
        if kind in {"(", "["}:
            stack.append(at)
        elif kind in {")", "]"} and stack:
            stack.pop()
    return stack[-1] if stack else None


STRAYS = {
    BAD: _bad,
    END: _end,
    ";": _semicolon,
    ")": _closing,
    "]": _closing,
    "!=": _bang,
    "=": _double_equals,
    ":": _colon,
}
"""Kind -> what says the error at such a token; None where it has nothing to say."""
