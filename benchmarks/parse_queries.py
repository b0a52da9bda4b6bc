"""How long reading queries takes, beside sqlglot on the same text: `python benchmarks/parse_queries.py`.

Prints for each kind of query the best of several rounds, in milliseconds a query, and our time as a share of
sqlglot's. Where sqlglot's compiled extension is installed it is what sqlglot runs on; the first line says so.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version

from streamt.sql.parse import parse_query

_AGGREGATES = ("SUM", "MIN", "MAX", "AVG", "COUNT")


def join_query(rng: random.Random) -> str:
    columns = ",\n  ".join(f"{rng.choice('oc')}.col_{i} AS out_{i}" for i in range(rng.randint(5, 9)))
    return (
        f"SELECT\n  {columns},\n  CASE WHEN o.amount > {rng.randint(1, 99)} THEN 'high' ELSE 'low' END AS band\n"
        f"FROM orders_{rng.randint(1, 99)} AS o\nJOIN customers AS c ON o.customer_id = c.id AND c.active\n"
        f"LEFT JOIN regions r ON c.region_id = r.id\n"
        f"WHERE o.status <> 'void' AND o.amount BETWEEN {rng.randint(1, 9)} AND 1000 AND r.name IS NOT NULL"
    )


def aggregate_query(rng: random.Random) -> str:
    sums = ",\n  ".join(f"{rng.choice(_AGGREGATES)}(col_{i}) AS agg_{i}" for i in range(rng.randint(3, 6)))
    return (
        f"SELECT\n  customer_id,\n  UPPER(TRIM(country)) AS country,\n  {sums},\n"
        f"  COUNT(DISTINCT product_id) AS products,\n  COALESCE(SUM(amount) * 1.2 - SUM(discount), 0) AS net\n"
        f"FROM payments_{rng.randint(1, 99)}\nWHERE country IN ('DE', 'FR', 'IT') AND amount + fee > 10\n"
        f"GROUP BY customer_id, UPPER(TRIM(country))\nHAVING COUNT(*) > {rng.randint(1, 9)}"
    )


def nested_query(rng: random.Random) -> str:
    return (
        f"WITH recent AS (\n  SELECT id, user_id, amount, ts FROM events_{rng.randint(1, 99)} WHERE kind = 'buy'\n),\n"
        "ranked AS (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts DESC) AS rn FROM recent\n)\n"
        "SELECT r.user_id, r.amount, CAST(r.ts AS DATE) AS bought_on, u.name\n"
        f"FROM ranked r\nJOIN users u ON u.id = r.user_id\nWHERE r.rn <= {rng.randint(1, 5)} AND EXISTS (\n"
        "  SELECT 1 FROM accounts a WHERE a.user_id = r.user_id AND a.active\n)\n"
        "UNION ALL\nSELECT user_id, amount, bought_on, name FROM archive"
    )


def window_query(rng: random.Random) -> str:
    return (
        "SELECT window_start, window_end, sensor, AVG(reading) AS reading, COUNT(*) AS n\n"
        f"FROM TABLE(TUMBLE(TABLE readings_{rng.randint(1, 99)}, DESCRIPTOR(ts), INTERVAL '{rng.randint(1, 59)}' MINUTE))\n"
        "WHERE reading IS NOT NULL\nGROUP BY window_start, window_end, sensor"
    )


KINDS: tuple[tuple[str, Callable[[random.Random], str], bool], ...] = (
    ("joins", join_query, True),
    ("aggregates", aggregate_query, True),
    ("WITH, Top-N, UNION", nested_query, True),
    ("window functions (Flink only)", window_query, False),
)
"""Name, maker, and whether sqlglot's base dialect reads it."""


def best_of(rounds: int, parse: Callable[[str], object], queries: list[str]) -> float:
    """Seconds of the fastest round over all queries."""

    def once() -> float:
        start = time.perf_counter()
        for query in queries:
            parse(query)
        return time.perf_counter() - start

    return min(once() for _ in range(rounds))


def lines(count: int, rounds: int) -> Iterator[str]:
    import sqlglot

    rng = random.Random(20)
    ours_total = theirs_total = 0.0
    compiled = not str(sqlglot.parser.__file__).endswith(".py")
    how = "compiled" if compiled else "pure Python"
    yield f"{count} queries of each kind, best of {rounds}; sqlglot {version('sqlglot')}, {how}"
    for name, make, shared in KINDS:
        queries = [make(rng) for _ in range(count)]
        ours = best_of(rounds, parse_query, queries)
        line = f"{name:32} {ours / count * 1e3:7.3f} ms"
        if shared:
            theirs = best_of(rounds, sqlglot.parse_one, queries)
            ours_total, theirs_total = ours_total + ours, theirs_total + theirs
            line += f"   sqlglot {theirs / count * 1e3:7.3f} ms   ratio {ours / theirs:.2f}"
        yield line
    yield f"{'all that both read':32} {'':29}   ratio {ours_total / theirs_total:.2f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1150)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    for line in lines(chosen.count, chosen.rounds):
        print(line)


if __name__ == "__main__":
    main()
