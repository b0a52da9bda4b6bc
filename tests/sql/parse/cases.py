"""Cases in files: blocks parted by empty lines, a query and then what comes of it.

    SELECT a FROM t
    => (select [a] source:(table t))

    SELECT a, FROM t
    !! 1:9 there is a comma too many before FROM [remove it, or add what is missing after it]

`python -m tests.sql.parse.cases` writes anew what comes of each query: read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from streamt.sql.parse import SqlSyntaxError, parse_query
from tests.sql.parse.sexpr import sexpr

FOLDER = Path(__file__).parent / "cases"


class ParseCase(NamedTuple):
    file: str
    line: int
    sql: str
    expected: str


def cases_of(path: Path) -> Iterator[ParseCase]:
    line = 1
    for block in path.read_text(encoding="utf-8").rstrip("\n").split("\n\n"):
        rows = block.split("\n")
        at = next((n for n, row in enumerate(rows) if row.startswith(("=> ", "!! "))), len(rows))
        yield ParseCase(path.stem, line, "\n".join(rows[:at]), "\n".join(rows[at:]))
        line += len(rows) + 1


def all_cases() -> list[ParseCase]:
    return [case for path in sorted(FOLDER.glob("*.sql")) for case in cases_of(path)]


def outcome(sql: str) -> str:
    """The line that belongs under the query."""
    try:
        return f"=> {sexpr(parse_query(sql))}"
    except SqlSyntaxError as error:
        before = sql[: error.start]
        place = f"{before.count(chr(10)) + 1}:{error.start - before.rfind(chr(10))}"
        help = f" [{error.help}]" if error.help else ""
        return f"!! {place} {error.message}{help}"


def main() -> None:
    for path in sorted(FOLDER.glob("*.sql")):
        blocks = [f"{case.sql}\n{outcome(case.sql)}" for case in cases_of(path)]
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
