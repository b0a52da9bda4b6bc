"""Function calls: arguments, what may follow them, and the functions with a syntax of their own."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
import streamt.sql.parse.queries as queries
from streamt.sql.ast import (
    Call,
    CallOption,
    Column,
    Default,
    Descriptor,
    Expr,
    ModelArg,
    NamedArg,
    Row,
    SortKey,
    Star,
    Subquery,
    TableArg,
)
from streamt.sql.lexer import NAME_KINDS
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.names import names_in, path
from streamt.sql.parse.ordering import sort_key, sort_keys
from streamt.sql.parse.windows import window

_SUFFIXES = frozenset({"IGNORE", "RESPECT", "WITHIN", "FILTER", "OVER"})


def call(p: Cursor, written: tuple[str, ...], start: int) -> Expr:
    """A call whose name was read; the current token is its parenthesis."""
    name = written[0].upper() if len(written) == 1 else ".".join(written).upper()
    name_end = p.ends[p.i - 1]
    depth = p.deeper(1)
    p.i += 1
    kinds = p.kinds
    kind = kinds[p.i]
    quantifier = ""
    order_by: tuple[SortKey, ...] = ()
    nulls = ""
    args: tuple[Expr, ...] = ()
    if kind == ")":
        p.i += 1
    elif kind == "*" and kinds[p.i + 1] == ")":
        args = (Star(p.starts[p.i], p.ends[p.i], (), ()),)
        p.i += 2
    else:
        if kind == "DISTINCT" or kind == "ALL":
            quantifier = kind
            p.i += 1
        args = arguments(p)
        if name in _ORDERED_INSIDE:
            nulls = _null_treatment(p)
            order_by = sort_keys(p)
        p.expect(")", "an operator, a comma or )")
    p.depth = depth
    if name == "DESCRIPTOR":
        return _descriptor(p, start, name, written, name_end, args)
    made = Call(
        start, p.ends[p.i - 1], name, written, name_end, args, True, quantifier, order_by, (), None, nulls
    )
    return suffixed(p, made) if kinds[p.i] in _SUFFIXES else made


def arguments(p: Cursor) -> tuple[Expr, ...]:
    """One or more, up to the closing parenthesis, which stays."""
    kinds = p.kinds
    args: list[Expr] = []
    while True:
        if kinds[p.i + 1] == "=>":
            args.append(_named(p, first=not args))
        elif kinds[p.i] in _SPECIAL_ARGUMENTS:
            args.append(_special_argument(p, first=not args))
        elif args:
            args.append(expressions.expression(p))
        else:
            args.append(_first_argument(p))
        if kinds[p.i] != ",":
            return tuple(args)
        p.i += 1


def suffixed(p: Cursor, made: Call) -> Call:
    """What may follow the parenthesis: IGNORE NULLS, WITHIN GROUP, FILTER, OVER, in this order."""
    kinds = p.kinds
    nulls = made.nulls or _null_treatment(p)
    within: tuple[SortKey, ...] = ()
    condition = over = None
    options = made.options
    if kinds[p.i] == "WITHIN" and kinds[p.i + 1] == "DISTINCT":
        options += (_within_distinct(p),)
    if kinds[p.i] == "WITHIN":
        within = within_group(p)
    if p.accept("FILTER"):
        p.expect("(")
        p.expect("WHERE", "WHERE and the condition of the FILTER")
        condition = expressions.expression(p)
        p.expect(")", "an operator or )")
    if p.accept("OVER"):
        over = window(p)
    return made._replace(
        end=p.end(), nulls=nulls, within=within, filter=condition, over=over, options=options
    )


def _null_treatment(p: Cursor) -> str:
    kind = p.kinds[p.i]
    if kind in {"IGNORE", "RESPECT"} and p.kinds[p.i + 1] == "NULLS":
        p.i += 2
        return kind
    return ""


def _within_distinct(p: Cursor) -> CallOption:
    start = p.starts[p.i]
    p.i += 2
    opening = p.starts[p.i]
    p.expect("(")
    keys = expressions.expressions(p)
    p.expect(")", "a comma or )")
    return CallOption(start, p.end(), "WITHIN DISTINCT", "", Row(opening, p.end(), keys, False))


def within_group(p: Cursor) -> tuple[SortKey, ...]:
    p.i += 1
    p.expect("GROUP")
    p.expect("(")
    keys = sort_keys(p)
    if not keys:
        raise p.unexpected("ORDER BY")
    p.expect(")", "a comma or )")
    return keys


def _named(p: Cursor, first: bool) -> Expr:
    start = p.starts[p.i]
    name = p.name("the name of an argument")
    name_end = p.end()
    p.i += 1
    if p.kinds[p.i] in _SPECIAL_ARGUMENTS:
        value = _special_argument(p, first)
    else:
        value = _first_argument(p) if first else expressions.expression(p)
    return NamedArg(start, p.end(), name, name_end, value)


def _first_argument(p: Cursor) -> Expr:
    """The only one that may be a query with PARTITION BY or ORDER BY behind it."""
    start = p.starts[p.i]
    value = expressions.expression(p)
    if not isinstance(value, Subquery):
        return value
    if p.kinds[p.i] in queries.SET_OPERATORS:
        combined = queries.combined(p, value.query)
        value = Subquery(start, p.end(), combined)
    if p.kinds[p.i] in {"PARTITION", "ORDER"}:
        partition_by, order_by = _table_order(p)
        return TableArg(start, p.end(), value.query, partition_by, order_by)
    return value


def _special_argument(p: Cursor, first: bool) -> Expr:
    """DEFAULT, `TABLE t PARTITION BY ..`, `MODEL m`, or as the first a query without parentheses."""
    start = p.starts[p.i]
    if p.accept("DEFAULT"):
        return Default(start, p.end())
    if p.kinds[p.i] == "TABLE":
        query = queries.table_query(p)
        partition_by, order_by = _table_order(p)
        return TableArg(start, p.end(), query, partition_by, order_by)
    if p.kinds[p.i] == "MODEL":
        return _model(p) if p.kinds[p.i + 1] in NAME_KINDS else expressions.expression(p)
    if not first:
        raise p.unexpected("an expression: a query stands in parentheses here")
    query = queries.query(p)
    return Subquery(query.start, query.end, query)


def _model(p: Cursor) -> ModelArg:
    start = p.starts[p.i]
    p.i += 1
    names, at, _ = path(p, "a model")
    return ModelArg(start, p.end(), names, at)


def _table_order(p: Cursor) -> tuple[tuple[Expr, ...], tuple[SortKey, ...]]:
    partition_by: tuple[Expr, ...] = ()
    if p.accept("PARTITION"):
        p.expect("BY")
        names, at = names_in(p, "a column to partition by")
        partition_by = tuple(
            Column(at[2 * n], at[2 * n + 1], (name,), at[2 * n : 2 * n + 2]) for n, name in enumerate(names)
        )
    if p.kinds[p.i] != "ORDER":
        return partition_by, ()
    if p.kinds[p.i + 2] != "(":
        p.i += 1
        p.expect("BY")
        return partition_by, (sort_key(p),)
    p.i += 3
    keys = [sort_key(p)]
    while p.accept(","):
        keys.append(sort_key(p))
    p.expect(")", "a comma or )")
    return partition_by, tuple(keys)


def _descriptor(
    p: Cursor, start: int, name: str, written: tuple[str, ...], name_end: int, args: tuple[Expr, ...]
) -> Expr:
    """Its arguments are names of columns; anything else stays a call, for the binder to refuse."""
    end = p.end()
    columns = [arg for arg in args if isinstance(arg, Column) and len(arg.names) == 1]
    if len(columns) != len(args) or not args:
        return Call(start, end, name, written, name_end, args)
    at = tuple(offset for column in columns for offset in column.at)
    return Descriptor(start, end, tuple(column.names[0] for column in columns), at)


_ORDERED_INSIDE = frozenset({"ARRAY_AGG", "ARRAY_CONCAT_AGG"})
_SPECIAL_ARGUMENTS = frozenset({"DEFAULT", "TABLE", "MODEL", "SELECT", "WITH", "VALUES", "VALUE"})
