"""Function calls: scalar ones, aggregates, and aggregates with OVER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamt.coltypes import STRING, DataType, as_column, char
from streamt.sql import ast
from streamt.sql.bind import unkept
from streamt.sql.bind.casts import type_named
from streamt.sql.bind.clauses import clauses_fit
from streamt.sql.bind.context import AGGREGATE, Binding, Env, Gathered
from streamt.sql.bind.expressions import (
    UNKNOWN_ARG,
    condition,
    expression,
    report_call,
    report_untyped,
    timed,
    without_type,
)
from streamt.sql.bind.folded import left_after_folding
from streamt.sql.bind.grouping import AUXILIARY, GROUP_WINDOWS, auxiliary
from streamt.sql.bind.lineage import constant
from streamt.sql.bind.match_calls import MATCH_CALLS, match_call, of_one_variable
from streamt.sql.bind.operators import nullif
from streamt.sql.bind.prepared import preparation
from streamt.sql.bind.scope import DEFAULT_PATH
from streamt.sql.bind.terms import AggregateCall, Column
from streamt.sql.bind.unkept import NO_LENGTH
from streamt.sql.facts import FunctionUse, Influence, Problem
from streamt.sql.functions import Arg, Site, resolve, resolve_call, suggest, symbol
from streamt.sql.functions.model import SCALAR

if TYPE_CHECKING:
    from streamt.sql.functions import Function

GROUPING = frozenset({"GROUPING", "GROUP_ID", "GROUPING_ID"})
INTERVALS = frozenset({"INTERVAL_DAY_TIME", "INTERVAL_YEAR_MONTH"})
BY_ORDER = frozenset({"GREATEST", "LEAST"})
_AGGREGATED = {"WHERE": "a condition on an aggregate stands in HAVING"}
BLANK = Arg(char(1, nullable=False), literal=" ")


def call(b: Binding, env: Env, node: ast.Call) -> Arg:
    if node.name in MATCH_CALLS:
        return match_call(b, env, node)
    if not node.parens and resolve_call(node.name, b.catalog.version) is None:
        column = ast.Column(node.start, node.end, node.written, (node.start, node.end))
        arg = expression(b, env, column)
        if id(column) in env.columns:
            env.columns[id(node)] = env.columns[id(column)]
        env.plain_at = node if env.plain_at is column else env.plain_at
        return arg
    function = called(b, node)
    if function is not None and function.determinism == "dynamic":
        env.dynamic = True
    if function is None or not clauses_fit(b, node, function):
        bind_args(b, env, node)
        return UNKNOWN_ARG
    if node.name in GROUP_WINDOWS:
        b.report("window", f"{node.name}(..) stands in GROUP BY, or as a table in FROM", node.start, node.end,
                 help=f"{node.name}_START(..) and {node.name}_END(..) are the bounds of the window that GROUP BY has")  # fmt: skip
        return UNKNOWN_ARG
    if node.filter is not None and (function.kind != "aggregate" or node.over is not None):
        b.report("aggregate_place", "FILTER stands after an aggregate, without OVER", node.filter.start, node.filter.end,
                 help="use CASE inside the aggregate: SUM(CASE WHEN .. THEN x END) OVER (..)")  # fmt: skip
        bind_args(b, env, node)
        return UNKNOWN_ARG
    if node.over is not None:
        from streamt.sql.bind.over import over_call

        return over_call(b, env, node, function)
    if function.kind == "table" or (function.needs_over and env.aggregates is None):
        return _misplaced(b, env, node, function)
    if node.name in GROUPING:
        return _grouping(b, env, node, function)
    if function.kind == "aggregate" or function.needs_over:
        return _aggregate(b, env, node, function)
    if node.name in AUXILIARY:
        return auxiliary(b, env, node)
    return _scalar(b, env, node, function)


def _misplaced(b: Binding, env: Env, node: ast.Call, function: Function) -> Arg:
    name = ".".join(node.written)
    bind_args(b, env, node)
    if function.kind == "table":
        b.report("function_place", f"{name} yields rows: it stands in FROM", node.start, node.name_end, help=f"CROSS JOIN LATERAL TABLE({name}(..))")
    else:
        b.report("function_place", f"{name} needs OVER", node.start, node.end, help=f"{name}() OVER (PARTITION BY .. ORDER BY ..)")
    return UNKNOWN_ARG


def called(b: Binding, node: ast.Call) -> Function | None:
    """The function of this name; built-in ones come first, as in Flink."""
    function = resolve_call(node.name, b.catalog.version) or b.declared(_own_name(node))
    b.gathered.functions.append(FunctionUse(".".join(node.written), node.start, node.end, function is not None))
    if function is None and not node.name.startswith("$"):  # the planner's own, in plans it prints
        name = ".".join(node.written)
        b.report("unknown_function", f"there is no function `{name}`", node.start, node.name_end, got=name, help=_instead_of(b, name))
    if function is not None and function.determinism == "non_deterministic":
        b.gathered.calls.append((function.name, node.start, node.end))
    return function


def _instead_of(b: Binding, name: str) -> str:
    """What may have been meant by the name of no function."""
    operator = resolve(name, b.catalog.version)
    if operator is not None:
        return f"{operator.name} is written so: {operator.signature}"
    guess = suggest(name, tuple(sorted(b.catalog.functions)))
    own = "function of your own is declared under `functions:`"
    return f"did you mean {guess}? A {own}" if guess else f"a {own}"


def _own_name(node: ast.Call) -> str:
    """A declared function may be named with the catalog and database it is in."""
    path = node.written[:-1]
    return node.written[-1].upper() if path and path == DEFAULT_PATH[-len(path) :] else node.name


def bind_args(b: Binding, env: Env, node: ast.Call) -> list[Arg]:
    args: list[Arg] = []
    for position, item in enumerate(node.args):
        if type(item) is ast.Star and node.name == "COUNT" and not item.names:
            continue
        if type(item) is ast.Call and item.name == "JSON" and (node.name == "JSON_ARRAY" or (node.name == "JSON_OBJECT" and position % 2)):
            args.append(_json_value(b, env, item))
            continue
        arg = expression(b, env, item)
        if type(item) is ast.NamedArg:
            arg = Arg(arg.type, literal=arg.literal, time=arg.time, name=item.name)
        args.append(arg)
    if node.name == "TRIM" and len(args) == 2:  # TRIM(LEADING FROM text), TRIM('x' FROM text)
        args.insert(*((1, BLANK) if args[0].symbol else (0, symbol("BOTH"))))
    for option in node.options:
        args.extend(_option(b, env, option))
    return args


def _json_value(b: Binding, env: Env, node: ast.Call) -> Arg:
    """JSON('..') as a value of JSON_OBJECT or JSON_ARRAY, the only place where it has a plan."""
    b.gathered.functions.append(FunctionUse("JSON", node.start, node.end, True))
    args = bind_args(b, env, node)
    return Arg(STRING.with_nullable(any(arg.type.nullable for arg in args)))


def _option(b: Binding, env: Env, option: ast.CallOption) -> list[Arg]:
    """RETURNING is an argument; a default is bound for what it names."""
    value = option.value
    if option.name == "FORMAT":  # the value it stands behind is an argument already
        b.report("unsupported", "Flink has no FORMAT JSON", option.start, option.end, got="FORMAT JSON",
                 help="leave it out: a path reads text as JSON anyway, and JSON_OBJECT and JSON_ARRAY take JSON as JSON(text)")  # fmt: skip
        return []
    if isinstance(value, ast.TypeName):
        target = type_named(b, value)
        return [Arg(target if target is not None else UNKNOWN_ARG.type)]
    if value is not None:
        expression(b, env, value)
    return []


def _scalar(b: Binding, env: Env, node: ast.Call, function: Function) -> Arg:
    env.folds = env.folds or node.name == "NULLIF"
    if function.name == "NULLIF" and len(node.args) == 2:
        return nullif(b, env, node)
    before, calls = len(env.refs), len(b.gathered.calls)
    args = bind_args(b, env, node)
    untyped = next((item for item, arg in zip(node.args, args, strict=False) if without_type(arg.type)), None)
    if untyped is not None and (function.name != "COALESCE" or args[0].type.nullable):
        report_untyped(b, untyped, "no_stream_plan" if function.name == "COALESCE" else "untyped_null")
    result = function.infer(args)
    if function.name == "TIMESTAMPADD" and args and args[0].symbol in NO_LENGTH:
        if not isinstance(result, DataType) and result.kind == "argument_literal":
            unkept.no_length(env, node, result)
            result = function.returns(args, SCALAR) or result
        del env.refs[before:]
    if not isinstance(result, DataType):
        return report_call(b, result, node, node.args)
    if function.name in BY_ORDER and constant(left_after_folding(b, env, node.args, env.refs[before:])) and len(b.gathered.calls) == calls:
        _check_folded_order(env, node, args)
    if function.name == "JSON_QUERY":
        _check_json_query(b, node, result)
    if function.name == "PROCTIME":
        column = Column("", result, b.new_id(), (), "proctime", "proctime")
        env.names(column, node)
        return Arg(result, time="proctime")
    return timed(function.name, as_column(result) if result.kind in INTERVALS else result, args)


def _check_folded_order(env: Env, node: ast.Call, args: list[Arg]) -> None:
    """The planner cannot compute which of a DATE and a TIMESTAMP is the greater, only a job can."""
    kinds = {arg.type.kind for arg in args}
    if "DATE" in kinds and kinds & {"TIMESTAMP", "TIMESTAMP_LTZ"}:
        message = f"Flink cannot compute {node.name} of a constant DATE and TIMESTAMP"
        env.failing.append(Problem("no_stream_plan", message, node.start, node.end, help="CAST the DATE to TIMESTAMP(3)"))


def _check_json_query(b: Binding, node: ast.Call, result: DataType) -> None:
    for option in node.options:
        if result.kind == "ARRAY" and option.word == "EMPTY OBJECT":
            b.report("argument_type", f"an empty object is no {result.display}", option.start, option.end,
                     expected="NULL, ERROR or EMPTY ARRAY", got="EMPTY OBJECT")  # fmt: skip


def _grouping(b: Binding, env: Env, node: ast.Call, function: Function) -> Arg:
    """GROUPING(a) tells which set a row is of, not a value of `a`: no lineage."""
    if env.grouped is None:
        b.report("not_grouped", f"{node.name} needs GROUP BY", node.start, node.end)
        return UNKNOWN_ARG
    kept, env.refs = env.refs, []
    args = bind_args(b, env, node)
    env.refs = kept
    result = function.infer(args)
    if isinstance(result, DataType):
        return Arg(result)
    return report_call(b, result, node, node.args)


def _aggregate(b: Binding, env: Env, node: ast.Call, function: Function) -> Arg:
    if not _may_aggregate(b, env, node) or (env.match is not None and not of_one_variable(b, env, node)):
        return UNKNOWN_ARG
    kept, env.refs, env.through, env.inside = env.refs, [], AGGREGATE, True
    args = bind_args(b, env, node)
    if any(without_type(arg.type) for arg in args):
        return report_untyped(b, node, "untyped_null")
    refs, env.refs = env.refs, []
    counted = node.args
    if function.name == "COUNT" and node.quantifier != "DISTINCT" and env.match is None:
        counted, refs = _counted(b, env, node, args, refs)
    refs = left_after_folding(b, env, node.args, refs)
    deciding: list[tuple[Column, str]] = []
    if node.filter is not None:
        condition(b, env, node.filter, "FILTER")
        deciding = env.refs = left_after_folding(b, env, (node.filter,), env.refs, False)
        env.filtering.extend(column.id for column, _ in deciding)
        _influence(env, "filter")
    for key in (*node.order_by, *node.within):
        expression(b, env, key.value)
        _influence(env, "order")
    env.refs, env.through, env.inside = kept + refs, "", False
    if env.aggregates is not None:
        env.select = env.select or b.new_id()
        b.owners[id(node)] = env.select
        distinct, filtered = node.quantifier == "DISTINCT", node.filter is not None
        plain = all(type(item) in (ast.Column, ast.Star) for item in node.args) and all(ref.type.kind != "ROW" for ref, _ in refs)
        columns, work = tuple(column for column, _ in (*refs, *deciding)), preparation(b, env, counted, node.filter)
        call = AggregateCall(function.name, distinct, len(counted), columns, filtered, node.start, node.end, column=_called_with(env, node))
        required, form = not any(arg.type.nullable for arg in args), None if plain and not filtered else (node.args, node.filter)
        env.aggregates.append(call._replace(plain=plain, required=required, form=form, preparation=work))
    site = Site(grouped=env.grouped is not None, distinct=node.quantifier == "DISTINCT", filtered=node.filter is not None)
    result = function.infer(args, site)
    return timed(function.name, result, args) if isinstance(result, DataType) else report_call(b, result, node, node.args)


def _called_with(env: Env, node: ast.Call) -> int:
    named = [env.columns[id(item)] for item in node.args if id(item) in env.columns]
    return named[0][0].id if len(named) == 1 and not named[0][1] else 0


def _counted(
    b: Binding, env: Env, node: ast.Call, args: list[Arg], refs: list[tuple[Column, str]]
) -> tuple[tuple[ast.Expr, ...], list[tuple[Column, str]]]:
    """The arguments of COUNT that can be null, and what they name: the planner counts rows, not what is never null."""
    nullable = tuple(item for item, arg in zip(node.args, args, strict=False) if arg.type.nullable)
    if len(nullable) == len(args):
        return nullable, refs
    kept, env.refs = env.refs, []
    silent, b.gathered = b.gathered, Gathered()
    for item in nullable:
        expression(b, env, item)
    b.gathered = silent
    found, env.refs = env.refs, kept
    return nullable, found


def _may_aggregate(b: Binding, env: Env, node: ast.Call) -> bool:
    name = ".".join(node.written)
    if env.match is not None and node.quantifier == "DISTINCT":
        b.report("unsupported", "an aggregate inside MATCH_RECOGNIZE takes no DISTINCT", node.start, node.end)
        return False
    if env.inside:
        b.report("nested_aggregate", f"{name} stands inside another aggregate", node.start, node.end,
                 help="aggregate first in a subquery or common table, then again over it")  # fmt: skip
        return False
    if env.aggregates is None and env.match is None:
        b.report("aggregate_place", f"{name} is an aggregate, and {env.clause} is about single rows", node.start, node.end,
                 help=_AGGREGATED.get(env.clause, "aggregate in a subquery, and go on from its result outside"))  # fmt: skip
        return False
    return True


def _influence(env: Env, kind: str) -> None:
    for column, _ in env.refs:
        for origin in column.origins:
            env.influences[Influence(origin.table, origin.column, kind)] = None
    env.refs = []
