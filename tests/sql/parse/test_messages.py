"""What is said of the habits of other systems and of misspelt clauses: what Flink SQL has instead."""

from __future__ import annotations

import pytest

from streamt.sql.parse import parse_query as parse
from streamt.sql.parse.errors import SqlSyntaxError

SAID = [
    ("SELECT a FROM t GROUP BY window(ts, '10 minutes')", "window", "Flink SQL has no window(..): a window is a table in FROM", "FROM TABLE(TUMBLE("),
    ("SELECT UNNEST(items) FROM t", "UNNEST", "UNNEST yields rows: it stands in FROM", "CROSS JOIN UNNEST("),
    ("SELECT a FROM t FOR UPDATE", "FOR UPDATE", "Flink SQL has no FOR UPDATE", "leave it out"),
    ("SELECT a FROM t WHERE a <=> 1", "<=>", "Flink SQL has no <=>", "IS NOT DISTINCT FROM"),
    ("SELECT a ** 2 FROM t", "**", "Flink SQL has no **", "POWER("),
    ("SELECT a ^ 2 FROM t", "^", "Flink SQL has no ^", "POWER("),
    ("SELECT COUNT(DISTINCT *) FROM t", "*", "DISTINCT is asked of columns", "COUNT(*)"),
    ("SELECT DISTINCT ON (a) a FROM t", "ON", "Flink SQL has no DISTINCT ON", "ROW_NUMBER()"),
    ("SELECT * EXCLUDE (a) FROM t", "EXCLUDE", "Flink SQL has no * EXCLUDE (..)", "list the columns"),
    ("SELECT * EXCEPT (a) FROM t", "a", "found `a`, expected SELECT, VALUES, TABLE or a query in parentheses", "has no * EXCEPT (..)"),
    ("SELECT MAX(a) FROM t GROUP BY ALL", "ALL", "Flink SQL has no GROUP BY ALL", "list the columns"),
    ("SELECT a FROM t ORDER BY ALL", "ALL", "Flink SQL has no ORDER BY ALL", "list the columns"),
    ("SELECT a FROM t, u WHERE a = b(+)", "+", "Flink SQL has no (+)", "LEFT JOIN"),
    ("SELECT group FROM t", "group", "group is a reserved word, it cannot be an expression as it stands", "`group`"),
    ("SELECT a AS pay-id FROM t", "-", "- cannot stand in a name", "`pay-id`"),
    ("SELECT a FORM t", "FORM", "there is no FORM in SQL", "did you mean FROM?"),
    ("SELECT a FROM t WHER a = 1", "WHER", "there is no WHER in SQL", "did you mean WHERE?"),
    ("SELECT a FROM t o JION u ON TRUE", "JION", "there is no JION in SQL", "did you mean JOIN?"),
    ("SELECT CAST(a AS DATETIME) FROM t", "DATETIME", "Flink SQL has no type DATETIME", "TIMESTAMP(3)"),
    ("SELECT CAST(a AS VARCHAR(MAX)) FROM t", "MAX", "Flink SQL has no VARCHAR(MAX)", "STRING"),
    ("SELECT a FROM t # why", "#", "the character '#' means nothing in Flink SQL", "--"),
    ("SELECT a FROM orders.lines x y", "y", "found `y`, expected an operator, a comma or the next clause", "missing before it"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "place", "message", "help"), SAID)
def test_what_is_written_instead(sql: str, place: str, message: str, help: str) -> None:
    with pytest.raises(SqlSyntaxError) as error:
        parse(sql)
    assert (sql[error.value.start : error.value.end], error.value.message) == (place, message)
    assert help in (error.value.help or "")
