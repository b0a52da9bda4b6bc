"""Our parser beside the planner's own: the same queries taken, the same operands grouped."""

from __future__ import annotations

import random
import shutil

import pytest

from streamt.sql.ast import Arithmetic, Between, Binary, Column, Expr, In, Is, Like, Literal, Logical, Unary
from streamt.sql.parse import parse_query
from tests.sql.parse.cases import all_cases
from tests.sql.parse.planner import trees
from tests.sql.parse.test_fuzz import QUERIES, error_of, mutated

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(not (shutil.which("java") and shutil.which("mvn")), reason="needs Java and Maven"),
]

REFUSED_LATER_BY_THE_PLANNER = (
    "SELECT 'a' 'b' FROM t",
    "SELECT /*+ OPTIONS('a' 'b') */ a FROM t",
    "SELECT DATE(a), TIME(a), TIMESTAMP(a), DATETIME(a), DATETIME '2020-01-01 00:00:00'",
    "SELECT EXISTS (a)",
    "SELECT NEW foo(1)",
    "SELECT NEXT VALUE FOR s, CURRENT VALUE FOR s",
    "SELECT TIMESTAMP_DIFF(a, b, DAY), DATE_DIFF(a, b, DAY), TIME_TRUNC(a, DAY), DATETIME_DIFF(a, b, DAY)",
    "SELECT TRIM()",
    "SELECT TRY_CAST(a AS INT), SAFE_CAST(a AS INT)",
    "SELECT UNIQUE (SELECT 1)",
    "SELECT a BETWEEN b OR c AND d",
    "SELECT a FORMAT JSON",
    "SELECT a FROM f(x ROW<a INT>)",
    "SELECT a FROM f(x y)",
    "SELECT a FROM t (b INT)",
    "SELECT a FROM t EXTEND (b INT)",
    "SELECT f(a PARTITION BY b)",
    "SELECT f(x).g(y)",
    "SELECT x'0' FROM t",
    "SELECT {fn ABS(1)}, {d '2020-01-01'}, {ts '2020-01-01 00:00:00'}, {fn CONVERT(a, SQL_INTEGER)}",
)
"""The grammar lets them pass and the validation does not, or they are of no use in a stream: we say so at once."""

TAKEN_BY_US = (
    "SELECT a BETWEEN b BETWEEN c AND d AND e",
    "SELECT a FROM t /*+ OPTIONS('a'='b'), X(a, 1), Y() */ AS u",
)
"""Mistakes nobody makes, which the rules would grow for."""


def test_the_cases_are_taken_and_refused_alike():
    cases = all_cases()
    differ = {
        case.sql
        for case, tree in zip(cases, trees([case.sql for case in cases]), strict=True)
        if (tree is not None) != case.expected.startswith("=>")
    }
    assert differ == set(REFUSED_LATER_BY_THE_PLANNER + TAKEN_BY_US)


def test_mutated_queries_are_taken_and_refused_alike():
    rng = random.Random(11)
    queries = [mutated(rng, rng.choice(QUERIES)) for _ in range(5000)]
    answers = trees(queries)
    differ = [
        sql
        for sql, tree in zip(queries, answers, strict=True)
        if (tree is None) != (error_of(sql) is not None)
    ]
    assert len(differ) <= 0.01 * len(queries), "\n".join(differ)
    assert sum(tree is not None for tree in answers) > 200


BINARY = ("+", "-", "*", "/", "%", "||", "=", "<>", "<", ">=", "AND", "OR", "AND", "OR", "IS DISTINCT FROM")
POSTFIX = ("IS NULL", "IS NOT NULL", "IS TRUE", "IS NOT FALSE")


def expression(rng: random.Random, depth: int = 0) -> str:
    """Operands and operators without a parenthesis too many: how they group is for the parser to say."""
    words = [operand(rng, depth)]
    for _ in range(rng.randint(0, 6)):
        kind = rng.random()
        if kind < 0.8:
            words += rng.choice(BINARY), operand(rng, depth)
        elif kind < 0.9:
            words.append(rng.choice(POSTFIX))
        elif kind < 0.95 and depth == 0:
            words += "BETWEEN", operand(rng, 2), "AND", operand(rng, 2), "AND", operand(rng, depth)
        elif depth == 0:
            words += (
                rng.choice(("LIKE", "NOT LIKE", "SIMILAR TO")),
                operand(rng, 2),
                "OR",
                operand(rng, depth),
            )
    return " ".join(words)


def operand(rng: random.Random, depth: int) -> str:
    prefix = "".join(rng.choice(("NOT ", "- ")) for _ in range(rng.random() < 0.15))
    if depth < 2 and rng.random() < 0.15:
        return f"{prefix}({expression(rng, depth + 1)})"
    return prefix + rng.choice(("a", "b", "t.c", "'s'", "(a IN (b, t.c))"))


def planner_tree(node: Expr) -> str:
    """Our tree as the planner writes its own."""
    match node:
        case Column():
            return ".".join(node.names)
        case Literal():
            return f"'{node.value}'"
        case Arithmetic():
            ops = node.ops
        case Logical():
            ops = (node.op,) * (len(node.args) - 1)
        case Unary():
            return f"({node.op} {planner_tree(node.value)})"
        case Binary():
            return f"({node.op} {planner_tree(node.left)} {planner_tree(node.right)})"
        case Is():
            return f"(IS {'NOT ' if node.negated else ''}{node.test} {planner_tree(node.value)})"
        case In():
            items = " ".join(map(planner_tree, node.items))
            return f"(IN {planner_tree(node.value)} [{items}])"
        case Like():
            op = f"NOT {node.op}" if node.negated else node.op
            return f"({op} {planner_tree(node.value)} {planner_tree(node.pattern)})"
        case Between():
            parts = " ".join(map(planner_tree, (node.value, node.low, node.high)))
            return f"(BETWEEN ASYMMETRIC {parts})"
        case _:
            raise AssertionError(node)
    tree = planner_tree(node.args[0])
    for op, arg in zip(ops, node.args[1:], strict=True):
        tree = f"({op} {tree} {planner_tree(arg)})"
    return tree


def test_operators_group_alike():
    rng = random.Random(5)
    queries = [f"SELECT {expression(rng)}" for _ in range(3000)]
    answers = trees(queries)
    read = [(sql, tree) for sql, tree in zip(queries, answers, strict=True) if tree is not None]
    assert len(read) > 0.95 * len(queries)
    differ = [
        f"{sql}\n  {planner_tree(parse_query(sql).body.items[0].value)}\n  {tree}"
        for sql, tree in read
        if f"(SELECT [] [{planner_tree(parse_query(sql).body.items[0].value)}] " not in tree
    ]
    assert len(differ) <= 0.01 * len(read), "\n".join(differ[:20])
