"""How long the analysis of SQL takes: python benchmarks/analyse_sql.py [--models 5000] [--profile]

Queries of the shapes models have (filters, joins, aggregates, windows, Top-N, common tables, unions) over generated
tables, each analysed whole: parse, names, types, lineage, changelog, state. Beside it, where sqlglot is installed:
the time it needs to parse the same texts.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib.util
import pstats
import random
import time
from collections.abc import Callable, Iterator

from streamt.coltypes import parse_type
from streamt.sql import Catalog, ColumnDef, TableDef, analyse_query
from streamt.sql.parse import parse_query

TYPES = ("BIGINT", "INT", "STRING", "DECIMAL(12, 2)", "DOUBLE", "BOOLEAN")
PARSE_ONLY_DIALECT = "trino"


def table(name: str, columns: int) -> TableDef:
    defs = [ColumnDef("id", parse_type("BIGINT"), False), ColumnDef("k", parse_type("STRING"))]
    defs += [ColumnDef(f"c{i}", parse_type(TYPES[i % len(TYPES)])) for i in range(columns)]
    defs.append(ColumnDef("ts", parse_type("TIMESTAMP(3)"), time="rowtime"))
    return TableDef(name, tuple(defs), event_time="ts")


def queries(count: int, tables: list[str], dice: random.Random) -> Iterator[str]:
    shapes = (projection, aggregate, join, window, top_n, common_tables, union)
    for number in range(count):
        a, b = dice.sample(tables, 2)
        yield shapes[number % len(shapes)](f"`{a}`", f"`{b}`", dice)


def projection(a: str, b: str, dice: random.Random) -> str:
    limit = dice.randrange(1000)
    return f"""SELECT id, k, c0 + c1 AS total, UPPER(c2) AS name, COALESCE(c3, 0) AS amount,
  CASE WHEN c0 > {limit} THEN 'high' WHEN c0 > {limit // 2} THEN 'mid' ELSE 'low' END AS grade, ts
FROM {a} WHERE c5 AND c0 IS NOT NULL AND k LIKE 'a%'"""


def aggregate(a: str, b: str, dice: random.Random) -> str:
    return f"""SELECT k, COUNT(*) AS n, SUM(c3) AS amount, AVG(c4) AS mean, MAX(ts) AS latest, COUNT(DISTINCT c2) AS kinds
FROM {a} WHERE c1 > {dice.randrange(100)} GROUP BY k HAVING COUNT(*) > 1"""


def join(a: str, b: str, dice: random.Random) -> str:
    return f"""SELECT x.id, x.k, x.c0, y.c3 AS price, x.c1 * y.c3 AS total, y.ts
FROM {a} AS x JOIN {b} AS y ON x.id = y.id AND x.ts BETWEEN y.ts - INTERVAL '1' HOUR AND y.ts + INTERVAL '5' MINUTE
WHERE x.c5 AND y.c3 > {dice.randrange(50)}"""


def window(a: str, b: str, dice: random.Random) -> str:
    return f"""SELECT window_start, window_end, k, SUM(c3) AS amount, COUNT(*) AS n, MIN(c0) AS low
FROM TABLE(TUMBLE(TABLE {a}, DESCRIPTOR(ts), INTERVAL '{dice.randrange(1, 30)}' MINUTE))
GROUP BY window_start, window_end, k"""


def top_n(a: str, b: str, dice: random.Random) -> str:
    return f"""SELECT id, k, c0, c3 FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY c3 DESC) AS rn FROM {a}
) WHERE rn <= {dice.randrange(1, 20)}"""


def common_tables(a: str, b: str, dice: random.Random) -> str:
    return f"""WITH recent AS (SELECT id, k, c0, c3, ts FROM {a} WHERE c0 > {dice.randrange(100)}),
totals AS (SELECT k, SUM(c3) AS amount, COUNT(*) AS n FROM recent GROUP BY k)
SELECT t.k, t.amount, t.n, b.c2, CAST(b.c4 AS DECIMAL(10, 2)) AS rate
FROM totals AS t LEFT JOIN {b} AS b ON t.k = b.k WHERE t.n > 3 OR b.c2 IS NULL"""


def union(a: str, b: str, dice: random.Random) -> str:
    return f"""SELECT id, k, c0 AS v, 'left' AS side FROM {a} WHERE c1 IN (1, 2, {dice.randrange(100)})
UNION ALL
SELECT id, k, c1 AS v, 'right' AS side FROM {b} WHERE k IN (SELECT k FROM {a})"""


def timed(run: Callable[[], None]) -> float:
    """Seconds of processor time: other work on the machine counts less."""
    started = time.process_time()
    run()
    return time.process_time() - started


def report(name: str, seconds: float, count: int) -> None:
    print(f"{name:<44} {seconds:7.2f} s  {1000 * seconds / count:6.3f} ms a query")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--models", type=int, default=5000)
    options.add_argument("--profile", action="store_true")
    chosen = options.parse_args()
    names = [f"source_{number}" for number in range(50)]
    catalog = Catalog({name: table(name, 12) for name in names})
    texts = list(queries(chosen.models, names, random.Random(1)))
    for text in texts[:50]:
        facts = analyse_query(text, catalog)
        if facts.problems:
            raise SystemExit(f"the benchmark's own query is refused: {facts.problems}\n{text}")
    if chosen.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [analyse_query(text, catalog) for text in texts])
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
        return
    count = len(texts)
    report("analysis, parse included", timed(lambda: [analyse_query(text, catalog) for text in texts] and None), count)
    report("parse alone", timed(lambda: [parse_query(text) for text in texts] and None), count)
    if importlib.util.find_spec("sqlglot") is not None:
        import sqlglot
        import sqlglot.parser

        readable = [text.replace("`", '"').replace("TABLE(TUMBLE(TABLE", "TABLE(TUMBLE(") for text in texts]
        how = "compiled" if sqlglot.parser.__file__.endswith((".so", ".pyd")) else "pure Python"
        seconds = timed(lambda: [sqlglot.parse_one(text, read=PARSE_ONLY_DIALECT) for text in readable] and None)
        report(f"sqlglot {sqlglot.__version__}, parse alone, {how}", seconds, count)


if __name__ == "__main__":
    main()
