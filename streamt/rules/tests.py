"""Tests must be about something that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.model import Analysis
from streamt.analysis.references import target, tested
from streamt.closest import did_you_mean
from streamt.coltypes import TypeSyntaxError, parse_type
from streamt.project.model import Assertion, Test
from streamt.rules.rule import Finding, place_of, rule

COLUMN_KEYS = ("column", "columns", "key")  # where an assertion names columns of the tested node


def named_columns(assertion: Assertion) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """(route within the parameters, column) for every column of the tested node that an assertion names."""
    if assertion.kind == "accepted_types":
        for column in assertion.parameters:
            yield (column,), str(column)
        return
    for key in COLUMN_KEYS:
        value = assertion.parameters.get(key)
        if isinstance(value, str):
            yield (key,), value
        elif isinstance(value, (list, tuple)):
            for index, column in enumerate(value):
                yield (key, index), str(column)


@rule("tests.unknown_target", on=Test)
def unknown_target(test: Test, see: Analysis) -> Iterator[Finding]:
    """A test is about a model or source that the project does not declare.

    **Why.** It would never run, and look green.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: paiments, type: schema, assertions: [{not_null: {columns: [id]}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: schema, assertions: [{not_null: {columns: [id]}}]}
    ```
    """
    if tested(see.project, test.model, test.version) is not None:
        return
    versions = see.project.models_by_name.get(test.model)
    if versions:
        there = ", ".join(str(model.version) for model in versions if model.version is not None) or "none"
        yield Finding(
            place_of(test, "version"), f"Model '{test.model}' has no version {test.version}", expected=there, got=str(test.version)
        )
        return
    names = [*see.project.models_by_name, *see.project.sources_by_name]
    yield Finding(
        place_of(test, "model"), f"Test '{test.name}' is about '{test.model}', which is no model or source",
        help=did_you_mean(test.model, names),
    )  # fmt: skip


@rule("tests.unknown_column", on=Test)
def unknown_column(test: Test, see: Analysis) -> Iterator[Finding]:
    """An assertion names a column that the tested node does not have.

    **Why.** It could only fail at run time, or check nothing. Of nodes whose columns are not all known nothing is said.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: schema, assertions: [{not_null: {columns: [idd]}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: schema, assertions: [{not_null: {columns: [id]}}]}
    ```
    """
    about = tested(see.project, test.model, test.version)
    if about is None or not see.complete.get(about):
        return
    there = see.columns_by_name[about]
    for assertion in test.assertions:
        for route, column in named_columns(assertion):
            if column not in there:
                at = assertion.place.at(*route)
                yield Finding(at, f"{about} has no column '{column}'", help=did_you_mean(column, there))


@rule("tests.unknown_reference", on=Test)
def unknown_reference(test: Test, see: Analysis) -> Iterator[Finding]:
    """An assertion refers to a model, source or column of another node that is not there.

    **Why.** `foreign_key` looks its values up in `ref_model`.`ref_key`; `max_latency` measures from `source` to `target`.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: shop, type: STRING}]}
    tests:
      - name: shops
        model: payments
        type: sample
        sample_size: 100
        assertions: [{foreign_key: {column: shop, ref_model: shops, ref_key: id}}]
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: shop, type: STRING}]}
      - {name: shops, topic: shops.v1, columns: [{name: id, type: STRING}]}
    tests:
      - name: shops_known
        model: payments
        type: sample
        sample_size: 100
        assertions: [{foreign_key: {column: shop, ref_model: shops, ref_key: id}}]
    ```
    """
    for assertion in test.assertions:
        keys = {"foreign_key": ("ref_model",), "max_latency": ("source", "target")}.get(assertion.kind, ())
        for key in keys:
            yield from _reference(assertion, key, see)


def _reference(assertion: Assertion, key: str, see: Analysis) -> Iterator[Finding]:
    name = assertion.parameters.get(key)
    if not isinstance(name, str):
        return
    project = see.project
    node = target(project, "ref", name) or target(project, "source", name)
    if node is None:
        known = [*project.models_by_name, *project.sources_by_name]
        yield Finding(assertion.place.at(key), f"'{name}' is no model or source", help=did_you_mean(name, known))
    elif key == "ref_model" and see.complete.get(node):
        yield from _reference_key(assertion, node, see)


def _reference_key(assertion: Assertion, node: str, see: Analysis) -> Iterator[Finding]:
    column = assertion.parameters.get("ref_key")
    there: Mapping[str, Any] = see.columns_by_name[node]
    if isinstance(column, str) and column not in there:
        at = assertion.place.at("ref_key")
        yield Finding(at, f"{node} has no column '{column}'", help=did_you_mean(column, there))


@rule("tests.unknown_model", on=Test)
def unknown_model(test: Test, see: Analysis) -> Iterator[Finding]:
    """An action of a test names a model that the project does not declare: the DLQ, or the model to pause.

    **Why.** A dead-letter topic is a model, so that it has an owner and stands in the graph.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - name: ids
        model: payments
        type: continuous
        assertions: [{not_null: {columns: [id]}}]
        on_failure: {actions: [{dlq: {model: payments_dlq}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    models:
      - {name: payments_dlq}
    tests:
      - name: ids
        model: payments
        type: continuous
        assertions: [{not_null: {columns: [id]}}]
        on_failure: {actions: [{dlq: {model: payments_dlq}}]}
    ```
    """
    for action in test.actions:
        name = action.parameters.get("model")
        if action.kind not in ("dlq", "pause_model") or not isinstance(name, str) or see.project.model(name):
            continue
        yield Finding(
            action.place.at("model"), f"Unknown model '{name}'", help=did_you_mean(name, see.project.models_by_name)
        )


@rule("tests.accepted_types", on=Test)
def accepted_types(test: Test, see: Analysis) -> Iterator[Finding]:
    """A schema test expects another type than the column has.

    **Why.** A `schema` test is decided here, before anything runs: the column's type is known. UNKNOWN types are not judged.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: schema, assertions: [{accepted_types: {id: BIGINT}}]}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}]}
    tests:
      - {name: ids, model: payments, type: schema, assertions: [{accepted_types: {id: STRING}}]}
    ```
    """
    about = tested(see.project, test.model, test.version)
    columns = see.columns_by_name.get(about or "", {})
    for assertion in test.assertions:
        if assertion.kind != "accepted_types" or test.type != "schema":
            continue
        for name, text in assertion.parameters.items():
            found = columns.get(name)
            try:
                wanted = parse_type(str(text)).with_nullable(True)
            except TypeSyntaxError as error:
                yield Finding(assertion.place.at(name), f"'{text}' is no Flink type: {error.message}")
                continue
            if found is not None and found.type is not None and found.type.with_nullable(True) is not wanted:
                got = found.type.display
                yield Finding(
                    assertion.place.at(name), f"Column '{name}' of {about} has another type than test '{test.name}' accepts",
                    expected=wanted.display, got=got,
                )  # fmt: skip
