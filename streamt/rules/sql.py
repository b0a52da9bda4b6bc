"""What Flink's planner would refuse, and what no template may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from streamt.analysis.model import Analysis
from streamt.placeholders import VARIABLE
from streamt.project.model import Model
from streamt.rules.places import sql_span, template_span
from streamt.rules.rule import Finding, rule
from streamt.sql.facts import Problem

NAMED = {  # problem code -> the rule that reports it; every other code is sql.invalid
    "syntax": "sql.syntax", "reserved_word": "sql.syntax",
    "unknown_table": "sql.unknown_table",
    "unknown_column": "sql.unknown_column", "ambiguous_column": "sql.unknown_column",
    "unknown_function": "sql.unknown_function",
    "argument_type": "sql.arguments", "argument_count": "sql.arguments", "argument_literal": "sql.arguments",
    "type_mismatch": "sql.types", "union_mismatch": "sql.types",
    "not_grouped": "sql.aggregation", "nested_aggregate": "sql.aggregation", "aggregate_place": "sql.aggregation",
    "window": "sql.window", "time_attribute": "sql.window",
    "no_stream_plan": "sql.no_stream_plan",
}  # fmt: skip


def _problems(model: Model, see: Analysis, rule_id: str) -> Iterator[Finding]:
    facts = see.queries.get(model.id)
    if facts is None or model.sql is None or not _readable(model, see):
        return
    for problem in facts.problems:
        if NAMED.get(problem.code, "sql.invalid") == rule_id:
            yield _finding(model, see, problem)


def _readable(model: Model, see: Analysis) -> bool:
    """A table that the template itself could not resolve is reported there, once."""
    return all(read.target for read in see.reads[model.id])


def _finding(model: Model, see: Analysis, problem: Problem) -> Finding:
    return Finding(
        sql_span(model, see, problem.start, problem.end),
        problem.message,
        expected=problem.expected or None,
        got=problem.got or None,
        help=problem.help,
        severity=None if problem.certain else "warning",
    )


@rule("sql.template", on=Model)
def template(model: Model, see: Analysis) -> Iterator[Finding]:
    """A template cannot be rendered.

    **Why.** Templates are sandboxed Jinja with strict names: `source()`, `ref()`, `var()`, `env()`, `config()` and the macros of
    `macros/*.sql`. A name that is not there, a mistake in the syntax, a loop without end or a branch on `env()` (its value
    is not known before plan) stops here.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }} WHERE id > {{ vra("least") }}'}
    ```
    Good:
    ```yaml
    vars: {least: "'a'"}
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }} WHERE id > {{ var("least") }}'}
    ```
    """
    rendered = see.rendered.get(model.id)
    if rendered is not None and rendered.problem is not None:
        problem = rendered.problem
        yield Finding(template_span(model, problem.start, problem.end), f"The template fails: {problem.message}", help=problem.help)


@rule("sql.placeholder", on=Model)
def placeholder(model: Model, see: Analysis) -> Iterator[Finding]:
    """A placeholder stands outside a string literal.

    **Why.** `${VAR}` is replaced at apply, as text. Inside quotes it can only be a value; anywhere else it could be any SQL,
    which nobody has seen in review.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: 'SELECT id FROM {{ source("payments") }} WHERE ${CONDITION}'}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: paid, sql: "SELECT id FROM {{ source('payments') }} WHERE id = '${ONE_ID}'"}
    ```
    """
    rendered = see.rendered.get(model.id)
    if rendered is None or rendered.sql is None or "${" not in rendered.sql:
        return
    for match in VARIABLE.finditer(rendered.sql):
        if match.group(1) and not _inside_text(rendered.sql, match.start()):
            yield Finding(
                sql_span(model, see, match.start(), match.end()),
                f"The placeholder {match.group(0)} stands outside a string literal",
                help="Put it in quotes, or use a `var()` of the environment.",
            )


def _inside_text(sql: str, offset: int) -> bool:
    """Is an offset inside '...'? Quotes in comments and identifiers do not count."""
    position, quote = 0, ""
    while position < offset:
        if quote:
            end = sql.find(quote, position)
            if end < 0 or end >= offset:
                return quote == "'"
            position, quote = end + len(quote), ""
            continue
        two = sql[position : position + 2]
        quote = {"--": "\n", "/*": "*/"}.get(two, sql[position] if sql[position] in "'`" else "")
        position += 2 if quote in ("\n", "*/") else 1
    return quote == "'"


def _reporting(rule_id: str, page: str) -> Callable[[Model, Analysis], Iterator[Finding]]:
    def check(model: Model, see: Analysis) -> Iterator[Finding]:
        if rule_id != "sql.syntax" or not any(True for _ in placeholder.check(model, see)):
            yield from _problems(model, see, rule_id)

    check.__doc__ = page
    return check


def _page(summary: str, why: str, bad: str, good: str) -> str:
    def model(sql: str) -> str:
        return (
            "```yaml\nsources:\n"
            "  - {name: payments, topic: payments.v1, event_time: {column: ts, watermark: {max_out_of_orderness_ms: 5000}},\n"
            "     columns: [{name: id, type: STRING}, {name: amount, type: 'DECIMAL(10, 2)'}, {name: ts, type: TIMESTAMP(3)},\n"
            "               {name: booked, type: TIMESTAMP(3)}]}\n"
            f"models:\n  - name: paid\n    materialized: flink\n    key: id\n    sql: |\n      {sql}\n```"
        )

    return f"{summary}\n\n**Why.** {why}\n\nBad:\n{model(bad)}\nGood:\n{model(good)}\n"


FROM = '{{ source("payments") }}'

syntax = rule("sql.syntax", on=Model)(_reporting("sql.syntax", _page(
    "The SQL is not a query that Flink can read.",
    "A model is one Flink SQL query. What cannot be parsed is never guessed at: nothing else is said about it.",
    f"SELECT id, FROM {FROM}", f"SELECT id FROM {FROM}",
)))  # fmt: skip

unknown_table = rule("sql.unknown_table", on=Model)(_reporting("sql.unknown_table", _page(
    "The SQL reads a table that is no source and no model.",
    "Tables are named by `source()` and `ref()`, so that lineage, order and access are known. A bare table name is a hole in all three.",
    "SELECT id FROM payments_v1", f"SELECT id FROM {FROM}",
)))  # fmt: skip

unknown_column = rule("sql.unknown_column", on=Model)(_reporting("sql.unknown_column", _page(
    "The SQL uses a column that is not there, or that several tables have.",
    "Flink refuses the query at submit. Of a source whose columns are not all listed nothing is said: the column may be there.",
    f"SELECT id FROM {FROM} WHERE amuont > 0", f"SELECT id FROM {FROM} WHERE amount > 0",
)))  # fmt: skip

unknown_function = rule("sql.unknown_function", on=Model)(_reporting("sql.unknown_function", _page(
    "The SQL calls a function that neither Flink nor the project has.",
    "A function of your own is declared under `functions:`, so that its types are known and its jar is deployed.",
    f"SELECT UPER(id) AS id FROM {FROM}", f"SELECT UPPER(id) AS id FROM {FROM}",
)))  # fmt: skip

arguments = rule("sql.arguments", on=Model)(_reporting("sql.arguments", _page(
    "A function is called with arguments it does not take.",
    "Flink refuses the query at submit.",
    f"SELECT id, SUM(id) AS total FROM {FROM} GROUP BY id", f"SELECT id, SUM(amount) AS total FROM {FROM} GROUP BY id",
)))  # fmt: skip

types = rule("sql.types", on=Model)(_reporting("sql.types", _page(
    "Values of types that do not go together are compared, added or united.",
    "Flink refuses the query at submit.",
    f"SELECT id FROM {FROM} UNION ALL SELECT amount FROM {FROM}", f"SELECT id FROM {FROM} UNION ALL SELECT id FROM {FROM}",
)))  # fmt: skip

aggregation = rule("sql.aggregation", on=Model)(_reporting("sql.aggregation", _page(
    "A column is neither grouped nor aggregated, or an aggregate stands inside another.",
    "For each group there must be one value.",
    f"SELECT id, amount, COUNT(*) AS n FROM {FROM} GROUP BY id", f"SELECT id, MAX(amount) AS most, COUNT(*) AS n FROM {FROM} GROUP BY id",
)))  # fmt: skip

window = rule("sql.window", on=Model)(_reporting("sql.window", _page(
    "A window has the wrong arguments, or a column that cannot be a time.",
    "Each window function takes its table, a DESCRIPTOR of the time column, and its sizes as intervals.",
    f"SELECT id, window_start, COUNT(*) AS n FROM TABLE(TUMBLE(DATA => TABLE {FROM}, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '1' MINUTE, LENGTH => 1)) GROUP BY id, window_start, window_end",
    f"SELECT id, window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE {FROM}, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY id, window_start, window_end",
)))  # fmt: skip

no_stream_plan = rule("sql.no_stream_plan", on=Model)(_reporting("sql.no_stream_plan", _page(
    "The query is valid SQL, but no stream can run it.",
    "Flink's planner accepts it and fails at submit: for instance a sort by anything but time never ends on a stream.",
    f"SELECT id, amount FROM {FROM} ORDER BY amount", f"SELECT id, amount FROM {FROM} ORDER BY ts",
)))  # fmt: skip

invalid = rule("sql.invalid", on=Model)(_reporting("sql.invalid", _page(
    "Flink's planner would refuse the query.",
    "The message says why. It is found here so that nobody has to meet it at deployment.",
    f"SELECT a.id FROM {FROM} AS a JOIN {FROM} AS a ON a.id = a.id", f"SELECT a.id FROM {FROM} AS a JOIN {FROM} AS b ON a.id = b.id",
)))  # fmt: skip
