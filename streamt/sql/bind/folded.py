"""Which of the columns that an expression names its value can depend on, once the planner has folded it.

The expression was just bound: `env.args` has the type of each of its parts, `env.columns` the columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamt.coltypes import BOOLEAN, UNKNOWN
from streamt.sql import ast
from streamt.sql.ast.walk import walk
from streamt.sql.bind.context import IDENTITY, Binding, Env
from streamt.sql.bind.logic import is_test
from streamt.sql.bind.terms import Column
from streamt.sql.folding import Term, columns_of, folded, holds, literal
from streamt.sql.folding.term import ARITHMETIC, COMPARED, NOTHING, TESTS, condition
from streamt.sql.functions import Arg, resolve
from streamt.sql.functions.model import NOT_LITERAL

Refs = list[tuple[Column, str]]
Build = Callable[[Binding, Env, Any], Term]
UNKNOWN_ARG = Arg(UNKNOWN)
NAMES = {"CEILING": "CEIL"}


def left_after_folding(b: Binding, env: Env, nodes: tuple[ast.Expr, ...], refs: Refs, unknown: bool | None = None) -> Refs:
    """The references that still count; `unknown` is what NULL counts as."""
    if not env.folds:
        return refs
    terms = [folded(term_of(b, env, node), unknown) for node in nodes]
    left = {id for term in terms for id in columns_of(term)}
    same = len(terms) == 1 and terms[0].op == "COLUMN" and terms[0].type == _type(env, nodes[0]) and not is_test(nodes[0])
    return [(column, kind or (IDENTITY if same else "")) for column, kind in refs if column.id in left]


def deciding(b: Binding, env: Env, node: ast.Expr, clause: str) -> set[int] | None:
    """Ids of the columns that decide on rows under this condition, None for all that it names.

    WHERE is taken as it is written, but for a condition that is always met; others are folded.
    """
    if clause == "WHERE":
        return set() if type(node) in (ast.Is, ast.Unary) and holds(term_of(b, env, node)) else None
    return set(columns_of(folded(term_of(b, env, node), False)))


def term_of(b: Binding, env: Env, node: ast.Expr) -> Term:
    named = env.columns.get(id(node))
    arg = env.args.get(id(node), UNKNOWN_ARG)
    if named is not None:
        column, fields = named
        # a column may come twice, and which of the two was meant is seen only by its name
        return Term("FIELD" if fields else "COLUMN", (), arg.type, (column.id, column.name, fields), frozenset((column.id,)))
    if arg.literal is not NOT_LITERAL and not isinstance(arg.literal, tuple):
        return literal(arg.literal, arg.type)
    build = TERMS.get(type(node), _opaque)
    return build(b, env, node)


def _opaque(b: Binding, env: Env, node: Any) -> Term:
    """What the planner does not look into here: aggregates, OVER, subqueries."""
    ids: set[int] = set()
    for part in walk(node):
        ids |= env.within.get(id(part), frozenset())
        if id(part) in env.columns:
            ids.add(env.columns[id(part)][0].id)
    return Term("OPAQUE", (), _type(env, node), (id(node),), frozenset(ids))


def _type(env: Env, node: ast.Expr) -> Any:
    return env.args.get(id(node), UNKNOWN_ARG).type


def _terms(b: Binding, env: Env, nodes: tuple[ast.Expr, ...]) -> tuple[Term, ...]:
    return tuple(term_of(b, env, node) for node in nodes)


def _parts(name: str, b: Binding, env: Env, node: Any, parts: tuple[ast.Expr, ...], value: object = None) -> Term:
    return Term(name, _terms(b, env, parts), _type(env, node), value)


def _arithmetic(b: Binding, env: Env, node: ast.Arithmetic) -> Term:
    name = ARITHMETIC if set(node.ops) <= set("+-*/") else "CHAIN"
    return _parts(name, b, env, node, node.args, "".join(node.ops))


def _logical(b: Binding, env: Env, node: ast.Logical) -> Term:
    return condition(node.op, *_terms(b, env, node.args))


def _unary(b: Binding, env: Env, node: ast.Unary) -> Term:
    if node.op == "NOT":
        return condition("NOT", term_of(b, env, node.value))
    return term_of(b, env, node.value) if node.op != "-" else _parts(node.op, b, env, node, (node.value,))


def _binary(b: Binding, env: Env, node: ast.Binary) -> Term:
    left, right = _terms(b, env, (node.left, node.right))
    op = node.op
    if op.endswith("DISTINCT FROM") and not left.type.nullable and not right.type.nullable:
        op = "=" if op.startswith("IS NOT") else "<>"
    if op not in COMPARED:
        return Term(op, (left, right), _type(env, node))
    lefts, rights = _fields(left), _fields(right)
    if op == "=" and lefts and len(lefts) == len(rights):
        return condition("AND", *(condition(op, *pair) for pair in zip(lefts, rights, strict=True)))
    return condition(op, left, right)


def _fields(term: Term) -> tuple[Term, ...]:
    """The fields of ROW(..), cast or not: rows are compared field by field."""
    if term.op == "CAST" and term.type.kind == "ROW":
        inner = _fields(term.args[0])
        if len(inner) != len(term.type.children):
            return ()
        pairs = zip(inner, term.type.children, strict=True)
        return tuple(Term("CAST", (field,), type.with_nullable(field.type.nullable)) for field, type in pairs)
    return term.args if term.op == "Row" else ()


def _is(b: Binding, env: Env, node: ast.Is) -> Term:
    test = "NULL" if node.test == "UNKNOWN" else node.test
    name = f"IS NOT {test}" if node.negated else f"IS {test}"
    if name in TESTS:
        return condition(name, term_of(b, env, node.value))
    return _parts(name, b, env, node, (node.value,))


def _between(b: Binding, env: Env, node: ast.Between) -> Term:
    value, low, high = _terms(b, env, (node.value, node.low, node.high))
    if node.symmetric:
        return Term("BETWEEN SYMMETRIC", (value, low, high), _type(env, node), node.negated)
    return _negated(node.negated, condition("AND", condition(">=", value, low), condition("<=", value, high)))


def _like(b: Binding, env: Env, node: ast.Like) -> Term:
    parts = (node.value, node.pattern) if node.escape is None else (node.value, node.pattern, node.escape)
    term = Term(node.op, _terms(b, env, parts), BOOLEAN.with_nullable(_type(env, node).nullable))
    pattern = term.args[1].value
    if node.op == "LIKE" and isinstance(pattern, str) and pattern and not pattern.strip("%"):
        term = condition("=", term.args[0], term.args[0])
    return _negated(node.negated, term)


def _in(b: Binding, env: Env, node: ast.In) -> Term:
    if node.query is not None:
        return _opaque(b, env, node)
    value = term_of(b, env, node.value)
    return _negated(node.negated, condition("OR", *(condition("=", value, item) for item in _terms(b, env, node.items))))


def _negated(negated: bool, term: Term) -> Term:
    return condition("NOT", term) if negated else term


def _case(b: Binding, env: Env, node: ast.Case) -> Term:
    operand = None if node.operand is None else term_of(b, env, node.operand)
    args: list[Term] = []
    for when in node.whens:
        tests = _terms(b, env, when.tests)
        args.append(tests[0] if operand is None else _one_of(operand, tests))
        args.append(term_of(b, env, when.result))
    args.append(NOTHING if node.otherwise is None else term_of(b, env, node.otherwise))
    return Term("CASE", _in_one_type(args, _type(env, node)), _type(env, node))


def _one_of(operand: Term, tests: tuple[Term, ...]) -> Term:
    equal = [condition("=", operand, test) for test in tests]
    return equal[0] if len(equal) == 1 else condition("OR", *equal)


def _in_one_type(args: list[Term], type: Any) -> tuple[Term, ...]:
    """The values of a CASE are cast to its type."""
    return tuple(
        arg if number % 2 == 0 and number + 1 < len(args) else Term("CAST", (arg,), type.with_nullable(arg.type.nullable))
        for number, arg in enumerate(args)
    )


def _cast(b: Binding, env: Env, node: ast.Cast) -> Term:
    return _parts("CAST", b, env, node, (node.value,), node.safe or None)


def _items(b: Binding, env: Env, node: ast.Row | ast.Collection) -> Term:
    return _parts(type(node).__name__, b, env, node, node.items)


def _item(b: Binding, env: Env, node: ast.Item) -> Term:
    return _parts("ITEM", b, env, node, (node.base, node.key))


def _field(b: Binding, env: Env, node: ast.Field) -> Term:
    return _parts("FIELD", b, env, node, (node.base,), node.name)


def _call(b: Binding, env: Env, node: ast.Call) -> Term:
    function = resolve(node.name, b.catalog.version) or b.declared(node.name)
    if function is None or function.kind != "scalar" or node.over is not None:
        return _opaque(b, env, node)
    values = [option.value for option in node.options if option.value is not None and not isinstance(option.value, ast.TypeName)]
    args = _terms(b, env, (*(item for item in node.args if type(item) is not ast.Star), *values))
    result = _type(env, node)
    if node.name == "NULLIF" and len(args) == 2:
        return Term("CASE", (condition("=", *args), literal(None, result), args[0]), result)
    return Term(NAMES.get(node.name, node.name), args, result, None, frozenset(), function.determinism == "deterministic")


TERMS: dict[type, Build] = {
    ast.Arithmetic: _arithmetic, ast.Logical: _logical, ast.Unary: _unary, ast.Binary: _binary, ast.Is: _is, ast.Between: _between,
    ast.Like: _like, ast.In: _in, ast.Case: _case, ast.Cast: _cast, ast.Row: _items, ast.Collection: _items, ast.Item: _item,
    ast.Field: _field, ast.Call: _call,
}  # fmt: skip
