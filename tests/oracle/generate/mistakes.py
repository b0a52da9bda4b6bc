"""What people get wrong, done to a good query."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.oracle.generate.scope import Draw

QUOTED = re.compile(r"`(\w+)`")
CALL = re.compile(r"\b([A-Z][A-Z_0-9]{2,})\(")
KEYWORDS = re.compile(r"\b(FROM|WHERE|GROUP BY|ON|AS|SELECT|BETWEEN|THEN|END)\b")
NOT_CALLS = frozenset(
    {"TABLE", "OVER", "UNNEST", "DESCRIPTOR", "DECIMAL", "VARCHAR", "CHAR", "TIMESTAMP", "TIMESTAMP_LTZ", "EXISTS", "TIME", "BINARY",
     "VARBINARY", "WHERE", "AND", "SELECT"}
)  # fmt: skip


def _replace_one(draw: Draw, query: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> str:
    found = [match for match in pattern.finditer(query) if match[1] not in NOT_CALLS]
    if not found:
        return query
    match = draw.one(found)
    return query[: match.start()] + new(match) + query[match.end() :]


def misspelt_name(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, QUOTED, lambda match: f"`{match[1]}x`")


def misspelt_function(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, CALL, lambda match: f"{match[1][:-1]}Q(")


def one_argument_more(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, CALL, lambda match: f"{match[1]}(DATE '2024-01-01', ")


def lost_keyword(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, KEYWORDS, lambda _: "")


def lost_bracket(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, re.compile(r"([()])"), lambda _: "")


def key_not_grouped(draw: Draw, query: str) -> str:
    return re.sub(r"GROUP BY t\d+\.`\w+`, ", "GROUP BY ", query, count=1)


def clash(draw: Draw, query: str) -> str:
    return _replace_one(draw, query, re.compile(r"(t\d+\.`\w+`)"), lambda match: f"({match[1]} + DATE '2024-01-01')")


MISTAKES = (misspelt_name, misspelt_function, one_argument_more, lost_keyword, lost_bracket, key_not_grouped, clash)


def spoiled(draw: Draw, query: str) -> str:
    return draw.one(MISTAKES)(draw, query)
