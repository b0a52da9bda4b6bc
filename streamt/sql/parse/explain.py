"""From the token that does not fit to words a newcomer can act on."""

from __future__ import annotations

from streamt.sql.lexer import END, NAME, NAME_KINDS, NUMBER, STRING, Tokens
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.foreign import foreign_clause, foreign_operand, foreign_rest
from streamt.sql.parse.strays import STRAYS, error_at, never_closed, shown
from streamt.sql.words import RESERVED, words

QUERY_STARTS = frozenset({"SELECT", "WITH", "VALUES", "VALUE", "TABLE", "("})
_CLAUSES = words(
    """
    FROM WHERE GROUP HAVING WINDOW QUALIFY ORDER LIMIT OFFSET FETCH UNION INTERSECT EXCEPT ON USING JOIN
    """
)
_STATEMENTS = words(
    """
    INSERT UPSERT CREATE DROP ALTER SET RESET USE SHOW DESCRIBE DESC EXPLAIN DELETE UPDATE MERGE CALL
    EXECUTE BEGIN TRUNCATE COMPILE LOAD UNLOAD ADD REMOVE STOP ANALYZE
    """
)


def explain(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError:
    """The token at `i` is not `expected`."""
    kind = tokens.kinds[i]
    special = STRAYS.get(kind)
    error = foreign_clause(tokens, i, expected) or (special(tokens, i, expected) if special else None)
    if error is None and _ends_a_list(tokens, i):
        error = _trailing_comma(tokens, i)
    if error is None and kind in _CLAUSES and expected.endswith(")"):
        error = never_closed(tokens, i)
    if error is None and expected.startswith("SELECT"):
        error = _statement(tokens, i)
    return error or _found(tokens, i, expected)


def explain_name(tokens: Tokens, i: int, what: str) -> SqlSyntaxError:
    """An identifier was wanted at `i`."""
    if tokens.kinds[i] in RESERVED and not _ends_a_list(tokens, i):
        return _reserved(tokens, i, what)
    return explain(tokens, i, what)


def explain_operand(tokens: Tokens, i: int) -> SqlSyntaxError:
    """An expression was wanted at `i`."""
    kind = tokens.kinds[i]
    following = tokens.kinds[i + 1] if kind != END else END
    called = tokens.texts[i - 2].upper() if i > 1 and tokens.kinds[i - 1] == "(" else ""
    if called in _UNIT_FIRST and following == ",":
        return error_at(tokens, i - 2, f"Flink SQL has no function {called}(..)", _UNIT_FIRST[called])
    foreign = foreign_operand(tokens, i)
    if foreign is not None:
        return foreign
    if kind in _NAMES_OF_CLAUSES and following in _AFTER_NAME and not _ends_a_list(tokens, i):
        return _reserved(tokens, i, "an expression")
    if kind not in RESERVED or kind in _CLAUSES or _ends_a_list(tokens, i):
        return explain(tokens, i, "an expression")
    if following == "(" and kind not in _OPENERS:
        own = f"a function of your own with that name stands in backticks: `{tokens.texts[i]}`(..)"
        return error_at(
            tokens, i, f"Flink SQL has no function {tokens.texts[i].upper()}(..)", _INSTEAD.get(kind, own)
        )
    if following in _AFTER_NAME and not (
        kind == "END" and tokens.kinds[i - 1] in {"CASE", "WHEN", "THEN", "ELSE"}
    ):
        return _reserved(tokens, i, "an expression")
    return explain(tokens, i, "an expression")


def explain_rest(tokens: Tokens, i: int) -> SqlSyntaxError:
    """The query was complete before the token at `i`."""
    kind, before = tokens.kinds[i], tokens.kinds[i - 1]
    foreign = foreign_rest(tokens, i)
    if foreign is not None:
        return foreign
    if kind in _AFTER_FROM and not _has_from(tokens, i):
        return error_at(
            tokens, i, f"{kind} needs a FROM before it", "write FROM and the table, or leave it out"
        )
    if kind in _CLAUSES:
        return error_at(
            tokens, i, f"{kind} cannot stand here: the query before it is complete", _ORDER_OF_CLAUSES
        )
    if kind in _MISPLACED:
        return error_at(tokens, i, f"{kind} cannot stand here", _MISPLACED[kind])
    if kind in RESERVED and before in NAME_KINDS | {")", NUMBER, STRING}:
        quoted = f"as a name write `{tokens.texts[i]}`, in backticks: it is a reserved word"
        hint = quoted if tokens.kinds[i + 1] in _AFTER_NAME else None
        return error_at(tokens, i, f"found {kind}, expected an operator, a comma or the next clause", hint)
    if kind in NAME_KINDS | {NUMBER, STRING} and before in NAME_KINDS | {")", NUMBER, STRING}:
        return error_at(
            tokens,
            i,
            f"found {shown(tokens, i)}, expected an operator, a comma or the next clause",
            "is AND, OR, a comma or an operator missing before it?",
        )
    return explain(tokens, i, "the end of the query")


def explain_no_query(tokens: Tokens, i: int) -> SqlSyntaxError:
    """The text does not start as a query."""
    if tokens.kinds[i] == END:
        return SqlSyntaxError("there is no query", 0, len(tokens.sql), help="write SELECT .. FROM ..")
    return explain(tokens, i, "SELECT, WITH, VALUES or a query in parentheses")


_AFTER_NAME = frozenset({",", ".", ")", END, "AS", "FROM", "=", "<", ">", "<>", "<=", ">=", "+", "-", "*"})
_NAMES_OF_CLAUSES = words("GROUP ORDER LIMIT OFFSET WINDOW USING FETCH")
_OPENERS = words(
    "AND OR IN AS ANY ALL UNION OVER FILTER LIKE BETWEEN THEN ELSE CASE WHEN CUBE ROLLUP LATERAL UNNEST TABLE"
)
_AFTER_FROM = words("WHERE GROUP HAVING WINDOW QUALIFY JOIN")
_INSTEAD = {
    "DAY": "write DAYOFMONTH(..) or EXTRACT(DAY FROM ..)",
    "STRING_AGG": "write LISTAGG(..)",
    "GROUP_CONCAT": "write LISTAGG(..)",
    "SAFE_CAST": "write TRY_CAST(..)",
    "DATETIME": "write TO_TIMESTAMP(..)",
    "TIMESTAMP_DIFF": "write TIMESTAMPDIFF(unit, from, to)",
}
_UNIT_FIRST = {
    **dict.fromkeys(("DATEADD", "DATE_ADD"), "write TIMESTAMPADD(DAY, 1, time)"),
    **dict.fromkeys(("DATEDIFF", "DATE_DIFF", "TIMEDIFF"), "write TIMESTAMPDIFF(DAY, from, to)"),
    **dict.fromkeys(("DATE_TRUNC", "DATETRUNC"), "write FLOOR(time TO DAY)"),
    "DATE_PART": "write EXTRACT(HOUR FROM time)",
}
_MISPLACED = {
    "FOR": "FOR SYSTEM_TIME AS OF stands right after the name of a table, before its alias",
    "AT": "Flink SQL has no AT TIME ZONE: use CONVERT_TZ(..), or CAST to TIMESTAMP_LTZ",
    "INTO": "the query says what the rows are: the model says where they go",
    "TO": "an interval goes to a smaller unit of its kind: YEAR TO MONTH, DAY TO SECOND and between",
    "OUTER": "write LEFT, RIGHT or FULL OUTER JOIN",
    "/*+": "hints stand after SELECT, or after the name of a table and before its alias",
}
_ORDER_OF_CLAUSES = "the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT"


def _statement(tokens: Tokens, i: int) -> SqlSyntaxError | None:
    word = tokens.texts[i].upper()
    if word not in _STATEMENTS:
        return None
    return error_at(
        tokens,
        i,
        f"a model is one query, this is {word}",
        "write the SELECT alone: streamt writes the statement that creates the table or runs the query",
    )


def _has_from(tokens: Tokens, i: int) -> bool:
    """Whether FROM stands between `i` and the SELECT before it."""
    for kind in reversed(tokens.kinds[:i]):
        if kind in {"SELECT", "FROM", ")"}:
            return kind != "SELECT"
    return False


def _found(tokens: Tokens, i: int, expected: str) -> SqlSyntaxError:
    hint = None
    if tokens.kinds[i] == "FROM" and tokens.kinds[i - 1] in {"SELECT", "DISTINCT"}:
        hint = "write the columns, or * for all of them"
    elif i and tokens.kinds[i] == "SELECT" and "parentheses" not in expected and not expected.startswith("("):
        hint = "a query inside another stands in parentheses"
    elif i and "EXCEPT" in tokens.kinds[i - 2 : i] and "*" in tokens.kinds[i - 3 : i - 1]:
        hint = "Flink SQL has no * EXCEPT (..): list the columns"
    elif tokens.kinds[i + 1 : i + 3] == ["AS", "("] and tokens.kinds[i - 1] == ")":
        hint = "common tables are parted by a comma, and WITH is written once"
    elif i and tokens.kinds[i] == NAME and tokens.kinds[i - 1] == NAME:
        hint = f"is a comma missing after {shown(tokens, i - 1)}?"
    return error_at(tokens, i, f"found {shown(tokens, i)}, expected {expected}", hint)


def _ends_a_list(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.kinds[i - 1] == "," and tokens.kinds[i] in _CLAUSES | {")", "SELECT"}


def _reserved(tokens: Tokens, i: int, what: str) -> SqlSyntaxError:
    text = tokens.texts[i]
    message = f"{text} is a reserved word, it cannot be {what} as it stands"
    return error_at(tokens, i, message, f"to use it as a name, write `{text}`, in backticks")


def _trailing_comma(tokens: Tokens, i: int) -> SqlSyntaxError:
    message = f"there is a comma too many before {shown(tokens, i)}"
    return error_at(tokens, i - 1, message, "remove it, or add what is missing after it")
