"""Flink's built-in functions and operators, and the ones a project declares.

resolve(name, version="2.2") -> Function | None       functions and operators; any case: "SUM", "+", "IS NOT NULL", "CASE", "||"
resolve_call(name, version="2.2") -> Function | None  what `name(..)` calls: functions alone
suggest(name, extra_names=()) -> str | None           closest name there is
declared(name, arguments, returns, kind, deterministic) -> Function       a project's own; arguments: [(name, DataType), ..]

Function.name         canonical, upper case                 .kind          scalar | aggregate | table | window | process_table
Function.signature    "SUM(number)"                         .determinism   deterministic | non_deterministic | dynamic
Function.parentheses  False: may stand without () (CURRENT_DATE ..)
Function.since/.until Flink versions ("1.20"); until is the first version without it
Function.needs_over   True: only with OVER (ROW_NUMBER, LAG ..)
Function.infer(args, site=SCALAR) -> DataType | CallProblem
    a table function yields its ROW type (the columns)

Arg(type, literal=NOT_LITERAL, symbol=None, time=None, name=None)
    literal  the value of a literal argument: str, int, Decimal, float, bool, None for NULL (whose type is coltypes.NULL)
    time     "rowtime" | "proctime" of a column that is a time attribute
    name     of a named argument: f(x => 1)
symbol("DAY") -> Arg  a key word argument, in the place it is written: EXTRACT(DAY FROM x), FLOOR(x TO DAY),
                      TIMESTAMPADD(DAY, 1, x), TRIM(BOTH 'x' FROM s): [symbol, 'x', s]
CAST, TRY_CAST        [operand, Arg(target type)];  CASE: [condition, value, .., else] (ELSE NULL added by the caller;
                      CASE x WHEN y: the condition is the type of x = y)
IN, NOT IN            [operand, element, ..];  BETWEEN [operand, low, high];  LIKE [string, pattern, escape?]
ROW ARRAY MAP         the elements;  ITEM (a[b]): [a, b];  -x "NEGATE";  +x "POSITIVE";  (a - b) DAY: "MINUS_DATE" [a, b, symbol]
OVERLAPS              [start, end, other start, other end];  POSITION(a IN b): [a, b];  OVERLAY: in the order written
JSON_VALUE JSON_QUERY [input, path] or [input, path, Arg(RETURNING type)]; other clauses are not arguments
JSON_OBJECT           [key, value, ..];  x IS JSON: "IS JSON VALUE";  COUNT(*): []

Site(over=False, grouped=True, distinct=False, filtered=False)
    where an aggregate stands: grouped=False is a query without GROUP BY (SUM of nothing is NULL)
CallProblem(kind, function, argument, expected, got, message)
    kind      argument_count | argument_type | argument_literal: refused; no_plan: validated, then not runnable as a stream
    argument  index of the offending argument, None for the call as a whole
"""

from streamt.sql.functions.builtin import BUILTIN
from streamt.sql.functions.declared import declared
from streamt.sql.functions.model import (
    NOT_LITERAL,
    SCALAR,
    Arg,
    CallProblem,
    Function,
    FunctionKind,
    Site,
    symbol,
)
from streamt.sql.functions.registry import resolve, resolve_call, suggest

__all__ = [
    "BUILTIN", "NOT_LITERAL", "SCALAR", "Arg", "CallProblem", "Function", "FunctionKind", "Site", "declared",
    "resolve", "resolve_call", "suggest", "symbol",
]  # fmt: skip
