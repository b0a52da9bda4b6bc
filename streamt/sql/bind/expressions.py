"""The type of every expression, and on the way each column it names: one pass, dispatched on the kind of node.

`expression` yields an `Arg` (type, literal, time attribute); names go to `env.refs`. After a report the type is UNKNOWN,
and what is built on UNKNOWN is silent.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from streamt.coltypes import (
    BOOLEAN,
    NULL,
    UNKNOWN,
    DataType,
    LiteralKind,
    TypeSyntaxError,
    as_column,
    implicitly_castable,
    interval,
    literal_type,
    parse_type,
)
from streamt.sql import ast
from streamt.sql.bind.context import Binding, Env, shown
from streamt.sql.bind.intervals import readable
from streamt.sql.bind.scope import field_of, resolve_path
from streamt.sql.facts import ColumnUse
from streamt.sql.functions import Arg, resolve, symbol

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Column
    from streamt.sql.functions import CallProblem, Function

KEEPS_TIME = frozenset({"+", "-", "COALESCE", "CASE", "IFNULL", "FLOOR", "CEIL", "MIN", "MAX", "FIRST_VALUE", "LAST_VALUE", "LAG", "LEAD"})
INTERVAL_UNITS = {"WEEK": "DAY", "QUARTER": "MONTH", "MILLISECOND": "SECOND"}
TIME_KINDS = frozenset({"TIMESTAMP", "TIMESTAMP_LTZ"})

Bind = Callable[[Binding, Env, Any], Arg]


@lru_cache(maxsize=4096)
def plain(type: DataType) -> Arg:
    return Arg(type)


UNKNOWN_ARG = plain(UNKNOWN)
BOOLEAN_ARG = plain(BOOLEAN)
NULL_ARG = Arg(NULL, literal=None)
LITERALS: dict[str, LiteralKind] = {
    "STRING": "string", "BINARY": "binary", "BOOLEAN": "boolean", "NULL": "null",
    "DATE": "date", "TIME": "time", "TIMESTAMP": "timestamp",
}  # fmt: skip


@lru_cache(maxsize=1024)
def operator(name: str, version: str) -> Function:
    found = resolve(name, version)
    if found is None:
        raise LookupError(f"no operator {name}")
    return found


def expression(b: Binding, env: Env, node: ast.Expr) -> Arg:
    if env.keys is not None and not env.inside:
        key = grouped_expression(b, env, node)
        if key is not None:
            env.names(key, node)
            return column_arg(key)
    return BINDERS[type(node)](b, env, node)


def grouped_expression(b: Binding, env: Env, node: ast.Expr) -> Column | None:
    """The GROUP BY expression that this one repeats."""
    kind = type(node)
    if env.keys is None or kind is ast.Literal:
        return None
    return env.keys.get(shape(b, env, node))


def shape(b: Binding, env: Env, node: Any) -> object:
    """The expression without its place and with columns for names: equal shapes are the same expression."""
    if type(node) is ast.Column:
        probe = Binding(b.catalog)
        found = resolve_path(probe, env.scope, node.names, 0, 0)
        return ("column", found.column.id, found.fields) if found is not None else node.names
    if isinstance(node, tuple):
        if type(node) is tuple:
            return tuple(shape(b, env, item) for item in node)
        fields = getattr(node, "_fields", ())
        parts = (shape(b, env, value) for name, value in zip(fields, node, strict=True) if name not in PLACES)
        return (type(node).__name__, *parts)
    return node


PLACES = frozenset({"start", "end", "at", "name_end", "name_start", "alias_start", "written"})


def without_place(node: Any) -> object:
    """The tree as it is written, wherever it stands."""
    if not isinstance(node, tuple):
        return node
    if type(node) is tuple:
        return tuple(without_place(item) for item in node)
    fields = zip(getattr(node, "_fields", ()), node, strict=True)
    return (type(node).__name__, *(without_place(value) for name, value in fields if name not in PLACES))


def column_arg(column: Column) -> Arg:
    return Arg(column.type, time=column.shown) if column.shown else plain(column.type)


def _column(b: Binding, env: Env, node: ast.Column) -> Arg:
    found = resolve_path(b, env.scope, node.names, node.start, node.end)
    if found is None:
        return UNKNOWN_ARG
    column = found.column
    origins = column.origins
    if len(origins) == 1 and origins[0][2] == "identity":
        b.gathered.columns.append(ColumnUse(origins[0][0], origins[0][1], node.start, node.end))
    if found.outer:
        env.outer = max(env.outer, found.outer)
        if env.clause != "WHERE":
            b.elsewhere.append((env.clause, node.start, node.end))
    if env.grouped is not None and not env.inside:
        key = env.grouped.get(column.id)
        if key is None:
            report_not_grouped(b, env, node)
            return UNKNOWN_ARG
        column = key
    elif env.aggregates is not None and not env.inside:
        env.ungrouped.append((column, node.start, node.end))
    env.names(column, None if found.fields else node)
    if found.fields:
        return _fields(b, column.type, found.fields, node)
    return column_arg(column)


def report_not_grouped(b: Binding, env: Env, node: ast.Column) -> None:
    name = node.names[-1]
    b.report(
        "not_grouped",
        f"`{name}` is neither in GROUP BY nor inside an aggregate",
        node.start,
        node.end,
        got=name,
        help=f"add it to GROUP BY, or say which of the group's values is meant: MAX(`{name}`), LAST_VALUE(`{name}`), ..",
    )


def _fields(b: Binding, type: DataType, fields: tuple[str, ...], node: ast.Column) -> Arg:
    for name in fields:
        if type.is_unknown:
            return UNKNOWN_ARG
        found = field_of(type, name)
        if found is None:
            _report_no_field(b, type, name, node.start, node.end)
            return UNKNOWN_ARG
        type = found
    return plain(type)


def _report_no_field(b: Binding, type: DataType, name: str, start: int, end: int) -> None:
    if type.names:
        text = f"fields: {', '.join(type.names[:12])}"
        b.report("unknown_column", f"the row has no field `{name}`", start, end, got=name, help=text)
    else:
        b.report("unknown_column", f"`{name}` is asked of {shown(type)}, which is no row and has no fields", start, end, got=name)


def _literal(b: Binding, env: Env, node: ast.Literal) -> Arg:
    arg = literal(node.kind, node.value)
    if arg is None:
        b.report("number_range", "no type holds this number", node.start, node.end, got=node.value)
        return UNKNOWN_ARG
    return arg


@lru_cache(maxsize=4096)
def literal(kind: str, text: str) -> Arg | None:
    """None: a number that no type holds."""
    if kind == "BOOLEAN" and text == "UNKNOWN":
        return Arg(BOOLEAN, literal=None)
    type = literal_type(LITERALS.get(kind, "number"), text)
    return None if type is None else Arg(type, literal=_value(kind, text))


def _value(kind: str, text: str) -> Any:
    if kind == "INTEGER":
        return int(text)
    if kind == "DECIMAL":
        return Decimal(text)
    if kind == "DOUBLE":
        return float(text)
    if kind == "BOOLEAN":
        return text == "TRUE"
    return None if kind == "NULL" else text


def _interval(b: Binding, env: Env, node: ast.Interval) -> Arg:
    if type(node.value) is not ast.Literal:
        expression(b, env, node.value)
    elif not readable(node):
        b.report("syntax", f"'{node.value.value}' is no interval of {node.unit.unit}", node.start, node.end, got=node.value.value,
                 help="INTERVAL '1' DAY, INTERVAL '1:30' HOUR TO MINUTE, INTERVAL '1-6' YEAR TO MONTH")  # fmt: skip
    unit = node.unit
    name = _singular(unit.unit)
    units = f"{name} TO {_singular(unit.until)}" if unit.until else name
    return plain(as_column(interval(INTERVAL_UNITS.get(units, units), nullable=False)))


def _singular(unit: str) -> str:
    return unit[:-1] if unit.endswith("S") else unit


def _symbol(b: Binding, env: Env, node: ast.Symbol) -> Arg:
    return symbol(node.name)


def _unknown(b: Binding, env: Env, node: ast.Param | ast.Default) -> Arg:
    return UNKNOWN_ARG


def apply(b: Binding, env: Env, name: str, args: list[Arg], node: Any) -> Arg:
    """An operator over its arguments."""
    result = operator(name, b.catalog.version).infer(args)
    if isinstance(result, DataType):
        return timed(name, result, args)
    report_call(b, result, node, ())
    return UNKNOWN_ARG


def timed(name: str, result: DataType, args: list[Arg]) -> Arg:
    """Some calls hand a time attribute on, as the planner's schema shows it."""
    if result.kind in TIME_KINDS and name in KEEPS_TIME:
        for arg in args:
            if arg.time is not None and arg.type.kind == result.kind:
                return Arg(result, time=arg.time)
    return plain(result)


PROBLEM_CODES = {"argument_count": "argument_count", "argument_type": "argument_type", "argument_literal": "argument_type", "no_plan": "no_stream_plan"}


def report_call(b: Binding, problem: CallProblem, node: Any, args: tuple[Any, ...]) -> None:
    """At the argument that is wrong, else at the call."""
    at = node
    if problem.argument is not None and problem.argument < len(args):
        at = args[problem.argument]
    b.report(
        PROBLEM_CODES.get(problem.kind, "unsupported"),
        problem.message,
        at.start,
        at.end,
        expected=problem.expected,
        got=problem.got,
    )


def _arithmetic(b: Binding, env: Env, node: ast.Arithmetic) -> Arg:
    result = expression(b, env, node.args[0])
    for op, arg in zip(node.ops, node.args[1:], strict=True):
        result = apply(b, env, op, [result, expression(b, env, arg)], node)
    return result


def _logical(b: Binding, env: Env, node: ast.Logical) -> Arg:
    nullable = False
    for item in node.args:
        arg = expression(b, env, item)
        if not is_condition(arg):
            b.report("type_mismatch", f"{node.op} joins conditions, and this is {shown(arg.type)}", item.start, item.end,
                     expected="BOOLEAN", got=shown(arg.type))  # fmt: skip
            return UNKNOWN_ARG
        nullable = nullable or arg.type.nullable
    return BOOLEAN_ARG if nullable else plain(BOOLEAN.with_nullable(False))


def is_condition(arg: Arg) -> bool:
    return arg.type.kind in ("BOOLEAN", "UNKNOWN", "NULL")


UNARY = {"-": "NEGATE", "+": "POSITIVE", "NOT": "NOT"}


def _unary(b: Binding, env: Env, node: ast.Unary) -> Arg:
    value = expression(b, env, node.value)
    if node.op not in UNARY:
        return value
    if node.op == "+" and env.plain_at is node.value:
        env.plain_at = node
    if node.op == "-" and isinstance(value.literal, (int, Decimal, float)) and value.literal is not True:
        return Arg(value.type, literal=-value.literal)
    return apply(b, env, UNARY[node.op], [value], node)


def _binary(b: Binding, env: Env, node: ast.Binary) -> Arg:
    if node.op == "OVERLAPS" and type(node.left) is ast.Row and type(node.right) is ast.Row:
        return apply(b, env, node.op, [expression(b, env, item) for item in (*node.left.items, *node.right.items)], node)
    return apply(b, env, node.op, [expression(b, env, node.left), expression(b, env, node.right)], node)


def _is(b: Binding, env: Env, node: ast.Is) -> Arg:
    test = "JSON VALUE" if node.test == "JSON" else node.test
    name = f"IS NOT {test}" if node.negated else f"IS {test}"
    return apply(b, env, name, [expression(b, env, node.value)], node)


def _between(b: Binding, env: Env, node: ast.Between) -> Arg:
    args = [expression(b, env, item) for item in (node.value, node.low, node.high)]
    return apply(b, env, "BETWEEN", args, node)


def _like(b: Binding, env: Env, node: ast.Like) -> Arg:
    items = (node.value, node.pattern) if node.escape is None else (node.value, node.pattern, node.escape)
    args = [expression(b, env, item) for item in items]
    if node.escape is not None and node.op == "LIKE":
        _check_escape(b, node.pattern, args[1].literal, node.escape, args[2].literal)
    return apply(b, env, node.op, args, node)


def _check_escape(b: Binding, at: ast.Expr, pattern: object, escape_at: ast.Expr, escape: object) -> None:
    """A pattern that cannot be read stops the job, not the validation."""
    if not isinstance(escape, str):
        return
    if len(escape.rstrip(" ")) != 1:
        b.report("no_stream_plan", "ESCAPE takes one character", escape_at.start, escape_at.end, got=escape)
    elif isinstance(pattern, str) and not _escapes_well(pattern, escape):
        b.report("no_stream_plan", f"in the pattern, `{escape}` must stand before %, _ or itself", at.start, at.end, got=pattern)


def _escapes_well(pattern: str, escape: str) -> bool:
    position = 0
    while position < len(pattern):
        if pattern[position] == escape:
            position += 1
            if position == len(pattern) or pattern[position] not in ("%", "_", escape):
                return False
        position += 1
    return True


def _case(b: Binding, env: Env, node: ast.Case) -> Arg:
    args: list[Arg] = []
    operand = expression(b, env, node.operand) if node.operand is not None else None
    for when in node.whens:
        tests = [expression(b, env, test) for test in when.tests]
        if operand is not None:
            tests = [apply(b, env, "=", [operand, test], at) for test, at in zip(tests, when.tests, strict=True)]
        args.append(tests[0])
        args.append(expression(b, env, when.result))
    args.append(expression(b, env, node.otherwise) if node.otherwise is not None else NULL_ARG)
    return apply(b, env, "CASE", args, node)


def _cast(b: Binding, env: Env, node: ast.Cast) -> Arg:
    value = expression(b, env, node.value)
    source = env.plain if env.plain_at is node.value else None
    target = type_named(b, node.type)
    if target is None:
        return UNKNOWN_ARG
    if source is not None and not node.safe and source.shown is None and source.type.with_nullable(True) == target.with_nullable(True):
        env.plain_at = node
        return plain(value.type)
    result = operator("TRY_CAST" if node.safe else "CAST", b.catalog.version).infer([value, plain(target)])
    if isinstance(result, DataType):
        if source is not None and not node.safe and implicitly_castable(source.type, target):
            env.cast, env.cast_at = source.id, node
        return plain(result)
    report_call(b, result, node, ())
    return UNKNOWN_ARG


def type_named(b: Binding, node: ast.TypeName) -> DataType | None:
    try:
        return parse_type_cached(node.text)
    except TypeSyntaxError as error:
        b.report("syntax", str(error), node.start, node.end)
        return None


@lru_cache(maxsize=1024)
def parse_type_cached(text: str) -> DataType:
    return parse_type(text)


def _row(b: Binding, env: Env, node: ast.Row) -> Arg:
    return apply(b, env, "ROW", [expression(b, env, item) for item in node.items], node)


def _item(b: Binding, env: Env, node: ast.Item) -> Arg:
    return apply(b, env, "ITEM", [expression(b, env, node.base), expression(b, env, node.key)], node)


def _field(b: Binding, env: Env, node: ast.Field) -> Arg:
    base = expression(b, env, node.base)
    if base.type.is_unknown:
        return UNKNOWN_ARG
    found = field_of(base.type, node.name)
    if found is None:
        _report_no_field(b, base.type, node.name, node.name_start, node.end)
        return UNKNOWN_ARG
    return plain(found)


def _star(b: Binding, env: Env, node: ast.Star) -> Arg:
    b.report("syntax", "`*` stands only in SELECT and in COUNT(*)", node.start, node.end)
    return UNKNOWN_ARG


def _named(b: Binding, env: Env, node: ast.NamedArg) -> Arg:
    return expression(b, env, node.value)


def condition(b: Binding, env: Env, node: ast.Expr, clause: str) -> Arg:
    """A whole condition: of CASE-less clauses such as FILTER."""
    arg = expression(b, env, node)
    if not is_condition(arg):
        b.report("type_mismatch", f"{clause} needs a condition, and this is {shown(arg.type)}", node.start, node.end,
                 expected="BOOLEAN", got=shown(arg.type))  # fmt: skip
    return arg


BINDERS: dict[type, Bind] = {
    ast.Column: _column,
    ast.Literal: _literal,
    ast.Interval: _interval,
    ast.Symbol: _symbol,
    ast.Param: _unknown,
    ast.Default: _unknown,
    ast.Arithmetic: _arithmetic,
    ast.Logical: _logical,
    ast.Unary: _unary,
    ast.Binary: _binary,
    ast.Is: _is,
    ast.Between: _between,
    ast.Like: _like,
    ast.Case: _case,
    ast.Cast: _cast,
    ast.Row: _row,
    ast.Item: _item,
    ast.Field: _field,
    ast.Star: _star,
    ast.NamedArg: _named,
}
