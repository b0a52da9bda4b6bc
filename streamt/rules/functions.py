"""The project's own SQL functions."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.coltypes import TypeSyntaxError, parse_type
from streamt.project.model import Function
from streamt.rules.rule import Finding, not_a_type, rule
from streamt.sql.functions import resolve


@rule("functions.type", on=Function)
def function_type(function: Function, see: Analysis) -> Iterator[Finding]:
    """An argument or the result of a function has a type that Flink does not know.

    **Why.** Calls of the function are checked against these types.

    Bad:
    ```yaml
    functions:
      - {name: FRAUD_SCORE, arguments: [{name: amount, type: BIGNIT}], returns: DOUBLE}
    ```
    Good:
    ```yaml
    functions:
      - {name: FRAUD_SCORE, arguments: [{name: amount, type: BIGINT}], returns: DOUBLE}
    ```
    """
    written = [(text, ("arguments", index, "type")) for index, (_, text) in enumerate(function.arguments)]
    for text, route in [*written, (function.returns, ("returns",))]:
        try:
            parse_type(text)
        except TypeSyntaxError as error:
            yield Finding(
                function.place.at(*route), not_a_type(text, error),
                help=f"Did you mean `{error.suggestion}`?" if error.suggestion else None,
            )  # fmt: skip


@rule("functions.built_in", on=Function)
def shadows_built_in(function: Function, see: Analysis) -> Iterator[Finding]:
    """A function has the name of one that Flink brings along.

    **Why.** Flink would take its own or this one depending on how it is registered; a reader cannot tell which.

    Bad:
    ```yaml
    functions:
      - {name: UPPER, arguments: [{name: text, type: STRING}], returns: STRING}
    ```
    Good:
    ```yaml
    functions:
      - {name: UPPER_TURKISH, arguments: [{name: text, type: STRING}], returns: STRING}
    ```
    """
    if resolve(function.name, see.project.runtime.flink_version(None)) is not None:
        yield Finding(function.place.at("name"), f"Flink has a function {function.name.upper()} of its own")
