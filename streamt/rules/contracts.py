"""An enforced contract is exactly what the SQL yields."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.tables import column_type
from streamt.project.model import Column, Model
from streamt.rules.rule import Finding, place_of, rule


@rule("contracts.columns", on=Model)
def contract_columns(model: Model, see: Analysis) -> Iterator[Finding]:
    """An enforced contract differs from what the SQL yields: names, types or order.

    **Why.** `contract: {enforced: true}` is a promise to the readers. A column that changes under them breaks it, so the
    change has to be made in both places, on purpose. Columns whose type is UNKNOWN are not compared.

    Bad:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: n, type: INT}]}
    models:
      - name: paid
        contract: {enforced: true}
        columns: [{name: id, type: STRING}, {name: n, type: BIGINT}]
        sql: SELECT id, n FROM {{ source("payments") }}
    ```
    Good:
    ```yaml
    sources:
      - {name: payments, topic: payments.v1, columns: [{name: id, type: STRING}, {name: n, type: INT}]}
    models:
      - name: paid
        contract: {enforced: true}
        columns: [{name: id, type: STRING}, {name: n, type: INT}]
        sql: SELECT id, n FROM {{ source("payments") }}
    ```
    """
    if model.contract is None or not model.contract.enforced or model.id not in see.queries or not see.complete[model.id]:
        return
    for position, (promised, found) in enumerate(zip_longest(model.columns, see.columns[model.id]), 1):
        yield from _difference(model, position, promised, found)


def _difference(model: Model, position: int, promised: Column | None, found: NodeColumn | None) -> Iterator[Finding]:
    if promised is None:
        assert found is not None
        at = place_of(model, "columns")
        yield Finding(at, f"The contract of {model.id} lacks column {position}, '{found.name}', which the SQL yields")
    elif found is None:
        yield Finding(promised.place.at("name"), f"The SQL of {model.id} yields no column {position}, '{promised.name}'")
    elif promised.name != found.name:
        yield Finding(
            promised.place.at("name"), f"Column {position} of {model.id} has another name than its contract says",
            expected=promised.name, got=found.name,
        )  # fmt: skip
    else:
        kind = column_type(promised)
        if kind is not None and found.type is not None and kind.with_nullable(True) is not found.type.with_nullable(True):
            yield Finding(
                promised.place.at("type"), f"Column '{promised.name}' of {model.id} has another type than its contract says",
                expected=kind.display, got=found.type.display,
            )  # fmt: skip
