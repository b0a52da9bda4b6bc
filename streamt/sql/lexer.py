"""Text of a query -> tokens.

One compiled expression cuts the whole text; a token is an index into parallel lists, not an object, since
lint tokenises thousands of queries. The *kind* of a token is a string to compare with:

- a keyword is its own kind in upper case (`"SELECT"`), but for the non-reserved words no rule of the grammar
  looks at, which are plain identifiers;
- an operator is its own kind (`"<="`); `"/*+"` and `"*/"` stand around hints;
- `NAME` is an identifier, quoted or not, `NUMBER`, `STRING` are literals, `BAD` what cannot be read,
  `END` the end of the text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, chain
from string import ascii_letters
from typing import NamedTuple

from streamt.sql.versions import ordered
from streamt.sql.words import RESERVED, RESERVED_BEFORE, RESERVED_SINCE, words

NAME = "name"
NUMBER = "number"
STRING = "string"
BAD = "bad"
END = "end"

# Letters and digits of identifiers beyond ASCII, as the planner's lexer lists them.
_LETTER = "A-Za-z_$\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u3040-\u318f\u3300-\u337f\u3400-\u3d2d\u4e00-\u9fff\uf900-\ufaff"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be7-\u0bef"
_DIGIT += "\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049"

_BLANK = r"[ \t\n\r\f]*"
_GAP = rf"{_BLANK}(?:(?:--[^\n\r]*|//[^\n\r]*|/\*(?!\+)[\s\S]*?\*/){_BLANK})*"
_QUOTED = r"'[^']*(?:''[^']*)*'"
_TOKEN = "|".join(
    (
        rf"[xXnN]{_QUOTED}|[uU]&{_QUOTED}|_[A-Za-z0-9][A-Za-z0-9:._-]{{0,40}}{_QUOTED}",
        r"[eE]'(?:[^'\\]|\\[\s\S]|'')*'",
        rf"[{_LETTER}][{_LETTER}{_DIGIT}]*",
        r"[(),]",
        r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
        r"`[^`\n\r]*(?:``[^`\n\r]*)*`",
        _QUOTED,
        r"<=|>=|<>|!=|=>|\|\||/\*\+|\*/",
        # An unclosed quote or comment takes the rest: nothing after it can be told for sure.
        r"\"[^\"\n]*\"|['`\"][\s\S]*|/\*[\s\S]*",
        r"[\s\S]|\Z",
    )
)
_ASCII_LETTERS = frozenset(ascii_letters + "_$")
_IDENTIFIER = re.compile(f"[{_LETTER}]")
_CUT = re.compile(f"({_GAP})({_TOKEN})")

# Non-reserved words that some rule of the grammar looks at; every other one is a plain identifier to it.
SPOKEN = words(
    """
    ABSENT AFTER APPLY ARRAY_AGG ASC BERNOULLI CENTURY CONDITIONAL DAYS DECADE DESC DESCRIPTOR DOW DOY
    ENCODING EPOCH ERROR EXCLUDE FINAL FIRST FOLLOWING FORMAT GEOMETRY HOURS IGNORE IMMEDIATELY ISODOW
    ISOYEAR JSON KEY LAST MAP MICROSECOND MODEL MILLENNIUM MILLISECOND MINUTES MONTHS NANOSECOND NULLS OBJECT
    ORDINALITY PARTIAL PASSING PAST PLACING PRECEDING QUARTER REPEATABLE RESPECT RETURNING SCALAR SECONDS
    SETS SUBSTITUTE TIMESTAMPADD TIMESTAMPDIFF UNBOUNDED UNCONDITIONAL UTF16 UTF32 UTF8 WEEK WRAPPER YEARS
    ZONE
    """
)
_KEYWORDS = RESERVED | SPOKEN
# A reserved word no rule knows: it stands for any other such word.
_SILENT = "MODELS"
_OPERATORS = words("( ) [ ] { } , . ; + - * / % = < > <= >= <> != => || | ^ ? : /*+ */")
NAME_KINDS = SPOKEN | {NAME}
"""Kinds that may stand where an identifier is asked for."""


class _Kinds(dict[str, str]):
    """Text of a token -> its kind; what is no fixed word is told by its first character."""

    def __missing__(self, text: str) -> str:
        if not text:
            return END
        first = text[0]
        if first in _ASCII_LETTERS or _IDENTIFIER.match(first):
            if text[-1] == "'":
                return STRING
            word = text.upper()
            return word if word in _KEYWORDS else NAME
        if first == "`":
            return NAME if len(text) > 2 and text[-1] == "`" else BAD
        if first == "'":
            return STRING if len(text) > 1 and text[-1] == "'" else BAD
        if first in "0123456789" or (first == "." and len(text) > 1):
            return NUMBER
        return BAD


_kind = _Kinds(
    {word: word for word in _KEYWORDS}
    | {word.lower(): word for word in _KEYWORDS}
    | {operator: operator for operator in _OPERATORS}
).__getitem__


class Tokens(NamedTuple):
    """Parallel lists; the last token is `END`. `starts` and `ends` are character offsets into `sql`."""

    sql: str
    kinds: list[str]
    texts: list[str]
    starts: list[int]
    ends: list[int]


def tokenize(sql: str) -> Tokens:
    """Never fails: what cannot be read is a `BAD` token, for the parser to name in its place. Words are
    those of Flink 2.2."""
    pieces = _CUT.findall(sql)
    offsets = list(accumulate(map(len, chain.from_iterable(pieces))))
    texts = [text for _, text in pieces]
    return Tokens(sql, list(map(_kind, texts)), texts, offsets[::2], offsets[1::2])


def as_read_by(tokens: Tokens, version: str) -> Tokens:
    """The same tokens to the eyes of another version of Flink, "1.20": not all of them reserve the same words."""
    other = _kinds_in(version)
    if not other:
        return tokens
    return tokens._replace(kinds=[other.get(kind, kind) for kind in tokens.kinds])


@cache
def _kinds_in(version: str) -> dict[str, str]:
    asked = ordered(version)
    names = {word: NAME for word, since in RESERVED_SINCE.items() if asked < since}
    reserved = {word: _SILENT for word, until in RESERVED_BEFORE.items() if asked < until}
    return names | reserved


def canonical_text(sql: str) -> str:
    """What of the query stays the same when only its formatting changes.

    No comments, one blank between tokens, reserved words in upper case, backticks only where a name needs them, no
    last semicolon. Names and literals keep their case, hints stay. What cannot be read stays as it is.
    """
    tokens = tokenize(sql)
    words = [_canonical(tokens, i) for i in range(len(tokens.kinds))]
    while words and words[-1] in {"", ";"}:
        words.pop()
    return " ".join(words)


def _canonical(tokens: Tokens, i: int) -> str:
    kind, text = tokens.kinds[i], tokens.texts[i]
    if kind in RESERVED:
        return kind
    if kind == STRING and i and tokens.kinds[i - 1] == STRING:
        # Strings are one when they stand on lines of their own.
        return f"\n{text}"
    if kind not in NAME_KINDS:
        return text
    if text[0] == "`":
        plain = text[1:-1]
        return plain if _PLAIN_NAME.fullmatch(plain) and plain.upper() not in _KEYWORDS else text
    return kind if kind in _ORDER_WORDS and _is_order_word(tokens, i) else text


def _is_order_word(tokens: Tokens, i: int) -> bool:
    """Whether DESC and the like stand behind an operand: elsewhere they may be names, whose case counts."""
    before, following = tokens.kinds[i - 1], tokens.kinds[i + 1]
    if tokens.kinds[i] in {"FIRST", "LAST"}:
        return before == "NULLS"
    return before in _OPERAND_ENDS and following in _AFTER_ORDER_WORD


_PLAIN_NAME = re.compile("[A-Za-z_][A-Za-z_0-9]*")
_ORDER_WORDS = frozenset({"ASC", "DESC", "NULLS", "FIRST", "LAST", "UNBOUNDED", "PRECEDING", "FOLLOWING"})
_OPERAND_ENDS = NAME_KINDS | {NUMBER, STRING, ")", "]", "END", "ROWS", "RANGE", "BETWEEN", "AND"}
_AFTER_ORDER_WORD = _ORDER_WORDS | {",", ")", ";", END, "AND", "ROWS", "RANGE", "LIMIT", "OFFSET", "FETCH"}
