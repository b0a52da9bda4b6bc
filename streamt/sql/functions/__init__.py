"""Flink's built-in functions and operators, and the ones a project declares.

    resolve(name, version="2.2") -> Function | None       functions and operators; any case: "SUM", "+", "IS NOT NULL", "CASE", "||"
    suggest(name, extra_names=()) -> str | None           closest name there is
    declared(name, arguments, returns, kind, deterministic) -> Function       a project's own

    Function.name         canonical, upper case                 .kind          scalar | aggregate | table | window | process_table
    Function.signature    "SUM(number)"                         .determinism   deterministic | non_deterministic | dynamic
    Function.parentheses  False: may stand without () (CURRENT_DATE ..)
    Function.since/.until Flink versions ("1.20"); until is the first version without it
    Function.needs_over   True: only with OVER (ROW_NUMBER, LAG ..)
    Function.infer(args, site=SCALAR) -> DataType | CallProblem
        a table function yields its ROW type (the columns)

    Arg(type, literal=NOT_LITERAL, symbol=None, time=None, name=None, columns=None)
        literal  the value of a literal argument: str, int, Decimal, float, bool, None for NULL
        symbol   a key word argument, upper case: EXTRACT(SYMBOL FROM x) -> Arg.of_symbol("DAY"), FLOOR(x TO DAY), TIMESTAMPADD(DAY, ..)
        time     "rowtime" | "proctime" of a column that is a time attribute
        name     of a named argument: f(x => 1)
    CAST, TRY_CAST        args = [operand, Arg(target type)];  CASE: [condition, value, .., else] (ELSE NULL added by the caller)
    IN                    [operand, element, ..];  BETWEEN [operand, low, high];  ROW ARRAY MAP: the elements;  ITEM (a[b]): [a, b]
    JSON_VALUE            [input, path, RETURNING type as Arg(type, symbol="RETURNING")?, ON EMPTY .., ON ERROR ..], see infer's docs
    COUNT(*)              no arguments;  unary minus "-x": resolve("NEGATE");  unary plus: resolve("POSITIVE")

    Site(over=False, grouped=True, distinct=False, filtered=False)
        where an aggregate stands: grouped=False is a query without GROUP BY (SUM of nothing is NULL)
    CallProblem(kind, function, argument, expected, got, message)
        kind      argument_count | argument_type | argument_literal | unsupported
        argument  index of the offending argument, None for the call as a whole
"""
