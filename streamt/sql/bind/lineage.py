"""From the columns an expression names to the origins of its value."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from streamt.sql import ast
from streamt.sql.bind.context import AGGREGATE, IDENTITY, TRANSFORM, Binding, Env, Fragile
from streamt.sql.bind.folded import left_after_folding
from streamt.sql.bind.nulls import computes_null
from streamt.sql.bind.terms import Column, ConstantMark
from streamt.sql.facts import Influence, Origin
from streamt.sql.functions import Arg

RANK = {IDENTITY: 0, TRANSFORM: 1, AGGREGATE: 2}
Refs = Iterable[tuple[Column, str]]


@lru_cache(maxsize=8192)
def through(origins: tuple[Origin, ...], kind: str) -> tuple[Origin, ...]:
    """The origins after one more step; a kind is never weakened."""
    rank = RANK[kind]
    return tuple(o if RANK[o.kind] >= rank else o._replace(kind=kind) for o in origins)


def merged(parts: list[tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """The strongest kind of each origin, sorted."""
    if len(parts) == 1:
        return parts[0]
    best: dict[tuple[str, str], Origin] = {}
    for part in parts:
        for origin in part:
            key = origin[:2]
            known = best.get(key)
            if known is None or RANK[origin.kind] > RANK[known.kind]:
                best[key] = origin
    return tuple(sorted(best.values()))


def origins_of(refs: Refs) -> tuple[Origin, ...]:
    parts = [through(column.origins, kind or TRANSFORM) for column, kind in refs if column.origins]
    return merged(parts) if parts else ()


def influences_of(env_own: dict[Influence, None], refs: Refs) -> tuple[Influence, ...]:
    """What decides on a value: its own keys and filters, and those of the columns it is made of."""
    found = dict(env_own)
    for column, _ in refs:
        for influence in column.influences:
            found[influence] = None
    return tuple(found)


def constant(refs: Refs) -> bool:
    """Whether what is made of these columns is the same in every row."""
    return all(type(column.mark) is ConstantMark for column, _ in refs)


def _computed_alone(b: Binding, env: Env, node: ast.Expr | None) -> list[Fragile]:
    """The quotients that are a whole expression, cast or not, or what an aggregate is called with."""
    parts = node.args if type(node) is ast.Call and id(node) in b.owners else (node,)
    found = []
    for part in parts:
        while type(part) is ast.Cast:
            part = part.value
        if id(part) in env.fragile:
            found.append(env.fragile[id(part)])
    return found


def _never_folded(node: ast.Expr | None) -> bool:
    return type(node) is ast.Call and node.name in ("JSON_ARRAY", "JSON_OBJECT")


def made(b: Binding, env: Env, node: ast.Expr | None, name: str, arg: Arg, calls_before: int, fold: bool = False) -> Column:
    """The output column of an expression just bound with fresh `env.refs`; `fold`: the planner folds it here."""
    if env.plain_at is node and env.plain is not None:
        column = env.plain
        return column if column.name == name else column._replace(name=name)
    mark = None
    new = b.new_id()
    refs = left_after_folding(b, env, (node,), env.refs) if fold and node is not None else env.refs
    b.made_of[new] = (*(column.id for column, _ in env.refs), *env.filtering)
    env.filtering = []
    if env.fragile:
        b.fragile[new] = _computed_alone(b, env, node)
        env.fragile = {}
    if len(b.gathered.calls) == calls_before and node is not None:
        b.written[new] = node
    if arg.value is None or (constant(refs) and not _never_folded(node) and not env.dynamic and not env.aggregates and len(b.gathered.calls) == calls_before):
        mark = ConstantMark(None if arg.type.nullable and node is not None and computes_null(b, node) else arg.value)
    env.dynamic = False
    influences = influences_of(env.influences, refs)
    source = env.cast if env.cast_at is node else 0
    return Column(name, arg.type, new, origins_of(refs), None, arg.time, mark, influences, source)
