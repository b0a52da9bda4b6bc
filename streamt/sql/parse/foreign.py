"""What other systems write, and misspelt clauses: what Flink SQL has instead."""

from __future__ import annotations

import difflib

from streamt.sql.lexer import END, NAME, NUMBER, STRING, Tokens
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.strays import error_at

_NUMBERED = "number the rows of each key: ROW_NUMBER() OVER (PARTITION BY key ORDER BY ..), and filter outside"
_CLAUSE_WORDS = ("FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "JOIN", "INNER", "CROSS")


def foreign_operand(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    """The token at `i` stands where an expression was wanted."""
    kinds = tokens.kinds
    kind, before = kinds[i], kinds[i - 1]
    following = kinds[i + 1] if kind != END else END
    if kind == ">" and before == "-" and STRING in kinds[i + 1 : i + 3]:
        return error_at(tokens, i, "Flink SQL has no ->", "write JSON_VALUE(document, '$.field')")
    if kind == "WINDOW" and following == "(":
        return error_at(tokens, i, "Flink SQL has no window(..): a window is a table in FROM", _TUMBLE)
    if kind == "UNNEST" and following == "(":
        return error_at(tokens, i, "UNNEST yields rows: it stands in FROM", "FROM t CROSS JOIN UNNEST(t.items) AS i (item)")
    if kind == "*" and before == "DISTINCT":
        return error_at(tokens, i, "DISTINCT is asked of columns", "COUNT(DISTINCT id) counts the values of a column, COUNT(*) the rows")
    if kind == "*" and before == "*":
        return _both(tokens, i, "Flink SQL has no **", "write POWER(value, exponent)")
    if kind == ">" and before == "<=":
        return _both(tokens, i, "Flink SQL has no <=>", "write a IS NOT DISTINCT FROM b")
    if kind == "ON" and before == "DISTINCT":
        return error_at(tokens, i, "Flink SQL has no DISTINCT ON", _NUMBERED)
    if kind == ")" and kinds[i - 2 : i] == ["(", "+"]:
        return error_at(tokens, i - 1, "Flink SQL has no (+)", "write LEFT JOIN .. ON ..")
    if (kind in ("ALL", END)) and before in ("BY", "ALL"):
        return _by_all(tokens, i)
    return None


def foreign_rest(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    """The token at `i` stands behind a query that is complete without it."""
    word = tokens.texts[i].upper()
    kinds = tokens.kinds
    if word == "EMIT":
        return error_at(tokens, i, "Flink SQL has no EMIT: a query over a stream always gives its changes", "leave it out")
    if word == "ASOF":
        return error_at(tokens, i, "Flink SQL has no ASOF JOIN", "join the version of a time: LEFT JOIN prices FOR SYSTEM_TIME AS OF t.event_time AS p ON t.id = p.id")
    if word == "BY" and kinds[i - 2] == "LIMIT":
        return error_at(tokens, i, "Flink SQL has no LIMIT .. BY", _NUMBERED)
    if kinds[i] == NUMBER and tokens.texts[i - 1].upper() == "TOP" and kinds[i - 2] == "SELECT":
        return SqlSyntaxError("Flink SQL has no TOP", tokens.starts[i - 1], tokens.ends[i], help=f"end the query with LIMIT {tokens.texts[i]}")
    if word == "^":
        return error_at(tokens, i, "Flink SQL has no ^", "write POWER(value, exponent)")
    if word == "(" and kinds[i - 2] == "*" and tokens.texts[i - 1].upper() in ("EXCLUDE", "REPLACE", "RENAME"):
        return error_at(tokens, i - 1, f"Flink SQL has no * {tokens.texts[i - 1].upper()} (..)", "list the columns")
    if word == "-" and kinds[i - 2] == "AS" and kinds[i + 1] == NAME:
        name = f"{tokens.texts[i - 1]}-{tokens.texts[i + 1]}"
        return error_at(tokens, i, "- cannot stand in a name", f"write `{name}`, in backticks, or {name.replace('-', '_')}")
    return _misspelt(tokens, i)


def foreign_clause(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError | None:
    """The token at `i` is not `expected`."""
    word = tokens.texts[i].upper()
    if expected == "SYSTEM_TIME AS OF" and word in ("UPDATE", "SHARE"):
        return _both(tokens, i, f"Flink SQL has no FOR {word}", "leave it out: a query over a stream locks nothing")
    if expected == "a length" and word == "MAX":
        return error_at(tokens, i, "Flink SQL has no VARCHAR(MAX)", "write STRING, or BYTES for binary data")
    if expected == "a data type" and word == "DATETIME":
        return error_at(tokens, i, "Flink SQL has no type DATETIME", "write TIMESTAMP(3)")
    return None


_TUMBLE = "FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(time), INTERVAL '10' MINUTE)) GROUP BY window_start, window_end"


def _both(tokens: Tokens, i: int, message: str, help: str) -> SqlSyntaxError:
    """At the token and the one before it."""
    return SqlSyntaxError(message, tokens.starts[i - 1], tokens.ends[i], help=help)


def _by_all(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    at = i if tokens.kinds[i] == "ALL" else i - 1
    if at < 2 or tokens.kinds[at - 1] != "BY" or tokens.kinds[at - 2] not in ("GROUP", "ORDER"):
        return None
    return error_at(tokens, at, f"Flink SQL has no {tokens.kinds[at - 2]} BY ALL", "list the columns")


def _misspelt(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    """`FORM orders`, `orders WHER id = 1`: the word was taken for a name."""
    if tokens.kinds[i] not in (NAME, NUMBER, STRING, "("):
        return None
    for at in (i - 1, i):
        word = tokens.texts[at].upper()
        if tokens.kinds[at] != NAME or not word.isalpha() or tokens.kinds[at - 1] in ("AS", "FROM", "JOIN", ",", "."):
            continue
        meant = difflib.get_close_matches(word[:20], _CLAUSE_WORDS, 1, 0.74)
        if meant and abs(len(word) - len(meant[0])) <= 1 and word != meant[0] + "S":
            return error_at(tokens, at, f"there is no {word} in SQL", f"did you mean {meant[0]}?")
    return None
