"""`generate`: random typed queries over random schemas, as JSON lines; the same seed gives the same queries.

A query is a source (tables, joins, windows) under one to three steps (projection, aggregate, OVER, Top-N, set operation), so that
the median has more than three operators; every built-in function is called in turn; some queries are spoiled on purpose.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tests.oracle.corpus import Case, as_json
from tests.oracle.generate.expressions import Calls
from tests.oracle.generate.mistakes import spoiled
from tests.oracle.generate.schemas import Schema, schema
from tests.oracle.generate.scope import Draw, Select, derived
from tests.oracle.generate.sources import relation
from tests.oracle.generate.stages import stage

QUERIES_PER_SCHEMA = 25
WRONG = 0.12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=1000)


def run(arguments: argparse.Namespace) -> int:
    for case in cases(arguments.seed, arguments.count):
        print(as_json(case))
    return 0


def cases(seed: int, count: int) -> Iterator[Case]:
    calls = Calls(seed)
    for number in range(count):
        if number % QUERIES_PER_SCHEMA == 0:
            tables = schema(Draw(f"{seed} schema {number}"))
            statements = tables.statements
        draw = Draw(f"{seed} query {number}")
        query, feature = random_query(draw, tables, calls)
        yield Case(f"r{seed}.{number}", feature, query, statements)


def random_query(draw: Draw, tables: Schema, calls: Calls) -> tuple[str, str]:
    select = _steps(draw, tables, calls)
    text = select.text
    if draw.chance(0.08):
        text = f"SELECT * FROM ({text}) LIMIT {draw.number(1, 100)}"
    if draw.chance(WRONG):
        return spoiled(draw, text), "random_wrong"
    return text, "random"


def _steps(draw: Draw, tables: Schema, calls: Calls) -> Select:
    select = stage(draw, relation(draw, tables), tables, calls)
    for _ in range(draw.one((1, 1, 1, 2))):
        if draw.chance(0.2):
            select = _named(draw, select, tables, calls)
        else:
            select = stage(draw, derived(draw, select), tables, calls)
    return select


def _named(draw: Draw, select: Select, tables: Schema, calls: Calls) -> Select:
    """The query so far as a common table expression."""
    name = f"with_{draw.alias()}"
    below = derived(draw, select)
    alias = below.text.rpartition(" AS ")[2]
    above = stage(draw, type(below)(f"{name} AS {alias}", below.fields, below.append), tables, calls)
    return Select(f"WITH {name} AS ({select.text}) {above.text}", above.fields, above.append)
